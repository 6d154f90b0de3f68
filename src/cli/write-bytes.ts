/** Files as a run leaves them: whole, or not at all. */

import { realpath, rename, rm, writeFile } from "node:fs/promises";
import { done, failed, type Outcome, type Problem } from "../workbook/problem";

/** Through relative paths and links. A file that is not there is no other file. */
export async function areSameFile(one: string, other: string): Promise<boolean> {
  try {
    return (await realpath(one)) === (await realpath(other));
  } catch {
    return false;
  }
}

/** Fails with `file-not-written`. Beside the target first, then renamed: a run that is cut off leaves no half a file. */
export async function writeBytes(file: string, bytes: Uint8Array | string): Promise<Outcome<null>> {
  const unfinished = `${file}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, file);
    return done(null);
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const problem: Problem = { code: "file-not-written", values: { file } };
    return failed(problem);
  }
}
