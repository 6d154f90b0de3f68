/** The checks, run beside everything else until they are done or stopped. */

import { checkInSteps } from "../../pipeline/check";
import { reviewFindings } from "../../pipeline/review";
import type { Action } from "../state/reducer";
import type { Session } from "../state/session";
import type { Store } from "../state/store";
import { inSlices } from "./slices";

export interface Checks {
  /** Checks the workbook as last read. True if the session has the result; false if it was stopped. */
  run(): Promise<boolean>;
  /** Leaves the session as it was. */
  stop(): void;
}

export function createChecks({ getState, dispatch }: Store<Session, Action>): Checks {
  let current: object | null = null;
  const stop = (): void => {
    if (current === null) return;
    current = null;
    dispatch({ type: "checking", progress: null });
  };
  return {
    stop,
    run: async () => {
      const { reading, review } = getState();
      if (reading === null) return false;
      const run = {};
      current = run;
      try {
        dispatch({ type: "checking", progress: { check: "", done: 0 } });
        const work = checkInSteps(reading.snapshot, reading.execution, { settings: review.settings, text: review.text?.text ?? null, confirmed: review.confirmed });
        const outcome = await inSlices(work, { isWanted: () => current === run, onProgress: (progress) => dispatch({ type: "checking", progress }) });
        if (outcome === null) return false;
        // The reading may have got a newer store meanwhile, and findings may have been dismissed.
        const now = getState();
        if (now.reading === null) return false;
        const findings = reviewFindings(outcome.findings, now.reading.execution.tables, now.reading.snapshot, now.review);
        dispatch({ type: "checked", checked: { ...outcome, findings, reading: now.reading, asked: review } });
        return true;
      } finally {
        if (current === run) stop();
      }
    },
  };
}
