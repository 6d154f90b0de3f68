/** Selected ranges, between the book (Excel's limits) and the grid component (as many rows and columns as it draws). */

import { LAST_COLUMN, LAST_ROW } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { Extent } from "./drawing";

/** A selected range of the component. */
export interface GridSelection {
  readonly row: readonly number[];
  readonly column: readonly number[];
}

/** What the component selected; all of its rows or columns mean all of Excel's. */
export function fromGrid(selection: readonly GridSelection[], extent: Extent): CellRange[] {
  return selection.map(({ row, column }) => {
    const [top = 0, bottom = top] = row;
    const [left = 0, right = left] = column;
    const wholeColumns = top === 0 && bottom === extent.rows - 1;
    const wholeRows = left === 0 && right === extent.columns - 1;
    return { top, left, bottom: wholeColumns ? LAST_ROW : bottom, right: wholeRows ? LAST_COLUMN : right };
  });
}

export interface GridSelected {
  readonly row: number[];
  readonly column: number[];
  readonly row_focus: number;
  readonly column_focus: number;
}

/** What the component is to select, cut to what it draws. */
export function toGrid(ranges: readonly CellRange[], active: { readonly row: number; readonly column: number }, extent: Extent): GridSelected[] {
  const row = (index: number): number => Math.min(index, extent.rows - 1);
  const column = (index: number): number => Math.min(index, extent.columns - 1);
  return ranges.map((range, index) => ({
    row: [row(range.top), row(range.bottom)],
    column: [column(range.left), column(range.right)],
    row_focus: row(index === 0 ? active.row : range.top),
    column_focus: column(index === 0 ? active.column : range.left),
  }));
}

/** The component's handle, as far as selecting goes. */
export interface SelectableGrid {
  readonly batchCallApis: (calls: { readonly name: string; readonly args: GridSelected[][] }[]) => void;
}

/**
 * Selects in the component. It completes the ranges it is given and then freezes them, and React may have it do so
 * more than once: each time it takes ranges of its own.
 */
export function selectInGrid(grid: SelectableGrid | null, ranges: readonly GridSelected[]): void {
  grid?.batchCallApis([{
    name: "setSelection",
    get args() {
      return [structuredClone([...ranges])];
    },
  }]);
}

export function sameRanges(a: readonly CellRange[], b: readonly CellRange[]): boolean {
  return a.length === b.length && a.every((range, i) => {
    const other = b[i];
    return other !== undefined && range.top === other.top && range.left === other.left && range.bottom === other.bottom && range.right === other.right;
  });
}

/** What the component says of its selection, told apart: what a person chose, and what only repeats what it was told. */
export interface SelectionHearing {
  /** The component was told to select `shown`, because the book's selection is `chosen`. */
  readonly told: (shown: readonly CellRange[], chosen: readonly CellRange[]) => void;
  /** What the book is to select now that the component shows `shown`; null for nothing. */
  readonly heard: (shown: readonly CellRange[], chosen: readonly CellRange[]) => readonly CellRange[] | null;
}

/**
 * The component tells of its selection whenever it draws itself, and a turn late: by then the book may have another one, which
 * it is still to be told. So only what it was neither told nor said before is a person's.
 */
export function createSelectionHearing(): SelectionHearing {
  let last: readonly CellRange[] = [];
  let told: { readonly shown: readonly CellRange[]; readonly chosen: readonly CellRange[] }[] = [];
  return {
    told: (shown, chosen) => {
      if (!sameRanges(shown, told.at(-1)?.shown ?? last)) told.push({ shown, chosen });
    },
    heard: (shown, chosen) => {
      if (shown.length === 0 || sameRanges(shown, last)) return null;
      last = shown;
      const at = told.findIndex((entry) => sameRanges(entry.shown, shown));
      const echo = told[at];
      told = echo === undefined ? [] : told.slice(at + 1);
      // A cell of a merge is the whole merge, also in the book, unless that has gone elsewhere meanwhile.
      if (echo !== undefined && !sameRanges(echo.chosen, chosen)) return null;
      return sameRanges(shown, chosen) ? null : shown;
    },
  };
}
