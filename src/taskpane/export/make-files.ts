/** Exported files, made in the pane. What makes them is loaded when a file is asked for. */

import type * as WorkbookFile from "../../export/workbook-file";
import { findingWords } from "../../i18n/describe";
import { exportWords } from "../../i18n/export-words";
import { summaryWords } from "../../i18n/summary-words";
import { loadTranslator } from "../../i18n/load";
import type { Translator } from "../../i18n/translate";
import { bureauSheets } from "../../pipeline/export/bureau";
import { collectExport, type Collected } from "../../pipeline/export/collect";
import { consolidationSheets, refusalOf, type UnitFile } from "../../pipeline/export/consolidate";
import type { ExportFacts } from "../../pipeline/export/facts";
import { exportFileName } from "../../pipeline/export/file-name";
import { dataPackage } from "../../pipeline/export/package/data-package";
import { buildReport } from "../../pipeline/export/report/build";
import { verifyExport } from "../../pipeline/export/verify";
import { summaryOf } from "../../pipeline/summary";
import type { Basis } from "../../domain/execution/result";
import { done, failed, type Outcome, type Problem } from "../../workbook/problem";
import { loadPart } from "../../workbook/part";
import type { CheckResult } from "../state/session";
import { FILE_TYPES } from "./save-file";

export interface MadeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What is exported: a workbook that was checked, and whose it is. */
export interface Exported {
  readonly checked: CheckResult;
  readonly basis: Basis;
  /** The workbook's name; "" where Office does not tell. */
  readonly file: string;
  /** "" leaves it to the workbook. */
  readonly organisation: string;
}

export async function makeBureauFile(exported: Exported, words: Translator): Promise<Outcome<MadeFile>> {
  const { summary, facts } = collect(exported, words);
  return withWorkbooks(async ({ workbookFile }) => done({ name: nameOf(facts, ".xlsx", words), type: FILE_TYPES.xlsx, bytes: await workbookFile(bureauSheets(summary, facts, exportWords(words))) }));
}

/** In Chinese whatever the pane speaks. */
export async function makeReportFile(exported: Exported, words: Translator): Promise<Outcome<MadeFile>> {
  const loaded = await loadPart(() => import("../../export/word-file"));
  if (!loaded.ok) return loaded;
  const chinese = words.locale === "zh-CN" ? words : await loadTranslator("zh-CN");
  const { summary, facts } = collect(exported, chinese);
  const findings = exported.checked.findings.flatMap(({ id, finding, reason, dismissal }) => (dismissal === null ? [{ id, finding, reason: reason?.text ?? "" }] : []));
  const report = buildReport({ summary, findings, describe: (finding) => findingWords(chinese, finding) });
  return done({ name: nameOf(facts, ".docx", words), type: FILE_TYPES.docx, bytes: await loaded.value.wordFile(report) });
}

/** Tables first, then their description. */
export function makeDataFiles(exported: Exported, words: Translator): readonly (MadeFile & { readonly text: string })[] {
  const [description, ...tables] = dataPackage(collect(exported, words));
  return [...tables, ...(description === undefined ? [] : [description])].map(({ name, text }) => ({ name, text, type: name.endsWith(".csv") ? FILE_TYPES.csv : FILE_TYPES.json, bytes: new TextEncoder().encode(text) }));
}

/** Fails with `file-unreadable`, and as reading a workbook and `verifyExport` do; the problem names the file. */
export async function verifyFile(file: File): Promise<Outcome<ExportFacts>> {
  return withWorkbooks(async ({ sheetsOfFile }) => {
    const bytes = await bytesOf(file);
    const sheets = bytes.ok ? await sheetsOfFile(bytes.value) : bytes;
    const facts = sheets.ok ? verifyExport(sheets.value) : sheets;
    return facts.ok ? facts : failed({ ...facts.problem, values: { ...facts.problem.values, file: file.name } });
  });
}

/** Files can be moved, locked or taken away after they were chosen. */
async function bytesOf(file: File): Promise<Outcome<Uint8Array>> {
  try {
    return done(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return failed({ code: "file-unreadable" });
  }
}

export type Merged = { readonly kind: "merged"; readonly file: MadeFile; readonly units: number } | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** One file after another; where one is refused, none are merged. */
export async function mergeFiles(files: readonly File[], words: Translator): Promise<Outcome<Merged>> {
  const accepted: UnitFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const facts = await verifyFile(file);
    const problem = facts.ok ? refusalOf({ file: file.name, facts: facts.value }, accepted) : facts.problem;
    if (problem !== null) problems.push({ ...problem, values: { ...problem.values, file: file.name } });
    else if (facts.ok) accepted.push({ file: file.name, facts: { ...facts.value, sources: [] } });
  }
  const [first] = accepted;
  if (problems.length > 0 || first === undefined) return done({ kind: "refused", problems });
  const own = exportWords(words);
  return withWorkbooks(async ({ workbookFile }) => {
    const bytes = await workbookFile(consolidationSheets(accepted, "", own));
    const name = exportFileName({ ...first.facts, organisation: own("merge.sheet") }, ".xlsx", own);
    return done({ kind: "merged" as const, units: accepted.length, file: { name, type: FILE_TYPES.xlsx, bytes } });
  });
}

function collect({ checked, basis, file, organisation }: Exported, words: Translator): Collected {
  const { reading: { snapshot, execution }, findings } = checked;
  const own = summaryWords(words);
  return collectExport(summaryOf(snapshot, execution, basis, checked, own), snapshot, execution.tables, findings, { file, organisation }, own);
}

function nameOf(facts: ExportFacts, extension: string, words: Translator): string {
  return exportFileName(facts, extension, exportWords(words));
}

async function withWorkbooks<T>(work: (part: typeof WorkbookFile) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const loaded = await loadPart(() => import("../../export/workbook-file"));
  return loaded.ok ? work(loaded.value) : loaded;
}
