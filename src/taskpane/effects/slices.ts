/** Long work in slices, so that the pane can scroll, switch and stop meanwhile. */

/** Milliseconds of work before the browser gets its turn: most of a frame. */
const SLICE = 12;

/** Milliseconds between two reports of progress. */
const REPORT = 250;

interface Slicing<Step> {
  /** Asked before each slice; false stops the work. */
  readonly isWanted: () => boolean;
  readonly onProgress?: (step: Step) => void;
}

/** What the work comes to; null if it was stopped. */
export async function inSlices<Step, Result>(work: Generator<Step, Result>, { isWanted, onProgress }: Slicing<Step>): Promise<Result | null> {
  let reported = performance.now();
  for (;;) {
    await browserTurn();
    if (!isWanted()) return null;
    const until = performance.now() + SLICE;
    for (let now = 0; now < until; now = performance.now()) {
      const step = work.next();
      if (step.done === true) return step.value;
      if (performance.now() - reported < REPORT) continue;
      reported = performance.now();
      onProgress?.(step.value);
    }
  }
}

/** Milliseconds in which a browser draws what was changed: some frames. */
const FRAMES = 50;

/** Comes back once what was changed is to be seen. */
export function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, FRAMES));
}

/** Comes back once the browser has had its turn. */
export function browserTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
