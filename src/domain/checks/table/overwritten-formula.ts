import type { CellValue } from "../../../workbook/snapshot";
import { headerOf } from "../../execution/basis";
import type { Finding } from "../../finding";
import { isOtherMoney } from "../../recognise/headers/text";
import { AMOUNT_ROLES, type TableColumn } from "../../table";
import { foundOf, percent, tableCheck } from "../check";
import { findingOf } from "../findings";
import { cellAt, formulaAt, lineName, placeAt, type TableInput } from "../input";

/** Fewer formulas make no column of formulas. */
const LEAST_FORMULAS = 3;

/** A figure typed over a formula: a constant in a column whose lines are otherwise calculated, most of them or all but one. It does not follow when its inputs change. */
export const overwrittenFormula = tableCheck<{ share: number }>({
  id: "overwritten-formula",
  scope: "table",
  severities: ["warning"],
  parameters: { share: percent(80, "experience") },
  find: (table, { share }) => {
    return foundOf(table.table.columns.filter(holdsFigures).flatMap((column) => constantsIn(table, column, share)));
  },
});

function holdsFigures(column: TableColumn): boolean {
  const { role } = column;
  return role === null ? isOtherMoney(headerOf(column)) : role === "rate" || role === "share" || AMOUNT_ROLES.has(role);
}

function constantsIn(table: TableInput, column: TableColumn, share: number): Finding[] {
  const formulas = formulasIn(table, column);
  const example = formulas[0];
  if (example === undefined || formulas.length < LEAST_FORMULAS) return [];
  const constants = table.table.rows.flatMap(({ row, kind }, i) => {
    const isConstant = kind === "body" && typeof cellAt(table, row, column.column) === "number" && !isFormula(formulaAt(table, row, column.column));
    return isConstant ? [i] : [];
  });
  if (constants.length > 1 && formulas.length * 100 < (formulas.length + constants.length) * share) return [];
  return constants.map((i) => findingOf({
    rule: "overwritten-formula", severity: "warning", place: placeAt(table, i, column.column),
    actual: String(cellAt(table, table.table.rows[i]?.row ?? 0, column.column)),
    values: { name: lineName(table.table.rows[i]), column: headerOf(column), formulas: formulas.length, formula: example },
  }));
}

/** Of the body rows. */
function formulasIn({ table, sheet }: TableInput, { column }: TableColumn): string[] {
  const formulas: string[] = [];
  for (const { row, kind } of table.rows) {
    const formula = sheet.formulas[row - sheet.top]?.[column - sheet.left];
    if (kind === "body" && formula !== undefined && isFormula(formula)) formulas.push(formula);
  }
  return formulas;
}

/** A text that begins with "=" is its own value; that hardly any column of figures has three of. */
function isFormula(formula: CellValue): formula is string {
  return typeof formula === "string" && formula.startsWith("=");
}
