/** Objects that office.js keeps across requests by reference, and the cells they follow meanwhile. */

import { type Book, type Change, onChange } from "../book/book";
import type { ApiObject } from "./definition";
import { ExcelError } from "./errors";

const MOVING: ReadonlySet<Change["kind"]> = new Set(["rows-inserted", "rows-deleted", "columns-inserted", "columns-deleted", "cells-inserted", "cells-deleted"] as const);

export interface References {
  readonly keep: (object: ApiObject) => void;
  /** @throws ExcelError InvalidReference for an id that was released or never given */
  readonly get: (id: string) => ApiObject;
  readonly idOf: (object: ApiObject) => string | null;
  readonly release: (id: string) => void;
  readonly releaseAll: () => void;
  readonly count: () => number;
  /** Until the returned function is called, the objects of this map follow the cells too. */
  readonly alsoMove: (objects: ReadonlyMap<unknown, ApiObject | null>) => () => void;
  readonly close: () => void;
}

export function createReferences(book: Book): References {
  const objects = new Map<string, ApiObject>();
  const ids = new Map<ApiObject, string>();
  let atHand: ReadonlyMap<unknown, ApiObject | null> = new Map();
  let given = 0;

  const close = onChange(book, (change) => {
    if (!MOVING.has(change.kind)) return;
    for (const object of new Set([...objects.values(), ...atHand.values()])) object?.move(change);
  });

  function release(id: string): void {
    const object = objects.get(id);
    objects.delete(id);
    if (object !== undefined) ids.delete(object);
  }

  return {
    keep: (object) => {
      if (ids.has(object)) return;
      given += 1;
      const id = `{reference-${given}}`;
      objects.set(id, object);
      ids.set(object, id);
    },
    get: (id) => {
      const object = objects.get(id);
      if (object === undefined) throw new ExcelError("InvalidReference");
      return object;
    },
    idOf: (object) => ids.get(object) ?? null,
    release,
    releaseAll: () => {
      objects.clear();
      ids.clear();
    },
    count: () => objects.size,
    alsoMove: (map) => {
      atHand = map;
      return () => {
        atHand = new Map();
      };
    },
    close,
  };
}
