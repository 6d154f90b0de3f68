/** Changing style numbers over a range, without making a million cells for a whole column. */

import { isWholeColumns, isWholeRows, LAST_COLUMN } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { setColumns } from "./columns";
import type { Row, Sheet } from "./model";
import { columnStyle, dropIfPlain, ensureRow } from "./store";
import { lookAlike } from "./styles/look";

/** Every style number that occurs in the range. */
export function stylesIn(sheet: Sheet, range: CellRange): Set<number> {
  const found = new Set<number>();
  const width = range.right - range.left + 1;
  let rows = 0;
  for (const [number, row] of sheet.rows) {
    if (number < range.top || number > range.bottom) continue;
    rows++;
    for (let column = range.left; column <= range.right; column++) {
      const cell = row.cells[column];
      if (cell) found.add(cell.style);
      else if (row.style !== null) found.add(row.style);
      else found.add(columnStyle(sheet, column));
      if (!cell && column >= row.cells.length && width > 64) {
        addColumnStyles(sheet, column, range.right, row.style, found);
        break;
      }
    }
  }
  if (rows < range.bottom - range.top + 1) addColumnStyles(sheet, range.left, range.right, null, found);
  return found;
}

function addColumnStyles(sheet: Sheet, left: number, right: number, rowStyle: number | null, found: Set<number>): void {
  if (rowStyle !== null) {
    found.add(rowStyle);
    return;
  }
  let next = left;
  for (const span of sheet.columns) {
    if (span.max < left || span.min > right) continue;
    if (span.min > next) found.add(0);
    found.add(span.style ?? 0);
    next = span.max + 1;
  }
  if (next <= right) found.add(0);
}

/** Gives every cell of the range the style that `change` makes of its own; rows and columns as a whole take part. */
export function setStyles(sheet: Sheet, range: CellRange, change: (style: number) => number): void {
  const known = new Map<number, number>();
  const changed = (style: number): number => {
    let result = known.get(style);
    if (result === undefined) known.set(style, (result = change(style)));
    return result;
  };
  if (isWholeColumns(range)) {
    setColumns(sheet, range.left, range.right, (span) => ({ ...span, style: changed(span.style ?? 0) }));
    for (const row of sheet.rows.values()) {
      if (row.style !== null) fillRow(sheet, row, range, changed);
      else for (const cell of row.cells.slice(range.left, range.right + 1)) if (cell) cell.style = changed(cell.style);
    }
    return;
  }
  if (isWholeRows(range)) {
    for (let number = range.top; number <= range.bottom; number++) {
      const row = ensureRow(sheet, number);
      // A row's style hides the columns' styles, so they are spelled out first.
      if (row.style === null) for (const span of sheet.columns) if (span.style !== null) spellOut(row.cells, span.min, Math.min(span.max, LAST_COLUMN), span.style);
      row.style = changed(row.style ?? 0);
      for (const cell of row.cells) if (cell) cell.style = changed(cell.style);
    }
    return;
  }
  for (let number = range.top; number <= range.bottom; number++) fillRow(sheet, ensureRow(sheet, number), range, changed);
}

function spellOut(cells: Row["cells"], left: number, right: number, style: number): void {
  // Styles of the endless rest of a sheet are not worth a cell each.
  for (let column = left; column <= Math.min(right, left + 255); column++) cells[column] ??= { value: null, formula: null, style };
}

function fillRow(sheet: Sheet, row: Row, range: CellRange, changed: (style: number) => number): void {
  for (let column = range.left; column <= range.right; column++) {
    const cell = row.cells[column];
    const around = row.style ?? columnStyle(sheet, column);
    const restyled = changed(cell?.style ?? around);
    const wanted = lookAlike(sheet.book.styles, restyled, around) ? around : restyled;
    if (!cell) {
      if (wanted !== around) row.cells[column] = { value: null, formula: null, style: wanted };
      continue;
    }
    cell.style = wanted;
    dropIfPlain(sheet, row, column);
  }
}
