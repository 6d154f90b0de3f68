/** Writing to the workbook and taking it back: what each comes to is told, and runs are kept for their undo. */

import type { Run, RunStore } from "../../commands/keptRuns";
import { compareFigures } from "../../pipeline/layout/compare";
import type { SummaryPlan } from "../../pipeline/layout/plan";
import { isMisplaced } from "../../pipeline/misplaced";
import type { WritePlan } from "../../pipeline/plan";
import type { Prepared } from "../../pipeline/prepare";
import type { Edit } from "../../workbook/edits";
import type { Watcher, WorkbookPort } from "../../workbook/port";
import type { Problem } from "../../workbook/problem";
import type { Action } from "../state/reducer";
import type { ActOutcome, KeptPlace, Session, View } from "../state/session";
import type { Store } from "../state/store";
import { takeBack } from "./take-back";
import { hasSameTargets } from "./targets";

export interface Writing {
  /** Writes only where the preview said it would. */
  asPreviewed(previewed: WritePlan | null, reading: Prepared, meant: Meant, watcher: Watcher): Promise<void>;
  /** Writes what follows the amounts, and stays where one is. False if it cannot be written. */
  following(edits: readonly Edit[], watcher: Watcher): Promise<boolean>;
  /** Compares what Excel calculates on the sheets, and shows the first of them. */
  summary(plan: SummaryPlan, watcher: Watcher): Promise<void>;
  /** Takes back the latest runs, the latest first. `mayWrite` is asked before the first is written. */
  undo(count: number, mayWrite: () => Promise<boolean>, watcher: Watcher): Promise<void>;
}

/** What an act is to write. */
export interface Meant {
  readonly edits: readonly Edit[];
  readonly act: "compute" | "flag";
}

interface Means {
  readonly port: WorkbookPort;
  readonly store: Store<Session, Action>;
  readonly history: RunStore;
  /** Reads again, for what is shown is what stands there now, whether or not writing succeeded. */
  readonly read: () => Promise<Prepared | null>;
  readonly fail: (problem: Problem, restore: readonly Edit[] | null) => void;
}

export function createWriting({ port, store: { getState, dispatch }, history, read, fail }: Means): Writing {
  const ended = (run: Omit<Run, "at">, outcome: ActOutcome, view: View): void => {
    const now = { ...run, at: new Date().toISOString() };
    const isKept = history.add(getState().reading?.snapshot.stored ?? null, now);
    dispatch({ type: "written", view, outcome, run: { ...now, isKept } });
  };

  const write = async (reading: Prepared, { edits, act }: Meant, watcher: Watcher): Promise<void> => {
    const view = act === "flag" ? "findings" : "execution";
    const applied = await port.apply(edits, watcher);
    const now = await read();
    if (!applied.ok) return fail(applied.problem, applied.restore);
    if (now !== null && isMisplaced(reading, now)) return putBack(applied.value.inverse);
    const { cellsWritten, coloured, inverse } = applied.value;
    if (cellsWritten + coloured === 0) {
      if (now !== null) history.follow(reading.snapshot.stored, now.snapshot.stored);
      return dispatch({ type: "written", view, outcome: { kind: "unchanged" }, run: null });
    }
    ended({ act, cells: cellsWritten, undo: inverse }, cellsWritten > 0 ? { kind: "written", cells: cellsWritten } : { kind: "coloured" }, view);
  };

  const putBack = async (inverse: readonly Edit[]): Promise<void> => {
    const back = await port.apply(inverse);
    await read();
    fail({ code: "cells-changed" }, back.ok ? null : back.restore);
  };

  return {
    asPreviewed: async (previewed, reading, meant, watcher) => {
      const { plan } = reading;
      if (meant.edits.length === 0) {
        if (plan.tables.length > 0) dispatch({ type: "left-alone", outcome: { kind: "unchanged" } });
      } else if (previewed !== null && !hasSameTargets(previewed, plan)) dispatch({ type: "left-alone", outcome: { kind: "preview-outdated" } });
      else await write(reading, meant, watcher);
    },
    following: async (edits, watcher) => {
      const applied = await port.apply(edits, watcher);
      await read();
      if (!applied.ok) {
        fail(applied.problem, applied.restore);
        return false;
      }
      const { cellsWritten, inverse } = applied.value;
      if (cellsWritten > 0) ended({ act: "live", cells: cellsWritten, undo: inverse }, { kind: "written", cells: cellsWritten }, getState().view);
      return true;
    },
    summary: async ({ edits, layouts }, watcher) => {
      if (edits.length === 0) {
        dispatch({ type: "left-alone", outcome: { kind: "unchanged" } });
        return dispatch({ type: "summarised" });
      }
      const applied = await port.apply(edits, watcher);
      const now = await read();
      if (!applied.ok) return fail(applied.problem, applied.restore);
      const sheets = now?.snapshot.sheets ?? [];
      const outcome: ActOutcome = { kind: "summarised", sheets: layouts.length, differences: compareFigures(layouts, sheets).length };
      ended({ act: "summarise", cells: applied.value.cellsWritten, undo: applied.value.inverse }, outcome, "summary");
      dispatch({ type: "summarised" });
      const first = sheets.find(({ name }) => name === layouts[0]?.name);
      if (first !== undefined) await port.select({ sheetId: first.id, range: { top: 0, left: 0, bottom: 0, right: 0 } });
    },
    undo: async (count, mayWrite, watcher) => {
      let kept: readonly KeptPlace[] | null = null;
      for (const run of getState().runs.slice(-count).reverse()) {
        const taken = await takeBack(port, run, getState().choices.overrides, { watcher, ...(kept === null ? { mayWrite } : {}) });
        if (taken.ok && taken.value === null) return;
        const now = await read();
        if (!taken.ok) return fail(taken.problem, taken.restore);
        if (now !== null) history.drop(now.snapshot.stored, run);
        kept = [...(kept ?? []), ...taken.value];
        dispatch({ type: "undone", outcome: { kind: "undone", kept } });
      }
    },
  };
}
