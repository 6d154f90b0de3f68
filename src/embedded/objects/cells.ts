/** Rectangles of cells: the state behind Range and all that hangs on it, their addresses, and how they follow their cells. */

import { type Change, findSheet, type Sheet } from "../book/book";
import { findName, nameRange } from "../book/names";
import { shiftRange } from "../book/shifting/shift";
import { findTable } from "../book/tables";
import { type CellRange, columnName, formatRange, isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW, parseRange, quoteSheetName } from "../../workbook/address";
import { invalidArgument } from "../protocol/errors";

export interface Cells {
  readonly sheet: Sheet;
  readonly range: CellRange;
  /** Deleted since the object was made. */
  readonly gone?: true;
}

export function cellsExist({ sheet, gone }: Cells): boolean {
  return gone !== true && sheet.book.sheets.includes(sheet);
}

/** Whole rows or columns: Excel answers no values for them. */
export function isUnbounded(range: CellRange): boolean {
  return isWholeColumns(range) || isWholeRows(range);
}

/** "A1:B2", whole rows as "3:7", whole columns as "A:C". */
export function localAddress(range: CellRange): string {
  if (isWholeRows(range)) return `${range.top + 1}:${range.bottom + 1}`;
  if (isWholeColumns(range)) return `${columnName(range.left)}:${columnName(range.right)}`;
  return formatRange(range);
}

/** "Sheet1!A1:B2", the sheet quoted where a formula would quote it. */
export function addressOf({ sheet, range }: Cells): string {
  return `${quoteSheetName(sheet.name)}!${localAddress(range)}`;
}

/** The range if it lies on the grid. @throws ExcelError InvalidArgument */
export function onGrid(range: CellRange): CellRange {
  const { top, left, bottom, right } = range;
  if (top < 0 || left < 0 || bottom > LAST_ROW || right > LAST_COLUMN || top > bottom || left > right) throw invalidArgument();
  return range;
}

export function cellAt(row: number, column: number): CellRange {
  return onGrid({ top: row, left: column, bottom: row, right: column });
}

/**
 * What an address means on a sheet: "A1:B2", "A:A", "3:7", the same with this sheet's name, a defined name or a table.
 * @throws ExcelError InvalidArgument for anything else
 */
export function cellsAtAddress(sheet: Sheet, address: string): Cells {
  const { sheetName, rest } = splitAddress(address.trim().replace(/^=/, ""));
  if (sheetName !== null && findSheet(sheet.book, sheetName) !== sheet) throw invalidArgument();
  const range = parseRange(rest) ?? boundingOfNames(sheet, rest);
  return { sheet, range };
}

function boundingOfNames(sheet: Sheet, name: string): CellRange {
  const defined = findName(sheet, name) ?? findName(sheet.book, name);
  const named = defined === null ? null : nameRange(sheet.book, defined);
  if (named !== null && named.sheet === sheet) return named.range;
  const table = findTable(sheet.book, name);
  if (table !== null && table.sheet === sheet) return table.range;
  throw invalidArgument();
}

/** Splits "'My sheet'!A1" into the plain sheet name and the rest. */
export function splitAddress(address: string): { readonly sheetName: string | null; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted?.[1] !== undefined && quoted[2] !== undefined) return { sheetName: quoted[1].replaceAll("''", "'"), rest: quoted[2] };
  const bang = address.lastIndexOf("!");
  return bang < 0 ? { sheetName: null, rest: address } : { sheetName: address.slice(0, bang), rest: address.slice(bang + 1) };
}

/** Cells after a change of the book: moved with what was inserted or deleted before them, gone if they were deleted. */
export function movedCells(cells: Cells, change: Change): Cells {
  if (!("axis" in change) || change.axis === undefined || change.sheetId !== cells.sheet.id || cells.gone) return cells;
  const { axis, kind, range } = change;
  const [at, last, from, to] = axis === "rows" ? [range.top, range.bottom, range.left, range.right] : [range.left, range.right, range.top, range.bottom];
  const count = (last - at + 1) * (kind.endsWith("deleted") ? -1 : 1);
  const moved = shiftRange(cells.range, { sheet: cells.sheet, axis, at, count, from, to });
  return moved === null ? { ...cells, gone: true } : { ...cells, range: moved };
}
