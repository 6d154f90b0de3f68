/** Checking what a property is set to. @throws ExcelError InvalidArgument, all of them */

import { invalidArgument } from "../protocol/errors";
import { isRecord, type Json, type JsonRecord } from "../protocol/json";

export function textOf(given: Json): string {
  if (typeof given !== "string") throw invalidArgument();
  return given;
}

export function numberOf(given: Json): number {
  if (typeof given !== "number" || !Number.isFinite(given)) throw invalidArgument();
  return given;
}

export function flagOf(given: Json): boolean {
  if (typeof given !== "boolean") throw invalidArgument();
  return given;
}

export function recordOf(given: Json): JsonRecord {
  if (!isRecord(given)) throw invalidArgument();
  return given;
}

/** One of the words of an enumeration. */
export function wordOf<W extends string>(given: Json, words: readonly W[]): W {
  const found = words.find((candidate) => candidate === given);
  if (found === undefined) throw invalidArgument();
  return found;
}
