/** A sheet of the book as the grid component wants it drawn: plain data, nothing of the screen but a text measure. */

import type { ComponentProps } from "react";
import type { Workbook } from "@fortune-sheet/react";
import type { Sheet } from "../../embedded/book/book";
import { readFormulas, readTexts, readValueTypes, readValues, usedRange } from "../../embedded/book/cells";
import type { ValueType } from "../../embedded/book/cells";
import { conditionalFormatsOf, ruleLooks } from "../../embedded/book/conditional-formats";
import { readLooks } from "../../embedded/book/formats";
import type { Look } from "../../embedded/book/styles/words";
import { mergesOf } from "../../embedded/book/merges";
import { columnWidth, isColumnHidden, isRowHidden, rowHeight, standardHeight } from "../../embedded/book/sizes";
import { frozenPanes, selectionOf, showsGridlines } from "../../embedded/book/view";
import { intersects, overlap } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { CellValue } from "../../workbook/snapshot";
import { bordersOf } from "./borders";
import { editText } from "./edit-text";
import { fitNumber } from "./fit";
import type { Measure } from "./fit";

export type GridSheet = ComponentProps<typeof Workbook>["data"][number];
export type GridCell = NonNullable<NonNullable<GridSheet["data"]>[number][number]>;
export type GridConfig = NonNullable<GridSheet["config"]>;
export type GridCells = (GridCell | null)[][];

/** How many rows and columns are drawn, from the first. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Room to type beyond what is used. */
const MARGIN = { rows: 40, columns: 8 };
const LEAST: Extent = { rows: 80, columns: 26 };

const PIXELS_PER_POINT = 4 / 3;

export function pixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

export function points(px: number): number {
  return px / PIXELS_PER_POINT;
}

/** Everything used and selected, and a margin to type into. */
export function extentOf(sheet: Sheet): Extent {
  const used = usedRange(sheet, false);
  const { active } = selectionOf(sheet);
  const bottom = Math.max(used?.bottom ?? 0, active.row);
  const right = Math.max(used?.right ?? 0, active.column);
  return { rows: Math.max(LEAST.rows, bottom + 1 + MARGIN.rows), columns: Math.max(LEAST.columns, right + 1 + MARGIN.columns) };
}

/** The whole sheet. */
export function drawSheet(sheet: Sheet, extent: Extent, measure: Measure): GridSheet & { readonly data: GridCells; readonly config: GridConfig } {
  const frozen = drawFrozen(sheet);
  const all = { top: 0, left: 0, bottom: extent.rows - 1, right: extent.columns - 1 };
  const used = usedRange(sheet, false);
  const drawn = used === null ? null : overlap(used, all);
  const data = blankCells(extent.rows, extent.columns);
  if (drawn !== null) drawCells(sheet, drawn, measure).forEach((line, y) => data[drawn.top + y]?.splice(drawn.left, line.length, ...line));
  return {
    id: sheet.id,
    name: sheet.name,
    status: 1,
    row: extent.rows,
    column: extent.columns,
    defaultRowHeight: pixels(standardHeight(sheet)) - 1,
    showGridLines: showsGridlines(sheet),
    data,
    config: drawConfig(sheet, extent),
    ...(frozen === null ? {} : { frozen }),
  };
}

/** The cells of a range, of the range's shape; null where nothing is to be drawn. */
export function drawCells(sheet: Sheet, range: CellRange, measure: Measure): GridCells {
  const cells = blankCells(range.bottom - range.top + 1, range.right - range.left + 1);
  const merges = mergesOf(sheet).filter((merge) => intersects(merge, range));
  const widths = new Map(merges.map((merge) => [`${merge.top},${merge.left}`, spanWidth(sheet, merge.left, merge.right)]));
  const columnWidths = cells[0]?.map((_, x) => pixels(columnWidth(sheet, range.left + x))) ?? [];
  const ruled = conditionalFormatsOf(sheet, range).length > 0 ? ruleLooks(sheet, range) : null;
  const values = readValues(sheet, range);
  const types = readValueTypes(sheet, range);
  const formulas = readFormulas(sheet, range);
  const texts = readTexts(sheet, range);
  const looks = readLooks(sheet, range);
  cells.forEach((line, y) => {
    const row = range.top + y;
    line.forEach((_, x) => {
      const column = range.left + x;
      const own = looks[y]?.[x];
      const type = types[y]?.[x] ?? "Empty";
      if (own === undefined) return;
      const look = ruled === null ? own : { ...own, ...ruled[y]?.[x] };
      if (type === "Empty" && look.fillColor === "") return;
      const width = widths.get(`${row},${column}`) ?? columnWidths[x] ?? 0;
      line[x] = drawCell({ text: texts[y]?.[x] ?? "", value: values[y]?.[x] ?? "", type, look, content: formulas[y]?.[x] ?? "", width, measure });
    });
  });
  for (const merge of merges) markMerge(cells, merge, range);
  return cells;
}

function blankCells(rows: number, columns: number): GridCells {
  return Array.from({ length: rows }, () => new Array<GridCell | null>(columns).fill(null));
}

