/** One run: read the files, compute and check, and write the result beside them where asked to. */

import { openBook, type OpenedBook } from "../embedded/book/files";
import { createFilePort } from "../files/port";
import { describeFinding, describeReason } from "../i18n/describe";
import { sheetWords } from "../i18n/sheet-words";
import type { Translator } from "../i18n/translate";
import { confirmAll } from "../pipeline/check";
import { computeWorkbook } from "../pipeline/compute";
import { ownColumnsOf } from "../pipeline/own-columns";
import { canSummarise, choicesOfReview, prepareWriting, storedChoices } from "../pipeline/prepare";
import { reportOf } from "../pipeline/report";
import { storedReview, type Review } from "../pipeline/review";
import { done, failed, type Outcome } from "../workbook/problem";
import type { Arguments } from "./arguments";
import { checkPrepared } from "./check";
import { exportSummary } from "./export";
import { writeOutput } from "./output";
import { printReport } from "./print";
import { problemLine } from "./problem-line";
import { readBytes } from "./read-bytes";
import { readText } from "./read-text";
import { areSameFile } from "./write-bytes";

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

/** Fails where nothing could be computed or checked, or nothing could be written though it was asked for. */
export async function run(given: Arguments, words: Translator): Promise<Outcome<RunResult>> {
  for (const output of [given.output, given.exports.bureau]) {
    if (output !== null && (await areSameFile(given.input, output))) return failed({ code: "output-is-input", values: { file: output } });
  }
  const opened = await open(given.input);
  if (!opened.ok) return opened;
  const text = given.text === null ? done(null) : await readText(given.text);
  if (!text.ok) return text;
  const { book } = opened.value;
  const port = createFilePort(book);
  const snapshot = await port.read();
  if (!snapshot.ok) return snapshot;

  const chosen = storedChoices(snapshot.value);
  const asked = { ...chosen, basis: given.basis ?? chosen.basis, cutOff: given.cutOff ?? chosen.cutOff };
  const stored = storedReview(snapshot.value);
  // Whoever hands in the text stands by the adjustments it tells; there is nobody to ask. Of one kept in the workbook somebody was asked.
  const heard = text.value === null ? stored : { ...stored, confirmed: confirmAll(text.value, snapshot.value, computeWorkbook(snapshot.value, asked)) };
  const review: Review = given.formulas ? { ...heard, rates: "formulas" } : heard;
  const choices = { ...asked, ...choicesOfReview(review) };
  const prepared = prepareWriting(snapshot.value, choices, sheetWords(words));
  const { execution, plan } = prepared;
  const [problem] = prepared.problems;
  // Without a budget, or without expenditure, there are no rates to write; but totals and parts can be checked, and summed up.
  const isComputed = execution.executions.length > 0;
  if (!isComputed && (!canSummarise(prepared) || (given.output !== null && !given.summary))) return failed(problem ?? { code: "no-table" });
  // Nobody who has nothing written there needs to know what is protected.
  const notes = [...(isComputed ? [] : [words("cli.checked-only")]), ...prepared.problems.filter(({ code }) => given.output !== null || code !== "sheet-protected").map((found) => problemLine(found, words, given.input))];

  const toldText = text.value ?? review.text?.text ?? null;
  const { outcome, reviewed } = checkPrepared(prepared, review, toldText);
  if (given.output !== null) {
    const summary = given.summary ? { text: toldText } : null;
    const written = await writeOutput({ file: given.output, choices, review, isNewReview: review !== stored, summary }, opened.value, prepared, words);
    if (!written.ok) return written;
    notes.push(...written.value);
  }
  const ownColumns = ownColumnsOf(plan);
  const others = ownColumns.changed.length + ownColumns.left.length;
  if (others > 0) notes.push(words("cli.own-columns", { count: others }));
  const exported = await exportSummary(given, { snapshot: snapshot.value, execution, basis: choices.basis, outcome, reviewed }, words);
  if (!exported.ok) return exported;
  notes.push(...exported.value);
  const findings = reviewed.flatMap(({ finding, dismissal }) => (dismissal === null ? [finding] : []));
  const dismissed = reviewed.length - findings.length;
  if (dismissed > 0) notes.push(words("cli.dismissed", { count: dismissed }));
  const report = reportOf(execution, findings, { finding: (finding) => describeFinding(words, finding), reason: (reason) => describeReason(words, reason) });
  const output = given.json ? `${JSON.stringify(report, null, 1)}\n` : printReport(report, execution, words);
  return done({ output, notes, hasErrors: findings.some(({ severity }) => severity === "error") });
}

async function open(file: string): Promise<Outcome<OpenedBook>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const opened = await openBook(bytes.value);
  return opened.ok ? opened : failed({ ...opened.problem, values: { ...opened.problem.values, file } });
}
