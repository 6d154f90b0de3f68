/** Whole sheets of ours in a file's workbook (`workbook/sheet-layout`). */

import { columnCount, enclosing, LAST_COLUMN, rowCount, type CellRange } from "../workbook/address";
import type { BorderLook, WriteSheet } from "../workbook/edits";
import type { Before } from "../workbook/inverse";
import type { Problem } from "../workbook/problem";
import { contentsOf, createStylePool, outlineGroups, sameContents, SIDES, styleAreas, type CellStyle, type LayoutCell, type PageSetup, type SheetContents, type SheetLayout, type SheetPlace, type Side, type Untold } from "../workbook/sheet-layout";
import { findSheet, type Book, type Sheet } from "../embedded/book/book";
import { contentAt, usedRange } from "../embedded/book/cells";
import { putContents } from "../embedded/book/entering";
import { lookAt, setLook } from "../embedded/book/formats";
import { clear } from "../embedded/book/clearing";
import { readCellLines, setBorder, type Edge } from "../embedded/book/borders";
import type { Line, Look } from "../embedded/book/styles/words";
import { hyperlinkFinder, setHyperlink, type Hyperlink } from "../embedded/book/hyperlinks";
import { mergeApart, mergesOf, unmerge } from "../embedded/book/merges";
import { groupEach, rowOutline, ungroupRows } from "../embedded/book/outline";
import { pageBreaks, pageLayout, printArea, printTitles, setPageBreaks, setPageLayout, setPrintArea, setPrintTitles, type PageLayout } from "../embedded/book/page-layout";
import { isBookProtected } from "../embedded/book/protection";
import { addSheet, deleteSheet, renameSheet } from "../embedded/book/sheets";
import { columnWidth, rowHeight, setColumnWidth, setRowHeight, standardHeight } from "../embedded/book/sizes";
import { freezePanes, frozenPanes } from "../embedded/book/view";
import { parsePlace, placeReference } from "../workbook/sheet-place";
import { putCharts, removeCharts } from "./charts";

/** Why the workbook takes no such sheet. */
export function sheetRefusal(book: Book, { name, layout }: WriteSheet): Problem | null {
  const sheet = findSheet(book, name);
  const changesTabs = (sheet === null) !== (layout === null) || (layout !== null && sheet !== null && layout.name !== sheet.name);
  if (changesTabs && isBookProtected(book)) return { code: "workbook-protected" };
  return sheet !== null && sheet.protected ? { code: "sheet-protected", values: { sheet: name } } : null;
}

export function sheetBefore(book: Book, edit: WriteSheet): Extract<Before, { kind: "sheet" }> {
  const sheet = findSheet(book, edit.name);
  if (sheet === null) return { kind: "sheet", contents: null, layout: null };
  const contents = contentsOfBookSheet(sheet);
  return { kind: "sheet", contents, layout: isInPlace(sheet.name, contents, edit) ? null : readLayout(sheet, edit.untold) };
}

/** The sheet already contains what it is to: its looks are left as people may have changed them. */
export function isInPlace(name: string, contents: SheetContents | null, { layout }: WriteSheet): boolean {
  return contents !== null && layout !== null && layout.name === name && sameContents(contents, contentsOf(layout), "content");
}

/** Makes and renames sheets before any is written: formulas of one may name another. */
export function prepareTabs(book: Book, edits: readonly WriteSheet[]): void {
  for (const { name, layout } of edits) {
    if (layout === null) continue;
    const sheet = findSheet(book, name);
    if (sheet === null) addSheet(book, layout.name);
    else renameSheet(sheet, layout.name);
  }
}

/** After `prepareTabs`. */
export function applySheet(book: Book, { name, layout, untold }: WriteSheet, before: Before): void {
  const sheet = findSheet(book, layout?.name ?? name);
  if (sheet === null || before.kind !== "sheet") return;
  if (layout === null) {
    deleteSheet(sheet);
    return;
  }
  if (before.contents !== null && before.layout === null) return;
  clearSheet(sheet, layout);
  removeCharts(sheet, untold.charts);
  writeLayout(sheet, layout);
}

function contentsOfBookSheet(sheet: Sheet): SheetContents {
  const used = usedRange(sheet, true);
  if (used === null) return [];
  return grid({ ...used, top: 0, left: 0 }, (row, column) => contentAt(sheet, row, column));
}

function grid<T>({ bottom, right }: CellRange, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom + 1 }, (_, row) => Array.from({ length: right + 1 }, (__, column) => read(row, column)));
}

function clearSheet(sheet: Sheet, { rows }: SheetLayout): void {
  const used = usedRange(sheet, false);
  if (used === null) return;
  unmerge(sheet, used);
  clear(sheet, used, "All");
  for (const group of outlineGroups(Array.from({ length: used.bottom + 1 }, (_, row) => rowOutline(sheet, row))).reverse()) ungroupRows(sheet, group);
  if (used.bottom >= rows.length) setRowHeight(sheet, { ...used, top: rows.length }, standardHeight(sheet));
}

/** On a sheet without anything in it. */
export function writeLayout(sheet: Sheet, layout: SheetLayout): void {
  const { rows, widths, styles, merges, frozenRows, page } = layout;
  const whole: CellRange = { top: 0, left: 0, bottom: rows.length - 1, right: widths.length - 1 };
  rows.forEach(({ cells }, row) => cells.forEach(({ link }, column) => {
    if (link !== null) setHyperlink(sheet, { top: row, left: column, bottom: row, right: column }, { documentReference: placeReference(link) });
  }));
  styleAreas(layout).forEach((areas, number) => {
    const style = styles[number];
    if (style !== undefined) for (const area of areas) setStyle(sheet, area, style);
  });
  if (rows.length > 0 && widths.length > 0) putContents(sheet, whole, contentsOf(layout));
  mergeApart(sheet, merges);
  widths.forEach((width, column) => setColumnWidth(sheet, { ...whole, left: column, right: column }, width));
  rows.forEach(({ height }, row) => {
    if (height !== null) setRowHeight(sheet, { ...whole, top: row, bottom: row }, height);
  });
  groupEach(sheet, outlineGroups(rows.map(({ outline }) => outline)));
  freezePanes(sheet, frozenRows, 0);
  setPage(sheet, page);
  putCharts(sheet, layout.charts);
}

