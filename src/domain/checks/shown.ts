/** Figures for messages: an amount as its cell prints it, in the unit that stands there. */

import type { Decimal } from "../amounts/decimal";
import { parseAmount } from "../amounts/parse";
import { convert, type Unit } from "../amounts/unit";
import type { AmountColumn } from "../execution/columns";
import type { Shown } from "../finding";
import { decimalText } from "./findings";
import { cellAt, type TableInput } from "./input";

/** An amount that is in `unit`, shown as one that is printed in `printed`; as it is where either is not known. */
export function amount(figure: Decimal, unit: Unit | null, printed: Unit | null): Shown {
  const isSame = unit === null || printed === null || unit === printed;
  return isSame ? { figure: decimalText(figure), unit } : { figure: decimalText(convert(figure, unit, printed)), unit: printed };
}

export function percentage(figure: Decimal): Shown {
  return { figure: decimalText(figure), unit: "percent" };
}

export function points(figure: Decimal): Shown {
  return { figure: decimalText(figure), unit: "points" };
}

/** The unit that a cell's amount is printed in: its own (12.5万元), else its column's. */
export function cellUnit(table: TableInput, i: number, { column: { column }, printedUnit }: AmountColumn): Unit | null {
  const value = cellAt(table, table.table.rows[i]?.row ?? 0, column);
  const parsed = typeof value === "string" ? parseAmount(value) : null;
  return parsed?.kind === "amount" ? (parsed.unit ?? printedUnit) : printedUnit;
}

/** The amount of one cell, which was read in its column's unit. */
export function cellAmount(table: TableInput, i: number, column: AmountColumn, figure: Decimal): Shown {
  return amount(figure, column.unit, cellUnit(table, i, column));
}

/** Shows a line's figure, by index of the table's rows. */
export type ShowAmount = (i: number, figure: Decimal) => Shown;

/** For figures in `unit` (null: the columns' own) of these columns: of one as its cells print them, of several added up in the unit they have in common. */
export function createShowAmount(table: TableInput, columns: readonly number[], unit: Unit | null): ShowAmount {
  const [only, another] = columns;
  const column = only === undefined || another !== undefined ? undefined : table.amounts().get(only);
  if (column !== undefined) return (i, figure) => amount(figure, unit ?? column.unit, cellUnit(table, i, column));
  const common = commonPrintedUnit(table, columns);
  return (_i, figure) => amount(figure, unit ?? common, common);
}

/** null where the columns are printed in several units, or none is known. */
export function commonPrintedUnit(table: TableInput, columns: readonly number[]): Unit | null {
  const units = new Set(columns.map((column) => table.amounts().get(column)?.printedUnit ?? null));
  const [unit = null] = units;
  return units.size === 1 ? unit : null;
}
