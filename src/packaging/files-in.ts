/** What a folder holds. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ReleaseFile } from "./release";

/** All files in and below it, by their paths from there. */
export function filesIn(folder: string): ReleaseFile[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return { path: relative(folder, file).split(sep).join("/"), bytes: readFileSync(file) };
  });
}
