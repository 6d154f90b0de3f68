/** What joining two tables line by line leaves to say. */

import { rangeOfCell } from "../../workbook/address";
import type { Finding } from "../finding";
import { columnOf, placeOf, type BudgetTable } from "../table";
import type { Match } from "./match";
import type { OtherNames } from "./other-names";

/** The lines of a table that are joined with no line of the other one. */
export function matchFindings(table: BudgetTable, other: BudgetTable, matches: readonly (Match | null)[], rule: "unmatched-budget" | "unmatched-expenditure"): Finding[] {
  const nameColumn = (columnOf(table, "name") ?? columnOf(table, "code"))?.column ?? table.range.left;
  return table.rows.flatMap((row, i): Finding[] => {
    const match = matches[i] ?? null;
    if (match === null || match.kind === "matched") return [];
    const lines = match.kind === "duplicate" ? sharingOneBudget(match, rule) : null;
    return [{
      rule: match.kind === "duplicate" ? "duplicate-key" : rule,
      ...(lines === null ? {} : { kind: "one-budget" }),
      severity: "warning",
      place: placeOf(table, rangeOfCell(row.row, nameColumn)),
      expected: null,
      actual: null,
      values: { name: row.name, code: row.code, other: other.sheetName, ...(lines === null ? {} : { lines }) },
    }];
  });
}

/** How many lines of expenditure, payments told one by one, say, have one line of the budget together; null where it has several. */
function sharingOneBudget({ own, others }: Extract<Match, { kind: "duplicate" }>, rule: "unmatched-budget" | "unmatched-expenditure"): number | null {
  const [budgets, expenditures] = rule === "unmatched-budget" ? [own, others] : [others, own];
  return budgets.length === 1 ? expenditures.length : null;
}

/** Lines that have one code and two names. */
export function namingFindings(budgetTable: BudgetTable, table: BudgetTable, matches: readonly (Match | null)[], names: OtherNames): Finding[] {
  const column = (columnOf(table, "name") ?? columnOf(table, "code"))?.column ?? table.range.left;
  return [...names].flatMap(([i, kind]): Finding[] => {
    const [row, match] = [table.rows[i], matches[i]];
    const known = match?.kind === "matched" ? budgetTable.rows[match.other] : undefined;
    if (row === undefined || known === undefined) return [];
    return [{
      rule: kind === "conflict" ? "name-conflict" : "renamed-line",
      severity: kind === "conflict" ? "warning" : "info",
      place: placeOf(table, rangeOfCell(row.row, column)),
      expected: null,
      actual: null,
      values: { name: row.name, code: row.code, known: known.name, other: budgetTable.sheetName },
    }];
  });
}
