/** The numbers of indicators that lines of a budget, or payments out of it, are known by: 指标文号. */

import { isChangeRole, type TableColumn, type TableRow } from "../../table";
import { trimmed } from "../grid";
import { columnsCalled } from "./payments";

/** Where no codes are, and the budget or the spending stands elsewhere, a line's number may be all that both have in common, and what it is named by. */
export function withNumbers(rows: readonly TableRow[], columns: readonly TableColumn[], textAt: (row: number, column: number) => string): readonly TableRow[] {
  const [column] = columnsCalled(columns, "indicatorNumber", [null, "name"]);
  const hasBudget = columns.some(({ role }) => role === "original-budget" || role === "adjusted-budget" || isChangeRole(role));
  const isSpent = ({ role, partOf, column: at }: TableColumn): boolean => (role === "expenditure" || partOf === "expenditure") && rows.some(({ row, kind }) => kind === "body" && textAt(row, at) !== "");
  const hasSpending = columns.some(isSpent);
  if (column === undefined || hasBudget === hasSpending || columns.some(({ role }) => role === "code")) return rows;
  return rows.map((row) => {
    const number = row.kind === "body" ? trimmed(textAt(row.row, column)) : "";
    return number === "" ? row : { ...row, number };
  });
}
