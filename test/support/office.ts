/** An embedded Excel with the real office.js in front, in one line. Close it when done, or let `withOffice` do so. */

import { type Book, createBook } from "../../src/embedded/book/book";
import { type CellInput, enterValues } from "../../src/embedded/book/cells";
import { type NodeOffice, openOffice } from "../../src/embedded/hosts/node";
import type { HostOptions } from "../../src/embedded/protocol/host";

/** Cells as one would type them from A1 on; rows may differ in length. */
export type Cells = readonly (readonly CellInput[])[];

/** A workbook with these sheets, in order. */
export function bookOf(sheets: Readonly<Record<string, Cells>>): Book {
  const book = createBook(Object.keys(sheets));
  Object.values(sheets).forEach((cells, index) => {
    const sheet = book.sheets[index];
    if (sheet === undefined) return;
    cells.forEach((row, top) => {
      if (row.length > 0) enterValues(sheet, { top, left: 0, bottom: top, right: row.length - 1 }, [row]);
    });
  });
  return book;
}

/** Over a book, or over a new one whose "Sheet1" holds these cells. */
export function officeOn(content: Book | Cells = [], options: HostOptions = {}): NodeOffice {
  return openOffice("sheets" in content ? content : bookOf({ Sheet1: content }), options);
}
