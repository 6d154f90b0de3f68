/** What a line's figures mean at the cut-off date. */

import { Decimal } from "../amounts/decimal";
import type { CutOff, Rate, Status } from "./result";
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
  const progress = cutOff === null ? null : timeProgress(cutOff);
  const farBehind = progress?.minus(thresholds.farBehindPoints);
  const behind = progress?.minus(thresholds.behindPoints);
  const judge = (percent: Decimal): Judged => {
    const isWithin = farBehind === undefined || behind === undefined;
    const progress = isWithin ? "within-budget" : percent.lte(farBehind) ? "far-behind" : percent.lte(behind) ? "behind" : "on-track";
    return { toLimit: percent.cmp(over), progress };
  };
  // Long tables share one object among the lines of one rate.
  const judged = new Map<Decimal, Judged>();
  return ({ rate, budget, expenditure }) => {
    if (!rate.ok) {
      const isWithoutBudget = rate.why === "no-budget" || rate.why === "zero-budget";
      return isWithoutBudget && expenditure !== null && expenditure.gt(0) ? "unbudgeted" : "not-computable";
    }
    const { toLimit, progress: status } = judged.get(rate.percent) ?? remember(judged, rate.percent, judge(rate.percent));
    if (toLimit > 0 || (toLimit === 0 && isJustOver(over, budget, expenditure))) return "over";
    return expenditure?.isZero() === true ? "unspent" : status;
  };
}

/** What a rate alone says. At the limit (0) a line may be over by less than the rate shows. */
interface Judged {
  readonly toLimit: number;
  readonly progress: Status;
}

function remember(judged: Map<Decimal, Judged>, percent: Decimal, judgement: Judged): Judged {
  judged.set(percent, judgement);
  return judgement;
}

function isJustOver(limit: Decimal, budget: Decimal | null, expenditure: Decimal | null): boolean {
  return budget !== null && expenditure !== null && expenditure.times(100).gt(budget.times(limit));
}
