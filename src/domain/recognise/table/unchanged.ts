/** 调整后预算数 that is filled in on adjusted lines alone: what a line has that leaves it blank is its original budget. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { parseAmount } from "../../amounts/parse";
import { headerOf } from "../../execution/basis";
import { figureIn, readAmountColumns, type AmountColumn } from "../../execution/columns";
import { createSum } from "../../execution/scaled";
import { coverages, isCovered, TOTAL_TOLERANCE } from "../../execution/totals";
import { columnOf, isChangeRole, type BudgetTable, type TableColumn, type TableRow } from "../../table";
import { because } from "../reason";

/**
 * The table with these lines marked. Totals tell it, with the original budgets in them or without; where no line repeats its
 * original budget as the adjusted one, blanks and dashes are taken for unchanged budgets, and a person is asked unless a total tells so. A total of the
 * adjusted figures alone (=SUM) is none of what the lines come to, and is marked as well. A column without any figure is no adjusted budget;
 * the original one with its changes is.
 */
export function tellUnchanged(sheet: SheetSnapshot, table: BudgetTable): BudgetTable {
  const [original, adjusted] = [columnOf(table, "original-budget"), columnOf(table, "adjusted-budget")];
  if (original === null || adjusted === null || original.unit !== adjusted.unit || table.running !== undefined || !hasBlank(sheet, table, adjusted)) return table;
  const read = readAmountColumns(table, sheet, table.unit, [original, adjusted, ...table.columns.filter(({ role }) => isChangeRole(role))]);
  const [before, after] = [read.get(original.column), read.get(adjusted.column)];
  if (before === undefined || after === undefined) return table;

  const changes = [...read.values()].filter((column) => column !== before && column !== after);
  const isLeft = (row: TableRow, i: number): boolean => isBlank(after, i) || isDash(sheet, row, adjusted);
  const blank = new Set(table.rows.flatMap((row, i) => (isLine(row) && isLeft(row, i) && isAmount(before, i) && changes.every((change) => !isAmount(change, i)) ? [i] : [])));
  const filled = table.rows.flatMap((row, i) => (isLine(row) && !isLeft(row, i) ? [i] : []));
  if (filled.length === 0 && table.rows.some((row, i) => isLine(row) && isAmount(before, i))) return withoutAdjusted(table, adjusted);
  if (blank.size === 0) return table;

  const totals = totalsOf(table, before, after, blank);
  const told = new Set(totals.flatMap(({ holds }) => (holds === "all" || holds === "adjusted" ? [holds] : [])));
  const isProven = told.has("all") && told.size === 1;
  const isRepeated = filled.some((i) => !isBlank(before, i) && String(figureIn(before, i)) === String(figureIn(after, i)));
  const partial = new Set(totals.flatMap(({ at, holds }) => (holds === "adjusted" || holds === "nothing" ? [at] : [])));
  if (isRepeated && !isProven) {
    const untold = spentOn(sheet, table, blank);
    return untold.size === 0 ? table : { ...table, rows: table.rows.map((row, i): TableRow => (untold.has(i) ? { ...row, isUntold: true } : partial.has(i) ? { ...row, isPartial: true } : row)) };
  }
  const rows = table.rows.map((row, i): TableRow => (blank.has(i) ? { ...row, isUnchanged: true } : partial.has(i) ? { ...row, isPartial: true } : row));
  const asked = because("doubt-unchanged", { header: headerOf(adjusted), original: headerOf(original), count: blank.size, row: (rows.find(({ isUnchanged }) => isUnchanged)?.row ?? 0) + 1, total: partial.size > 0 ? "partial" : "none" });
  return { ...table, rows, doubts: isProven ? table.doubts : [...table.doubts, asked] };
}

/** Those of the lines on which money was spent: a total without their budgets is no base for what was spent in all. */
function spentOn(sheet: SheetSnapshot, table: BudgetTable, lines: ReadonlySet<number>): ReadonlySet<number> {
  const spending = columnOf(table, "expenditure");
  const spent = spending === null ? undefined : readAmountColumns(table, sheet, table.unit, [spending]).get(spending.column);
  return new Set(spent === undefined ? [] : [...lines].filter((i) => isAmount(spent, i)));
}

function withoutAdjusted(table: BudgetTable, adjusted: TableColumn): BudgetTable {
  return { ...table, columns: table.columns.map((column): TableColumn => (column === adjusted ? { ...column, role: null, unit: null, confidence: "unknown", reason: because("adjusted-empty", { header: headerOf(adjusted) }) } : column)) };
}

interface Total {
  /** Index of its row. */
  readonly at: number;
  /** The figures of all its lines, those of adjusted ones alone, none, or something else. */
  readonly holds: "all" | "adjusted" | "nothing" | "other";
}

/** Those of lines that leave their adjusted budget blank. */
function totalsOf({ rows }: BudgetTable, before: AmountColumn, after: AmountColumn, blank: ReadonlySet<number>): readonly Total[] {
  return coverages(rows).flatMap(({ at, from, to }): Total[] => {
    const [without, original] = [createSum(), createSum()];
    for (let i = from; i <= to; i += 1) {
      const figure = isCovered(rows, at, i) ? figureIn(blank.has(i) ? before : after, i) : "blank";
      if (typeof figure !== "string") (blank.has(i) ? original : without).add(figure);
    }
    const total = figureIn(after, at);
    if (original.total().isZero()) return [];
    if (typeof total === "string") return total === "blank" ? [{ at, holds: "nothing" }] : [];
    // Tiny amounts are within the tolerance either way; then the nearer one is meant.
    const ofAdjusted = total.minus(without.total()).abs();
    const ofAll = total.minus(without.total()).minus(original.total()).abs();
    return [{ at, holds: ofAll.lte(TOTAL_TOLERANCE) && ofAll.lte(ofAdjusted) ? "all" : ofAdjusted.lte(TOTAL_TOLERANCE) ? "adjusted" : "other" }];
  });
}

/** “—”: not adjusted. */
function isDash({ values, top, left }: SheetSnapshot, { row }: TableRow, { column }: TableColumn): boolean {
  const value = values[row - top]?.[column - left] ?? "";
  return typeof value === "string" && parseAmount(value).kind === "dash";
}

/** Most tables have none, and are read no further. */
function hasBlank({ values, top, left }: SheetSnapshot, { rows }: BudgetTable, { column }: TableColumn): boolean {
  return rows.some((row) => isLine(row) && typeof (values[row.row - top]?.[column - left] ?? "") === "string");
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
