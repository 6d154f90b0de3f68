/** 预算完成比例 (执行率): expenditure ÷ budget. */

import { Decimal } from "../amounts/decimal";
import type { NoRate, Rate } from "./result";
import { ratioInHundredthsOfPercent, scaledDecimal } from "./scaled";

/**
 * Expenditure ÷ budget in percent, half up at 0.01 on exact decimals. Both amounts are in one unit.
 * A side that has no figure is given as the reason. There is no rate of no budget, a zero or a negative
 * one: neither 0 nor an error value, because both would be a statement about the spending.
 */
export function executionRate(expenditure: Decimal | NoRate, budget: Decimal | NoRate): Rate {
  if (typeof budget === "string") return { ok: false, why: budget };
  if (budget.isZero()) return { ok: false, why: "zero-budget" };
  if (budget.isNegative()) return { ok: false, why: "negative-budget" };
  if (typeof expenditure === "string") return { ok: false, why: expenditure };
  return { ok: true, percent: percentOf(expenditure, budget) };
}

/** part ÷ whole in percent, half up (away from zero) at 0.01; the whole must not be zero. */
export function percentOf(part: Decimal, whole: Decimal): Decimal {
  return fastPercent(part, whole) ?? exactPercent(part, whole);
}

function fastPercent(part: Decimal, whole: Decimal): Decimal | null {
  const a = scaledDecimal(part);
  const b = scaledDecimal(whole);
  if (a === null || b === null) return null;
  const hundredths = ratioInHundredthsOfPercent(a, b);
  return hundredths === null || Math.abs(hundredths) >= 1e15 ? null : new Decimal(hundredths / 100);
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
