/** What printing may have rounded away of the amounts in a column. */

import { Decimal } from "../amounts/decimal";
import { convert } from "../amounts/unit";
import type { AmountColumn } from "../execution/columns";
import { isAmount, type TableColumn } from "../table";
import { cellAt, formatAt, type TableInput } from "./input";
import { ownPlaces } from "./printed";

/** By index of the table's rows; null is an ordinary amount of the column. */
export type HalfDigitAt = (i: number | null) => Decimal;

/** A table with the cells that it is printed in. */
export type Printed = Pick<TableInput, "table" | "sheet" | "formatOf">;

/** One amount in so many does not say how a column is printed. */
const FEW = 20;

/**
 * Half a unit of the last printed digit of each amount, in the column's unit. Numbers do not show their trailing
 * zeros, so a column is printed as exactly as all but a few of its amounts need: 48 among hundredths is 48.00. One of
 * whole numbers is as exact as the table's other amounts: budgets of 35 and 80 beside spending of 18.42.
 */
export function createHalfDigitAt(input: Printed, { column, unit, printedUnit }: Pick<AmountColumn, "column" | "unit" | "printedUnit">): HalfDigitAt {
  const placesOf = ({ column: at }: TableColumn): number => usualPlaces(input.table.rows.map((_, i) => placesAt(input, i, at)));
  const others = (): readonly TableColumn[] => input.table.columns.filter((other) => isAmount(other) && other.column !== column.column && (other.unit ?? input.table.unit) === printedUnit);
  // Every cell is read for it, so only where an amount asks.
  let usual: number | null = null;
  return (i) => {
    usual ??= placesOf(column) || Math.max(0, ...others().map(placesOf));
    const places = i === null ? usual : Math.max(placesAt(input, i, column.column), usual);
    const half = new Decimal(5).div(new Decimal(10).pow(places + 1));
    return unit === null || printedUnit === null ? half : convert(half, printedUnit, unit);
  };
}

function placesAt(input: Printed, i: number, column: number): number {
  const row = input.table.rows[i]?.row ?? 0;
  const value = cellAt(input, row, column);
  if (value === "") return 0;
  const shown = typeof value === "number" ? (input.formatOf(formatAt(input, row, column)).places ?? 0) : 0;
  return Math.max(ownPlaces(value), shown);
}

/** The most decimals that more than a few have. */
function usualPlaces(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const count of places) counts.set(count, (counts.get(count) ?? 0) + 1);
  let seen = 0;
  for (const [count, cells] of [...counts].sort(([a], [b]) => b - a)) {
    seen += cells;
    if (seen * FEW > places.length) return count;
  }
  return 0;
}

/** The quotients, in percent, that amounts within their printed precision can have; null where the whole may be zero. */
export function percentInterval(part: Decimal, halfOfPart: Decimal, whole: Decimal, halfOfWhole: Decimal): { readonly low: Decimal; readonly high: Decimal } | null {
  if (whole.abs().lte(halfOfWhole)) return null;
  const corners = [part.minus(halfOfPart), part.plus(halfOfPart)].flatMap((p) => [whole.minus(halfOfWhole), whole.plus(halfOfWhole)].map((w) => p.div(w).times(100)));
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) };
}
