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
    const columns = table.table.columns.filter(holdsFigures);
    return foundOf([...columns.flatMap((column) => constantsIn(table, column, share)), ...sumsTypedOver(table, columns)]);
  },
});

/** 合计 that is typed in, alone in its line or under lines that are all calculated. */
function sumsTypedOver(table: TableInput, columns: readonly TableColumn[]): Finding[] {
  const { rows } = table.table;
  const sums = rows.flatMap(({ kind }, i) => (kind === "total" || kind === "subtotal" ? [i] : []));
  const isTyped = (i: number, { column }: TableColumn): boolean => typeof cellAt(table, rows[i]?.row ?? 0, column) === "number" && !isFormula(formulaAt(table, rows[i]?.row ?? 0, column));
  const lines = rows.filter(({ kind }) => kind === "body").length;
  const money = columns.filter(({ role }) => role !== "rate" && role !== "share");
  const alone = sums.flatMap((i) => {
    const [only, ...others] = money.filter((column) => isTyped(i, column));
    const formulas = money.flatMap(({ column }) => formulaIn(table, i, column));
    return only === undefined || others.length > 0 || formulas.length < LEAST_BESIDE ? [] : [typedOver(table, only, i, formulas, "in-line")];
  });
  const under = columns.filter(({ role }) => role === "rate" || role === "share").flatMap((column) => {
    const [only, ...others] = rows.flatMap(({ kind }, i) => (kind !== "group" && isTyped(i, column) ? [i] : []));
    const formulas = formulasIn(table, column);
    return only === undefined || others.length > 0 || !sums.includes(only) || formulas.length < Math.max(LEAST_FORMULAS, lines) ? [] : [typedOver(table, column, only, formulas)];
  });
  return [...alone, ...under];
}

/** Sums beside it in its line that are calculated. */
const LEAST_BESIDE = 2;

function formulaIn(table: TableInput, i: number, column: number): string[] {
  const formula = formulaAt(table, table.table.rows[i]?.row ?? 0, column);
  return isFormula(formula) ? [formula] : [];
}

function typedOver(table: TableInput, column: TableColumn, i: number, formulas: readonly string[], kind?: string): Finding {
  const { row = 0 } = table.table.rows[i] ?? {};
  return findingOf({
    rule: "overwritten-formula", ...(kind === undefined ? {} : { kind }), severity: "warning", place: placeAt(table, i, column.column), actual: String(cellAt(table, row, column.column)),
    values: { name: lineName(table.table.rows[i]), column: headerOf(column), formulas: formulas.length, formula: formulas[0] ?? "" },
  });
}

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
  return constants.map((i) => typedOver(table, column, i, formulas));
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
