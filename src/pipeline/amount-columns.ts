/** Which two columns of its own sheet a table's rates divide, where it is as plain as that. */

import { otherBudgetMeasure } from "../domain/execution/basis";
import type { Basis, TableExecution } from "../domain/execution/result";
import type { BudgetTable } from "../domain/table";

export type AmountColumns =
  | { readonly ok: true; readonly budget: number; readonly expenditure: number }
  /** One side is in another table; is computed or taken from several columns; or the two are in different units. */
  | { readonly ok: false; readonly why: "elsewhere" | "summed" | "units" };

/** `basis` is that of the rates, if it is another than the one in force. */
export function amountColumns({ table, basis: inForce, budgetFrom, expenditureFrom }: Pick<TableExecution, "table" | "basis" | "budgetFrom" | "expenditureFrom">, basis: Basis = inForce): AmountColumns {
  if (budgetFrom.tableId !== table.id || expenditureFrom.tableId !== table.id) return { ok: false, why: "elsewhere" };
  const budgets = basis === inForce ? budgetFrom.columns : (otherBudgetMeasure(table, table, inForce)?.terms.map(({ column: { column } }) => column) ?? []);
  const [budget, ...otherBudgets] = budgets;
  const [expenditure, ...otherExpenditures] = expenditureFrom.columns;
  const isOfTwo = table.rows.some(({ isUnchanged }) => isUnchanged);
  if (budget === undefined || expenditure === undefined || otherBudgets.length + otherExpenditures.length > 0 || isOfTwo) return { ok: false, why: "summed" };
  return unitOf(table, budget) === unitOf(table, expenditure) ? { ok: true, budget, expenditure } : { ok: false, why: "units" };
}

function unitOf({ columns, unit }: BudgetTable, column: number): string | null {
  return columns.find((one) => one.column === column)?.unit ?? unit;
}
