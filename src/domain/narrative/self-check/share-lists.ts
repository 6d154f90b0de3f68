/** 追加320万元，其中教育300万元，占93.75%；文化20万元，占6.25%: one sum, and behind it its parts with their shares, semicolons between them or not. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { amountOfChange } from "../claims/adjustments";
import type { AmountClaim, Claim, ShareClaim } from "../claim";
import { fold } from "../text/fold";
import { toYuan } from "../text/figures";
import { judgeRatio, lastDigitInYuan, type Precision } from "./printed";

export interface ShareOfList {
  readonly part: AmountClaim;
  readonly whole: AmountClaim;
  /** The parts or the shares are all of it. */
  readonly isSure: boolean;
}

type Entry = ShareClaim & { readonly part: { readonly amount: AmountClaim } };

const FEWEST_ENTRIES = 2;
const OPENS = /其中|主要(?:是|用于|包括|为)|包括|分别为|[:：]/u;
/** Points by which shares of a whole may miss 100, for each of them. */
const DRIFT = 0.005;

/** `near` are the claims of the share's sentence. null where the figures do not show that the list is of that sum. */
export function shareOfList(near: readonly Claim[], share: ShareClaim, precision: Precision): ShareOfList | null {
  const entries = near.filter((claim): claim is Entry => claim.kind === "share" && claim.part.amount !== null && claim.whole.name === "");
  const [first] = entries;
  const part = share.part.amount;
  const whole = first === undefined ? null : wholeBefore(near, first.part.amount);
  if (part === null || whole === null || entries.length < FEWEST_ENTRIES || !entries.includes(share as Entry)) return null;
  const sum = entries.reduce((all, { part: { amount } }) => all.plus(toYuan(amount.money)), ZERO);
  const isAll = sum.minus(toYuan(whole.money)).abs().lte(lastDigitInYuan(whole.money, precision)) || isHundred(entries);
  const fitting = entries.filter(({ percent, part: { amount } }) => isFitting(judgeRatio(percent, amount.money, whole.money, precision))).length;
  return isAll || (fitting > 1 && fitting >= entries.length - 1) ? { part, whole, isSure: isAll } : null;
}

function isFitting(ratio: ReturnType<typeof judgeRatio>): boolean {
  return ratio !== null && ratio.severity !== "error";
}

function isHundred(entries: readonly Entry[]): boolean {
  const sum = entries.reduce<Decimal>((all, { percent }) => all.plus(percent.value), ZERO);
  return sum.minus(100).abs().lte(DRIFT * entries.length);
}

/** The sum told last before the list, where its words open one. */
function wholeBefore(near: readonly Claim[], part: AmountClaim): AmountClaim | null {
  const before = near.findLast((claim) => (claim.kind === "amount" || claim.kind === "adjustment") && claim.figure.end <= part.figure.start && claim.figure.start !== part.figure.start);
  if (before === undefined) return null;
  const whole = before.kind === "adjustment" ? amountOfChange(before) : before.kind === "amount" ? before : null;
  const between = fold(part.sentence.text.slice((whole?.figure.end ?? 0) - part.sentence.start, part.figure.start - part.sentence.start));
  return whole !== null && OPENS.test(between) ? whole : null;
}
