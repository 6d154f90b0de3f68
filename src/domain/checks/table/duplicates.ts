/** Lines that stand more than once: what both checks of duplicates share. */

import type { CellValue } from "../../../workbook/snapshot";
import { parseAmount } from "../../amounts/parse";
import { budgetMeasure, expenditureMeasure } from "../../execution/basis";
import { figureIn } from "../../execution/columns";
import { normaliseName } from "../../recognise/normalise";
import { columnsCalled } from "../../recognise/rows/payments";
import type { BudgetTable, Role } from "../../table";
import { cellAt, type TableInput } from "../input";

export interface Repeated {
  /** Indexes of the table's rows. */
  readonly first: number;
  readonly again: number;
}

/** Body rows whose key stood before in the same section (between headings and totals), each with the first of them. */
export function repeatedIn({ table }: TableInput, keyOf: (i: number) => string, isSame: (first: number, again: number) => boolean): Repeated[] {
  const keys = table.rows.map(({ kind }, i) => (kind === "body" ? keyOf(i) : ""));
  const filled = keys.filter((key) => key !== "");
  if (new Set(filled).size === filled.length) return [];
  let seen = new Map<string, number>();
  const repeated: Repeated[] = [];
  table.rows.forEach(({ kind }, i) => {
    if (kind === "group" || kind === "subtotal" || kind === "total") seen = new Map();
    const key = keys[i] ?? "";
    if (key === "") return;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, i);
    else if (isSame(first, i)) repeated.push({ first, again: i });
  });
  return repeated;
}

/** What may differ between two entries of one line. */
const NO_IDENTITY: ReadonlySet<Role> = new Set<Role>(["status", "reason"]);

/** Whether nothing else that is written in words or codes tells two lines apart: the unit, the economic class, the period. */
export function createIsSameLine(input: TableInput): (first: number, again: number) => boolean {
  const columns = input.table.columns.filter(({ role }) => role === null || !NO_IDENTITY.has(role)).map(({ column }) => column);
  const wordAt = (i: number, column: number): string => wordOf(cellAt(input, input.table.rows[i]?.row ?? 0, column));
  return (first, again) => columns.every((column) => wordAt(first, column) === wordAt(again, column));
}

/** Whether two lines of one name may be two payments: the table has no budget, and their amounts or days differ. */
export function createIsPayment(input: TableInput): (first: number, again: number) => boolean {
  const { table } = input;
  if (!isOfSpendingAlone(table)) return () => false;
  const columns = [...input.amounts().values()];
  const dates = columnsCalled(table.columns, "paidOn");
  const dateOf = (i: number, column: number): string => String(cellAt(input, table.rows[i]?.row ?? 0, column));
  return (first, again) => columns.some((column) => String(figureIn(column, first)) !== String(figureIn(column, again))) || dates.some((column) => dateOf(first, column) !== dateOf(again, column));
}

/** Whether the lines are single payments, each with its day or voucher, and named after what they were for. */
export function arePayments({ table }: TableInput): boolean {
  return isOfSpendingAlone(table) && columnsCalled(table.columns, "paidOn").length > 0;
}

function isOfSpendingAlone(table: BudgetTable): boolean {
  return budgetMeasure(table, "adjusted") === null && expenditureMeasure(table) !== null;
}

/** Figures and blanks are no words. */
function wordOf(value: CellValue): string {
  return typeof value === "string" && parseAmount(value).kind === "unreadable" ? normaliseName(value) : "";
}
