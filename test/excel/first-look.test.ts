/** What the pane knows of a workbook in Excel before anything is pressed. */

import { createRunStore } from "../../src/commands/keptRuns";
import { memoryStorage } from "../support/memory-storage";
import { run } from "../../src/cli/run";
import { createBook, type Book } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { saveBook } from "../../src/embedded/book/files";
import { merge } from "../../src/embedded/book/merges";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { createStore, type Store } from "../../src/taskpane/state/store";
import { stateOf } from "../support/book-state";
import { awaitedSyncs, excelOn } from "../support/excel";
import { rangeOf } from "../support/snapshots";
import { summaryWording } from "../support/summary-wording";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const words = createTranslator("zh-CN");

/** The budget of two lines stands in one merged cell. */
function mergedBook(): Book {
  const book = createBook(["执行"]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("a workbook has a sheet");
  enterValues(sheet, rangeOf("A1:C4"), [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲", 10, 5], ["乙", "", 5], ["丙", 30, 15]]);
  merge(sheet, rangeOf("B2:B3"));
  return book;
}

async function openPane(book: Book): Promise<{ acts: Acts; store: Store<Session, Action>; syncs: () => number }> {
  const { port, office } = excelOn(book);
  const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
  const acts = createActs(port, store, sheetWords(words), summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
  await acts.read();
  return { acts, store, syncs: () => awaitedSyncs(office) };
}

test("merged amounts are known at the first look, in one request, and pressing tells nothing else", async () => {
  const book = mergedBook();
  const before = stateOf(book);
  const { acts, store, syncs } = await openPane(book);
  expect(syncs()).toBe(1);
  const { reading } = store.getState();
  expect(reading?.problems).toMatchObject([{ code: "merged-body", place: { sheetName: "执行", range: rangeOf("B2:B3") } }]);
  expect(reading?.execution.executions).toEqual([]);
  await acts.compute();
  expect(store.getState()).toMatchObject({ outcome: null, failure: null, reading: { problems: reading?.problems } });
  expect(stateOf(book)).toEqual(before);
});

test("the command line names the same problem in the same place", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "budget-execution-merged-"));
  const input = path.join(folder, "merged.xlsx");
  const book = mergedBook();
  writeFileSync(input, await saveBook(book));
  const { store } = await openPane(book);
  const result = await run({ input, output: null, summary: false, formulas: false, basis: null, cutOff: null, text: null, strict: false, json: true, exports: { bureau: null, report: null, datapackage: null, organisation: null }, locale: "zh-CN" }, words);
  rmSync(folder, { recursive: true });
  expect(result.ok ? null : { code: result.problem.code, range: result.problem.place?.range, sheet: result.problem.place?.sheetName })
    .toEqual(store.getState().reading?.problems.map(({ code, place }) => ({ code, range: place?.range, sheet: place?.sheetName }))[0]);
});
