/**
 * What the pane does to the workbook; each act ends in actions on the session. One act at a time: what is asked for
 * meanwhile is not started. Only checks run beside everything else, and starting another act stops them.
 */

import type { RunStore } from "../../commands/keptRuns";
import { isRunOf, type SavedRun } from "../../commands/lastRun";
import type { SheetWords } from "../../domain/execution/sheet-words";
import { computeWorkbook, withDeclaredTable, type ComputeOptions } from "../../pipeline/compute";
import { choicesOfReview, prepareWriting, type Prepared } from "../../pipeline/prepare";
import type { ReportText, Review } from "../../pipeline/review";
import type { SummaryWording } from "../../pipeline/summary";
import type { Place } from "../../workbook/address";
import type { Edit } from "../../workbook/edits";
import type { WorkbookPort } from "../../workbook/port";
import type { Problem, ProblemCode } from "../../workbook/problem";
import { loadPart } from "../../workbook/part";
import { isBlocked, isUnrecognised, mendingPlace } from "../state/missing";
import type { Action } from "../state/reducer";
import { isOutdated, type Session } from "../state/session";
import type { Store } from "../state/store";
import { CANCELLED, createActivity } from "./activity";
import { createChecks } from "./checks";
import { derive } from "./derive";
import { keepDecisions } from "./keep";
import { createLive } from "./live";
import { createRefresh } from "./refresh";
import { browserTurn, inSlices } from "./slices";
import { createTurns } from "./turns";
import { createWriting } from "./writing";

export interface Acts {
  /** Looks, when the pane opens and whenever asked; the ribbon's last run is taken over. */
  read(): Promise<void>;
  /** Reads again, computes, and writes if that is what the preview said; where something must be mended first, leads there. */
  compute(): Promise<void>;
  /** Reads again and computes, checks everything, shows what was found, and then writes rates, statuses and colours likewise. */
  flag(): Promise<void>;
  /** Reads again and checks everything, makes the summary's sheets or brings them up to date, and compares what Excel calculates there. */
  summarise(): Promise<void>;
  /** Reads again and checks, and writes nothing. */
  check(): Promise<void>;
  /** Somebody changed the workbook: what is shown is out of date, and is read again. */
  changed(): void;
  /** Stops what has written nothing yet, and says so. What was being checked leaves the session as it was. */
  cancel(): void;
  /** Changes what was decided about findings, keeps it in the workbook, and checks anew where it bears on that. A text that is given is checked. */
  review(change: Partial<Review>): Promise<void>;
  /** Takes back the latest runs, the latest first, as far as nobody has changed their cells since; one if no number is given. */
  undo(count?: number): Promise<void>;
  /** Puts everything back after writing broke off half-way. */
  restore(): Promise<void>;
  /** Changes choices and computes anew what is shown. */
  choose(change: Partial<ComputeOptions>): Promise<void>;
  /** Shows a place to the user. */
  select(place: Pick<Place, "sheetId" | "range">): Promise<void>;
  /** Takes the user's selection as one of the two ranges. */
  pick(side: "budget" | "expenditure"): Promise<void>;
  /** Takes the text cells of the user's selection, or of the workbook, as the report's text. */
  pickText(): Promise<void>;
}

/** The ribbon's last run, which waits for the pane. */
export interface RibbonRuns {
  load(): SavedRun | null;
  forget(): void;
}

/** Selections of which nothing can be computed. */
const RANGES_REFUSED: ReadonlySet<ProblemCode> = new Set<ProblemCode>(["ranges-differ", "ranges-wide", "ranges-same", "ranges-empty", "ranges-no-header", "ranges-names-differ"]);

