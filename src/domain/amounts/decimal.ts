/**
 * The one place that names the decimal library. Money never passes through binary floats: a double from Excel
 * becomes a decimal by the shortest form (182.14, not 182.13999…) of the number that Excel shows for it.
 */

import { Decimal as DecimalJs } from "decimal.js";

/** 40 digits: sums of a million amounts of 15 digits stay exact, quotients are far beyond any rounding we do. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);

/** Excel shows, compares and takes typed numbers to so many: https://learn.microsoft.com/office/troubleshoot/excel/floating-point-arithmetic-inaccurate-result */
const EXCEL_DIGITS = 15;
/** Half a fen in 亿元, the largest unit: nothing smaller is money. */
const LEAST = 5e-11;

/**
 * A cell's number without what binary arithmetic leaves in the results of formulas: =0.1+0.2 is kept as
 * 0.30000000000000004, and =100.3-100-0.3 as -0.0000000000000027.
 */
export function withoutResidue(value: number): number {
  return Math.abs(value) < LEAST ? 0 : Number(value.toPrecision(EXCEL_DIGITS));
}
