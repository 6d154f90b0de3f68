/** Sheets as an .xlsx file of their own, and the sheets of such a file. */

import { createBook } from "../embedded/book/book";
import { openBook, saveBook } from "../embedded/book/files";
import { createFilePort } from "../files/port";
import { writeLayout } from "../files/sheets";
import { done, type Outcome } from "../workbook/problem";
import type { SheetLayout } from "../workbook/sheet-layout";
import type { SheetSnapshot } from "../workbook/snapshot";

/** At least one sheet, of distinct names. The file says nothing of who made it. */
export function workbookFile(layouts: readonly SheetLayout[]): Promise<Uint8Array> {
  const book = createBook(layouts.map(({ name }) => name));
  book.sheets.forEach((sheet, i) => {
    const layout = layouts[i];
    if (layout !== undefined) writeLayout(sheet, layout);
  });
  return saveBook(book);
}

/** Fails as opening a workbook does. */
export async function sheetsOfFile(bytes: Uint8Array): Promise<Outcome<readonly SheetSnapshot[]>> {
  const opened = await openBook(bytes);
  if (!opened.ok) return opened;
  const read = await createFilePort(opened.value.book).read();
  return read.ok ? done(read.value.sheets) : read;
}
