/** .xlsx in and out: bytes to a workbook and back. */

import type { Outcome } from "../../workbook/problem";
import { notYet } from "./model";
import type { Book } from "./model";

export interface OpenedBook {
  readonly book: Book;
  /** Parts of the file that saving it would lose, by their names in the package; empty for almost every file. */
  readonly notCarried: readonly string[];
}

/** Fails with file-not-xlsx, file-encrypted or file-damaged. */
export function openBook(bytes: Uint8Array): Promise<Outcome<OpenedBook>> { return notYet(bytes); }
/** Formulas are written with their current results. */
export function saveBook(book: Book): Promise<Uint8Array> { return notYet(book); }
