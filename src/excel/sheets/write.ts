/** Whole sheets of ours in Excel (`workbook/sheet-layout`): made, put into the place of another, taken away. */

import { columnCount, columnName, formatRange, rowCount, type CellRange } from "../../workbook/address";
import type { BorderLook, WriteSheet } from "../../workbook/edits";
import type { Before } from "../../workbook/inverse";
import { contentsOf, outlineGroups, rowRuns, SIDES, styleAreas, type CellStyle, type SheetLayout, type Side } from "../../workbook/sheet-layout";
import { placeReference } from "../../workbook/sheet-place";
import { jsonBytes, rowsPerChunk, sliceRows } from "../chunks";
import { getRange } from "../ranges";
import { contentBytes, writable } from "../write";
import { addChart, removeCharts } from "./charts";

/** Counts what is queued, and sends it before it grows too large. */
export interface Queue {
  /** About to queue so much: sends first if that would be too much. */
  room(bytes: number): Promise<void>;
}

/** What one call on an object takes at most, paths and arguments included: a link to a sheet with a long Chinese name is the longest. */
const CALL_BYTES = 1000;

/** Makes and renames sheets before any is written: formulas of one may name another. */
export async function prepareTabs(context: Excel.RequestContext, edits: readonly { readonly edit: WriteSheet; readonly before: Before }[], queue: Queue): Promise<void> {
  for (const { edit: { name, layout }, before } of edits) {
    if (layout === null || before.kind !== "sheet") continue;
    await queue.room(CALL_BYTES);
    if (before.contents === null) context.workbook.worksheets.add(layout.name);
    else if (name !== layout.name) context.workbook.worksheets.getItem(name).name = layout.name;
  }
}

/** After `prepareTabs`. */
export async function writeSheet(context: Excel.RequestContext, { name, layout, untold }: WriteSheet, before: Before, queue: Queue): Promise<void> {
  if (before.kind !== "sheet") return;
  await queue.room(CALL_BYTES);
  if (layout === null) {
    if (before.contents !== null) context.workbook.worksheets.getItem(name).delete();
    return;
  }
  if (before.contents !== null && before.layout === null) return;
  const sheet = context.workbook.worksheets.getItem(layout.name);
  if (before.layout !== null) {
    clearSheet(sheet, before.layout, layout);
    removeCharts(sheet, untold.charts);
  }
  await writeLayout(sheet, layout, before.layout, queue);
}

function clearSheet(sheet: Excel.Worksheet, before: SheetLayout, { rows }: SheetLayout): void {
  if (before.rows.length === 0) return;
  const used = { top: 0, left: 0, bottom: before.rows.length - 1, right: before.widths.length - 1 };
  const range = getRange(sheet, used);
  range.unmerge();
  range.clear("All");
  if (used.bottom >= rows.length) getRange(sheet, { ...used, top: rows.length }).format.useStandardHeight = true;
  for (const { top, bottom } of outlineGroups(before.rows.map(({ outline }) => outline)).reverse()) wholeRows(sheet, top, bottom).ungroup("ByRows");
}

async function writeLayout(sheet: Excel.Worksheet, layout: SheetLayout, before: SheetLayout | null, queue: Queue): Promise<void> {
  const { rows, widths, styles, merges, frozenRows, charts } = layout;
  for (const [row, { cells }] of rows.entries()) {
    for (const [column, { link }] of cells.entries()) {
      if (link === null) continue;
      await queue.room(CALL_BYTES);
      sheet.getCell(row, column).hyperlink = { documentReference: placeReference(link) };
    }
  }
  for (const [number, areas] of styleAreas(layout).entries()) {
    const style = styles[number];
    if (style !== undefined) await setStyle(sheet, areas, style, queue);
  }
  await writeContents(sheet, layout, queue);
  for (const range of merges) {
    await queue.room(CALL_BYTES);
    getRange(sheet, range).merge(false);
  }
  await queue.room(CALL_BYTES * (widths.length + 20));
  widths.forEach((width, column) => {
    getRange(sheet, { top: 0, bottom: 0, left: column, right: column }).format.columnWidth = width;
  });
  for (const { top, bottom, value } of rowRuns(rows.map(({ height }) => height))) {
    if (value === null) continue;
    await queue.room(CALL_BYTES);
    getRange(sheet, { top, bottom, left: 0, right: 0 }).format.rowHeight = value;
  }
  for (const { top, bottom } of outlineGroups(rows.map(({ outline }) => outline))) {
    await queue.room(CALL_BYTES);
    wholeRows(sheet, top, bottom).group("ByRows");
  }
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  else sheet.freezePanes.unfreeze();
  await setPage(sheet, layout, before, queue);
  for (const chart of charts) {
    await queue.room(CALL_BYTES * 20);
    addChart(sheet, chart);
  }
}

function wholeRows(sheet: Excel.Worksheet, top: number, bottom: number): Excel.Range {
  return sheet.getRange(`${top + 1}:${bottom + 1}`);
}

