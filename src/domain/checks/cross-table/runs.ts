/** Adjacent rows whose sum is a given figure. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { amountAt, differenceOf, type Measure } from "./measures";

/**
 * The first run of rows in [from, to) that adds up to the figure of `lines`; null if there is none. A window over
 * amounts that are not negative: it grows at its end and shrinks at its start until the sum fits. Rows that are
 * taken, or negative, end it.
 */
export function findRun(detail: Measure, { from, to }: { readonly from: number; readonly to: number }, taken: Uint8Array, figure: Decimal, lines: Measure): readonly number[] | null {
  let rows: number[] = [];
  let sum: Decimal = ZERO;
  for (let i = from; i < to; i++) {
    const amount = amountAt(detail, i);
    if (amount === null) continue;
    if (taken[i] === 1 || amount.isNegative()) {
      rows = [];
      sum = ZERO;
      continue;
    }
    rows.push(i);
    sum = sum.plus(amount);
    let rest = differenceOf(figure, lines, sum, detail);
    while (rest.isNegative() && rows.length > 0) {
      sum = sum.minus(amountAt(detail, rows.shift() ?? i) ?? ZERO);
      rest = differenceOf(figure, lines, sum, detail);
    }
    if (rest.isZero() && rows.length > 0) return rows;
  }
  return null;
}
