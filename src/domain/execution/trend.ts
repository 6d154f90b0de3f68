/** 各月累计执行率: how a table's expenditure grew month by month, beside time progress. */

import type { Decimal } from "../amounts/decimal";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { addTo, isUnreadable, readAmountColumns, type AmountColumn } from "./columns";
import { percentOf } from "./rate";
import type { TableExecution } from "./result";
import { createSum, type Sum } from "./scaled";
import { daysInMonth, timeProgress } from "./time-progress";

export interface TrendPoint {
  /** From 1. */
  readonly month: number;
  /** Spent up to its end, in the unit of the execution. */
  readonly expenditure: Decimal;
  /** Of the budget, percent, half up at 0.01. */
  readonly percent: Decimal;
  /** 序时进度 at its end, likewise. */
  readonly progress: Decimal;
}

/**
 * From January on, as far as every month has a column with figures: those of the table's total row, or of its lines added
 * up. A cell that cannot be read ends it, for what follows would be too little. null for fewer than two months, a budget
 * that is not positive, or months in a unit that is not known to be that of the budget.
 */
export function monthlyTrend({ table, unit, total }: Pick<TableExecution, "table" | "unit" | "total">, sheet: SheetSnapshot, budget: Decimal, of: "total" | "sum"): readonly TrendPoint[] | null {
  if (!budget.gt(0)) return null;
  const rows = table.rows.flatMap(({ row, kind }, i) => ((of === "total" ? row === total?.row : kind === "body") ? [i] : []));
  const amounts = readAmountColumns(table, sheet, unit);
  const sum = createSum();
  const points: TrendPoint[] = [];
  for (let month = 1; month <= 12; month++) {
    const column = table.columns.find(({ role }) => role === `month-${month}`);
    const figures = column === undefined ? undefined : amounts.get(column.column);
    if (figures === undefined || figures.unit !== unit || !addAll(sum, figures, rows)) break;
    const expenditure = sum.total();
    points.push({ month, expenditure, percent: percentOf(expenditure, budget), progress: timeProgress({ year: ANY_YEAR, month, day: daysInMonth(ANY_YEAR, month) }) });
  }
  return points.length < 2 ? null : points;
}

/** A month that is over is a twelfth of whichever year. */
const ANY_YEAR = 2000;

/** False if no cell holds an amount, or one cannot be read. */
function addAll(sum: Sum, column: AmountColumn, rows: readonly number[]): boolean {
  if (rows.some((i) => isUnreadable(column, i))) return false;
  let holdsAny = false;
  for (const i of rows) holdsAny = addTo(sum, column, i) || holdsAny;
  return holdsAny;
}
