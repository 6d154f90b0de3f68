/** Excel.WorksheetCollection */

import { type Book, findSheet, type Sheet } from "../../book/book";
import { addSheet } from "../../book/sheets";
import { activeSheet } from "../../book/view";
import { flag, optionalText, text } from "../../protocol/arguments";
import { type ApiObject, defineObject, object, value } from "../../protocol/definition";
import { ExcelError } from "../../protocol/errors";
import { worksheetObject } from "./worksheet";

function shown(book: Book, visibleOnly: boolean): readonly Sheet[] {
  return visibleOnly ? book.sheets.filter(({ visibility }) => visibility === "Visible") : book.sheets;
}

function sheetOrNotFound(sheet: Sheet | undefined): ApiObject {
  if (sheet === undefined) throw new ExcelError("ItemNotFound");
  return worksheetObject(sheet);
}

function named(book: Book, key: string): ApiObject | null {
  const sheet = findSheet(book, key);
  return sheet === null ? null : worksheetObject(sheet);
}

const type = defineObject<Book>({
  name: "WorksheetCollection",
  methods: {
    Add: object("1.1", (book, args) => worksheetObject(addSheet(book, optionalText(args, 0) ?? undefined))),
    GetActiveWorksheet: object("1.1", (book) => worksheetObject(activeSheet(book))),
    GetItemOrNullObject: object("1.4", (book, args) => named(book, text(args, 0))),
    GetCount: value("1.4", (book, args) => shown(book, flag(args, 0)).length),
    GetFirst: object("1.5", (book, args) => sheetOrNotFound(shown(book, flag(args, 0)).at(0))),
    GetLast: object("1.5", (book, args) => sheetOrNotFound(shown(book, flag(args, 0)).at(-1))),
  },
  items: (book) => book.sheets.map(worksheetObject),
  item: (book, key) => (typeof key === "string" ? named(book, key) : null),
});

export const worksheetsObject = type.of;
