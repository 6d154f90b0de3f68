/** Ledgers of payments: several rows that are one line. */

import type { BudgetTable } from "../table";
import { figureIn, type ColumnDraft } from "./columns";
import { scaledDecimal } from "./scaled";

/** Gives a line what it and its further payments come to; these have no figures of their own then. Cells that cannot be read stay where they are. */
export function foldPayments({ rows, running = [] }: Pick<BudgetTable, "rows" | "running">, column: ColumnDraft): void {
  const indexes = new Map(rows.map(({ row }, i) => [row, i]));
  const isRunning = running.includes(column.column.column);
  rows.forEach(({ paymentOf }, i) => {
    const head = paymentOf === undefined ? undefined : indexes.get(paymentOf);
    if (head === undefined) return;
    const [own, before] = [figureIn(column, i), figureIn(column, head)];
    if (own === "unreadable" || before === "unreadable") column.spoiled.add(head);
    column.scaled[i] = NaN;
    column.exact.delete(i);
    if (typeof own === "string") return;
    const figure = isRunning || before === "blank" || before === "unreadable" ? own : before.plus(own);
    const ten4ths = scaledDecimal(figure);
    column.exact.delete(head);
    column.scaled[head] = ten4ths ?? NaN;
    if (ten4ths === null) column.exact.set(head, figure);
  });
  for (const head of column.spoiled) {
    column.scaled[head] = NaN;
    column.exact.delete(head);
  }
}
