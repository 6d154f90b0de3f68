import { createRunStore } from "../../src/commands/keptRuns";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { createStore, type Store } from "../../src/taskpane/state/store";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { memoryStorage } from "../support/memory-storage";
import { reportSnapshot } from "../support/report";
import { summaryWording } from "../support/summary-wording";

const NO_RIBBON = { load: () => null, forget: () => undefined };

async function start(): Promise<{ memory: MemoryPort; acts: Acts; store: Store<Session, Action>; happened: Action["type"][] }> {
  const memory = createMemoryPort(reportSnapshot("项目完成情况"));
  const happened: Action["type"][] = [];
  const store = createStore<Session, Action>((session, action) => {
    happened.push(action.type);
    return reduce(session, action);
  }, EMPTY_SESSION);
  const acts = createActs(memory, store, sheetWords(createTranslator("zh-CN")), summaryWording(), NO_RIBBON, createRunStore(memoryStorage()));
  await acts.read();
  happened.length = 0;
  return { memory, acts, store, happened };
}

test("an act asked for during another is not started", async () => {
  const { memory, acts, store, happened } = await start();
  await Promise.all([acts.compute(), acts.compute(), acts.read(), acts.undo()]);
  expect(happened.filter((type) => type === "started")).toHaveLength(1);
  expect(store.getState().runs).toHaveLength(1);
  expect(memory.value("项目完成情况", "E28")).toBe(0.5981);
});

test("of choices made in quick succession only the last is computed", async () => {
  const { acts, store, happened } = await start();
  await Promise.all([5, 6, 9].map((month) => acts.choose({ cutOff: { year: 2016, month, day: 30 } })));
  expect(happened).toEqual(["choices-changed", "choices-changed", "choices-changed", "derived"]);
  expect(store.getState().reading?.execution.executions[0]?.cutOff).toEqual({ year: 2016, month: 9, day: 30 });
});

test("after a failure the pane shows what stands there now, and goes on", async () => {
  const { memory, acts, store } = await start();
  memory.beforeApply(() => memory.type("项目完成情况", "B3", 400));
  memory.fail("apply", { code: "host-failed" });
  await acts.compute();
  const { activity, failure, reading } = store.getState();
  expect([activity, failure?.problem.code]).toEqual([null, "host-failed"]);
  expect(reading?.execution.executions[0]?.rows[0]?.expenditure?.toString()).toBe("400");
});

test("looking at a place says why it cannot be shown, and interrupts nothing", async () => {
  const { memory, acts, store } = await start();
  const release = memory.holdReading();
  const computing = acts.compute();
  memory.fail("select", { code: "sheet-missing" });
  await acts.select({ sheetId: "gone", range: { top: 0, left: 0, bottom: 0, right: 0 } });
  expect([store.getState().activity, store.getState().failure?.problem.code]).toEqual(["preparing", "sheet-missing"]);
  release();
  await computing;
  expect(memory.value("项目完成情况", "E28")).toBe(0.5981);
});
