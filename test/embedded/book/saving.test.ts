/** A file is one state of the workbook, the one it had when it was saved, whatever happens while it is packed. */

import fc from "fast-check";
import type { Book } from "../../../src/embedded/book/book";
import { setNote } from "../../../src/embedded/book/comments";
import { setLook } from "../../../src/embedded/book/formats";
import { saveBook } from "../../../src/embedded/book/files";
import { addSheet, renameSheet } from "../../../src/embedded/book/sheets";
import { addCustomXmlPart, customXmlParts, setCustomXml } from "../../../src/embedded/book/storage";
import { deleteRows, insertRows } from "../../../src/embedded/book/structure";
import { at, bookOf, sheetOf, type } from "./support";

const POKES: Readonly<Record<string, (book: Book) => void>> = {
  types: (book) => type(sheetOf(book, "S"), "A1", "改过"),
  calculates: (book) => type(sheetOf(book, "S"), "D4", "=SUM(A1:B2)*2"),
  "inserts a row": (book) => insertRows(sheetOf(book, "S"), 0, 1),
  "deletes a row": (book) => deleteRows(sheetOf(book, "S"), 1, 1),
  paints: (book) => setLook(sheetOf(book, "S"), at("A1:C9"), { bold: true }),
  "writes a note": (book) => setNote(sheetOf(book, "S"), 0, 0, { text: "批注" }),
  "adds a sheet": (book) => void addSheet(book),
  "renames a sheet": (book) => {
    const second = book.sheets[1];
    if (second) renameSheet(second, `T${book.revision}`);
  },
  "keeps something": (book) => void addCustomXmlPart(book, `<a xmlns="urn:a">${book.revision}</a>`),
  "changes what is kept": (book) => setCustomXml(book, customXmlParts(book)[0]?.id ?? "", `<b xmlns="urn:b">${book.revision}</b>`),
};

function open(): Book {
  const { book } = bookOf([[1, 2, "合计"], [3, 4, "=SUM(A1:B2)"]], "T");
  addCustomXmlPart(book, "<b xmlns=\"urn:b\">0</b>");
  return book;
}

describe.each([["in Node", false], ["in a browser", true]])("saving %s", (_, inBrowser) => {
  beforeAll(() => {
    if (inBrowser) Object.defineProperty(globalThis, "document", { configurable: true, value: {} });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, "document");
  });

  it("takes the workbook as it is, though it changes while it is saved, and is saved again meanwhile", async () => {
    const pokes = fc.array(fc.constantFrom(...Object.keys(POKES)), { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(pokes, pokes, async (before, meanwhile) => {
      const book = open();
      for (const name of before) POKES[name]?.(book);
      const expected = await saveBook(book);

      const saving = [saveBook(book), saveBook(book)];
      for (const name of meanwhile) {
        POKES[name]?.(book);
        await Promise.resolve();
      }
      const later = saveBook(book);
      for (const bytes of await Promise.all(saving)) expect(Buffer.compare(bytes, expected)).toBe(0);
      expect(Buffer.compare(await later, await saveBook(book))).toBe(0);
    }), { numRuns: 40 });
  });
});
