/** Times that can be compared: works take turns, and each begins with a clean heap, so it pays for its own garbage and nobody else's. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const RUNS = 7;
/** Before them, for the compiler. */
const WARM_UP = 3;

/** The median time of each work, in milliseconds. */
export function timesOf<Name extends string>(works: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const names = Object.keys(works) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let run = -WARM_UP; run < RUNS; run++) {
    for (const name of names) {
      collectGarbage();
      const start = cpuTime();
      works[name]();
      if (run >= 0) times.get(name)?.push(cpuTime() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

export function milliseconds(time: number): string {
  return `${time.toFixed(0)} ms`;
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
