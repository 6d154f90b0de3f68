/** What a row of a table has of an amount, and in which cells it stands. */

import { rangeOfCell, type Place } from "../../../workbook/address";
import type { CellValue, SheetSnapshot } from "../../../workbook/snapshot";
import { Decimal, withoutResidue } from "../../amounts/decimal";
import { readAmount } from "../../amounts/read";
import { convert, type Unit } from "../../amounts/unit";
import { grouped } from "../../grouped";
import { columnAt, placeOf, type BudgetTable, type TableColumn } from "../../table";
import { sum, type Known } from "../cells";
import type { Expression } from "../model";

export type AmountAt = (row: number, column: TableColumn) => Known | "unreadable" | null;

/** In `unit`; null also where a table's unit is not known and one is asked for. As rates are computed (execution/columns.ts): an unchanged budget is the original one, a total that leaves such out has none, and a line with further payments has what they come to. */
export function createAmountAt(table: BudgetTable, sheet: SheetSnapshot, unit: Unit | null): AmountAt {
  const elsewhere = new Map(table.rows.filter(({ isUnchanged, isPartial }) => isUnchanged === true || isPartial === true).map((line) => [line.row, line]));
  const payments = grouped(table.rows, ({ paymentOf }) => paymentOf ?? null);
  const inCell = (row: number, column: TableColumn): Known | "unreadable" | null => readFigure(table, sheet, row, column, unit);
  return (row, printed) => {
    const line = elsewhere.get(row);
    const column = line === undefined ? printed : columnAt(table, line, printed);
    if (column === null) return null;
    const further = payments.get(row);
    if (further === undefined) return inCell(row, column);
    const all = [row, ...further.map((each) => each.row)].map((each) => inCell(each, column));
    if (all.includes("unreadable")) return "unreadable";
    const known = all.filter((figure) => figure !== null && figure !== "unreadable");
    return table.running?.includes(column.column) === true ? (known.at(-1) ?? null) : sum(known);
  };
}

function readFigure(table: BudgetTable, sheet: SheetSnapshot, row: number, column: TableColumn, unit: Unit | null): Known | "unreadable" | null {
  const own = table.unit ?? column.unit;
  if (own === null && unit !== null) return null;
  const [value, format] = [sheet.values[row - sheet.top]?.[column.column - sheet.left] ?? "", sheet.numberFormats[row - sheet.top]?.[column.column - sheet.left] ?? "General"];
  const read = readAmount(value, format, column.unit, table.unit);
  if (read.kind !== "amount") return read.kind === "blank" ? null : read.kind;
  const inUnit = own === null || unit === null ? read.value : convert(read.value, own, unit);
  return { value: inUnit, formula: expressionOf(value, placeOf(table, rangeOfCell(row, column.column)), inUnit) };
}

/** Digits, separators and spaces of the keyboard: what NUMBERVALUE reads as we do. */
const READABLE_TEXT = /^ *-?\d[\d,]*(?:\.\d+)? *$/u;

/** The cell, times what makes it the figure; the figure itself where Excel could not read the cell. */
export function expressionOf(value: CellValue, place: Place, figure: Decimal): Expression {
  const isText = typeof value === "string";
  if (typeof value === "boolean" || (isText && !READABLE_TEXT.test(value))) return { op: "value", value: figure };
  const inCell = new Decimal(isText ? value.replaceAll(/[, ]/gu, "") : withoutResidue(value));
  const times = inCell.eq(figure) ? null : figure.div(inCell);
  if (times !== null && !isPowerOfTen(times)) return { op: "value", value: figure };
  return { op: "cell", place, times, ...(isText ? { isText: true as const } : {}) };
}

export function isPowerOfTen(factor: Decimal): boolean {
  return factor.gt(0) && /^10*$/u.test(factor.gte(1) ? factor.toFixed() : new Decimal(1).div(factor).toFixed());
}
