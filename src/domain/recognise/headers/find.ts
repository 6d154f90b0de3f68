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
    .flatMap((band) => joinBeside(grid, read, band.map((piece) => widen(grid, extend(grid, read, piece), band))))
    .flatMap((header) => splitRepeated(grid, read, header).map((part) => withoutTitle(grid, read, part)))
    .filter((header) => hasAmounts(grid, read, header) && hasIdentifier(grid, read, header))
    .map((header) => (isNumberingRow(grid, header.bottom + 1, header.left, header.right) ? { ...header, bottom: header.bottom + 1 } : header))
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

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
