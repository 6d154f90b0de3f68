/** One English sentence's figures as claims, from left to right. Changes against other periods are not read. */

import { amountOfChange } from "../../claims/adjustments";
import type { AdjustmentClaim, AmountClaim, AmountRole, Claim, RateClaim, ShareClaim, Subject } from "../../claim";
import { inDocument, isCutOff, lastBefore, quoteOf, type SentenceContext } from "../../claims/context";
import type { SentenceFigures } from "../../claims/figures";
import type { Figure } from "../../text/figures";
import type { Span } from "../../text/paragraphs";
import { readFigures } from "./figures";
import { subjectIn, subjectLeftFor } from "./subject";
import { ADDED_BEHIND, ADJUSTED, ADJUSTS, CHANGES, COMPARES, DIFFERENCE, LESS_THAN_BUDGET, MORE_THAN_BUDGET, NAMES_A_BUDGET, NOT_DONE, OF_BUDGET, OF_TOTAL, ORIGINAL, RATE, ROLES, TO_DATE, TOTALS } from "./words";

type MoneyFigure = Extract<Figure, { kind: "money" }>;
type PercentFigure = Extract<Figure, { kind: "percent" }>;

/** A figure with what stands around it: back to the figure before, on to the next divider or figure. */
interface Around<F extends Figure> {
  readonly figure: F;
  readonly from: number;
  readonly before: string;
  readonly after: string;
}

export function readSentenceFigures(context: SentenceContext): SentenceFigures {
  const figures = readFigures(context.text, context.beside.currency);
  const claims: Claim[] = [];
  let subject = context.carried.subject;
  let from = 0;
  figures.forEach((figure, at) => {
    const own = subjectIn(context, from, figure.start) ?? subjectLeftFor(context, figure.end);
    if (own !== null) subject = own;
    const about = own ?? (subject.origin === "own" ? { ...subject, origin: "carried" as const } : subject);
    const around = { figure, from, before: context.text.slice(from, figure.start), after: context.text.slice(figure.end, figures[at + 1]?.start ?? context.text.length) };
    const claim = figure.kind === "money" ? readMoney(context, { ...around, figure }, about, claims) : readPercent(context, { ...around, figure }, about, claims);
    if (claim !== null) claims.push(claim);
    // "RMB 117,300 was spent out of …": what says what this one is says nothing of the next.
    // So do the words that say what a rate is of, unless they go on with how much that is.
    from = figure.end + (claim?.kind === "rate" ? RATE_OF_BUDGET.exec(around.after)?.[0].length ?? 0 : claim?.kind === "amount" && roleIn(around.before) === null && !OF_TOTAL.test(around.after) ? roleBehind(around.after)?.end ?? 0 : 0);
  });
  return { claims, subject, scopes: [] };
}

function readMoney(context: SentenceContext, around: Around<MoneyFigure>, subject: Subject, before: readonly Claim[]): Claim | null {
  if (around.figure.use !== "sum") return null;
  const adjusts = ADJUSTS.map(([pattern, direction]) => ({ match: pattern.exec(around.before), direction })).find(({ match }) => match !== null);
  if (COMPARES.test(around.after) && (adjusts !== undefined || CHANGES.test(around.before))) return null;
  if (adjusts?.match && NOT_DONE.test(/[^,;]*$/u.exec(around.before)?.[0] ?? "")) return null;
  if (adjusts?.match && isOfBudget(context, around, before)) return adjustment(context, around, subject, adjusts.match, adjusts.direction);
  const added = ADDED_BEHIND.find(([pattern]) => pattern.test(around.after));
  if (added !== undefined) return adjustment(context, around, subject, null, added[1]);
  return adjusts !== undefined || CHANGES.test(around.before) ? null : amount(context, around, subject, before);
}

/** "Its budget was increased by …", "It was increased by …" behind a budget. */
function isOfBudget({ text, carried }: SentenceContext, { figure }: Around<MoneyFigure>, before: readonly Claim[]): boolean {
  const last = before.findLast((claim) => claim.kind === "amount") ?? carried.lastMain;
  return NAMES_A_BUDGET.test(text.slice(0, figure.end)) || /\badditional|\bsupplement/iu.test(text) || (last?.kind === "amount" && last.role.endsWith("budget"));
}

