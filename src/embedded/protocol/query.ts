/** What `load` asks for, read off an object in Excel's form: wire names, collections as `{_Items: […]}`. */

import type { ApiObject } from "./definition";
import { apiNotFound } from "./errors";
import { type Json, type JsonRecord, scriptName, wireName } from "./json";
import { isAvailable } from "./level";
import type { Query } from "./request";
import type { Scope } from "./scope";

/** Names to load, each with what to load beneath it; "*" stands for all plain properties. */
type Selection = Map<string, Selection>;

const ALL = "*";
/** Loads nothing, by convention. */
const NONE = "$none";

/** Told which member is being read, so that an error can name its place. */
export type Visit = (member: string) => void;

export function runQuery(target: ApiObject, query: Query, scope: Scope, visit: Visit): Json {
  const selection = selectionOf(query);
  return target.type.isCollection ? readCollection(target, selection, query, scope, visit) : readObject(target, selection, scope, visit);
}

function selectionOf({ select, expand }: Query): Selection {
  const selection: Selection = new Map();
  for (const path of select) add(selection, path.split(/[/.]/));
  for (const path of expand) add(selection, [...path.split(/[/.]/), ALL]);
  if (selection.size === 0) selection.set(ALL, new Map());
  return selection;
}

function add(selection: Selection, path: readonly string[]): void {
  let at = selection;
  for (const part of path) {
    if (part === "") continue;
    const name = part === ALL || part === NONE ? part : wireName(part);
    const next = at.get(name) ?? new Map<string, Selection>();
    at.set(name, next);
    at = next;
  }
}

function readObject(target: ApiObject, selection: Selection, scope: Scope, visit: Visit): JsonRecord {
  const { type } = target;
  const result: Record<string, Json> = {};
  if (type.identity !== null) result[type.identity] = target.read(type.identity, scope);
  for (const [name, beneath] of selection) {
    if (name === ALL) {
      for (const [property, set] of type.properties) {
        if (!isAvailable(set, scope.level) || property in result) continue;
        visit(`${type.name}.${scriptName(property)}`);
        result[property] = target.read(property, scope);
      }
    } else if (name !== NONE) {
      visit(`${type.name}.${scriptName(name)}`);
      result[name] = type.properties.has(name) ? target.read(name, scope) : readChild(target, name, beneath, scope, visit);
    }
  }
  return result;
}

function readChild(target: ApiObject, name: string, beneath: Selection, scope: Scope, visit: Visit): Json {
  if (!target.type.children.has(name)) throw apiNotFound(`${target.type.name}.${scriptName(name)}`);
  const found = target.child(name, scope);
  if (found === null) return null;
  const selection = beneath.size === 0 ? new Map([[ALL, new Map()]]) : beneath;
  if (!found.type.isCollection) return readObject(found, selection, scope, visit);
  return readCollection(found, selection, { top: null, skip: 0 }, scope, visit);
}

/** Names that the collection itself has are its own; all others are its items'. */
function readCollection(target: ApiObject, selection: Selection, { top, skip }: Pick<Query, "top" | "skip">, scope: Scope, visit: Visit): Json {
  const own: Selection = new Map();
  const ofItems: Selection = new Map();
  for (const [name, beneath] of selection) {
    if (name === ALL) {
      own.set(name, beneath);
      ofItems.set(name, beneath);
    } else if (target.type.properties.has(name) || target.type.children.has(name)) own.set(name, beneath);
    else ofItems.set(name, beneath);
  }
  const result = own.size === 0 ? {} : readObject(target, own, scope, visit);
  if (ofItems.size === 0) return result;
  const items = target.items(scope).slice(skip, top === null ? undefined : skip + top);
  return { ...result, _Items: items.map((item) => readObject(item, ofItems, scope, visit)) };
}
