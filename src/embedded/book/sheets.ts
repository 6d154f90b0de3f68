/** The sheets of a workbook: adding, deleting, naming, moving, showing. */

import { announce } from "./changes";
import type { SheetVisibility } from "./changes";
import { EMPTY_SHEET } from "./book";
import { WORKSHEET_ORDER } from "./file/order";
import { sheetId } from "./file/read-book";
import { readSheetPart } from "./file/sheet-part";
import { recalculateAll } from "./formula/dependencies";
import { loseSheet, renameInFormulas } from "./formula/follow";
import type { Book, Sheet } from "./model";
import { addPart, editXml, freePath, relate, removeRelation, xmlOf } from "./package/package";
import { childOf, element, ensureChild } from "./package/xml";
import { checkStructure } from "./protection";
import { refuse } from "./refusal";
import { colorElement, parseColor, resolveColor } from "./styles/colors";
import { activate } from "./view";


const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const PROPERTIES_ORDER = ["tabColor", "outlinePr", "pageSetUpPr"];
const LONGEST_NAME = 31;

/** At the end, or at `position`. Without a name Excel's next free "SheetN". The active sheet stays. */
export function addSheet(book: Book, name?: string, position = book.sheets.length): Sheet {
  checkStructure(book);
  if (name !== undefined) checkName(book, name);
  const sheet = makeSheet(book, name ?? freeName(book));
  book.sheets.splice(Math.min(position, book.sheets.length), 0, sheet);
  announce(book, { kind: "sheet-added", sheetId: sheet.id });
  return sheet;
}

/** A sheet with a part of its own, not yet among the workbook's. */
export function makeSheet(book: Book, name: string, xml = EMPTY_SHEET): Sheet {
  const fileId = ++book.lastFileId;
  const part = addPart(book.pack, freePath(book.pack, "xl/worksheets/sheet", ".xml"), WORKSHEET_TYPE, element("worksheet"));
  part.bytes = new TextEncoder().encode(xml);
  relate(book.part, "worksheet", part.path);
  const read = readSheetPart(part, [], book.date1904);
  return { book, part, fileId, id: sheetId(fileId), name, visibility: "Visible", protected: false, rows: read.rows, columns: read.columns, columnsRead: read.columns, merges: read.merges, arrays: read.arrays, tables: [] };
}

function freeName(book: Book): string {
  const taken = new Set(book.sheets.map((sheet) => sheet.name.toLowerCase()));
  for (let n = book.sheets.length + 1; ; n++) if (!taken.has(`sheet${n}`)) return `Sheet${n}`;
}

/** @throws HostRefusal InvalidOperation for the last visible sheet, AccessDenied when the structure is protected */
export function deleteSheet(sheet: Sheet): void {
  const { book } = sheet;
  checkStructure(book);
  checkNotLastVisible(sheet);
  const at = positionOf(sheet);
  if (book.activeId === sheet.id) activate(nextVisible(book, at));
  book.sheets.splice(at, 1);
  loseSheet(sheet);
  const relation = book.part.relations.find((candidate) => candidate.target === sheet.part.path);
  if (relation) removeRelation(book.pack, book.part, relation.id);
  book.names.splice(0, book.names.length, ...book.names.filter((defined) => defined.sheet !== sheet));
  recalculateAll(book);
  announce(book, { kind: "sheet-deleted", sheetId: sheet.id });
}

function checkNotLastVisible(sheet: Sheet): void {
  const others = sheet.book.sheets.filter((other) => other !== sheet && other.visibility === "Visible");
  if (sheet.visibility === "Visible" && others.length === 0) refuse("InvalidOperation", "A workbook must contain at least one visible worksheet.");
}

/** Excel goes to the sheet behind, else to the one before. */
function nextVisible(book: Book, at: number): Sheet {
  const isOpen = (sheet: Sheet): boolean => sheet.visibility === "Visible";
  return book.sheets.slice(at + 1).find(isOpen) ?? book.sheets.slice(0, at).findLast(isOpen) ?? refuse("InvalidOperation", "A workbook must contain at least one visible worksheet.");
}

