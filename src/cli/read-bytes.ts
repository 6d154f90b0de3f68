/** A file's bytes, or why there are none. */

import { readFile, stat } from "node:fs/promises";
import { LARGEST_FILE, TOO_LARGE } from "../embedded/book/files";
import { done, failed, type Outcome, type ProblemCode } from "../workbook/problem";

/** Fails with `workbook-too-large` without reading, `file-missing`, `file-is-folder`, or `file-unreadable` for whatever else the system refuses. */
export async function readBytes(file: string): Promise<Outcome<Uint8Array>> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) return failed({ ...TOO_LARGE, values: { ...TOO_LARGE.values, file } });
    return done(await readFile(file));
  } catch (error) {
    return failed({ code: REFUSALS.get(systemCode(error)) ?? "file-unreadable", values: { file } });
  }
}

const REFUSALS: ReadonlyMap<unknown, ProblemCode> = new Map<unknown, ProblemCode>([
  ["ENOENT", "file-missing"],
  ["ENOTDIR", "file-missing"],
  ["EISDIR", "file-is-folder"],
]);

/** The system's name for an error, such as `ENOENT`. */
export function systemCode(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}
