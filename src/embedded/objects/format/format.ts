/** Excel.RangeFormat with RangeFill, RangeFont and FormatProtection: how one or several rectangles of cells look. */

import { readLook, setLook, type Uniform } from "../../book/formats";
import type { Look } from "../../book/styles/words";
import { autofitColumns, autofitRows, columnWidth, rowHeight, setColumnWidth, setRowHeight, standardHeight } from "../../book/sizes";
import type { CellRange } from "../../../workbook/address";
import { integer } from "../../protocol/arguments";
import { action, type ApiObject, child, defineObject, type ObjectType, type Property, writable } from "../../protocol/definition";
import type { Json } from "../../protocol/json";
import { type Cells, cellsExist, movedCells } from "../cells";
import { flagOf, numberOf } from "../values";
import { bordersObject } from "./borders";
import { alignmentFields, fillFields, fontFields, type LookField, protectionFields } from "./look";

/** The rectangles that a format is of; one for a Range, several for RangeAreas. */
export type Areas = readonly Cells[];

/** What `moved` and `exists` are for everything that hangs on areas. */
export const followsAreas = {
  moved: (areas: Areas, change: Parameters<typeof movedCells>[1]): Areas => areas.map((cells) => movedCells(cells, change)),
  exists: (areas: Areas): boolean => areas.every(cellsExist),
};

/** One value for all areas, null where they differ. */
function overAreas(areas: Areas, read: (cells: Cells) => Json): Json {
  const [first, ...others] = areas;
  if (first === undefined) return null;
  const answer = read(first);
  return others.every((cells) => read(cells) === answer) ? answer : null;
}

function lookProperty({ set, get, put }: LookField): Property<Areas> {
  return writable(
    set,
    (areas) => overAreas(areas, ({ sheet, range }) => get(readLook(sheet, range))),
    (areas, value) => {
      const change = put(value);
      for (const { sheet, range } of areas) setLook(sheet, range, change);
    },
  );
}

function lookProperties(fields: Readonly<Record<string, LookField>>): Readonly<Record<string, Property<Areas>>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, lookProperty(field)]));
}

export const rangeFillType: ObjectType<Areas> = defineObject<Areas>({
  name: "RangeFill",
  ...followsAreas,
  properties: lookProperties(fillFields),
  methods: {
    Clear: action("1.1", (areas) => {
      for (const { sheet, range } of areas) setLook(sheet, range, { fillColor: "", fillPattern: "None" });
    }),
  },
});

export const rangeFontType: ObjectType<Areas> = defineObject<Areas>({ name: "RangeFont", ...followsAreas, properties: lookProperties(fontFields) });

export const formatProtectionType: ObjectType<Areas> = defineObject<Areas>({ name: "FormatProtection", ...followsAreas, properties: lookProperties(protectionFields) });

/** The same for every row (column) of the range, or null; whole sheets are judged by their first rows. */
const ROWS_JUDGED = 10_000;

export function heightOf({ sheet, range }: Cells): number | null {
  return same(range.top, Math.min(range.bottom, range.top + ROWS_JUDGED), (row) => rowHeight(sheet, row));
}

export function widthOf({ sheet, range }: Cells): number | null {
  return same(range.left, range.right, (column) => columnWidth(sheet, column));
}

function same(first: number, last: number, read: (index: number) => number): number | null {
  const answer = read(first);
  for (let index = first + 1; index <= last; index += 1) if (read(index) !== answer) return null;
  return answer;
}

function each(work: (sheet: Cells["sheet"], range: CellRange) => void): (areas: Areas) => void {
  return (areas) => {
    for (const { sheet, range } of areas) work(sheet, range);
  };
}

/** Indents further by `amount`, never below nothing. */
function adjustIndent(areas: Areas, amount: number): void {
  for (const { sheet, range } of areas) {
    const { indentLevel }: Uniform<Look> = readLook(sheet, range);
    setLook(sheet, range, { indentLevel: Math.max(0, (indentLevel ?? 0) + amount) });
  }
}

export const rangeFormatType: ObjectType<Areas> = defineObject<Areas>({
  name: "RangeFormat",
  ...followsAreas,
  properties: {
    ...lookProperties(alignmentFields),
    ColumnWidth: writable("1.2", (areas) => overAreas(areas, widthOf), (areas, width) => each((sheet, range) => setColumnWidth(sheet, range, numberOf(width)))(areas)),
    RowHeight: writable("1.2", (areas) => overAreas(areas, heightOf), (areas, height) => each((sheet, range) => setRowHeight(sheet, range, numberOf(height)))(areas)),
    UseStandardHeight: writable(
      "1.7",
      (areas) => overAreas(areas, (cells) => heightOf(cells) === standardHeight(cells.sheet)),
      (areas, use) => {
        if (flagOf(use)) each((sheet, range) => setRowHeight(sheet, range, standardHeight(sheet)))(areas);
      },
    ),
  },
  children: {
    Fill: child("1.1", rangeFillType.of),
    Font: child("1.1", rangeFontType.of),
    Borders: child("1.1", bordersObject),
    Protection: child("1.2", formatProtectionType.of),
  },
  methods: {
    AutofitColumns: action("1.2", each(autofitColumns)),
    AutofitRows: action("1.2", each(autofitRows)),
    AdjustIndent: action("1.11", (areas, args) => adjustIndent(areas, integer(args, 0))),
  },
});

export function formatObject(areas: Areas): ApiObject {
  return rangeFormatType.of(areas);
}
