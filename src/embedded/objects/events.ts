/** Tells the add-in what happened to the workbook, in the form of the events it registered. */

import { type Book, type Change, onChange } from "../book/book";
import type { EventEntry, EventRegistry } from "../protocol/events";

export interface EventWatch {
  readonly subscribe: (listener: (entries: readonly EventEntry[]) => void) => () => void;
  readonly close: () => void;
}

/** Events go out after the turn in which things happened, all together and in order. */
export function watchEvents(book: Book, registry: EventRegistry): EventWatch {
  const listeners = new Set<(entries: readonly EventEntry[]) => void>();
  let pending: EventEntry[] = [];

  function flush(): void {
    const entries = pending;
    pending = [];
    for (const listener of [...listeners]) listener(entries);
  }

  const close = onChange(book, (change) => {
    const entries = entriesOf(book, change).filter(({ messageType, targetId }) => registry.isRegistered(messageType, targetId));
    if (entries.length === 0) return;
    if (pending.length === 0) setTimeout(flush, 0);
    pending.push(...entries);
  });

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close,
  };
}

function entriesOf(_book: Book, _change: Change): readonly EventEntry[] {
  return [];
}
