/**
 * Widths, heights and hiding. Widths and heights are in points; files count widths in digits of the default font
 * (ECMA-376 18.3.1.13), rows in points.
 */

import { LAST_COLUMN } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { readTexts, textAt } from "./cells";
import { announce } from "./changes";
import { columnSpan, setColumns } from "./columns";
import { WORKSHEET_ORDER } from "./file/order";
import { isBlankCell } from "./file/read-cells";
import { mergeAt, mergeFinder } from "./merges";
import type { ColumnSpan, Sheet } from "./model";
import { editXml, xmlOf } from "./package/package";
import { childOf, ensureChild, flag, numberAttribute, setAttributes } from "./package/xml";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { clip, ensureRow, styleAt } from "./store";
import { lookOf } from "./styles/look";

const POINTS_PER_PIXEL = 0.75;
/** Around the digits of a cell. */
const PADDING = 5;
const TALLEST_ROW = 409.5;
const WIDEST_COLUMN = 255;

/** The widest digit of the default font in pixels; fonts of East Asia are half an em wide. */
function digitWidth(sheet: Sheet): number {
  const { fontName, fontSize } = lookOf(sheet.book.styles, 0);
  const pixels = fontSize / POINTS_PER_PIXEL;
  return /[\u2E80-\u9FFF]|SimSun|SimHei|Microsoft YaHei|DengXian|FangSong|KaiTi|MS /i.test(fontName) ? Math.ceil(Math.round(pixels) / 2) : Math.max(1, Math.round(pixels * 0.507));
}

function pointsOf(sheet: Sheet, characters: number): number {
  const digit = digitWidth(sheet);
  return Math.trunc(((256 * characters + Math.trunc(128 / digit)) / 256) * digit) * POINTS_PER_PIXEL;
}

function charactersOf(sheet: Sheet, points: number): number {
  return Math.trunc((Math.round(points / POINTS_PER_PIXEL) / digitWidth(sheet)) * 256) / 256;
}

/** 0 when it is hidden. */
export function columnWidth(sheet: Sheet, column: number): number {
  const span = columnSpan(sheet, column);
  if (span?.hidden) return 0;
  const width = span?.width ?? null;
  return width === null ? standardPoints(sheet) : pointsOf(sheet, width);
}

function standardPoints(sheet: Sheet): number {
  const format = childOf(xmlOf(sheet.part), "sheetFormatPr");
  if (format?.attributes["defaultColWidth"] !== undefined) return pointsOf(sheet, numberAttribute(format, "defaultColWidth", 0));
  // Excel rounds the standard width up to whole 8 pixels.
  const pixels = numberAttribute(format, "baseColWidth", 8) * digitWidth(sheet) + PADDING;
  return Math.ceil(pixels / 8) * 8 * POINTS_PER_PIXEL;
}

/** The standard width as files count it. */
export function standardCharacters(sheet: Sheet): number {
  return charactersOf(sheet, standardPoints(sheet));
}

/** A row without a height of its own is as high as its content. */
export function rowHeight(sheet: Sheet, row: number): number {
  const line = sheet.rows.get(row);
  return line?.hidden ? 0 : (line?.height ?? fittedHeight(sheet, row));
}

/** One width for all columns of the range; 0 hides. */
export function setColumnWidth(sheet: Sheet, range: CellRange, points: number): void {
  checkAllowed(sheet, "allowFormatColumns");
  const characters = charactersOf(sheet, points);
  if (!(points >= 0) || characters > WIDEST_COLUMN) refuse("InvalidArgument", "A column is between 0 and 255 characters wide.");
  if (points === 0) setColumns(sheet, range.left, range.right, (span) => ({ ...span, hidden: true }));
  else for (let column = range.left; column <= range.right; column++) setColumns(sheet, column, column, (span) => ({ ...span, hidden: false, ...widthOf(sheet, span, points) }));
  announce(sheet.book, { kind: "sizes", sheetId: sheet.id, range });
}

/**
 * The file's own words where they come to the same width: they may be finer, or say that it fits. A column as wide as
 * the standard has the standard width, which is how Excel defines it (Range.useStandardWidth).
 */
