/**
 * Times that can be compared: works take turns, and each begins with a clean heap, so it pays for its own garbage and nobody else's.
 * What each came to is held until it is done anew, as the pane holds its last reading: code that was made fast for
 * objects of these shapes is thrown away with the last of them.
 */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Sizes } from "./result";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** How often each is measured; and before that, for the compiler, for so many milliseconds, and so often at least. What CI compares must only not be twice as bad. */
const EFFORTS = { full: { runs: 7, warmUp: { time: 1_000, runs: 3 } }, small: { runs: 3, warmUp: { time: 1_000, runs: 3 } } } as const;
/** A short work is done as often in a row as takes this long: a collection of garbage discards compiled code along with it, which would be most of the time. */
const SPAN = 200;

/** The median processor time of each work, in milliseconds. */
export function timesOf<Name extends string>(sizes: Sizes, works: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const { runs, warmUp } = EFFORTS[sizes];
  const measured = names.map((name) => ({ name, work: works[name], repeats: Math.ceil(SPAN / warmedUp(works[name], warmUp)), times: [] as number[], held: null as unknown }));
  for (let run = 0; run < runs; run++) {
    for (const one of measured) {
      collectGarbage();
      one.times.push(timeOf(() => { one.held = one.work(); }, one.repeats));
    }
  }
  return Object.fromEntries(measured.map(({ name, times }) => [name, median(times)])) as Record<Name, number>;
}

/** Of one in a row of so many. */
function timeOf(work: () => unknown, repeats: number): number {
  const start = cpuTime();
  for (let run = 0; run < repeats; run++) work();
  return (cpuTime() - start) / repeats;
}

/** Until it is as fast as it gets. @returns the last run's time */
function warmedUp(work: () => unknown, { time, runs }: { readonly time: number; readonly runs: number }): number {
  const start = cpuTime();
  let last = NaN;
  for (let run = 0; run < runs || cpuTime() - start < time; run++) last = timeOf(work, 1);
  return Math.max(last, 0.1);
}

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

/** The two times of a ratio. */
export function ratioNote(time: number, base: number): string {
  const digits = base < 10 ? 1 : 0;
  return `${time.toFixed(digits)} / ${base.toFixed(digits)} ms`;
}

/** The price of crossing a process boundary with these cells. */
export function jsonRoundTrip(grids: unknown): () => unknown {
  return () => JSON.parse(JSON.stringify(grids)) as unknown;
}

/** Processor time of the whole process in milliseconds: unlike the clock, it stands still while others have the processor. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
