/** 生成汇总表: from a workbook that was computed and checked to the summary of it. */

import type { Basis } from "../domain/execution/result";
import { finished } from "../domain/steps";
import { buildInSteps, buildSummary } from "../domain/summary/build";
import type { SummaryInput } from "../domain/summary/input";
import type { Summary } from "../domain/summary/model";
import type { SummaryWords } from "../domain/summary/words";
import type { Outcome } from "../workbook/problem";
import type { Snapshot } from "../workbook/snapshot";
import type { CheckOutcome } from "./check";
import type { WorkbookExecution } from "./compute";
import type { KeptWords } from "./layout/kept";
import { planInSteps, type SummaryPlan } from "./layout/plan";
import type { ReviewedFinding } from "./review";
import { withoutWritten } from "./written";

/** What the sheets say, and what stands over what people wrote on them before. */
export interface SummaryWording {
  readonly summary: SummaryWords;
  readonly kept: KeptWords;
}

/** What checking came to, with what was decided about it. */
export interface CheckedWorkbook extends Pick<CheckOutcome, "reconciliations" | "text"> {
  readonly findings: readonly ReviewedFinding[];
}

/** The sheets as they would be written now. Fails as `planSummary` does. */
export function prepareSummary(snapshot: Snapshot, execution: WorkbookExecution, basis: Basis, checked: CheckedWorkbook, words: SummaryWording): Outcome<SummaryPlan> {
  return finished(prepareInSteps(snapshot, execution, basis, checked, words));
}

/** Rests in between: with thousands of projects it takes seconds. */
export function* prepareInSteps(snapshot: Snapshot, execution: WorkbookExecution, basis: Basis, checked: CheckedWorkbook, words: SummaryWording): Generator<void, Outcome<SummaryPlan>> {
  const summary = yield* buildInSteps(inputOf(snapshot, execution, basis, checked), words.summary);
  return yield* planInSteps(snapshot, summary, words.kept);
}

/** `basis` is the one that was chosen; a table that does not have it says which it uses. */
export function summaryOf(snapshot: Snapshot, execution: WorkbookExecution, basis: Basis, checked: CheckedWorkbook, words: SummaryWords): Summary {
  return buildSummary(inputOf(snapshot, execution, basis, checked), words);
}

function inputOf(snapshot: Snapshot, execution: WorkbookExecution, basis: Basis, { findings, reconciliations, text }: CheckedWorkbook): SummaryInput {
  return {
    snapshot: withoutWritten(snapshot, execution.earlier),
    tables: execution.tables, executions: execution.executions, cutOff: execution.cutOff, adjustments: execution.adjustments, thresholds: execution.thresholds,
    basis, reconciliations, text,
    findings: findings.map(({ id, finding, reason, dismissal }) => ({ id, finding, reason: reason?.text ?? "", category: reason?.category ?? null, dismissed: dismissal })),
  };
}
