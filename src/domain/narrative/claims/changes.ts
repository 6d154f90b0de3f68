/** Changes against another year or another sum as claims: what changed, from what, by how much. */

import { ZERO } from "../../amounts/decimal";
import { convert } from "../../amounts/unit";
import type { AdjustmentClaim, AmountClaim, ChangeClaim, Claim, Subject } from "../claim";
import { mayBeSameSubject } from "../same-subject";
import type { Span } from "../text/paragraphs";
import { clauseEnd, clauseStart, lastVerb, SEMICOLON, skipBack } from "./clause";
import type { ChangeEnds } from "./change-ends";
import { inDocument, lastBefore, ownSubject, quoteOf, type SentenceContext } from "./context";
import { ALL_ROLE_WORDS, readAmountLead, type AmountLead } from "./lead";
import type { PercentLead } from "./percent-lead";
import { about, amountClaim, wordless, type MoneyFigure, type PercentFigure, type Progress } from "./progress";
import { ADJUSTING_VERBS, AGAINST_BUDGET, CHANGING_VERBS, FILLERS, SAVING_VERBS } from "./words";

export function addChange(context: SentenceContext, progress: Progress, figure: MoneyFigure, lead: Extract<AmountLead, { kind: "change" }>): void {
  const last = progress.claims.at(-1);
  if (last?.kind === "change" && last.money === null && last.direction === lead.direction && isBare(context.text.slice(progress.from, lead.label.start))) {
    progress.claims.pop();
    progress.claims.push({ ...last, money: figure.money, span: { start: last.span.start, end: inDocument(context, figure).end } });
    return;
  }
  const own = subjectOfChange(context, lead.about);
  progress.claims.push({
    ...about(context, progress, own, { start: lead.label.start, end: figure.end }),
    kind: "change", direction: lead.direction, money: figure.money, percent: null, figure: inDocument(context, figure),
    ...endsTold(context, progress, own, figure), isContrary: false,
  });
}

export function addPercentChange(context: SentenceContext, progress: Progress, figure: PercentFigure, lead: Extract<PercentLead, { kind: "change" }>): void {
  const last = progress.claims.at(-1);
  const runsOn = last?.kind === "change" && last.percent === null && clauseEnd(context.text, progress.from, lead.label.start) >= progress.from;
  if (runsOn && (last.direction === lead.direction || isBare(context.text.slice(progress.from, lead.label.start)))) {
    progress.claims.pop();
    progress.claims.push({ ...last, percent: figure.percent, isContrary: last.direction !== lead.direction, span: { start: last.span.start, end: inDocument(context, figure).end } });
    return;
  }
  if (last?.kind === "adjustment" && last.direction === lead.direction && isBare(context.text.slice(progress.from, lead.label.start))) return addRateOfAdjustment(context, progress, figure, last);
  const own = subjectOfChange(context, lead.about);
  const ends = endsTold(context, progress, own, figure);
  if (ends.to === null && ends.from === null && own === null) return;
  progress.claims.push({
    ...about(context, progress, own, { start: lead.label.start, end: figure.end }),
    kind: "change", direction: lead.direction, money: null, percent: figure.percent, figure: inDocument(context, figure), ...ends, isContrary: false,
  });
}

/** 年初预算100万元，调整后预算102万元，调增2万元，增长2%: between the budgets that its sentence tells. */
function addRateOfAdjustment(context: SentenceContext, progress: Progress, figure: PercentFigure, last: AdjustmentClaim): void {
  const told = toldAmounts(progress.claims).filter(({ subject, money }) => mayBeSameSubject(subject, last.subject) && !money.approximate);
  const [from = null, to = null] = (["original-budget", "adjusted-budget"] as const).map((role) => told.findLast((amount) => amount.role === role));
  if (from === null && to === null) return;
  const { direction, money, span: { start }, sentence, subject, item } = last;
  progress.claims.push({
    kind: "change", span: { start, end: inDocument(context, figure).end }, sentence, subject, item, direction, money, percent: figure.percent, figure: inDocument(context, figure), from, to, isContrary: false,
  });
}

