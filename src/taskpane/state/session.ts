/** Everything the pane knows, as plain data. What can happen to it: reducer.ts. */

import type { SavedRun } from "../../commands/lastRun";
import type { Run } from "../../commands/keptRuns";
import type { Reconciliation } from "../../domain/checks/reconciliation";
import type { Progress } from "../../domain/checks/run";
import type { Status, TableExecution } from "../../domain/execution/result";
import type { Severity, TextPlace } from "../../domain/finding";
import type { BudgetTable } from "../../domain/table";
import type { Proposals } from "../../pipeline/check";
import type { CheckedText } from "../../pipeline/check-text";
import { DEFAULT_OPTIONS, type ComputeOptions } from "../../pipeline/compute";
import type { Prepared } from "../../pipeline/prepare";
import { EMPTY_REVIEW, type Matters, type Review, type ReviewedFinding } from "../../pipeline/review";
import type { Place } from "../../workbook/address";
import type { Edit } from "../../workbook/edits";
import type { Problem } from "../../workbook/problem";

/** What the pane is waiting for; it starts nothing else meanwhile. */
export type Activity =
  | "reading"
  /** Reading again of its own accord; whatever is asked for takes its place. */
  | "refreshing"
  /** Reading and computing for an act that writes, which has written nothing yet. */
  | "preparing"
  | "writing"
  | "undoing"
  /** Taking back what was written until it was stopped. */
  | "cancelling";

/** Cells that are written, of all that are to be. */
export interface Written {
  readonly cells: number;
  readonly all: number;
}

/** A place that undoing left alone: `changed` cells of it, where it is a whole sheet. */
export interface KeptPlace extends Place {
  readonly changed?: number;
}

/** What the last act came to. */
export type ActOutcome =
  | { readonly kind: "written"; readonly cells: number }
  /** Whole sheets that the ribbon made, or brought up to date. */
  | { readonly kind: "sheets-written"; readonly names: readonly string[] }
  /** 生成汇总表: so many sheets, and so many figures that Excel calculates to be others than they are. */
  | { readonly kind: "summarised"; readonly sheets: number; readonly differences: number }
  /** Everything stood there but its colours. */
  | { readonly kind: "coloured" }
  /** Nothing was written, because somebody stopped it. */
  | { readonly kind: "cancelled" }
  /** Everything already stood there. */
  | { readonly kind: "unchanged" }
  /** Since the preview the workbook changed so that other cells would be written: nothing was. */
  | { readonly kind: "preview-outdated" }
  | { readonly kind: "undone"; readonly kept: readonly KeptPlace[] }
  | { readonly kind: "restored" };

/** The form that is open among the tables, one at a time. */
export type OpenForm =
  | { readonly kind: "mapping"; readonly tableId: string }
  | { readonly kind: "selection"; readonly budget: Place | null; readonly expenditure: Place | null };

/** What went wrong; `restore` puts everything back where writing broke off half-way. */
export interface Failure {
  readonly problem: Problem;
  readonly restore: readonly Edit[] | null;
}

/** What the pane's middle shows. */
export type View = "execution" | "preview" | "history" | "findings" | "summary" | "text" | "settings" | "export";

/** What 标记异常 came to. */
export interface Checked {
  /** The workbook and the decisions that it holds for; see `isOutdated`. */
  readonly reading: Prepared;
  readonly asked: Pick<Review, "settings" | "text" | "confirmed">;
  /** Those of the tables in reading order, then those of the text in its order. */
  readonly findings: readonly ReviewedFinding[];
  readonly reconciliations: readonly Reconciliation[];
  readonly proposals: Proposals;
  /** null where there is no text. */
  readonly text: CheckedText | null;
}

/** The same with what each finding is about, so that decisions show at once. */
export interface CheckResult extends Checked {
  readonly matters: Matters;
}

/** Which findings are listed. */
export interface FindingFilter {
  /** null: all. */
  readonly severity: Severity | null;
  /** null: all, the text's too. */
  readonly tableId: string | null;
  /** Words to look for; "" for none. */
  readonly search: string;
  /** Lists the dismissed ones as well. */
  readonly dismissed: boolean;
}