function adjustment(context: SentenceContext, { figure, from, before }: Around<MoneyFigure>, subject: Subject, match: RegExpExecArray | null, direction: 1 | -1): AdjustmentClaim {
  const label = match === null ? { start: figure.start, end: figure.start } : { start: from + match.index, end: from + before.trimEnd().length };
  return {
    ...base(context, subject, { start: label.start, end: figure.end }),
    kind: "adjustment", direction, money: figure.money, figure: inDocument(context, figure), label: context.sentence.text.slice(label.start, label.end), isQuota: false, isOfOtherLine: false,
    when: lastBefore(context.dates, figure.start) ?? context.dates.find(({ start }) => start >= figure.end) ?? null,
    quote: quoteOf(context, { start: 0, end: figure.end }),
  };
}

function amount(context: SentenceContext, around: Around<MoneyFigure>, subject: Subject, before: readonly Claim[]): AmountClaim {
  const { figure, from } = around;
  const last = before.at(-1);
  const isOutOf = (OUT_OF.test(around.before) || AGAINST.test(around.before)) && last?.kind === "amount" && last.role === "expenditure";
  const isDifference = DIFFERENCE.test(around.before);
  const ofBudget = againstBudget(context.text.slice(figure.end).replace(PERCENT_BEHIND, ""));
  const isBefore = ofBudget === null && roleIn(around.before) !== null;
  const role = ofBudget ?? roleIn(around.before) ?? (isOutOf ? null : roleBehind(around.after) ?? behindPercent(context, around) ?? spentOf(context, around));
  const label: Span = role !== null && isBefore ? { start: from + role.start, end: from + role.end } : { start: figure.start, end: figure.start };
  return {
    ...base(context, subject, { start: label.start, end: figure.end }),
    kind: "amount", role: isDifference ? "other" : role?.role ?? (isOutOf ? "budget" : "other"), label: role?.words ?? "", figure: inDocument(context, figure), money: figure.money,
    aspect: null, place: isDifference ? "difference" : OF_TOTAL.test(around.before) && last?.kind === "amount" ? "base" : "main", isTotal: TOTALS.test(around.before), cutOff: lastBefore(context.dates.filter((date) => isCutOff(context, date)), figure.start),
  };
}

const RATE_OF_BUDGET = new RegExp(`${OF_BUDGET.source}(?! of )`, "iu");

/** "$41.25 million" of "$38.7 million of $41.25 million". */
const OUT_OF = /^ ?(?:(?:was|were) )?(?:spent )?(?:out )?of(?: the| its)? $/iu;

/** "£901.4k against £860k". */
const AGAINST = /^ (?:against|versus|vs\.?) (?:the |its |a )?$/iu;
const OF_SPENDING = /\b(?:spent|overspent|underspent|spending|outturn)\b/iu;

/** "$38.7 million of $41.25 million spent": what was spent of what. */
function spentOf({ text }: SentenceContext, { figure, after }: Around<MoneyFigure>): FoundRole | null {
  if (AGAINST.test(after) && OF_SPENDING.test(text)) return { role: "expenditure", words: "", start: 0, end: 0 };
  if (!/^ (?:out )?of (?:the |its |a )?$/iu.test(after)) return null;
  return /^[^,;.]{0,40}\b(?:spent|expended|disbursed|used)\b/iu.test(text.slice(figure.end + after.length).replace(/^[^\s]+ ?[\d.,]+(?: (?:thousand|million|billion))?/u, "")) ? { role: "expenditure", words: "", start: 0, end: 0 } : null;
}

/** "US$ 1,000.01 (0.32%) returned", "600 thousand yuan, or 20% of its budget, remained unspent". */
function behindPercent({ text }: SentenceContext, { figure }: Around<MoneyFigure>): FoundRole | null {
  const words = /^(?: ?\(\d[\d.]*%\)|,? or \d[\d.]*%(?: of (?:its|the|their) [a-z -]{1,40}?(?:,|(?= (?:remain|was|were|is|are)))))(?<words>[^,;.]+)/u.exec(text.slice(figure.end))?.groups?.["words"];
  return words === undefined ? null : roleBehind(words);
}

const PERCENT_BEHIND = /^ ?\(\d[\d.]*%\)/u;

/** "$2.5 million below budget": no budget. */
function againstBudget(after: string): FoundRole | null {
  const role = LESS_THAN_BUDGET.test(after) ? "balance" : MORE_THAN_BUDGET.test(after) ? "overspend" : null;
  return role === null ? null : { role, words: "", start: 0, end: 0 };
}

/** 63.75% of its appropriation was used. */
const IS_SPENT = /^[^,;.]*\b(?:spent|used|executed|utili[sz]ed)\b/iu;

/** 20% of its budget, remained unspent. */
const IS_LEFT = /^,? ?(?:(?:still|is|was|were|are|has|have|been) )*(?:remain(?:s|ed|ing)?|left|unspent|unused|returned|lapsed|surrendered)\b/iu;

