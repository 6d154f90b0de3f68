/** The workbook behind the embedded Excel: what it is, how a new one begins, and its sheets. */

import { readBook } from "./file/read-book";
import { officeTheme } from "./file/theme";
import { addPart, emptyPackage, relate } from "./package/package";
import { element, MAIN, parseElement, RELATIONS } from "./package/xml";
import { refuse } from "./refusal";
import type { Book, Sheet } from "./model";

export type { Book, Sheet } from "./model";
export { HostRefusal, refuse } from "./refusal";
export type { HostErrorCode } from "./refusal";
export { announce, asRemote, onChange } from "./changes";
export type { CellBefore, CellChangeKind, Change, ChangeDetail, ChangeSource, SheetVisibility } from "./changes";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A new workbook with these empty sheets; the first is active. */
export function createBook(sheetNames: readonly string[] = ["Sheet1"]): Book {
  const pack = emptyPackage();
  const root = element("workbook", { xmlns: MAIN, "xmlns:r": RELATIONS });
  const part = addPart(pack, "xl/workbook.xml", `${TYPE}.sheet.main+xml`, root);
  relate(pack, "officeDocument", part.path);
  const theme = addPart(pack, "xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", parseElement(officeTheme()));
  relate(part, "theme", theme.path);
  const tabs = sheetNames.map((name, index) => {
    const sheet = addPart(pack, `xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`, element("worksheet"));
    sheet.bytes = new TextEncoder().encode(EMPTY_SHEET);
    return element("sheet", { name, sheetId: index + 1, "r:id": relate(part, "worksheet", sheet.path) });
  });
  root.children.push(element("sheets", {}, tabs));
  return readBook(pack, part);
}

/** The part of a sheet without anything in it. */
export const EMPTY_SHEET = `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

/** @throws HostRefusal ItemNotFound */
export function sheetById(book: Book, id: string): Sheet {
  return book.sheets.find((sheet) => sheet.id === id) ?? refuse("ItemNotFound", `There is no sheet ${id}.`);
}

/** By name in any case, or by id. */
export function findSheet(book: Book, nameOrId: string): Sheet | null {
  const wanted = nameOrId.toLowerCase();
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted || sheet.id.toLowerCase() === wanted) ?? null;
}