async function writeContents(sheet: Excel.Worksheet, layout: SheetLayout, queue: Queue): Promise<void> {
  const { rows, widths } = layout;
  if (rows.length === 0 || widths.length === 0) return;
  const contents = contentsOf(layout);
  const extent = { top: 0, left: 0, bottom: rows.length - 1, right: widths.length - 1 };
  const cellBytes = Math.max(1, contentBytes(contents) / (rows.length * widths.length));
  for (const slice of sliceRows(extent, rowsPerChunk(widths.length, cellBytes))) {
    const part = contents.slice(slice.top, slice.bottom + 1);
    await queue.room(contentBytes(part));
    getRange(sheet, slice).formulas = part.map((row) => row.map(writable));
  }
}

/** Excel takes addresses of several areas up to 8,192 characters. */
const LONGEST_ADDRESS = 8000;

async function setStyle(sheet: Excel.Worksheet, areas: readonly CellRange[], style: CellStyle, queue: Queue): Promise<void> {
  for (const address of addressesOf(areas)) {
    await queue.room(jsonBytes(address) + CALL_BYTES * 30);
    setFormat(sheet.getRanges(address).format, style);
  }
  const lines = linesOf(style);
  for (const [edge, line, fits] of lines) {
    for (const address of line === null ? [] : addressesOf(areas.filter(fits))) {
      await queue.room(jsonBytes(address) + CALL_BYTES * 5);
      const border = sheet.getRanges(address).format.borders.getItem(edge);
      border.style = line?.style as Excel.BorderLineStyle;
      border.weight = line?.weight as Excel.BorderWeight;
      border.color = line?.color ?? "";
    }
  }
  for (const area of areas) {
    await queue.room(CALL_BYTES);
    if (style.numberFormat !== "General") getRange(sheet, area).numberFormat = style.numberFormat as unknown as string[][];
  }
}

function setFormat(format: Excel.RangeFormat, style: CellStyle): void {
  format.horizontalAlignment = style.horizontalAlignment as Excel.HorizontalAlignment;
  format.verticalAlignment = style.verticalAlignment as Excel.VerticalAlignment;
  format.wrapText = style.wrapText;
  format.indentLevel = style.indent;
  if (style.fill !== null) format.fill.color = style.fill;
  const { font } = format;
  if (style.font.name !== null) font.name = style.font.name;
  font.size = style.font.size;
  font.bold = style.font.bold;
  font.italic = style.font.italic;
  font.underline = style.font.underline as Excel.RangeUnderlineStyle;
  font.color = style.font.color;
}

const EDGE_OF = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const satisfies Record<Side, string>;
type Edge = (typeof EDGE_OF)[Side] | "InsideHorizontal" | "InsideVertical";

/** The lines of an area, and which areas have them. No line is not drawn: it would take that of a neighbour. */
function linesOf({ lines }: CellStyle): (readonly [Edge, BorderLook | null, (area: CellRange) => boolean])[] {
  return [
    ...SIDES.map((side) => [EDGE_OF[side], lines[side], () => true] as const),
    ["InsideHorizontal", lines.bottom ?? lines.top, (area) => rowCount(area) > 1],
    ["InsideVertical", lines.right ?? lines.left, (area) => columnCount(area) > 1],
  ];
}

function addressesOf(areas: readonly CellRange[]): string[] {
  const addresses: string[] = [];
  let address = "";
  for (const area of areas) {
    const next = formatRange(area);
    if (address.length + next.length + 1 > LONGEST_ADDRESS) {
      addresses.push(address);
      address = "";
    }
    address += address === "" ? next : `,${next}`;
  }
  return address === "" ? addresses : [...addresses, address];
}

async function setPage(sheet: Excel.Worksheet, { page: setup, rows, widths }: SheetLayout, before: SheetLayout | null, queue: Queue): Promise<void> {
  const { orientation, paper, fitsWidth, titleRows, area, breaks, footer, margins } = setup;
  await queue.room(CALL_BYTES * 20);
  const { pageLayout: page } = sheet;
  page.orientation = orientation;
  page.paperSize = paper as Excel.PaperType;
  page.zoom = fitsWidth ? { horizontalFitToPages: 1 } : { scale: 100 };
  page.centerHorizontally = true;
  page.topMargin = margins.top;
  page.bottomMargin = margins.bottom;
  page.leftMargin = margins.left;
  page.rightMargin = margins.right;
  page.headersFooters.defaultForAllPages.centerFooter = footer;
  if (titleRows !== null) page.setPrintTitleRows(`$${titleRows.top + 1}:$${titleRows.bottom + 1}`);
  // A print area can be changed and not taken away.
  if (area !== null) page.setPrintArea(formatRange(area));
  else if (before !== null && before.page.area !== null) page.setPrintArea(formatRange({ top: 0, left: 0, bottom: rows.length - 1, right: widths.length - 1 }));
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of breaks) {
    await queue.room(CALL_BYTES);
    sheet.horizontalPageBreaks.add(`${columnName(0)}${row + 1}`);
  }
}
