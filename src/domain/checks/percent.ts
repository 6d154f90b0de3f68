/** Comparing a printed percentage with the one that follows from the amounts. */

import { Decimal } from "../amounts/decimal";
import { percentOf } from "../execution/rate";
import { ratioInHundredthsOfPercent, scaledDecimal } from "../execution/scaled";

/** Nearer to a tie than this a double may round to the wrong side. */
const NEAR_TIE = 1e-6;

/**
 * part ÷ whole in percent, half up at `places` decimals, as ten-thousandths of a percent; null where only decimals
 * can tell. Both are whole numbers of ten-thousandths, or NaN.
 */
export function scaledPercent(part: number, whole: number, places: number): number | null {
  if (whole === 0 || Number.isNaN(part + whole)) return null;
  if (places === 2) {
    const hundredths = ratioInHundredthsOfPercent(part, whole);
    return hundredths === null ? null : hundredths * 100;
  }
  const step = 10 ** places;
  const exact = Math.abs((part / whole) * 100 * step);
  const fraction = exact - Math.floor(exact);
  if (exact > 1e8 || Math.abs(fraction - 0.5) < NEAR_TIE) return null;
  const rounded = (Math.round(exact) * 10_000) / step;
  return part < 0 === whole < 0 ? rounded : -rounded;
}

/** The same on decimals, for any amounts; the whole must not be zero. */
export function roundedPercent(part: Decimal, whole: Decimal, places: number): Decimal {
  return places === 2 ? percentOf(part, whole) : part.div(whole).times(100).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
}

/** What is said to be right where a printed percentage is not: to the hundredth as everywhere else, or as exactly as printed. 56.25 % printed as 56.3 % is no 56.30 %. */
export function recomputedPercent(part: Decimal, whole: Decimal, printedPlaces: number): Decimal {
  return roundedPercent(part, whole, Math.max(2, printedPlaces));
}

/** Whether a printed percentage (in ten-thousandths, `places` decimals) is that of the amounts. */
export function isPercentOf(printed: number, places: number, part: Decimal, whole: Decimal): boolean {
  const [a, b] = [scaledDecimal(part), scaledDecimal(whole)];
  const fast = a === null || b === null ? null : scaledPercent(a, b, places);
  if (fast !== null) return fast === printed;
  return !whole.isZero() && roundedPercent(part, whole, places).times(10_000).eq(printed);
}
