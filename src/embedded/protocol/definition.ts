/**
 * How an Office.js object is declared: its properties, children, methods and items, each with the
 * requirement set it came with. `defineObject` turns a declaration into something the protocol can run
 * without knowing what state (`S`) stands behind an object.
 */

import type { Change } from "../book/book";
import { apiNotFound, ExcelError } from "./errors";
import { type Json, scriptName } from "./json";
import { type ApiSet, isAvailable } from "./level";
import type { Scope } from "./scope";

/** An argument of a call: plain data, another object (null is a null object), or a list that holds objects. */
export type Argument =
  | { readonly kind: "value"; readonly value: Json }
  | { readonly kind: "object"; readonly object: ApiObject | null }
  | { readonly kind: "list"; readonly items: readonly Argument[] };
export type Arguments = readonly Argument[];

export interface Property<S> {
  readonly set: ApiSet;
  readonly get: (self: S, scope: Scope) => Json;
  readonly put?: (self: S, value: Json, scope: Scope) => void;
}

export interface Child<S> {
  readonly set: ApiSet;
  readonly get: (self: S, scope: Scope) => ApiObject | null;
}

/** `object` methods give an object (null is a null object), `value` methods plain data, `action` methods nothing. */
export type Method<S> =
  | { readonly kind: "object"; readonly set: ApiSet; readonly call: (self: S, args: Arguments, scope: Scope) => ApiObject | null }
  | { readonly kind: "value"; readonly set: ApiSet; readonly call: (self: S, args: Arguments, scope: Scope) => Json }
  | { readonly kind: "action"; readonly set: ApiSet; readonly call: (self: S, args: Arguments, scope: Scope) => void };

export interface Definition<S> {
  /** The class name in the Excel namespace. */
  readonly name: string;
  /** By wire name. "Id" or "_Id" is what office.js keeps to find the object again. */
  readonly properties?: Readonly<Record<string, Property<S>>>;
  readonly children?: Readonly<Record<string, Child<S>>>;
  readonly methods?: Readonly<Record<string, Method<S>>>;
  /** Collections: all items, in order. */
  readonly items?: (self: S, scope: Scope) => readonly ApiObject[];
  /** Collections: the item a key names; null is "ItemNotFound". */
  readonly item?: (self: S, key: Json, scope: Scope) => ApiObject | null;
  /** Whether office.js may keep the object across requests by reference (ranges). */
  readonly tracked?: true;
  /** The state after cells moved; objects over cells follow them. */
  readonly moved?: (self: S, change: Change) => S;
  /** Whether what the object stands for is still there; using one that is gone is "ItemNotFound". */
  readonly exists?: (self: S) => boolean;
}

/** An object of the workbook as the protocol sees it. Errors are thrown as ExcelError. */
export interface ApiObject {
  readonly type: TypeInfo;
  readonly read: (property: string, scope: Scope) => Json;
  readonly write: (property: string, value: Json, scope: Scope) => void;
  readonly child: (name: string, scope: Scope) => ApiObject | null;
  readonly call: (method: string, args: Arguments, scope: Scope) => ApiObject | null;
  readonly invoke: (method: string, args: Arguments, scope: Scope) => Json;
  readonly item: (key: Json, scope: Scope) => ApiObject | null;
  readonly items: (scope: Scope) => readonly ApiObject[];
  /** Follows the cells after a change of the book. */
  readonly move: (change: Change) => void;
}

export interface TypeInfo {
  readonly name: string;
  readonly isCollection: boolean;
  readonly isTracked: boolean;
  /** "Id", "_Id" or nothing. */
  readonly identity: string | null;
  readonly properties: ReadonlyMap<string, ApiSet>;
  readonly children: ReadonlyMap<string, ApiSet>;
  readonly methods: ReadonlyMap<string, ApiSet>;
}

export interface ObjectType<S> extends TypeInfo {
  /** The object over a state. */
  readonly of: (self: S) => ApiObject;
  /** The state behind an object of this type, null for others. */
  readonly stateOf: (object: ApiObject) => S | null;
}

