/** Inserting, deleting and moving cells; formulas, merges, tables, names and rules everywhere follow. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

/** @throws HostRefusal when a merge, table or array would be split, or non-blank cells would leave the sheet */
export function insertCells(sheet: Sheet, range: CellRange, shift: "Down" | "Right"): void { notYet(sheet, range, shift); }
export function deleteCells(sheet: Sheet, range: CellRange, shift: "Up" | "Left"): void { notYet(sheet, range, shift); }
export function insertRows(sheet: Sheet, row: number, count: number): void { notYet(sheet, row, count); }
export function deleteRows(sheet: Sheet, row: number, count: number): void { notYet(sheet, row, count); }
export function insertColumns(sheet: Sheet, column: number, count: number): void { notYet(sheet, column, count); }
export function deleteColumns(sheet: Sheet, column: number, count: number): void { notYet(sheet, column, count); }
