/** The checks, run beside everything else until they are done or stopped. */

import { mattersInSteps, reviewMatters } from "../../pipeline/review";
import { loadPart } from "../../workbook/part";
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
        const isWanted = (): boolean => current === run;
        const part = await loadPart(async () => ({ ...(await import("../../pipeline/check")), ...(await import("../../pipeline/own-columns")) }));
        if (!part.ok) {
          dispatch({ type: "failed", failure: { problem: part.problem, restore: null } });
          return false;
        }
        const work = part.value.checkInSteps(reading.snapshot, reading.execution, { settings: review.settings, text: review.text?.text ?? null, confirmed: review.confirmed, ownColumns: part.value.ownColumnsOf(reading.plan) });
        const outcome = await inSlices(work, { isWanted, onProgress: (progress) => dispatch({ type: "checking", progress }) });
        const matters = outcome === null ? null : await inSlices(mattersInSteps(outcome.findings, reading.execution.tables, reading.snapshot), { isWanted });
        // The reading may have got a newer store meanwhile, and findings may have been dismissed.
        const now = getState();
        if (outcome === null || matters === null || now.reading === null) return false;
        dispatch({ type: "checked", checked: { ...outcome, matters, findings: reviewMatters(matters, now.review), reading: now.reading, asked: review } });
        return true;
      } finally {
        if (current === run) stop();
      }
    },
  };
}
