import type { CellValue } from "../../../workbook/snapshot";
import { headerOf } from "../../execution/basis";
import type { Finding } from "../../finding";
import { AMOUNT_ROLES, type TableColumn } from "../../table";
import { percent, tableCheck } from "../check";
import { findingOf } from "../findings";
import { cellAt, formulaAt, lineName, placeAt, type TableInput } from "../input";

/** Fewer formulas make no column of formulas. */
const LEAST_FORMULAS = 3;

/** A figure typed over a formula: a constant in a column whose lines are otherwise calculated. It does not follow when its inputs change. */
export const overwrittenFormula = tableCheck<{ share: number }>({
  id: "overwritten-formula",
  scope: "table",
  severities: ["warning"],
  parameters: { share: percent(80, "experience") },
  find: (table, { share }) => {
    const columns = table.table.columns.filter(({ role }) => role === "rate" || role === "share" || (role !== null && AMOUNT_ROLES.has(role)));
    return { findings: columns.flatMap((column) => constantsIn(table, column, share)), reconciliations: [] };
  },
});

function constantsIn(table: TableInput, column: TableColumn, share: number): Finding[] {
  const constants: number[] = [];
  let formulas = 0;
  let example = "";
  table.table.rows.forEach(({ row, kind }, i) => {
    if (kind !== "body") return;
    const [value, formula] = [cellAt(table, row, column.column), formulaAt(table, row, column.column)];
    if (isFormula(formula, value)) {
      formulas++;
      example ||= formula;
    } else if (typeof value === "number") constants.push(i);
  });
  if (constants.length === 0 || formulas < LEAST_FORMULAS || formulas * 100 < (formulas + constants.length) * share) return [];
  return constants.map((i) => findingOf({
    rule: "overwritten-formula", severity: "warning", place: placeAt(table, i, column.column),
    actual: String(cellAt(table, table.table.rows[i]?.row ?? 0, column.column)),
    values: { name: lineName(table.table.rows[i]), column: headerOf(column), formulas, formula: example },
  }));
}

function isFormula(formula: CellValue, value: CellValue): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}
