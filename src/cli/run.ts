/** One run: read the files, compute and check, and write the result beside them where asked to. */

import type { Book } from "../embedded/book/book";
import { extensionOf, openBook, saveBook, type OpenedBook } from "../embedded/book/files";
import { createFilePort } from "../files/port";
import { describeFinding } from "../i18n/describe";
import { sheetWords } from "../i18n/sheet-words";
import type { Translator } from "../i18n/translate";
import { checkExecution, confirmAll } from "../pipeline/check";
import { computeWorkbook } from "../pipeline/compute";
import { ownColumnsOf } from "../pipeline/own-columns";
import { choicesOfReview, prepareWriting, storedChoices } from "../pipeline/prepare";
import { reportOf } from "../pipeline/report";
import { keepReview, reviewFindings, storedReview, type Review } from "../pipeline/review";
import type { WorkbookPort } from "../workbook/port";
import { done, failed, type Outcome, type Problem } from "../workbook/problem";
import type { Arguments } from "./arguments";
import { printReport } from "./print";
import { problemLine } from "./problem-line";
import { readBytes } from "./read-bytes";
import { exportSummary } from "./export";
import { readText } from "./read-text";
import { areSameFile, writeBytes } from "./write-bytes";

export interface RunResult {
  /** For stdout. */
  readonly output: string;
  /** For stderr: what a person should know besides. */
  readonly notes: readonly string[];
  /** Whether a finding is an error. */
  readonly hasErrors: boolean;
  /** Nothing was written, and the notes say why. */
  readonly isRefused?: true;
}

/** Fails where nothing could be computed, or nothing could be written though it was asked for. */
export async function run(given: Arguments, words: Translator): Promise<Outcome<RunResult>> {
  for (const output of [given.output, given.exports.bureau]) {
    if (output !== null && (await areSameFile(given.input, output))) return failed({ code: "output-is-input", values: { file: output } });
  }
  const opened = await open(given.input);
  if (!opened.ok) return opened;
  const text = given.text === null ? done(null) : await readText(given.text);
  if (!text.ok) return text;
  const { book, notCarried } = opened.value;
  const port = createFilePort(book);
  const snapshot = await port.read();
  if (!snapshot.ok) return snapshot;

  const chosen = storedChoices(snapshot.value);
  const asked = { ...chosen, basis: given.basis ?? chosen.basis, cutOff: given.cutOff ?? chosen.cutOff };
  const stored = storedReview(snapshot.value);
  // Whoever hands in the text stands by the adjustments it tells; there is nobody to ask. Of one kept in the workbook somebody was asked.
  const review = text.value === null ? stored : { ...stored, confirmed: confirmAll(text.value, snapshot.value, computeWorkbook(snapshot.value, asked)) };
  const choices = { ...asked, ...choicesOfReview(review) };
  const prepared = prepareWriting(snapshot.value, choices, sheetWords(words));
  const { execution, plan } = prepared;
  const [problem] = prepared.problems;
  if (execution.executions.length === 0) return failed(problem ?? { code: "no-table" });
  const notes = prepared.problems.map((found) => problemLine(found, words, given.input));

  if (given.output !== null) {
    if (plan.tables.length === 0) return failed(problem ?? { code: "no-table" });
    const misnamed = misnamedOutput(given.output, book);
    if (misnamed !== null) return failed(misnamed);
    const applied = await port.apply(plan.edits);
    if (!applied.ok) return applied;
    const kept = review === stored ? done(null) : await keep(port, review);
    if (!kept.ok) return kept;
    const written = await writeBytes(given.output, await saveBook(book));
    if (!written.ok) return written;
    notes.push(words("cli.written", { file: given.output, cells: applied.value.cellsWritten }));
    if (notCarried.length > 0) notes.push(words("cli.not-carried", { parts: notCarried.join(", ") }));
  }
  const ownColumns = ownColumnsOf(plan);
  const others = ownColumns.changed.length + ownColumns.left.length;
  if (others > 0) notes.push(words("cli.own-columns", { count: others }));
  const outcome = checkExecution(snapshot.value, execution, { settings: review.settings, text: text.value ?? review.text?.text ?? null, confirmed: review.confirmed, ownColumns });
  const reviewed = reviewFindings(outcome.findings, execution.tables, snapshot.value, review);
  const exported = await exportSummary(given, { snapshot: snapshot.value, execution, basis: choices.basis ?? "adjusted", outcome, reviewed }, words);
  if (!exported.ok) return exported;
  notes.push(...exported.value);
  const findings = reviewed.flatMap(({ finding, dismissal }) => (dismissal === null ? [finding] : []));
  const dismissed = reviewed.length - findings.length;
  if (dismissed > 0) notes.push(words("cli.dismissed", { count: dismissed }));
  const report = reportOf(execution, findings, (finding) => describeFinding(words, finding));
  const output = given.json ? `${JSON.stringify(report, null, 1)}\n` : printReport(report, execution, words);
  return done({ output, notes, hasErrors: findings.some(({ severity }) => severity === "error") });
}

/** Excel opens no file whose name does not say whether it holds macros. */
function misnamedOutput(file: string, book: Book): Problem | null {
  const extension = extensionOf(book);
  if (file.toLowerCase().endsWith(extension)) return null;
  return { code: extension === ".xlsm" ? "output-not-xlsm" : "output-not-xlsx", values: { file } };
}

/** Decisions that were made on the way, into the workbook that is to be written. */
async function keep(port: WorkbookPort, review: Review): Promise<Outcome<null>> {
  const snapshot = await port.read();
  const edit = snapshot.ok ? keepReview(snapshot.value, review) : snapshot;
  if (!edit.ok) return edit;
  const kept = edit.value === null ? null : await port.apply([edit.value]);
  return kept?.ok === false ? kept : done(null);
}

async function open(file: string): Promise<Outcome<OpenedBook>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const opened = await openBook(bytes.value);
  return opened.ok ? opened : failed({ ...opened.problem, values: { ...opened.problem.values, file } });
}
