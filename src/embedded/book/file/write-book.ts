/** From a workbook to a package's bytes. The workbook itself is not changed by it. */

import { namesElement } from "./names-part";
import { WORKBOOK_ORDER } from "./order";
import { writeSheetPart } from "./sheet-part";
import { spillMetadata } from "./spill-metadata";
import { newStringList, writeSharedStrings } from "./strings";
import { writeTablePart } from "./table-part";
import { relate, relatedParts, writePackage, xmlOf, addPart } from "../package/package";
import type { Part } from "../package/package";
import { childOf, childrenOf, clone, element, ensureChild, insertInOrder, removeChild, setAttributes, writeDocument } from "../package/xml";
import type { XmlElement } from "../package/xml";
import type { Book, Sheet } from "../model";
import { usedRange } from "../cells";

const STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";

export function writeBook(book: Book): Promise<Uint8Array> {
  const fresh = new Map<string, string>();
  const strings = newStringList();
  const context = { strings, spillMetadata: () => spillMetadata(book) };
  for (const sheet of book.sheets) {
    fresh.set(sheet.part.path, writeSheetPart(sheet, usedRange(sheet, false), context));
    for (const table of sheet.tables) fresh.set(table.part.path, writeTablePart(table));
  }
  fresh.set(stringsPart(book).path, writeSharedStrings(strings));
  fresh.set(book.part.path, writeDocument(workbookElement(book)));
  const [styles] = relatedParts(book.pack, book.part, "styles");
  if (styles && book.styles.changed) styles.changed = true;
  return writePackage(book.pack, fresh);
}

function stringsPart(book: Book): Part {
  const [existing] = relatedParts(book.pack, book.part, "sharedStrings");
  if (existing) return existing;
  const made = addPart(book.pack, "xl/sharedStrings.xml", STRINGS_TYPE, element("sst"));
  relate(book.part, "sharedStrings", made.path);
  return made;
}

function workbookElement(book: Book): XmlElement {
  const root = clone(xmlOf(book.part));
  const tabs = tabsOf(book);
  const old = childOf(root, "sheets");
  const entries = new Map(old ? childrenOf(old).map((entry) => [entry.attributes["sheetId"], entry]) : []);
  const sheets = element("sheets", {}, tabs.map((tab) => ("element" in tab ? tab.element : sheetEntry(tab, entries.get(String(tab.fileId))))));
  if (old) root.children[root.children.indexOf(old)] = sheets;
  else insertInOrder(root, sheets, WORKBOOK_ORDER);

  const oldNames = childOf(root, "definedNames");
  if (oldNames) removeChild(root, oldNames);
  const names = namesElement(book.names, (sheet) => tabs.indexOf(sheet));
  if (names) insertInOrder(root, names, WORKBOOK_ORDER);

  const views = ensureChild(root, "bookViews", WORKBOOK_ORDER);
  setAttributes(ensureChild(views, "workbookView", []), { activeTab: tabs.findIndex((tab) => "id" in tab && tab.id === book.activeId) });
  const calculation = ensureChild(root, "calcPr", WORKBOOK_ORDER);
  const mode = { Automatic: undefined, AutomaticExceptTables: "autoNoTable", Manual: "manual" }[book.calculation.mode];
  // What we calculated, Excel calculates again when it opens the file.
  setAttributes(calculation, { calcMode: mode, ...(book.revision > 0 ? { fullCalcOnLoad: 1 } : {}) });
  return root;
}

/** Worksheets in their order, each followed by the other tabs that stood behind it. */
function tabsOf(book: Book): (Sheet | { readonly element: XmlElement })[] {
  const behind = (sheet: Sheet | null): { readonly element: XmlElement }[] =>
    book.otherTabs.filter((tab) => (tab.after && book.sheets.includes(tab.after) ? tab.after : null) === sheet);
  return [...behind(null), ...book.sheets.flatMap((sheet) => [sheet, ...behind(sheet)])];
}

function sheetEntry(sheet: Sheet, old: XmlElement | undefined): XmlElement {
  const { book } = sheet;
  const relation = book.part.relations.find((candidate) => !candidate.external && candidate.target === sheet.part.path);
  const entry = old ?? element("sheet", { name: sheet.name, sheetId: sheet.fileId, "r:id": relation?.id });
  const state = { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" }[sheet.visibility];
  setAttributes(entry, { name: sheet.name, state });
  return entry;
}
