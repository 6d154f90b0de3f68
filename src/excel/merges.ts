/** Which cells are merged, in pieces where Excel does not tell at once. */

import type { CellRange } from "../workbook/address";
import { isHostFailure } from "./failure";
import { getRange, rangeOf } from "./ranges";

/** "If the merged areas count in this range is more than 512, then this method will fail to return the result" (Range.getMergedAreasOrNullObject). */
const MOST_MERGES = 512;
const WIDEST = 500;
/** Of pieces in a request, which has to stay below 5 MB. */
const PIECES_AT_ONCE = 1000;

export function loadMerges(range: Excel.Range): Excel.RangeAreas {
  const merges = range.getMergedAreasOrNullObject();
  merges.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  return merges;
}

export function loadedMerges(merges: Excel.RangeAreas): CellRange[] {
  return merges.isNullObject ? [] : merges.areas.items.map(rangeOf);
}

/** The merges that begin in a range, however many. */
export async function readMerges(context: Excel.RequestContext, sheet: Excel.Worksheet, range: CellRange): Promise<CellRange[]> {
  const whole = loadMerges(getRange(sheet, range));
  try {
    await context.sync();
    return loadedMerges(whole);
  } catch (error) {
    if (!isHostFailure(error)) throw error;
  }
  const merges: CellRange[] = [];
  const pieces = piecesOf(range);
  for (let from = 0; from < pieces.length; from += PIECES_AT_ONCE) {
    const asked = pieces.slice(from, from + PIECES_AT_ONCE).map((piece) => loadMerges(getRange(sheet, piece)));
    await context.sync();
    for (const answer of asked) merges.push(...loadedMerges(answer));
  }
  return merges;
}

/** So small that no more merges can begin in them: each takes two cells, of which one may lie beyond the last row or column. */
function piecesOf(range: CellRange): CellRange[] {
  const pieces: CellRange[] = [];
  for (let left = range.left; left <= range.right; left += WIDEST) {
    const right = Math.min(range.right, left + WIDEST - 1);
    const width = right - left + 1;
    const height = Math.max(1, Math.floor((2 * MOST_MERGES - width) / (width + 1)));
    for (let top = range.top; top <= range.bottom; top += height) pieces.push({ top, left, bottom: Math.min(range.bottom, top + height - 1), right });
  }
  return pieces;
}
