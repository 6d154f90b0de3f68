/**
 * Runs the actions of one request, in order and in one synchronous turn. The first that fails ends the
 * batch; what ran before it stays done and is answered.
 */

import { HostRefusal } from "../book/book";
import type { ApiObject, Argument, Arguments } from "./definition";
import { apiNotFound, ExcelError, messageOf } from "./errors";
import { isList, type Json, scriptName } from "./json";
import { runQuery } from "./query";
import type { References } from "./references";
import type { Action, ObjectPath, RawArguments, Request } from "./request";
import type { Scope } from "./scope";

export interface Failure {
  readonly code: string;
  readonly message: string;
  /** Index of the action that failed, and the member it failed at: "Range.values". */
  readonly actionIndex: number;
  readonly location: string;
}

export interface Execution {
  readonly results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly traceIds: readonly number[];
  readonly failure: Failure | null;
  /** Members used, for the log: "Worksheet.getRange", "Range.values =". */
  readonly calls: readonly string[];
}

/** Answer to a method of a null object. */
const IS_NULL: Json = { _IsNull: true };

/** Where object paths begin: the workbook, and services by name (null for unknown ones). */
export interface Roots {
  readonly workbook: ApiObject;
  readonly service: (name: string) => ApiObject | null;
}

/** `failAt` fails the action of that index on purpose, before it runs. */
export function execute(request: Request, roots: Roots, references: References, scope: Scope, failAt: { readonly index: number; readonly error: ExcelError } | null): Execution {
  const resolved = new Map<number, ApiObject | null>();
  const results: { ActionId: number; Value: Json }[] = [];
  const traceIds: number[] = [];
  const calls: string[] = [];
  let location = "";

  function visit(member: string): void {
    location = member;
  }

  function enter(target: ApiObject, member: string, suffix = ""): void {
    visit(`${target.type.name}.${scriptName(member)}`);
    calls.push(location + suffix);
  }

  function objectAt(id: number): ApiObject | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = request.paths.get(id);
    if (path === undefined) throw new ExcelError("InvalidRequest", `Cannot process the request: object path ${id} is missing.`);
    const found = follow(path);
    resolved.set(id, found);
    return found;
  }

  function follow(path: ObjectPath): ApiObject | null {
    switch (path.kind) {
      case "workbook":
        return roots.workbook;
      case "null":
        return null;
      case "new": {
        const service = roots.service(path.name);
        if (service === null) throw apiNotFound(path.name);
        return service;
      }
      case "reference":
        return references.get(path.reference);
      case "property": {
        const parent = objectAt(path.parent);
        if (parent === null) return null;
        enter(parent, path.name);
        return parent.child(path.name, scope);
      }
      case "indexer": {
        const parent = objectAt(path.parent);
        if (parent === null) return null;
        enter(parent, "getItem");
        return parent.item(path.args.values[0] ?? null, scope);
      }
      case "method": {
        const parent = objectAt(path.parent);
        if (parent === null) return null;
        const args = argumentsOf(path.args);
        enter(parent, path.name);
        return parent.call(path.name, args, scope);
      }
    }
  }

  function argumentsOf({ values, paths }: RawArguments): Arguments {
    return values.map((value, index) => argumentOf(value, paths[index] ?? 0));
  }

  function argumentOf(value: Json, path: Json): Argument {
    if (typeof path === "number" && path !== 0) return { kind: "object", object: objectAt(path) };
    if (isList(path) && isList(value)) return { kind: "list", items: value.map((item, index) => argumentOf(item, path[index] ?? 0)) };
    return { kind: "value", value };
  }

  function run(action: Exclude<Action, { kind: "trace" }>): Json {
    const target = objectAt(action.path);
    switch (action.kind) {
      case "instantiate":
        return target === null ? null : identityOf(target);
      case "query":
        if (target === null) return null;
        enter(target, "load");
        return runQuery(target, action.query, scope, visit);
      case "set":
        if (target === null) return null;
        enter(target, action.name, " =");
        target.write(action.name, propertyValue(action.args), scope);
        return null;
      case "method": {
        if (target === null) return IS_NULL;
        if (action.name === "_KeepReference") {
          if (target.type.isTracked) references.keep(target);
          return null;
        }
        const args = argumentsOf(action.args);
        enter(target, action.name);
        if (target === roots.workbook && action.name === "_RemoveReference") {
          references.release(String(action.args.values[0]));
          return null;
        }
        return target.invoke(action.name, args, scope);
      }
    }
  }

  function identityOf(target: ApiObject): Json {
    const { identity } = target.type;
    const reference = references.idOf(target);
    return {
      ...(identity === null ? {} : { [identity]: target.read(identity, scope) }),
      ...(reference === null ? {} : { _ReferenceId: reference }),
    };
  }

  function failureOf(error: unknown, actionIndex: number): Failure {
    if (error instanceof ExcelError || error instanceof HostRefusal) return { code: error.code, message: error.message, actionIndex, location };
    const detail = error instanceof Error ? error.message : String(error);
    return { code: "GeneralException", message: `${messageOf("GeneralException")} (${detail})`, actionIndex, location };
  }

  const stop = references.alsoMove(resolved);
  try {
    for (const [index, action] of request.actions.entries()) {
      try {
        if (failAt?.index === index) throw failAt.error;
        if (action.kind === "trace") traceIds.push(action.id);
        results.push({ ActionId: action.id, Value: action.kind === "trace" ? null : run(action) });
      } catch (error) {
        return { results, traceIds, failure: failureOf(error, index), calls };
      }
    }
    return { results, traceIds, failure: null, calls };
  } finally {
    stop();
  }
}

/** Setting a property to an object is something only custom data types do, which the host does not have. */
function propertyValue({ values, paths }: RawArguments): Json {
  if (typeof paths[0] === "number" && paths[0] !== 0) throw new ExcelError("InvalidArgument");
  return values[0] ?? null;
}
