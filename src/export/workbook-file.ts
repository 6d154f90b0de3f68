/** Sheets as an .xlsx file of their own, and the sheets of such a file. */

import { createBook, findSheet } from "../embedded/book/book";
import { openBook, saveBook } from "../embedded/book/files";
import { printArea } from "../embedded/book/page-layout";
import { createFilePort } from "../files/port";
import { writeLayout } from "../files/sheets";
import type { ReceivedSheet } from "../pipeline/export/verify";
import { done, type Outcome } from "../workbook/problem";
import type { SheetLayout } from "../workbook/sheet-layout";
import { shownFormats, unseenPlaces } from "./unseen";

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
export async function sheetsOfFile(bytes: Uint8Array): Promise<Outcome<readonly ReceivedSheet[]>> {
  const opened = await openBook(bytes);
  if (!opened.ok) return opened;
  const { book } = opened.value;
  const read = await createFilePort(book).read();
  if (!read.ok) return read;
  return done(read.value.sheets.map((snapshot): ReceivedSheet => {
    const sheet = findSheet(book, snapshot.id);
    if (sheet === null) return snapshot;
    return { ...snapshot, numberFormats: shownFormats(sheet, { top: snapshot.top, left: snapshot.left, formats: snapshot.numberFormats }), unseen: unseenPlaces(sheet), printArea: printArea(sheet) };
  }));
}
