/**
 * What the pane does to the workbook. All calls of the port are here; each act ends in actions on the session.
 * One act at a time: what is asked for meanwhile is not started.
 */

import { isRunOf, type SavedRun } from "../../commands/lastRun";
import type { SheetWords } from "../../domain/execution/sheet-words";
import type { ComputeOptions } from "../../pipeline/compute";
import { prepareWriting, storedChoices, type Prepared } from "../../pipeline/prepare";
import type { Place } from "../../workbook/address";
import type { Edit } from "../../workbook/edits";
import { undoable } from "../../workbook/inverse";
import type { WorkbookPort } from "../../workbook/port";
import type { Problem } from "../../workbook/problem";
import type { Action } from "../state/reducer";
import type { Activity, Session } from "../state/session";
import type { Store } from "../state/store";
import { hasSameTargets } from "./targets";

export interface Acts {
  /** Looks, when the pane opens and whenever asked; the ribbon's last run is taken over. */
  read(): Promise<void>;
  /** Reads again, computes, and writes if that is what the preview said. */
  compute(): Promise<void>;
  /** Takes back the latest run, as far as nobody has changed its cells since. */
  undo(): Promise<void>;
  /** Puts everything back after writing broke off half-way. */
  restore(): Promise<void>;
  /** Changes choices and computes anew what is shown. */
  choose(change: Partial<ComputeOptions>): Promise<void>;
  /** Shows a place to the user. */
  select(place: Pick<Place, "sheetId" | "range">): Promise<void>;
  /** Takes the user's selection as one of the two ranges. */
  pick(side: "budget" | "expenditure"): Promise<void>;
}

/** The ribbon's last run, which waits for the pane. */
export interface RibbonRuns {
  load(): SavedRun | null;
  forget(): void;
}

export function createActs(port: WorkbookPort, { getState, dispatch }: Store<Session, Action>, words: SheetWords, ribbon: RibbonRuns): Acts {
  const fail = (problem: Problem, restore: readonly Edit[] | null = null): void => dispatch({ type: "failed", failure: { problem, restore } });

  const during = async (activity: Activity, act: () => Promise<void>): Promise<void> => {
    if (getState().activity !== null) return;
    dispatch({ type: "started", activity });
    try {
      await act();
    } finally {
      dispatch({ type: "ended" });
    }
  };

  const read = async (): Promise<Prepared | null> => {
    const snapshot = await port.read();
    if (!snapshot.ok) {
      fail(snapshot.problem);
      return null;
    }
    const isFirst = getState().reading === null;
    const choices = isFirst ? storedChoices(snapshot.value) : getState().choices;
    const reading = prepareWriting(snapshot.value, choices, words);
    dispatch({ type: "read", reading, choices });
    return reading;
  };

  const write = async (plan: Prepared["plan"]): Promise<void> => {
    if (plan.edits.length === 0) {
      if (plan.tables.length > 0) dispatch({ type: "left-alone", outcome: { kind: "unchanged" } });
      return;
    }
    const applied = await port.apply(plan.edits);
    // Shown is what stands there now, whether or not writing succeeded.
    await read();
    if (!applied.ok) {
      fail(applied.problem, applied.restore);
      return;
    }
    const { cellsWritten, inverse } = applied.value;
    dispatch({ type: "written", outcome: cellsWritten === 0 ? { kind: "unchanged" } : { kind: "written", cells: cellsWritten }, undo: cellsWritten === 0 ? null : inverse });
  };

  const takeBack = async (inverse: readonly Edit[]): Promise<void> => {
    const now = await port.read();
    if (!now.ok) return fail(now.problem);
    const contents = await port.readContents(inverse.flatMap((edit) => (edit.kind === "contents" ? [edit] : [])));
    if (!contents.ok) return fail(contents.problem);
    const { edits, kept } = undoable(inverse, { contents: contents.value, stored: now.value.stored });
    const applied = await port.apply(edits);
    await read();
    if (!applied.ok) return fail(applied.problem, applied.restore);
    const names = new Map(now.value.sheets.map(({ id, name }) => [id, name]));
    dispatch({ type: "undone", outcome: { kind: "undone", kept: kept.map(({ sheetId, range }) => ({ sheetId, sheetName: names.get(sheetId) ?? "", range })) } });
  };

  const look = async (): Promise<void> => {
    const reading = await read();
    const run = ribbon.load();
    if (reading === null || run === null || !isRunOf(run, reading.snapshot)) return;
    ribbon.forget();
    dispatch({ type: "ribbon-ran", run });
  };

  return {
    read: () => during("reading", look),
    compute: () => during("writing", async () => {
      const previewed = getState().reading?.plan ?? null;
      const reading = await read();
      if (reading === null) return;
      if (previewed !== null && !hasSameTargets(previewed, reading.plan)) dispatch({ type: "left-alone", outcome: { kind: "preview-outdated" } });
      else await write(reading.plan);
    }),
    undo: () => during("undoing", async () => {
      const inverse = getState().undo.at(-1);
      if (inverse !== undefined) await takeBack(inverse);
    }),
    restore: async () => {
      const edits = getState().failure?.restore ?? null;
      if (edits === null) return;
      await during("undoing", async () => {
        const applied = await port.apply(edits);
        await read();
        if (applied.ok) dispatch({ type: "left-alone", outcome: { kind: "restored" } });
        else fail(applied.problem, applied.restore ?? edits);
      });
    },
    choose: async (change) => {
      const choices = { ...getState().choices, ...change };
      dispatch({ type: "choices-changed", choices });
      await nextTask();
      const { reading } = getState();
      if (reading !== null && getState().choices === choices) dispatch({ type: "derived", reading: prepareWriting(reading.snapshot, choices, words) });
    },
    select: async (place) => {
      const selected = await port.select(place);
      if (!selected.ok) fail(selected.problem);
    },
    pick: async (side) => {
      const selection = await port.selection();
      const { form } = getState();
      if (!selection.ok) fail(selection.problem);
      else if (form?.kind === "selection") dispatch({ type: "form-changed", form: { ...form, [side]: selection.value } });
    },
  };
}

/** Lets the browser draw what was just chosen before a large workbook is computed anew. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
