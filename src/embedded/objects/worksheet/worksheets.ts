/** Excel.WorksheetCollection */

import { type Book, findSheet, type Sheet } from "../../book/book";
import { addSheet } from "../../book/sheets";
import { activeSheet } from "../../book/view";
import { flag, optionalText, text } from "../../protocol/arguments";
import { type ApiObject, type Arguments, defineObject, existing, object, value } from "../../protocol/definition";
import { EVENT, registrations, SHEET_EVENTS, WORKBOOK_TARGET } from "../events/registration";
import { worksheetObject } from "./worksheet";

function shown(book: Book, visibleOnly: boolean): readonly Sheet[] {
  return visibleOnly ? book.sheets.filter(({ visibility }) => visibility === "Visible") : book.sheets;
}

function end(index: 0 | -1): (book: Book, args: Arguments) => ApiObject | null {
  return (book, args) => {
    const sheet = shown(book, flag(args, 0)).at(index);
    return sheet === undefined ? null : worksheetObject(sheet);
  };
}

function named(book: Book, key: string): ApiObject | null {
  const sheet = findSheet(book, key);
  return sheet === null ? null : worksheetObject(sheet);
}

export const worksheetCollectionType = defineObject<Book>({
  name: "WorksheetCollection",
  methods: {
    ...registrations<Book>(
      {
        ...SHEET_EVENTS,
        DataChangedEvent: [EVENT.worksheetChanged, "1.9"],
        SelectionChangedEvent: [EVENT.worksheetSelectionChanged, "1.9"],
        AddedEvent: [EVENT.worksheetAdded, "1.7"],
        DeletedEvent: [EVENT.worksheetDeleted, "1.7"],
        EventMoved: [EVENT.worksheetMoved, "online"],
      },
      () => WORKBOOK_TARGET,
    ),
    Add: object("1.1", (book, args) => worksheetObject(addSheet(book, optionalText(args, 0) ?? undefined))),
    GetActiveWorksheet: object("1.1", (book) => worksheetObject(activeSheet(book))),
    GetItemOrNullObject: object("1.4", (book, args) => named(book, text(args, 0))),
    GetCount: value("1.4", (book, args) => shown(book, flag(args, 0)).length),
    GetFirst: object("1.5", existing(end(0))),
    GetLast: object("1.5", existing(end(-1))),
  },
  items: (book) => book.sheets.map(worksheetObject),
  item: (book, key) => (typeof key === "string" ? named(book, key) : null),
});

export function worksheetsObject(book: Book): ApiObject {
  return worksheetCollectionType.of(book);
}
