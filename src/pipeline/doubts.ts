/** What figures rest on without being certain, for a person to confirm or correct. */

import type { TableExecution } from "../domain/execution/result";
import type { BudgetTable, Reason } from "../domain/table";

export interface Doubt {
  readonly tableId: string;
  readonly reason: Reason;
}

/** Why a table's amounts are used for nothing, which nobody would see otherwise: key figures, and income beside its budget. */
export function whyLeftOut({ columns, doubts }: BudgetTable): readonly Reason[] {
  const hasIncome = columns.some(({ reason }) => reason.code === "income") && columns.some(({ role }) => role === "original-budget" || role === "adjusted-budget");
  return doubts.filter(({ code }) => code === "doubt-lines-are-measures" || (hasIncome && code === "doubt-income"));
}

/** The doubts about the tables that the figures come from, and about the columns they were read in. Selected ranges are a table of their own. */
export function doubtsOf({ table: computed, budgetFrom, expenditureFrom }: TableExecution, tables: readonly BudgetTable[]): readonly Doubt[] {
  const isKnown = tables.some(({ id }) => id === computed.id);
  return (isKnown ? tables.map((table) => (table.id === computed.id ? computed : table)) : [...tables, computed]).flatMap((table) => {
    const columns = new Set([budgetFrom, expenditureFrom].flatMap((source) => (source.tableId === table.id ? source.columns : [])));
    if (columns.size === 0) return [];
    const likely = table.columns.filter(({ column, confidence }) => columns.has(column) && confidence === "likely");
    return [...likely.map(({ reason }) => reason), ...table.doubts].map((reason) => ({ tableId: table.id, reason }));
  });
}
