/** 自动重算, as a person switches it on: which edits follow what others changed, and only that. */

import type { SheetWords } from "../../domain/execution/sheet-words";
import { figuresOf, followingEdits, type Figures } from "../../pipeline/follow";
import type { Edit } from "../../workbook/edits";
import { done, type Outcome } from "../../workbook/problem";
import type { Action } from "../state/reducer";
import type { Session } from "../state/session";
import type { Store } from "../state/store";

export interface Live {
  /**
   * What brings the sheet after the amounts as last read; nothing while it is switched off. Each amount is followed once:
   * our own writing changes none, so it brings nothing about, and what was taken back stays so.
   */
  edits(): Outcome<readonly Edit[]>;
}

export function createLive({ getState, subscribe }: Store<Session, Action>, words: SheetWords): Live {
  /** What the tables came to when they were followed last, or when it was switched on; null while it is off. */
  let followed: Figures | null = null;
  subscribe(() => {
    const { reading, review } = getState();
    if (!review.live) followed = null;
    else if (followed === null && reading !== null) followed = figuresOf(reading);
  });
  return {
    edits: () => {
      const { reading, choices } = getState();
      if (reading === null || followed === null) return done([]);
      const before = followed;
      followed = figuresOf(reading);
      return followingEdits(reading, before, choices, words);
    },
  };
}
