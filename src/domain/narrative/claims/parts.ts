/** 其中 and 共计: which sums make up which. */

import type { AdjustmentClaim, AmountClaim, AmountRole, TotalClaim } from "../claim";
import { amountOfChange } from "./adjustments";
import { ZERO } from "../../amounts/decimal";
import { toYuan } from "../text/figures";
import type { Span } from "../text/paragraphs";

/** The reach of one 其中, in the sentence's own offsets; scopes may lie inside one another. */
export type PartScope = Span;

/**
 * "其中：…；…", "主要用于以下方面：…；…" and a sentence that begins with 其中 reach to the sentence's end;
 * ", 其中…" reaches to the next semicolon, behind which another sum may begin; none reaches out of its brackets.
 */
export function partScopes(text: string): readonly PartScope[] {
  const scopes: PartScope[] = [];
  for (const { index, 0: words } of text.matchAll(/其中|以下[一二三四五六七八九十几\d]{0,2}个?方面(?=[：:])/gu)) {
    const opensList = index <= 1 || /^[：:]/u.test(text.slice(index + words.length, index + words.length + 1));
    const isNested = scopes.some((scope) => index < scope.end);
    const semicolon = text.slice(index).search(/[；;]/u);
    const end = (opensList && !isNested) || semicolon < 0 ? text.length : index + semicolon;
    scopes.push({ start: index, end: Math.min(end, bracketEnd(text, index)) });
  }
  for (const { index, 0: words } of text.matchAll(NAMED_IN_BRACKETS)) scopes.push({ start: index + 1, end: index + words.length });
  return scopes;
}

/** 支出2871.20万元（社区经费1200.20万元、城市管理1100万元、其他571万元）. */
const NAMED_IN_BRACKETS = /(?<=元)[（(](?!其中)[^（()）；;]{2,60}元(?:、[^（()）；;、]{2,40}元)*[、和及]其[他它][^（()）；;、\d]{0,8}[\d.,]+[千万亿]?元(?=[)）])/gu;

/** 追加65万元（5月追加40万元，9月追加25万元）. `changes` are one sentence's, in order. */
export function bracketedChanges(changes: readonly AdjustmentClaim[]): readonly TotalClaim[] {
  return changes.flatMap((whole, at) => {
    const { text } = whole.sentence;
    const open = whole.figure.end - whole.sentence.start;
    const close = text.slice(open).search(/[)）]/u);
    if (!/[（(]/u.test(text.charAt(open)) || close < 0) return [];
    const parts = changes.slice(at + 1).filter(({ figure, direction }) => figure.end <= whole.figure.end + close && direction === whole.direction);
    return parts.length < 2 ? [] : [totalOf(amountOfChange(whole), parts.map(amountOfChange), "of-which")];
  });
}

/** Where the bracket closes that `at` stands in; the end of the text where it stands in none. */
function bracketEnd(text: string, at: number): number {
  const close = text.slice(at).search(/[)）]/u);
  const opensAgain = text.slice(at).search(/[(（]/u);
  const isInside = text.slice(0, at).search(/[(（][^)）]*$/u) >= 0;
  return isInside && close >= 0 && (opensAgain < 0 || close < opensAgain) ? at + close : text.length;
}

/** 主要用于以下方面：…, and 其中：…, divide what the sentence before told. */
const LONGEST_OPENING = 6;

/**
 * `amounts` are the sentence's, in order, and `changes` what it says that a budget was changed by; `before` is the last whole sum told before it. `at` turns
 * document offsets into the sentence's.
 */
export function ofWhichTotals(scopes: readonly PartScope[], changes: readonly AmountClaim[], amounts: readonly AmountClaim[], before: AmountClaim | null, at: (claim: AmountClaim) => number): readonly TotalClaim[] {
  return scopes.flatMap((scope) => {
    const opens = amounts.findLast((amount) => at(amount) < scope.start && amount.place !== "base") ?? (scope.start <= LONGEST_OPENING ? before : null);
    const change = changes.findLast((one) => at(one) < scope.start && (opens === null || one.figure.start > opens.figure.start)) ?? null;
    const inner = scopes.filter((other) => other.start > scope.start && other.end <= scope.end && other !== scope);
    const partsOf = (whole: AmountClaim): readonly AmountClaim[] => withoutBracketed(scope, at, amounts.filter((amount) => {
      const position = at(amount);
      return amount.place === "part" && position > scope.start && position < scope.end && sameMoney(amount.role, whole.role)
        && !inner.some((other) => position > other.start && position < other.end);
    }));
    // The nearest sum before 其中 is divided, unless the parts are those of the budget before it.
    const whole = change === null || (opens !== null && isSumOf(opens, partsOf(opens))) ? opens : change;
    const parts = whole === null ? [] : partsOf(whole);
    return whole === null || parts.length < 2 || (whole === before && isOfOtherKind(whole, parts)) ? [] : [totalOf(whole, parts, "of-which")];
  });
}

