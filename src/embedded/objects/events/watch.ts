/** Tells the add-in what happened to the workbook, as the events it registered. */

import { type Book, onChange } from "../../book/book";
import { type EventEntry, eventEntry, type EventRegistry } from "../../protocol/events";
import { messagesOf } from "./messages";
import { EVENT } from "./registration";

export interface EventWatch {
  readonly subscribe: (listener: (entries: readonly EventEntry[]) => void) => () => void;
  readonly close: () => void;
}

export interface WatchOptions {
  readonly registry: EventRegistry;
  /** Whether the add-in itself is at work just now. */
  readonly byAddIn: () => boolean;
  /** `Excel.Runtime.enableEvents` */
  readonly isEnabled: () => boolean;
}

/** Events go out after the turn in which things happened, all together and in order. */
export function watchEvents(book: Book, { registry, byAddIn, isEnabled }: WatchOptions): EventWatch {
  const listeners = new Set<(entries: readonly EventEntry[]) => void>();
  let pending: EventEntry[] = [];

  function flush(): void {
    const entries = pending;
    pending = [];
    for (const listener of [...listeners]) listener(entries);
  }

  /** The Common API listens to the selection without saying so here. */
  function isAwaited(event: number, target: string): boolean {
    return event === EVENT.documentSelectionChanged || registry.isRegistered(event, target);
  }

  const close = onChange(book, (change) => {
    if (listeners.size === 0 || !isEnabled()) return;
    if (change.kind !== "selection" && !registry.hasAny()) return;
    const entries = messagesOf(book, change, { byAddIn: byAddIn() })
      .filter(({ event, target }) => isAwaited(event, target))
      .map(({ event, target, message }) => eventEntry(event, target, message, change.source === "remote"));
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
