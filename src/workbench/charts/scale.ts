/** Where a value axis ends that nobody gave an end. */

/** How far above the highest value Excel's axis reaches at least, in shares of what it spans. */
const HEADROOM = 0.05;
/** About so many steps are read easily. */
const STEPS = 6;

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/**
 * From zero to the first whole step above the highest value and its headroom, as Excel chooses for bars and columns;
 * below zero likewise. `unit` is the axis' own step; null: 1, 2 or 5 times a power of ten.
 */
export function valueScale(values: readonly number[], unit: number | null): Scale {
  const high = values.reduce((a, b) => Math.max(a, b), 0);
  const low = values.reduce((a, b) => Math.min(a, b), 0);
  const room = (high - low) * HEADROOM;
  const interval = unit ?? step((high - low + room) / STEPS);
  const max = high > 0 ? rounded(Math.ceil(rounded((high + room) / interval)) * interval) : 0;
  const min = low < 0 ? rounded(Math.floor(rounded((low - room) / interval)) * interval) : 0;
  return max === min ? { min: 0, max: interval, interval } : { min, max, interval };
}

/** Without the traces of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function step(least: number): number {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return (([1, 2, 5].find((factor) => factor * power >= least)) ?? 10) * power;
}
