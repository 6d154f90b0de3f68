/** What can happen in a session, and what it does to the state. */

import type { KeptRuns } from "../../commands/keptRuns";
import type { SavedRun } from "../../commands/lastRun";
import type { Progress } from "../../domain/checks/run";
import type { Status } from "../../domain/execution/result";
import type { TextPlace } from "../../domain/finding";
import type { ComputeOptions } from "../../pipeline/compute";
import type { Prepared } from "../../pipeline/prepare";
import { reviewMatters, type Review } from "../../pipeline/review";
import type { ActOutcome, Activity, CheckResult, Failure, FindingFilter, OpenForm, PastRun, Session, View, Written } from "./session";

export type Action =
  | { readonly type: "started"; readonly activity: Activity }
  /** The workbook is read again without anybody asking: what the last act came to stays told. */
  | { readonly type: "refreshing" }
  /** The act at work comes to its next part. */
  | { readonly type: "going-on"; readonly activity: Activity }
  /** The act at work has written so much. */
  | { readonly type: "written-so-far"; readonly written: Written }
  | { readonly type: "ended" }
  /** Somebody changed the workbook. */
  | { readonly type: "workbook-changed" }
  /** The workbook was read, with these choices and decisions in force. */
  | { readonly type: "read"; readonly reading: Prepared; readonly choices: ComputeOptions; readonly review: Review; readonly isSame: boolean }
  /** A choice was made; its consequences follow as `derived`. */
  | { readonly type: "choices-changed"; readonly choices: ComputeOptions }
  | { readonly type: "derived"; readonly reading: Prepared }
  /** How far the checks are; null: they ended or were stopped. */
  | { readonly type: "checking"; readonly progress: Progress | null }
  | { readonly type: "checked"; readonly checked: CheckResult }
  /** Something was decided about findings. */
  | { readonly type: "reviewed"; readonly review: Review }
  /** What was decided is in the workbook, whose store is now this. */
  | { readonly type: "kept"; readonly stored: string | null }
  /** Something was written: what it came to, and the run by which it can be taken back. */
  | { readonly type: "written"; readonly outcome: ActOutcome; readonly run: PastRun | null; readonly view: View }
  /** The summary in the workbook is of the workbook as it is now. */
  | { readonly type: "summarised" }
  /** A file was made of the workbook as it is now. */
  | { readonly type: "exported" }
  /** Earlier runs on this workbook were found. */
  | { readonly type: "runs-found"; readonly kept: KeptRuns }
  /** The latest run was taken back. */
  | { readonly type: "undone"; readonly outcome: ActOutcome }
  /** Nothing was written, for a reason that is no failure. */
  | { readonly type: "left-alone"; readonly outcome: ActOutcome }
  /** The ribbon ran on this workbook. */
  | { readonly type: "ribbon-ran"; readonly run: SavedRun }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "failure-dismissed" }
  | { readonly type: "view-chosen"; readonly view: View }
  | { readonly type: "filter-changed"; readonly filter: FindingFilter }
  /** Words of the text are to be shown in it. */
  | { readonly type: "text-shown"; readonly place: TextPlace }
  | { readonly type: "table-chosen"; readonly tableId: string }
  | { readonly type: "status-chosen"; readonly status: Status | null }
  | { readonly type: "form-changed"; readonly form: OpenForm | null };

