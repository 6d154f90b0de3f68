/** Copying and moving cells. */

import { intersects, LAST_COLUMN, LAST_ROW, quoteSheetName } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { afterWrite, checkArrays, dropArraysInside } from "./writing";
import { copyFormats } from "./formats";
import { placesChanged } from "./formula/dependencies";
import { rewriteFormulas } from "./formula/follow";
import { sheetsOf } from "./formula/precedents";
import { absolute, moveRelative, rewrite, writeReference } from "./formula/references";
import type { ArrayArea, Cell, Sheet } from "./model";
import { checkAllowed, checkWritable } from "./protection";
import { recalculate } from "./recalculate";
import { refuse } from "./refusal";
import { cellAt, clip, ensureCell, ensureRow, styleAt } from "./store";
import { copyRules } from "./rule-copying";

export { autoFill } from "./filling";
export { findCells, removeDuplicates, replaceAll } from "./searching";
export type { SearchCriteria } from "./searching";

export interface Area {
  readonly sheet: Sheet;
  readonly range: CellRange;
}

export interface CopyOptions {
  readonly what: "All" | "Formulas" | "Values" | "Formats" | "Link";
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Range.copyFrom: the target grows to the source's size; a larger multiple is filled by repeating. Relative references follow. */
export function copyCells(source: Area, target: Area, options: Partial<CopyOptions> = {}): void {
  const { what = "All", skipBlanks = false, transpose = false } = options;
  const { sheet } = target;
  recalculate(sheet.book);
  const from = narrowed(source);
  const pattern = takePattern({ sheet: source.sheet, range: from }, transpose);
  const size = { height: pattern.length, width: pattern[0]?.length ?? 0 };
  const area = targetArea(target.range, size);
  if (area.bottom > LAST_ROW || area.right > LAST_COLUMN) refuse("InvalidArgument", "The copy doesn't fit on the sheet.");
  if (what === "Formats") {
    copyFormats({ sheet: source.sheet, range: from }, { sheet, range: area });
    return;
  }
  checkWritable(sheet, area);
  checkArrays(sheet, area);
  dropArraysInside(sheet, area);
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const taken = pattern[(row - area.top) % size.height]?.[(column - area.left) % size.width];
      if (taken && !(skipBlanks && isBlank(taken.cell))) putCopy(sheet, row, column, taken, what, source.sheet);
    }
  }
  if (what === "All") {
    copyMerges({ sheet: source.sheet, range: from }, { sheet, range: area }, transpose);
    if (!transpose) copyRules({ sheet: source.sheet, range: from }, { sheet, range: area });
  }
  afterWrite(sheet, area);
  if (what === "All") announce(sheet.book, { kind: "format", sheetId: sheet.id, range: area });
}

/** Of whole rows and columns only what is there. */
function narrowed({ sheet, range }: Area): CellRange {
  if (range.bottom < LAST_ROW && range.right < LAST_COLUMN) return range;
  return clip(sheet, range) ?? { top: range.top, left: range.left, bottom: range.top, right: range.left };
}

interface Taken {
  readonly cell: Cell | undefined;
  readonly style: number;
  readonly row: number;
  readonly column: number;
}

function takePattern({ sheet, range }: Area, transpose: boolean): Taken[][] {
  const take = (row: number, column: number): Taken => {
    const cell = cellAt(sheet, row, column);
    return { cell: cell && { ...cell }, style: styleAt(sheet, row, column), row, column };
  };
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  return transpose
    ? Array.from({ length: width }, (_, x) => Array.from({ length: height }, (__, y) => take(range.top + y, range.left + x)))
    : Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => take(range.top + y, range.left + x)));
}

function targetArea(target: CellRange, { height, width }: { readonly height: number; readonly width: number }): CellRange {
  const rows = target.bottom - target.top + 1;
  const columns = target.right - target.left + 1;
  return {
    ...target,
    bottom: target.top + (rows > height && rows % height === 0 ? rows : height) - 1,
    right: target.left + (columns > width && columns % width === 0 ? columns : width) - 1,
  };
}

function isBlank(cell: Cell | undefined): boolean {
  return !cell || (cell.value === null && cell.formula === null);
}

function putCopy(sheet: Sheet, row: number, column: number, { cell, style, row: fromRow, column: fromColumn }: Taken, what: CopyOptions["what"], from: Sheet): void {
  const target = ensureCell(sheet, row, column);
  delete target.valueMetadata;
  target.value = cell?.value ?? null;
  target.formula = null;
  if (what === "Link") {
    const place = absolute({ top: fromRow, left: fromColumn, bottom: fromRow, right: fromColumn });
    target.formula = { text: from === sheet ? place : `${quoteSheetName(from.name)}!${place}`, array: null, spills: false };
  } else if (cell?.formula && what !== "Values") {
    const text = moveRelative(cell.formula.text, row - fromRow, column - fromColumn);
    const { array } = cell.formula;
    const fixed: ArrayArea | null = array && !array.dynamic ? { dynamic: false, range: { top: row, left: column, bottom: row + array.range.bottom - array.range.top, right: column + array.range.right - array.range.left } } : null;
    if (fixed) sheet.arrays.push(fixed);
    target.formula = { text, array: fixed, spills: cell.formula.spills };
  }
  if (what === "All") target.style = style;
  if (what === "All" && cell?.valueMetadata !== undefined) target.valueMetadata = cell.valueMetadata;
}

