/**
 * The bulk calls: `getCellProperties`, `setCellProperties` and the same for rows and columns.
 * Asked for and answered as plain objects whose names are those of Office.js in script form.
 */

import type { Sheet } from "../../book/book";
import { readLook, readLooks, setLook } from "../../book/formats";
import { type Edge, readBorder, setBorder } from "../../book/borders";
import { readStyleName, setStyleName } from "../../book/cell-styles";
import type { Line, Look } from "../../book/styles/words";
import { isColumnHidden, isRowHidden, setColumnsHidden, setColumnWidth, setRowHeight, setRowsHidden } from "../../book/sizes";
import { columnCount, rowCount } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { plain } from "../../protocol/arguments";
import { type Arguments, type Method, value, action } from "../../protocol/definition";
import { apiNotFound, invalidArgument } from "../../protocol/errors";
import { isList, isRecord, type Json, type JsonRecord, wireName } from "../../protocol/json";
import { addressOf, type Cells } from "../cells";
import { lineChanges } from "../format/borders";
import { heightOf, widthOf } from "../format/format";
import { alignmentFields, fillFields, fontFields, type LookField, protectionFields } from "../format/look";
import { flagOf, numberOf, recordOf, textOf } from "../values";
import { readHyperlink, writeHyperlink } from "./hyperlink";

const BORDERS: Readonly<Record<string, Edge>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

/** Groups of a format that are plain look fields. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, LookField>>>> = { fill: fillFields, font: fontFields, protection: protectionFields };

type Reader = (cells: Cells) => Json;

/** What each option asks of a part of the range. Options that are false or missing ask nothing. */
const READERS: Readonly<Record<string, Reader>> = {
  address: addressOf,
  addressLocal: addressOf,
  hidden: ({ sheet, range }) => isRowHidden(sheet, range.top) || isColumnHidden(sheet, range.left),
  hyperlink: readHyperlink,
  style: ({ sheet, range }) => readStyleName(sheet, range),
  rowHidden: ({ sheet, range }) => isRowHidden(sheet, range.top),
  rowIndex: ({ range }) => range.top,
  columnHidden: ({ sheet, range }) => isColumnHidden(sheet, range.left),
  columnIndex: ({ range }) => range.left,
};

function wanted(options: JsonRecord): readonly (readonly [string, Json])[] {
  return Object.entries(options).filter(([, option]) => option !== false && option !== null);
}

function readPart(cells: Cells, options: JsonRecord, look: () => { readonly [K in keyof Look]: Look[K] | null }): JsonRecord {
  return Object.fromEntries(
    wanted(options).map(([name, option]) => {
      if (name === "format") return [name, readFormat(cells, recordOf(option), look)];
      const reader = READERS[name];
      if (reader === undefined) throw apiNotFound(`Range.getCellProperties ${name}`);
      return [name, reader(cells)];
    }),
  );
}

function readFormat(cells: Cells, options: JsonRecord, look: () => { readonly [K in keyof Look]: Look[K] | null }): JsonRecord {
  return Object.fromEntries(
    wanted(options).map(([name, option]) => {
      if (name === "borders") return [name, readBorders(cells, recordOf(option))];
      if (name === "rowHeight") return [name, heightOf(cells)];
      if (name === "columnWidth") return [name, widthOf(cells)];
      const group = GROUPS[name];
      if (group === undefined) return [name, fieldOf(alignmentFields, name).get(look())];
      return [name, Object.fromEntries(wanted(recordOf(option)).map(([part]) => [part, fieldOf(group, part).get(look())]))];
    }),
  );
}

/** The same parts of every border of the cells. */
function readBorders({ sheet, range }: Cells, options: JsonRecord): JsonRecord {
  const parts = wanted(options).map(([part]) => part);
  return Object.fromEntries(
    Object.entries(BORDERS).map(([name, edge]) => {
      const line = readBorder(sheet, range, edge);
      return [name, Object.fromEntries(parts.map((part) => [part, part === "tintAndShade" ? 0 : line[linePart(part)]]))];
    }),
  );
}

function edgeOf(name: string): Edge {
  const edge = BORDERS[name];
  if (edge === undefined) throw invalidArgument();
  return edge;
}

function linePart(name: string): keyof Line {
  if (name !== "style" && name !== "weight" && name !== "color") throw invalidArgument();
  return name;
}

function fieldOf(fields: Readonly<Record<string, LookField>>, name: string): LookField {
  const field = fields[wireName(name)];
  if (field === undefined) throw apiNotFound(`Range.getCellProperties format.${name}`);
  return field;
}

type Writer = (sheet: Sheet, range: CellRange, given: Json) => void;

