/** What a line gets wrong goes on into the totals over it: these fail by as much, and are no mistakes of their own. */

import { ZERO, type Decimal } from "../amounts/decimal";
import { isCovered } from "../execution/totals";
import type { TableInput } from "./input";

/** How many lines differ for themselves. `differences` by index of the rows. */
export function ownMisses({ table, coverages }: Pick<TableInput, "table" | "coverages">, differences: ReadonlyMap<number, Decimal>): number {
  if (differences.size < 2) return differences.size;
  const carried = new Set(coverages().flatMap(({ at, from, to }) => {
    const below = [...differences].filter(([i]) => i !== at && i >= from && i <= to && isCovered(table.rows, at, i));
    const sum = below.reduce((all, [, difference]) => all.plus(difference), ZERO);
    return below.length > 0 && differences.get(at)?.eq(sum) === true ? [at] : [];
  }));
  return differences.size - carried.size;
}