function copyMerges(source: Area, target: Area, transpose: boolean): void {
  const inside = source.sheet.merges.filter((merge) => merge.top >= source.range.top && merge.bottom <= source.range.bottom && merge.left >= source.range.left && merge.right <= source.range.right);
  const height = transpose ? source.range.right - source.range.left + 1 : source.range.bottom - source.range.top + 1;
  const width = transpose ? source.range.bottom - source.range.top + 1 : source.range.right - source.range.left + 1;
  const { sheet, range } = target;
  sheet.merges = sheet.merges.filter((merge) => merge.bottom < range.top || merge.top > range.bottom || merge.right < range.left || merge.left > range.right);
  for (let top = range.top; top <= range.bottom; top += height) {
    for (let left = range.left; left <= range.right; left += width) {
      for (const merge of inside) {
        const place = { top: merge.top - source.range.top, left: merge.left - source.range.left, bottom: merge.bottom - source.range.top, right: merge.right - source.range.left };
        const turned = transpose ? { top: place.left, left: place.top, bottom: place.right, right: place.bottom } : place;
        sheet.merges.push({ top: top + turned.top, left: left + turned.left, bottom: top + turned.bottom, right: left + turned.right });
      }
    }
  }
  if (inside.length > 0) announce(sheet.book, { kind: "merges", sheetId: sheet.id, range });
}

/** Range.moveTo: like cut and paste; formulas that pointed at the source point at the target. */
export function moveCells(source: Area, target: Area): void {
  const { sheet: from, range } = source;
  const { sheet: to } = target;
  const down = target.range.top - range.top;
  const right = target.range.left - range.left;
  const area = { top: range.top + down, left: range.left + right, bottom: range.bottom + down, right: range.right + right };
  if (area.bottom > LAST_ROW || area.right > LAST_COLUMN) refuse("InvalidArgument", "The cells don't fit there.");
  checkWritable(from, range);
  checkWritable(to, area);
  checkAllowed(to, "allowFormatCells");
  recalculate(from.book);
  checkArrays(from, range);
  checkArrays(to, area);
  const isCut = (merge: CellRange, part: CellRange): boolean => intersects(merge, part) && !within(merge, part);
  if (from.merges.some((merge) => isCut(merge, range)) || to.merges.some((merge) => isCut(merge, area))) refuse("MergedRangeConflict", "A merged cell would be split.");
  dropArraysInside(to, area);
  const taken: { readonly row: number; readonly column: number; readonly cell: Cell }[] = [];
  const arrays = from.arrays.filter((array) => within(array.range, range));
  for (const row of [...from.rows.keys()]) {
    if (row < range.top || row > range.bottom) continue;
    const { cells } = ensureRow(from, row);
    for (let column = range.left; column <= Math.min(range.right, cells.length - 1); column++) {
      const cell = cells[column];
      if (cell) taken.push({ row, column, cell });
      cells[column] = undefined;
    }
  }
  followMove(source, to, down, right, taken.map(({ cell }) => cell));
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = to.rows.get(row)?.cells;
    if (cells) for (let column = area.left; column <= Math.min(area.right, cells.length - 1); column++) cells[column] = undefined;
  }
  for (const { row, column, cell } of taken) ensureRow(to, row + down).cells[column + right] = cell;
  const shift = (place: CellRange): CellRange => ({ top: place.top + down, left: place.left + right, bottom: place.bottom + down, right: place.right + right });
  from.arrays = from.arrays.filter((array) => !arrays.includes(array));
  for (const array of arrays) {
    const fresh: ArrayArea = { ...array, range: shift(array.range) };
    to.arrays.push(fresh);
    const anchor = cellAt(to, fresh.range.top, fresh.range.left);
    if (anchor?.formula) anchor.formula = { ...anchor.formula, array: fresh };
  }
  const merges = from.merges.filter((merge) => within(merge, range));
  from.merges = from.merges.filter((merge) => !merges.includes(merge));
  to.merges = [...to.merges.filter((merge) => !intersects(merge, area)), ...merges.map(shift)];
  placesChanged(from.book);
  afterWrite(from, range);
  afterWrite(to, area);
}

function within(inner: CellRange, outer: CellRange): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

/** References to moved cells follow them; references inside moved formulas keep meaning what they meant. */
function followMove({ sheet: from, range }: Area, to: Sheet, down: number, right: number, moved: readonly Cell[]): void {
  const follow = (formula: string, home: Sheet | null, writtenOn: Sheet | null): string => rewrite(formula, (piece) => {
    if (piece.kind !== "reference") return null;
    const { reference } = piece;
    const [only, another] = reference.prefix ? sheetsOf(from, reference.prefix) : home ? [home] : [];
    if (!only || another) return null;
    const goes = only === from && within(reference.range, range) && reference.kind === "cells";
    const place = goes ? { top: reference.range.top + down, left: reference.range.left + right, bottom: reference.range.bottom + down, right: reference.range.right + right } : reference.range;
    const sheet = goes ? to : only;
    const prefix = sheet === writtenOn && !reference.prefix ? null : { text: quoteSheetName(sheet.name), sheets: [sheet.name, sheet.name] as const };
    const same = !goes && (prefix === null) === (reference.prefix === null);
    return same ? null : writeReference({ ...reference, range: place, prefix });
  });
  rewriteFormulas(from.book, (formula, home) => follow(formula, home, home));
  for (const cell of moved) if (cell.formula) cell.formula = { ...cell.formula, text: follow(cell.formula.text, from, to) };
}