/** Formulas everywhere follow. @throws HostRefusal InvalidArgument for a name Excel refuses, ItemAlreadyExists */
export function renameSheet(sheet: Sheet, name: string): void {
  const { book } = sheet;
  if (name === sheet.name) return;
  checkStructure(book);
  checkName(book, name, sheet);
  const from = sheet.name;
  sheet.name = name;
  renameInFormulas(book, from, name);
  announce(book, { kind: "sheet-renamed", sheetId: sheet.id, from, to: name });
}

export function moveSheet(sheet: Sheet, position: number): void {
  const { book } = sheet;
  checkStructure(book);
  const from = positionOf(sheet);
  const to = Math.max(0, Math.min(position, book.sheets.length - 1));
  if (from === to) return;
  book.sheets.splice(from, 1);
  book.sheets.splice(to, 0, sheet);
  announce(book, { kind: "sheet-moved", sheetId: sheet.id, from, to });
}

/** @throws HostRefusal when it would hide the last visible sheet */
export function setVisibility(sheet: Sheet, visibility: SheetVisibility): void {
  const { book, visibility: from } = sheet;
  if (from === visibility) return;
  checkStructure(book);
  if (visibility !== "Visible") {
    checkNotLastVisible(sheet);
    if (book.activeId === sheet.id) activate(nextVisible(book, positionOf(sheet)));
  }
  sheet.visibility = visibility;
  announce(book, { kind: "sheet-visibility", sheetId: sheet.id, from, to: visibility });
}

/** "" or "#RRGGBB". */
export function tabColor(sheet: Sheet): string {
  const properties = childOf(xmlOf(sheet.part), "sheetPr");
  return resolveColor(properties && childOf(properties, "tabColor"), sheet.book.styles.palette, "");
}

export function setTabColor(sheet: Sheet, color: string): void {
  const properties = ensureChild(editXml(sheet.part), "sheetPr", WORKSHEET_ORDER);
  const wanted = color === "" ? "" : (parseColor(color) ?? refuse("InvalidArgument", `${color} is no colour.`));
  const mark = ensureChild(properties, "tabColor", PROPERTIES_ORDER);
  if (wanted === "") properties.children = properties.children.filter((child) => child !== mark);
  else mark.attributes = colorElement("tabColor", wanted).attributes;
  announce(sheet.book, { kind: "view", sheetId: sheet.id });
}

/** Why Excel would refuse the name for a sheet of this book; null if it would not. */
export function nameProblem(book: Book, name: string, except?: Sheet): string | null {
  if (name.trim() === "") return "A sheet's name is not blank.";
  if (name.length > LONGEST_NAME) return `A sheet's name has at most ${LONGEST_NAME} characters.`;
  if (/[:\\/?*[\]]/.test(name)) return "A sheet's name contains none of : \\ / ? * [ ].";
  if (name.startsWith("'") || name.endsWith("'")) return "A sheet's name does not begin or end with an apostrophe.";
  if (name.toLowerCase() === "history") return "Excel keeps the name History for itself.";
  return isTaken(book, name, except) ? "There is a sheet of that name." : null;
}

function isTaken(book: Book, name: string, except?: Sheet): boolean {
  const wanted = name.toLowerCase();
  return book.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === wanted)
    || book.otherTabs.some((tab) => (tab.element.attributes["name"] ?? "").toLowerCase() === wanted);
}

function checkName(book: Book, name: string, except?: Sheet): void {
  const problem = nameProblem(book, name, except);
  if (problem !== null) refuse(isTaken(book, name, except) ? "ItemAlreadyExists" : "InvalidArgument", problem);
}

export function positionOf(sheet: Sheet): number {
  return sheet.book.sheets.indexOf(sheet);
}
