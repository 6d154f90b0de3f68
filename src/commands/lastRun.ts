/**
 * How the ribbon tells the pane what it did. The two are pages of their own, often not open at the same time,
 * so the outcome of the last run waits in the browser's storage until a pane on the same workbook takes it.
 */

import type { Edit } from "../workbook/edits";
import type { WorkbookPort } from "../workbook/port";
import type { Problem } from "../workbook/problem";
import type { Snapshot } from "../workbook/snapshot";
import type { Run } from "./keptRuns";

export type RunOutcome =
  /** Cells with new contents; none where only colours changed. */
  | { readonly kind: "written"; readonly cells: number; readonly undo: readonly Edit[] }
  | { readonly kind: "unchanged" }
  /** `restore` puts everything back where writing broke off half-way. */
  | { readonly kind: "failed"; readonly problem: Problem; readonly restore: readonly Edit[] | null };

export interface RibbonRun {
  /** The button that was pressed. */
  readonly act: Run["act"];
  /** The workbook's sheets, as `sheetMark` names them; none where it could not be read. */
  readonly sheets: readonly string[];
  /** What the workbook keeps for us; a run that wrote says itself what it left there, unless it left it as it was. */
  readonly stored: string | null;
  readonly outcome: RunOutcome;
}

/** A run as it waits for the pane. */
export interface SavedRun extends Omit<RibbonRun, "stored"> {
  readonly schema: typeof SCHEMA;
  /** When it ended, as an ISO date and time. */
  readonly at: string;
}

const SCHEMA = 3;
const KEY = "budget-execution:ribbon-run";

/** `snapshot` is null where the workbook could not be read. */
export function ribbonRun(act: RibbonRun["act"], snapshot: Snapshot | null, outcome: RunOutcome): RibbonRun {
  return { act, sheets: snapshot?.sheets.map(sheetMark) ?? [], stored: snapshot?.stored ?? null, outcome };
}

export function failedRun(problem: Problem): RunOutcome {
  return { kind: "failed", problem, restore: null };
}

/** `isMisplaced` looks at the workbook after it was written: what stands beside other lines than it was meant for is taken back. */
export async function writeRun(port: WorkbookPort, edits: readonly Edit[], isMisplaced: (now: Snapshot) => boolean = () => false): Promise<RunOutcome> {
  if (edits.length === 0) return { kind: "unchanged" };
  const applied = await port.apply(edits);
  if (!applied.ok) return { kind: "failed", problem: applied.problem, restore: applied.restore };
  const { cellsWritten, coloured, inverse } = applied.value;
  if (cellsWritten + coloured === 0) return { kind: "unchanged" };
  const now = await port.read();
  if (!now.ok || !isMisplaced(now.value)) return { kind: "written", cells: cellsWritten, undo: inverse };
  const back = await port.apply(inverse);
  return { kind: "failed", problem: { code: "cells-changed" }, restore: back.ok ? null : back.restore };
}

/** Whether this is, or may be, the workbook the run was on: the same sheets, and holding the record the run left. */
export function isRunOf(run: Pick<RibbonRun, "sheets" | "outcome">, snapshot: Snapshot): boolean {
  if (run.sheets.length > 0 && run.sheets.join("\n") !== snapshot.sheets.map(sheetMark).join("\n")) return false;
  const { outcome } = run;
  return outcome.kind !== "written" || outcome.undo.every((edit) => edit.kind !== "stored" || edit.expected === snapshot.stored);
}

/** Keeps the run for a pane; `at` is when it ended. One too large for the storage (some 50,000 rows) is not kept: then the pane cannot undo it. */
export function saveRun(storage: Pick<Storage, "setItem" | "removeItem">, { act, sheets, outcome }: RibbonRun, at: Date): void {
  const saved: SavedRun = { act, sheets, outcome, schema: SCHEMA, at: at.toISOString() };
  try {
    storage.setItem(KEY, JSON.stringify(saved));
  } catch {
    storage.removeItem(KEY);
  }
}

export function loadRun(storage: Pick<Storage, "getItem">): SavedRun | null {
  return parseRun(storage.getItem(KEY));
}

export function forgetRun(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(KEY);
}

/** Calls back whenever another page saves a run; the answer stops that. */
export function onRunSaved(page: Window, listener: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === KEY && newValue !== null) listener();
  };
  page.addEventListener("storage", onStorage);
  return () => page.removeEventListener("storage", onStorage);
}

function sheetMark({ id, name }: Snapshot["sheets"][number]): string {
  return `${id} ${name}`;
}

function parseRun(text: string | null): SavedRun | null {
  if (text === null) return null;
  try {
    const data: unknown = JSON.parse(text);
    return isRun(data) ? data : null;
  } catch {
    return null;
  }
}

/** Our own page wrote it; what is checked is that it was a version of it that means the same. */
function isRun(data: unknown): data is SavedRun {
  return typeof data === "object" && data !== null && "schema" in data && data.schema === SCHEMA && "sheets" in data && Array.isArray(data.sheets) && "outcome" in data && "at" in data;
}
