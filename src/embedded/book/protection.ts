/** Protection of sheets and of the workbook's structure. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Book, Sheet } from "./model";

/** What stays allowed on a protected sheet; the names and defaults of Excel.WorksheetProtectionOptions. */
export interface ProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectionMode: "Normal" | "Unlocked" | "None";
}

export function protectionOptions(sheet: Sheet): ProtectionOptions { return notYet(sheet); }
/** @throws HostRefusal AccessDenied if it is protected already */
export function protectSheet(sheet: Sheet, options?: Partial<ProtectionOptions>, password?: string): void { notYet(sheet, options, password); }
/** @throws HostRefusal AccessDenied if the password is not the one it was protected with */
export function unprotectSheet(sheet: Sheet, password?: string): void { notYet(sheet, password); }
/** @throws HostRefusal AccessDenied when a locked cell of a protected sheet is in the range */
export function checkWritable(sheet: Sheet, range: CellRange): void { notYet(sheet, range); }
/** @throws HostRefusal AccessDenied when the sheet is protected and does not allow it */
export function checkAllowed(sheet: Sheet, option: keyof ProtectionOptions): void { notYet(sheet, option); }

export function isBookProtected(book: Book): boolean { return notYet(book); }
export function protectBook(book: Book, password?: string): void { notYet(book, password); }
export function unprotectBook(book: Book, password?: string): void { notYet(book, password); }
/** @throws HostRefusal AccessDenied when the workbook's structure is protected */
export function checkStructure(book: Book): void { notYet(book); }
