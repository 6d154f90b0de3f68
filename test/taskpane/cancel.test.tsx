/** Stopping an act leaves everything as it was, and says so. */

import { act, screen } from "@testing-library/react";
import { createRunStore } from "../../src/commands/keptRuns";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Activity, type Session } from "../../src/taskpane/state/session";
import { createStore, type Store } from "../../src/taskpane/state/store";
import type { WorkbookPort } from "../../src/workbook/port";
import type { Snapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { memoryStorage } from "../support/memory-storage";
import { openPane, press, settle } from "../support/pane";
import { reportSnapshot } from "../support/report";
import { sheetOf, snapshotOf } from "../support/snapshots";
import { summaryWording } from "../support/summary-wording";

const SHEET = "项目完成情况";

interface Opened {
  readonly memory: MemoryPort;
  readonly acts: Acts;
  readonly store: Store<Session, Action>;
}

/** `beforeWriting` runs when something is about to be written. */
async function open(beforeWriting: (opened: Opened) => void = () => undefined): Promise<Opened> {
  const memory = createMemoryPort(reportSnapshot(SHEET));
  const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
  const port: WorkbookPort = {
    ...memory,
    apply: (edits, watcher) => {
      beforeWriting(opened);
      return memory.apply(edits, watcher);
    },
  };
  const acts = createActs(port, store, sheetWords(createTranslator("zh-CN")), summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
  const opened = { memory, acts, store };
  await acts.read();
  return opened;
}

describe.each(["compute", "flag", "summarise", "undo"] as const)("%s", (name) => {
  test("is stopped before it writes, leaves everything as it was, and says so", async () => {
    const { memory, acts, store } = await open();
    await acts.compute();
    memory.type(SHEET, "B3", 200);
    await acts.read();
    const [workbook, runs] = [memory.everything(), store.getState().runs];
    const release = memory.holdReading();
    const acting = acts[name]();
    await Promise.resolve();
    expect(store.getState().activity).toBe("preparing");
    acts.cancel();
    expect(store.getState()).toMatchObject({ activity: null, outcome: { kind: "cancelled" } });
    release();
    await acting;
    expect(memory.everything()).toEqual(workbook);
    expect(store.getState()).toMatchObject({ activity: null, runs, outcome: { kind: "cancelled" }, failure: null });
  });
});

describe.each(["compute", "flag", "undo"] as const)("%s", (name) => {
  test("is stopped while it writes, and what it wrote is taken back", async () => {
    const seen: (Activity | null)[] = [];
    const { memory, acts, store } = await open(({ acts: own, store: { getState } }) => {
      seen.push(getState().activity);
      if (isReady) own.cancel();
      seen.push(getState().activity);
    });
    let isReady = false;
    await acts.compute();
    if (name !== "undo") memory.type(SHEET, "B3", 200);
    await acts.read();
    const [workbook, runs] = [memory.everything(), store.getState().runs];
    isReady = true;
    await acts[name]();
    expect(seen.slice(2)).toEqual([name === "undo" ? "undoing" : "writing", "cancelling"]);
    expect(memory.everything()).toEqual(workbook);
    expect(store.getState()).toMatchObject({ activity: null, runs, outcome: { kind: "cancelled" }, failure: null });
  });
});

test("with nothing at work there is nothing to stop", async () => {
  const { acts, store } = await open();
  const before = store.getState();
  acts.cancel();
  expect(store.getState()).toEqual(before);
});

function table(lines: number): Snapshot {
  return snapshotOf(sheetOf("表", [["项目名称", "年初预算（万元）", "支出（万元）"], ...Array.from({ length: lines }, (_, i) => [`项目${String(i)}`, 10, 5])]));
}

test.each([["of a large workbook are said from the first moment", 3_100, true], ["of a small one only if they last", 10, false]])("acts %s", async (_, lines, isSaid) => {
  const { memory, user } = await openPane(table(lines));
  const release = memory.holdReading();
  jest.useFakeTimers({ doNotFake: ["performance"], advanceTimers: false });
  try {
    act(() => screen.getByRole("button", { name: "计算执行率" }).click());
    expect(screen.queryByRole("progressbar", { name: "正在准备，还没有写入…" }) !== null).toBe(isSaid);
  } finally {
    jest.useRealTimers();
  }
  release();
  await settle();
  await press(user, "撤销");
  expect(memory.value("表", "D2")).toBe("");
});