const EDGE_OF: Readonly<Record<Side, Edge>> = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" };

function setStyle(sheet: Sheet, area: CellRange, style: CellStyle): void {
  setLook(sheet, area, {
    numberFormat: style.numberFormat,
    horizontalAlignment: style.horizontalAlignment as Look["horizontalAlignment"],
    verticalAlignment: style.verticalAlignment as Look["verticalAlignment"],
    wrapText: style.wrapText,
    indentLevel: style.indent,
    ...(style.fill === null ? {} : { fillColor: style.fill }),
    ...(style.font.name === null ? {} : { fontName: style.font.name }),
    fontSize: style.font.size,
    bold: style.font.bold,
    italic: style.font.italic,
    underline: style.font.underline as Look["underline"],
    fontColor: style.font.color,
  });
  for (const side of SIDES) drawLine(sheet, area, EDGE_OF[side], style.lines[side]);
  if (rowCount(area) > 1) drawLine(sheet, area, "InsideHorizontal", style.lines.bottom ?? style.lines.top);
  if (columnCount(area) > 1) drawLine(sheet, area, "InsideVertical", style.lines.right ?? style.lines.left);
}

/** No line is not drawn: it would take that of a neighbour. */
function drawLine(sheet: Sheet, area: CellRange, edge: Edge, line: BorderLook | null): void {
  if (line !== null) setBorder(sheet, area, edge, line as Line);
}

function readLayout(sheet: Sheet, untold: Untold): SheetLayout {
  const used = usedRange(sheet, false) ?? { top: 0, left: 0, bottom: -1, right: -1 };
  const merges = mergesOf(sheet);
  const { bottom, right } = merges.reduce(enclosing, used);
  const whole: CellRange = { top: 0, left: 0, bottom, right };
  const pool = createStylePool();
  const lines = bottom < 0 ? [] : readCellLines(sheet, whole);
  const linkAt = hyperlinkFinder(sheet, whole);
  const cells = grid(whole, (row, column): LayoutCell => ({
    content: contentAt(sheet, row, column),
    style: pool.numberOf(styleOf(lookAt(sheet, row, column), (side) => lines[row]?.[column]?.[side])),
    figure: null,
    link: placeOf(linkAt(row, column)),
  }));
  return {
    name: sheet.name,
    widths: Array.from({ length: right + 1 }, (_, column) => columnWidth(sheet, column)),
    rows: cells.map((line, row) => ({ height: rowHeight(sheet, row), outline: rowOutline(sheet, row), cells: line })),
    styles: pool.styles,
    merges,
    frozenRows: frozenPanes(sheet).rows,
    page: pageOf(sheet),
    charts: untold.charts,
  };
}

function styleOf(look: Look, line: (side: Side) => Line | undefined): CellStyle {
  const lineOf = (side: Side): BorderLook | null => {
    const here = line(side);
    return here === undefined || here.style === "None" ? null : { style: here.style, weight: here.weight, color: here.color };
  };
  return {
    numberFormat: look.numberFormat,
    horizontalAlignment: look.horizontalAlignment,
    verticalAlignment: look.verticalAlignment,
    wrapText: look.wrapText,
    indent: look.indentLevel,
    fill: look.fillPattern === "None" ? null : look.fillColor,
    font: { name: look.fontName, size: look.fontSize, bold: look.bold, italic: look.italic, underline: look.underline, color: look.fontColor },
    lines: { top: lineOf("top"), bottom: lineOf("bottom"), left: lineOf("left"), right: lineOf("right") },
  };
}

function placeOf(link: Hyperlink | null): SheetPlace | null {
  const reference = link?.documentReference;
  return reference === undefined ? null : parsePlace(reference);
}

function setPage(sheet: Sheet, { orientation, paper, fitsWidth, titleRows, area, breaks, footer, margins }: PageSetup): void {
  setPageLayout(sheet, {
    orientation,
    paperSize: paper,
    zoom: fitsWidth ? { horizontalFitToPages: 1 } : { scale: 100 },
    centerHorizontally: true,
    leftMargin: margins.left, rightMargin: margins.right, topMargin: margins.top, bottomMargin: margins.bottom,
    headers: { centerFooter: footer },
  });
  setPrintTitles(sheet, { rows: titleRows === null ? null : { top: titleRows.top, bottom: titleRows.bottom, left: 0, right: LAST_COLUMN } });
  setPrintArea(sheet, area === null ? [] : [area]);
  setPageBreaks(sheet, { rows: breaks, columns: pageBreaks(sheet).columns });
}

function pageOf(sheet: Sheet): PageSetup {
  const layout: PageLayout = pageLayout(sheet);
  const { rows } = printTitles(sheet);
  return {
    orientation: layout.orientation,
    paper: layout.paperSize,
    fitsWidth: layout.zoom.horizontalFitToPages === 1,
    titleRows: rows === null ? null : { top: rows.top, bottom: rows.bottom },
    area: printArea(sheet)[0] ?? null,
    breaks: pageBreaks(sheet).rows,
    footer: layout.headers.centerFooter,
    margins: { left: layout.leftMargin, right: layout.rightMargin, top: layout.topMargin, bottom: layout.bottomMargin },
  };
}
