/** 标记异常: every check of a workbook that was computed, and of the report's text beside it. */

import type { Adjustment, OwnColumns } from "../domain/checks/input";
import { prepareChecks } from "../domain/checks/prepare";
import type { Reconciliation } from "../domain/checks/reconciliation";
import { runChecks, type Progress } from "../domain/checks/run";
import type { CheckSettings } from "../domain/checks/settings";
import { parseCutOff } from "../domain/execution/cut-off";
import type { AnyFinding } from "../domain/finding";
import { distinctAdjustments } from "../domain/narrative/adjustments";
import type { AdjustmentProposal, LineProposal } from "../domain/narrative/against-tables/proposals";
import { cutOffDay } from "../domain/narrative/self-check/dates";
import { wholeChanges } from "../domain/narrative/whole-changes";
import { finished } from "../domain/steps";
import type { Snapshot } from "../workbook/snapshot";
import { checkText, checkTextInSteps, textFindings, type CheckedText } from "./check-text";
import type { WorkbookExecution } from "./compute";
import { adjustmentsOf, confirmationOf } from "./review/confirmed";
import type { Review } from "./review/model";
import { withoutWritten } from "./written";

export interface CheckOptions {
  readonly settings: CheckSettings;
  /** What stands in our own columns and is not ours; see `ownColumnsOf`. */
  readonly ownColumns?: OwnColumns;
  /** The report's; null without one. */
  readonly text: string | null;
  /** Changed budgets that a person confirmed, as they count in the execution, too. */
  readonly confirmed: Review["confirmed"];
}

export interface CheckOutcome {
  /** Those of the tables in reading order of their cells, then those of the text in its order. */
  readonly findings: readonly AnyFinding[];
  /** Every comparison of tables that was made, the passed ones too. */
  readonly reconciliations: readonly Reconciliation[];
  /** What the text suggests, for a person to confirm. */
  readonly proposals: Proposals;
  /** What the text says and how it was compared; null without one. */
  readonly text: CheckedText | null;
}

export interface Proposals {
  readonly adjustments: readonly AdjustmentProposal[];
  readonly lines: readonly LineProposal[];
}

const NO_PROPOSALS: Proposals = { adjustments: [], lines: [] };

/** How much of the work reading and comparing the text counts as. */
const PART_OF_TEXT = 0.2;

export function checkExecution(snapshot: Snapshot, execution: WorkbookExecution, options: CheckOptions): CheckOutcome {
  return finished(checkInSteps(snapshot, execution, options));
}

/** The same, yielding after each slice of work; whoever does not go on has stopped it. */
export function* checkInSteps(snapshot: Snapshot, execution: WorkbookExecution, { settings, text, confirmed, ownColumns }: CheckOptions): Generator<Progress, CheckOutcome> {
  const { tables, executions, cutOff, earlier } = execution;
  const seen = withoutWritten(snapshot, earlier);
  const checked = text === null ? null : yield* reported(checkTextInSteps(text, seen, tables, cutOff));
  const part = checked === null ? 0 : PART_OF_TEXT;

  const workbook = prepareChecks({
    snapshot: seen, tables, executions,
    cutOff: cutOff ?? (checked === null ? null : parseCutOff(cutOffDay(checked.narrative.claims) ?? "")),
    adjustments: [...adjustmentsOf(confirmed), ...(checked === null ? [] : wholeAdjustments(checked))],
    ...(ownColumns === undefined ? {} : { ownColumns }),
  });
  const running = runChecks(workbook, settings);
  let step = running.next();
  for (; step.done !== true; step = running.next()) yield { ...step.value, done: part + step.value.done * (1 - part) };
  const { findings, reconciliations } = step.value;
  const told = checked === null ? [] : textFindings(checked).filter(({ rule }) => !settings.off.includes(rule));
  return { findings: [...findings, ...told], reconciliations, proposals: checked === null ? NO_PROPOSALS : checked.comparison, text: checked };
}

/** How many slices there will be is not known; each brings the end nearer. */
function* reported(steps: Generator<void, CheckedText>): Generator<Progress, CheckedText> {
  let done = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    done += (PART_OF_TEXT - done) / 16;
    yield { check: "narrative-mismatch", done };
  }
}

/** All changed budgets that a text tells, as if a person had confirmed each. */
export function confirmAll(text: string, snapshot: Snapshot, { tables, cutOff, earlier }: WorkbookExecution): Review["confirmed"] {
  return checkText(text, withoutWritten(snapshot, earlier), tables, cutOff).comparison.adjustments.map(confirmationOf);
}

/** Those of the whole budget, which change nobody's rate. */
function wholeAdjustments(checked: CheckedText): Adjustment[] {
  return distinctAdjustments(wholeChanges(checked.checks)).map(({ direction, money, tellings }) => ({ name: null, change: money.value.times(direction), unit: money.unit, quote: tellings[0]?.quote.text ?? "" }));
}