export function createActs(port: WorkbookPort, store: Store<Session, Action>, words: SheetWords, wording: SummaryWording, ribbon: RibbonRuns, history: RunStore): Acts {
  const { getState, dispatch } = store;
  const inTurn = createTurns();
  const checks = createChecks(store);
  const keep = (): Promise<void> => inTurn(async () => {
    const problem = await keepDecisions(port, store, words);
    if (problem !== null) fail(problem);
  });
  const { during, cancel } = createActivity(store, checks, inTurn, keep);
  const fail = (problem: Problem, restore: readonly Edit[] | null = null): void => {
    // Everything is as it was, as somebody wanted.
    dispatch(problem.code === "cancelled" && restore === null ? CANCELLED : { type: "failed", failure: { problem, restore } });
  };

  const refresh = createRefresh(store, async () => {
    await during("reading", async ({ isWanted }) => {
      // Somebody is typing, perhaps; then it stays marked, and the next change or act reads.
      const snapshot = await timed(() => port.read());
      if (snapshot.ok && isWanted()) dispatch({ type: "read", ...derive(snapshot.value, getState(), words) });
    }, { type: "refreshing" });
    // Something was asked for meanwhile, which reads for itself.
    if (getState().activity !== null) return;
    await follow();
    await recheck();
  });

  /** 自动重算 ends where it cannot go on, so that nobody relies on it. */
  const follow = async (): Promise<void> => {
    if (getState().isStale) return;
    const edits = live.edits();
    if (edits.ok && edits.value.length === 0) return;
    await during("writing", async ({ watcher }) => {
      if (!edits.ok) fail(edits.problem);
      const isWritten = edits.ok && (await writing.following(edits.value, watcher));
      if (!isWritten) dispatch({ type: "reviewed", review: { ...getState().review, live: false } });
    });
  };

  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    refresh.began();
    const start = performance.now();
    const result = await work();
    refresh.took(performance.now() - start);
    return result;
  };

  const read = async (isWanted = always): Promise<Prepared | null> => {
    const snapshot = await timed(() => port.read());
    if (!isWanted()) return null;
    if (!snapshot.ok) {
      fail(snapshot.problem);
      return null;
    }
    const derived = derive(snapshot.value, getState(), words);
    dispatch({ type: "read", ...derived });
    return derived.reading;
  };

  const live = createLive(store, words);
  const writing = createWriting({ port, store, history, read, fail });

  const recheck = async (): Promise<void> => {
    if (isOutdated(getState())) await checks.run();
  };

  /** The run that the ribbon left, if it did since the last look. */
  const look = async (isWanted: () => boolean): Promise<SavedRun | null> => {
    const reading = await read(isWanted);
    const run = ribbon.load();
    if (reading !== null) dispatch({ type: "runs-found", kept: history.load(reading.snapshot.stored) });
    if (reading === null || run === null || !isRunOf(run, reading.snapshot)) return null;
    ribbon.forget();
    dispatch({ type: "ribbon-ran", run });
    return run;
  };

  const choose = async (change: Partial<ComputeOptions>): Promise<void> => {
    const asked = { ...getState().choices, ...change };
    const problem = rangesProblem(asked, change);
    if (problem !== null) return fail(problem);
    const before = getState().reading;
    const choices = before === null || (change.ranges ?? null) === null ? asked : withDeclaredTable(before.snapshot, before.execution, asked);
    checks.stop();
    dispatch({ type: "choices-changed", choices });
    await browserTurn();
    const { reading } = getState();
    if (reading === null || getState().choices !== choices) return;
    dispatch({ type: "derived", reading: prepareWriting(reading.snapshot, choices, words) });
    await recheck();
  };

  /** Ranges that do not fit are refused, so that the form they were chosen in stays open with them. */
  const rangesProblem = (choices: ComputeOptions, { ranges = null }: Partial<ComputeOptions>): Problem | null => {
    const { reading } = getState();
    if (ranges === null || reading === null) return null;
    return computeWorkbook(reading.snapshot, choices).problems.find(({ code }) => RANGES_REFUSED.has(code)) ?? null;
  };

  const review = async (change: Partial<Review>): Promise<void> => {
    const before = getState().review;
    const now = { ...before, ...change };
    dispatch({ type: "reviewed", review: now });
    await keep();
    if (now.settings !== before.settings || now.confirmed !== before.confirmed || now.rates !== before.rates) await choose(choicesOfReview(now));
    else if (now.text !== before.text && now.text !== null) await checks.run();
    else await recheck();
  };

  /** True if the session has what checking the workbook as it is now came to. */
  const readAndCheck = async (): Promise<boolean> => {
    let hasRead = false;
    await during("preparing", async ({ isWanted }) => {
      hasRead = (await read(isWanted)) !== null;
    });
    return hasRead && checks.run();
  };

  const leadToMending = async (reading: Prepared): Promise<void> => {
    const { form, place } = mendingPlace(reading);
    dispatch({ type: "view-chosen", view: "execution" });
    if (form !== null) dispatch({ type: "form-changed", form });
    if (place !== null) await port.select(place);
  };

  return {
    choose, review,
    changed: refresh.changed,
    read: async () => {
      let run: SavedRun | null = null;
      await during("reading", async ({ isWanted }) => {
        run = await look(isWanted);
      });
      // The ribbon has no room for what it found.
      if ((run as SavedRun | null)?.act === "flag") await checks.run();
      else await recheck();
    },
    compute: async () => {
      const previewed = getState().reading?.plan ?? null;
      await during("preparing", async ({ isWanted, goOn, watcher }) => {
        const reading = await read(isWanted);
        if (reading === null) return;
        if (isBlocked(reading) || isUnrecognised(reading)) await leadToMending(reading);
        else if (await goOn("writing")) await writing.asPreviewed(previewed, reading, { edits: reading.plan.edits, act: "compute" }, watcher);
      });
      await recheck();
    },
    flag: async () => {
      const previewed = getState().reading?.plan ?? null;
      if (!(await readAndCheck())) return;
      dispatch({ type: "view-chosen", view: "findings" });
      await during("writing", async ({ watcher }) => {
        const { reading, choices, review: { colours } } = getState();
        const part = await loadPart(() => import("../../pipeline/flag"));
        if (!part.ok) return fail(part.problem);
        if (reading !== null) await writing.asPreviewed(previewed, reading, { edits: part.value.flagEdits(reading, colours, choices.thresholds, words), act: "flag" }, watcher);
      });
      await recheck();
    },
    summarise: async () => {
      if (!(await readAndCheck())) return;
      await during("preparing", async ({ isWanted, goOn, watcher }) => {
        const { reading, checked, choices } = getState();
        const part = await loadPart(() => import("../../pipeline/summary"));
        if (!part.ok) return fail(part.problem);
        if (reading === null || checked === null) return;
        const planned = await inSlices(part.value.prepareInSteps(reading.snapshot, reading.execution, choices.basis, checked, wording), { isWanted });
        if (planned === null) return;
        if (planned.ok && !(await goOn("writing"))) return;
        if (planned.ok) await writing.summary(planned.value, watcher);
        else fail(planned.problem);
      });
      await recheck();
    },
    check: async () => {
      await readAndCheck();
    },
    cancel,
    undo: async (count = 1) => {
      await during("preparing", ({ goOn, watcher }) => writing.undo(count, () => goOn("undoing"), watcher));
      await recheck();
    },
    restore: async () => {
      const edits = getState().failure?.restore ?? null;
      if (edits === null) return;
      await during("undoing", async () => {
        const applied = await port.apply(edits);
        await read();
        if (applied.ok) dispatch({ type: "left-alone", outcome: { kind: "restored" } });
        else fail(applied.problem, applied.restore ?? edits);
      });
      await recheck();
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
    pickText: async () => {
      let text: ReportText | null = null;
      await during("reading", async ({ isWanted }) => {
        const selection = await port.selection();
        const reading = await read(isWanted);
        if (reading === null) return;
        const part = await loadPart(() => import("../../pipeline/text-source/cells"));
        if (!part.ok) return fail(part.problem);
        const found = part.value.textFromCells(reading.snapshot, selection.ok ? selection.value : null);
        if (found.ok) text = found.value;
        else fail(found.problem);
      });
      if (text !== null) await review({ text });
      else await recheck();
    },
  };
}

function always(): boolean {
  return true;
}
