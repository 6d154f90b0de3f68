/** Formulas that move with their row, as copying them in Excel would. */

import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from "../../workbook/address";

/** Texts, and references to other sheets with their second corner. */
const STAYS = /("(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)/u;
const CELL = /(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/gu;

/** References without a sheet move by so many rows and columns; those that are fixed by $, and texts in the formula, stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.split(STAYS).map((part, i) => (i % 2 === 1 ? part : part.replaceAll(CELL, (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
    const column = (columnIndex(letters) ?? 0) + (fixedColumn === "" ? columns : 0);
    const row = Number(digits) - 1 + (fixedRow === "" ? rows : 0);
    if (column < 0 || column > LAST_COLUMN || row < 0 || row > LAST_ROW) return "#REF!";
    return `${fixedColumn}${columnName(column)}${fixedRow}${row + 1}`;
  }))).join("");
}
