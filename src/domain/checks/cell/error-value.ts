import { ERROR_VALUES } from "../../../workbook/snapshot";
import { headerOf } from "../../execution/basis";
import { lineCheck } from "../check";
import { findingOf } from "../findings";
import { cellAt, lineName, placeAt } from "../input";

/** A cell of the table that shows an error of Excel's: #DIV/0!, #REF! … Whatever sums it up shows the same. */
export const errorValue = lineCheck({
  id: "error-value",
  scope: "cell",
  severities: ["error"],
  parameters: {},
  find: (table) => {
    const columns = table.table.columns.filter(({ role }) => role !== null);
    return (i) => {
      const row = table.table.rows[i];
      return columns.flatMap((column) => {
        const value = row === undefined ? "" : cellAt(table, row.row, column.column);
        if (typeof value !== "string" || !value.startsWith("#") || !ERROR_VALUES.has(value)) return [];
        return [findingOf({
          rule: "error-value", severity: "error", place: placeAt(table, i, column.column), actual: value,
          values: { content: value, column: headerOf(column), name: lineName(row) },
        })];
      });
    };
  },
});
