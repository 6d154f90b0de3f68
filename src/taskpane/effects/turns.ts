/** One thing at a time: what the pane does to the workbook waits for what it is doing. */

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    // One that fails is reported to whoever asked for it; the next one starts all the same.
    last = next.catch(() => undefined);
    return next;
  };
}
