/** What stands in a cell, or in one of its column that is merged over it. */

import type { CellValue, SheetSnapshot } from "./snapshot";

export type MergedValues = (row: number, column: number) => CellValue;

export function createMergedValues(sheet: SheetSnapshot): MergedValues {
  const tops = new Map<number, ReadonlyMap<number, number>>();
  const topsIn = (column: number): ReadonlyMap<number, number> => {
    const known = tops.get(column) ?? new Map(sheet.merges.flatMap(({ top, bottom, left, right }) => (left <= column && column <= right ? Array.from({ length: bottom - top + 1 }, (_, i) => [top + i, top] as const) : [])));
    tops.set(column, known);
    return known;
  };
  return (row, column) => sheet.values[(topsIn(column).get(row) ?? row) - sheet.top]?.[column - sheet.left] ?? "";
}
