/** 总计 under tables that stand one under another: the total of all of them, not of the last. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { ZERO, type Decimal } from "../../amounts/decimal";
import { addTo, figureIn, readAmountColumns, type AmountColumn } from "../../execution/columns";
import type { Unit } from "../../amounts/unit";
import { createSum } from "../../execution/scaled";
import { isAmount, type BudgetTable } from "../../table";

/**
 * The tables of a sheet in reading order, each total that adds up its own table and others right above it, in every
 * column, marked as adding up more than its table's lines.
 */
export function leaveTotalsOfSeveral(sheet: SheetSnapshot, tables: readonly BudgetTable[]): readonly BudgetTable[] {
  if (tables.length < 2) return tables;
  const sumsIn = createSums(sheet);
  return tables.map((table, k) => {
    const at = table.rows.findLastIndex(({ kind, isBalance }) => kind === "total" && isBalance !== true);
    const above = tables.slice(0, k).filter((other) => standsOver(other, table)).reverse();
    if (at < 0 || above.length === 0 || !isOfSeveral(sheet, table, at, above, sumsIn)) return table;
    const own = ownTotal(sheet, table, at);
    return { ...table, rows: table.rows.map((row, i) => (i === at ? { ...row, through: null } : i === own ? { ...row, kind: "total" } : row)) };
  });
}

/** 合计 right above 总计: a subtotal that is what all lines of the table come to; -1 for none. */
function ownTotal(sheet: SheetSnapshot, table: BudgetTable, at: number): number {
  const own = at - 1;
  const { kind, through } = table.rows[own] ?? {};
  if (kind !== "subtotal" || through !== undefined) return -1;
  const isSum = (column: AmountColumn): boolean => { const figure = figureIn(column, own); return typeof figure === "string" || figure.equals(sumOfLines(table, column, own)); };
  return [...readAmountColumns(table, sheet, null).values()].every(isSum) ? own : -1;
}

/** Of the same columns. */
function standsOver(other: BudgetTable, table: BudgetTable): boolean {
  const roles = new Map(other.columns.map(({ column, role }) => [column, role]));
  return other.range.bottom < table.range.top && table.columns.filter(isAmount).every(({ column, role }) => roles.get(column) === role);
}

/** By column what a table's lines add up to, read in a unit. */
type Sums = (table: BudgetTable, unit: Unit | null) => ReadonlyMap<number, Decimal>;

/** Each table stands above many others, and is read once. */
function createSums(sheet: SheetSnapshot): Sums {
  const known = new Map<string, ReadonlyMap<number, Decimal>>();
  return (table, unit) => {
    const key = `${table.id} ${unit ?? ""}`;
    const sums = known.get(key) ?? new Map([...readAmountColumns(table, sheet, unit)].map(([column, amounts]) => [column, sumOfLines(table, amounts, table.rows.length)]));
    known.set(key, sums);
    return sums;
  };
}

function isOfSeveral(sheet: SheetSnapshot, table: BudgetTable, at: number, above: readonly BudgetTable[], sumsIn: Sums): boolean {
  const unit = table.unit ?? table.columns.find(isAmount)?.unit ?? null;
  const totals = [...readAmountColumns(table, sheet, unit).values()].flatMap((column) => {
    const figure = figureIn(column, at);
    return typeof figure === "string" ? [] : [{ column, left: figure.minus(sumOfLines(table, column, at)) }];
  });
  let left = totals.map((total) => total.left);
  if (totals.length === 0 || left.every((rest) => rest.isZero())) return false;
  for (const other of above) {
    // As printed where one side tells no unit.
    const sums = sumsIn(other, unit);
    left = totals.map(({ column: { column } }, k) => (left[k] ?? ZERO).minus(sums.get(column.column) ?? ZERO));
    if (left.every((rest) => rest.isZero())) return true;
  }
  return false;
}

function sumOfLines({ rows }: BudgetTable, column: AmountColumn, end: number): Decimal {
  const sum = createSum();
  for (let i = 0; i < end; i += 1) if (rows[i]?.kind === "body") addTo(sum, column, i);
  return sum.total();
}
