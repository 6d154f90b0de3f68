/** How sheets are looked at: which is active, what is selected, frozen panes, grid lines, zoom. */

import { contains, formatRange, parseRange, rangeOfCell } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { WORKSHEET_ORDER } from "./file/order";
import type { Book, Sheet } from "./model";
import { editXml } from "./package/package";
import { childrenOf, element, ensureChild, flag, insertInOrder, numberAttribute, removeChild, setAttributes } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { refuse } from "./refusal";

const VIEW_ORDER = ["pane", "selection", "pivotSelection", "extLst"];

function viewOf(sheet: Sheet): XmlElement {
  const views = ensureChild(editXml(sheet.part), "sheetViews", WORKSHEET_ORDER);
  const [first] = childrenOf(views, "sheetView");
  if (first) return first;
  const made = element("sheetView", { workbookViewId: 0 });
  views.children.push(made);
  return made;
}

export function activeSheet(book: Book): Sheet {
  return book.sheets.find((sheet) => sheet.id === book.activeId) ?? book.sheets[0] ?? refuse("ItemNotFound", "The workbook has no sheet.");
}

/** @throws HostRefusal when the sheet is hidden */
export function activate(sheet: Sheet): void {
  const { book } = sheet;
  if (book.activeId === sheet.id) return;
  if (sheet.visibility !== "Visible") refuse("InvalidOperation", "A hidden sheet can't be activated.");
  const before = book.activeId;
  book.activeId = sheet.id;
  for (const other of book.sheets) setAttributes(viewOf(other), { tabSelected: other === sheet ? 1 : undefined });
  if (book.sheets.some((other) => other.id === before)) announce(book, { kind: "sheet-deactivated", sheetId: before });
  announce(book, { kind: "sheet-activated", sheetId: sheet.id });
}

/** The selected ranges of a sheet; the active cell lies in one of them. */
export function selectionOf(sheet: Sheet): { readonly ranges: readonly CellRange[]; readonly active: { row: number; column: number } } {
  const view = viewOf(sheet);
  const entry = selectionIn(view) ?? childrenOf(view, "selection")[0];
  const ranges = (entry?.attributes["sqref"] ?? "A1").split(" ").flatMap((ref) => parseRange(ref) ?? []);
  const active = parseRange(entry?.attributes["activeCell"] ?? "A1");
  const [first = rangeOfCell(0, 0)] = ranges;
  const isInside = active !== null && ranges.some((range) => contains(range, active.top, active.left));
  return { ranges: ranges.length > 0 ? ranges : [first], active: isInside ? { row: active.top, column: active.left } : { row: first.top, column: first.left } };
}

/** What is selected in the active pane. Where there are no panes, some programs name the one there is, and some do not. */
function selectionIn(view: XmlElement): XmlElement | undefined {
  const pane = childrenOf(view, "pane")[0]?.attributes["activePane"] ?? "topLeft";
  return childrenOf(view, "selection").find((candidate) => (candidate.attributes["pane"] ?? "topLeft") === pane);
}

/** Selects, and activates the sheet. The first range's top-left becomes the active cell unless another of its cells is given. */
export function select(sheet: Sheet, ranges: readonly CellRange[], active?: { readonly row: number; readonly column: number }): void {
  const [first] = ranges;
  if (!first) refuse("InvalidArgument", "Nothing is selected.");
  activate(sheet);
  const view = viewOf(sheet);
  const cell = active ?? { row: first.top, column: first.left };
  const attributes = { activeCell: formatRange(rangeOfCell(cell.row, cell.column)), sqref: ranges.map(formatRange).join(" ") };
  const entry = selectionIn(view);
  if (entry) setAttributes(entry, attributes);
  else insertInOrder(view, element("selection", { pane: childrenOf(view, "pane")[0]?.attributes["activePane"], ...attributes }), VIEW_ORDER);
  announce(sheet.book, { kind: "selection", sheetId: sheet.id, ranges });
}

/** How many rows and columns are frozen at the top and left. */
export function frozenPanes(sheet: Sheet): { readonly rows: number; readonly columns: number } {
  const [pane] = childrenOf(viewOf(sheet), "pane");
  if (!pane || !/^frozen/.test(pane.attributes["state"] ?? "")) return { rows: 0, columns: 0 };
  return { rows: numberAttribute(pane, "ySplit", 0), columns: numberAttribute(pane, "xSplit", 0) };
}

/** 0 and 0 unfreezes. */
export function freezePanes(sheet: Sheet, rows: number, columns: number): void {
  const view = viewOf(sheet);
  const { ranges, active } = selectionOf(sheet);
  for (const old of [...childrenOf(view, "pane"), ...childrenOf(view, "selection")]) removeChild(view, old);
  const pane = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : columns > 0 ? "topRight" : undefined;
  if (pane) {
    insertInOrder(view, element("pane", {
      xSplit: columns || undefined, ySplit: rows || undefined, topLeftCell: formatRange(rangeOfCell(rows, columns)), activePane: pane, state: "frozen",
    }), VIEW_ORDER);
  }
  const others = pane === "bottomRight" ? ["topRight", "bottomLeft"] : [];
  for (const name of [...others, pane]) {
    const isActive = name === pane;
    insertInOrder(view, element("selection", { pane: name, ...(isActive ? { activeCell: formatRange(rangeOfCell(active.row, active.column)), sqref: ranges.map(formatRange).join(" ") } : {}) }), VIEW_ORDER);
  }
  announce(sheet.book, { kind: "view", sheetId: sheet.id });
}

function setView(sheet: Sheet, attributes: Readonly<Record<string, number | undefined>>): void {
  setAttributes(viewOf(sheet), attributes);
  announce(sheet.book, { kind: "view", sheetId: sheet.id });
}

export function showsGridlines(sheet: Sheet): boolean {
  return flag(viewOf(sheet), "showGridLines", true);
}

export function setShowsGridlines(sheet: Sheet, shows: boolean): void {
  setView(sheet, { showGridLines: shows ? undefined : 0 });
}

export function showsHeadings(sheet: Sheet): boolean {
  return flag(viewOf(sheet), "showRowColHeaders", true);
}

export function setShowsHeadings(sheet: Sheet, shows: boolean): void {
  setView(sheet, { showRowColHeaders: shows ? undefined : 0 });
}

/** Per cent. */
export function zoom(sheet: Sheet): number {
  return numberAttribute(viewOf(sheet), "zoomScale", 100);
}

export function setZoom(sheet: Sheet, percent: number): void {
  if (!(percent >= 10 && percent <= 400)) refuse("InvalidArgument", "A zoom is between 10 and 400 per cent.");
  setView(sheet, { zoomScale: percent, zoomScaleNormal: percent });
}