/** ，降低1.67%, or ，增支20万元: of the same thing, with no word of what else rose or fell. */
function isBare(between: string): boolean {
  return /^[，,、\s]*(?:同比|环比)?$/u.test(between);
}

type EndsTold = Pick<ChangeClaim, "from" | "to">;

/** The sums told of what changed: what it is compared with right before, or those of two years; else the last one told alone. */
function endsTold(context: SentenceContext, { claims, lastAmount }: Progress, own: Subject | null, { start }: Span): EndsTold {
  const isOfIt = ({ subject }: AmountClaim): boolean => own === null || mayBeSameSubject(subject, own);
  const told = toldAmounts(claims).filter(isOfIt);
  const to = told.at(-1) ?? toldBefore(context, own);
  const isCompared = lastAmount?.place === "base" && !isDenominator(claims, lastAmount) && isOfIt(lastAmount) && !SEMICOLON.test(context.text.slice(lastAmount.figure.end - context.sentence.start, start));
  if (isCompared) return { from: lastAmount, to: to !== null && isOfItsSpending(context, to, lastAmount) ? null : to };
  return to === null ? { from: null, to } : budgetBefore(context, told, to, start) ?? endsByYear(context, told, to);
}

/** 预算900万元，完成45.84%，较2023年决算1050.75万元下降60.73%: what fell is the spending, which the rate alone tells. */
function isOfItsSpending({ text, sentence }: SentenceContext, to: AmountClaim, from: AmountClaim): boolean {
  return to.role.endsWith("budget") && SPENT_PERCENT.test(text.slice(Math.max(0, to.figure.end - sentence.start), from.figure.start - sentence.start));
}

const SPENT_PERCENT = /(?:完成|执行|支出|支付)[^，,。；;]{0,8}[%％]/u;

/** 占年度预算100000万元的51.93%，同比增长2.6%: the growth is of something else. */
function isDenominator(claims: readonly Claim[], amount: AmountClaim): boolean {
  return claims.some((claim) => (claim.kind === "share" && claim.whole.amount === amount) || (claim.kind === "rate" && claim.budget === amount));
}

/** 年初预算180万元，支出171.42万元，比年初预算减少8.58万元: the budget of that kind told before, if it is one alone. */
function budgetBefore({ text, sentence }: SentenceContext, told: readonly AmountClaim[], to: AmountClaim, figure: number): EndsTold | null {
  const verb = lastVerb(text, to.figure.end - sentence.start, figure, MEASURED_VERBS);
  const which = verb === null ? undefined : AGAINST_BUDGET.exec(text.slice(to.figure.end - sentence.start, verb.start));
  if (which === undefined || which === null) return null;
  const kind = /年初|期初/u.test(which.groups?.["which"] ?? "") ? "original-budget" : null;
  const budgets = told.filter((amount) => amount !== to && (kind === null ? to.role === "expenditure" && amount.role.endsWith("budget") : amount.role === kind) && mayBeSameSubject(amount.subject, to.subject));
  return { from: budgets.length === 1 ? budgets[0] ?? null : null, to };
}

const MEASURED_VERBS = [...CHANGING_VERBS, ...ADJUSTING_VERBS, ...SAVING_VERBS];

/** 2023年支出1180万元，2022年支出1200万元: the last two sums of one thing, where each is of its year. */
function endsByYear(context: SentenceContext, told: readonly AmountClaim[], last: AmountClaim): EndsTold {
  const before = told.at(-2);
  if (before === undefined || withoutYear(before.subject.text) !== withoutYear(last.subject.text) || !isOneSide(before, last)) return { from: null, to: last };
  const [first, second] = [yearOf(context, before), yearOf(context, last)];
  if (first === null || second === null || first === second) return { from: null, to: last };
  return first < second ? { from: before, to: last } : { from: last, to: before };
}

