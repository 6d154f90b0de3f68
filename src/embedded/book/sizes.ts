/** Widths, heights and hiding. Widths and heights are in points; a width in characters exists only in files. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

export function columnWidth(sheet: Sheet, column: number): number { return notYet(sheet, column); }
export function rowHeight(sheet: Sheet, row: number): number { return notYet(sheet, row); }
/** One width for all columns of the range; 0 hides. */
export function setColumnWidth(sheet: Sheet, range: CellRange, points: number): void { notYet(sheet, range, points); }
export function setRowHeight(sheet: Sheet, range: CellRange, points: number): void { notYet(sheet, range, points); }
export function standardWidth(sheet: Sheet): number { return notYet(sheet); }
export function setStandardWidth(sheet: Sheet, characters: number): void { notYet(sheet, characters); }
export function standardHeight(sheet: Sheet): number { return notYet(sheet); }
export function isRowHidden(sheet: Sheet, row: number): boolean { return notYet(sheet, row); }
export function isColumnHidden(sheet: Sheet, column: number): boolean { return notYet(sheet, column); }
export function setRowsHidden(sheet: Sheet, range: CellRange, hidden: boolean): void { notYet(sheet, range, hidden); }
export function setColumnsHidden(sheet: Sheet, range: CellRange, hidden: boolean): void { notYet(sheet, range, hidden); }
/** Approximate: measured with average glyph widths, full-width characters counting double. */
export function autofitColumns(sheet: Sheet, range: CellRange): void { notYet(sheet, range); }
export function autofitRows(sheet: Sheet, range: CellRange): void { notYet(sheet, range); }
/** Position and extent of a range in points from the sheet's top-left corner, hidden rows and columns counting nothing. */
export function geometry(sheet: Sheet, range: CellRange): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } { return notYet(sheet, range); }
