/** The texts of a sheet's cells, line by line. */

import type { SheetSnapshot } from "../../../workbook/snapshot";

/** What stands in a cell, or in one of its column that is merged over it, without outer spaces. */
export type CellTexts = (row: number, column: number) => string;

export function createCellTexts(sheet: SheetSnapshot): CellTexts {
  const tops = new Map<number, ReadonlyMap<number, number>>();
  const topsIn = (column: number): ReadonlyMap<number, number> => {
    const known = tops.get(column) ?? new Map(sheet.merges.flatMap(({ top, bottom, left, right }) => (left <= column && column <= right ? Array.from({ length: bottom - top + 1 }, (_, i) => [top + i, top] as const) : [])));
    tops.set(column, known);
    return known;
  };
  return (row, column) => String(sheet.values[(topsIn(column).get(row) ?? row) - sheet.top]?.[column - sheet.left] ?? "").trim();
}
