/** Inserting and deleting cells; formulas, merges, tables, names and rules everywhere follow. */

import { LAST_COLUMN, LAST_ROW } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { isBlankCell } from "./file/read-cells";
import { cellsChanged, placesChanged } from "./formula/dependencies";
import { rewriteFormulas } from "./formula/follow";
import type { ArrayArea, Sheet } from "./model";
import { checkAllowed, checkWritable } from "./protection";
import { recalculate } from "./recalculate";
import { refuse } from "./refusal";
import { cellAt, eachCell } from "./store";
import { followSheet } from "./shifting/follow-sheet";
import { shiftReferences } from "./shifting/follow-formula";
import { moveCells } from "./shifting/move-cells";
import { changedArea, isInBand, isTouched, isWhole, shiftRange } from "./shifting/shift";
import type { Shift } from "./shifting/shift";
import { checkTables, shiftTables } from "./shifting/tables";

/** @throws HostRefusal when a merge, table or array would be split, or non-blank cells would leave the sheet */
export function insertCells(sheet: Sheet, range: CellRange, shift: "Down" | "Right"): void {
  apply(shift === "Down"
    ? { sheet, axis: "rows", at: range.top, count: range.bottom - range.top + 1, from: range.left, to: range.right }
    : { sheet, axis: "columns", at: range.left, count: range.right - range.left + 1, from: range.top, to: range.bottom });
}

export function deleteCells(sheet: Sheet, range: CellRange, shift: "Up" | "Left"): void {
  apply(shift === "Up"
    ? { sheet, axis: "rows", at: range.top, count: range.top - range.bottom - 1, from: range.left, to: range.right }
    : { sheet, axis: "columns", at: range.left, count: range.left - range.right - 1, from: range.top, to: range.bottom });
}

export function insertRows(sheet: Sheet, row: number, count: number): void {
  insertCells(sheet, { top: row, bottom: row + count - 1, left: 0, right: LAST_COLUMN }, "Down");
}

export function deleteRows(sheet: Sheet, row: number, count: number): void {
  deleteCells(sheet, { top: row, bottom: row + count - 1, left: 0, right: LAST_COLUMN }, "Up");
}

export function insertColumns(sheet: Sheet, column: number, count: number): void {
  insertCells(sheet, { top: 0, bottom: LAST_ROW, left: column, right: column + count - 1 }, "Right");
}

export function deleteColumns(sheet: Sheet, column: number, count: number): void {
  deleteCells(sheet, { top: 0, bottom: LAST_ROW, left: column, right: column + count - 1 }, "Left");
}

function apply(shift: Shift): void {
  const { sheet } = shift;
  const { book } = sheet;
  checkProtection(shift);
  // Spills are measured before anything moves.
  recalculate(book);
  checkRoom(shift);
  checkWholes(shift);
  checkTables(shift);
  withdrawSpills(shift);
  shiftFormulas(shift);
  moveCells(shift);
  sheet.merges = sheet.merges.flatMap((range) => shiftRange(range, shift) ?? []).filter((range) => range.top !== range.bottom || range.left !== range.right);
  shiftArrays(shift);
  shiftTables(shift);
  followSheet(sheet, shift);
  placesChanged(book);
  cellsChanged(sheet, changedArea(shift));
  announce(book, { kind: kindOf(shift), sheetId: sheet.id, range: changedArea(shift), axis: shift.axis });
}

function kindOf(shift: Shift): "rows-inserted" | "rows-deleted" | "columns-inserted" | "columns-deleted" | "cells-inserted" | "cells-deleted" {
  const what = isWhole(shift) ? shift.axis : "cells";
  return shift.count > 0 ? `${what}-inserted` : `${what}-deleted`;
}

function checkProtection(shift: Shift): void {
  const { sheet, axis, count } = shift;
  if (!sheet.protected) return;
  if (!isWhole(shift)) refuse("AccessDenied", "The sheet is protected.");
  checkAllowed(sheet, axis === "rows" ? (count > 0 ? "allowInsertRows" : "allowDeleteRows") : count > 0 ? "allowInsertColumns" : "allowDeleteColumns");
  if (count < 0) checkWritable(sheet, { ...changedArea(shift), bottom: Math.min(changedArea(shift).bottom, Math.max(0, ...sheet.rows.keys())) });
}

function checkRoom({ sheet, axis, count, from, to }: Shift): void {
  if (count < 0) return;
  const edge = axis === "rows" ? { top: LAST_ROW - count + 1, bottom: LAST_ROW, left: from, right: to } : { left: LAST_COLUMN - count + 1, right: LAST_COLUMN, top: from, bottom: to };
  eachCell(sheet, edge, (cell) => {
    if (!isBlankCell(cell)) refuse("NonBlankCellOffSheet", "Cells that are not blank can't be moved off the sheet.");
  });
}

/** Merges and arrays go as wholes or not at all. */
function checkWholes(shift: Shift): void {
  const { sheet } = shift;
  if (sheet.merges.some((range) => isTouched(range, shift) && !isInBand(range, shift))) refuse("InsertDeleteConflict", "A merged cell would be split.");
  const area = shift.count < 0 ? changedArea(shift) : null;
  for (const { range, dynamic } of sheet.arrays) {
    if (dynamic || !isTouched(range, shift)) continue;
    const isCut = shift.axis === "rows" ? range.top < shift.at : range.left < shift.at;
    const isPartlyGone = area !== null && shiftRange(range, shift) !== null && !isBeyond(range, area, shift);
    if (!isInBand(range, shift) || isCut || isPartlyGone) refuse("InvalidOperation", "You can't change part of an array.");
  }
}

function isBeyond(range: CellRange, area: CellRange, shift: Shift): boolean {
  return shift.axis === "rows" ? range.top > area.bottom : range.left > area.right;
}

/** Spills that move or are cut through are taken back; calculating lets them out again. */
function withdrawSpills(shift: Shift): void {
  const { sheet } = shift;
  for (const array of sheet.arrays) {
    if (!array.dynamic || !isTouched(array.range, shift)) continue;
    const { top, left } = array.range;
    eachCell(sheet, array.range, (cell, row, column) => {
      if (row !== top || column !== left) cell.value = null;
    });
    const anchor = cellAt(sheet, top, left);
    if (!anchor?.formula) continue;
    const fresh = { ...anchor.formula, array: null };
    anchor.formula = fresh;
    const at = shiftRange({ top, left, bottom: top, right: left }, shift);
    if (at) cellsChanged(sheet, at);
  }
  sheet.arrays = sheet.arrays.filter((array) => !array.dynamic || !isTouched(array.range, shift));
}

function shiftArrays(shift: Shift): void {
  const { sheet } = shift;
  sheet.arrays = sheet.arrays.flatMap((array) => {
    if (!isTouched(array.range, shift)) return [array];
    const range = shiftRange(array.range, shift);
    if (!range) return [];
    const fresh: ArrayArea = { ...array, range };
    const anchor = cellAt(sheet, range.top, range.left);
    if (anchor?.formula) anchor.formula = { ...anchor.formula, array: fresh };
    return [fresh];
  });
}

function shiftFormulas(shift: Shift): void {
  rewriteFormulas(shift.sheet.book, (formula, home) => shiftReferences(formula, home, shift), shift.sheet);
}
