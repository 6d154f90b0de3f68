/** 生成汇总表 from the ribbon, without the pane: with the settings, text and decisions kept in the workbook. */

import type { SheetWords } from "../domain/execution/sheet-words";
import { checkExecution } from "../pipeline/check";
import { ownColumnsOf } from "../pipeline/own-columns";
import { canSummarise, prepareWriting, storedChoices } from "../pipeline/prepare";
import { reviewFindings, storedReview } from "../pipeline/review";
import { prepareSummary, type SummaryWording } from "../pipeline/summary";
import type { WorkbookPort } from "../workbook/port";
import { failedRun, ribbonRun, writeRun, type RibbonRun } from "./lastRun";

/**
 * Checks everything and makes the summary's sheets, or brings them up to date, then shows the first of them.
 * Rates beside the data are another button's.
 */
export async function buildSummary(port: WorkbookPort, words: SheetWords, wording: SummaryWording): Promise<RibbonRun> {
  const snapshot = await port.read();
  if (!snapshot.ok) return ribbonRun("summarise", null, failedRun(snapshot.problem));
  const review = storedReview(snapshot.value);
  const choices = storedChoices(snapshot.value);
  const prepared = prepareWriting(snapshot.value, choices, words);
  const { plan, execution, problems: [problem] } = prepared;
  if (!canSummarise(prepared)) {
    if (problem?.place !== undefined) await port.select(problem.place);
    return ribbonRun("summarise", snapshot.value, failedRun(problem ?? { code: "no-table" }));
  }
  const checked = checkExecution(snapshot.value, execution, { settings: review.settings, text: review.text?.text ?? null, confirmed: review.confirmed, ownColumns: ownColumnsOf(plan) });
  const findings = reviewFindings(checked.findings, execution.tables, snapshot.value, review);
  const planned = prepareSummary(snapshot.value, execution, choices.basis, { ...checked, findings }, wording);
  if (!planned.ok) return ribbonRun("summarise", snapshot.value, failedRun(planned.problem));
  const outcome = await writeRun(port, planned.value.edits);
  // The pane compares the sheets as they are once it was written.
  const after = outcome.kind === "written" ? await port.read() : snapshot;
  const made = after.ok ? after.value : snapshot.value;
  const first = made.sheets.find(({ name }) => name === planned.value.layouts[0]?.name);
  if (outcome.kind !== "failed" && first !== undefined) await port.select({ sheetId: first.id, range: { top: 0, left: 0, bottom: 0, right: 0 } });
  return ribbonRun("summarise", made, outcome);
}
