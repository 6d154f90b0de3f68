/** 调整后预算 of tables that print the approved budget and what changed it, but not what that comes to. */

import { budgetMeasure } from "../../execution/basis";
import type { BudgetTable, TableColumn } from "../../table";
import { difference, NOTHING, sum, type Known } from "../cells";

/** A cell's amount; null where it is empty. */
export type AmountAt = (row: number, column: TableColumn) => Known | "unreadable" | null;

/** By row of the sheet, as rates are computed with it; null for a table that prints it, or has no changes. */
export function createComputedBudget(table: BudgetTable, amountAt: AmountAt): ((row: number) => Known | null) | null {
  const measure = budgetMeasure(table, "adjusted");
  if (measure?.reason.code !== "budget-computed") return null;
  const terms = measure.terms.map(({ column, sign }) => ({ column, isTaken: sign < 0 && !isSigned(table, column, amountAt) }));
  return (row) => {
    const read = terms.map(({ column, isTaken }) => ({ known: amountAt(row, column), isTaken }));
    const all = (taken: boolean): Known | null => sum(read.flatMap(({ known, isTaken }) => (known === "unreadable" || isTaken !== taken ? [] : [known])));
    if (read.some(({ known }) => known === "unreadable")) return null;
    const [added, taken] = [all(false), all(true)];
    return taken === null ? added : difference(added ?? NOTHING, taken);
  };
}

/** 调减 is printed either way: as how much less, or with its minus sign, and then without any positive amount. */
function isSigned({ rows }: BudgetTable, column: TableColumn, amountAt: AmountAt): boolean {
  const amounts = rows.flatMap(({ row }) => { const known = amountAt(row, column); return known === null || known === "unreadable" ? [] : [known.value]; });
  return amounts.some((value) => value.lt(0)) && !amounts.some((value) => value.gt(0));
}
