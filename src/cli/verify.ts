/** Whether an exported file is still as it was made. */

import { sheetsOfFile } from "../export/workbook-file";
import { exportWords } from "../i18n/export-words";
import type { Translator } from "../i18n/translate";
import type { ExportFacts } from "../pipeline/export/facts";
import { verifyExport } from "../pipeline/export/verify";
import { done, failed, type Outcome } from "../workbook/problem";
import { readBytes } from "./read-bytes";
import type { RunResult } from "./run";

/** Fails as reading a file does, and as `verifyExport`. */
export async function verifyFile(file: string, words: Translator): Promise<Outcome<RunResult>> {
  const facts = await readExport(file);
  return facts.ok ? done({ output: `${describeFacts(file, facts.value, words)}\n`, notes: [], hasErrors: false }) : facts;
}

/** What an exported file says of itself, once it is seen to be unchanged. Every problem names the file. */
export async function readExport(file: string): Promise<Outcome<ExportFacts>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const sheets = await sheetsOfFile(bytes.value);
  const facts = sheets.ok ? verifyExport(sheets.value) : sheets;
  return facts.ok ? facts : failed({ ...facts.problem, values: { ...facts.problem.values, file } });
}

function describeFacts(file: string, { organisation, year, cutOff, tool }: ExportFacts, words: Translator): string {
  const own = exportWords(words);
  const told = [organisation || own("no-organisation"), ...(year === null ? [] : [String(year)]), ...(cutOff === null ? [] : [cutOff]), tool];
  return words("cli.verified", { file, facts: told.join(" · ") });
}
