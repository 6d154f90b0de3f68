import { headerOf } from "../../execution/basis";
import type { CellValue } from "../../../workbook/snapshot";
import { lineCheck, NOTHING } from "../check";
import { findingOf } from "../findings";
import { cellAt, lineName, placeAt } from "../input";

const SCIENTIFIC = /^\s*\d(?:\.\d+)?[eE]\+?\d{2,}\s*$/u;

/**
 * A code that Excel took for a number and cut off: it keeps 15 significant digits, so the rest of a longer code
 * is gone for good, and 2.01620E+21 pasted as text never had it.
 */
export const damagedCode = lineCheck<{ digits: number }>({
  id: "damaged-code",
  scope: "cell",
  severities: ["error"],
  parameters: { digits: { kind: "number", default: 15, unit: "digits", min: 1, max: 15, source: "excel" } },
  find: (table, { digits }) => {
    const columns = table.table.columns.filter(({ role }) => role === "code" || role === "function-code");
    if (columns.length === 0) return null;
    const isDamaged = (value: CellValue): boolean => (typeof value === "number" ? Math.abs(value) >= 10 ** digits : typeof value === "string" && SCIENTIFIC.test(value));
    return (i) => {
      const row = table.table.rows[i];
      if (row === undefined || !columns.some((column) => isDamaged(cellAt(table, row.row, column.column)))) return NOTHING;
      return columns.flatMap((column) => {
        const value = cellAt(table, row.row, column.column);
        if (!isDamaged(value)) return NOTHING;
        return [findingOf({
          rule: "damaged-code", severity: "error", place: placeAt(table, i, column.column), actual: String(value).trim(),
          values: { name: lineName(row), column: headerOf(column), content: String(value).trim() },
        })];
      });
    };
  },
});
