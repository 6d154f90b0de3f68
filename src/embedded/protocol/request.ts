/** The body of a `context.sync()`, checked once at the boundary. */

import { ExcelError } from "./errors";
import { isList, isRecord, type Json } from "./json";

/** Arguments as sent: where `paths` holds a number, the value at that place is the id of an object path. */
export interface RawArguments {
  readonly values: readonly Json[];
  readonly paths: readonly Json[];
}

/** How an object is reached. `parent` and the path itself are known by their ids. */
export type ObjectPath =
  | { readonly kind: "workbook" }
  | { readonly kind: "new"; readonly name: string }
  | { readonly kind: "method"; readonly parent: number; readonly name: string; readonly args: RawArguments }
  | { readonly kind: "property"; readonly parent: number; readonly name: string }
  | { readonly kind: "indexer"; readonly parent: number; readonly args: RawArguments }
  | { readonly kind: "reference"; readonly reference: string }
  | { readonly kind: "null" };

/** What to load: slash-separated names in either case, "*" for all plain properties, and whole objects to expand. */
export interface Query {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top: number | null;
  readonly skip: number;
}

export type Action =
  | { readonly kind: "instantiate"; readonly id: number; readonly path: number }
  | { readonly kind: "query"; readonly id: number; readonly path: number; readonly query: Query }
  | { readonly kind: "method"; readonly id: number; readonly path: number; readonly name: string; readonly args: RawArguments }
  | { readonly kind: "set"; readonly id: number; readonly path: number; readonly name: string; readonly args: RawArguments }
  | { readonly kind: "trace"; readonly id: number };

export interface Request {
  readonly actions: readonly Action[];
  readonly paths: ReadonlyMap<number, ObjectPath>;
}

const PATH = { workbook: 1, new: 2, method: 3, property: 4, indexer: 5, reference: 6, null: 7 } as const;
const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

/** Throws ExcelError "InvalidRequest" for a body that office.js would not send, "ApiNotFound" for kinds of action the host does not know. */
export function parseRequest(body: unknown): Request {
  if (!isRecord(body) || !isList(body["Actions"]) || !isRecord(body["ObjectPaths"])) throw malformed("body");
  const paths = new Map<number, ObjectPath>();
  for (const path of Object.values(body["ObjectPaths"])) paths.set(integer(path, "Id"), parsePath(path));
  return { actions: body["Actions"].map(parseAction), paths };
}

function parsePath(path: Json): ObjectPath {
  const kind = integer(path, "ObjectPathType");
  switch (kind) {
    case PATH.workbook:
      return { kind: "workbook" };
    case PATH.new:
      return { kind: "new", name: text(path, "Name") };
    case PATH.method:
      return { kind: "method", parent: integer(path, "ParentObjectPathId"), name: text(path, "Name"), args: parseArguments(path) };
    case PATH.property:
      return { kind: "property", parent: integer(path, "ParentObjectPathId"), name: text(path, "Name") };
    case PATH.indexer:
      return { kind: "indexer", parent: integer(path, "ParentObjectPathId"), args: parseArguments(path) };
    case PATH.reference:
      return { kind: "reference", reference: text(path, "Name") };
    case PATH.null:
      return { kind: "null" };
    default:
      throw malformed(`ObjectPathType ${kind}`);
  }
}

function parseAction(action: Json): Action {
  const id = integer(action, "Id");
  const kind = integer(action, "ActionType");
  if (kind === ACTION.trace) return { kind: "trace", id };
  const path = integer(action, "ObjectPathId");
  switch (kind) {
    case ACTION.instantiate:
      return { kind: "instantiate", id, path };
    case ACTION.query:
      return { kind: "query", id, path, query: parseQuery(member(action, "QueryInfo")) };
    case ACTION.method:
      return { kind: "method", id, path, name: text(action, "Name"), args: parseArguments(action) };
    case ACTION.set:
      return { kind: "set", id, path, name: text(action, "Name"), args: parseArguments(action) };
    default:
      throw new ExcelError("ApiNotFound", `The host knows no action of type ${kind}.`);
  }
}

function parseQuery(query: Json | undefined): Query {
  if (query === undefined || query === null) return { select: [], expand: [], top: null, skip: 0 };
  if (!isRecord(query)) throw malformed("QueryInfo");
  const { Top: top, Skip: skip } = query;
  return {
    select: names(query["Select"]),
    expand: names(query["Expand"]),
    top: typeof top === "number" ? top : null,
    skip: typeof skip === "number" ? skip : 0,
  };
}

function names(list: Json | undefined): readonly string[] {
  if (list === undefined || list === null) return [];
  if (!isList(list)) throw malformed("QueryInfo");
  return list.map((name) => {
    if (typeof name !== "string") throw malformed("QueryInfo");
    return name;
  });
}

function parseArguments(owner: Json): RawArguments {
  const info = member(owner, "ArgumentInfo");
  if (!isRecord(info)) return { values: [], paths: [] };
  const { Arguments: values = [], ReferencedObjectPathIds: paths = [] } = info;
  if (!isList(values)) throw malformed("Arguments");
  return { values, paths: isList(paths) ? paths : [] };
}

function member(owner: Json, name: string): Json | undefined {
  return isRecord(owner) ? owner[name] : undefined;
}

function integer(owner: Json, name: string): number {
  const value = member(owner, name);
  if (typeof value !== "number" || !Number.isInteger(value)) throw malformed(name);
  return value;
}

function text(owner: Json, name: string): string {
  const value = member(owner, name);
  if (typeof value !== "string") throw malformed(name);
  return value;
}

function malformed(what: string): ExcelError {
  return new ExcelError("InvalidRequest", `Cannot process the request: ${what} is malformed.`);
}
