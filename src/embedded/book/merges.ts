/** Merged cells: one value in the top-left, one rectangle. */

import { contains, intersects } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { afterWrite, checkArrays, dropArraysInside, setContent } from "./writing";
import { isBlankCell } from "./file/read-cells";
import type { Cell, Sheet } from "./model";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { cellAt, eachCell, ensureCell } from "./store";

/** In reading order. */
export function mergesOf(sheet: Sheet): readonly CellRange[] {
  return [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The merges whose top-left cell lies in the range (all that Excel's API answers), each with its whole extent. */
export function mergesStartingIn(sheet: Sheet, range: CellRange): readonly CellRange[] {
  return mergesOf(sheet).filter((merge) => contains(range, merge.top, merge.left));
}

/** The merge that covers a cell. */
export function mergeAt(sheet: Sheet, row: number, column: number): CellRange | null {
  return sheet.merges.find((merge) => contains(merge, row, column)) ?? null;
}

/** The same for every cell of a range, found without going through all merges each time. */
export function mergeFinder(sheet: Sheet, range: CellRange): (row: number, column: number) => CellRange | null {
  const byRow = new Map<number, CellRange[]>();
  for (const merge of sheet.merges) {
    if (!intersects(merge, range)) continue;
    for (let row = Math.max(merge.top, range.top); row <= Math.min(merge.bottom, range.bottom); row++) {
      const list = byRow.get(row);
      if (list) list.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return (row, column) => byRow.get(row)?.find((merge) => column >= merge.left && column <= merge.right) ?? null;
}

/** Merges the range (each row by itself if `across`); the top-left value stays, the others are lost. Merges inside are taken up. */
export function merge(sheet: Sheet, range: CellRange, across = false): void {
  checkAllowed(sheet, "allowFormatCells");
  if (sheet.tables.some((table) => intersects(table.range, range))) refuse("InvalidOperation", "Cells in a table can't be merged.");
  checkArrays(sheet, range);
  const areas = across ? Array.from({ length: range.bottom - range.top + 1 }, (_, offset) => ({ ...range, top: range.top + offset, bottom: range.top + offset })) : [range];
  if (sheet.arrays.some((array) => intersects(array.range, range))) dropArraysInside(sheet, range);
  sheet.merges = sheet.merges.filter((old) => !intersects(old, range));
  for (const area of areas) addMerge(sheet, area);
  afterWrite(sheet, range);
  announce(sheet.book, { kind: "merges", sheetId: sheet.id, range });
}

/** Merges ranges that overlap neither each other nor merges that are there; the same as one after another, without looking for those each time. */
export function mergeApart(sheet: Sheet, ranges: readonly CellRange[]): void {
  checkAllowed(sheet, "allowFormatCells");
  for (const range of ranges) {
    addMerge(sheet, range);
    afterWrite(sheet, range);
    announce(sheet.book, { kind: "merges", sheetId: sheet.id, range });
  }
}

function addMerge(sheet: Sheet, area: CellRange): void {
  if (area.top === area.bottom && area.left === area.right) return;
  keepOneValue(sheet, area);
  sheet.merges.push(area);
}

/** The first value in reading order goes to the top-left, as in Excel; the rest is cleared. */
function keepOneValue(sheet: Sheet, area: CellRange): void {
  let first: Cell | null = null;
  eachCell(sheet, area, (cell) => {
    if (!first && !isBlankCell(cell)) first = cell;
  });
  const kept: Cell | null = first;
  if (!kept) return;
  const { value, formula } = kept as Cell;
  eachCell(sheet, area, (cell) => setContent(cell, null, null));
  setContent(ensureCell(sheet, area.top, area.left), value, formula);
}

/** Ends every merge that touches the range. */
export function unmerge(sheet: Sheet, range: CellRange): void {
  checkAllowed(sheet, "allowFormatCells");
  const ended = sheet.merges.filter((old) => intersects(old, range));
  if (ended.length === 0) return;
  sheet.merges = sheet.merges.filter((old) => !intersects(old, range));
  for (const area of ended) spreadLook(sheet, area);
  announce(sheet.book, { kind: "merges", sheetId: sheet.id, range });
}

/** The cells of an ended merge all look like its top-left. */
function spreadLook(sheet: Sheet, area: CellRange): void {
  const style = cellAt(sheet, area.top, area.left)?.style;
  if (style === undefined) return;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) ensureCell(sheet, row, column).style = style;
  }
}
