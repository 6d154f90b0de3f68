/** What a line's figures mean at the cut-off date: the one judgement that pane, sheet, colours and checks share. */

import { Decimal } from "../amounts/decimal";
import { DEFAULT_LAG, lagBounds, type LagBounds, type LagRule } from "./lag";
import type { CutOff, Rate, Status } from "./result";
import { scaledDecimal } from "./scaled";

/** What lines are judged by: the values of the checks that report the same things, null or false where such a check is switched off. */
export interface Thresholds {
  /** Above this rate, in percent, a line is over. */
  readonly overPercent: number | null;
  readonly lag: LagRule | null;
  readonly unspent: boolean;
  readonly unbudgeted: boolean;
}

/** Above 100 % is 超支 by definition. */
export const DEFAULT_THRESHOLDS: Thresholds = { overPercent: 100, lag: DEFAULT_LAG, unspent: true, unbudgeted: true };

export interface StatusInput {
  readonly rate: Rate;
  readonly budget: Decimal | null;
  readonly expenditure: Decimal | null;
}

/**
 * A judge for many lines of one cut-off date. "Over" compares the exact amounts, since 100.004 % shows as
 * 100.00 %; "behind" compares the rate as shown. What cannot be called behind or on track, because no check asks or the
 * cut-off date is unknown, is within its budget at most; more than that, where nobody asks whether it is over, is not judged.
 */
export function createStatusOf(cutOff: CutOff | null, { overPercent, lag, unspent, unbudgeted }: Thresholds): (line: StatusInput) => Status {
  const isOver = overPercent === null ? never : createIsAbove(overPercent);
  const isOverBudget = overPercent === 100 ? isOver : createIsAbove(100);
  const bounds = lag === null ? null : lagBounds(lag, cutOff);
  const progressOf = bounds === null ? null : createProgressOf(bounds);
  return (line) => {
    const { rate, expenditure } = line;
    if (!rate.ok) {
      const isWithoutBudget = rate.why === "no-budget" || rate.why === "zero-budget";
      return unbudgeted && isWithoutBudget && expenditure !== null && expenditure.gt(0) ? "unbudgeted" : "not-computable";
    }
    if (isOver(line)) return "over";
    if (expenditure?.isZero() === true) return unspent ? "unspent" : "within-budget";
    if ((overPercent === null || progressOf === null) && isOverBudget(line)) return "unjudged";
    return progressOf === null ? "within-budget" : progressOf(rate.percent);
  };
}

function never(): boolean {
  return false;
}

/** Whether a line's exact amounts give more than so many percent; its rate, which is rounded, settles most. */
export function createIsAbove(percent: number): (line: StatusInput) => boolean {
  const limit = new Decimal(percent);
  const compare = createComparison(limit);
  const isHundredth = limit.decimalPlaces() <= 2;
  return ({ rate, budget, expenditure }) => {
    if (!rate.ok || budget === null || expenditure === null) return false;
    const toLimit = compare(rate.percent);
    return isHundredth && toLimit !== 0 ? toLimit > 0 : expenditure.times(100).gt(budget.times(limit));
  };
}

/** What a rate is beside the bounds of being behind; it is compared as shown. */
export function createProgressOf({ behind, farBehind, isInclusive }: LagBounds): (percent: Decimal) => "far-behind" | "behind" | "on-track" {
  const [toBehind, toFarBehind] = [createComparison(behind), createComparison(farBehind)];
  const atLimit = isInclusive ? 0 : -1;
  return (percent) => (toFarBehind(percent) <= atLimit ? "far-behind" : toBehind(percent) <= atLimit ? "behind" : "on-track");
}

/** -1, 0 or 1 as a percentage is below the limit, at it or above it. */
function createComparison(limit: Decimal): (percent: Decimal) => number {
  const scaledLimit = scaledDecimal(limit);
  return (percent) => {
    const scaled = scaledLimit === null ? null : scaledDecimal(percent);
    return scaled === null || scaledLimit === null ? percent.cmp(limit) : Math.sign(scaled - scaledLimit);
  };
}