function widthOf(sheet: Sheet, { min, attributes }: ColumnSpan, points: number): Pick<ColumnSpan, "width" | "attributes"> {
  const read = sheet.columnsRead.find((span) => span.min <= min && span.max >= min);
  const rest = withoutBestFit(attributes);
  if (read && points === (read.width === null ? standardPoints(sheet) : pointsOf(sheet, read.width))) {
    const bestFit = read.attributes?.["bestFit"];
    return { width: read.width, attributes: bestFit === undefined ? rest : { bestFit, ...rest } };
  }
  return { width: points === standardPoints(sheet) ? null : charactersOf(sheet, points), attributes: rest };
}

function withoutBestFit(attributes: Readonly<Record<string, string>> | null): Readonly<Record<string, string>> | null {
  if (attributes?.["bestFit"] === undefined) return attributes;
  const rest = Object.entries(attributes).filter(([name]) => name !== "bestFit");
  return rest.length > 0 ? Object.fromEntries(rest) : null;
}

export function setRowHeight(sheet: Sheet, range: CellRange, points: number): void {
  checkAllowed(sheet, "allowFormatRows");
  if (!(points >= 0 && points <= TALLEST_ROW)) refuse("InvalidArgument", "A row is between 0 and 409.5 points high.");
  for (let number = range.top; number <= range.bottom; number++) {
    const row = ensureRow(sheet, number);
    row.hidden = points === 0;
    if (points === 0) continue;
    row.height = points;
    row.attributes = { ...row.attributes, customHeight: "1" };
  }
  announce(sheet.book, { kind: "sizes", sheetId: sheet.id, range });
}

/** In characters, as Excel's dialog and Office.js give it. */
export function standardWidth(sheet: Sheet): number {
  return Math.round(((standardPoints(sheet) / POINTS_PER_PIXEL - PADDING) / digitWidth(sheet)) * 100) / 100;
}

export function setStandardWidth(sheet: Sheet, characters: number): void {
  if (!(characters >= 0 && characters <= WIDEST_COLUMN)) refuse("InvalidArgument", "A column is between 0 and 255 characters wide.");
  const digit = digitWidth(sheet);
  const width = Math.trunc(((characters * digit + PADDING) / digit) * 256) / 256;
  setAttributes(ensureChild(editXml(sheet.part), "sheetFormatPr", WORKSHEET_ORDER), { defaultColWidth: width });
  announce(sheet.book, { kind: "sizes", sheetId: sheet.id, range: { top: 0, left: 0, bottom: 0, right: LAST_COLUMN } });
}

export function standardHeight(sheet: Sheet): number {
  return numberAttribute(childOf(xmlOf(sheet.part), "sheetFormatPr"), "defaultRowHeight", 15);
}

export function isRowHidden(sheet: Sheet, row: number): boolean {
  const line = sheet.rows.get(row);
  return line ? line.hidden : flag(childOf(xmlOf(sheet.part), "sheetFormatPr"), "zeroHeight");
}

export function isColumnHidden(sheet: Sheet, column: number): boolean {
  return columnSpan(sheet, column)?.hidden ?? false;
}

export function setRowsHidden(sheet: Sheet, range: CellRange, hidden: boolean): void {
  checkAllowed(sheet, "allowFormatRows");
  for (let number = range.top; number <= range.bottom; number++) ensureRow(sheet, number).hidden = hidden;
  announce(sheet.book, { kind: "row-hidden", sheetId: sheet.id, range });
}

export function setColumnsHidden(sheet: Sheet, range: CellRange, hidden: boolean): void {
  checkAllowed(sheet, "allowFormatColumns");
  setColumns(sheet, range.left, range.right, (span) => ({ ...span, hidden }));
  announce(sheet.book, { kind: "column-hidden", sheetId: sheet.id, range });
}

/** Full-width characters are twice as wide as others. */
function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(character) ? 2 : 1;
  return width;
}