/** In the clause behind a figure. */
function roleBehind(after: string): FoundRole | null {
  const clause = /^[^,;]*/u.exec(after)?.[0] ?? "";
  // "EUR 1,639,635 had been spent out of an annual budget of …"
  return roleIn(clause.replace(/ (?:out of|against)\b.*$/iu, "")) ?? roleIn(clause);
}

interface FoundRole extends Span {
  readonly role: AmountRole;
  readonly words: string;
}

function roleIn(text: string): FoundRole | null {
  return ROLES.flatMap(([role, pattern]) => {
    const last = [...text.matchAll(pattern)].at(-1);
    return last === undefined ? [] : [{ role, words: last[0], start: last.index, end: last.index + last[0].length }];
  }).reduce<FoundRole | null>((best, one) => (best === null || one.end > best.end || (one.end === best.end && one.start < best.start) ? one : best), null);
}

function readPercent(context: SentenceContext, { figure, from, before, after }: Around<PercentFigure>, subject: Subject, told: readonly Claim[]): RateClaim | ShareClaim | null {
  const ofBudget = OF_BUDGET.exec(after);
  const rateWord = [...before.matchAll(RATE)].at(-1);
  const amounts = told.filter((claim) => claim.kind === "amount" && claim.subject.text === subject.text);
  const hasBoth = amounts.some((claim) => claim.kind === "amount" && claim.role === "expenditure") && amounts.some((claim) => claim.kind === "amount" && claim.role.endsWith("budget"));
  const last = told.at(-1);
  const change = told.at(-2);
  const isCutTo = change?.kind === "adjustment" && last?.kind === "amount" && /^ to /u.test(context.text.slice(change.figure.end - context.sentence.start));
  const part = isCutTo ? amountOfChange(change) : last?.kind === "adjustment" ? amountOfChange(last) : last?.kind === "amount" && (last.role === "balance" || last.place === "difference" || (last.role === "overspend" && figure.percent.value.lt(100))) && last.figure.end <= inDocument(context, figure).start ? last : null;
  const span = { start: rateWord === undefined ? figure.start : from + rateWord.index, end: figure.end };
  // What was left, or added, is a part of the budget, and no execution of it.
  if (part !== null && rateWord === undefined && /^(?:[^,;.\d]{0,30}\(|,? (?:or )?)$/u.test(before) && !IS_SPENT.test(after)) {
    const isToDate = last?.kind === "amount" && TO_DATE.test(last.label);
    const name = isToDate ? "YTD budget" : ORIGINAL.test(ofBudget?.groups?.["which"] ?? "") ? "original budget" : "budget";
    return { ...base(context, subject, span), kind: "share", percent: figure.percent, figure: inDocument(context, figure), part: { name: "", amount: part }, whole: { name, amount: null } };
  }
  if (last?.kind === "amount" && last.place === "base" && /^ ?\($/u.test(before)) {
    return { ...base(context, subject, span), kind: "share", percent: figure.percent, figure: inDocument(context, figure), part: { name: "", amount: told.findLast((claim): claim is AmountClaim => claim.kind === "amount" && claim.place === "main") ?? null }, whole: { name: "", amount: last } };
  }
  if (ofBudget === null && OF_TOTAL.test(after)) {
    const part = told.findLast((claim): claim is AmountClaim => claim.kind === "amount");
    return {
      ...base(context, subject, span), kind: "share", percent: figure.percent, figure: inDocument(context, figure),
      part: { name: part === undefined ? subject.text : "", amount: part ?? null }, whole: { name: "", amount: null },
    };
  }
  if (rateWord === undefined && IS_LEFT.test(after.replace(OF_BUDGET, ""))) return null;
  if (CHANGES.test(before) || COMPARES.test(after) || (ofBudget === null && rateWord === undefined && !(hasBoth && /\($|\bor $/u.test(before.trimStart())))) return null;
  const which = ofBudget?.groups?.["which"] ?? "";
  return {
    ...base(context, subject, span), kind: "rate", percent: figure.percent, figure: inDocument(context, figure), budget: null,
    label: rateWord?.[0] ?? ofBudget?.[0].trim() ?? "", basis: ORIGINAL.test(which) ? "original-budget" : ADJUSTED.test(which) ? "adjusted-budget" : "budget",
  };
}

function base(context: SentenceContext, subject: Subject, span: Span): Pick<AmountClaim, "span" | "sentence" | "subject" | "item"> {
  const start = subject.origin === "own" && subject.span !== null ? Math.min(span.start, subject.span.start - context.sentence.start) : span.start;
  return { span: inDocument(context, { start, end: span.end }), sentence: context.sentence, subject, item: context.carried.item };
}
