/** 执行滞后: from which rate on a line is behind, and far behind. */

import { Decimal } from "../amounts/decimal";
import type { CutOff } from "./result";
import { timeProgress } from "./time-progress";

/** What rates are measured against: 序时进度 at the cut-off date or at a fixed time of the year, or plain bands of the rate. */
export const LAG_MEASURES = ["cut-off", "half-year", "third-quarter", "year-end", "bands"] as const;
export type LagMeasure = (typeof LAG_MEASURES)[number];

/** Bands are in percent, points in percentage points that the rate lies behind 序时进度; the measure says which count. */
export interface LagRule {
  readonly measure: LagMeasure;
  readonly behindPoints: number;
  readonly farBehindPoints: number;
  readonly below: number;
  readonly farBelow: number;
}

/**
 * 10 and 20 points (yellow and red) are common in monitoring practice; no national rule was found. The bands < 50, 50–80
 * and 80–100 % are audit practice. All are settings.
 */
export const DEFAULT_LAG: LagRule = { measure: "cut-off", behindPoints: 10, farBehindPoints: 20, below: 80, farBelow: 50 };

/** Rates, in percent, at or below (bands: below) which a line is behind or far behind. */
export interface LagBounds {
  readonly behind: Decimal;
  readonly farBehind: Decimal;
  readonly isInclusive: boolean;
  /** 序时进度 in percent; null for bands. */
  readonly progress: Decimal | null;
}

const FIXED_PROGRESS: Readonly<Record<Exclude<LagMeasure, "cut-off" | "bands">, number>> = { "half-year": 50, "third-quarter": 75, "year-end": 100 };

/** null where nothing can be called behind: 序时进度 is asked for, and the cut-off date is not known. */
export function lagBounds({ measure, behindPoints, farBehindPoints, below, farBelow }: LagRule, cutOff: CutOff | null): LagBounds | null {
  if (measure === "bands") return { behind: new Decimal(below), farBehind: new Decimal(farBelow), isInclusive: false, progress: null };
  const progress = measure !== "cut-off" ? new Decimal(FIXED_PROGRESS[measure]) : cutOff === null ? null : timeProgress(cutOff);
  return progress === null ? null : { behind: progress.minus(behindPoints), farBehind: progress.minus(farBehindPoints), isInclusive: true, progress };
}
