/** The four acts in their order, how each stands, and which comes next. */

import { writesContents } from "../../workbook/edits";
import { previewEdits } from "../../workbook/preview";
import { canSummarise, type Prepared } from "../../pipeline/prepare";
import { isBlocked } from "./missing";
import { isOutdated, openFindings, type Session } from "./session";

export const STEPS = ["compute", "flag", "summarise", "export"] as const;
export type Step = (typeof STEPS)[number];

/** `count`: cells to write, or findings that need a look. */
export interface StepState {
  readonly kind:
    /** There is no table yet that it could be done with, or nothing can be written. */
    | "unready"
    /** Something must be mended first, or what was done is not all that it should be. */
    | "blocked"
    | "due"
    /** It was done, and something changed since, or may have. */
    | "stale"
    | "done";
  readonly count: number;
}

type Known = Pick<Session, "reading" | "checking" | "checked" | "review" | "edition" | "summarised" | "exported">;

export function stepStates(session: Known): Readonly<Record<Step, StepState>> {
  return { compute: computeState(session), flag: flagState(session), summarise: summaryState(session), export: exportState(session) };
}

/**
 * The first that is not done, of `states` as they stand in the session; computing, as long as it cannot be done before something is mended.
 * null where nothing can be done yet, everything is, or what is in view has a button for what comes next.
 */
export function nextStep(session: Known & Pick<Session, "view" | "form">, states = stepStates(session)): Step | null {
  if (states.compute.kind === "blocked") return session.view === "execution" && session.form !== null ? null : "compute";
  if (isOffered(session)) return null;
  return STEPS.find((step) => states[step].kind === "due" || states[step].kind === "stale") ?? null;
}

/** Files have buttons of their own, and so does a text that was not checked yet. */
function isOffered({ view, checked, review }: Pick<Session, "view" | "checked" | "review">): boolean {
  return view === "export" || (view === "text" && (checked === null || review.text === null || checked.asked.text !== review.text));
}

function computeState({ reading }: Known): StepState {
  if (reading === null) return state("unready");
  if (reading.plan.tables.length === 0) return state(isBlocked(reading) ? "blocked" : "unready");
  const { plan, snapshot, execution } = reading;
  if (!writesContents(plan.edits)) return state("done");
  return state(execution.earlier.found.length === 0 ? "due" : "stale", previewEdits(plan.edits, snapshot.sheets, 0).total);
}

function flagState(session: Known): StepState {
  const { checked, checking } = session;
  if (!hasTable(session)) return state("unready");
  if (checked === null) return state("due");
  // While checks run again, what they found before is not yet called out of date.
  if (checking === null && isOutdated(session)) return state("stale");
  return state(doneWith(checked.reading), openFindings(checked));
}

function summaryState(session: Known): StepState {
  const { reading, summarised, edition } = session;
  if (reading === null || !canSummarise(reading)) return state("unready");
  if (reading.execution.earlier.ownSheets.size === 0) return state("due");
  return state(summarised !== edition ? "stale" : doneWith(reading));
}

function exportState(session: Known): StepState {
  if (session.reading === null || !canSummarise(session.reading)) return state("unready");
  if (session.exported === null) return state("due");
  return state(session.exported !== session.edition ? "stale" : doneWith(session.reading));
}

/** What was made without a single rate is not complete. */
function doneWith({ execution }: Prepared): "done" | "blocked" {
  return execution.executions.length === 0 ? "blocked" : "done";
}

function hasTable({ reading }: Known): boolean {
  return (reading?.execution.tables.length ?? 0) > 0;
}

function state(kind: StepState["kind"], count = 0): StepState {
  return { kind, count };
}
