/** 预算完成比例 (执行率): expenditure ÷ budget. */

import { Decimal } from "../amounts/decimal";
import type { NoRate, Rate } from "./result";
import { fromScaled, ratioInHundredthsOfPercent, scaledDecimal } from "./scaled";

/**
 * Expenditure ÷ budget in percent, half up at 0.01 on exact decimals. Both amounts are in one unit.
 * A side that has no figure is given as the reason. There is no rate of no budget, a zero or a negative
 * one: neither 0 nor an error value, because both would be a statement about the spending.
 */
export function executionRate(expenditure: Decimal | NoRate, budget: Decimal | NoRate): Rate {
  return rateOr(expenditure, budget, (part, whole) => ({ ok: true, percent: percentOf(part, whole) }));
}

/** The same for many lines: large tables repeat their rates, and one object serves them all. */
export function createExecutionRate(): typeof executionRate {
  const known = new Map<number, Rate>();
  const rateOf = (part: Decimal, whole: Decimal): Rate => {
    const hundredths = fastHundredths(part, whole);
    if (hundredths === null) return { ok: true, percent: exactPercent(part, whole) };
    const same = known.get(hundredths);
    if (same !== undefined) return same;
    const rate: Rate = { ok: true, percent: fromScaled(hundredths * 100) };
    known.set(hundredths, rate);
    return rate;
  };
  return (expenditure, budget) => rateOr(expenditure, budget, rateOf);
}

function rateOr(expenditure: Decimal | NoRate, budget: Decimal | NoRate, rateOf: (part: Decimal, whole: Decimal) => Rate): Rate {
  if (typeof budget === "string") return { ok: false, why: budget };
  if (budget.isZero()) return { ok: false, why: "zero-budget" };
  if (budget.isNegative()) return { ok: false, why: "negative-budget" };
  if (typeof expenditure === "string") return { ok: false, why: expenditure };
  return rateOf(expenditure, budget);
}

/** part ÷ whole in percent, half up (away from zero) at 0.01; the whole must not be zero. */
export function percentOf(part: Decimal, whole: Decimal): Decimal {
  const hundredths = fastHundredths(part, whole);
  return hundredths === null ? exactPercent(part, whole) : fromScaled(hundredths * 100);
}

function fastHundredths(part: Decimal, whole: Decimal): number | null {
  const a = scaledDecimal(part);
  const b = scaledDecimal(whole);
  const hundredths = a === null || b === null ? null : ratioInHundredthsOfPercent(a, b);
  return hundredths === null || !Number.isSafeInteger(hundredths * 100) ? null : hundredths;
}

/** In whole numbers, because a quotient cut off at any number of digits could round to a tie that is none. */
function exactPercent(part: Decimal, whole: Decimal): Decimal {
  const places = Math.max(part.decimalPlaces(), whole.decimalPlaces());
  const digits = (amount: Decimal): bigint => BigInt(amount.abs().toFixed(places).replace(".", ""));
  const divisor = digits(whole);
  const hundredths = (digits(part) * 20_000n + divisor) / (2n * divisor);
  const percent = new Decimal(hundredths.toString()).div(100);
  return part.isNegative() === whole.isNegative() ? percent : percent.negated();
}
