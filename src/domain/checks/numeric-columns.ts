/** Every column of figures of a table, whatever its header says: among these relations are looked for that the figures prove. */

import { headerOf } from "../execution/basis";
import { readAmountColumns, type AmountColumn } from "../execution/columns";
import type { TableColumn } from "../table";
import { holdsPercentages, type TableInput } from "./input";

/** In a wider table some relation holds by chance, and looking for it takes long. */
export const MOST_COLUMNS = 24;

const HOLD_NO_FIGURES: ReadonlySet<string | null> = new Set(["code", "name", "function-code", "function-name", "rate", "share", "status", "reason"]);
const NO_FIGURE: ReadonlySet<string> = new Set(["serial-number", "code-part"]);
const IN_PERCENT = /[%％]|率$|占比|比重|进度$|幅度?$/u;

/** Without percentages, from left to right; none where there are too many. */
export function numericColumns(input: TableInput): readonly AmountColumn[] {
  const { table, sheet, unit, formatOf } = input;
  const known = input.amounts();
  const others = table.columns.filter((column) => !known.has(column.column) && mayHoldFigures(column) && !IN_PERCENT.test(headerOf(column)) && !holdsPercentages(sheet, table, column.column, formatOf));
  const all = [...known.values(), ...readAmountColumns(table, sheet, unit, others).values()].filter(holdsFigures).sort((a, b) => a.column.column - b.column.column);
  return all.length > MOST_COLUMNS ? [] : all;
}

/** Neither words and numbers that name a line, nor percentages. */
export function mayHoldFigures({ role, reason }: TableColumn): boolean {
  return !HOLD_NO_FIGURES.has(role) && !NO_FIGURE.has(reason.code);
}

function holdsFigures({ scaled, exact }: AmountColumn): boolean {
  return exact.size > 0 || scaled.some((one) => !Number.isNaN(one));
}
