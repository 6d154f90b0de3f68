/** How sheets are looked at: which is active, what is selected, frozen panes, grid lines, zoom. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Book, Sheet } from "./model";

export function activeSheet(book: Book): Sheet { return notYet(book); }
/** @throws HostRefusal when the sheet is hidden */
export function activate(sheet: Sheet): void { notYet(sheet); }
/** The selected ranges of a sheet; the first holds the active cell unless that was set otherwise. */
export function selectionOf(sheet: Sheet): { readonly ranges: readonly CellRange[]; readonly active: { row: number; column: number } } { return notYet(sheet); }
/** Selects, and activates the sheet. */
export function select(sheet: Sheet, ranges: readonly CellRange[]): void { notYet(sheet, ranges); }

/** How many rows and columns are frozen at the top and left. */
export function frozenPanes(sheet: Sheet): { readonly rows: number; readonly columns: number } { return notYet(sheet); }
export function freezePanes(sheet: Sheet, rows: number, columns: number): void { notYet(sheet, rows, columns); }
export function showsGridlines(sheet: Sheet): boolean { return notYet(sheet); }
export function setShowsGridlines(sheet: Sheet, shows: boolean): void { notYet(sheet, shows); }
export function showsHeadings(sheet: Sheet): boolean { return notYet(sheet); }
export function setShowsHeadings(sheet: Sheet, shows: boolean): void { notYet(sheet, shows); }
/** Per cent. */
export function zoom(sheet: Sheet): number { return notYet(sheet); }
export function setZoom(sheet: Sheet, percent: number): void { notYet(sheet, percent); }
