/** The cell store: finding, making and visiting cells. Nothing here announces, checks or calculates. */

import { enclosing, overlap, WHOLE_SHEET } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { isBlankCell, newRow } from "./file/read-cells";
import type { Cell, Row, Sheet } from "./model";

export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.cells[column];
}

export function ensureRow(sheet: Sheet, row: number): Row {
  let found = sheet.rows.get(row);
  if (!found) sheet.rows.set(row, (found = newRow()));
  return found;
}

export function ensureCell(sheet: Sheet, row: number, column: number): Cell {
  const line = ensureRow(sheet, row);
  return (line.cells[column] ??= { value: null, formula: null, style: line.style ?? columnStyle(sheet, column) });
}

/** A blank cell that looks as its row or column makes it look need not be there. */
export function dropIfPlain(sheet: Sheet, row: Row, column: number): void {
  const cell = row.cells[column];
  if (!cell || cell.listed || !isBlankCell(cell) || cell.style !== (row.style ?? columnStyle(sheet, column))) return;
  row.cells[column] = undefined;
  while (row.cells.length > 0 && row.cells.at(-1) === undefined) row.cells.pop();
}

/** The style number of a cell, whether or not the cell is there. */
export function styleAt(sheet: Sheet, row: number, column: number): number {
  const line = sheet.rows.get(row);
  return line?.cells[column]?.style ?? line?.style ?? columnStyle(sheet, column);
}

/** The style of cells that are not there in rows without a style. */
export function columnStyle(sheet: Sheet, column: number): number {
  for (const span of sheet.columns) {
    if (span.min > column) return 0;
    if (span.max >= column) return span.style ?? 0;
  }
  return 0;
}

/** Row numbers of the range that the sheet knows, in order. */
function rowNumbers(sheet: Sheet, range: CellRange): number[] {
  const numbers: number[] = [];
  if (range.bottom - range.top < sheet.rows.size) {
    for (let row = range.top; row <= range.bottom; row++) if (sheet.rows.has(row)) numbers.push(row);
    return numbers;
  }
  for (const row of sheet.rows.keys()) if (row >= range.top && row <= range.bottom) numbers.push(row);
  return numbers.sort((a, b) => a - b);
}

/** Visits the cells of a range that are there, in reading order. */
export function eachCell(sheet: Sheet, range: CellRange, visit: (cell: Cell, row: number, column: number) => void): void {
  for (const number of rowNumbers(sheet, range)) {
    const cells = sheet.rows.get(number)?.cells ?? [];
    const last = Math.min(range.right, cells.length - 1);
    for (let column = range.left; column <= last; column++) {
      const cell = cells[column];
      if (cell) visit(cell, number, column);
    }
  }
}

/** The part of a range where cells can be: whole columns end at the last row that the sheet knows. */
export function clip(sheet: Sheet, range: CellRange): CellRange | null {
  const extent = extentOf(sheet);
  return extent && overlap(range, extent);
}

function extentOf(sheet: Sheet): CellRange | null {
  let bottom = -1;
  let right = -1;
  for (const [number, row] of sheet.rows) {
    if (number > bottom) bottom = number;
    if (row.cells.length - 1 > right) right = row.cells.length - 1;
  }
  return bottom < 0 || right < 0 ? null : { top: 0, left: 0, bottom, right };
}

/** Cells with content (or, unless `contentOnly`, a style of their own), and merges; only those of `within`, if it is given. */
export function occupiedRange(sheet: Sheet, contentOnly: boolean, within: CellRange = WHOLE_SHEET): CellRange | null {
  const isOccupied = (cell: Cell | undefined): boolean => cell !== undefined && (cell.value !== null || cell.formula !== null || (!contentOnly && cell.style !== 0));
  let occupied: CellRange | null = null;
  for (const [number, row] of sheet.rows) {
    if (number < within.top || number > within.bottom) continue;
    const cells = within === WHOLE_SHEET ? row.cells : row.cells.slice(0, within.right + 1);
    const left = cells.findIndex((cell, column) => column >= within.left && isOccupied(cell));
    if (left < 0) continue;
    const line = { top: number, left, bottom: number, right: cells.findLastIndex(isOccupied) };
    occupied = occupied ? enclosing(occupied, line) : line;
  }
  if (contentOnly) return occupied;
  for (const merge of sheet.merges) {
    const part = overlap(merge, within);
    if (part) occupied = occupied ? enclosing(occupied, part) : part;
  }
  return occupied;
}
