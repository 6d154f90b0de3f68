import { ERROR_VALUES } from "../../../workbook/snapshot";
import { whyUnreadable } from "../../amounts/read";
import { headerOf } from "../../execution/basis";
import { lineCheck, NOTHING } from "../check";
import { findingOf } from "../findings";
import { lineName, placeAt } from "../input";

/** A cell in a column of money that holds no amount. Excel's error values are left to `error-value`, headings of groups say what they like. */
export const notANumber = lineCheck({
  id: "not-a-number",
  scope: "cell",
  severities: ["error"],
  parameters: {},
  find: (table) => {
    const columns = [...table.amounts().values()].filter(({ unreadable }) => unreadable.size > 0);
    if (columns.length === 0) return null;
    return (i) => {
      const row = table.table.rows[i];
      if (row === undefined || row.kind === "group") return NOTHING;
      return columns.flatMap(({ column, unreadable }) => {
        const content = unreadable.get(i);
        if (content === undefined || ERROR_VALUES.has(content)) return NOTHING;
        return [findingOf({
          rule: "not-a-number", severity: "error", place: placeAt(table, i, column.column), actual: content,
          values: { content, why: whyUnreadable(content), column: headerOf(column), name: lineName(row) },
        })];
      });
    };
  },
});
