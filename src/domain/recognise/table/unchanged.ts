/** 调整后预算数 that is filled in on adjusted lines alone: what a line has that leaves it blank is its original budget. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { headerOf } from "../../execution/basis";
import { figureIn, readAmountColumns, type AmountColumn } from "../../execution/columns";
import { createSum } from "../../execution/scaled";
import { coverages, isCovered, TOTAL_TOLERANCE } from "../../execution/totals";
import { columnOf, isChangeRole, type BudgetTable, type TableColumn, type TableRow } from "../../table";
import { because } from "../reason";

/**
 * The table with these lines marked. Totals tell it, with the original budgets in them or without; where none does, and no
 * line repeats its original budget as the adjusted one, blanks are taken for unchanged budgets and a person is asked.
 */
export function tellUnchanged(sheet: SheetSnapshot, table: BudgetTable): BudgetTable {
  const [original, adjusted] = [columnOf(table, "original-budget"), columnOf(table, "adjusted-budget")];
  if (original === null || adjusted === null || original.unit !== adjusted.unit || table.running !== undefined || !hasBlank(sheet, table, adjusted)) return table;
  const read = readAmountColumns(table, sheet, table.unit, [original, adjusted, ...table.columns.filter(({ role }) => isChangeRole(role))]);
  const [before, after] = [read.get(original.column), read.get(adjusted.column)];
  if (before === undefined || after === undefined) return table;

  const changes = [...read.values()].filter((column) => column !== before && column !== after);
  const blank = new Set(table.rows.flatMap((row, i) => (isLine(row) && isBlank(after, i) && isAmount(before, i) && changes.every((change) => isBlank(change, i)) ? [i] : [])));
  const filled = table.rows.flatMap((row, i) => (isLine(row) && !isBlank(after, i) && !isBlank(before, i) ? [i] : []));
  if (blank.size === 0 || filled.length === 0) return table;

  const told = tellByTotals(table, before, after, blank);
  const isRepeated = filled.some((i) => String(figureIn(before, i)) === String(figureIn(after, i)));
  if (told === false || (told === null && isRepeated)) return table;
  const rows = table.rows.map((row, i): TableRow => (blank.has(i) ? { ...row, isUnchanged: true } : row));
  const asked = because("doubt-unchanged", { header: headerOf(adjusted), original: headerOf(original), count: blank.size, row: (rows.find(({ isUnchanged }) => isUnchanged)?.row ?? 0) + 1 });
  return { ...table, rows, doubts: told === null ? [...table.doubts, asked] : table.doubts };
}

/** Whether totals hold the original budgets of blank lines; null where none tells, or they contradict each other. */
function tellByTotals({ rows }: BudgetTable, before: AmountColumn, after: AmountColumn, blank: ReadonlySet<number>): boolean | null {
  const told = new Set<boolean>();
  for (const { at, from, to } of coverages(rows)) {
    const total = figureIn(after, at);
    const [without, original] = [createSum(), createSum()];
    for (let i = from; i <= to; i += 1) {
      const figure = isCovered(rows, at, i) ? figureIn(blank.has(i) ? before : after, i) : "blank";
      if (typeof figure !== "string") (blank.has(i) ? original : without).add(figure);
    }
    if (typeof total === "string" || original.total().isZero()) continue;
    const rest = total.minus(without.total());
    if (rest.abs().lte(TOTAL_TOLERANCE)) told.add(false);
    if (rest.minus(original.total()).abs().lte(TOTAL_TOLERANCE)) told.add(true);
  }
  const [only = null] = told;
  return told.size === 1 ? only : null;
}

/** Most tables have none, and are read no further. */
function hasBlank({ values, top, left }: SheetSnapshot, { rows }: BudgetTable, { column }: TableColumn): boolean {
  return rows.some((row) => isLine(row) && (values[row.row - top]?.[column - left] ?? "") === "");
}

function isLine({ kind, isBalance, isIncome }: TableRow): boolean {
  return kind === "body" && isBalance !== true && isIncome !== true;
}

function isAmount(column: AmountColumn, i: number): boolean {
  const figure = figureIn(column, i);
  return typeof figure !== "string" && !figure.isZero();
}

function isBlank(column: AmountColumn, i: number): boolean {
  return figureIn(column, i) === "blank";
}
