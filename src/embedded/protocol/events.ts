/** Which events the add-in listens to, and the messages that tell it of them. */

import type { Json } from "./json";

/** An event as office.js receives it: type numbers are Excel.EventType's, the message is JSON text. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly isRemoteOverride: boolean;
}

const EVENT_CATEGORY = 65536;

export interface EventRegistry {
  /** Counts a registration of an event for a target ("" is the workbook). */
  readonly register: (type: number, target: string) => void;
  readonly unregister: (type: number, target: string) => void;
  readonly isRegistered: (type: number, target: string) => boolean;
  readonly hasAny: () => boolean;
}

export function createEventRegistry(): EventRegistry {
  const counts = new Map<string, number>();
  const keyOf = (type: number, target: string) => `${type} ${target}`;
  return {
    register: (type, target) => {
      const key = keyOf(type, target);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    unregister: (type, target) => {
      const key = keyOf(type, target);
      counts.set(key, Math.max(0, (counts.get(key) ?? 0) - 1));
    },
    isRegistered: (type, target) => (counts.get(keyOf(type, target)) ?? 0) > 0,
    hasAny: () => counts.size > 0,
  };
}

export function eventEntry(type: number, target: string, message: Json, isRemote: boolean): EventEntry {
  return { messageCategory: EVENT_CATEGORY, messageType: type, targetId: target, message: JSON.stringify(message), isRemoteOverride: isRemote };
}