export function reduce(session: Session, action: Action): Session {
  switch (action.type) {
    case "started":
      return { ...session, activity: action.activity, failure: null, outcome: null, ribbon: null };
    case "refreshing":
      return { ...session, activity: "refreshing" };
    case "workbook-changed":
      return { ...session, isStale: true };
    case "going-on":
      return { ...session, activity: action.activity, writtenSoFar: null };
    case "written-so-far":
      return { ...session, writtenSoFar: action.written };
    case "ended":
      return { ...session, activity: null, writtenSoFar: null };
    case "read":
      return afterReading(session, action);
    case "choices-changed":
      return { ...session, choices: action.choices, edition: session.edition + 1, form: null, outcome: null, ribbon: null, failure: null };
    case "derived":
      return { ...session, reading: action.reading };
    case "checking":
      return { ...session, checking: action.progress };
    case "checked":
      return { ...session, checking: null, checked: action.checked };
    case "reviewed":
      return afterReview(session, action.review);
    case "kept":
      return afterKeeping(session, action.stored);
    case "written":
      return { ...session, view: action.view, outcome: action.outcome, runs: action.run === null ? session.runs : [...session.runs, action.run] };
    case "summarised":
      return { ...session, summarised: session.edition };
    case "exported":
      return { ...session, exported: session.edition };
    case "runs-found":
      return { ...session, runs: allRuns(session.runs, action.kept.runs), isCut: action.kept.isCut };
    case "undone":
      return { ...session, outcome: action.outcome, runs: session.runs.slice(0, -1) };
    case "left-alone":
      return { ...session, outcome: action.outcome };
    case "ribbon-ran":
      return afterRibbon(session, action.run);
    case "failed":
      return { ...session, failure: action.failure };
    case "failure-dismissed":
      return { ...session, failure: null };
    case "view-chosen":
      return { ...session, view: action.view, textFocus: null };
    case "filter-changed":
      return { ...session, filter: action.filter };
    case "text-shown":
      return { ...session, view: "text", textFocus: action.place };
    case "table-chosen":
      return { ...session, chosenTable: action.tableId, status: null };
    case "status-chosen":
      return { ...session, status: action.status };
    case "form-changed":
      return { ...session, form: action.form };
  }
}

/** What checks came to holds on for a workbook that is the same to them. */
function afterReading(session: Session, { reading, choices, review, isSame }: Extract<Action, { type: "read" }>): Session {
  const { checked } = session;
  const stillHolds = checked !== null && isSame && checked.reading === session.reading;
  const edition = isSame ? session.edition : session.edition + 1;
  return afterReview({ ...session, reading, isStale: false, choices, edition, checked: stillHolds ? { ...checked, reading } : checked }, review);
}

function afterReview(session: Session, review: Review): Session {
  const { checked } = session;
  const edition = isSameDecisions(session.review, review) ? session.edition : session.edition + 1;
  if (checked === null || review === session.review) return { ...session, review, edition };
  return { ...session, review, edition, checked: { ...checked, findings: reviewMatters(checked.matters, review) } };
}

/** What is the same is the same object; colours, and whether amounts are followed, are told by neither summary nor files. */
function isSameDecisions(a: Review, b: Review): boolean {
  return a.settings === b.settings && a.dismissals === b.dismissals && a.reasons === b.reasons && a.confirmed === b.confirmed && a.text === b.text;
}

/** Nothing else in the workbook changed, so what follows from it stays. */
function afterKeeping(session: Session, stored: string | null): Session {
  if (session.reading === null) return session;
  const reading = { ...session.reading, snapshot: { ...session.reading.snapshot, stored } };
  const { checked } = session;
  return { ...session, reading, checked: checked !== null && checked.reading === session.reading ? { ...checked, reading } : checked };
}

/** In their order; those that the session has may be none that could be kept. */
function allRuns(own: readonly PastRun[], kept: KeptRuns["runs"]): readonly PastRun[] {
  const found = kept.filter(({ at }) => !own.some((run) => run.at === at)).map((run) => ({ ...run, isKept: true }));
  return found.length === 0 ? own : [...own, ...found].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function writtenBy({ cells, undo }: Extract<SavedRun["outcome"], { readonly kind: "written" }>): ActOutcome {
  // What takes a sheet back names it as it stands now; the last one written comes first.
  const names = undo.flatMap((edit) => (edit.kind === "sheet" ? [edit.name] : [])).reverse();
  if (names.length > 0) return { kind: "sheets-written", names };
  return cells > 0 ? { kind: "written", cells } : { kind: "coloured" };
}

/** Whoever flagged anomalies wants to see them. */
function afterRibbon(session: Session, { act, at, outcome }: SavedRun): Session {
  const ran: Session = { ...session, ribbon: { act, at }, view: act === "flag" ? "findings" : session.view };
  switch (outcome.kind) {
    case "written":
      return {
        ...ran,
        outcome: writtenBy(outcome),
        // One too large to be kept is known from here alone.
        runs: session.runs.some((run) => run.at === at) ? session.runs : [...session.runs, { at, act, cells: outcome.cells, undo: outcome.undo, isKept: false }],
      };
    case "unchanged":
      return { ...ran, outcome: { kind: "unchanged" } };
    case "failed":
      return { ...ran, failure: { problem: outcome.problem, restore: outcome.restore } };
  }
}
