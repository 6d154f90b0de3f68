/** From a package to a workbook. */

import type { SheetVisibility } from "../changes";
import { cellsChanged, newCalculation } from "../formula/dependencies";
import { byteSwapped, readTablePart } from "./table-part";
import { readNames } from "./names-part";
import { readSheetPart } from "./sheet-part";
import { readSharedStrings } from "./strings";
import { isOfType, partOfRelation, relatedParts, relationId, xmlOf, addPart, relate, removeRelation } from "../package/package";
import type { Package, Part } from "../package/package";
import { childOf, childrenOf, element, flag, numberAttribute } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { newStylesheet, readStylesheet } from "../styles/stylesheet";
import type { Book, OtherTab, RichText, Sheet } from "../model";
import { WHOLE_SHEET } from "../../../workbook/address";

const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The workbook's part, or null when the package holds something else (a document, a binary workbook). */
export function workbookPart(pack: Package): Part | null {
  const [part] = relatedParts(pack, pack, "officeDocument");
  return part && /spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/.test(part.contentType) && !part.contentType.includes("binary") ? part : null;
}

/** A template is opened as Excel does: as a new workbook of the same kind, with macros or without. */
function leaveTemplate(part: Part): void {
  part.contentType = part.contentType.replace(".template.macroEnabled", ".sheet.macroEnabled").replace("spreadsheetml.template", "spreadsheetml.sheet");
}

/** @throws when a part cannot be read */
export function readBook(pack: Package, part: Part): Book {
  leaveTemplate(part);
  const root = xmlOf(part);
  const [theme] = relatedParts(pack, part, "theme");
  const properties = childOf(root, "workbookPr");
  const book: Book = {
    sheets: [], otherTabs: [], revision: 0, source: "local", listeners: new Set(), fileName: "", activeId: "", lastFileId: 0, names: [],
    date1904: flag(properties, "date1904"),
    pack, part,
    styles: readStylesheet(xmlOf(stylesPart(pack, part)), theme && xmlOf(theme)),
    calculation: newCalculation(),
  };
  const [strings] = relatedParts(pack, part, "sharedStrings");
  const shared = strings ? readSharedStrings(xmlOf(strings)) : [];
  if (strings) strings.root = null;
  const tabs = readTabs(book, root, shared);
  book.names.push(...readNames(root, tabs));
  book.lastFileId = Math.max(0, ...childrenOf(childOf(root, "sheets") ?? root).map((entry) => numberAttribute(entry, "sheetId", 0)));
  book.activeId = activeTab(root, tabs) ?? book.sheets[0]?.id ?? "";
  const calculation = childOf(root, "calcPr");
  if (calculation?.attributes["calcMode"] === "manual") book.calculation.mode = "Manual";
  if (calculation?.attributes["calcMode"] === "autoNoTable") book.calculation.mode = "AutomaticExceptTables";
  if (flag(calculation, "fullCalcOnLoad")) book.calculation.everything = true;
  // Excel makes the chain of calculation anew; a stale one would call the file damaged.
  for (const relation of part.relations.filter((candidate) => isOfType(candidate, "calcChain"))) removeRelation(pack, part, relation.id);
  return book;
}

function stylesPart(pack: Package, workbook: Part): Part {
  const [existing] = relatedParts(pack, workbook, "styles");
  if (existing) return existing;
  const made = addPart(pack, "xl/styles.xml", STYLES_TYPE, newStylesheet());
  relate(workbook, "styles", made.path);
  return made;
}

/** Reads the sheets. @returns the tabs in order, null for those that are no worksheets */
function readTabs(book: Book, root: XmlElement, strings: readonly (string | RichText)[]): (Sheet | null)[] {
  const list = childOf(root, "sheets") ?? element("sheets");
  return childrenOf(list).map((entry) => {
    const part = partOfRelation(book.pack, book.part, relationId(entry));
    if (!part || !part.contentType.endsWith("worksheet+xml")) {
      const other: OtherTab = { element: entry, after: book.sheets.at(-1) ?? null };
      book.otherTabs.push(other);
      return null;
    }
    const sheet = readSheet(book, part, entry, strings);
    book.sheets.push(sheet);
    return sheet;
  });
}

const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = { hidden: "Hidden", veryHidden: "VeryHidden" };

function readSheet(book: Book, part: Part, entry: XmlElement, strings: readonly (string | RichText)[]): Sheet {
  const read = readSheetPart(part, strings, book.date1904);
  const fileId = numberAttribute(entry, "sheetId", book.sheets.length + 1);
  const sheet: Sheet = {
    book, part, fileId,
    id: sheetId(fileId),
    name: entry.attributes["name"] ?? "",
    visibility: VISIBILITIES[entry.attributes["state"] ?? ""] ?? "Visible",
    protected: flag(part.root ? childOf(part.root, "sheetProtection") : undefined, "sheet"),
    rows: read.rows, columns: read.columns, columnsRead: read.columns, merges: read.merges, arrays: read.arrays, tables: [],
  };
  for (const tablePart of relatedParts(book.pack, part, "table")) {
    const table = readTablePart(sheet, tablePart);
    if (table) sheet.tables.push(table);
  }
  if (read.needsCalculation) cellsChanged(sheet, WHOLE_SHEET);
  return sheet;
}

export function sheetId(fileId: number): string {
  return `{00000000-0001-0000-${byteSwapped(fileId - 1)}-000000000000}`;
}

function activeTab(root: XmlElement, tabs: readonly (Sheet | null)[]): string | null {
  const view = childOf(childOf(root, "bookViews") ?? element("bookViews"), "workbookView");
  const wanted = tabs[numberAttribute(view, "activeTab", 0)];
  return (wanted?.visibility === "Visible" ? wanted : tabs.find((tab) => tab?.visibility === "Visible"))?.id ?? null;
}
