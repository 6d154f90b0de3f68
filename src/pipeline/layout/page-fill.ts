/** Pages beyond the breaks that Excel takes: they begin where the paper ends, so what is to begin one is brought there. */

import type { DraftRow } from "./draft";

/** Excel's limit for the height of a row. */
const TALLEST = 409;

/**
 * The rows with some made higher: what stands before each of `begins`, from the row `from` on that begins a page, fills its page so
 * far that this row finds no room on it, and half of its height is left for printers that differ. The others keep their heights.
 */
export function fillPages(rows: readonly DraftRow[], from: number, begins: readonly number[], page: number): readonly DraftRow[] {
  const heights = rows.map(({ height }) => height);
  let start = from;
  for (const begin of begins) {
    raise(heights, start, begin, page - usedOfLast(heights, start, begin, page) - (heights[begin] ?? 0) / 2);
    start = begin;
  }
  return rows.map((row, i) => (heights[i] === row.height ? row : { ...row, height: heights[i] ?? row.height }));
}

/** Of the last page that these rows come to. */
function usedOfLast(heights: readonly number[], start: number, end: number, page: number): number {
  let used = 0;
  for (let at = start; at < end; at++) {
    const height = heights[at] ?? 0;
    used = used + height > page ? height : used + height;
  }
  return used;
}

/** From the last row up, which is a blank one; the first is a title. */
function raise(heights: number[], start: number, end: number, by: number): void {
  let left = by;
  for (let at = end - 1; at > start && left > 0; at--) {
    const height = heights[at] ?? 0;
    const more = Math.min(left, Math.max(0, TALLEST - height));
    heights[at] = height + more;
    left -= more;
  }
}
