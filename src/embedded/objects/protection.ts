/** Excel.WorksheetProtection and WorkbookProtection */

import type { Book, Sheet } from "../book/book";
import { isBookProtected, protectBook, protectionOptions, type ProtectionOptions, protectSheet, unprotectBook, unprotectSheet } from "../book/protection";
import { optionalRecord, optionalText } from "../protocol/arguments";
import { action, type ApiObject, defineObject, type ObjectType, readable } from "../protocol/definition";
import { invalidArgument } from "../protocol/errors";
import type { Json, JsonRecord } from "../protocol/json";
import { flagOf, wordOf } from "./values";

const FLAGS = [
  "allowAutoFilter", "allowDeleteColumns", "allowDeleteRows", "allowEditObjects", "allowEditScenarios", "allowFormatCells", "allowFormatColumns",
  "allowFormatRows", "allowInsertColumns", "allowInsertHyperlinks", "allowInsertRows", "allowPivotTables", "allowSort",
] as const satisfies readonly (keyof ProtectionOptions)[];

function optionsOf(given: JsonRecord): Partial<ProtectionOptions> {
  const options: { -readonly [K in keyof ProtectionOptions]?: ProtectionOptions[K] } = {};
  for (const [name, content] of Object.entries(given)) {
    const flag = FLAGS.find((candidate) => candidate === name);
    if (flag !== undefined) options[flag] = flagOf(content);
    else if (name === "selectionMode") options.selectionMode = wordOf(content, ["Normal", "Unlocked", "None"]);
    else throw invalidArgument();
  }
  return options;
}

export const worksheetProtectionType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "WorksheetProtection",
  exists: (sheet) => sheet.book.sheets.includes(sheet),
  properties: {
    Protected: readable("1.2", (sheet) => sheet.protected),
    Options: readable("1.2", (sheet): Json => ({ ...protectionOptions(sheet) })),
  },
  methods: {
    Protect: action("1.2", (sheet, args) => protectSheet(sheet, optionsOf(optionalRecord(args, 0) ?? {}), optionalText(args, 1) ?? undefined)),
    Unprotect: action("1.2", (sheet, args) => unprotectSheet(sheet, optionalText(args, 0) ?? undefined)),
  },
});

export const workbookProtectionType: ObjectType<Book> = defineObject<Book>({
  name: "WorkbookProtection",
  properties: { Protected: readable("1.7", isBookProtected) },
  methods: {
    Protect: action("1.7", (book, args) => protectBook(book, optionalText(args, 0) ?? undefined)),
    Unprotect: action("1.7", (book, args) => unprotectBook(book, optionalText(args, 0) ?? undefined)),
  },
});

export function sheetProtectionObject(sheet: Sheet): ApiObject {
  return worksheetProtectionType.of(sheet);
}
export function bookProtectionObject(book: Book): ApiObject {
  return workbookProtectionType.of(book);
}
