/** Where the grid must scroll so that a range is seen. */

import type { Sheet } from "../../embedded/book/book";
import { columnWidth, isColumnHidden, isRowHidden, rowHeight } from "../../embedded/book/sizes";
import { frozenPanes } from "../../embedded/book/view";
import type { CellRange } from "../../workbook/address";
import { pixels } from "./drawing";

export interface Viewport {
  readonly scrollLeft: number;
  readonly scrollTop: number;
  /** Of the cells, headers not counted. Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The scroll position nearest to the present one that shows the range's first cell, and as much of the rest as fits. */
export function scrollToShow(sheet: Sheet, range: CellRange, view: Viewport): { readonly scrollLeft: number; readonly scrollTop: number } {
  const frozen = frozenPanes(sheet);
  const across = axis((column) => (isColumnHidden(sheet, column) ? 0 : pixels(columnWidth(sheet, column))), frozen.columns);
  const down = axis((row) => (isRowHidden(sheet, row) ? 0 : pixels(rowHeight(sheet, row))), frozen.rows);
  return {
    scrollLeft: across(range.left, range.right, view.scrollLeft, view.width),
    scrollTop: down(range.top, range.bottom, view.scrollTop, view.height),
  };
}

function axis(size: (index: number) => number, frozen: number): (first: number, last: number, scroll: number, room: number) => number {
  const sum = (from: number, to: number, most: number): number => {
    let total = 0;
    for (let index = from; index < to && total <= most; index++) total += size(index);
    return total;
  };
  return (first, last, scroll, room) => {
    if (first < frozen) return scroll;
    const fixed = sum(0, frozen, Infinity);
    const start = sum(frozen, first, Infinity);
    const end = start + sum(first, last + 1, room);
    const moving = room - fixed;
    if (start < scroll) return start;
    if (end > scroll + moving) return Math.min(start, end - moving);
    return scroll;
  };
}