export const readable = <S>(set: ApiSet, get: Property<S>["get"]): Property<S> => ({ set, get });
export const writable = <S>(set: ApiSet, get: Property<S>["get"], put: NonNullable<Property<S>["put"]>): Property<S> => ({ set, get, put });
export const child = <S>(set: ApiSet, get: Child<S>["get"]): Child<S> => ({ set, get });
export const object = <S>(set: ApiSet, call: (self: S, args: Arguments, scope: Scope) => ApiObject | null): Method<S> => ({ kind: "object", set, call });
export const value = <S>(set: ApiSet, call: (self: S, args: Arguments, scope: Scope) => Json): Method<S> => ({ kind: "value", set, call });
export const action = <S>(set: ApiSet, call: (self: S, args: Arguments, scope: Scope) => void): Method<S> => ({ kind: "action", set, call });

/** A finder that gives null for nothing, as one that fails with "ItemNotFound" instead. */
export function existing<S>(find: (self: S, args: Arguments, scope: Scope) => ApiObject | null): (self: S, args: Arguments, scope: Scope) => ApiObject {
  return (self, args, scope) => {
    const found = find(self, args, scope);
    if (found === null) throw new ExcelError("ItemNotFound");
    return found;
  };
}

export function defineObject<S>(definition: Definition<S>): ObjectType<S> {
  const { name } = definition;
  const properties = tableOf(definition.properties);
  const children = tableOf(definition.children);
  const methods = tableOf(definition.methods);
  const current = new WeakMap<ApiObject, () => S>();

  const info: TypeInfo = {
    name,
    isCollection: definition.items !== undefined,
    isTracked: definition.tracked === true,
    identity: properties.has("Id") ? "Id" : properties.has("_Id") ? "_Id" : null,
    properties: setsOf(properties),
    children: setsOf(children),
    methods: setsOf(methods),
  };

  /** The declared member, if this host has it at its level. */
  function admitted<M extends { readonly set: ApiSet }>(members: ReadonlyMap<string, M>, member: string, scope: Scope): M {
    const found = members.get(member);
    if (found === undefined || !isAvailable(found.set, scope.level)) throw apiNotFound(`${name}.${scriptName(member)}`);
    return found;
  }

  function of(self: S): ApiObject {
    let state = self;

    function alive(): S {
      if (definition.exists?.(state) === false) throw new ExcelError("ItemNotFound");
      return state;
    }

    const bound: ApiObject = {
      type: info,
      read: (property, scope) => admitted(properties, property, scope).get(alive(), scope),
      write: (property, content, scope) => {
        const { put } = admitted(properties, property, scope);
        if (put === undefined) throw new ExcelError("InvalidArgument", `The property '${scriptName(property)}' is read-only.`);
        put(alive(), content, scope);
      },
      child: (member, scope) => admitted(children, member, scope).get(alive(), scope),
      call: (member, args, scope) => {
        const method = admitted(methods, member, scope);
        if (method.kind !== "object") throw apiNotFound(`${name}.${scriptName(member)}`);
        return method.call(alive(), args, scope);
      },
      invoke: (member, args, scope) => {
        const method = admitted(methods, member, scope);
        if (method.kind === "value") return method.call(alive(), args, scope);
        method.call(alive(), args, scope);
        return null;
      },
      item: (key, scope) => {
        if (definition.item === undefined) throw apiNotFound(`${name}.getItem`);
        const found = definition.item(alive(), key, scope);
        if (found === null) throw new ExcelError("ItemNotFound");
        return found;
      },
      items: (scope) => definition.items?.(alive(), scope) ?? [],
      move: (change) => {
        if (definition.moved !== undefined) state = definition.moved(state, change);
      },
    };
    current.set(bound, alive);
    return bound;
  }

  return { ...info, of, stateOf: (candidate) => current.get(candidate)?.() ?? null };
}

function tableOf<M>(members: Readonly<Record<string, M>> | undefined): ReadonlyMap<string, M> {
  return new Map(Object.entries(members ?? {}));
}

function setsOf(members: ReadonlyMap<string, { readonly set: ApiSet }>): ReadonlyMap<string, ApiSet> {
  return new Map([...members].map(([member, { set }]) => [member, set]));
}
