/** Excel.Workbook, the root of every request */

import type { Book, Sheet } from "../book/book";
import { activeSheet, selectionOf } from "../book/view";
import { child, defineObject, existing, object, type ObjectType, readable, value, action, type ApiObject, type Arguments, writable } from "../protocol/definition";
import { optionalText, text } from "../protocol/arguments";
import { ExcelError } from "../protocol/errors";
import { applicationObject } from "./application";
import { rangeAreasType } from "./areas/areas";
import { cellAt, cellsAtAddress, splitAddress } from "./cells";
import { commentsObject } from "./comments";
import { EVENT, registrations, WORKBOOK_TARGET } from "./events/registration";
import { namesObject } from "./names";
import { bookProtectionObject } from "./protection";
import { rangeObject } from "./range/range";
import { customXmlObject } from "./storage/custom-xml";
import { propertiesObject } from "./storage/properties";
import { settingsObject } from "./storage/settings";
import { stylesObject } from "./styles";
import { tablesObject } from "./table/tables";
import { flagOf } from "./values";
import { worksheetsObject } from "./worksheet/worksheets";

function selection(book: Book): { readonly sheet: Sheet } & ReturnType<typeof selectionOf> {
  const sheet = activeSheet(book);
  return { sheet, ...selectionOf(sheet) };
}

/** The cells that an event told of; null when its sheet is gone. */
function eventCells(book: Book, args: Arguments): ApiObject | null {
  const reference = text(args, 0);
  const { sheetName: sheetId } = splitAddress(reference);
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  return sheet === undefined ? null : rangeObject(cellsAtAddress(sheet, splitAddress(reference).rest));
}

export const runtimeType: ObjectType<Book> = defineObject<Book>({
  name: "Runtime",
  properties: {
    EnableEvents: writable("1.8", (_book, { runtime }) => runtime.eventsEnabled, (_book, enabled, { runtime }) => {
      runtime.eventsEnabled = flagOf(enabled);
    }),
  },
});

export const workbookType: ObjectType<Book> = defineObject<Book>({
  name: "Workbook",
  properties: {
    Name: readable("1.7", ({ fileName }) => fileName),
    ReadOnly: readable("1.8", () => false),
    AutoSave: readable("1.9", () => false),
  },
  children: {
    Application: child("1.1", applicationObject),
    Comments: child("1.10", commentsObject),
    CustomXmlParts: child("1.5", customXmlObject),
    Names: child("1.1", namesObject),
    Properties: child("1.7", propertiesObject),
    Protection: child("1.7", bookProtectionObject),
    Settings: child("1.4", settingsObject),
    Styles: child("1.7", stylesObject),
    Tables: child("1.1", tablesObject),
    Worksheets: child("1.1", worksheetsObject),
    _Runtime: child("1.5", runtimeType.of),
  },
  methods: {
    ...registrations<Book>({ ActivatedEvent: [EVENT.workbookActivated, "1.13"] }, () => WORKBOOK_TARGET),
    /** "If there are multiple ranges selected, this method will throw an error." */
    GetSelectedRange: object("1.1", (book) => {
      const { sheet, ranges } = selection(book);
      const [range, ...others] = ranges;
      if (range === undefined || others.length > 0) throw new ExcelError("InvalidSelection");
      return rangeObject({ sheet, range });
    }),
    GetSelectedRanges: object("1.9", (book) => {
      const { sheet, ranges } = selection(book);
      return rangeAreasType.of(ranges.map((range) => ({ sheet, range })));
    }),
    GetActiveCell: object("1.7", (book) => {
      const { sheet, active } = selection(book);
      return rangeObject({ sheet, range: cellAt(active.row, active.column) });
    }),
    /** What `Excel.createWorkbook` calls on the web. */
    CreateAndOpenWorkbook: action("1.8", (_book, args, scope) => scope.openWorkbook(optionalText(args, 0))),
    _GetRangeForEventByReferenceId: object("1.1", existing(eventCells)),
    _GetRangeOrNullObjectForEventByReferenceId: object("1.1", eventCells),
    _GetReferenceCount: value("1.1", (_book, _args, { references }) => references.count()),
    _RemoveAllReferences: action("1.1", (_book, _args, { references }) => references.releaseAll()),
  },
});

export function workbookObject(book: Book): ApiObject {
  return workbookType.of(book);
}
