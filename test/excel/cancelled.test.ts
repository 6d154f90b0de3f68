/** Whoever presses 取消 before any request of an act finds the workbook as it was, to the letter, or the act done; and is told which. */

import { createRunStore } from "../../src/commands/keptRuns";
import type { Book } from "../../src/embedded/book/book";
import { usedRange } from "../../src/embedded/book/cells";
import { saveBook } from "../../src/embedded/book/files";
import { decode, readPackage } from "../../src/embedded/book/package/package";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { createActs, type Acts } from "../../src/taskpane/effects/acts";
import { reduce, type Action } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION, type Session } from "../../src/taskpane/state/session";
import { createStore } from "../../src/taskpane/state/store";
import type { Watcher } from "../../src/workbook/port";
import type { Edit } from "../../src/workbook/edits";
import { excelOn } from "../support/excel";
import { memoryStorage } from "../support/memory-storage";
import { bookOf } from "../support/office";
import { summaryWording } from "../support/summary-wording";

jest.setTimeout(120_000);

function projects(): Book {
  return bookOf({ 项目: [["截至2016年12月31日项目支出（单位：万元）"], ["项目名称", "年初预算", "支出"], ["综合治理经费", 98.81, 182.14], ["24号院", 1638, 320.25]] });
}

/** The saved sheets, to the letter. */
async function savedSheets(book: Book): Promise<Record<string, string>> {
  const { parts } = await readPackage(await saveBook(book));
  return Object.fromEntries([...parts].filter(([name]) => name.includes("worksheets/")).map(([name, { bytes }]) => [name, decode(bytes)]));
}

test.each<[string, (acts: Acts) => Promise<void>, (acts: Acts) => Promise<void>]>([
  ["计算执行率", () => Promise.resolve(), (acts) => acts.compute()],
  ["生成汇总表", () => Promise.resolve(), (acts) => acts.summarise()],
  ["撤销", (acts) => acts.compute(), (acts) => acts.undo()],
])("%s", async (_, before, run) => {
  const outcomes = new Set<string>();
  for (let request = 0; ; request++) {
    const book = projects();
    const { port, office } = excelOn(book);
    const store = createStore<Session, Action>(reduce, EMPTY_SESSION);
    const acts = createActs(port, store, sheetWords(createTranslator("zh-CN")), summaryWording(), { load: () => null, forget: () => undefined }, createRunStore(memoryStorage()));
    await acts.read();
    await before(acts);
    const start = await savedSheets(book);
    const first = office.host.traffic().log.length;
    let isCancelled = false;
    office.host.faults.add(({ index }) => {
      if (index === first + request) {
        isCancelled = store.getState().activity !== null;
        acts.cancel();
      }
      return false;
    }, { kind: "delay", milliseconds: 0 });
    await run(acts);
    if (!isCancelled) break;
    const { outcome, failure, activity } = store.getState();
    outcomes.add(outcome?.kind ?? "none");
    const isAsBefore = JSON.stringify(await savedSheets(book)) === JSON.stringify(start);
    expect({ request, failure, activity, isAsBefore }).toEqual({ request, failure: null, activity: null, isAsBefore: outcome?.kind === "cancelled" });
  }
  expect(outcomes).toContain("cancelled");
});

/** More text than one request takes. */
const LONG = Array.from({ length: 300 }, (_, row) => [`第${String(row)}行${"长".repeat(10_000)}`]);

test("what takes several requests tells how far it is, and stops between them", async () => {
  const book = bookOf({ 表: [], 别的: [["甲"]] });
  const { port } = excelOn(book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const told: number[] = [];
  const watcher: Watcher = {
    written: (cells, all) => {
      expect(all).toBe(300);
      told.push(cells);
    },
    isWanted: () => Promise.resolve(told.length < 3),
  };
  const edit: Edit = {
    kind: "contents", sheetId: read.value.sheets[0]?.id ?? "", range: { top: 0, left: 0, bottom: 299, right: 0 },
    contents: LONG.map((row) => row.map((value) => ({ kind: "text", value }))),
    expected: LONG.map((row) => row.map(() => ({ kind: "blank" }))),
  };
  const applied = await port.apply([edit], watcher);
  expect(applied).toEqual({ ok: false, problem: { code: "cancelled" }, restore: null });
  expect(told[0]).toBe(0);
  expect(told).toHaveLength(3);
  expect(told[1]).toBeGreaterThan(0);
  expect(told[2]).toBeGreaterThan(told[1] ?? 0);
  expect(told[2]).toBeLessThan(300);
  expect(book.sheets.map((sheet) => usedRange(sheet, true))).toEqual([null, { top: 0, left: 0, bottom: 0, right: 0 }]);
});