/** 节约35.70万元。其中研发费用1795.55万元: nothing tells what the sentence before ended with, and a part alone is more. */
function isOfOtherKind({ role, money }: AmountClaim, parts: readonly AmountClaim[]): boolean {
  return role === "other" && parts.some((part) => toYuan(part.money).gt(toYuan(money)));
}

/** 教育专项380.50万元（校舍维修240.50万元、营养午餐140万元）, 教育专项380.50万元，含校舍维修240.50万元、营养午餐140万元: such parts divide the part before them, where others stand beside it. */
function withoutBracketed(scope: PartScope, at: (claim: AmountClaim) => number, parts: readonly AmountClaim[]): readonly AmountClaim[] {
  const isBracketed = (part: AmountClaim): boolean => OF_THE_PART_BEFORE.test(part.sentence.text.slice(scope.start, at(part)));
  const outside = parts.filter((part) => !isBracketed(part));
  return outside.length === 0 ? parts : outside;
}

const OF_THE_PART_BEFORE = /(?:[（(][^（()）]*|\[[^\]]*|【[^】]*|〔[^〕]*|元[，,](?:其中)?(?:含|包括|包含)[^，,；;。]*)$/u;

function isSumOf({ money }: AmountClaim, parts: readonly AmountClaim[]): boolean {
  return parts.reduce((sum, part) => sum.plus(toYuan(part.money)), ZERO).eq(toYuan(money));
}

/**
 * A total with at least two sums of its kind told right before it in the sentence, or with sums of any kind
 * that 加 and 加上 join. `wordsBefore` gives the words that lead to an amount.
 */
export function addedUpTotals(amounts: readonly AmountClaim[], wordsBefore: (claim: AmountClaim) => string): readonly TotalClaim[] {
  const firstAdded = amounts.findIndex((amount) => ADDS.test(wordsBefore(amount)));
  return amounts.flatMap((whole, at) => {
    if (!whole.isTotal || whole.place !== "main" || OF_OTHERS.test(whole.subject.text)) return [];
    if (firstAdded > 0 && firstAdded < at) {
      const joined = amounts.slice(firstAdded - 1, at);
      return joined.every(({ place, isTotal }) => place === "main" && !isTotal) && !joined.some((amount) => SUBTRACTS.test(wordsBefore(amount))) ? [totalOf(whole, joined, "adds-up")] : [];
    }
    const role = whole.role === "other" ? amounts[at - 1]?.role ?? "other" : whole.role;
    const parts: AmountClaim[] = [];
    for (let before = at - 1; before >= 0; before -= 1) {
      const part = amounts[before];
      if (part === undefined || part.isTotal || part.place !== "main" || !sameMoney(part.role, role)) break;
      parts.unshift(part);
    }
    return parts.length < 2 ? [] : [totalOf(whole, parts, "adds-up")];
  });
}

/** 其余两个项目支出合计: of others than those told before. */
const OF_OTHERS = /^(?:其余|其他|其它|另外|剩余)/u;
/** 加上级补助收入428905万元 adds 上级补助收入. */
const ADDS = /^[，,；;、\s]*(?:再|另)?加上?/u;
const SUBTRACTS = /^[，,；;、\s]*(?:再|另)?(?:减|扣)/u;

function totalOf(whole: AmountClaim, parts: readonly AmountClaim[], relation: TotalClaim["relation"]): TotalClaim {
  const spans = [whole, ...parts].map(({ span }) => span);
  return {
    kind: "total", whole, parts, relation, sentence: whole.sentence, subject: whole.subject, item: whole.item,
    span: { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) },
  };
}

const BUDGETS: ReadonlySet<AmountRole> = new Set<AmountRole>(["original-budget", "adjusted-budget", "budget"]);

/** Budget goes with budget, spending with spending; what has no role of its own goes with both. */
export function sameMoney(a: AmountRole, b: AmountRole): boolean {
  return a === b || a === "other" || b === "other" || (BUDGETS.has(a) && BUDGETS.has(b));
}
