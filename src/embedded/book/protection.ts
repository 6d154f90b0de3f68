/** Protection of sheets and of the workbook's structure. */

import type { CellRange } from "../../workbook/address";
import { parseRange, contains } from "../../workbook/address";
import { announce } from "./changes";
import { WORKBOOK_ORDER, WORKSHEET_ORDER } from "./file/order";
import type { Book, Sheet } from "./model";
import { editXml, xmlOf } from "./package/package";
import { childOf, childrenOf, ensureChild, flag, removeChild, setAttributes } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { passwordFits, passwordHash } from "./passwords";
import { refuse } from "./refusal";
import { columnStyle } from "./store";
import { lookOf } from "./styles/look";

/** What stays allowed on a protected sheet; the names and defaults of Excel.WorksheetProtectionOptions. */
export interface ProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectionMode: "Normal" | "Unlocked" | "None";
}

type Allowance = Exclude<keyof ProtectionOptions, "selectionMode">;

/** The file says what is locked; these are locked unless it says "0", the last two are free unless it says "1". */
const ATTRIBUTES: Readonly<Record<Allowance, string>> = {
  allowAutoFilter: "autoFilter", allowDeleteColumns: "deleteColumns", allowDeleteRows: "deleteRows", allowFormatCells: "formatCells", allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows", allowInsertColumns: "insertColumns", allowInsertHyperlinks: "insertHyperlinks", allowInsertRows: "insertRows", allowPivotTables: "pivotTables", allowSort: "sort",
  allowEditObjects: "objects", allowEditScenarios: "scenarios",
};
const FREE_BY_DEFAULT: ReadonlySet<string> = new Set(["objects", "scenarios"]);
const ALLOWANCES = Object.keys(ATTRIBUTES) as Allowance[];

function protectionOf(sheet: Sheet): XmlElement | undefined {
  return childOf(xmlOf(sheet.part), "sheetProtection");
}

/** What would be allowed if the sheet were protected by default, or is allowed because it was protected so. */
export function protectionOptions(sheet: Sheet): ProtectionOptions {
  const found = sheet.protected ? protectionOf(sheet) : undefined;
  const allows = (option: Allowance): boolean => found !== undefined && !flag(found, ATTRIBUTES[option], !FREE_BY_DEFAULT.has(ATTRIBUTES[option]));
  const selectionMode = flag(found, "selectUnlockedCells") ? "None" : flag(found, "selectLockedCells") ? "Unlocked" : "Normal";
  return { ...(Object.fromEntries(ALLOWANCES.map((option) => [option, allows(option)])) as Record<Allowance, boolean>), selectionMode };
}

/** @throws HostRefusal AccessDenied if it is protected already */
export function protectSheet(sheet: Sheet, options: Partial<ProtectionOptions> = {}, password?: string): void {
  if (sheet.protected) refuse("AccessDenied", "The sheet is protected already.");
  const root = editXml(sheet.part);
  const old = childOf(root, "sheetProtection");
  if (old) removeChild(root, old);
  const protection = ensureChild(root, "sheetProtection", WORKSHEET_ORDER);
  setAttributes(protection, { password: password ? passwordHash(password) : undefined, sheet: 1 });
  for (const option of ALLOWANCES) {
    const attribute = ATTRIBUTES[option];
    const isLocked = options[option] !== true;
    if (isLocked === FREE_BY_DEFAULT.has(attribute)) setAttributes(protection, { [attribute]: isLocked });
  }
  const mode = options.selectionMode ?? "Normal";
  setAttributes(protection, { selectLockedCells: mode === "Normal" ? undefined : 1, selectUnlockedCells: mode === "None" ? 1 : undefined });
  sheet.protected = true;
  announce(sheet.book, { kind: "sheet-protection", sheetId: sheet.id });
}

/** @throws HostRefusal AccessDenied if the password is not the one it was protected with */
export function unprotectSheet(sheet: Sheet, password?: string): void {
  if (!sheet.protected) return;
  const root = editXml(sheet.part);
  const protection = childOf(root, "sheetProtection");
  if (protection) {
    if (!passwordFits(protection, password)) refuse("AccessDenied", "The password is incorrect.");
    removeChild(root, protection);
  }
  sheet.protected = false;
  announce(sheet.book, { kind: "sheet-protection", sheetId: sheet.id });
}

/** @throws HostRefusal AccessDenied when a locked cell of a protected sheet is in the range */
export function checkWritable(sheet: Sheet, range: CellRange): void {
  if (sheet.protected && hasLockedCell(sheet, range)) {
    refuse("AccessDenied", "You do not have the required permissions to access, change, or delete the cell: the sheet is protected.");
  }
}

function hasLockedCell(sheet: Sheet, range: CellRange): boolean {
  const open = openRanges(sheet);
  const locks: boolean[] = [];
  const isLocked = (style: number): boolean => (locks[style] ??= lookOf(sheet.book.styles, style).locked);
  for (let row = range.top; row <= range.bottom; row++) {
    const line = sheet.rows.get(row);
    for (let column = range.left; column <= range.right; column++) {
      const style = line?.cells[column]?.style ?? line?.style ?? columnStyle(sheet, column);
      if (isLocked(style) && !open.some((area) => contains(area, row, column))) return true;
    }
  }
  return false;
}

/** Ranges that users may edit without a password ("Allow Edit Ranges"). */
function openRanges(sheet: Sheet): CellRange[] {
  const list = childOf(xmlOf(sheet.part), "protectedRanges");
  if (!list) return [];
  return childrenOf(list)
    .filter(({ attributes }) => attributes["password"] === undefined && attributes["hashValue"] === undefined && attributes["securityDescriptor"] === undefined)
    .flatMap(({ attributes }) => (attributes["sqref"] ?? "").split(" ").flatMap((ref) => parseRange(ref) ?? []));
}

/** @throws HostRefusal AccessDenied when the sheet is protected and does not allow it */
export function checkAllowed(sheet: Sheet, option: Allowance): void {
  if (sheet.protected && !protectionOptions(sheet)[option]) refuse("AccessDenied", "The sheet is protected and does not allow this.");
}

export function isBookProtected(book: Book): boolean {
  return flag(childOf(xmlOf(book.part), "workbookProtection"), "lockStructure");
}

export function protectBook(book: Book, password?: string): void {
  if (isBookProtected(book)) refuse("AccessDenied", "The workbook is protected already.");
  const protection = ensureChild(editXml(book.part), "workbookProtection", WORKBOOK_ORDER);
  setAttributes(protection, { workbookPassword: password ? passwordHash(password) : undefined, lockStructure: 1 });
  announce(book, { kind: "book-protection" });
}

export function unprotectBook(book: Book, password?: string): void {
  const root = editXml(book.part);
  const protection = childOf(root, "workbookProtection");
  if (!protection) return;
  if (!passwordFits(protection, password)) refuse("AccessDenied", "The password is incorrect.");
  removeChild(root, protection);
  announce(book, { kind: "book-protection" });
}

/** @throws HostRefusal AccessDenied when the workbook's structure is protected */
export function checkStructure(book: Book): void {
  if (isBookProtected(book)) refuse("AccessDenied", "The workbook's structure is protected.");
}
