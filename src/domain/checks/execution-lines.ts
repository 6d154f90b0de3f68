/** Lines of a table whose budget and expenditure are known side by side. */

import type { Place } from "../../workbook/address";
import type { ExecutionRow, TableExecution } from "../execution/result";
import type { Finding, MessageValue } from "../finding";
import { NOTHING, type LineFinder } from "./check";
import { placeAt, type TableInput, type WorkbookInput } from "./input";
import { amount, commonPrintedUnit, createShowAmount, type ShowAmount } from "./shown";

export interface ExecutionLine {
  readonly row: ExecutionRow;
  readonly i: number;
  /** The cell of the expenditure; of its first month where only months are printed. */
  readonly place: Place;
  readonly showBudget: ShowAmount;
  readonly showExpenditure: ShowAmount;
}

/** What sums up is judged by its lines, and income or what is left not at all. What another line counts already (其中) is judged where it has a rate: a status stands beside that. */
function isLine({ kind, rate, isIncome }: ExecutionRow): boolean {
  if (isIncome === true || (!rate.ok && rate.why === "not-spending")) return false;
  return kind === "body" || (kind === "of-which" && rate.ok);
}

/**
 * Judges the lines that may be worth it; null where the table has no result. `mayMatter` sees a line's rate
 * in hundredths of a percent (NaN where it has none) and its index; it decides nothing, it only saves work.
 */
export function eachExecutionLine(input: TableInput, workbook: WorkbookInput, mayMatter: (hundredths: number, i: number) => boolean, judge: (line: ExecutionLine) => readonly Finding[]): LineFinder | null {
  const { execution } = input;
  if (execution === null) return null;
  const column = execution.expenditureFrom.columns[0] ?? input.table.range.left;
  const rates = input.computedRates();
  const showExpenditure = createShowAmount(input, execution.expenditureFrom.columns, execution.unit);
  const showBudget = createShowBudget(input, workbook, execution);
  return (i) => {
    if (!mayMatter(rates[i] ?? NaN, i)) return NOTHING;
    const row = execution.rows[i];
    return row === undefined || !isLine(row) ? NOTHING : judge({ row, i, place: placeAt(input, i, column), showBudget, showExpenditure });
  };
}

/** Where a line is judged by a budget that the text tells, its words say so, and what the table says. */
export function toldBy({ original }: ExecutionRow): "text" | "table" {
  return original === undefined ? "table" : "text";
}

export function showOriginal({ original }: ExecutionRow, i: number, showBudget: ShowAmount): MessageValue {
  return original === undefined ? "" : showBudget(i, original.budget);
}

/** A budget that was joined from another table is shown in the unit of its column there. */
export function createShowBudget(input: TableInput, { tables }: Pick<WorkbookInput, "tables">, { budgetFrom: { tableId, columns }, unit }: TableExecution): ShowAmount {
  if (tableId === input.table.id) return createShowAmount(input, columns, unit);
  const source = tables.find(({ table }) => table.id === tableId);
  const printed = source === undefined ? null : commonPrintedUnit(source, columns);
  return (_i, figure) => amount(figure, unit, printed);
}
