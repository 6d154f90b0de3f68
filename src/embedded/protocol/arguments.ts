/** Reading a call's arguments. A missing argument and null are the same; everything else of a wrong type is "InvalidArgument". */

import type { Argument, Arguments, ObjectType } from "./definition";
import { ExcelError, invalidArgument } from "./errors";
import { isRecord, type Json, type JsonRecord } from "./json";

/** The plain data at a place; null when it is missing. */
export function plain(args: Arguments, index: number): Json {
  const argument = args[index];
  if (argument === undefined) return null;
  return plainOf(argument);
}

function plainOf(argument: Argument): Json {
  switch (argument.kind) {
    case "value":
      return argument.value;
    case "list":
      return argument.items.map(plainOf);
    case "object":
      throw invalidArgument();
  }
}

export function optionalText(args: Arguments, index: number): string | null {
  const given = plain(args, index);
  if (given === null || typeof given === "string") return given;
  throw invalidArgument();
}

export function text(args: Arguments, index: number): string {
  const given = plain(args, index);
  if (typeof given !== "string") throw invalidArgument();
  return given;
}

export function optionalFlag(args: Arguments, index: number): boolean | null {
  const given = plain(args, index);
  if (given === null || typeof given === "boolean") return given;
  throw invalidArgument();
}

export function flag(args: Arguments, index: number): boolean {
  return optionalFlag(args, index) ?? false;
}

export function optionalInteger(args: Arguments, index: number): number | null {
  const given = plain(args, index);
  if (given === null) return null;
  if (typeof given !== "number" || !Number.isInteger(given)) throw invalidArgument();
  return given;
}

export function integer(args: Arguments, index: number): number {
  const given = optionalInteger(args, index);
  if (given === null) throw invalidArgument();
  return given;
}

export function optionalRecord(args: Arguments, index: number): JsonRecord | null {
  const given = plain(args, index);
  if (given === null || isRecord(given)) return given;
  throw invalidArgument();
}

/** One of the words of an enumeration; `fallback` where the argument is missing. */
export function word<W extends string>(args: Arguments, index: number, words: readonly W[], fallback?: W): W {
  const given = plain(args, index);
  if (given === null && fallback !== undefined) return fallback;
  const found = words.find((candidate) => candidate === given);
  if (found === undefined) throw invalidArgument();
  return found;
}

/** Whether the argument is an object rather than data. */
export function isObject(args: Arguments, index: number): boolean {
  return args[index]?.kind === "object";
}

/** The state of the object at a place; a null object is "ItemNotFound", data or another type of object "InvalidArgument". */
export function stateArgument<S>(args: Arguments, index: number, type: ObjectType<S>): S {
  const argument = args[index];
  if (argument?.kind !== "object") throw invalidArgument();
  if (argument.object === null) throw new ExcelError("ItemNotFound");
  const state = type.stateOf(argument.object);
  if (state === null) throw invalidArgument();
  return state;
}
