import { ERROR_VALUES } from "../../../workbook/snapshot";
import { headerOf } from "../../execution/basis";
import type { TableColumn } from "../../table";
import { lineCheck, NOTHING } from "../check";
import { findingOf } from "../findings";
import { lineName, placeAt, type TableInput } from "../input";

/** A cell of the table that shows an error of Excel's: #DIV/0!, #REF! … Whatever sums it up shows the same. */
export const errorValue = lineCheck({
  id: "error-value",
  scope: "cell",
  severities: ["error"],
  parameters: {},
  find: (table) => {
    const errors = errorsIn(table);
    return errors.size === 0 ? null : (i) => errors.get(i)?.map(({ column, content }) => findingOf({
      rule: "error-value", severity: "error", place: placeAt(table, i, column.column), actual: content,
      values: { content, column: headerOf(column), name: lineName(table.table.rows[i]) },
    })) ?? NOTHING;
  },
});

/** By index of the rows. */
function errorsIn({ table, sheet }: TableInput): ReadonlyMap<number, readonly { readonly column: TableColumn; readonly content: string }[]> {
  const columns = table.columns.filter(({ role }) => role !== null);
  const errors = new Map<number, { column: TableColumn; content: string }[]>();
  table.rows.forEach(({ row }, i) => {
    const cells = sheet.values[row - sheet.top];
    for (const column of columns) {
      const value = cells?.[column.column - sheet.left];
      if (typeof value !== "string" || !value.startsWith("#") || !ERROR_VALUES.has(value)) continue;
      const found = errors.get(i) ?? [];
      errors.set(i, found);
      found.push({ column, content: value });
    }
  });
  return errors;
}
