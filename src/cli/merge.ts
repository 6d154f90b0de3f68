/** Exported files of several units, put together into one workbook. */

import type { Translator } from "../i18n/translate";
import { failed, type Outcome } from "../workbook/problem";
import type { RunResult } from "./run";

export async function mergeFiles(files: readonly string[], output: string, words: Translator): Promise<Outcome<RunResult>> {
  return failed({ code: "not-exported", values: { file: files.join(output), words: words.locale } });
}
