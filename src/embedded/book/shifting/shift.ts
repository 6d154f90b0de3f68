/** Cells moving along one axis because others were inserted or deleted, and what becomes of ranges by it. */

import { LAST_COLUMN, LAST_ROW, subtract } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { Sheet } from "../model";

/** `count` rows (or columns) are inserted before `at`, or deleted from `at` on, within a band of columns (or rows). */
export interface Shift {
  readonly sheet: Sheet;
  readonly axis: "rows" | "columns";
  readonly at: number;
  /** Negative: deleted. */
  readonly count: number;
  /** The columns (or rows) that take part. */
  readonly from: number;
  readonly to: number;
}

export function isWhole(shift: Shift): boolean {
  return shift.from === 0 && shift.to === (shift.axis === "rows" ? LAST_COLUMN : LAST_ROW);
}

/** The cells that move or vanish. */
export function movedArea(shift: Shift): CellRange {
  return shift.axis === "rows"
    ? { top: shift.at, bottom: LAST_ROW, left: shift.from, right: shift.to }
    : { left: shift.at, right: LAST_COLUMN, top: shift.from, bottom: shift.to };
}

/** The cells that were inserted or deleted. */
export function changedArea(shift: Shift): CellRange {
  const last = shift.at + Math.abs(shift.count) - 1;
  return shift.axis === "rows"
    ? { top: shift.at, bottom: last, left: shift.from, right: shift.to }
    : { left: shift.at, right: last, top: shift.from, bottom: shift.to };
}

interface Extent {
  readonly first: number;
  readonly last: number;
}

/** First and last along the axis after the shift; null when all of it is deleted. */
function moved({ first, last }: Extent, { at, count }: Shift, end: number): Extent | null {
  if (count > 0) {
    // What reaches to the end of the sheet still does.
    return { first: first >= at ? Math.min(first + count, end) : first, last: last >= at ? Math.min(last + count, end) : last };
  }
  const gone = -count;
  const result = {
    first: first < at ? first : Math.max(at, first - gone),
    last: last < at ? last : Math.max(at - 1, last - gone),
  };
  return result.last < result.first ? null : result;
}

/** Does the range lie within the band that moves? */
export function isInBand(range: CellRange, shift: Shift): boolean {
  return shift.axis === "rows" ? range.left >= shift.from && range.right <= shift.to : range.top >= shift.from && range.bottom <= shift.to;
}

/** Is a cell of the range inserted before, deleted or moved? */
export function isTouched(range: CellRange, shift: Shift): boolean {
  return shift.axis === "rows"
    ? range.bottom >= shift.at && range.left <= shift.to && range.right >= shift.from
    : range.right >= shift.at && range.top <= shift.to && range.bottom >= shift.from;
}

/**
 * Where a range is after the shift, as references follow: one inside the band moves, grows or shrinks,
 * one that reaches beyond it stays. null: all its cells were deleted.
 */
export function shiftRange(range: CellRange, shift: Shift): CellRange | null {
  if (!isInBand(range, shift)) return range;
  if (shift.axis === "rows") {
    if (range.top === 0 && range.bottom === LAST_ROW) return range;
    const rows = moved({ first: range.top, last: range.bottom }, shift, LAST_ROW);
    return rows && { ...range, top: rows.first, bottom: rows.last };
  }
  if (range.left === 0 && range.right === LAST_COLUMN) return range;
  const columns = moved({ first: range.left, last: range.right }, shift, LAST_COLUMN);
  return columns && { ...range, left: columns.first, right: columns.last };
}

/** Where the cells of a range are after the shift, as formats and rules go with their cells: the part inside the band moves, the rest stays. */
export function shiftArea(range: CellRange, shift: Shift): CellRange[] {
  if (!isTouched(range, shift)) return [range];
  if (isInBand(range, shift)) {
    const whole = shiftRange(range, shift);
    return whole ? [whole] : [];
  }
  const band = shift.axis === "rows" ? { top: 0, bottom: LAST_ROW, left: shift.from, right: shift.to } : { left: 0, right: LAST_COLUMN, top: shift.from, bottom: shift.to };
  const inside = { top: Math.max(range.top, band.top), left: Math.max(range.left, band.left), bottom: Math.min(range.bottom, band.bottom), right: Math.min(range.right, band.right) };
  const piece = shiftRange(inside, shift);
  return [...subtract(range, band), ...(piece ? [piece] : [])];
}
