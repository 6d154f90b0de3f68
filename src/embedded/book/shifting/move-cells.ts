/** The store's part of a shift: cells, rows and columns take their new places. */

import { LAST_COLUMN } from "../../../workbook/address";
import { joined } from "../columns";
import { newRow } from "../file/read-cells";
import type { Cell, ColumnSpan, Row, Sheet } from "../model";
import { columnStyle } from "../store";
import { isWhole } from "./shift";
import type { Shift } from "./shift";

export function moveCells(shift: Shift): void {
  if (shift.axis === "columns") {
    moveSideways(shift);
    if (isWhole(shift)) shift.sheet.columns = movedColumns(shift);
  } else if (isWhole(shift)) moveRows(shift);
  else moveDown(shift);
}

function moveRows({ sheet, at, count }: Shift): void {
  const rows = new Map<number, Row>();
  for (const [number, row] of sheet.rows) {
    if (number < at) rows.set(number, row);
    else if (count > 0 || number >= at - count) rows.set(number + count, row);
  }
  sheet.rows = rows;
  const above = rows.get(at - 1);
  if (count > 0 && above) for (let number = at; number < at + count; number++) rows.set(number, likeRow(above));
}

/** A new row looks like the one above it. */
function likeRow(above: Row): Row {
  return { cells: above.cells.map((cell) => cell && blankLike(cell)), height: above.height, hidden: false, style: above.style, attributes: above.attributes };
}

function blankLike(cell: Cell): Cell {
  return { value: null, formula: null, style: cell.style };
}

/** Part of the rows: only the columns of the band move. */
function moveDown({ sheet, at, count, from, to }: Shift): void {
  const lines = new Map<number, (Cell | undefined)[]>();
  for (const [number, row] of sheet.rows) {
    if (number < at) continue;
    lines.set(number, row.cells.slice(from, to + 1));
    for (let column = from; column <= Math.min(to, row.cells.length - 1); column++) row.cells[column] = undefined;
  }
  for (const [number, cells] of lines) {
    if (count < 0 && number < at - count) continue;
    const target = lineOf(sheet, number + count);
    cells.forEach((cell, offset) => {
      if (cell) target.cells[from + offset] = cell;
    });
  }
  const above = sheet.rows.get(at - 1);
  if (count > 0 && above) {
    for (let number = at; number < at + count; number++) {
      for (let column = from; column <= Math.min(to, above.cells.length - 1); column++) {
        const cell = above.cells[column];
        if (cell) lineOf(sheet, number).cells[column] = blankLike(cell);
      }
    }
  }
}

function lineOf(sheet: Sheet, number: number): Row {
  let row = sheet.rows.get(number);
  if (!row) sheet.rows.set(number, (row = newRow()));
  return row;
}

function moveSideways({ sheet, at, count, from, to }: Shift): void {
  for (const [number, row] of sheet.rows) {
    if (number < from || number > to || row.cells.length <= at - (count > 0 ? 1 : 0)) continue;
    if (count < 0) {
      row.cells.splice(at, -count);
      continue;
    }
    const before = at > 0 ? row.cells[at - 1] : undefined;
    const fresh = Array.from({ length: count }, () => before && before.style !== (row.style ?? columnStyle(sheet, at)) ? blankLike(before) : undefined);
    if (row.cells.length < at) row.cells.length = at;
    row.cells.splice(at, 0, ...fresh);
    row.cells.length = Math.min(row.cells.length, LAST_COLUMN + 1);
  }
}

function movedColumns({ sheet, at, count }: Shift): ColumnSpan[] {
  const spans: ColumnSpan[] = [];
  for (const span of sheet.columns) {
    if (span.max < at) spans.push(span);
    else if (count > 0) {
      if (span.min < at) spans.push({ ...span, max: at - 1 });
      const min = Math.max(span.min, at) + count;
      if (min <= LAST_COLUMN) spans.push({ ...span, min, max: Math.min(LAST_COLUMN, span.max + count) });
    } else {
      if (span.min < at) spans.push({ ...span, max: at - 1 });
      const min = Math.max(span.min, at - count);
      if (min <= span.max) spans.push({ ...span, min: min + count, max: span.max === LAST_COLUMN ? LAST_COLUMN : span.max + count });
    }
  }
  const before = count > 0 ? sheet.columns.find((span) => span.min < at && span.max >= at - 1) : undefined;
  if (before) spans.push({ ...before, min: at, max: at + count - 1, hidden: false });
  return joined(spans.sort((a, b) => a.min - b.min));
}
