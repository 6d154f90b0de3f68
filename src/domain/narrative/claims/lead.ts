/** What the words before a figure make of it. Offsets are the sentence's own; the text is folded. */

import type { AmountRole } from "../claim";
import type { Span } from "../text/paragraphs";
import { senseOf, type AdjustingSense } from "./adjusting";
import { isBudgetSpending, senseOfBudgetSpending } from "./budget-spending";
import { clauseStart, lastVerb, skipBack, wordBefore, type FoundVerb } from "./clause";
import {
  ADJUSTING_VERBS, AGAINST_BUDGET, CHANGING_VERBS, DIFFERS, DISTANT_ROLE_WORDS, FILLERS, FUNDS, LEADS_TO, NEW_AMOUNT, NOT_YET, PAYING_VERBS, ROLE_WORDS, SAVING_VERBS, TOTAL_WORDS,
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

const ROLE_OF_WORD: ReadonlyMap<string, AmountRole> = new Map(
  (["original-budget", "adjusted-budget", "budget", "expenditure", "balance", "overspend", "income"] as const).flatMap((role) => ROLE_WORDS[role].map((word) => [word, role] as const)),
);
export const ALL_ROLE_WORDS: readonly string[] = [...ROLE_OF_WORD.keys()];
export const ALL_CHANGES = [...ADJUSTING_VERBS, ...CHANGING_VERBS];
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
  const share = IS_WHOLE_OF_SHARE.test(text.slice(to)) ? afterShareWord(text, start, end) : null;
  return newAmountIn(text, { from: start, end, to }) ?? changeIn(text, start, end) ?? roleBefore(text, { from: start, end, to }, isTotal) ?? paymentIn(text, start, end, isTotal)
    ?? {
      kind: "amount", role: isTotal ? distantRole(text, start < end ? start : from, end) : start < end && IS_MEASURED.test(text.slice(to)) ? "expenditure" : "other",
      label: { start: end, end }, about: { start: share ?? start, end }, aspect: null, place: share === null ? "main" : "base", isTotal,
    };
}

/** 占到位资金12300万元的80.30%. */
const IS_WHOLE_OF_SHARE = /^[\d.,]+\s?[百千万亿]{0,2}元的[\d.]+%/u;

/** 公务接待费0.88万元，完成预算的88%: of money that only its name tells, a budget is completed by what was spent. */
const IS_MEASURED = /^[^，,；;。）)]{0,12}[，,](?:已|已经)?(?:完成(?:了)?[^，,；;。]{0,12}预算|(?:预算)?执行率|(?:预算执行|执行|支出)进度)/u;

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
export interface Words {
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
export function afterShareWord(text: string, start: number, end: number): number | null {
  const at = text.lastIndexOf("占", end - 1);
  if (at < start || at >= end || "地道用".includes(text.charAt(at + 1) || " ")) return null;
  return at + 1;
}

export function basisOf(budget: string): "original-budget" | "adjusted-budget" | "budget" {
  if (/年初|期初|原/u.test(budget)) return "original-budget";
  return /调整|全年|全部|变更|最终/u.test(budget) ? "adjusted-budget" : "budget";
}
