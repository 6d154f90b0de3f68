/** What can happen in a session, and what it does to the state. */

import type { SavedRun } from "../../commands/lastRun";
import type { Status } from "../../domain/execution/result";
import type { ComputeOptions } from "../../pipeline/compute";
import type { Prepared } from "../../pipeline/prepare";
import type { Edit } from "../../workbook/edits";
import type { ActOutcome, Activity, Failure, OpenForm, Session, View } from "./session";

export type Action =
  | { readonly type: "started"; readonly activity: Activity }
  | { readonly type: "ended" }
  /** The workbook was read, with these choices in force. */
  | { readonly type: "read"; readonly reading: Prepared; readonly choices: ComputeOptions }
  /** A choice was made; its consequences follow as `derived`. */
  | { readonly type: "choices-changed"; readonly choices: ComputeOptions }
  | { readonly type: "derived"; readonly reading: Prepared }
  /** Something was written: what it came to, and the edits that take it back. */
  | { readonly type: "written"; readonly outcome: ActOutcome; readonly undo: readonly Edit[] | null }
  /** The latest run was taken back. */
  | { readonly type: "undone"; readonly outcome: ActOutcome }
  /** Nothing was written, for a reason that is no failure. */
  | { readonly type: "left-alone"; readonly outcome: ActOutcome }
  /** The ribbon ran on this workbook. */
  | { readonly type: "ribbon-ran"; readonly run: SavedRun }
  | { readonly type: "failed"; readonly failure: Failure }
  | { readonly type: "failure-dismissed" }
  | { readonly type: "view-chosen"; readonly view: View }
  | { readonly type: "table-chosen"; readonly tableId: string }
  | { readonly type: "status-chosen"; readonly status: Status | null }
  | { readonly type: "form-changed"; readonly form: OpenForm | null };

export function reduce(session: Session, action: Action): Session {
  switch (action.type) {
    case "started":
      return { ...session, activity: action.activity, failure: null, outcome: null, ribbonAt: null };
    case "ended":
      return { ...session, activity: null };
    case "read":
      return { ...session, reading: action.reading, choices: action.choices };
    case "choices-changed":
      return { ...session, choices: action.choices, form: null, outcome: null, ribbonAt: null, failure: null };
    case "derived":
      return { ...session, reading: action.reading };
    case "written":
      return { ...session, view: "execution", outcome: action.outcome, undo: action.undo === null ? session.undo : [...session.undo, action.undo] };
    case "undone":
      return { ...session, outcome: action.outcome, undo: session.undo.slice(0, -1) };
    case "left-alone":
      return { ...session, outcome: action.outcome };
    case "ribbon-ran":
      return afterRibbon(session, action.run);
    case "failed":
      return { ...session, failure: action.failure };
    case "failure-dismissed":
      return { ...session, failure: null };
    case "view-chosen":
      return { ...session, view: action.view };
    case "table-chosen":
      return { ...session, chosenTable: action.tableId, status: null };
    case "status-chosen":
      return { ...session, status: action.status };
    case "form-changed":
      return { ...session, form: action.form };
  }
}

function afterRibbon(session: Session, { at, outcome }: SavedRun): Session {
  switch (outcome.kind) {
    case "written":
      return { ...session, ribbonAt: at, outcome: { kind: "written", cells: outcome.cells }, undo: [...session.undo, outcome.undo] };
    case "unchanged":
      return { ...session, ribbonAt: at, outcome: { kind: "unchanged" } };
    case "failed":
      return { ...session, ribbonAt: at, failure: { problem: outcome.problem, restore: outcome.restore } };
  }
}
