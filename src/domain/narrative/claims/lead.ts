/** What the words before a figure make of it. Offsets are the sentence's own; the text is folded. */

import type { AmountRole } from "../claim";
import type { Span } from "../text/paragraphs";
import { senseOf, type AdjustingSense } from "./adjusting";
import { isBudgetSpending, senseOfBudgetSpending } from "./budget-spending";
import { clauseStart, lastVerb, skipBack, wordBefore, type FoundVerb } from "./clause";
import {
  ADJUSTING_VERBS, AGAINST_BUDGET, CHANGING_VERBS, DIFFERS, DISTANT_ROLE_WORDS, FILLERS, FUNDS, LEADS_TO, NEW_AMOUNT, NOT_YET, OF_WORK, PAYING_VERBS, PLAIN_RATE_WORDS, RATE_WORDS, ROLE_WORDS, SAVING_VERBS, TOTAL_WORDS,
} from "./words";

/** `about` is where the subject stands, still to be trimmed. */
export type AmountLead =
  | {
    readonly kind: "amount"; readonly role: AmountRole; readonly label: Span; readonly about: Span; readonly aspect: Span | null;
    readonly place: "main" | "base" | "plan" | "difference"; readonly isTotal: boolean;
  }
  | { readonly kind: "adjustment"; readonly direction: 1 | -1; readonly label: Span; readonly about: Span; readonly isQuota: boolean; readonly object: Span }
  | { readonly kind: "change"; readonly direction: 1 | -1; readonly label: Span; readonly about: Span }
  /** 调减为1100万元: what a budget came to. `direction` is 0 where the verb tells none. */
  | { readonly kind: "new-amount"; readonly direction: 1 | -1 | 0; readonly label: Span; readonly about: Span; readonly sense: AdjustingSense };

export type PercentLead =
  | { readonly kind: "rate"; readonly label: Span; readonly about: Span; readonly basis: "original-budget" | "adjusted-budget" | "budget"; readonly ofPrevious: boolean }
  | { readonly kind: "share"; readonly part: Span; readonly whole: Span; readonly ofPrevious: boolean }
  | { readonly kind: "change"; readonly direction: 1 | -1; readonly label: Span; readonly about: Span };

const ROLE_OF_WORD: ReadonlyMap<string, AmountRole> = new Map(
  (["original-budget", "adjusted-budget", "budget", "expenditure", "balance", "overspend", "income"] as const).flatMap((role) => ROLE_WORDS[role].map((word) => [word, role] as const)),
);
export const ALL_ROLE_WORDS: readonly string[] = [...ROLE_OF_WORD.keys()];
const ALL_CHANGES = [...ADJUSTING_VERBS, ...CHANGING_VERBS];
const ALWAYS_ADJUSTS: ReadonlySet<string> = new Set(ADJUSTING_VERBS.map(([verb]) => verb));
const PAYING = PAYING_VERBS.map((verb) => [verb, "paid"] as const);
/** What was changed or paid for stands between verb and figure; longer words there are something else. */
const LONGEST_OBJECT = 24;
/** 减少补贴26万元 tells a change; in 提高退休人员待遇补助支出26万元 the verb belongs to the name. */
const LONGEST_CHANGED = 4;
const COMPARES = /比|较|同期/u;
/** 较年初预算调增20万元 is a change all the same. */
const COMPARES_YEARS = /(?:比|较|与)[^，,。；;]{0,8}(?:年(?!初)|同期|上期)/u;

/** [from, to) lies between the figure before (or the sentence's start) and this one. */
export function readAmountLead(text: string, from: number, to: number): AmountLead {
  const saved = savedIn(text, from, to);
  if (saved !== null) return saved;
  const { end, isTotal } = bareEnd(text, from, to);
  const start = clauseStart(text, from, end);
  return newAmountIn(text, { from: start, end, to }) ?? changeIn(text, start, end) ?? roleBefore(text, { from: start, end, to }, isTotal) ?? paymentIn(text, start, end, isTotal)
    ?? {
      kind: "amount", role: isTotal ? distantRole(text, start < end ? start : from, end) : start < end && IS_MEASURED.test(text.slice(to)) ? "expenditure" : "other",
      label: { start: end, end }, about: { start, end }, aspect: null, place: "main", isTotal,
    };
}

/** 公务接待费0.88万元，完成预算的88%: of money that only its name tells, a budget is completed by what was spent. */
const IS_MEASURED = /^[^，,；;。]{0,12}[，,](?:已|已经)?(?:完成(?:了)?[^，,；;。]{0,12}预算|(?:预算)?执行率|(?:预算执行|执行|支出)进度)/u;

