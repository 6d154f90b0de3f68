/** 3月追加60万元，5月追加40万元，累计追加100万元: sums of changes that are told beside them, so that each counts once. */

import { ZERO, type Decimal } from "../amounts/decimal";
import type { ToldAdjustment } from "./adjustments";
import type { AdjustmentClaim } from "./claim";
import { BRACKETS } from "./claims/clause";
import { partScopes } from "./claims/parts";
import { IS_SUM_BEFORE, IS_SUM_BEHIND } from "./claims/words";
import { fold } from "./text/fold";
import { toYuan } from "./text/figures";

/** Without those that another one contains. `told` are one line's, in reading order. */
export function withoutParts(told: readonly ToldAdjustment[]): readonly ToldAdjustment[] {
  if (told.length < 2) return told;
  const dropped = new Set<ToldAdjustment>();
  told.forEach((one, at) => {
    if (dropped.has(one)) return;
    const kept = told.filter((other) => !dropped.has(other) && other !== one);
    for (const part of picked(one, kept)) dropped.add(part);
    if (one.tellings.some(isSum)) for (const part of summedUp(one, told.slice(0, at), told.slice(at + 1), dropped)) dropped.add(part);
  });
  return told.filter((one) => !dropped.has(one));
}

/** 共追加100万元，其中3月追加60万元，5月追加40万元. */
function picked(whole: ToldAdjustment, others: readonly ToldAdjustment[]): readonly ToldAdjustment[] {
  return others.filter((other) => whole.tellings.some((a) => other.tellings.some((b) => isWithin(a, b))));
}

function isWithin(whole: AdjustmentClaim, part: AdjustmentClaim): boolean {
  if (whole.figure.end > part.figure.start) return false;
  const { start, text } = part.sentence;
  const at = part.figure.start - start;
  const isHere = whole.sentence.start === start;
  const end = whole.figure.end - start;
  if (isHere && whole.direction === part.direction && isInBracketBehind(fold(text), end, at)) return true;
  return partScopes(fold(text)).some((scope) => at > scope.start && at < scope.end && (isHere ? scope.start >= end : scope.start <= 1 && whole.sentence.end <= start && start - whole.sentence.end <= NEXT));
}

/** 追加65万元（5月追加40万元，9月追加25万元）. */
function isInBracketBehind(text: string, whole: number, part: number): boolean {
  return BRACKETS.includes(text.charAt(whole) || " ") && !/[)）\]】〕]/u.test(text.slice(whole, part));
}

/** Between a sentence and the next one. */
const NEXT = 2;

/**
 * All that was told before, as far as the sum has room for it; else those behind it in its sentence that make it up. Where
 * they come to more than the sum, one of them is wrong, and the sum is left out.
 */
function summedUp(sum: ToldAdjustment, before: readonly ToldAdjustment[], behind: readonly ToldAdjustment[], dropped: ReadonlySet<ToldAdjustment>): readonly ToldAdjustment[] {
  const isPart = (other: ToldAdjustment): boolean => other.direction === sum.direction && !dropped.has(other);
  const parts = before.filter(isPart);
  const size = toYuan(sum.money);
  if (parts.length > 0) return total(parts).lte(size) ? parts : [sum];
  const here = behind.filter((other) => isPart(other) && other.tellings[0]?.sentence.start === sum.tellings[0]?.sentence.start);
  return here.length > 1 && total(here).eq(size) ? here : [];
}

function total(told: readonly ToldAdjustment[]): Decimal {
  return told.reduce((sum, { money }) => sum.plus(toYuan(money)), ZERO);
}

/** 累计追加, 追加预算共100万元. */
function isSum({ quote: { text }, label }: AdjustmentClaim): boolean {
  const at = text.lastIndexOf(label);
  return at >= 0 && (IS_SUM_BEFORE.test(text.slice(0, at)) || IS_SUM_BEHIND.test(text.slice(at + label.length)));
}
