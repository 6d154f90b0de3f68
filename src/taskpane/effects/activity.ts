/** The act at work: one at a time, and how it is stopped as long as it has written nothing. */

import type { Action } from "../state/reducer";
import { isLarge, type Activity, type Session } from "../state/session";
import type { Store } from "../state/store";
import type { Checks } from "./checks";
import { browserTurn, painted } from "./slices";
import type { InTurn } from "./turns";

export interface AtWork {
  /** False once it was cancelled. */
  isWanted(): boolean;
  /** From here on it writes, and ends as a whole. False if it was cancelled before. */
  goOn(activity: Activity): Promise<boolean>;
}

export interface ActivityOfPane {
  /** Does nothing where another act is at work. */
  during(activity: Activity, act: (work: AtWork) => Promise<void>, start?: Action): Promise<void>;
  /** Stops reading, preparing or checking, and says so; what is being written ends as a whole. */
  cancel(): void;
}

const CANCELLED: Action = { type: "left-alone", outcome: { kind: "cancelled" } };

export function createActivity({ getState, dispatch }: Store<Session, Action>, checks: Checks, inTurn: InTurn, keep: () => Promise<void>): ActivityOfPane {
  let current: object = {};
  return {
    during: async (activity, act, start = { type: "started", activity }) => {
      if (getState().activity !== null) return;
      checks.stop();
      const own = {};
      const isWanted = (): boolean => current === own;
      current = own;
      dispatch(start);
      const goOn = async (next: Activity): Promise<boolean> => {
        // What was pressed meanwhile is heard first.
        await browserTurn();
        if (isWanted()) dispatch({ type: "going-on", activity: next });
        return isWanted();
      };
      try {
        await inTurn(async () => {
          // What takes its time leaves none to say so.
          if (start.type === "started" && isLarge(getState())) await painted();
          await act({ isWanted, goOn });
        });
      } finally {
        if (isWanted()) dispatch({ type: "ended" });
      }
      await keep();
    },
    cancel: () => {
      const { activity, checking } = getState();
      checks.stop();
      if (activity === "reading" || activity === "preparing") {
        current = {};
        dispatch({ type: "ended" });
      } else if (checking === null) return;
      dispatch(CANCELLED);
    },
  };
}
