/** 标记异常 from the ribbon, without the pane: with the settings and decisions kept in the workbook. */

import { CHECKS } from "../domain/checks/registry";
import type { SheetWords } from "../domain/execution/sheet-words";
import type { AnyFinding, Severity } from "../domain/finding";
import { checkExecution } from "../pipeline/check";
import { flagEdits } from "../pipeline/flag";
import { isMisplaced } from "../pipeline/misplaced";
import { ownColumnsOf } from "../pipeline/own-columns";
import { prepareWriting, storedChoices, type Prepared } from "../pipeline/prepare";
import { reviewFindings, storedReview, type Review } from "../pipeline/review";
import type { Place } from "../workbook/address";
import type { WorkbookPort } from "../workbook/port";
import { failedRun, ribbonRun, writeRun, type RibbonRun } from "./lastRun";

/**
 * Writes and colours rates and statuses, then shows the outcome in the sheet: the cell that proves the gravest finding
 * still open is selected, on the sheet in front if it has one as grave. The findings themselves wait for the pane.
 */
export async function flagAnomalies(port: WorkbookPort, words: SheetWords): Promise<RibbonRun> {
  const snapshot = await port.read();
  if (!snapshot.ok) return ribbonRun("flag", null, failedRun(snapshot.problem));
  const review = storedReview(snapshot.value);
  const choices = storedChoices(snapshot.value);
  const prepared = prepareWriting(snapshot.value, choices, words);
  const { plan, problems, execution } = prepared;
  const [problem] = problems;
  if (execution.tables.length === 0) {
    if (problem?.place !== undefined) await port.select(problem.place);
    return ribbonRun("flag", snapshot.value, failedRun(problem ?? { code: "no-table" }));
  }
  const outcome = await writeRun(port, flagEdits(prepared, review.colours, choices.thresholds, words), (now) => isMisplaced(prepared, prepareWriting(now, choices, words)));
  const place = gravestPlace(prepared, review) ?? plan.tables[0]?.rate.place ?? null;
  if (outcome.kind === "failed" && outcome.problem.place !== undefined) await port.select(outcome.problem.place);
  else if (place !== null) await port.select(place);
  return ribbonRun("flag", snapshot.value, outcome);
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Of equally grave ones that of the check listed first: overspending comes before falling behind. */
function gravestPlace({ snapshot, execution, plan }: Prepared, review: Review): Place | null {
  const { findings } = checkExecution(snapshot, execution, { settings: review.settings, text: review.text?.text ?? null, confirmed: review.confirmed, ownColumns: ownColumnsOf(plan) });
  const order = new Map(CHECKS.map(({ id }, at) => [id, at]));
  const rank = ({ severity, place, rule }: AnyFinding): number => (GRAVITY[severity] * 2 + (place?.sheetId === snapshot.activeSheetId ? 0 : 1)) * (CHECKS.length + 1) + (order.get(rule) ?? CHECKS.length);
  const placed = reviewFindings(findings, execution.tables, snapshot, review).flatMap(({ finding, dismissal }) => (dismissal === null && finding.place !== null ? [finding] : []));
  return placed.reduce<AnyFinding | null>((best, finding) => (best === null || rank(finding) < rank(best) ? finding : best), null)?.place ?? null;
}