/** Sizes, hidden rows and columns, merges and borders. */
export function drawConfig(sheet: Sheet, extent: Extent): GridConfig {
  const config: Required<Pick<GridConfig, "rowlen" | "columnlen" | "rowhidden" | "colhidden" | "merge" | "borderInfo">> = {
    rowlen: {}, columnlen: {}, rowhidden: {}, colhidden: {}, merge: {}, borderInfo: bordersOf(sheet),
  };
  for (let row = 0; row < extent.rows; row++) {
    const height = heightOf(sheet, row);
    if (height !== undefined) config.rowlen[row] = height;
    if (isRowHidden(sheet, row)) config.rowhidden[row] = 0;
  }
  for (let column = 0; column < extent.columns; column++) {
    // The component adds the grid line to the width it is given.
    config.columnlen[column] = pixels(columnWidth(sheet, column)) - 1;
    if (isColumnHidden(sheet, column)) config.colhidden[column] = 0;
  }
  for (const merge of mergesOf(sheet)) config.merge[`${merge.top}_${merge.left}`] = mergeOf(merge);
  return config;
}

/** As the component counts it, without the grid line; undefined for the standard height. */
export function heightOf(sheet: Sheet, row: number): number | undefined {
  const height = pixels(rowHeight(sheet, row));
  return height === pixels(standardHeight(sheet)) ? undefined : height - 1;
}

export function drawFrozen(sheet: Sheet): NonNullable<GridSheet["frozen"]> | null {
  const { rows, columns } = frozenPanes(sheet);
  if (rows === 0 && columns === 0) return null;
  const type = rows > 0 && columns > 0 ? "rangeBoth" : rows > 0 ? "rangeRow" : "rangeColumn";
  return { type, range: { row_focus: rows - 1, column_focus: columns - 1 } };
}

interface CellToDraw {
  readonly text: string;
  readonly value: CellValue;
  readonly type: ValueType;
  readonly look: Look;
  /** The formula where there is one, else the value. */
  readonly content: CellValue;
  /** Pixels. */
  readonly width: number;
  readonly measure: Measure;
}

/** `m` is what is drawn, `v` the text before it was fitted, `f` what the formula bar and the cell editor begin with. */
function drawCell({ text, value, type, look, content, width, measure }: CellToDraw): GridCell {
  const fits = type !== "Double" || look.wrapText || look.shrinkToFit || look.textOrientation !== 0;
  const indent = "\u00a0".repeat(2 * look.indentLevel);
  const shown = fits ? text : fitNumber(text, value, look, width, measure);
  const left = look.horizontalAlignment === "Right" ? "" : indent;
  const right = look.horizontalAlignment === "Right" ? indent : "";
  return {
    v: text,
    m: left + shown + right,
    f: editText(content, type, look.numberFormat),
    ct: { fa: look.numberFormat, t: "s" },
    ff: look.fontName,
    fs: look.fontSize,
    fc: look.fontColor,
    bl: look.bold ? 1 : 0,
    it: look.italic ? 1 : 0,
    cl: look.strikethrough ? 1 : 0,
    un: look.underline === "None" ? 0 : 1,
    ht: horizontal(look.horizontalAlignment, type),
    vt: VERTICAL[look.verticalAlignment],
    tb: look.wrapText || /\n/.test(text) ? "2" : type === "String" ? "1" : "0",
    ...(look.fillColor === "" ? {} : { bg: look.fillColor }),
    ...rotation(look.textOrientation),
  };
}

/** The component's codes. */
const ALIGNED = { Center: 0, Left: 1, Right: 2 } as const;
const VERTICAL = { Center: 0, Top: 1, Bottom: 2, Justify: 1, Distributed: 0 } as const;

function horizontal(alignment: Look["horizontalAlignment"], type: ValueType): number {
  switch (alignment) {
    case "Left":
    case "Center":
    case "Right":
      return ALIGNED[alignment];
    case "CenterAcrossSelection":
    case "Distributed":
      return ALIGNED.Center;
    case "Fill":
    case "Justify":
      return ALIGNED.Left;
    case "General":
      return type === "Double" ? ALIGNED.Right : type === "String" || type === "Empty" ? ALIGNED.Left : ALIGNED.Center;
  }
}

/** Degrees as Office counts them (-90…90 upwards, 180 stacked) in the component's own: 0…90 upwards, 91…180 downwards. */
function rotation(degrees: number): Pick<GridCell, "rt" | "tr"> {
  if (degrees === 0) return {};
  if (degrees === 180) return { tr: "3" };
  return { rt: degrees > 0 ? degrees : 90 - degrees };
}

function spanWidth(sheet: Sheet, left: number, right: number): number {
  let width = 0;
  for (let column = left; column <= right; column++) if (!isColumnHidden(sheet, column)) width += pixels(columnWidth(sheet, column));
  return width;
}

function mergeOf(merge: CellRange): { r: number; c: number; rs: number; cs: number } {
  return { r: merge.top, c: merge.left, rs: merge.bottom - merge.top + 1, cs: merge.right - merge.left + 1 };
}

/** Every cell of a merge points to its first, which says how far it reaches. */
function markMerge(cells: GridCells, merge: CellRange, range: CellRange): void {
  for (let row = Math.max(merge.top, range.top); row <= Math.min(merge.bottom, range.bottom); row++) {
    const line = cells[row - range.top];
    for (let column = Math.max(merge.left, range.left); line !== undefined && column <= Math.min(merge.right, range.right); column++) {
      const isFirst = row === merge.top && column === merge.left;
      const cell = line[column - range.left] ?? {};
      line[column - range.left] = isFirst ? { ...cell, mc: mergeOf(merge) } : { mc: { r: merge.top, c: merge.left } };
    }
  }
}
