/** The workbook with what the add-in would have written into it, in a new file. */

import type { Book } from "../embedded/book/book";
import { extensionOf, saveBook, type OpenedBook } from "../embedded/book/files";
import { createFilePort } from "../files/port";
import { describePlace } from "../i18n/describe";
import { keptWords, sheetWords } from "../i18n/sheet-words";
import { summaryWords } from "../i18n/summary-words";
import type { Translator } from "../i18n/translate";
import type { ComputeOptions } from "../pipeline/compute";
import { compareFigures } from "../pipeline/layout/compare";
import { prepareWriting, type Prepared } from "../pipeline/prepare";
import { compareRates } from "../pipeline/rate-formulas";
import { keepReview, type Review } from "../pipeline/review";
import { prepareSummary } from "../pipeline/summary";
import type { WorkbookPort } from "../workbook/port";
import { done, failed, type Outcome, type Problem } from "../workbook/problem";
import { checkPrepared } from "./check";
import { writeBytes } from "./write-bytes";

export interface OutputRequest {
  readonly file: string;
  readonly choices: ComputeOptions;
  readonly review: Review;
  /** Whether the workbook does not keep it yet. */
  readonly isNewReview: boolean;
  /** null: rates and statuses only; else the summary's sheets, too, with the report's text where there is one. */
  readonly summary: { readonly text: string | null } | null;
}

/** What was written, in words. Writes rates and statuses, and the summary from what then stands there. Nothing is saved where any of it fails. */
export async function writeOutput({ file, choices, review, isNewReview, summary }: OutputRequest, { book, notCarried }: OpenedBook, { plan, execution, problems: [problem] }: Prepared, words: Translator): Promise<Outcome<readonly string[]>> {
  const isSummaryOnly = summary !== null && execution.executions.length === 0;
  if (plan.tables.length === 0 && !isSummaryOnly) return failed(problem ?? { code: "no-table" });
  const misnamed = misnamedOutput(file, book);
  if (misnamed !== null) return failed(misnamed);
  const port = createFilePort(book);
  const applied = await port.apply(plan.edits);
  if (!applied.ok) return applied;
  const rates = await comparedRates(port, plan, words);
  if (!rates.ok) return rates;
  const kept = isNewReview ? await keep(port, review) : done(null);
  if (!kept.ok) return kept;
  const made = summary === null ? done(null) : await addSummary(port, choices, review, summary.text, words);
  if (!made.ok) return made;
  const written = await writeBytes(file, await saveBook(book));
  if (!written.ok) return written;
  return done([
    words("cli.written", { file, cells: applied.value.cellsWritten }),
    ...rates.value,
    ...(made.value ?? []),
    ...(notCarried.length === 0 ? [] : [words("cli.not-carried", { parts: notCarried.join(", ") })]),
  ]);
}

/** Of rates that stand as formulas: how many, which of them come to something else than they are, and how many are values instead. */
async function comparedRates(port: WorkbookPort, { tables }: Prepared["plan"], words: Translator): Promise<Outcome<readonly string[]>> {
  const snapshot = await port.read();
  if (!snapshot.ok) return snapshot;
  const { formulas, differences } = compareRates(snapshot.value, tables);
  const asValues = tables.flatMap((table) => table.formulas).reduce((count, column) => count + column.asValues.length, 0);
  return done([
    ...(formulas === 0 ? [] : [words("formulas.compared", { count: formulas, differences: differences.length })]),
    ...differences.map(({ place, expected, found }) => `${describePlace(place)}: ${words("formulas.difference", { expected: expected?.toFixed() ?? words("pane.preview.blank"), found: String(found) })}`),
    ...(asValues === 0 ? [] : [words("cli.formulas.values", { count: asValues })]),
  ]);
}

/** Decisions that were made on the way, into the workbook that is to be written. */
async function keep(port: WorkbookPort, review: Review): Promise<Outcome<null>> {
  const snapshot = await port.read();
  const edit = snapshot.ok ? keepReview(snapshot.value, review) : snapshot;
  if (!edit.ok) return edit;
  const kept = edit.value === null ? null : await port.apply([edit.value]);
  return kept?.ok === false ? kept : done(null);
}

/** The summary's sheets in the workbook, and what is to be told of them. */
async function addSummary(port: WorkbookPort, choices: ComputeOptions, review: Review, text: string | null, words: Translator): Promise<Outcome<readonly string[]>> {
  const snapshot = await port.read();
  if (!snapshot.ok) return snapshot;
  const prepared = prepareWriting(snapshot.value, choices, sheetWords(words));
  const { outcome, reviewed } = checkPrepared(prepared, review, text);
  const planned = prepareSummary(snapshot.value, prepared.execution, choices.basis, { ...outcome, findings: reviewed }, { summary: summaryWords(words), kept: keptWords(words) });
  if (!planned.ok) return planned;
  const { edits, layouts, leftBehind, renamed } = planned.value;
  const applied = await port.apply(edits);
  const after = applied.ok ? await port.read() : applied;
  if (!after.ok) return after;
  const differences = compareFigures(layouts, after.value.sheets).length;
  return done([
    words(differences === 0 ? "summary-view.outcome" : "summary-view.outcome.differ", { count: layouts.length, differences }),
    ...(renamed.length === 0 ? [] : [words("summary-view.renamed", { sheets: renamed.join(words("summary-view.and")) })]),
    ...(leftBehind.length === 0 ? [] : [words("summary-view.left-behind", { sheets: leftBehind.join(words("summary-view.and")) })]),
  ]);
}

/** Excel opens no file whose name does not say whether it holds macros. */
function misnamedOutput(file: string, book: Book): Problem | null {
  const extension = extensionOf(book);
  if (file.toLowerCase().endsWith(extension)) return null;
  return { code: extension === ".xlsm" ? "output-not-xlsm" : "output-not-xlsx", values: { file } };
}
