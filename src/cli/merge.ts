/** Exported files of several units, put together into one workbook. */

import path from "node:path";
import { workbookFile } from "../export/workbook-file";
import { exportWords } from "../i18n/export-words";
import type { Translator } from "../i18n/translate";
import { consolidationSheets, refusalOf, type UnitFile } from "../pipeline/export/consolidate";
import { done, failed, type Outcome } from "../workbook/problem";
import { problemLine } from "./problem-line";
import type { RunResult } from "./run";
import { readExport } from "./verify";
import { areSameFile, writeBytes } from "./write-bytes";

/** One file after another; where one is refused nothing is written, and every one of them is named with the reason. */
export async function mergeFiles(files: readonly string[], output: string, words: Translator): Promise<Outcome<RunResult>> {
  const accepted: UnitFile[] = [];
  const refused: string[] = [];
  for (const file of files) {
    if (await areSameFile(file, output)) return failed({ code: "output-is-input", values: { file: output } });
    const facts = await readExport(file);
    const unit = facts.ok ? { file: path.basename(file), facts: { ...facts.value, sources: [] } } : null;
    const problem = facts.ok ? (unit === null ? null : refusalOf(unit, accepted)) : facts.problem;
    if (problem !== null) refused.push(problemLine({ ...problem, values: { ...problem.values, file } }, words));
    else if (unit !== null) accepted.push(unit);
  }
  if (refused.length > 0) return done({ output: "", notes: [...refused, words("cli.merge-refused", { refused: refused.length, files: files.length })], hasErrors: false, isRefused: true });
  const written = await writeBytes(output, await workbookFile(consolidationSheets(accepted, "", exportWords(words))));
  if (!written.ok) return written;
  return done({ output: "", notes: [words("cli.merged", { file: output, units: accepted.length })], hasErrors: false });
}
