/** The workbook behind the embedded Excel: what it is, how a new one begins, and its sheets. */

import { notYet } from "./model";
import type { Book, Sheet } from "./model";

export type { Book, Sheet } from "./model";
export { HostRefusal, refuse } from "./refusal";
export type { HostErrorCode } from "./refusal";
export { announce, asRemote, onChange } from "./changes";
export type { CellBefore, CellChangeKind, Change, ChangeDetail, ChangeSource, SheetVisibility } from "./changes";

/** A new workbook with these empty sheets; the first is active. */
export function createBook(sheetNames: readonly string[] = ["Sheet1"]): Book { return notYet(sheetNames); }

/** @throws HostRefusal ItemNotFound */
export function sheetById(book: Book, id: string): Sheet { return notYet(book, id); }
/** By name in any case, or by id. */
export function findSheet(book: Book, nameOrId: string): Sheet | null { return notYet(book, nameOrId); }
