/** The act at work: one at a time, and how it is stopped. */

import type { Watcher } from "../../workbook/port";
import type { Action } from "../state/reducer";
import { isAtWork, isLarge, isStoppable, type Activity, type Session } from "../state/session";
import type { Store } from "../state/store";
import type { Checks } from "./checks";
import { browserTurn, painted } from "./slices";
import type { InTurn } from "./turns";

export interface AtWork {
  /** False once it was cancelled. */
  isWanted(): boolean;
  /** From here on it writes. False if it was cancelled before. */
  goOn(activity: Activity): Promise<boolean>;
  /** Tells how far writing is, and stops it once it was cancelled. */
  readonly watcher: Watcher;
}

export interface ActivityOfPane {
  /** Does nothing where another act is at work. */
  during(activity: Activity, act: (work: AtWork) => Promise<void>, start?: Action): Promise<void>;
  /** Stops reading, preparing or checking, and says so; what is being written is taken back, and then it is said. */
  cancel(): void;
}

export const CANCELLED: Action = { type: "left-alone", outcome: { kind: "cancelled" } };

export function createActivity({ getState, dispatch }: Store<Session, Action>, checks: Checks, inTurn: InTurn, keep: () => Promise<void>): ActivityOfPane {
  let current = { isStopped: false };
  return {
    during: async (activity, act, start = { type: "started", activity }) => {
      if (isAtWork(getState().activity)) return;
      checks.stop();
      const own = { isStopped: false };
      const isWanted = (): boolean => current === own && !own.isStopped;
      current = own;
      dispatch(start);
      const goOn = async (next: Activity): Promise<boolean> => {
        // What was pressed meanwhile is heard first.
        await browserTurn();
        if (isWanted()) dispatch({ type: "going-on", activity: next });
        return isWanted();
      };
      const watcher: Watcher = {
        written: (cells, all) => dispatch({ type: "written-so-far", written: { cells, all } }),
        isWanted: async () => {
          await browserTurn();
          return isWanted();
        },
      };
      try {
        await inTurn(async () => {
          // What takes its time leaves none to say so.
          if (start.type === "started" && isLarge(getState())) await painted();
          await act({ isWanted, goOn, watcher });
        });
      } finally {
        if (current === own) dispatch({ type: "ended" });
      }
      await keep();
    },
    cancel: () => {
      const { activity, checking } = getState();
      checks.stop();
      if (activity === "writing" || activity === "undoing") {
        current.isStopped = true;
        return dispatch({ type: "going-on", activity: "cancelling" });
      }
      if (activity !== null && isStoppable(activity)) {
        current = { isStopped: true };
        dispatch({ type: "ended" });
      } else if (checking === null) return;
      dispatch(CANCELLED);
    },
  };
}
