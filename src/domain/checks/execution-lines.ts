/** Lines of a table whose budget and expenditure are known side by side. */

import type { Place } from "../../workbook/address";
import type { Unit } from "../amounts/unit";
import type { ExecutionRow, FigureSource, TableExecution } from "../execution/result";
import type { Finding, MessageValue } from "../finding";
import { NOTHING, type LineFinder } from "./check";
import { placeAt, type TableInput, type WorkbookInput } from "./input";
import { amount, commonPrintedUnit, createShowAmount, type ShowAmount } from "./shown";

export interface ExecutionLine {
  readonly row: ExecutionRow;
  readonly i: number;
  /** The cell of the expenditure, of its first month where only months are printed; of the budget where the expenditure stands in another table. */
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
  const [own] = [execution.expenditureFrom, execution.budgetFrom].filter(({ tableId }) => tableId === input.table.id);
  const column = own?.columns[0] ?? input.table.range.left;
  const rates = input.computedRates();
  const showExpenditure = createShow(input, workbook, execution.expenditureFrom, execution.unit);
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

export function createShowBudget(input: TableInput, workbook: Pick<WorkbookInput, "tables">, { budgetFrom, unit }: TableExecution): ShowAmount {
  return createShow(input, workbook, budgetFrom, unit);
}

/** What was joined from another table is shown in the unit of its column there. */
function createShow(input: TableInput, { tables }: Pick<WorkbookInput, "tables">, { tableId, columns }: FigureSource, unit: Unit | null): ShowAmount {
  if (tableId === input.table.id) return createShowAmount(input, columns, unit);
  const source = tables.find(({ table }) => table.id === tableId);
  const printed = source === undefined ? null : commonPrintedUnit(source, columns);
  return (_i, figure) => amount(figure, unit, printed);
}
