/** What every writing of contents does besides: arrays that it meets, calculation, listeners. */

import { contains, intersects } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import type { CellBefore } from "./changes";
import { cellsChanged } from "./formula/dependencies";
import type { ArrayArea, Cell, Formula, Scalar, Sheet } from "./model";
import { refuse } from "./refusal";
import { cellAt } from "./store";

export function setContent(cell: Cell, value: Scalar, formula: Formula | null): void {
  cell.value = value;
  cell.formula = formula;
  if (cell.valueMetadata !== undefined) delete cell.valueMetadata;
}

/** Marks the cells for calculation and tells the listeners. */
export function afterWrite(sheet: Sheet, range: CellRange, before?: CellBefore): void {
  cellsChanged(sheet, range);
  announce(sheet.book, { kind: "edited", sheetId: sheet.id, range, ...(before ? { before } : {}) });
}

function covers(outer: CellRange, inner: CellRange): boolean {
  return contains(outer, inner.top, inner.left) && contains(outer, inner.bottom, inner.right);
}

/** @throws HostRefusal InvalidOperation when only a part of an array formula is in the range */
export function checkArrays(sheet: Sheet, range: CellRange): void {
  if (sheet.arrays.some((array) => !array.dynamic && intersects(array.range, range) && !covers(range, array.range))) {
    refuse("InvalidOperation", "You can't change part of an array.");
  }
}

/** Arrays wholly inside end; spills whose anchor is inside take their results with them; a spill that is written into must find room again. */
export function dropArraysInside(sheet: Sheet, range: CellRange): void {
  if (!sheet.arrays.some((array) => intersects(array.range, range))) return;
  sheet.arrays = sheet.arrays.filter((array) => {
    if (!intersects(array.range, range)) return true;
    const isAnchored = contains(range, array.range.top, array.range.left);
    if (array.dynamic) withdrawSpill(sheet, array, isAnchored);
    return !isAnchored && !array.dynamic;
  });
}

function withdrawSpill(sheet: Sheet, array: ArrayArea, isAnchorGone: boolean): void {
  const { top, left, bottom, right } = array.range;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const cell = cellAt(sheet, row, column);
      if (cell && (row !== top || column !== left)) cell.value = null;
    }
  }
  const anchor = cellAt(sheet, top, left);
  if (!isAnchorGone && anchor?.formula) anchor.formula = { ...anchor.formula, array: null };
  cellsChanged(sheet, array.range);
}
