/**
 * Builds the sample workbook from the printed cells of report-2016.json: `npm run sample`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { columnName, parseRange } from "../../src/workbook/address";
import type { CellRange } from "../../src/workbook/address";
import { createBook, type Sheet } from "../../src/embedded/book/book";
import { putContent } from "../../src/embedded/book/entering";
import { saveBook } from "../../src/embedded/book/files";
import { setLook } from "../../src/embedded/book/formats";
import { setBorder, type Edge } from "../../src/embedded/book/borders";
import { merge } from "../../src/embedded/book/merges";
import { setColumnWidth, setRowHeight } from "../../src/embedded/book/sizes";
import { freezePanes } from "../../src/embedded/book/view";
import { cellOf, type PrintedSheet } from "./printed";

const FOLDER = import.meta.dirname ?? __dirname;
/** A column one character wide takes about this many points in the default font. */
const POINTS_PER_CHARACTER = 5.6;
const ALL_EDGES: readonly Edge[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"];

function fillSheet(sheet: Sheet, printed: PrintedSheet): void {
  printed.rows.forEach((row, r) => row.forEach((text, c) => {
    const { content, numberFormat } = cellOf(text);
    const cell: CellRange = { top: r, left: c, bottom: r, right: c };
    if (numberFormat !== "General") setLook(sheet, cell, { numberFormat });
    putContent(sheet, r, c, content);
  }));
  styleSheet(sheet, printed);
  for (const address of printed.merges) {
    const range = parseRange(address);
    if (range !== null) merge(sheet, range);
  }
}

function styleSheet(sheet: Sheet, { headerRows, rows, widths }: PrintedSheet): void {
  const [headerTop, headerBottom] = [headerRows[0] - 1, headerRows[1] - 1];
  const right = widths.length - 1;
  const last = rows.length - 1;
  setLook(sheet, { top: 0, left: 0, bottom: last, right }, { fontName: "宋体", fontSize: 11, verticalAlignment: "Center" });
  setLook(sheet, { top: headerTop, left: 0, bottom: headerBottom, right }, { bold: true, horizontalAlignment: "Center", wrapText: true, fillColor: "#DDEBF7" });
  setLook(sheet, { top: last, left: 0, bottom: last, right }, { bold: true });
  for (let column = 1; column <= right; column++) {
    const isAmount = rows.slice(headerBottom + 1).some((row) => /^[\d,.]+ $|^[\d,]+\.\d+$|%$/.test(row[column] ?? ""));
    if (isAmount) setLook(sheet, { top: headerBottom + 1, left: column, bottom: last, right: column }, { horizontalAlignment: "Right" });
  }
  for (const edge of ALL_EDGES) setBorder(sheet, { top: headerTop, left: 0, bottom: last, right }, edge, { style: "Continuous", weight: "Thin", color: "#808080" });
  widths.forEach((characters, column) => setColumnWidth(sheet, { top: 0, left: column, bottom: 0, right: column }, characters * POINTS_PER_CHARACTER));
  styleAbove(sheet, rows, headerTop, widths);
  freezePanes(sheet, headerBottom + 1, 0);
}

/** The sentence that introduces the table wraps over its whole width; the unit note stands at the right. */
function styleAbove(sheet: Sheet, rows: readonly (readonly string[])[], headerTop: number, widths: readonly number[]): void {
  const lineLength = widths.reduce((sum, width) => sum + width, 0) / 2;
  for (let row = 0; row < headerTop; row++) {
    const text = rows[row]?.[0] ?? "";
    const isUnit = text.trim().startsWith("单位");
    setLook(sheet, { top: row, left: 0, bottom: row, right: widths.length - 1 }, { wrapText: !isUnit, horizontalAlignment: isUnit ? "Right" : "Left" });
    if (!isUnit) setRowHeight(sheet, { top: row, left: 0, bottom: row, right: 0 }, 16 * Math.ceil((text.length + 1) / lineLength) + 4);
  }
}

async function main(): Promise<void> {
  const { sheets } = JSON.parse(readFileSync(join(FOLDER, "report-2016.json"), "utf8")) as { sheets: PrintedSheet[] };
  const book = createBook(sheets.map(({ name }) => name));
  sheets.forEach((printed, index) => {
    const sheet = book.sheets[index];
    if (sheet === undefined) throw new Error(`no sheet for ${printed.name}`);
    fillSheet(sheet, printed);
    console.log(`${printed.name} A1:${columnName(printed.widths.length - 1)}${printed.rows.length}`);
  });
  writeFileSync(join(FOLDER, "budget-execution-2016.xlsx"), await saveBook(book));
}

void main();
