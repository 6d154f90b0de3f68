/** Keeping what is shown true to the workbook that people go on editing. */

import type { Action } from "../state/reducer";
import type { Session } from "../state/session";
import type { Store } from "../state/store";

/** Milliseconds without a further change before the workbook is read again. */
const QUIET = 400;

/** A workbook that takes longer to read is read again only when asked for: Excel waits meanwhile. */
const LONGEST = 1000;

export interface Refresh {
  /** The workbook was changed: says so at once, and reads it again when people pause. Never writes, so it cannot go round. */
  changed(): void;
  /** How long reading took, in milliseconds. */
  took(duration: number): void;
}

/** `read` reads again without a word. */
export function createRefresh({ getState, dispatch }: Store<Session, Action>, read: () => Promise<void>): Refresh {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!getState().isStale || last > LONGEST) return;
      if (getState().activity !== null) later();
      else void read();
    }, QUIET);
  };
  return {
    changed: () => {
      const { reading, activity } = getState();
      // While the pane itself is at work the changes are its own, and it reads when it is done.
      if (reading === null || activity !== null) return;
      dispatch({ type: "workbook-changed" });
      later();
    },
    took: (duration) => {
      last = duration;
    },
  };
}
