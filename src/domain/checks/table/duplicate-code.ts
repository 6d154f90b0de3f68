import { formatRange, rangeOfCell } from "../../../workbook/address";
import { columnOf, type BudgetTable, type TableColumn } from "../../table";
import { foundOf, NOTHING_FOUND, tableCheck } from "../check";
import { findingOf } from "../findings";
import { placeAt } from "../input";
import { arePayments, createIsPayment, createIsSameLine, repeatedIn } from "./duplicates";

/** The functional codes of a table whose lines are functional classes and nothing else: there a code stands for one line. */
function classCodesOf(table: BudgetTable): TableColumn | null {
  const isByClass = columnOf(table, "name") === null && columnOf(table, "function-name") !== null;
  return isByClass ? columnOf(table, "function-code") : null;
}

/**
 * The same project code, or class where lines are classes, in one table. Of one name it is the same line twice, unless another column tells
 * the two apart; of two names one of the codes is wrong, unless they are those of dated payments. In a table of expenditure alone, lines of one project with
 * different amounts are its payments.
 */
export const duplicateCode = tableCheck({
  id: "duplicate-code",
  scope: "table",
  severities: ["warning"],
  parameters: {},
  find: (table) => {
    const { rows } = table.table;
    const column = columnOf(table.table, "code") ?? classCodesOf(table.table);
    if (column === null) return NOTHING_FOUND;
    const { names, codes } = table.keyed();
    const isSameLine = createIsSameLine(table);
    const isPayment = createIsPayment(table);
    const mayBeNamedApart = arePayments(table);
    const isWrong = (first: number, again: number): boolean => (names[first] !== names[again] && !mayBeNamedApart) || (isSameLine(first, again) && !isPayment(first, again));
    const findings = repeatedIn(table, (i) => codes[i] ?? "", isWrong).map(({ first, again }) => findingOf({
      rule: "duplicate-code", severity: "warning", place: placeAt(table, again, column.column), actual: rows[again]?.code ?? "",
      values: {
        code: rows[again]?.code ?? "", name: rows[again]?.name ?? "", other: rows[first]?.name ?? "",
        first: formatRange(rangeOfCell(rows[first]?.row ?? 0, column.column)),
      },
    }));
    return foundOf(findings);
  },
});
