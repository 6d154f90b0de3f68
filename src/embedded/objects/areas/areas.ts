/** Excel.RangeAreas and RangeCollection: several rectangles of one sheet. */

import type { Sheet } from "../../book/book";
import { usedRange } from "../../book/cells";
import { copyCells } from "../../book/copying";
import { clear } from "../../book/clearing";
import { readStyleName, setStyleName } from "../../book/cell-styles";
import { cellCount, type CellRange, isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW, overlap, quoteSheetName } from "../../../workbook/address";
import { flag, integer, word } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, child, defineObject, object, type ObjectType, readable, value, writable } from "../../protocol/definition";
import { ExcelError, invalidArgument } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import { cellsAtAddress, localAddress, onGrid } from "../cells";
import { conditionalFormatsObject } from "../conditional/formats";
import { dataValidationObject } from "../data-validation";
import { type Areas, followsAreas, formatObject } from "../format/format";
import { areasArgument } from "../range/argument";
import { rangeObject } from "../range/range";
import { specialCells } from "../range/special-cells";
import { tablesOverObject } from "../table/tables";
import { textOf } from "../values";
import { worksheetObject } from "../worksheet/worksheet";

/** Areas, or null (a null object) when there are none. */
export function areasOrNull(sheet: Sheet, ranges: readonly CellRange[]): ApiObject | null {
  return ranges.length === 0 ? null : rangeAreasType.of(ranges.map((range) => ({ sheet, range })));
}

/** @throws ExcelError ItemNotFound when there are none */
export function areasObject(sheet: Sheet, ranges: readonly CellRange[]): ApiObject {
  const found = areasOrNull(sheet, ranges);
  if (found === null) throw new ExcelError("ItemNotFound");
  return found;
}

/** "A1:B2, D4": each part as a Range's address. @throws ExcelError InvalidArgument */
export function areasAtAddress(sheet: Sheet, address: string): Areas {
  return address.split(",").map((part) => cellsAtAddress(sheet, part));
}

function sheetOf(areas: Areas): Sheet {
  const [first] = areas;
  if (first === undefined) throw new ExcelError("ItemNotFound");
  return first.sheet;
}

function addressOfAreas(areas: Areas): string {
  return areas.map(({ sheet, range }) => `${quoteSheetName(sheet.name)}!${localAddress(range)}`).join(",");
}

function common(areas: Areas, args: Arguments): readonly CellRange[] {
  const others = areasArgument(sheetOf(areas), args, 0);
  return areas.flatMap(({ range }) => others.map((other) => overlap(range, other.range)).filter((part) => part !== null));
}

function mapped(areas: Areas, change: (range: CellRange) => CellRange): ApiObject {
  return areasObject(sheetOf(areas), areas.map(({ range }) => onGrid(change(range))));
}

function used(areas: Areas, args: Arguments): readonly CellRange[] {
  const valuesOnly = flag(args, 0);
  return areas.map(({ sheet, range }) => usedRange(sheet, valuesOnly, range)).filter((range) => range !== null);
}

function special(areas: Areas, args: Arguments): readonly CellRange[] {
  return areas.flatMap((cells) => specialCells(cells, args));
}

export const rangeCollectionType: ObjectType<Areas> = defineObject<Areas>({
  name: "RangeCollection",
  ...followsAreas,
  methods: {
    GetCount: value("1.9", (areas) => areas.length),
    GetItemAt: object("1.9", (areas, args) => {
      const cells = areas[integer(args, 0)];
      if (cells === undefined) throw invalidArgument();
      return rangeObject(cells);
    }),
  },
  items: (areas) => areas.map(rangeObject),
});

/** "Formats", "Contents" and the rest of Excel.ClearApplyTo. */
const CLEAR = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;
const COPY = ["All", "Formulas", "Values", "Formats", "Link"] as const;

function uniformStyle(areas: Areas): Json {
  const names = areas.map(({ sheet, range }) => readStyleName(sheet, range));
  return names.every((name) => name === names[0]) ? (names[0] ?? null) : null;
}

/** Copies the only area there is, or areas of the same shapes. */
function copyInto(areas: Areas, args: Arguments): void {
  const sources = areasArgument(sheetOf(areas), args, 0);
  const options = { what: word(args, 1, COPY, "All"), skipBlanks: flag(args, 2), transpose: flag(args, 3) };
  if (sources.length !== 1 && sources.length !== areas.length) throw invalidArgument();
  areas.forEach((target, index) => {
    const source = sources.length === 1 ? sources[0] : sources[index];
    if (source !== undefined) copyCells({ sheet: source.sheet, range: source.range }, { sheet: target.sheet, range: target.range }, options);
  });
}

export const rangeAreasType: ObjectType<Areas> = defineObject<Areas>({
  name: "RangeAreas",
  tracked: true,
  ...followsAreas,
  properties: {
    Address: readable("1.9", addressOfAreas),
    AddressLocal: readable("1.9", addressOfAreas),
    AreaCount: readable("1.9", (areas) => areas.length),
    CellCount: readable("1.9", (areas) => areas.reduce((sum, { range }) => sum + cellCount(range), 0)),
    IsEntireColumn: readable("1.9", (areas) => areas.every(({ range }) => isWholeColumns(range))),
    IsEntireRow: readable("1.9", (areas) => areas.every(({ range }) => isWholeRows(range))),
    Style: writable("1.9", uniformStyle, (areas, name) => {
      for (const { sheet, range } of areas) setStyleName(sheet, range, textOf(name));
    }),
  },
  children: {
    Areas: child("1.9", rangeCollectionType.of),
    ConditionalFormats: child("1.9", conditionalFormatsObject),
    DataValidation: child("1.9", dataValidationObject),
    Format: child("1.9", formatObject),
    Worksheet: child("1.9", (areas) => worksheetObject(sheetOf(areas))),
  },
  methods: {
    Calculate: action("1.9", () => {}),
    SetDirty: action("1.9", () => {}),
    Clear: action("1.9", (areas, args) => {
      const what = word(args, 0, CLEAR, "All");
      for (const { sheet, range } of areas) clear(sheet, range, what);
    }),
    CopyFrom: action("1.9", copyInto),
    GetEntireRow: object("1.9", (areas) => mapped(areas, (range) => ({ ...range, left: 0, right: LAST_COLUMN }))),
    GetEntireColumn: object("1.9", (areas) => mapped(areas, (range) => ({ ...range, top: 0, bottom: LAST_ROW }))),
    GetIntersection: object("1.9", (areas, args) => areasObject(sheetOf(areas), common(areas, args))),
    GetIntersectionOrNullObject: object("1.9", (areas, args) => areasOrNull(sheetOf(areas), common(areas, args))),
    GetOffsetRangeAreas: object("1.9", (areas, args) => {
      const [rows, columns] = [integer(args, 0), integer(args, 1)];
      return mapped(areas, ({ top, left, bottom, right }) => ({ top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns }));
    }),
    GetSpecialCells: object("1.9", (areas, args) => areasObject(sheetOf(areas), special(areas, args))),
    GetSpecialCellsOrNullObject: object("1.9", (areas, args) => areasOrNull(sheetOf(areas), special(areas, args))),
    GetTables: object("1.9", tablesOverObject),
    GetUsedRangeAreas: object("1.9", (areas, args) => areasObject(sheetOf(areas), used(areas, args))),
    GetUsedRangeAreasOrNullObject: object("1.9", (areas, args) => areasOrNull(sheetOf(areas), used(areas, args))),
  },
});
