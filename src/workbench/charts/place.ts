/** Where a chart stands over the grid. */

import type { Sheet } from "../../embedded/book/book";
import type { ChartPosition } from "../../embedded/book/charts";
import { columnWidth, isColumnHidden, isRowHidden, rowHeight } from "../../embedded/book/sizes";
import { frozenPanes } from "../../embedded/book/view";
import { pixels, points } from "../grid/drawing";
import type { Viewport } from "../grid/scroll";

/** Pixels. `clip` is the part of the cells' area in which it is seen, and the place is counted from its corner. */
export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly clip: { readonly left: number; readonly top: number };
}

/** A chart that begins in frozen rows or columns stays there; others pass under them. */
export function placeOf(sheet: Sheet, position: ChartPosition, view: Viewport): ChartPlace {
  const frozen = frozenPanes(sheet);
  const across = axis((column) => (isColumnHidden(sheet, column) ? 0 : columnWidth(sheet, column)), frozen.columns);
  const down = axis((row) => (isRowHidden(sheet, row) ? 0 : rowHeight(sheet, row)), frozen.rows);
  const x = across(position.left, position.width, view.scrollLeft);
  const y = down(position.top, position.height, view.scrollTop);
  return { left: x.start, width: x.size, top: y.start, height: y.size, clip: { left: x.clip, top: y.clip } };
}

/** The grid draws every row and column in whole pixels; so a place is found by counting them. */
function axis(size: (index: number) => number, frozen: number): (start: number, length: number, scroll: number) => { readonly start: number; readonly size: number; readonly clip: number } {
  const toPixels = (offset: number): number => {
    let [rest, total] = [offset, 0];
    for (let index = 0; rest > 0; index++) {
      const here = size(index);
      // Beyond the last one that has a size there is nothing to count.
      if (here >= rest || index > 1_048_576) return total + rest / points(1);
      rest -= here;
      total += pixels(here);
    }
    return total;
  };
  let fixed = 0;
  for (let index = 0; index < frozen; index++) fixed += pixels(size(index));
  return (start, length, scroll) => {
    const first = toPixels(start);
    const last = toPixels(start + length);
    const stays = first < fixed;
    const clip = stays ? 0 : fixed;
    return { start: Math.round(first - (stays ? 0 : scroll) - clip), size: Math.round(last - first), clip };
  };
}
