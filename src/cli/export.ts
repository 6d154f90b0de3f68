/** The files that a run makes of the summary where it is asked to. */

import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Basis } from "../domain/execution/result";
import { workbookFile } from "../export/workbook-file";
import { findingWords } from "../i18n/describe";
import { exportWords } from "../i18n/export-words";
import { summaryWords } from "../i18n/summary-words";
import { createTranslator } from "../i18n/catalogs";
import type { Translator } from "../i18n/translate";
import type { CheckOutcome } from "../pipeline/check";
import type { WorkbookExecution } from "../pipeline/compute";
import { bureauSheets } from "../pipeline/export/bureau";
import { collectExport, type Collected } from "../pipeline/export/collect";
import { dataPackage } from "../pipeline/export/package/data-package";
import { buildReport } from "../pipeline/export/report/build";
import type { ReviewedFinding } from "../pipeline/review";
import { summaryOf } from "../pipeline/summary";
import type { Snapshot } from "../workbook/snapshot";
import { done, failed, type Outcome } from "../workbook/problem";
import type { Arguments } from "./arguments";
import { writeBytes } from "./write-bytes";

export interface CheckedWorkbook {
  readonly snapshot: Snapshot;
  readonly execution: WorkbookExecution;
  readonly basis: Basis;
  readonly outcome: CheckOutcome;
  readonly reviewed: readonly ReviewedFinding[];
}

/** What was written, in words. Fails with `file-not-written`. */
export async function exportSummary({ input, exports: { bureau, report, datapackage, organisation } }: Pick<Arguments, "input" | "exports">, checked: CheckedWorkbook, words: Translator): Promise<Outcome<readonly string[]>> {
  const notes: string[] = [];
  const collect = (language: Translator): Collected => {
    const { snapshot, execution, basis, outcome, reviewed } = checked;
    const own = summaryWords(language);
    return collectExport(summaryOf(snapshot, execution, basis, { ...outcome, findings: reviewed }, own), snapshot, execution.tables, reviewed, { file: path.basename(input), organisation: organisation ?? "" }, own);
  };
  if (bureau !== null) {
    const { summary, facts } = collect(words);
    const written = await writeBytes(bureau, await workbookFile(bureauSheets(summary, facts, exportWords(words))));
    if (!written.ok) return written;
    notes.push(words("cli.exported", { file: bureau }));
  }
  if (report !== null) {
    const written = await writeBytes(report, await reportFile(collect, checked));
    if (!written.ok) return written;
    notes.push(words("cli.exported", { file: report }));
  }
  if (datapackage !== null) {
    const written = await writePackage(datapackage, collect(words));
    if (!written.ok) return written;
    notes.push(words("cli.exported", { file: datapackage }));
  }
  return done(notes);
}

/** The report is in Chinese whatever the command line speaks. */
async function reportFile(collect: (language: Translator) => Collected, { reviewed }: CheckedWorkbook): Promise<Uint8Array> {
  const { wordFile } = await import("../export/word-file");
  const chinese = createTranslator("zh-CN");
  const findings = reviewed.flatMap(({ id, finding, reason, dismissal }) => (dismissal === null ? [{ id, finding, reason: reason?.text ?? "" }] : []));
  return wordFile(buildReport({ summary: collect(chinese).summary, findings, describe: (finding) => findingWords(chinese, finding) }));
}

async function writePackage(folder: string, collected: Collected): Promise<Outcome<null>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    return failed({ code: "file-not-written", values: { file: folder } });
  }
  for (const { name, text } of dataPackage(collected)) {
    const written = await writeBytes(path.join(folder, name), text);
    if (!written.ok) return written;
  }
  return done(null);
}
