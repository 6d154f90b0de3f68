/** Regions of filled cells, as Ctrl+arrow and Ctrl+A find them. */

import { LAST_COLUMN, LAST_ROW } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { isBlankCell } from "./file/read-cells";
import type { Sheet } from "./model";
import { cellAt } from "./store";

export type Direction = "Up" | "Down" | "Left" | "Right";

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] };

/** Ctrl+arrow: the far edge of the filled cells in that direction, or the next filled one, or the sheet's edge. */
export function rangeEdge(sheet: Sheet, row: number, column: number, direction: Direction): { row: number; column: number } {
  const [down, right] = STEPS[direction];
  const isFilled = (r: number, c: number): boolean => !isBlankCell(cellAt(sheet, r, c));
  const isInside = (r: number, c: number): boolean => r >= 0 && c >= 0 && r <= LAST_ROW && c <= LAST_COLUMN;
  let [r, c] = [row, column];
  const runs = isFilled(r, c) && isInside(r + down, c + right) && isFilled(r + down, c + right);
  while (isInside(r + down, c + right)) {
    if (runs && !isFilled(r + down, c + right)) break;
    [r, c] = [r + down, c + right];
    if (!runs && isFilled(r, c)) break;
  }
  return { row: r, column: c };
}

/** The block of filled cells around a range, bounded by blank rows and columns. */
export function surroundingRegion(sheet: Sheet, range: CellRange): CellRange {
  let region = range;
  for (;;) {
    const grown = {
      top: hasFilled(sheet, { ...ring(region), bottom: region.top - 1, top: region.top - 1 }) ? region.top - 1 : region.top,
      bottom: hasFilled(sheet, { ...ring(region), top: region.bottom + 1, bottom: region.bottom + 1 }) ? region.bottom + 1 : region.bottom,
      left: hasFilled(sheet, { ...ring(region), right: region.left - 1, left: region.left - 1 }) ? region.left - 1 : region.left,
      right: hasFilled(sheet, { ...ring(region), left: region.right + 1, right: region.right + 1 }) ? region.right + 1 : region.right,
    };
    if (grown.top === region.top && grown.bottom === region.bottom && grown.left === region.left && grown.right === region.right) return region;
    region = grown;
  }
}

/** The region and one cell more on every side: cells that touch at a corner belong to it. */
function ring(region: CellRange): CellRange {
  return { top: region.top - 1, left: region.left - 1, bottom: region.bottom + 1, right: region.right + 1 };
}

function hasFilled(sheet: Sheet, range: CellRange): boolean {
  for (let row = Math.max(0, range.top); row <= Math.min(LAST_ROW, range.bottom); row++) {
    const cells = sheet.rows.get(row)?.cells;
    if (!cells) continue;
    for (let column = Math.max(0, range.left); column <= Math.min(range.right, cells.length - 1); column++) if (!isBlankCell(cells[column])) return true;
  }
  return false;
}
