/** The sheets of a workbook: adding, deleting, naming, moving, copying, showing. */

import type { SheetVisibility } from "./changes";
import { notYet } from "./model";
import type { Book, Sheet } from "./model";

/** At the end, or at `position`. Without a name Excel's next free "SheetN". The active sheet stays. */
export function addSheet(book: Book, name?: string, position?: number): Sheet { return notYet(book, name, position); }
/** @throws HostRefusal InvalidOperation for the last visible sheet, AccessDenied when the structure is protected */
export function deleteSheet(sheet: Sheet): void { notYet(sheet); }
/** Formulas everywhere follow. @throws HostRefusal InvalidArgument for a name Excel refuses, ItemAlreadyExists */
export function renameSheet(sheet: Sheet, name: string): void { notYet(sheet, name); }
export function moveSheet(sheet: Sheet, position: number): void { notYet(sheet, position); }
/** A copy with contents, formats, sizes, merges, tables, names of its own, charts and settings of the page. */
export function copySheet(sheet: Sheet, where: { readonly position: "None" | "Before" | "After" | "Beginning" | "End"; readonly relativeTo?: Sheet }): Sheet { return notYet(sheet, where); }
/** @throws HostRefusal when it would hide the last visible sheet */
export function setVisibility(sheet: Sheet, visibility: SheetVisibility): void { notYet(sheet, visibility); }
/** "" or "#RRGGBB". */
export function tabColor(sheet: Sheet): string { return notYet(sheet); }
export function setTabColor(sheet: Sheet, color: string): void { notYet(sheet, color); }
/** Why Excel would refuse the name for a sheet of this book; null if it would not. */
export function nameProblem(book: Book, name: string, except?: Sheet): string | null { return notYet(book, name, except); }
export function positionOf(sheet: Sheet): number { return notYet(sheet); }
