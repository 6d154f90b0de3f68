import { rangeOfCell } from "../../../workbook/address";
import { parseAmount } from "../../amounts/parse";
import { headerOf } from "../../execution/basis";
import type { Finding } from "../../finding";
import { AMOUNT_ROLES, placeOf, type TableColumn } from "../../table";
import { foundOf, tableCheck } from "../check";
import { findingOf } from "../findings";
import { cellAt, type TableInput } from "../input";

/**
 * Figures stored as text ("65.41 ", "28,265.19"): Excel's sums leave them out without a word. One finding a
 * column, with their number and the first one. Among numbers in the body that makes a sum wrong, a warning;
 * where all lines or only totals are text it is information. Nobody adds up rates, so these may be text.
 */
export const textNumber = tableCheck({
  id: "text-number",
  scope: "table",
  severities: ["warning", "info"],
  parameters: {},
  find: (table) => {
    const columns = table.table.columns.filter(({ role }) => role === "share" || (role !== null && AMOUNT_ROLES.has(role)));
    return foundOf(columns.flatMap((column) => textsIn(table, column)));
  },
});

function textsIn(table: TableInput, column: TableColumn): Finding[] {
  let numbers = 0;
  let numbersInBody = 0;
  const texts: { readonly row: number; readonly text: string; readonly isBody: boolean }[] = [];
  // A percentage among amounts is none, which is told of its cell.
  const unreadable = table.amounts().get(column.column)?.unreadable;
  for (const [i, { row, kind }] of table.table.rows.entries()) {
    const value = cellAt(table, row, column.column);
    const isBody = kind === "body";
    if (typeof value === "number") {
      numbers++;
      if (isBody) numbersInBody++;
    } else if (typeof value === "string" && value !== "" && kind !== "group" && unreadable?.has(i) !== true && parseAmount(value).kind === "amount") {
      texts.push({ row, text: value, isBody });
    }
  }
  const [first, last] = [texts[0], texts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isMixed = numbersInBody > 0 && texts.some(({ isBody }) => isBody);
  return [findingOf({
    rule: "text-number",
    severity: isMixed ? "warning" : "info",
    place: placeOf(table.table, { ...rangeOfCell(first.row, column.column), bottom: last.row }),
    actual: first.text,
    values: { column: headerOf(column), count: texts.length, of: texts.length + numbers, example: first.text, extent: isMixed ? "mixed" : numbersInBody > 0 ? "totals" : "all" },
  })];
}
