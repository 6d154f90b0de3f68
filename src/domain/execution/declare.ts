/** A table where none was recognised, made of the two columns of figures that a person pointed out. */

import { formatRange, intersects, rangeOfCell, type CellRange } from "../../workbook/address";
import { trimmed } from "../recognise/grid";
import type { TableOverride } from "../recognise/override";
import type { BudgetTable, Role } from "../table";
import { nameColumnBeside } from "./beside-range";
import { headerRows, holdsAmount, linesOf, type SelectedRange } from "./ranges";

/**
 * The table around both columns, as a person's decision, so that everything else is done with it as with any other; null where one has to go on
 * with the bare ranges: on two sheets, inside a recognised table, or without a row above the figures that could be their header.
 */
export function declareTable(budget: SelectedRange, expenditure: SelectedRange, tables: readonly BudgetTable[]): TableOverride | null {
  const { sheet } = budget;
  const headers = headerRows(budget, expenditure);
  let lines = linesOf(budget, expenditure);
  while (lines > headers && !holdsAmount(budget, lines - 1) && !holdsAmount(expenditure, lines - 1)) lines -= 1;
  const [top, bottom] = [budget.range.top + headers, budget.range.top + lines - 1];
  if (sheet.id !== expenditure.sheet.id || budget.range.top !== expenditure.range.top || top === 0 || bottom < top) return null;
  const figures = [budget.range.left, expenditure.range.left];
  const name = nameColumnBeside(sheet, Math.min(...figures), top, bottom);
  // Under a blank line there is no header to go by.
  const isHeaded = (column: number): boolean => trimmed(sheet.values[top - 1 - sheet.top]?.[column - sheet.left] ?? "") !== "";
  let [left, right] = [Math.min(...figures, name ?? Infinity), Math.max(...figures)];
  while (isHeaded(left - 1)) left -= 1;
  while (isHeaded(right + 1)) right += 1;
  const range: CellRange = { top: top - 1, left, bottom, right };
  if (name === null || !figures.every(isHeaded) || tables.some((table) => table.sheetId === sheet.id && intersects(table.range, range))) return null;
  // A header that named the budget would have made it a table.
  const columns: Record<number, Role> = { [name]: "name", [budget.range.left]: "original-budget", [expenditure.range.left]: "expenditure" };
  return { tableId: `${sheet.id}!${formatRange(rangeOfCell(range.top, left))}`, range, headerBottom: top - 1, columns, unconfirmed: [budget.range.left] };
}
