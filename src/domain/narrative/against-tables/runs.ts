/** Runs of adjacent lines that add up to a sum. */

import { ZERO, type Decimal } from "../../amounts/decimal";

/** Inclusive, of at least two lines. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * Every run inside [from, to] whose amounts add up to `sum`, without lines of zero at its ends.
 * One pass: two prefix sums that differ by `sum` enclose a run.
 */
export function runsThatAddUpTo(sum: Decimal, amounts: readonly Decimal[], from: number, to: number): readonly Run[] {
  const starts = new Map<string, number[]>();
  const runs: Run[] = [];
  let prefix = ZERO;
  for (let at = from; at <= to; at += 1) {
    const amount = amounts[at] ?? ZERO;
    if (!amount.isZero()) add(starts, prefix.toFixed(), at);
    prefix = prefix.plus(amount);
    if (amount.isZero()) continue;
    for (const start of starts.get(prefix.minus(sum).toFixed()) ?? []) if (start < at) runs.push({ from: start, to: at });
  }
  return runs;
}

function add(starts: Map<string, number[]>, key: string, at: number): void {
  const known = starts.get(key);
  if (known === undefined) starts.set(key, [at]);
  else known.push(at);
}
