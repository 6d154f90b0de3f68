/** The ribbon's 生成汇总表, and how the pane tells of it. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { buildSummary } from "../../src/commands/buildSummary";
import { createBook } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { openBook } from "../../src/embedded/book/files";
import { createFilePort } from "../../src/files/port";
import { createTranslator } from "../../src/i18n/catalogs";
import { keptWords, sheetWords } from "../../src/i18n/sheet-words";
import { summaryWords } from "../../src/i18n/summary-words";
import { reduce } from "../../src/taskpane/state/reducer";
import { EMPTY_SESSION } from "../../src/taskpane/state/session";
import { stateOf } from "../support/book-state";

const ZH = createTranslator("zh-CN");
const WORDING = { summary: summaryWords(ZH), kept: keptWords(ZH) };
const SIX = ["汇总表", "异常清单", "勾稽核对表", "项目支出绩效目标执行监控表", "项目支出绩效自评表", "项目绩效跟踪分析表"];

test("makes the six sheets, names them to the pane, and a second press changes nothing", async () => {
  const opened = await openBook(readFileSync(path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx")));
  if (!opened.ok) throw new Error(opened.problem.code);
  const { book } = opened.value;
  const before = stateOf(book);
  const port = createFilePort(book);
  const run = await buildSummary(port, sheetWords(ZH), WORDING);
  expect(book.sheets.slice(-6).map(({ name }) => name)).toEqual(SIX);
  expect(book.activeId).toBe(book.sheets.at(-6)?.id);
  const session = reduce(EMPTY_SESSION, { type: "ribbon-ran", run: { ...run, schema: 3, at: "2016-12-31T06:32:00.000Z" } });
  expect(session.outcome).toEqual({ kind: "sheets-written", names: SIX });

  expect((await buildSummary(port, sheetWords(ZH), WORDING)).outcome).toEqual({ kind: "unchanged" });
  if (run.outcome.kind !== "written") throw new Error(run.outcome.kind);
  await port.apply(run.outcome.undo);
  expect(stateOf(book)).toEqual(before);
});

test("a workbook with budgets only is summed up as far as it goes; one without any table is not", async () => {
  const book = createBook(["年初"]);
  const port = createFilePort(book);
  expect((await buildSummary(port, sheetWords(ZH), WORDING)).outcome.kind).toBe("failed");
  const rows = [["单位：万元", ""], ["功能分类科目", "年初预算"], ["人大事务", 10], ["公安", 20], ["合计", 30]];
  enterValues(book.sheets[0]!, { top: 0, left: 0, bottom: 4, right: 1 }, rows);
  expect((await buildSummary(port, sheetWords(ZH), WORDING)).outcome.kind).toBe("written");
  expect(book.sheets.slice(-6).map(({ name }) => name)).toEqual(SIX);
});
