/**
 * The one place that names the decimal library. Money never passes through binary floats:
 * a double from Excel becomes a decimal by its shortest form (182.14, not 182.13999…).
 */

import { Decimal as DecimalJs } from "decimal.js";

/** 40 digits: sums of a million amounts of 15 digits stay exact, quotients are far beyond any rounding we do. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);