/** 比预算节约18.5万元, whose 约 makes nothing approximate. */
function savedIn(text: string, from: number, to: number): AmountLead | null {
  const end = skipBack(text, from, to, ["资金", "经费", "了"]);
  const found = SAVING_VERBS.find(([verb]) => text.endsWith(verb, end) && end - verb.length >= from);
  if (found === undefined) return null;
  const label = { start: end - found[0].length, end };
  const start = clauseStart(text, from, label.start);
  return AGAINST_BUDGET.test(text.slice(start, label.start)) ? { kind: "change", direction: found[1], label, about: { start, end: label.start } } : null;
}

/** Before fillers and words of totalling. */
function bareEnd(text: string, from: number, to: number): { end: number; isTotal: boolean } {
  let isTotal = false;
  for (let end = to; ;) {
    end = skipBack(text, from, end, FILLERS);
    const noun = wordBefore(text, from, end, ["经费", "资金", "费用"]);
    const beforeNoun = end - (noun?.length ?? 0);
    const word = wordBefore(text, from, beforeNoun, TOTAL_WORDS);
    if (word === null) return { end, isTotal };
    isTotal = true;
    end = beforeNoun - word.length;
  }
}

const VERBS_TO: readonly (readonly [string, 1 | -1 | 0])[] = [...ALL_CHANGES, ["调整", 0], ["变更", 0]];

const NOT_OF_BUDGET = /(?:支出|收入|决算|执行|支付|结余|结转)(?:数|额|金额)?$/u;

function newAmountIn(text: string, { from: start, end, to }: Words): AmountLead | null {
  const found = lastVerb(text, start, end, VERBS_TO);
  if (found === null || !NEW_AMOUNT.test(text.slice(found.end, to).trim())) return null;
  const before = text.slice(start, found.start);
  if (COMPARES.test(before)) return null;
  return {
    kind: "new-amount", direction: found.meaning, label: { start: found.start, end: to }, about: { start, end: found.start },
    sense: NOT_OF_BUDGET.test(before) ? "other" : senseOf(text, clauseStart(text, 0, found.start), { ...found, end: to, meaning: found.meaning === 0 ? 1 : found.meaning }, to),
  };
}

function changeIn(text: string, start: number, end: number): AmountLead | null {
  const found = lastVerb(text, start, end, ALL_CHANGES);
  if (found === null) return null;
  const object = text.slice(found.end, end);
  if (object.length > LONGEST_OBJECT || object.includes("后") || /实际支出|支付/u.test(object) || LEADS_TO.some((word) => object.startsWith(word))) return null;
  const isQuota = text.endsWith("指标", found.start);
  const about = { start, end: isQuota ? found.start - 2 : found.start };
  const label = { start: about.end, end: found.end };
  if (ALWAYS_ADJUSTS.has(found.verb) ? !COMPARES_YEARS.test(text.slice(start, found.start)) : isBudgetChange(text, start, found, object)) {
    const sense = senseOf(text, start, found, end);
    if (sense === "change") return { kind: "adjustment", direction: found.meaning, label, about, isQuota, object: { start: found.end, end } };
    return { kind: "amount", role: "other", label, about: { start: label.start, end: label.start }, aspect: null, place: sense === "plan" ? "plan" : "difference", isTotal: false };
  }
  if (object.length > LONGEST_CHANGED && !COMPARES.test(text.slice(start, found.start))) return null;
  return { kind: "change", direction: found.meaning, label, about };
}

/** A clause from `from` to `end`, behind which only fillers stand before the figure at `to`. */
interface Words {
  readonly from: number;
  readonly end: number;
  readonly to: number;
}

function isBudgetChange(text: string, start: number, found: FoundVerb<1 | -1>, object: string): boolean {
  const before = text.slice(start, found.start);
  return !COMPARES.test(before) && (/预算|指标/u.test(object) || /(?:预算|指标)$/u.test(before));
}

function roleBefore(text: string, { from: start, end, to }: Words, isTotal: boolean): AmountLead | null {
  const word = roleWordBefore(text, start, end);
  if (word === null) return null;
  const label = { start: end - word.length, end };
  if (DIFFERS.test(text.slice(start, label.start))) {
    return { kind: "amount", role: "other", label, about: { start: label.start, end: label.start }, aspect: null, place: "difference", isTotal: false };
  }
  const share = afterShareWord(text, start, label.start);
  const planned = word === "支付" || word === "拨付" ? isPlanned(text, start, label.start) : false;
  const role = planned ? "other" : roleOfWord(text, word, label, to);
  const completed = role.endsWith("budget") ? completedBefore(text, start, label.start) : null;
  return {
    kind: "amount", role: completed !== null && role === "budget" ? basisOf(text.slice(completed, end)) : role, label, aspect: null,
    about: { start: share ?? start, end: completed ?? (planned ? skipBack(text, start, label.start, NOT_YET) : label.start) }, place: share !== null ? "base" : planned ? "plan" : "main",
    isTotal: isTotal || wordBefore(text, start, label.start, TOTAL_WORDS) !== null,
  };
}

