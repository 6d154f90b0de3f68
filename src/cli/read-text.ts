/** A report's text from a file. */

import { readReportFile } from "../pipeline/text-source/file";
import type { Outcome } from "../workbook/problem";
import { readBytes } from "./read-bytes";

/** Fails as `readBytes` and `readReportFile` do. */
export async function readText(file: string): Promise<Outcome<string>> {
  const bytes = await readBytes(file);
  return bytes.ok ? readReportFile(bytes.value, file) : bytes;
}
