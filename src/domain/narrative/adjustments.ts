/** Changes of budgets that a text tells, each once, however often it is told. */

import { Decimal } from "../amounts/decimal";
import type { AdjustmentClaim, Item, Subject } from "./claim";
import { withoutParts } from "./sums-of-changes";
import type { TextDate } from "./text/dates";
import { toYuan, type Money } from "./text/figures";

export interface ToldAdjustment {
  readonly direction: 1 | -1;
  /** Without sign, as printed most exactly: 1,053,100元 rather than 105.31万元 where they differ. */
  readonly money: Money;
  readonly subject: Subject;
  /** Everywhere it is told, in reading order; at least one. */
  readonly tellings: readonly AdjustmentClaim[];
}

const HALF = new Decimal("0.5");
const TEN = new Decimal(10);
/** Further back in a long text nothing is looked for again. */
const WINDOW = 50;
const ANOTHER = /再|又|另/u;

/**
 * Two tellings are of one change if they go the same way and one amount is the other one rounded; in one sentence,
 * only if they are equal.
 * They are two changes if the text says so (再次追加), if one sentence tells both in one unit, or if both are
 * told in one unit and on different dates. A sum of changes counts instead of them.
 * `claims` are those of one line of the budget: of an item, or of one subject.
 */
export function distinctAdjustments(claims: readonly AdjustmentClaim[]): readonly ToldAdjustment[] {
  const told: ToldAdjustment[] = [];
  for (const claim of claims) {
    const from = Math.max(0, told.length - WINDOW);
    const found = told.slice(from).findIndex(({ tellings }) => tellings.slice(-WINDOW).every((other) => isSameChange(other, claim)));
    const at = found < 0 ? -1 : from + found;
    const known = told[at];
    if (known === undefined) told.push({ direction: claim.direction, money: claim.money, subject: claim.subject, tellings: [claim] });
    else told[at] = { ...known, money: moreExact(known.money, claim.money), tellings: [...known.tellings, claim] };
  }
  return withoutParts(told);
}

function isSameChange(a: AdjustmentClaim, b: AdjustmentClaim): boolean {
  const inOneSentence = a.sentence.start === b.sentence.start;
  if (a.direction !== b.direction || a.isQuota !== b.isQuota || ANOTHER.test(b.quote.text)) return false;
  if (!(inOneSentence ? toYuan(a.money).eq(toYuan(b.money)) : isSameSum(a.money, b.money))) return false;
  return a.money.unit !== b.money.unit || !(inOneSentence || areApart(a.when, b.when));
}

/** Whether no day belongs to both. */
export function areApart(a: TextDate | null, b: TextDate | null): boolean {
  if (!a?.days || !b?.days) return false;
  return a.days.last < b.days.first || b.days.last < a.days.first;
}

/** What a change is a change of: in an item the item, whatever piece of it is named; elsewhere, and where it names another line, the subject. */
export function lineOf({ item, subject, isOfOtherLine }: AdjustmentClaim): Item | string {
  return isOfOtherLine ? subject.text : item ?? subject.text;
}

export function subjectOfLine({ item, subject, isOfOtherLine }: AdjustmentClaim): Subject {
  return isOfOtherLine ? subject : item?.subject ?? subject;
}

/** Equal, or equal within half a last printed digit of the coarser one. */
export function isSameSum(a: Money, b: Money): boolean {
  const difference = toYuan(a).minus(toYuan(b)).abs();
  return difference.isZero() || (a.unit !== b.unit && difference.lte(toYuan(halfDigit(coarser(a, b)))));
}

function coarser(a: Money, b: Money): Money {
  return toYuan(halfDigit(a)).gte(toYuan(halfDigit(b))) ? a : b;
}

function moreExact(a: Money, b: Money): Money {
  return coarser(a, b) === a ? b : a;
}

/** Half a unit of the last printed digit, as a sum. */
export function halfDigit(money: Money): Money {
  return { ...money, value: HALF.times(TEN.pow(-money.decimals)) };
}
