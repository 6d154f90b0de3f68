/** Writing amounts for people. Reading the text again gives the same value. */

import type { Decimal } from "./decimal";

/** "6,805.37", "-1,234.50": thousands in threes, two decimals, more only where the amount has more. Never rounds. */
export function formatAmount(amount: Decimal): string {
  const places = Math.max(2, amount.decimalPlaces());
  const [whole = "0", fraction = ""] = amount.abs().toFixed(places).split(".");
  const sign = amount.isNegative() && !amount.isZero() ? "-" : "";
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/gu, ",")}.${fraction}`;
}

/** "184.33%" for the percentage 184.33; two decimals, more only where it has more. Never rounds. */
export function formatPercent(percent: Decimal): string {
  return `${formatAmount(percent)}%`;
}
