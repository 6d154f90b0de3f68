/** Other programs as a whole: from their start to their end. */

import { spawnSync } from "node:child_process";
import { median } from "./measure";
import type { Sizes } from "./result";

/** How often each is measured. What CI compares must only not be twice as bad. */
const RUNS = { full: 3, small: 1 } as const;

/** Processor time of a program and what it starts, in milliseconds, the median of its runs after one that warms up; null where it is not there or fails. */
export function timeOfProcess(sizes: Sizes, command: readonly string[]): number | null {
  const times: number[] = [];
  for (let run = -1; run < RUNS[sizes]; run++) {
    // The shell knows what its children took; Node does not.
    const { status, stderr } = spawnSync("bash", ["-c", 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', "bash", ...command], { encoding: "utf8" });
    if (status !== 0) return null;
    const [user = NaN, system = NaN] = stderr.trim().split(/\s+/u).map(Number);
    if (run >= 0) times.push((user + system) * 1000);
  }
  return median(times);
}
