/** How the third and fourth act stand, on sheets as Excel keeps them. */

import { createRunStore } from "../../src/commands/keptRuns";
import { createBook } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { withReason } from "../../src/pipeline/review";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { nextStep, stepStates, type StepState } from "../../src/taskpane/state/steps";
import { createStore, type Store } from "../../src/taskpane/state/store";
import type { WorkbookPort } from "../../src/workbook/port";
import { excelOn } from "../support/excel";
import { memoryStorage } from "../support/memory-storage";
import { rangeOf } from "../support/snapshots";
import { summaryWording } from "../support/summary-wording";

jest.setTimeout(60_000);

interface Opened {
  readonly acts: Acts;
  readonly store: Store<Session, Action>;
}

async function open(port: WorkbookPort): Promise<Opened> {
  const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
  const acts = createActs(port, store, sheetWords(createTranslator("zh-CN")), summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
  await acts.read();
  return { acts, store };
}

/** Compute, flag, summarise, export; the next one's name last. */
function standing({ store }: Opened): string[] {
  const session = store.getState();
  return [...Object.values(stepStates(session)).map(({ kind }: StepState) => kind), nextStep(session) ?? "nothing"];
}

async function smallWorkbook(): Promise<Opened & { readonly port: WorkbookPort; readonly spend: (amount: number) => void }> {
  const book = createBook(["项目"]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("a workbook has a sheet");
  enterValues(sheet, rangeOf("A1:C4"), [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲", 100, 150], ["乙", 100, 80], ["合计", 200, 230]]);
  const { port } = excelOn(book);
  return { ...(await open(port)), port, spend: (amount) => enterValues(sheet, rangeOf("C3"), [[amount]]) };
}

test("a summary is up to date until something changes that it tells", async () => {
  const opened = await smallWorkbook();
  await opened.acts.compute();
  await opened.acts.summarise();
  expect(standing(opened)).toEqual(["done", "done", "done", "due", "export"]);
  await opened.acts.summarise();
  expect(standing(opened)).toEqual(["done", "done", "done", "due", "export"]);
  opened.store.dispatch({ type: "exported" });
  expect(standing(opened)).toEqual(["done", "done", "done", "done", "nothing"]);
  await opened.acts.review({ colours: "none" });
  expect(standing(opened)).toEqual(["done", "done", "done", "done", "nothing"]);
  opened.spend(81);
  await opened.acts.read();
  expect(standing(opened)).toEqual(["stale", "done", "stale", "stale", "compute"]);
  await opened.acts.compute();
  await opened.acts.summarise();
  expect(standing(opened)).toEqual(["done", "done", "done", "stale", "export"]);
});

test("so are a decision and a choice", async () => {
  const opened = await smallWorkbook();
  await opened.acts.compute();
  await opened.acts.summarise();
  const line = opened.store.getState().checked?.findings[0]?.line;
  if (line === undefined || line === null) throw new Error("nothing was found");
  await opened.acts.review(withReason(opened.store.getState().review, line, "funds", "年底追加"));
  expect(standing(opened)).toEqual(["done", "done", "stale", "due", "summarise"]);
  await opened.acts.summarise();
  expect(standing(opened)[2]).toBe("done");
  await opened.acts.choose({ cutOff: { year: 2016, month: 6, day: 30 } });
  expect(standing(opened)[2]).toBe("stale");
});

test("taken back, or found in a workbook that is opened, it is no news", async () => {
  const opened = await smallWorkbook();
  await opened.acts.compute();
  await opened.acts.summarise();
  expect(standing(await open(opened.port))).toEqual(["done", "due", "stale", "due", "flag"]);
  await opened.acts.undo();
  expect(standing(opened)).toEqual(["done", "done", "due", "due", "summarise"]);
});
