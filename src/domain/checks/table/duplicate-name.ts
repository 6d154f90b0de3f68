import { columnOf } from "../../table";
import { foundOf, NOTHING_FOUND, percent, tableCheck } from "../check";
import { findingOf } from "../findings";
import { placeAt } from "../input";
import { createIsPayment, createIsSameLine, repeatedIn } from "./duplicates";
import { formatRange, rangeOfCell } from "../../../workbook/address";

/**
 * The same name twice in one table, with nothing beside it that tells the lines apart: entered twice, or two
 * lines that will be mixed up. Lines with codes are told apart by these. Where most lines repeat, names are
 * no key of the table and nothing is said.
 */
export const duplicateName = tableCheck<{ most: number }>({
  id: "duplicate-name",
  scope: "table",
  severities: ["warning"],
  parameters: { most: percent(50, "experience") },
  find: (table, { most }) => {
    const { rows } = table.table;
    const column = columnOf(table.table, "name") ?? columnOf(table.table, "function-name");
    if (column === null) return NOTHING_FOUND;
    const { names } = table.keyed();
    const isSameLine = createIsSameLine(table);
    const isPayment = createIsPayment(table);
    const repeated = repeatedIn(table, (i) => names[i] ?? "", (first, again) => isSameLine(first, again) && !isPayment(first, again)).filter(({ first, again }) => rows[first]?.code === rows[again]?.code);
    const bodyRows = rows.filter(({ kind }) => kind === "body").length;
    if (repeated.length * 100 > bodyRows * most) return NOTHING_FOUND;
    // The same code as well is the other check's.
    const hasCodes = columnOf(table.table, "code") !== null;
    const findings = repeated.filter(({ again }) => !hasCodes || rows[again]?.code === "").map(({ first, again }) => findingOf({
      rule: "duplicate-name", severity: "warning", place: placeAt(table, again, column.column), actual: rows[again]?.name ?? "",
      values: { name: rows[again]?.name ?? "", first: formatRange(rangeOfCell(rows[first]?.row ?? 0, column.column)) },
    }));
    return foundOf(findings);
  },
});
