/** The parts of a sheet that share no rows: only what stands in the same rows can be in each other's way. */

import type { BudgetTable } from "../domain/table";

export interface Rows {
  readonly top: number;
  /** Inclusive. */
  readonly bottom: number;
}

/** The tables in a run of rows, each sharing rows with another one of them. */
export interface Band extends Rows {
  readonly tables: readonly BudgetTable[];
}

/** Top to bottom. Comparing pair by pair within a band stays small however many tables stand one under another. */
export function bandsOf(tables: readonly BudgetTable[]): readonly Band[] {
  const bands: { top: number; bottom: number; tables: BudgetTable[] }[] = [];
  for (const table of [...tables].sort((a, b) => a.range.top - b.range.top)) {
    const { top, bottom } = table.range;
    const last = bands.at(-1);
    if (last === undefined || top > last.bottom) {
      bands.push({ top, bottom, tables: [table] });
      continue;
    }
    last.tables.push(table);
    last.bottom = Math.max(last.bottom, bottom);
  }
  return bands;
}

/** For each band the items that stand in any of its rows, in their order. */
export function spreadOver<T>(bands: readonly Band[], items: readonly T[], rowsOf: (item: T) => Rows): readonly (readonly T[])[] {
  const spread = bands.map((): T[] => []);
  for (const item of items) {
    const { top, bottom } = rowsOf(item);
    for (let i = firstEndingAt(bands, top); i < bands.length && (bands[i]?.top ?? Infinity) <= bottom; i++) spread[i]?.push(item);
  }
  return spread;
}

/** By bisection: the first band that ends in this row or below. */
function firstEndingAt(bands: readonly Band[], row: number): number {
  let low = 0;
  let high = bands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bands[middle]?.bottom ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
