/** 自动重算: what was written follows the amounts, and nothing else happens. */

import { createRunStore } from "../../src/commands/keptRuns";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { storedReview } from "../../src/pipeline/review";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { createStore, type Store } from "../../src/taskpane/state/store";
import type { Edit } from "../../src/workbook/edits";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { memoryStorage } from "../support/memory-storage";
import { reportSnapshot } from "../support/report";
import { summaryWording } from "../support/summary-wording";

const SHEET = "项目完成情况";
const OTHER = "预算执行";

interface Following {
  readonly memory: MemoryPort;
  readonly acts: Acts;
  readonly store: Store<Session, Action>;
  /** Everything the pane wrote into cells since it was opened, run by run. */
  readonly written: (readonly Edit[])[];
  /** Somebody types, and Excel tells. */
  readonly type: (sheet: string, address: string, value: string | number) => void;
}

/** Computed, and then switched on unless told otherwise. */
async function open({ isLive = true, prepare }: { readonly isLive?: boolean; readonly prepare?: (memory: MemoryPort) => void } = {}): Promise<Following> {
  const memory = createMemoryPort(reportSnapshot(OTHER, SHEET));
  const written: (readonly Edit[])[] = [];
  let acts: Acts | null = null;
  const port: MemoryPort = {
    ...memory,
    apply: async (edits) => {
      const applied = await memory.apply(edits);
      if (edits.some(({ kind }) => kind === "contents")) written.push(edits);
      // As where Excel does not say who changed the cells.
      acts?.changed();
      setTimeout(() => acts?.changed(), 0);
      return applied;
    },
  };
  const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
  acts = createActs(port, store, sheetWords(createTranslator("zh-CN")), summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
  await ended(acts.read());
  await ended(acts.compute());
  prepare?.(memory);
  await ended(acts.read());
  if (isLive) await ended(acts.review({ live: true }));
  await settle();
  written.length = 0;
  return {
    memory, acts, store, written,
    type: (sheet, address, value) => {
      memory.type(sheet, address, value);
      acts?.changed();
    },
  };
}

/** Longer than people pause; then everything that follows has followed. */
async function settle(): Promise<void> {
  await jest.advanceTimersByTimeAsync(900);
}

/** The clock goes on while an act yields to the browser. */
async function ended(act: Promise<unknown>): Promise<void> {
  let isUnderWay = true;
  void act.finally(() => {
    isUnderWay = false;
  });
  while (isUnderWay) await jest.advanceTimersByTimeAsync(10);
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

test("it is off unless somebody switches it on, which the workbook keeps", async () => {
  const off = await open({ isLive: false });
  off.type(SHEET, "B3", 400);
  await settle();
  expect([off.written, off.memory.value(SHEET, "E3")]).toEqual([[], 0.2043]);
  const on = await open();
  const snapshot = await on.memory.read();
  expect(snapshot.ok && storedReview(snapshot.value).live).toBe(true);
});

test("rate and status follow an amount, in one run of the history, and our own writing brings nothing about", async () => {
  const { memory, store, written, type } = await open();
  type(SHEET, "B3", 400);
  await settle();
  expect([memory.value(SHEET, "E3"), memory.value(SHEET, "F3")]).toEqual([1, "正常"]);
  await settle();
  expect(written).toHaveLength(1);
  expect(store.getState().runs.map(({ act, cells }) => [act, cells])).toEqual([["compute", 104], ["live", 2]]);
  expect(store.getState()).toMatchObject({ outcome: { kind: "written", cells: 2 }, failure: null, activity: null, isStale: false });
});

test("what is typed or pasted in one go is one run", async () => {
  const { store, written, type } = await open();
  for (const row of [3, 4, 5]) type(SHEET, `B${row}`, 0);
  await settle();
  expect(written).toHaveLength(1);
  expect(store.getState().runs.map(({ act }) => act)).toEqual(["compute", "live"]);
});

test("only the tables that were touched are written", async () => {
  const { memory, acts, written, type } = await open({ prepare: (port) => port.type(OTHER, "C3", 1) });
  const before = memory.value(OTHER, "E3");
  type(SHEET, "B3", 400);
  await settle();
  expect(new Set(written.flat().flatMap((edit) => (edit.kind === "contents" ? [edit.sheetId] : [])))).toEqual(new Set([`{${SHEET}}`]));
  expect(memory.value(OTHER, "E3")).toBe(before);
  await ended(acts.compute());
  expect(memory.value(OTHER, "E3")).not.toBe(before);
});

test("no column is begun where nobody computed", async () => {
  const { memory, acts, written, type } = await open();
  await ended(acts.undo());
  await settle();
  type(SHEET, "B3", 400);
  await settle();
  expect([written.length, memory.value(SHEET, "E3")]).toEqual([1, ""]);
});

test("a choice that nobody computed with yet waits for that", async () => {
  const { acts, written, type } = await open();
  await ended(acts.choose({ cutOff: { year: 2016, month: 6, day: 30 } }));
  type(SHEET, "B3", 400);
  await settle();
  expect(written).toEqual([]);
});

test("what was taken back stays so", async () => {
  const { memory, acts, type } = await open();
  type(SHEET, "B3", 400);
  await settle();
  await ended(acts.undo());
  await settle();
  expect(memory.value(SHEET, "E3")).toBe(0.2043);
});

test("where it cannot be written it says so and stops, also for the next pane", async () => {
  const { memory, store, type } = await open();
  memory.protect(SHEET);
  type(SHEET, "B3", 400);
  await settle();
  expect(store.getState()).toMatchObject({ failure: { problem: { code: "sheet-protected" } }, review: { live: false } });
  const snapshot = await memory.read();
  expect(snapshot.ok && storedReview(snapshot.value).live).toBe(false);
});
