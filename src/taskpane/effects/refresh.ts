/** Keeping what is shown true to the workbook that people go on editing. */

import type { Action } from "../state/reducer";
import { isAtWork, type Session } from "../state/session";
import type { Store } from "../state/store";

/** Milliseconds without a further change before the workbook is read again. */
const QUIET = 400;

/** Likewise where what stands beside the amounts follows them: what is pasted or filled comes as one. */
const QUIET_LIVE = 60;

/** A workbook that takes longer to read is read again only when asked for, or where it was asked for once and for all: Excel waits meanwhile. */
const LONGEST = 1000;

export interface Refresh {
  /** The workbook was changed: says so at once, and reads it again when people pause. */
  changed(): void;
  /** Reading begins: it sees what was changed so far. */
  began(): void;
  /** How long reading took, in milliseconds. */
  took(duration: number): void;
}

/** `read` reads again without a word. */
export function createRefresh({ getState, dispatch }: Store<Session, Action>, read: () => Promise<void>): Refresh {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  /** Something changed that was not read since; a reading that began before marks nothing stale. */
  let isDue = false;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { activity, review } = getState();
      if (!isDue) return;
      if (activity !== null) return later();
      if (!review.live && last > LONGEST) return dispatch({ type: "workbook-changed" });
      isDue = false;
      void read();
    }, getState().review.live ? QUIET_LIVE : QUIET);
  };
  return {
    changed: () => {
      const { reading, activity, review } = getState();
      // While the pane itself is at work the changes are its own, and it reads when it is done; somebody else's are still to be followed.
      if (reading === null || (isAtWork(activity) && !review.live)) return;
      isDue = true;
      dispatch({ type: "workbook-changed" });
      later();
    },
    began: () => {
      // What follows the amounts is written by no act but its own.
      if (!getState().review.live) isDue = false;
    },
    took: (duration) => {
      last = duration;
    },
  };
}
