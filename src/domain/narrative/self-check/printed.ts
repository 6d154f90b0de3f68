/** What printing rounds away: a figure stands for every value that prints like it. */

import { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import { percentInterval } from "../../checks/precision";
import type { Severity } from "../../finding";
import type { Claim } from "../claim";
import { toYuan, type Money, type Percent } from "../text/figures";

/** Decimals that a text usually prints, by unit: beside 118.30万元 a 48万元 stands for 48.00. */
export type Precision = Readonly<Record<Unit, number>>;

/** The most frequent number of decimals among the unit's amounts that have any; of two as frequent, the larger. */
export function usualPrecision(claims: readonly Claim[]): Precision {
  const counts: Record<Unit, Map<number, number>> = { 元: new Map(), 千元: new Map(), 万元: new Map(), 亿元: new Map() };
  for (const claim of claims) {
    if (claim.kind !== "amount" || claim.money.decimals <= 0) continue;
    const { unit, decimals } = claim.money;
    counts[unit].set(decimals, (counts[unit].get(decimals) ?? 0) + 1);
  }
  const usual = (unit: Unit): number => [...counts[unit]].sort(([a, timesA], [b, timesB]) => timesB - timesA || b - a)[0]?.[0] ?? 0;
  return { 元: usual("元"), 千元: usual("千元"), 万元: usual("万元"), 亿元: usual("亿元") };
}

/** One unit of the last digit that the amount, or its text as a rule, prints; in yuan. */
export function lastDigitInYuan(money: Money, precision: Precision): Decimal {
  const decimals = Math.max(money.decimals, precision[money.unit]);
  return convert(new Decimal(10).pow(-decimals), money.unit, "元");
}

/** As many as percentages are shown with. */
export const LEAST_DECIMALS = 2;

export interface Ratio {
  /** In percent, half up at 0.01, at more where the text prints more: what is said to be the ratio must be it. */
  readonly expected: Decimal;
  /** What rounding of the two amounts allows, in percent, exact. */
  readonly low: Decimal;
  readonly high: Decimal;
  /** null: as printed. "info": within what rounding allows. */
  readonly severity: Severity | null;
}

/**
 * part ÷ whole against the percentage printed: each amount may be off by half a unit of its last printed digit.
 * null where there is no such ratio, or a figure is approximate.
 */
export function judgeRatio(printed: Percent, part: Money, whole: Money, precision: Precision): Ratio | null {
  if (part.approximate || whole.approximate) return null;
  const half = (money: Money): Decimal => lastDigitInYuan(money, precision).div(2);
  return judgeQuotient(printed, { value: toYuan(part), half: half(part) }, { value: toYuan(whole), half: half(whole) });
}

export interface Rounded {
  readonly value: Decimal;
  /** How far the true amount may be off, in the same unit. */
  readonly half: Decimal;
}

/** The same for amounts that are both in one unit. */
export function judgeQuotient(printed: Percent, part: Rounded, whole: Rounded): Ratio | null {
  const interval = printed.approximate ? null : percentInterval(part.value, part.half, whole.value, whole.half);
  if (interval === null) return null;
  const { low, high } = interval;
  const exact = part.value.div(whole.value).times(100);
  const asPrinted = rounded(exact, printed);
  const allowed = printed.value.gte(rounded(low, printed)) && printed.value.lte(rounded(high, printed));
  const expected = exact.toDecimalPlaces(Math.max(LEAST_DECIMALS, printed.decimals), Decimal.ROUND_HALF_UP);
  return { expected, low, high, severity: asPrinted.eq(printed.value) ? null : allowed ? "info" : "error" };
}

function rounded(value: Decimal, { decimals }: Percent): Decimal {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
}

export function printedMoney({ value, unit, currency, decimals }: Money): string {
  if (currency !== "CNY") return convert(value, unit, "元").toFixed();
  return `${value.toFixed(Math.max(0, decimals))}${unit}`;
}

export function printedPercent({ value, decimals }: Percent): string {
  return value.toFixed(decimals);
}
