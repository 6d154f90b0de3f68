/** What a line's figures mean at the cut-off date. */

import { Decimal } from "../amounts/decimal";
import type { CutOff, Rate, Status } from "./result";
import { scaledDecimal } from "./scaled";
import { timeProgress } from "./time-progress";

export interface Thresholds {
  /** Above this rate, in percent, a line is over. */
  readonly overPercent: number;
  /** Percentage points that the rate lies behind 序时进度. */
  readonly behindPoints: number;
  readonly farBehindPoints: number;
}

/**
 * Above 100 % is 超支 by definition. 10 and 20 points behind 序时进度 (yellow and red) are common in
 * monitoring practice; no national rule was found, so both are settings.
 */
export const DEFAULT_THRESHOLDS: Thresholds = { overPercent: 100, behindPoints: 10, farBehindPoints: 20 };

export interface StatusInput {
  readonly rate: Rate;
  readonly budget: Decimal | null;
  readonly expenditure: Decimal | null;
}

/**
 * A judge for many lines of one cut-off date. "Over" compares the exact amounts, since 100.004 % shows as
 * 100.00 %; "behind" compares the rate as shown. Without a cut-off date nothing can be called behind or on track.
 */
export function createStatusOf(cutOff: CutOff | null, thresholds: Thresholds): (line: StatusInput) => Status {
  const over = new Decimal(thresholds.overPercent);
  const compareToOver = createComparison(over);
  const progress = cutOff === null ? null : timeProgress(cutOff);
  const progressOf = progress === null ? (): Status => "within-budget" : createProgressOf(progress, thresholds);
  return ({ rate, budget, expenditure }) => {
    if (!rate.ok) {
      const isWithoutBudget = rate.why === "no-budget" || rate.why === "zero-budget";
      return isWithoutBudget && expenditure !== null && expenditure.gt(0) ? "unbudgeted" : "not-computable";
    }
    const toOver = compareToOver(rate.percent);
    // At the limit a line may be over by less than the rate shows.
    if (toOver > 0 || (toOver === 0 && isJustOver(over, budget, expenditure))) return "over";
    return expenditure?.isZero() === true ? "unspent" : progressOf(rate.percent);
  };
}

function createProgressOf(progress: Decimal, { farBehindPoints, behindPoints }: Thresholds): (percent: Decimal) => Status {
  const toFarBehind = createComparison(progress.minus(farBehindPoints));
  const toBehind = createComparison(progress.minus(behindPoints));
  return (percent) => (toFarBehind(percent) <= 0 ? "far-behind" : toBehind(percent) <= 0 ? "behind" : "on-track");
}

/** Below zero, zero or above it, as a percentage is below the limit, at it or above it. */
function createComparison(limit: Decimal): (percent: Decimal) => number {
  const scaledLimit = scaledDecimal(limit);
  return (percent) => {
    const scaled = scaledLimit === null ? null : scaledDecimal(percent);
    return scaled === null || scaledLimit === null ? percent.cmp(limit) : scaled - scaledLimit;
  };
}

function isJustOver(limit: Decimal, budget: Decimal | null, expenditure: Decimal | null): boolean {
  return budget !== null && expenditure !== null && expenditure.times(100).gt(budget.times(limit));
}