function withoutYear(name: string): string {
  return name.replace(/^(?:19|20)\d{2}年度?/u, "");
}

function isOneSide(a: AmountClaim, b: AmountClaim): boolean {
  return (a.role === "income") === (b.role === "income");
}

/** The year that was named last before an amount in its sentence, but for what others are compared with (比2023年预算数), else the report's. */
function yearOf({ dates, sentence, beside, carried }: SentenceContext, { figure }: AmountClaim): number | null {
  const ofComparisons = dates.filter(({ start }) => /[比较与同]$/u.test(sentence.text.slice(0, start)));
  const days = lastBefore(dates.filter((date) => !ofComparisons.includes(date)), figure.start - sentence.start)?.days ?? null;
  return days === null ? beside.year ?? carried.year : Number(days.first.slice(0, 4));
}

/** Sums that may have changed, in this sentence, not the budget of a rate (完成预算数60999万元的40.4%). */
function toldAmounts(claims: readonly Claim[]): readonly AmountClaim[] {
  const budgets = new Set(claims.flatMap((claim) => (claim.kind === "rate" && claim.budget !== null ? [claim.budget] : [])));
  return claims.filter((claim): claim is AmountClaim => claim.kind === "amount" && ["main", "part"].includes(claim.place) && !budgets.has(claim));
}

/** "2022年度收、支总计12,345.67万元。与2021年相比，收、支总计各增加…": the sum that the sentence before told, if it is of that. */
function toldBefore({ text, carried: { lastMain } }: SentenceContext, own: Subject | null): AmountClaim | null {
  return lastMain !== null && COMPARES_AGAIN.test(text) && (own === null || mayBeSameSubject(own, lastMain.subject)) ? lastMain : null;
}

const COMPARES_AGAIN = /^(?:与|同|比|较)[^，,。；;]{0,8}(?:年|同期)[^，,。；;]{0,6}(?:，|,|增|减|上升|下降|降低)/u;

/** What the words before a verb of change say has changed: 小学教育 of "；小学教育支出比上年增加"; null where they name nothing. */
function subjectOfChange(context: SentenceContext, { start, end }: Span): Subject | null {
  const { text } = context;
  const comparison = COMPARISON.exec(text.slice(start, end))?.index ?? end - start;
  const words = skipBack(text, start, start + comparison, FILLERS);
  return ownSubject(context, { start, end: skipBack(text, start, words, ALL_ROLE_WORDS) });
}

const COMPARISON = /[比较与同]/u;

/** 由A…, 比上年的A…: what the change starts from. */
export function addOrigin(context: SentenceContext, progress: Progress, figure: MoneyFigure, { end, about: words }: Extract<ChangeEnds, { end: "from" | "base" }>): void {
  const named = readAmountLead(context.text, words.start, words.end);
  const lead = named.kind === "amount" && named.role !== "other" ? named : wordless(words);
  const own = end === "from" ? ownSubject(context, lead.about) : null;
  if (own !== null) progress.local = own;
  const claim = amountClaim(context, progress, figure, { ...lead, place: "base" }, own);
  progress.lastAmount = end === "from" && own === null && lead.role === "other" && isBudgetTold(progress, claim) ? { ...claim, role: "budget" } : claim;
  progress.claims.push(progress.lastAmount);
}

/** 预算200万元，追加20万元，又由220万元调减为210万元: the budget told before, or what its changes made of it. */
function isBudgetTold({ claims }: Progress, { subject, money }: AmountClaim): boolean {
  const ofIt = claims.filter((claim) => mayBeSameSubject(claim.subject, subject));
  const budgets = ofIt.filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.role.endsWith("budget") && !claim.money.approximate);
  const changes = ofIt.filter((claim): claim is AdjustmentClaim => claim.kind === "adjustment");
  const changed = changes.reduce((sum, change) => sum.plus(convert(change.money.value, change.money.unit, money.unit).times(change.direction)), ZERO);
  return budgets.some((budget) => [ZERO, changed].some((by) => convert(budget.money.value, budget.money.unit, money.unit).plus(by).eq(money.value)));
}

