/** Formulas that move with their row, as copying them in Excel would. */

import { columnIndex, columnName, LAST_COLUMN, LAST_ROW } from "../../workbook/address";

const CELL = /(!?)(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(])/gu;

/** References without a sheet move by so many rows and columns; those that are fixed by $, and texts in the formula, stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'!)/u)
    .map((part, i, parts) => (i % 2 === 1 ? part : part.replaceAll(CELL, (found: string, mark: string, fixedColumn: string, letters: string, fixedRow: string, digits: string, at: number) => {
      const isElsewhere = mark === "!" || (at === 0 && (parts[i - 1] ?? "").endsWith("!")) || /[\p{L}\p{N}_.$]$/u.test(part.slice(0, at));
      if (isElsewhere) return found;
      const column = (columnIndex(letters) ?? 0) + (fixedColumn === "" ? columns : 0);
      const row = Number(digits) - 1 + (fixedRow === "" ? rows : 0);
      if (column < 0 || column > LAST_COLUMN || row < 0 || row > LAST_ROW) return "#REF!";
      return `${fixedColumn}${columnName(column)}${fixedRow}${row + 1}`;
    })))
    .join("");
}