/** Approximate: counted in average glyphs, full-width characters double. Columns without content stay. */
export function autofitColumns(sheet: Sheet, range: CellRange): void {
  checkAllowed(sheet, "allowFormatColumns");
  const area = clip(sheet, range);
  if (!area) return;
  const base = lookOf(sheet.book.styles, 0).fontSize;
  const texts = readTexts(sheet, area);
  const mergeOf = mergeFinder(sheet, area);
  for (let column = area.left; column <= area.right; column++) {
    let widest = 0;
    texts.forEach((line, y) => {
      const text = line[column - area.left] ?? "";
      if (text === "" || mergeOf(area.top + y, column)) return;
      const look = lookOf(sheet.book.styles, styleAt(sheet, area.top + y, column));
      const longest = Math.max(...text.split("\n").map(widthOfText));
      widest = Math.max(widest, (longest * look.fontSize * (look.bold ? 1.08 : 1)) / base + look.indentLevel);
    });
    if (widest === 0) continue;
    const digit = digitWidth(sheet);
    const width = Math.min(WIDEST_COLUMN, Math.trunc(((widest * digit + PADDING) / digit) * 256) / 256);
    setColumns(sheet, column, column, (span) => ({ ...span, width, hidden: false, attributes: { ...span.attributes, bestFit: "1" } }));
  }
  announce(sheet.book, { kind: "sizes", sheetId: sheet.id, range });
}

/** From now on the rows are as high as their content. */
export function autofitRows(sheet: Sheet, range: CellRange): void {
  checkAllowed(sheet, "allowFormatRows");
  const area = clip(sheet, range);
  if (!area) return;
  for (let number = area.top; number <= area.bottom; number++) {
    const row = sheet.rows.get(number);
    if (!row) continue;
    row.height = null;
    if (row.attributes?.["customHeight"] === undefined) continue;
    const rest = Object.entries(row.attributes).filter(([name]) => name !== "customHeight");
    row.attributes = rest.length > 0 ? Object.fromEntries(rest) : null;
  }
  announce(sheet.book, { kind: "sizes", sheetId: sheet.id, range });
}

/** Full-width characters go to the next line whole. */
function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const character of text) {
    const width = widthOfText(character);
    if (used > 0 && used + width > room) {
      lines++;
      used = 0;
    }
    used += width;
  }
  return lines;
}

/** Approximate as columns are; wrapped texts count their lines, merged cells nothing. */
function fittedHeight(sheet: Sheet, row: number): number {
  const standard = standardHeight(sheet);
  const line = sheet.rows.get(row);
  if (!line || flag(childOf(xmlOf(sheet.part), "sheetFormatPr"), "customHeight")) return standard;
  const { styles } = sheet.book;
  const base = lookOf(styles, 0).fontSize;
  let tallest = standard;
  line.cells.forEach((cell, column) => {
    if (!cell || isBlankCell(cell)) return;
    const { wrapText, fontSize } = lookOf(styles, cell.style);
    if ((!wrapText && fontSize <= base) || mergeAt(sheet, row, column)) return;
    const room = Math.max(1, columnWidth(sheet, column) / POINTS_PER_PIXEL / digitWidth(sheet) - 1);
    const lines = wrapText ? textAt(sheet, row, column).split("\n").reduce((sum, part) => sum + linesOf(part, (room * base) / fontSize), 0) : 1;
    tallest = Math.max(tallest, Math.round((lines * standard * fontSize) / base / POINTS_PER_PIXEL) * POINTS_PER_PIXEL);
  });
  return Math.min(TALLEST_ROW, tallest);
}

/** Position and extent of a range in points from the sheet's top-left corner, hidden rows and columns counting nothing. */
export function geometry(sheet: Sheet, range: CellRange): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  return {
    left: widthBetween(sheet, 0, range.left - 1), top: heightBetween(sheet, 0, range.top - 1),
    width: widthBetween(sheet, range.left, range.right), height: heightBetween(sheet, range.top, range.bottom),
  };
}

function widthBetween(sheet: Sheet, left: number, right: number): number {
  let total = Math.max(0, right - left + 1) * standardPoints(sheet);
  for (const span of sheet.columns) {
    const count = Math.min(span.max, right) - Math.max(span.min, left) + 1;
    if (count > 0) total += count * (columnWidth(sheet, span.min) - standardPoints(sheet));
  }
  return total;
}

function heightBetween(sheet: Sheet, top: number, bottom: number): number {
  const standard = standardHeight(sheet);
  let total = Math.max(0, bottom - top + 1) * standard;
  for (const number of sheet.rows.keys()) if (number >= top && number <= bottom) total += rowHeight(sheet, number) - standard;
  return total;
}
