/**
 * What cells contain: reading. Rows and columns count from zero.
 * Values are calculated when they are read, so a read after a write is never stale.
 */

import { contains } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import type { CellValue } from "../../workbook/snapshot";
import { shownFormula, toR1C1 } from "./formula/notation";
import { isError } from "./model";
import type { Cell, Scalar, Sheet } from "./model";
import { numberText } from "./number-text";
import { recalculate } from "./recalculate";
import { cellAt, columnStyle, occupiedRange, styleAt } from "./store";
import { numberFormatCode } from "./styles/stylesheet";


export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** What a cell contains, to the letter. */
export function contentAt(sheet: Sheet, row: number, column: number): Content {
  const cell = cellAt(sheet, row, column);
  if (!cell) return { kind: "blank" };
  if (cell.formula) return { kind: "formula", value: `=${shownFormula(cell.formula.text)}` };
  const { value } = cell;
  if (value === null) return { kind: "blank" };
  switch (typeof value) {
    case "number": return { kind: "number", value };
    case "string": return { kind: "text", value };
    case "boolean": return { kind: "boolean", value };
    default: return isError(value) ? { kind: "error", value: value.error } : { kind: "text", value: value.text };
  }
}

/** The calculated value: "" for blank, dates as serial numbers, errors as their code ("#DIV/0!"). */
export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  recalculate(sheet.book);
  return plain(cellAt(sheet, row, column)?.value ?? null);
}

function plain(value: Scalar): CellValue {
  if (value === null) return "";
  if (typeof value !== "object") return value;
  return isError(value) ? value.error : value.text;
}

export function valueTypeAt(sheet: Sheet, row: number, column: number): ValueType {
  recalculate(sheet.book);
  return typeOf(cellAt(sheet, row, column));
}

function typeOf(cell: Cell | undefined): ValueType {
  const value = cell?.value ?? null;
  if (value === null) return "Empty";
  switch (typeof value) {
    case "number": return "Double";
    case "string": return "String";
    case "boolean": return "Boolean";
    default: return isError(value) ? "Error" : "String";
  }
}

/** The formula in en-US A1 notation with its "=", else the value. */
export function formulaAt(sheet: Sheet, row: number, column: number): CellValue {
  const cell = cellAt(sheet, row, column);
  return cell ? formulaOrValue(cell) : "";
}

function formulaOrValue(cell: Cell): CellValue {
  return cell.formula ? `=${shownFormula(cell.formula.text)}` : plain(cell.value);
}

/** What the cell shows: its value through its number format. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return numberText(valueAt(sheet, row, column), numberFormatAt(sheet, row, column), sheet.book.date1904);
}

export function numberFormatAt(sheet: Sheet, row: number, column: number): string {
  return formatCode(sheet, styleAt(sheet, row, column));
}

function formatCode(sheet: Sheet, style: number): string {
  const { styles } = sheet.book;
  return numberFormatCode(styles, Number(styles.formats.items[style]?.attributes["numFmtId"] ?? 0));
}

/** A grid of the range's shape, filled where there are cells. */
function grid<T>(sheet: Sheet, range: CellRange, otherwise: (row: number, column: number) => T, read: (cell: Cell, row: number, column: number) => T): T[][] {
  const lines: T[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cells = sheet.rows.get(row)?.cells;
    const line: T[] = [];
    for (let column = range.left; column <= range.right; column++) {
      const cell = cells?.[column];
      line.push(cell ? read(cell, row, column) : otherwise(row, column));
    }
    lines.push(line);
  }
  return lines;
}

const BLANK = (): "" => "";

/** The grids of a range, row by row, of the range's shape. */
export function readValues(sheet: Sheet, range: CellRange): CellValue[][] {
  recalculate(sheet.book);
  return grid<CellValue>(sheet, range, BLANK, (cell) => plain(cell.value));
}

export function readFormulas(sheet: Sheet, range: CellRange): CellValue[][] {
  recalculate(sheet.book);
  return grid<CellValue>(sheet, range, BLANK, formulaOrValue);
}

export function readFormulasR1C1(sheet: Sheet, range: CellRange): CellValue[][] {
  recalculate(sheet.book);
  return grid<CellValue>(sheet, range, BLANK, (cell, row, column) => (cell.formula ? `=${toR1C1(cell.formula.text, row, column)}` : plain(cell.value)));
}

export function readTexts(sheet: Sheet, range: CellRange): string[][] {
  recalculate(sheet.book);
  const code = formatCodes(sheet);
  const { date1904 } = sheet.book;
  return grid<string>(sheet, range, BLANK, (cell) => {
    const value = plain(cell.value);
    return value === "" ? "" : numberText(value, code(cell.style), date1904);
  });
}

export function readNumberFormats(sheet: Sheet, range: CellRange): string[][] {
  const code = formatCodes(sheet);
  const columns = columnStyles(sheet, range);
  return grid<string>(sheet, range, (row, column) => code(sheet.rows.get(row)?.style ?? columns[column - range.left] ?? 0), (cell) => code(cell.style));
}

export function readValueTypes(sheet: Sheet, range: CellRange): ValueType[][] {
  recalculate(sheet.book);
  return grid<ValueType>(sheet, range, () => "Empty", typeOf);
}

/** Number formats by style number, each looked up once. */
function formatCodes(sheet: Sheet): (style: number) => string {
  const codes: string[] = [];
  return (style) => (codes[style] ??= formatCode(sheet, style));
}

function columnStyles(sheet: Sheet, range: CellRange): number[] {
  return Array.from({ length: range.right - range.left + 1 }, (_, offset) => columnStyle(sheet, range.left + offset));
}

/** What a snapshot of a sheet needs. */
export function readBlock(sheet: Sheet, range: CellRange): { readonly values: CellValue[][]; readonly formulas: CellValue[][]; readonly numberFormats: string[][] } {
  return { values: readValues(sheet, range), formulas: readFormulas(sheet, range), numberFormats: readNumberFormats(sheet, range) };
}

/** Cells that hold something (or, unless `valuesOnly`, look like something), of the sheet or of a part of it; null when there are none. */
export function usedRange(sheet: Sheet, valuesOnly: boolean, within?: CellRange): CellRange | null {
  // A spill may reach farther once it is calculated.
  recalculate(sheet.book);
  return occupiedRange(sheet, valuesOnly, within);
}

/** Does the cell hold a formula? */
export function hasFormulaAt(sheet: Sheet, row: number, column: number): boolean {
  return (cellAt(sheet, row, column)?.formula ?? null) !== null;
}

/** The array or spill range that the cell belongs to, if any. */
export function arrayRangeAt(sheet: Sheet, row: number, column: number): CellRange | null {
  return sheet.arrays.find((array) => contains(array.range, row, column))?.range ?? null;
}