/** 完成年度预算, 完成部门支出预算: what stands between says which budget, and names nothing. */
function completedBefore(text: string, start: number, end: number): number | null {
  const at = text.lastIndexOf("完成", end - 1);
  return at >= start && end - at <= LONGEST_KIND ? at : null;
}

const LONGEST_KIND = 10;

function roleOfWord(text: string, word: string, label: Span, figure: number): AmountRole {
  const isSpent = isBudgetSpending(word) && senseOfBudgetSpending(text, label.start, figure) === "expenditure";
  return isSpent ? "expenditure" : ROLE_OF_WORD.get(word) ?? "other";
}

/** Not the 预算 that is part of a fund's name. */
function roleWordBefore(text: string, start: number, end: number): string | null {
  const word = wordBefore(text, start, end, ALL_ROLE_WORDS);
  if (word === null || !word.startsWith("预算") || wordBefore(text, start, end - word.length, FUNDS) === null) return word;
  return wordBefore(text, end - word.length + "预算".length, end, ALL_ROLE_WORDS) ?? word;
}

function paymentIn(text: string, start: number, end: number, isTotal: boolean): AmountLead | null {
  const found = lastVerb(text, start, end, PAYING);
  if (found === null || end - found.end > LONGEST_OBJECT) return null;
  const planned = isPlanned(text, start, found.start);
  return {
    kind: "amount", role: planned ? "other" : "expenditure", label: { start: found.start, end: found.end },
    about: { start, end: planned ? skipBack(text, start, found.start, NOT_YET) : found.start },
    aspect: { start: skipOver(text, found.end, end, "了"), end }, place: planned ? "plan" : "main", isTotal,
  };
}

function isPlanned(text: string, start: number, end: number): boolean {
  return wordBefore(text, start, end, NOT_YET) !== null;
}

function skipOver(text: string, start: number, end: number, word: string): number {
  return start + word.length <= end && text.startsWith(word, start) ? start + word.length : start;
}

function distantRole(text: string, start: number, end: number): AmountRole {
  const before = text.slice(start, end);
  return DISTANT_ROLE_WORDS.find(([word]) => before.includes(word))?.[1] ?? "other";
}

/** Behind the last 占 that speaks of a share, not of ground (占地, 占道) or use (占用); null without one. */
function afterShareWord(text: string, start: number, end: number): number | null {
  const at = text.lastIndexOf("占", end - 1);
  if (at < start || at >= end || "地道用".includes(text.charAt(at + 1) || " ")) return null;
  return at + 1;
}

const COMPLETED = /(?:完成(?:了)?|为|达到?)([^完，,；;：:]{0,16}预算[^完，,；;：:]{0,8})$/u;
/** Progress of work is estimated; told to a hundredth of a percent it is money. */
const WORK_COMPLETED = /完成(?:了)?(?:该|本)?(?:项目|工程)的?$/u;
/** 占年初预算的52.3% is a rate of execution. */
const IS_BUDGET = /^(?:全年|本年|年度|年初|调整后?的?|全部){0,2}预算(?:数|额|总额|安排)?的?$/u;
const RATE_WINDOW = 40;

/**
 * `previous` is the figure before, if it is money. `decimals` are those printed of the percentage.
 */
export function readPercentLead(text: string, from: number, to: number, decimals: number, previous: AmountLead | null): PercentLead | null {
  if (previous?.kind === "amount" && /^\s?的\s?约?近?$/u.test(text.slice(from, to))) return ofPreviousAmount(text, previous);
  const end = skipBack(text, from, to, FILLERS);
  const start = clauseStart(text, from, end);
  return shareIn(text, { from: start, end, to }, previous) ?? rateIn(text, start, end, decimals) ?? rankedRateIn(text, from, to) ?? plainRateIn(text, from, start, end) ?? percentChangeIn(text, start, end);
}