/** 减少20万元（上年为1200万元）, 减少20万元，上年为1200万元: told behind the change, what it starts from. */
export function addOriginBehind(context: SentenceContext, progress: Progress, figure: MoneyFigure): boolean {
  const last = progress.claims.at(-1);
  const words = BASE_BEHIND.exec(context.text.slice(progress.from, figure.start));
  if (last?.kind !== "change" || last.from !== null || words === null || !isEarlier(context, words.groups?.["year"])) return false;
  const from = amountClaim(context, progress, figure, { ...wordless({ start: figure.start, end: figure.start }), place: "base" }, null);
  progress.claims.pop();
  progress.claims.push({ ...last, from }, from);
  progress.lastAmount = from;
  return true;
}

const BASE_BEHIND = /^[（(，,]?\s*(?:而)?(?:(?<year>(?:19|20)\d{2})年度?|上年度?|去年|上年同期|去年同期|同期)(?:同期)?(?:实际)?(?:支出|收入|决算|执行|完成)?(?:数|额)?(?:为|是)?$/u;

function isEarlier({ beside, carried }: SentenceContext, year: string | undefined): boolean {
  const own = beside.year ?? carried.year;
  return year === undefined || own === null || Number(year) < own;
}

const LEADS = /^(?:为|到|至|成|达到?)/u;

/** …增加到B: the change, and for a budget an adjustment of as much. */
export function addTarget(context: SentenceContext, progress: Progress, figure: MoneyFigure, verb: Span, from: AmountClaim | null = progress.lastAmount): void {
  const isBudget = from?.role.endsWith("budget") ?? false;
  const label = context.sentence.text.slice(verb.start, verb.end);
  const to: AmountClaim = {
    ...amountClaim(context, progress, figure, wordless({ start: figure.start, end: figure.start }), null),
    role: isBudget ? "adjusted-budget" : from?.role ?? "other", label: label + (LEADS.exec(context.sentence.text.slice(verb.end))?.[0] ?? ""),
  };
  progress.lastAmount = to;
  progress.claims.push(to);
  if (from === null) return;
  const difference = to.money.value.minus(convert(from.money.value, from.money.unit, to.money.unit));
  const base = about(context, progress, null, { start: verb.start, end: figure.end });
  const change = { ...base, direction: difference.isNegative() ? -1 : 1, figure: to.figure } as const;
  // 调减15万元，调整为45万元: by how much is told already.
  const isTold = progress.claims.slice(progress.claims.indexOf(from)).some(({ kind }) => kind === "adjustment");
  if (isBudget && !isTold && !difference.isZero() && !isOfAnotherYear(context, from, to)) {
    progress.claims.push({
      ...change, kind: "adjustment", money: { ...to.money, value: difference.abs() }, isQuota: false, label,
      when: lastBefore(context.dates, figure.start), isOfOtherLine: false,
      quote: quoteOf(context, { start: clauseStart(context.text, 0, verb.start), end: figure.end }),
    });
  }
  progress.claims.push({ ...change, kind: "change", money: null, percent: null, from, to, isContrary: false });
}

/** 由2022年的180万元增加到2023年的200万元: two years' budgets. */
function isOfAnotherYear(context: SentenceContext, from: AmountClaim, to: AmountClaim): boolean {
  const before = context.text.slice(0, from.figure.start - context.sentence.start);
  return yearOf(context, from) !== yearOf(context, to) || /(?:上|去)年[^，,。；;]{0,6}$/u.test(before);
}

/** 较上年预算120万元压减20万元: by how much it differs from the sum right before. */
export function isComparedWithBase({ text, sentence }: SentenceContext, { lastAmount }: Progress, { start }: Span): boolean {
  return lastAmount?.place === "base" && clauseStart(text, 0, start) <= lastAmount.figure.start - sentence.start;
}
