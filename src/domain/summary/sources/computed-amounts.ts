/** Amounts that tables do not print: the sum of their parts, and 调整后预算 of what was approved and what changed it. */

import { amountOf, budgetMeasure } from "../../execution/basis";
import type { BudgetTable, TableColumn } from "../../table";
import { difference, NOTHING, sum, type Known } from "../cells";
import type { AmountAt } from "./amounts";
import { WHOLE_ROLES, type WholeRole } from "./whole-roles";

type Amounts = Partial<Record<WholeRole, Known>>;

/** By row of the sheet, as rates are computed with them; what the table prints is none of them. */
export function createComputedAmounts(table: BudgetTable, amountAt: AmountAt): (row: number) => Amounts {
  const divided = WHOLE_ROLES.flatMap((role) => {
    const columns = amountOf(table, role) ?? [];
    return columns.some((column) => column.role === role) || columns.length === 0 ? [] : [[role, columns] as const];
  });
  const budgetOf = createComputedBudget(table, amountAt);
  return (row) => {
    const sums = divided.flatMap(([role, columns]) => {
      const read = columns.map((column) => amountAt(row, column));
      const known = sum(read.flatMap((one) => (one === "unreadable" ? [] : [one])));
      return known === null || read.includes("unreadable") ? [] : [[role, known] as const];
    });
    const budget = budgetOf?.(row) ?? null;
    return { ...Object.fromEntries(sums), ...(budget === null ? {} : { "adjusted-budget": budget }) };
  };
}

/** null for a table that prints it, or has no changes. */
function createComputedBudget(table: BudgetTable, amountAt: AmountAt): ((row: number) => Known | null) | null {
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