/** A run in the pane's history. */
export interface PastRun extends Run {
  /** Whether it can still be taken back once the pane was closed. */
  readonly isKept: boolean;
}

export interface Session {
  readonly view: View;
  readonly activity: Activity | null;
  /** How far writing is; null where nothing is told of it. */
  readonly writtenSoFar: Written | null;
  readonly choices: ComputeOptions;
  /** The workbook as last read, and what follows from it and the choices; null until it has been read. */
  readonly reading: Prepared | null;
  /** The workbook was changed since. */
  readonly isStale: boolean;
  /** The table whose figure is shown, by id; null lets the pane choose. */
  readonly chosenTable: string | null;
  /** Lists the lines of this status only. */
  readonly status: Status | null;
  /** What was decided about findings; kept in the workbook at once. */
  readonly review: Review;
  /** How far the running checks are; null where none run. */
  readonly checking: Progress | null;
  /** null until checks ran. */
  readonly checked: CheckResult | null;
  /** Counts what was changed, by anybody, that checks, summary or exported files depend on. */
  readonly edition: number;
  /** The edition that the summary in the workbook is of; null as long as this pane made none. */
  readonly summarised: number | null;
  /** Likewise the file that was exported last. */
  readonly exported: number | null;
  readonly filter: FindingFilter;
  /** Words of the text that are to be shown in it; null where nobody asked for any. */
  readonly textFocus: TextPlace | null;
  readonly form: OpenForm | null;
  readonly failure: Failure | null;
  readonly outcome: ActOutcome | null;
  /** What the ribbon did that outcome or failure tell, and when; null where the pane did. */
  readonly ribbon: Pick<SavedRun, "act" | "at"> | null;
  /** The runs that can be taken back, the latest last. */
  readonly runs: readonly PastRun[];
  /** What earlier runs wrote can be taken back no more. */
  readonly isCut: boolean;
}

export const EMPTY_SESSION: Session = {
  view: "execution", activity: null, writtenSoFar: null, choices: DEFAULT_OPTIONS, reading: null, isStale: false, chosenTable: null, status: null,
  review: EMPTY_REVIEW, checking: null, checked: null, edition: 0, summarised: null, exported: null, filter: { severity: null, tableId: null, search: "", dismissed: false }, textFocus: null,
  form: null, failure: null, outcome: null, ribbon: null, runs: [], isCut: false,
};

/** The execution in view: the chosen table's, else that on the sheet the user looks at, else the first. */
export function shownExecution({ reading, chosenTable }: Pick<Session, "reading" | "chosenTable">): TableExecution | null {
  if (reading === null) return null;
  const { executions } = reading.execution;
  return executions.find(({ table }) => table.id === chosenTable)
    ?? executions.find(({ table }) => table.sheetId === reading.snapshot.activeSheetId)
    ?? executions[0]
    ?? null;
}

/** Whether checking again might come to something else. */
export function isOutdated({ checked, reading, review }: Pick<Session, "checked" | "reading" | "review">): boolean {
  if (checked === null) return false;
  const { settings, text, confirmed } = checked.asked;
  return checked.reading !== reading || settings !== review.settings || text !== review.text || confirmed !== review.confirmed;
}

/** Whether what is asked for must wait until it is asked for again. */
export function isAtWork(activity: Activity | null): boolean {
  return activity !== null && activity !== "refreshing";
}

/** What can be stopped though nothing is written yet. */
export function isStoppable(activity: Activity): boolean {
  return activity === "reading" || activity === "refreshing" || activity === "preparing";
}

/** How many findings still need a look; information does not. */
export function openFindings({ findings }: Pick<Checked, "findings">): number {
  return findings.filter(({ finding, dismissal }) => dismissal === null && finding.severity !== "info").length;
}

/** Rows beyond which acts take so long that it is said from the first moment. */
const LARGE = 3_000;

export function isLarge({ reading }: Pick<Session, "reading">): boolean {
  return reading !== null && reading.snapshot.sheets.reduce((rows, { values }) => rows + values.length, 0) > LARGE;
}

export function findTable(reading: Prepared | null, tableId: string): BudgetTable | null {
  return reading?.execution.tables.find(({ id }) => id === tableId) ?? null;
}