function ofPreviousAmount(text: string, previous: Extract<AmountLead, { kind: "amount" }>): PercentLead | null {
  const { about, label, role } = previous;
  if (previous.place === "base") return { kind: "share", part: { start: about.start - 1, end: about.start - 1 }, whole: { start: about.start, end: label.end }, ofPrevious: true };
  if (role !== "original-budget" && role !== "adjusted-budget" && role !== "budget") return null;
  const completed = text.lastIndexOf("完成", label.start);
  const start = completed >= about.start ? completed : label.start;
  return { kind: "rate", label: { start, end: label.end }, about: { start: about.start, end: start }, basis: role, ofPrevious: true };
}

function shareIn(text: string, { from: start, end, to }: Words, previous: AmountLead | null): PercentLead | null {
  const behind = afterShareWord(text, start, end);
  if (behind === null) return null;
  const named = text.slice(behind, end);
  const isNamed = !/^(?:比|比重|比例|的比[重例])?$/u.test(named);
  // 教育局预算15.20亿元，占预算总额的56.30%: of all budgets.
  const isOfBudgets = previous?.kind === "amount" && previous.role.endsWith("budget") && text.slice(behind, to).includes("总");
  if (IS_BUDGET.test(named) && !isOfBudgets) return { kind: "rate", label: { start: behind - 1, end }, about: { start, end: behind - 1 }, basis: basisOf(named), ofPrevious: false };
  return { kind: "share", part: { start, end: behind - 1 }, whole: { start: isNamed ? behind : end, end }, ofPrevious: false };
}

function rateIn(text: string, start: number, end: number, decimals: number): PercentLead | null {
  const windowStart = Math.max(start, end - RATE_WINDOW);
  const clause = text.slice(windowStart, end);
  const completed = COMPLETED.exec(clause) ?? (decimals > 0 ? WORK_COMPLETED.exec(clause) : null);
  const word = completed === null ? wordBefore(text, start, end, RATE_WORDS) : null;
  if (completed === null && word === null) return null;
  const label = { start: completed === null ? end - (word?.length ?? 0) : windowStart + completed.index, end };
  return { kind: "rate", label, about: { start, end: label.start }, basis: basisOf(completed?.[1] ?? ""), ofPrevious: false };
}

/** 南湖街道执行率最高，为99.69%; 执行率最低的是文化局，仅为92.64%. */
function rankedRateIn(text: string, from: number, to: number): PercentLead | null {
  const found = RANKED.exec(text.slice(from, to));
  const [wordStart = 0, wordEnd = 0] = found?.indices?.groups?.["word"] ?? [];
  if (found === null || !RATE_WORDS.includes(found.groups?.["word"] ?? "")) return null;
  const label = { start: from + wordStart, end: from + wordEnd };
  const name = found.indices?.groups?.["name"];
  const about = name === undefined ? { start: clauseStart(text, from, label.start), end: label.start } : { start: from + name[0], end: from + name[1] };
  return { kind: "rate", label, about, basis: "budget", ofPrevious: false };
}

const RANKED = /(?<word>(?:预算|资金)?(?:执行|支出|支付|拨付|完成)(?:率|进度))(?:最[高低快慢]|(?:排名?|位居|居)(?:第[一二三四五六七八九十\d]+|首位?|末位?))(?:的(?:是|为)(?<name>[^，,。；;]{2,30}))?[，,](?:仅|只|已)?(?:为|达到?|有|是)?$/du;

/** 支出45.20万元，完成率86.48%, 教育局完成率95.66%; not 建成3公里，完成率100%. */
function plainRateIn(text: string, from: number, start: number, end: number): PercentLead | null {
  const word = wordBefore(text, start, end, PLAIN_RATE_WORDS);
  if (word === null) return null;
  const label = { start: end - word.length, end };
  const between = text.slice(from, label.start).replace(/^[，,；;、（(\s]+/u, "");
  if (/[，,；;。：:、]/u.test(between) || OF_WORK.test(between)) return null;
  return { kind: "rate", label, about: { start, end: label.start }, basis: "budget", ofPrevious: false };
}

function basisOf(budget: string): "original-budget" | "adjusted-budget" | "budget" {
  if (/年初|期初|原/u.test(budget)) return "original-budget";
  return /调整|全年|全部|变更|最终/u.test(budget) ? "adjusted-budget" : "budget";
}

const RATES_OF_CHANGE = [["增幅", 1], ["降幅", -1]] as const;

function percentChangeIn(text: string, start: number, end: number): PercentLead | null {
  const found = lastVerb(text, start, end, [...ALL_CHANGES, ...RATES_OF_CHANGE]);
  if (found === null || found.end !== end) return null;
  return { kind: "change", direction: found.meaning, label: { start: found.start, end: found.end }, about: { start, end: found.start } };
}
