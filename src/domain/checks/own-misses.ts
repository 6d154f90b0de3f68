/** What a line gets wrong goes on into the totals over it: these fail by as much, and are no mistakes of their own. */

import { ZERO, type Decimal } from "../amounts/decimal";
import { isCovered, type Coverage } from "../execution/totals";
import type { TableInput } from "./input";

/** How many lines differ for themselves. `differences` by index of the rows. */
export function ownMisses({ table, coverages }: Pick<TableInput, "table" | "coverages">, differences: ReadonlyMap<number, Decimal>): number {
  if (differences.size < 2) return differences.size;
  const isCarried = ({ at, from, to }: Coverage): boolean => {
    const own = differences.get(at);
    if (own === undefined) return false;
    let sum = ZERO;
    for (let i = from; i <= to; i++) {
      const below = i !== at && isCovered(table.rows, at, i) ? differences.get(i) : undefined;
      if (below !== undefined) sum = sum.plus(below);
    }
    return !sum.isZero() && own.eq(sum);
  };
  const carried = new Set(coverages().filter(isCarried).map(({ at }) => at));
  return differences.size - carried.size;
}