const WRITERS: Readonly<Record<string, Writer>> = {
  hyperlink: writeHyperlink,
  style: (sheet, range, name) => setStyleName(sheet, range, textOf(name)),
  rowHidden: (sheet, range, hidden) => setRowsHidden(sheet, range, flagOf(hidden)),
  columnHidden: (sheet, range, hidden) => setColumnsHidden(sheet, range, flagOf(hidden)),
  format: writeFormat,
};

/** Null and missing properties leave what is there. */
function given(record: JsonRecord): readonly (readonly [string, Json])[] {
  return Object.entries(record).filter(([, content]) => content !== null);
}

function writePart(sheet: Sheet, range: CellRange, part: Json): void {
  for (const [name, content] of given(recordOf(part))) {
    const writer = WRITERS[name];
    if (writer === undefined) throw apiNotFound(`Range.setCellProperties ${name}`);
    writer(sheet, range, content);
  }
}

function writeFormat(sheet: Sheet, range: CellRange, format: Json): void {
  let change: Partial<Look> = {};
  for (const [name, content] of given(recordOf(format))) {
    const group = GROUPS[name];
    if (group !== undefined) for (const [part, value] of given(recordOf(content))) change = { ...change, ...fieldOf(group, part).put(value) };
    else if (name === "borders") writeBorders(sheet, range, recordOf(content));
    else if (name === "rowHeight") setRowHeight(sheet, range, numberOf(content));
    else if (name === "columnWidth") setColumnWidth(sheet, range, numberOf(content));
    else change = { ...change, ...fieldOf(alignmentFields, name).put(content) };
  }
  if (Object.keys(change).length > 0) setLook(sheet, range, change);
}

function writeBorders(sheet: Sheet, range: CellRange, borders: JsonRecord): void {
  for (const [name, border] of given(borders)) {
    let line: Partial<Line> = {};
    for (const [part, content] of given(recordOf(border))) line = { ...line, ...(part === "tintAndShade" ? lineChanges.tintAndShade(content) : lineChanges[linePart(part)](content)) };
    setBorder(sheet, range, edgeOf(name), line);
  }
}

function optionsOf(args: Arguments): JsonRecord {
  return recordOf(plain(args, 0));
}

function readCells({ sheet, range }: Cells, args: Arguments): Json {
  const options = optionsOf(args);
  const looks = readLooks(sheet, range);
  return looks.map((row, down) =>
    row.map((look, along) => {
      const [top, left] = [range.top + down, range.left + along];
      return readPart({ sheet, range: { top, left, bottom: top, right: left } }, options, () => look);
    }),
  );
}

function writeCells({ sheet, range }: Cells, args: Arguments): void {
  const rows = listOf(plain(args, 0), rowCount(range));
  rows.forEach((row, down) =>
    listOf(row, columnCount(range)).forEach((part, along) => {
      const [top, left] = [range.top + down, range.left + along];
      if (isRecord(part)) writePart(sheet, { top, left, bottom: top, right: left }, part);
    }),
  );
}

/** @throws ExcelError InvalidArgument unless it is an array of that length */
function listOf(content: Json, length: number): readonly Json[] {
  if (!isList(content) || content.length !== length) throw invalidArgument();
  return content;
}

function rowsOf({ range }: Cells): readonly CellRange[] {
  return Array.from({ length: rowCount(range) }, (_, index) => ({ ...range, top: range.top + index, bottom: range.top + index }));
}

function columnsOf({ range }: Cells): readonly CellRange[] {
  return Array.from({ length: columnCount(range) }, (_, index) => ({ ...range, left: range.left + index, right: range.left + index }));
}

function readLines(lines: (cells: Cells) => readonly CellRange[]): (cells: Cells, args: Arguments) => Json {
  return (cells, args) => {
    const options = optionsOf(args);
    return lines(cells).map((range) => readPart({ sheet: cells.sheet, range }, options, () => readLook(cells.sheet, range)));
  };
}

function writeLines(lines: (cells: Cells) => readonly CellRange[]): (cells: Cells, args: Arguments) => void {
  return (cells, args) => {
    const ranges = lines(cells);
    const parts = listOf(plain(args, 0), ranges.length);
    ranges.forEach((range, index) => {
      const part = parts[index];
      if (isRecord(part)) writePart(cells.sheet, range, part);
    });
  };
}

export const cellPropertyMethods: Readonly<Record<string, Method<Cells>>> = {
  GetCellProperties: value("1.9", readCells),
  GetRowProperties: value("1.9", readLines(rowsOf)),
  GetColumnProperties: value("1.9", readLines(columnsOf)),
  SetCellProperties: action("1.9", writeCells),
  SetRowProperties: action("1.9", writeLines(rowsOf)),
  SetColumnProperties: action("1.9", writeLines(columnsOf)),
};
