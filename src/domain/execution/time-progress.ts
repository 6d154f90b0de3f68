/** 序时进度: how much of the year has passed at the cut-off date. */

import { Decimal } from "../amounts/decimal";
import type { CutOff } from "./result";

/**
 * Elapsed months ÷ 12, in percent, half up at 0.01. A month that is not over counts by its days:
 * 30 June is 50.00, 15 June is 5.5 ÷ 12 = 45.83.
 */
export function timeProgress({ year, month, day }: CutOff): Decimal {
  return new Decimal(day).div(daysInMonth(year, month)).plus(month - 1).div(12).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/** Month from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
