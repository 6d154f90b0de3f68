/** Batches for Excel that end, whether Excel answers or not. */

/** What a batch ends with where Excel gives no answer: whether it did what was asked is then unknown. */
export const NO_ANSWER = new Error("Excel gave no answer");

/** Milliseconds. No request of ours keeps Excel busy that long; without a limit one that is lost would keep the pane waiting for good. */
export const LONGEST_WAIT = 180_000;

export type RunBatch = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** `Excel.run`, each of whose syncs fails with `NO_ANSWER` after `longestWait` milliseconds. */
export function createRunBatch(longestWait: number): RunBatch {
  return (batch) => Excel.run((context) => {
    const sync = context.sync.bind(context);
    context.sync = (passed) => within(sync(passed), longestWait);
    return batch(context);
  });
}

function within<T>(answer: Promise<T>, longestWait: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(NO_ANSWER), longestWait);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
