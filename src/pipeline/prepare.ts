/** Everything that follows from a workbook as read: what pane and ribbon show and write. */

import { thresholdsOf } from "../domain/checks/thresholds";
import type { SheetWords } from "../domain/execution/sheet-words";
import { readLedger } from "../workbook/ledger";
import { lacksRates, type Problem } from "../workbook/problem";
import type { Snapshot } from "../workbook/snapshot";
import { adoptColumns, unknownColumns } from "./adopt";
import { choicesFromJson, choicesToJson } from "./choices";
import { computeWorkbook, type ComputeOptions, type WorkbookExecution } from "./compute";
import { planWriting, type WritePlan } from "./plan";
import type { RateContents } from "./rate-formulas";
import { adjustmentsOf, storedReview, type Review } from "./review";
import { findWritten, type EarlierWriting } from "./written";

export interface Prepared {
  readonly snapshot: Snapshot;
  readonly execution: WorkbookExecution;
  /** Empty where nothing can be written; `problems` then says why. */
  readonly plan: WritePlan;
  /** Everything that keeps a table from being computed or written. */
  readonly problems: readonly Problem[];
}

const NOTHING: WritePlan = { edits: [], tables: [], left: [], problems: [] };

/** Computes and plans with a person's choices, which the plan stores in the workbook too. */
export function prepareWriting(snapshot: Snapshot, choices: ComputeOptions, words: SheetWords): Prepared {
  const read = (earlier: EarlierWriting, rates: RateContents): Prepared => prepareWith(snapshot, { ...choices, rates }, words, earlier);
  const first = read(findWritten(snapshot), choices.rates);
  const adoption = adoptColumns(snapshot, first, words, read);
  if (adoption === null) return first;
  const prepared = read(adoption.earlier, choices.rates);
  return { ...prepared, problems: [...prepared.problems, ...unknownColumns(adoption.unknown, prepared)] };
}

function prepareWith(snapshot: Snapshot, choices: ComputeOptions, words: SheetWords, earlier: EarlierWriting): Prepared {
  const execution = computeWorkbook(snapshot, choices, earlier);
  const plan = execution.executions.length === 0 ? null : planWriting(snapshot, execution, choicesToJson(choices), words, choices.rates);
  return {
    snapshot, execution,
    plan: plan?.ok === true ? plan.value : NOTHING,
    // What keeps us from writing may have been met already in computing.
    problems: [...new Set([...execution.problems, ...(plan === null ? [] : plan.ok ? plan.value.problems : [plan.problem])])],
  };
}

/** Whether a summary has anything to say: rates, or tables of which all that is missing is the budget or the expenditure. */
export function canSummarise({ execution, problems }: Pick<Prepared, "execution" | "problems">): boolean {
  return execution.executions.length > 0 || (execution.tables.length > 0 && problems.every(lacksRates));
}

/** What computing takes from the decisions about a workbook: the thresholds are those of its checks. */
export function choicesOfReview({ settings, confirmed, rates }: Pick<Review, "settings" | "confirmed" | "rates">): Pick<ComputeOptions, "thresholds" | "adjustments" | "rates"> {
  return { thresholds: thresholdsOf(settings), adjustments: adjustmentsOf(confirmed), rates };
}

/** What was chosen and decided for this workbook when it was last written to. */
export function storedChoices(snapshot: Snapshot): ComputeOptions {
  const ledger = readLedger(snapshot.stored);
  return { ...choicesFromJson(ledger.ok ? ledger.value.choices : null), ...choicesOfReview(storedReview(snapshot)) };
}
