/** English, as finance offices print budget-to-actual reports. */

import type { Role } from "../../table";
import type { Dialect, HeaderRule, NamedBudget } from "./dialect";

const months: readonly HeaderRule[] = [
  ["jan(?:uary)?", "month-1"], ["feb(?:ruary)?", "month-2"], ["mar(?:ch)?", "month-3"], ["apr(?:il)?", "month-4"], ["may", "month-5"], ["june?", "month-6"],
  ["july?", "month-7"], ["aug(?:ust)?", "month-8"], ["sept?(?:ember)?", "month-9"], ["oct(?:ober)?", "month-10"], ["nov(?:ember)?", "month-11"], ["dec(?:ember)?", "month-12"],
].map(([name, role]) => ({
  meaning: role as Role, confidence: "sure", patterns: [new RegExp(`^${name}\\.?(?:[ '-]?\\d{2,4})?(?: (?:actuals?|expenditures?|expenses?|spent|spending))?$`, "u")],
}));

const quarters: readonly HeaderRule[] = [["1(?:st)?|first", "quarter-1"], ["2(?:nd)?|second", "quarter-2"], ["3(?:rd)?|third", "quarter-3"], ["4(?:th)?|fourth", "quarter-4"]].map(([name, role]) => ({
  meaning: role as Role, confidence: "sure", patterns: [new RegExp(`^(?:q(?:tr\\.? ?)?(?:${name})|(?:${name}) (?:quarter|qtr\\.?)|quarter (?:${name}))(?: (?:actuals?|expenditures?|expenses?|spent|spending))?$`, "u")],
}));

const SPENT = "(?:actuals?|expenditures?|expenses?|expended|spent|spending|outlays?|outturn|disbursements?|disbursed|executed|execution)";
const WHEN = "(?:ytd|year[ -]to[ -]date|to[ -]date|total|cumulative|annual|full[ -]year|current year|this year)";
const BUDGET = "(?:budgets?|appropriations?|approp\\.?|estimates?|allocations?|budget amount|budgeted|budget appropriation)";
const AMOUNT = "(?: amounts?| amts?\\.?| totals?)?";

/** % of adopted budget, actual as % of revised budget, amended budget % used: rates of one budget or the other, and last of one that is not named. */
const rates: readonly HeaderRule[] = ([
  ["(?:original|adopted|approved|initial|enacted) ", "original-budget"], ["(?:revised|amended|adjusted|current|final|modified) ", "adjusted-budget"], ["(?:annual |total |full[ -]year |full )*", null],
] as const).map(([budget, ofBudget]: readonly [string, NamedBudget | null]): HeaderRule => {
  const [percent, spent] = ["(?:%|percent(?:age)?|pct\\.?)", "(?:used|spent|expended|executed|utili[sz]ed|complete[d]?)"];
  const named = `(?:the )?(?:annual |total |full[ -]year |full )*${budget}(?:annual |total )*(?:budgets?|appropriations?)`;
  return {
    meaning: "rate", confidence: "sure", ...(ofBudget === null ? {} : { ofBudget }),
    patterns: [
      new RegExp(`^${percent} ?(?:of )?${named}(?: ${spent})?$`, "u"),
      new RegExp(`^${named},? (?:${percent} ?${spent}|${spent} ?${percent}|(?:execution|utili[sz]ation|absorption|completion) (?:rate|ratio|%|percent(?:age)?))$`, "u"),
      new RegExp(`^(?:actuals?|expenditures?|expended|spent|ytd) (?:as )?(?:a )?${percent} of ${named}$`, "u"),
    ],
  };
});

/** Alone; with "actual" behind them the dates of the header tell (headers/dates.ts). */
const halves: readonly HeaderRule[] = [{ meaning: "half-1", confidence: "sure", patterns: [/^(?:h1|(?:1st|first) half)$/u] }, { meaning: "half-2", confidence: "sure", patterns: [/^(?:h2|(?:2nd|second) half)$/u] }];

