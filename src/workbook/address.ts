/**
 * Places in a workbook. Rows and columns count from zero everywhere inside;
 * A1 notation exists only where people or files read it.
 */

export interface CellRange {
  readonly top: number;
  readonly left: number;
  /** Inclusive. */
  readonly bottom: number;
  /** Inclusive. */
  readonly right: number;
}

export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A range of one sheet, the sheet named by its stable id and by what people call it. */
export interface Place {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly range: CellRange;
}

/** Excel's limits: 1,048,576 rows and 16,384 columns (XFD). */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** "A" → 0, "xfd" → 16383; null for anything that is no column of Excel. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1 <= LAST_COLUMN ? n - 1 : null;
}

export function rangeOfCell(row: number, column: number): CellRange {
  return { top: row, left: column, bottom: row, right: column };
}

/** "B23", or "A2:D28". */
export function formatRange(range: CellRange): string {
  const start = columnName(range.left) + String(range.top + 1);
  if (range.top === range.bottom && range.left === range.right) return start;
  return `${start}:${columnName(range.right)}${range.bottom + 1}`;
}

/** Reads "B23", "$A$2:D28", "A:C" and "3:7" (whole columns and rows); null for anything else. */
export function parseRange(text: string): CellRange | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/.exec(text.trim());
  if (!match) return null;
  const [, startColumn, startRow, endColumn, endRow] = match;
  if (startColumn === undefined && startRow === undefined) return null;
  const isSpan = text.includes(":");
  if (!isSpan && (startColumn === undefined || startRow === undefined)) return null;
  if (isSpan && ((startColumn === undefined) !== (endColumn === undefined) || (startRow === undefined) !== (endRow === undefined))) return null;
  const left = startColumn === undefined ? 0 : columnIndex(startColumn);
  const right = endColumn === undefined ? (startColumn === undefined ? LAST_COLUMN : left) : columnIndex(endColumn);
  const top = startRow === undefined ? 0 : Number(startRow) - 1;
  const bottom = endRow === undefined ? (startRow === undefined ? LAST_ROW : top) : Number(endRow) - 1;
  if (left === null || right === null || top < 0 || bottom < 0 || top > LAST_ROW || bottom > LAST_ROW) return null;
  return { top: Math.min(top, bottom), left: Math.min(left, right), bottom: Math.max(top, bottom), right: Math.max(left, right) };
}

/** The sheet's name as a formula writes it: quoted unless it is plain. */
export function quoteSheetName(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseRange(name) === null && !/^[rc]\d*$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

export function intersects(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Whether they stand side by side, at least in part. */
export function shareRows(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom;
}

export const WHOLE_SHEET: CellRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export function isWholeColumns({ top, bottom }: CellRange): boolean {
  return top === 0 && bottom === LAST_ROW;
}

export function isWholeRows({ left, right }: CellRange): boolean {
  return left === 0 && right === LAST_COLUMN;
}

/** Ascending numbers of rows or columns, as first and last of those that follow on each other. */
export function consecutive(numbers: readonly number[]): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && (number === run.last || number === run.last + 1)) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}

export function rowCount({ top, bottom }: CellRange): number {
  return bottom - top + 1;
}

export function columnCount({ left, right }: CellRange): number {
  return right - left + 1;
}

export function cellCount(range: CellRange): number {
  return rowCount(range) * columnCount(range);
}

/** The part of a range that lies in another; null if none does. */
export function overlap(a: CellRange, b: CellRange): CellRange | null {
  const both = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return both.top <= both.bottom && both.left <= both.right ? both : null;
}

/** The smallest range that holds both. */
export function enclosing(a: CellRange, b: CellRange): CellRange {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

/** The parts of `area` outside `hole`, as at most four rectangles. */
export function subtract(area: CellRange, hole: CellRange): CellRange[] {
  if (!intersects(area, hole)) return [area];
  const pieces: CellRange[] = [];
  if (hole.top > area.top) pieces.push({ ...area, bottom: hole.top - 1 });
  if (hole.bottom < area.bottom) pieces.push({ ...area, top: hole.bottom + 1 });
  const top = Math.max(area.top, hole.top);
  const bottom = Math.min(area.bottom, hole.bottom);
  if (hole.left > area.left) pieces.push({ top, bottom, left: area.left, right: hole.left - 1 });
  if (hole.right < area.right) pieces.push({ top, bottom, left: hole.right + 1, right: area.right });
  return pieces;
}
