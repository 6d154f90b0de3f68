/** Finding headers: rows of texts that the dialects know, with figures below them. */

import type { CellRange } from "../../../workbook/address";
import type { Grid } from "../grid";
import { joinBeside, splitRepeated, widen } from "./beside";
import { extend, isNumberingRow } from "./extend";
import { hasAmounts, hasIdentifier } from "./probe";
import { joinRuns, findRuns, withoutTitle } from "./runs";
import type { HeaderReader } from "./text";

/** The headers of all budget tables, top to bottom, then left to right. Rows of column numbers (栏次) belong to them. */
export function findHeaders(grid: Grid, read: HeaderReader): readonly CellRange[] {
  const pieces = joinRuns(grid, read, findRuns(grid, read)).map((header) => withoutTitle(grid, read, header));
  return bands(pieces)
    .filter((band) => band.some((piece) => hasAmounts(grid, read, piece)))
    .flatMap((band, at, all) => joinBeside(grid, read, band.map((piece) => widen(grid, extend(grid, read, piece, band), band, topBelow(piece, all, at)))))
    .flatMap((header) => splitRepeated(grid, read, header).map((part) => withoutTitle(grid, read, part)))
    .filter((header) => hasAmounts(grid, read, header) && hasIdentifier(grid, read, header))
    .map((header) => (isNumberingRow(grid, read, header.bottom + 1, header.left, header.right) ? { ...header, bottom: header.bottom + 1 } : header))
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The first row of the nearest header further down that shares a column with this one. */
function topBelow({ left, right }: CellRange, bands: readonly (readonly CellRange[])[], own: number): number {
  for (let at = own + 1; at < Math.min(bands.length, own + NEAREST_BANDS); at += 1) {
    const below = bands[at]?.find((piece) => piece.left <= right && left <= piece.right);
    if (below !== undefined) return below.top;
  }
  return Number.MAX_SAFE_INTEGER;
}

/** Further bands of headers than this are too far down to matter. */
const NEAREST_BANDS = 30;

/** Pieces grouped by the rows they share. Words of headers stand in bodies too, so a band without figures below is none. */
function bands(pieces: readonly CellRange[]): readonly (readonly CellRange[])[] {
  const found: CellRange[][] = [];
  let bottom = -1;
  for (const piece of [...pieces].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const band = found.at(-1);
    if (band === undefined || piece.top > bottom) found.push([piece]);
    else band.push(piece);
    bottom = Math.max(bottom, piece.bottom);
  }
  return found;
}
