/** Printed percentages of a table, read with the precision they are printed in. */

import type { CellValue, SheetSnapshot } from "../../workbook/snapshot";
import { Decimal, withoutResidue } from "../amounts/decimal";
import { parseAmount } from "../amounts/parse";
import { scaledDecimal, scaledNumber } from "../execution/scaled";
import type { BudgetTable, TableColumn } from "../table";
import { ownPlaces, type FormatReader } from "./printed";

/** A column's percentages by index of `BudgetTable.rows`. */
export interface RatioColumn {
  readonly column: TableColumn;
  readonly role: "rate" | "share";
  /** Ten-thousandths of a percent; NaN where none is printed. */
  readonly scaled: Float64Array;
  /** Decimals that each percentage is printed with, at most 4. */
  readonly places: Uint8Array;
}

const MOST_PLACES = 4;
/** Above this a bare number is taken for percent, below for a fraction: 1.84 is 184 %, 20.43 is 20.43 %. */
const LARGEST_FRACTION = 1.5;

export function readRatioColumns(table: BudgetTable, sheet: SheetSnapshot, formatOf: FormatReader): RatioColumn[] {
  return table.columns.flatMap((column) => (column.role === "rate" || column.role === "share" ? [readRatioColumn(table, sheet, column, column.role, formatOf)] : []));
}

/**
 * 20.43%, and 0.2043 shown as 20.43%, are percentages. A bare figure is percent or fraction as its whole column:
 * percent where the header says %, or where most bare figures are larger than any plausible fraction.
 */
export function readRatioColumn(table: BudgetTable, sheet: SheetSnapshot, column: TableColumn, role: RatioColumn["role"], formatOf: FormatReader): RatioColumn {
  const scaled = new Float64Array(table.rows.length).fill(NaN);
  const places = new Uint8Array(table.rows.length);
  const bare: { readonly i: number; readonly value: Decimal; readonly places: number }[] = [];
  const put = (i: number, percent: Decimal, shown: number): void => {
    const printed = Math.min(shown, MOST_PLACES);
    const ten4ths = scaledDecimal(percent.toDecimalPlaces(printed, Decimal.ROUND_HALF_UP));
    if (ten4ths === null) return;
    scaled[i] = ten4ths;
    places[i] = printed;
  };
  table.rows.forEach(({ row }, i) => {
    const value: CellValue = sheet.values[row - sheet.top]?.[column.column - sheet.left] ?? "";
    if (value === "") return;
    const format = formatOf(sheet.numberFormats[row - sheet.top]?.[column.column - sheet.left] ?? "General");
    if (typeof value === "number" && format.isPercent) {
      const shown = format.places ?? 0;
      const fraction = shown >= 2 ? scaledNumber(value) : null;
      if (fraction === null) return put(i, new Decimal(withoutResidue(value)).times(100), shown);
      scaled[i] = fraction * 100;
      places[i] = Math.min(shown, MOST_PLACES);
      return;
    }
    const parsed = parseAmount(value);
    if (parsed.kind !== "amount" || parsed.unit !== null) return;
    const shown = Math.max(ownPlaces(value), typeof value === "number" ? (format.places ?? 0) : 0);
    if (parsed.percent) put(i, parsed.value, shown);
    else bare.push({ i, value: parsed.value, places: shown });
  });
  const isPercent = column.header.some((text) => /[%％]/u.test(text)) || bare.filter(({ value }) => value.abs().gt(LARGEST_FRACTION)).length * 2 > bare.length;
  // Bare figures drop their trailing zeros, so all are printed as exactly as the most exact of them.
  const most = bare.reduce((sofar, { places: shown }) => Math.max(sofar, shown), 0);
  for (const { i, value } of bare) put(i, isPercent ? value : value.times(100), isPercent ? most : Math.max(0, most - 2));
  return { column, role, scaled, places };
}

/** A percentage as decimal. */
export function percentAt({ scaled }: RatioColumn, i: number): Decimal {
  return new Decimal(scaled[i] ?? NaN).div(10_000);
}

/** Half a unit of the last printed digit, in percent. */
export function halfDigitOfPercent({ places }: RatioColumn, i: number): Decimal {
  return new Decimal(5).div(new Decimal(10).pow((places[i] ?? 0) + 1));
}
