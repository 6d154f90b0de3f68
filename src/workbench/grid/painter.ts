/**
 * Keeps the grid component's picture of one sheet in step with the book. Edited and restyled cells are redrawn,
 * and formulas where their text changed; whatever else happens to a sheet redraws it whole.
 */

import type { Change, Sheet } from "../../embedded/book/book";
import { hasFormulaAt, readTexts, usedRange } from "../../embedded/book/cells";
import { conditionalFormatsOf } from "../../embedded/book/conditional-formats";
import { formatRange, LAST_COLUMN, LAST_ROW, overlap, rangeOfCell } from "../../workbook/address";
import type { CellPosition, CellRange } from "../../workbook/address";
import { drawCells, drawConfig, drawSheet, extentOf, heightOf } from "./drawing";
import type { Extent, GridCells, GridConfig, GridSheet } from "./drawing";
import type { Measure } from "./fit";

/** An operation on the component's state. With `id`, the path begins in that sheet, else in the component's root. */
export interface GridOp {
  readonly op: "replace" | "remove";
  readonly id?: string;
  readonly path: (string | number)[];
  readonly value?: unknown;
}

export interface Painter {
  /** The sheet as it stands, for a component that shows it for the first time. */
  readonly sheet: GridSheet;
  /** What brings the picture up to date after these changes; empty when nothing in it moved. */
  readonly repaint: (changes: readonly Change[]) => GridOp[];
  /** Draws a cell again although the book did not change: the component had altered its own copy. */
  readonly restore: (row: number, column: number) => GridOp[];
  readonly restoreAll: () => GridOp[];
  readonly extent: () => Extent;
}

/** Above this many cells, all are handed over: cheaper than one operation a cell. */
const MOST_SINGLE_CELLS = 4000;

/** Above this many ranges, the rectangle around them is drawn: cheaper than many small reads. */
const MOST_RANGES = 32;

/** Changes that touch cells and leave the sheet's sizes and merges alone. */
const CELL_KINDS: ReadonlySet<Change["kind"]> = new Set(["edited", "format", "calculated"]);
/** Changes that no picture of a sheet shows. */
const INVISIBLE_KINDS: ReadonlySet<Change["kind"]> = new Set([
  "selection", "sheet-activated", "sheet-deactivated", "sheet-protection", "page-layout", "names", "storage", "book-protection", "saved",
  "comment-added", "comment-deleted", "comment-changed", "chart-added", "chart-deleted", "chart-changed", "hyperlinks", "validation",
]);