const headers: readonly HeaderRule[] = [
  { meaning: "of-which", confidence: "sure", patterns: [/^(?:of which|of-which|including|thereof):?$/u] },
  { meaning: "serial", confidence: "sure", patterns: [/^(?:no\.?|#|s\/n|sn|seq\.?|serial(?: no\.?| number)?|line(?: no\.?| #)?|row)$/u] },
  ...quarters,
  ...halves,
  { meaning: "reason", confidence: "sure", patterns: [/^(?:reasons?|causes?|explanations?|justifications?)\b.*$/u, /^(?:variance |deviation )?(?:explanations?|reasons?|causes?)$/u, /^reasons? for .*$/u] },
  { meaning: "carried-over", confidence: "sure", patterns: [/^(?:prior year |previous year )?(?:carry-?overs?|carried (?:over|forward)|carry-?forwards?|brought forward)(?: amounts?)?$/u] },
  {
    meaning: "other", confidence: "sure",
    patterns: [
      /\b(?:prior|previous|last) (?:year|yr|period|month)\b|\bpy\b|\bly\b/u, /\b(?:variances?|balances?|remaining|available|unspent|unexpended|unencumbered|under|over|difference|change)\b/u,
      /\b(?:encumbrances?|encumbered|commitments?|committed|obligations?|pre-?encumbered|requisitions?)\b/u,
      /\b(?:forecast|projected|projection|target|estimated actuals?|proposed|requested)\b/u, /\b(?:quantity|qty|unit price|price|rate per|headcount|fte|average|per (?:capita|head|person|pupil|student|employee|household))\b/u,
      /^(?:revenues?|income|receipts?) (?:budget|actual|estimate)/u, /\?$/u,
      /^(?:mtd|month[ -]to(?:[ -]date)?|current (?:month|period)|this (?:month|period)|period|monthly|quarterly)\b/u, /^ytd budget(?:ed)?$|^budget (?:ytd|to date)$/u, /(?:^|(?<!to) )(?:date|phone|contact|email)$/u,
    ],
  },
  { meaning: "status", confidence: "sure", patterns: [/^(?:execution |budget )?status$/u, /^(?:flag|rag)$/u] },
  ...rates,
  {
    meaning: "rate", confidence: "sure",
    patterns: [
      /^(?:budget |ytd )?(?:execution|financial progress|utili[sz]ation|absorption|completion|burn|spending|expenditure) (?:rate|ratio|%|percent(?:age)?)$/u,
      /^(?:%|percent(?:age)?|pct\.?) ?(?:of )?(?:the )?(?:budget |total budget )?(?:used|spent|expended|executed|exp\.?|utili[sz]ed|complete[d]?|received|execution)$/u,
      /^(?:budget )?(?:used|spent|expended|executed|utili[sz]ed|complete[d]?) ?(?:%|percent(?:age)?|pct\.?)$/u,
    ],
  },
  { meaning: "share", confidence: "sure", patterns: [/^(?:%|percent(?:age)?|pct\.?|share) of .*$/u, /^share(?: \(?%\)?)?$/u, /^.* share$/u] },
  { meaning: "ratio", confidence: "likely", patterns: [/^(?:%|percent(?:age)?|pct\.?|ratio)$/u] },

  ...months,

  { meaning: "function-code", confidence: "sure", patterns: [/^(?:function(?:al)?|cofog)(?: class(?:ification)?)? (?:code|no\.?|number|id)$/u] },
  { meaning: "function-name", confidence: "sure", patterns: [/^(?:function(?:al)? (?:class(?:ification)?|name|category|area|description)|function|cofog(?: function)?)$/u] },
  { meaning: "code", confidence: "sure", patterns: [/^(?:(?:budget|project|program(?:me)?|object|account|acct|gl|g\/l|ledger|line item|line|item|activity|cost cent(?:er|re)|org|fund|dept\.?|department|natural account|economic) )*(?:code|no\.?|number|num\.?|#|id)$/u, /^code$/u] },
  { meaning: "code", confidence: "likely", otherwise: "name", patterns: [/^(?:account|acct\.?|object|gl account|g\/l account|gl)$/u] },

  // Budget and revised estimates, as ministries on the Indian subcontinent head them; funds voted by parliament.
  { meaning: "original-budget", confidence: "likely", patterns: [/^be(?: ?\(?\d{4}(?:[-/]\d{2,4})?\)?)?$/u, /^voted(?: funds?| provisions?| amounts?)?$/u] },
  { meaning: "adjusted-budget", confidence: "likely", patterns: [/^re(?: ?\(?\d{4}(?:[-/]\d{2,4})?\)?)?$/u] },
  { meaning: "quota-change", confidence: "likely", patterns: [/^(?:budget |net |total )*(?:adjustments?|amendments?|transfers?|revisions?|modifications?|virements?|net transfers?|transfers? ?(?:and|&|\/) ?adjustments?|transfers? in ?\/ ?\(?out\)?)(?: (?:#|no\.? ?)?\d{1,2})?$/u] },
  { meaning: "increase", confidence: "sure", patterns: [/^(?:budget )?(?:increases?|additions?|supplements?|supplementals?|supplementary|supplementary budget|supplemental appropriations?|transfers? in|virements? in)(?: amount)?$/u] },
  { meaning: "decrease", confidence: "sure", patterns: [/^(?:budget )?(?:decreases?|reductions?|cuts?|rescissions?|transfers? out|virements? out)(?: amount)?$/u] },
  { meaning: "adjusted-budget", confidence: "sure", patterns: [new RegExp(`^(?:${WHEN} )?(?:revised|amended|current|adjusted|final|modified|working|updated|annual revised|total amended)(?: annual| total| operating)? ${BUDGET}${AMOUNT}$`, "u"), new RegExp(`^${BUDGET},? \\(?(?:revised|amended|current|adjusted|final|modified)\\)?$`, "u"), /^(?:revised|amended|adjusted|modified)$/u] },
  { meaning: "original-budget", confidence: "sure", patterns: [new RegExp(`^(?:originally )?(?:original|adopted|approved|initial|enacted|voted|opening|authori[sz]ed)(?: annual| total| operating| approved| adopted)? ${BUDGET}${AMOUNT}$`, "u"), new RegExp(`^${BUDGET},? \\(?(?:original|adopted|approved|initial)\\)?$`, "u"), /^(?:original|adopted|approved)$/u] },

  { meaning: "basic", confidence: "sure", patterns: [/^(?:basic|recurrent)(?: expenditures?| spending| expenses?)?$/u] },
  { meaning: "project", confidence: "sure", patterns: [/^project (?:expenditures?|spending|expenses?)$/u] },
  { meaning: "original-budget", confidence: "likely", otherwise: "adjusted-budget", patterns: [new RegExp(`^(?:total |annual |full[ -]year |project |yearly |expenditure |operating |department )*${BUDGET}${AMOUNT}$`, "u")] },
  { meaning: "expenditure", confidence: "sure", patterns: [new RegExp(`^(?:${WHEN} |budget |project )*${SPENT}(?: ${WHEN}| actuals?| amounts?| amts?\\.?| expenditures?| expenses?| spending)*$`, "u"), /^(?:ytd|year[ -]to[ -]date)(?: activity)?$/u, /^(?:(?:actual|total|cumulative) )?spend(?: (?:ytd|to[ -]date))?$/u] },
  // Of one source of money; after the above, so that what adds the sources up counts before them.
  { meaning: "expenditure", confidence: "sure", patterns: [new RegExp(`^(?:federal|state|local|grants?|general fund|other funds?) ${SPENT}$`, "u")] },
  // Where no other column is the budget, or the spending.
  { meaning: "named-budget", confidence: "likely", patterns: [new RegExp(`^(?:total |annual |amount )*(?:appropriated|authori[sz](?:ed|ations?)|allocated|allotted|allotments?|awarded|(?:grant )?awards?)${AMOUNT}$`, "u"), /^(?:(?:annual|yearly) )?plan$/u] },
  { meaning: "named-expenditure", confidence: "likely", patterns: [new RegExp(`^(?:${WHEN} |amount |budget )*(?:used|utili[sz]ed|utili[sz]ation|expensed|expend\\.|consumed|consumption|drawn(?: down)?|drawdowns?|paid)(?: ${WHEN})?${AMOUNT}$`, "u")] },
  { meaning: "amount", confidence: "likely", patterns: [/^(?:amounts?|totals?|sum|total amount)$/u] },

  { meaning: "name", confidence: "sure", patterns: [/^(?:project|account|program(?:me)?|line item|item|budget line|activity|object|expenditure|acct\.?|gl|category)(?: (?:name|title|description|desc\.?))$/u, /^(?:name|description|line item|budget line|budget item|project|program(?:me)?|account title)$/u] },
  { meaning: "name", confidence: "likely", patterns: [/^(?:category|type|class(?:ification)?|item|items|details?|particulars?|purpose|activity|object of expenditure|expenditure category|line)$/u] },
  { meaning: "name", confidence: "likely", patterns: [/^(?:department|dept\.?|division|agency|unit|organi[sz]ation|office|ministry|cost cent(?:er|re)|fund)(?: name)?$/u] },
  { meaning: "reason", confidence: "likely", patterns: [/^(?:remarks?|notes?|comments?)$/u] },
  { meaning: "named-budget", confidence: "likely", patterns: [/^(?!.*\b(?:requested|proposed|change|prior|previous|last|remaining|unspent|available)\b)[\p{L} &/-]{2,30} (?:budgets?|allocations?|appropriations?)$/u] },
  { meaning: "named-expenditure", confidence: "likely", patterns: [/^(?!.*\b(?:planned|forecast|projected|budgeted|estimated|remaining|prior|previous|last)\b)[\p{L} &/-]{2,30} (?:actuals?|spend|spending|expenditures?|expenses?)$/u] },
  { meaning: "named-rate", confidence: "likely", patterns: [/^[\p{L} &/-]{2,30} (?:(?:%|percent(?:age)?|pct\.?) ?(?:used|spent|expended|executed|utili[sz]ed)|(?:used|spent|expended|executed|utili[sz]ed) ?(?:%|percent(?:age)?|pct\.?)|(?:execution|utili[sz]ation) (?:rate|%))$/u] },
];

export const en: Dialect = {
  headers,
  totals: {
    grand: /^(?:grand totals?|overall total|total (?:of )?all (?:departments|funds|programs?))$/u,
    total: /^(?:totals?|sum|total (?:expenditures?|budget|expenses|appropriations?|amount))$/u,
    subtotal: /^sub-? ?totals?\b|^total \S|\S (?:sub-? ?)?totals?$/u,
  },
  allLines: /^(?:the )?(?:annual|overall|whole|all|department(?:al|'s)?|ministry|agency|office|council|organi[sz]ation(?:al|'s)?)(?: (?:annual|overall|total))? (?:expenditures?|spending|expenses?)$/u,
  partInHeader: /^(?:(?<basic>basic|recurrent)|(?<project>project|development))(?: (?:expenditures?|spending)(?= ))? (?<rest>.+)$/u,
  budgetParts: { basic: /^basic (?:expenditures?|spending|expenses?)$/u, project: /^projects? (?:expenditures?|spending|expenses?)$/u },
  ofWhichRow: /^(?:of which|of-which|thereof|including:)/iu,
  deduction: /^(?:less|minus)\b/iu,
  otherBlock: /^(?:performance |level \d )?(?:indicators?|goals?|objectives?)$|^(?:target|actual) values?$/u,
  otherMoney: /(?<!\b(?:average|mean)\b.*)\b(?:budget|appropriations?|actuals?|expenditures?|expenses?|spending|balances?|remaining|encumbrances?|encumbered|commitments?|committed|obligations?|obligated|paid|payments?|revenues?|amount)$/u,
  comparison: /^(?:averages?|maximum|minimum)$|^(?:prior|previous|last) (?:year|quarter|month|period)(?: (?:actuals?|totals?|budget|same period))?$|^(?:differences?|variances?|changes?)(?: (?:from|to|vs\.?) .*)?$|^year[- ]over[- ]year\b/u,
  note: /^(?:notes?\b[:. \d]|remarks?:|source:?s?\b|prepared by|reviewed by|approved by|comments?:|\*)/iu,
  attachment: /^(?:annex|appendix|attachment|schedule|table) ?(?:\d+|[a-z]\b)?(?=$|[\s:.–-])\s*[:.–-]?\s*/iu,
  notTitle: /^(?:(?:annex|appendix|attachment) (?!\d|[a-z]\b)|page \d|prepared|(?:department|fund|agency|office|unit|entity|organi[sz]ation|client|project|program(?:me)?|grant|award|period|date|cut-off date)(?: (?:name|no\.?|number|code|title))?\s*:|as of|as at\b|for the (?:year|period|month)\b|fiscal year\b|fy ?\d+$)/iu,
  balance: /^(?:(?:opening|closing|beginning|ending|fund) )*(?:balances?|surplus)(?: (?:carried forward|brought forward|distribution))?$|^carry-?(?:over|forward)s?$|^(?:excess|deficiency|surplus|deficit)(?: ?[(/]? ?(?:deficiency|deficit|shortfall)\)?)? (?:of|from|for) .*|^(?:excess|deficiency|(?:net )?(?:operating )?(?:surplus|deficit))(?: ?[(/] ?(?:deficiency|deficit|shortfall)\)?)?$|^revenues? (?:over|in excess of)\b.*|^net (?:change|increase|decrease)s?\b.* in (?:fund|net) .*|^(?:beginning |ending |opening |closing )?(?:fund balances?|net position|net assets)\b.*$/u,
  sources: {
    line: /^(?:of which:? ?)?(?:(?:current|this)[ -]year )?(?:fiscal|government|state|federal|local|own|other) (?:appropriations?|funds?|funding|sources?)$/u,
    carried: /^(?:funds? )?(?:carried[ -]over|carry-?over)(?: (?:funds?|from (?:the )?(?:prior|previous|last) year))?$/u,
  },
  continued: /\bcontinued\b|\(cont\.?(?:'d)?\)|^page \d/iu,
  income: {
    side: /^(?:(?:operating|general|local) )?(?:revenues?|income|receipts?|resources|inflows)(?: and (?:other )?(?:financing )?sources)?$|^other financing (?:sources|uses)(?: and uses)?$/iu,
    other: /^(?:(?:operating|general|current) )?(?:expenditures?|expenses?|spending|appropriations?|outlays?|disbursements|outflows|charges to appropriations)(?: and (?:other )?(?:financing )?uses)?$/iu,
    title: /^(?!.*\b(?:expenditures?|expenses?|spending|department|office|agency|revenue (?:out-?turn|account|(?:budget )?(?:monitoring|control)|and capital))\b).*\b(?:revenues?|receipts)\b/iu,
    amount: /^(?:(?:actual|total|ytd|year[- ]to[- ]date|cumulative) )*(?:revenues?|income|receipts?)(?: (?:actual|received|collected|ytd|to date))?$/u,
  },
  unspent: /(?:\b(?:rate|used|spent|executed|utili[sz]ed)|%) ?\(incl.*\b(?:encumb|commit|obligat)/u,
  lineClass: /^(?:category|type|class(?:ification)?|expenditure category)$/u,
  carried: /\bcarr(?:y|ied)|\bbrought forward\b/u,
  past: /\b(?:prior|previous|last) (?:years?|yr|period)\b|\bpy\b|\bly\b/u,
  thisYear: /\b(?:current|this)[ -]year\b|\bytd\b|\byear[ -]to[ -]date\b/u,
  ofYear: /\b(?:annual|years?|yearly|ytd|fy)\b/u,
  wholeProject: /\b(?:total|whole) project\b|\bproject total\b|\bcontracts?\b/u,
  rest: /\b(?:balances?|remaining|unspent|unexpended)\b/u,
  left: /\b(?:balances?|remaining|available|unspent|unexpended|unencumbered)\b/u,
  difference: /\b(?:variances?|differences?)\b/u,
  received: /\b(?:received|receipts?|income|revenues?)\b/u,
  handedOut: /\b(?:released|transferred)\b/u,
  paid: /\b(?:paid|payments?|disbursed|disbursements?)\b/u,
  spent: /\b(?:actuals?|expenditures?|expenses?|expended|spent|spending|outlays?|outturn|executed|execution)\b/u,
  person: /^(?:budget|cost cent(?:er|re)|project|responsible|accountable)? ?(?:holder|manager|officer|owner|lead|director|head)$|^head of \w+$/u,
  planned: /^(?:(?:annual|yearly|procurement) )?plan(?:ned)?(?: (?:amounts?|costs?))?$/u,
  claimed: /^(?:book|reported|claimed|submitted|unaudited)(?: (?:actuals?|expenditures?|expenses?|spending|costs?|amounts?))?$/u,
  audited: /^(?:audited|verified|eligible|accepted|certified)(?: (?:actuals?|expenditures?|expenses?|spending|costs?|amounts?))?$/u,
  auditChange: /^(?:audit )?(?:adjustments?|disallowed|ineligible)(?: (?:expenditures?|expenses?|costs?|amounts?))?$/u,
  allSpending: /^(?:total |actual |ytd |year[- ]to[- ]date |cumulative |budget )*(?:expenditures?|expenses|spending|actuals?|outturn|spent|expended|ytd|disbursed|disbursements)(?: to date| ytd| totals?| amounts?)?$/u,
  plainBudget: /^(?:total |annual |full[ -]year |current year )*(?:budgets?|appropriations?|allocations?)(?: amounts?| totals?)?$/u,
  measured: /^(?:(?<budget>.{2,}?)[ :,-]+(?:(?:original|adjusted|revised) )?budget|(?<spent>.{2,}?)[ :,-]+(?:actuals?|expenditures?|spending|spent))$/u,
  noMoney: /%|\b(?:percent(?:age)?|rate|ratio|number|count|no\.?|year|months?|days?|units?|persons?|people|households?|km|hours?|fte)\b/u,
  mayBeShare: /^(?:share|%) of\b/u,
  rateOfMoney: /\b(?:budgets?|approp\w*|spend\w*|spent|expen\w*|utili[sz]\w*|used|exec\w*|absor\w*|burn|disburs\w*|financial|actuals?|ytd)\b/u,
  mayBeRate: /^(?:progress|execution|completion|utili[sz]ation|delivery|outturn|spend|disbursed|disbursement|ytd|actual|budget|usage|consumed|consumption|reali[sz]ed|reali[sz]ation|expenditure)? ?(?:%|rate|percent(?:age)?)$|^(?:progress|execution|completion|utili[sz]ation|usage)$|^% ?(?:outturn|spend|disbursed|ytd|actual|consumed|reali[sz]ed|expenditure|delivered)$|^% of (?:fy )?(?:budget|approp(?:\.|riations?)?)$/u,
  endsAsRate: /%|\b(?:rate|ratio|percent(?:age)?)$/u,
  totalColumn: /\btotal\b/u,
  spentBy: /^(?:spent|expended|paid|payments?|used) by \p{L}+$|^(?:total )?(?:paid|payments?)(?: (?:amounts?|to date))?$/u,
  untilLast: /^(?:prior|previous|last) (?:months?|periods?|quarters?) (?:ytd|cumulative|to[ -]date|total)(?: (?:actuals?|expenditures?|spending))?$/u,
  source: /^(?:federal|state|local|county|city|central|own) (?:share|match|contribution|funding)$/u,
  granted: /^(?:total |funds? |amount )*available(?: funds?| budget)?$|^(?:annual |spending |budget )?target$/u,
  contract: /^contract (?:amount|sum|price|value|total)$/u,
  indicatorNumber: /^(?:(?:indicator|warrant|contract|appropriation|po|purchase order) (?:no\.?|number|code|id|ref(?:erence)?)|ref(?:erence)? ?(?:no\.?|number)?)$/u,
  paidOn: /^(?:(?:payment|paid|posting|transaction|invoice|voucher) )?date$|^(?:voucher|invoice|cheque|check)(?: (?:no\.?|number))?$/u,
  cumulative: /cumulative|to[ -]date/u,
  now: /^(?:mtd|month[ -]to[ -]date|(?:current|this) (?:month|period|quarter)|period|month(?:ly)?|quarterly) /u,
  ofNow: /^(?:current|this) (?:month|period|quarter)(?: (?:actuals?|expenditures?|spending|expenses?))?$/u,
  fund: /^(?:federal|state|local|grants?|general fund|other funds?) /u,
  context: [
    ["adjusted-budget", /\b(?:revised|amended|adjusted) budget/iu],
    ["expenditure", /\b(?:actuals?|spending|spent|outturn|disbursements?)\b/iu],
    ["original-budget", /\b(?:budgets?|appropriations?|allocations?)\b/iu],
    ["expenditure", /\bexpenditures?\b/iu],
  ],
};
