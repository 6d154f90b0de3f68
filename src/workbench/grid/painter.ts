/**
 * Keeps the grid component's picture of one sheet in step with the book. Edited cells are redrawn one by one,
 * formulas where their text changed; whatever else happens to a sheet redraws it whole.
 */

import type { Change, Sheet } from "../../embedded/book/book";
import { hasFormulaAt, readTexts, usedRange } from "../../embedded/book/cells";
import type { CellRange } from "../../workbook/address";
import { drawCells, drawSheet, extentOf } from "./drawing";
import type { Extent, GridSheet } from "./drawing";
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

/** Above this many cells, the sheet is handed over whole: cheaper than one operation a cell. */
const MOST_SINGLE_CELLS = 4000;

/** Changes that touch what cells contain and nothing else of a sheet's picture. */
const CONTENT_KINDS: ReadonlySet<Change["kind"]> = new Set(["edited", "calculated"]);
/** Changes that no picture of a sheet shows. */
const INVISIBLE_KINDS: ReadonlySet<Change["kind"]> = new Set([
  "selection", "sheet-activated", "sheet-deactivated", "sheet-protection", "page-layout", "names", "storage", "book-protection", "saved",
  "comment-added", "comment-deleted", "comment-changed", "chart-added", "chart-deleted", "chart-changed", "hyperlinks", "validation",
]);

export function createPainter(sheet: Sheet, measure: Measure): Painter {
  let extent = extentOf(sheet);
  let formulas = formulasOf(sheet);
  const { data, ...first } = drawSheet(sheet, extent, measure);
  // The component takes its first cells as a list, and throws away a grid.
  const celldata = data.flatMap((line, r) => line.flatMap((v, c) => (v === null ? [] : [{ r, c, v }])));

  function whole(): GridOp[] {
    extent = extentOf(sheet);
    formulas = formulasOf(sheet);
    const drawn = drawSheet(sheet, extent, measure);
    return [
      { op: "replace", id: sheet.id, path: ["data"], value: drawn.data },
      { op: "replace", id: sheet.id, path: ["config"], value: drawn.config },
      { op: "replace", path: ["config"], value: drawn.config },
      { op: "replace", id: sheet.id, path: ["frozen"], value: drawn.frozen },
      { op: "replace", path: ["showGridLines"], value: drawn.showGridLines === true },
    ];
  }

  function cellsOf(range: CellRange): GridOp[] {
    const drawn = drawCells(sheet, range, measure);
    return drawn.flatMap((line, y) => line.map((cell, x): GridOp => ({ op: "replace", id: sheet.id, path: ["data", range.top + y, range.left + x], value: cell })));
  }

  return {
    sheet: { ...first, celldata },
    extent: () => extent,
    restore: (row, column) => cellsOf({ top: row, left: column, bottom: row, right: column }),
    restoreAll: whole,
    repaint: (changes) => {
      const visible = changes.filter((change) => !INVISIBLE_KINDS.has(change.kind));
      if (visible.length === 0) return [];
      const here = visible.filter((change) => "sheetId" in change && change.sheetId === sheet.id);
      if (here.some((change) => !CONTENT_KINDS.has(change.kind))) return whole();
      const ranges = here.flatMap((change) => (change.kind === "edited" ? [change.range] : []));
      const count = ranges.reduce((sum, range) => sum + (range.bottom - range.top + 1) * (range.right - range.left + 1), 0);
      if (count > MOST_SINGLE_CELLS || ranges.some((range) => range.bottom >= extent.rows || range.right >= extent.columns)) return whole();
      const edited = ranges.flatMap(cellsOf);
      for (const range of ranges) formulas.look(range);
      const recalculated = formulas.changed();
      if (recalculated.length > MOST_SINGLE_CELLS) return whole();
      return [...edited, ...recalculated.flatMap(({ row, column }) => cellsOf({ top: row, left: column, bottom: row, right: column }))];
    },
  };
}

interface Formulas {
  /** Looks again where in the range formulas stand. */
  readonly look: (range: CellRange) => void;
  /** The formula cells whose text is not what it was at the last call. */
  readonly changed: () => { readonly row: number; readonly column: number }[];
}

/** Where the sheet's formulas stand, and what they last showed. */
function formulasOf(sheet: Sheet): Formulas {
  const shown = new Map<string, { readonly row: number; readonly column: number; text: string }>();
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
    const bounds = boundsOf([...shown.values()]);
    if (bounds === null) return [];
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

function boundsOf(cells: readonly { readonly row: number; readonly column: number }[]): CellRange | null {
  if (cells.length === 0) return null;
  const bounds = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of cells) {
    bounds.top = Math.min(bounds.top, row);
    bounds.left = Math.min(bounds.left, column);
    bounds.bottom = Math.max(bounds.bottom, row);
    bounds.right = Math.max(bounds.right, column);
  }
  return bounds;
}