export function createPainter(sheet: Sheet, measure: Measure): Painter {
  let extent = extentOf(sheet);
  let formulas = formulasOf(sheet);
  const { data, ...first } = drawSheet(sheet, extent, measure);
  /** Of the sizes that are drawn. */
  let heights = first.config.rowlen ?? {};
  /** What the component shows. Rows are replaced, never changed: the component freezes what it is given. */
  let cells: GridCells = data;

  function whole(): GridOp[] {
    extent = extentOf(sheet);
    formulas = formulasOf(sheet);
    const drawn = drawSheet(sheet, extent, measure);
    cells = drawn.data;
    return [
      { op: "replace", id: sheet.id, path: ["data"], value: [...cells] },
      ...configOps(drawn.config),
      { op: "replace", id: sheet.id, path: ["frozen"], value: drawn.frozen },
      { op: "replace", path: ["showGridLines"], value: drawn.showGridLines === true },
    ];
  }

  function configOps(config: GridConfig): GridOp[] {
    heights = config.rowlen ?? {};
    // The component keeps the shown sheet's sizes and lines twice.
    return [{ op: "replace", id: sheet.id, path: ["config"], value: config }, { op: "replace", path: ["config"], value: config }];
  }

  function redraw(ranges: readonly CellRange[]): GridOp[] {
    const ops = ranges.flatMap((range) =>
      drawCells(sheet, range, measure).flatMap((line, y) => {
        const row = range.top + y;
        cells[row] = [...(cells[row] ?? []).slice(0, range.left), ...line, ...(cells[row] ?? []).slice(range.right + 1)];
        return line.map((value, x): GridOp => ({ op: "replace", id: sheet.id, path: ["data", row, range.left + x], value }));
      }),
    );
    return ops.length > MOST_SINGLE_CELLS ? [{ op: "replace", id: sheet.id, path: ["data"], value: [...cells] }] : ops;
  }

  /** The drawn part of what changed; null when it reaches beyond what is drawn. Whole rows and columns always do, and need not. */
  function drawnPart(range: CellRange): CellRange | null {
    const isWhole = (range.top === 0 && range.bottom === LAST_ROW) || (range.left === 0 && range.right === LAST_COLUMN);
    if (!isWhole && (range.bottom >= extent.rows || range.right >= extent.columns)) return null;
    return overlap(range, { top: 0, left: 0, bottom: extent.rows - 1, right: extent.columns - 1 });
  }

  /** Wrapped texts make their rows higher. */
  function isHigherOrLower({ top, bottom }: CellRange): boolean {
    for (let row = top; row <= bottom; row++) if (heightOf(sheet, row) !== heights[row]) return true;
    return false;
  }

  return {
    sheet: { ...first, celldata: data.flatMap((line, r) => line.flatMap((v, c) => (v === null ? [] : [{ r, c, v }]))) },
    extent: () => extent,
    restore: (row, column) => redraw([rangeOfCell(row, column)]),
    restoreAll: whole,
    repaint: (changes) => {
      const visible = changes.filter((change) => !INVISIBLE_KINDS.has(change.kind));
      if (visible.length === 0) return [];
      const here = visible.filter((change) => "sheetId" in change && change.sheetId === sheet.id);
      if (here.some((change) => !CELL_KINDS.has(change.kind))) return whole();
      const touched = here.flatMap((change) => (change.kind === "edited" || change.kind === "format" ? [change.range] : []));
      // What a rule colours may follow from any cell.
      const ruled = conditionalFormatsOf(sheet).flatMap((format) => format.ranges);
      const ranges = distinct([...touched, ...ruled]).map(drawnPart);
      if (!ranges.every((range) => range !== null)) return whole();
      for (const range of ranges) formulas.look(range);
      const redrawn = [...ranges, ...inColumns(formulas.changed())];
      const resized = here.some((change) => change.kind === "format") || redrawn.some(isHigherOrLower);
      return [...redraw(redrawn), ...(resized ? configOps(drawConfig(sheet, extent)) : [])];
    },
  };
}

/** Several changes of one range draw it once, and very many changes all that lies between them. */
function distinct(ranges: readonly CellRange[]): CellRange[] {
  const different = [...new Map(ranges.map((range) => [formatRange(range), range])).values()];
  return different.length > MOST_RANGES ? [enclosing(different)] : different;
}

function enclosing(ranges: readonly CellRange[]): CellRange {
  const box = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const range of ranges) {
    box.top = Math.min(box.top, range.top);
    box.left = Math.min(box.left, range.left);
    box.bottom = Math.max(box.bottom, range.bottom);
    box.right = Math.max(box.right, range.right);
  }
  return box;
}

/** Cells that follow one another down a column, as ranges. */
function inColumns(cells: readonly CellPosition[]): CellRange[] {
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = ranges.at(-1);
    if (last !== undefined && last.left === column && last.bottom === row - 1) last.bottom = row;
    else ranges.push(rangeOfCell(row, column));
  }
  return ranges;
}

interface Formulas {
  /** Looks again where in the range formulas stand. */
  readonly look: (range: CellRange) => void;
  /** The formula cells whose text is not what it was at the last call. */
  readonly changed: () => CellPosition[];
}

/** Where the sheet's formulas stand, and what they last showed. */
function formulasOf(sheet: Sheet): Formulas {
  const shown = new Map<string, CellPosition & { text: string }>();
  const look = (range: CellRange): void => {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const key = `${row},${column}`;
        if (!hasFormulaAt(sheet, row, column)) shown.delete(key);
        else if (!shown.has(key)) shown.set(key, { row, column, text: "" });
      }
    }
  };
  const changed: Formulas["changed"] = () => {
    if (shown.size === 0) return [];
    const bounds = enclosing([...shown.values()].map(({ row, column }) => rangeOfCell(row, column)));
    const texts = readTexts(sheet, bounds);
    return [...shown.values()].filter((cell) => {
      const text = texts[cell.row - bounds.top]?.[cell.column - bounds.left] ?? "";
      if (text === cell.text) return false;
      cell.text = text;
      return true;
    });
  };
  const used = usedRange(sheet, true);
  if (used !== null) look(used);
  changed();
  return { look, changed };
}
