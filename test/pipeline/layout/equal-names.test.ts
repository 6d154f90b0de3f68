/** Reasons that people write in 异常清单 stay with their line where several are called the same, wherever rows are moved. */

import fc from "fast-check";
import { findSheet, type Book } from "../../../src/embedded/book/book";
import { textAt, usedRange } from "../../../src/embedded/book/cells";
import { enterValues } from "../../../src/embedded/book/entering";
import { createFilePort } from "../../../src/files/port";
import { checkExecution } from "../../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { EMPTY_REVIEW, reviewFindings } from "../../../src/pipeline/review";
import { prepareSummary } from "../../../src/pipeline/summary";
import { rangeOfCell } from "../../../src/workbook/address";
import { bookOf } from "../../support/office";
import { summaryWording } from "../../support/summary-wording";

type Line = readonly [unit: string, name: string, budget: number, spent: number];

/** 课后服务 of three schools, all behind the time. */
const LINES: readonly Line[] = [["甲校", "课后服务", 100, 10], ["乙校", "课后服务", 200, 15], ["丙校", "课后服务", 300, 20], ["丙校", "维修", 50, 40]];
const FIRST = 3;

function rowsOf(lines: readonly Line[], hasUnits: boolean): (string | number)[][] {
  return lines.map(([unit, ...rest]) => (hasUnits ? [unit, ...rest] : [...rest]));
}

function bookWith(lines: readonly Line[], hasUnits: boolean): Book {
  return bookOf({ 项目: [["单位：万元，截至2024年9月30日"], [...(hasUnits ? ["单位"] : []), "项目名称", "年初预算", "支出"], ...rowsOf(lines, hasUnits)] });
}

async function build(book: Book): Promise<void> {
  const port = createFilePort(book);
  const read = await port.read();
  if (!read.ok) throw new Error(read.problem.code);
  const execution = computeWorkbook(read.value, DEFAULT_OPTIONS);
  const checked = checkExecution(read.value, execution, { settings: EMPTY_REVIEW.settings, text: null, confirmed: [] });
  const plan = prepareSummary(read.value, execution, "adjusted", { ...checked, findings: reviewFindings(checked.findings, execution.tables, read.value, EMPTY_REVIEW) }, summaryWording());
  if (!plan.ok) throw new Error(plan.problem.code);
  const applied = await port.apply(plan.value.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
}

/** By budget, as the finding tells it, the row of 异常清单 and what stands there as the reason. */
function findingsIn(book: Book): ReadonlyMap<string, { readonly row: number; readonly reason: string }> {
  const sheet = findSheet(book, "异常清单");
  if (sheet === null) throw new Error("no sheet");
  const found = new Map<string, { row: number; reason: string }>();
  const [header = []] = Array.from({ length: 10 }, (_, row) => Array.from({ length: 10 }, (_, c) => textAt(sheet, row, c))).filter((texts) => texts.includes("偏差原因"));
  for (let row = 0; row <= (usedRange(sheet, true)?.bottom ?? 0); row++) {
    const budget = /预算 ([\d.]+) 万元，支出/u.exec(textAt(sheet, row, header.indexOf("问题")))?.[1];
    if (budget !== undefined) found.set(budget, { row, reason: textAt(sheet, row, header.indexOf("偏差原因")) });
  }
  return found;
}

test.each([["with a column of units", true], ["by their amounts", false]])("%s, in any order", async (_, hasUnits) => {
  await fc.assert(fc.asyncProperty(fc.shuffledSubarray([...LINES], { minLength: LINES.length }), async (moved) => {
    const book = bookWith(LINES, hasUnits);
    await build(book);
    const list = findSheet(book, "异常清单");
    if (list === null) throw new Error("no sheet");
    const column = Array.from({ length: 10 }, (_unused, c) => c).find((c) => [3, 2, 4].some((row) => textAt(list, row, c) === "偏差原因")) ?? -1;
    const before = findingsIn(book);
    expect([...before.keys()].sort()).toEqual(["100.00", "200.00", "300.00"]);
    for (const [budget, { row }] of before) enterValues(list, rangeOfCell(row, column), [[`原因 ${budget}`]]);
    const source = findSheet(book, "项目");
    if (source === null) throw new Error("no sheet");
    enterValues(source, { top: FIRST - 1, bottom: FIRST - 2 + LINES.length, left: 0, right: hasUnits ? 3 : 2 }, rowsOf(moved, hasUnits));
    await build(book);
    expect(Object.fromEntries([...findingsIn(book)].map(([budget, { reason }]) => [budget, reason]))).toEqual({ "100.00": "原因 100.00", "200.00": "原因 200.00", "300.00": "原因 300.00" });
  }), { numRuns: 6 });
}, 60_000);

test("with a column of units they stay when the amounts change, too", async () => {
  const book = bookWith(LINES, true);
  await build(book);
  const list = findSheet(book, "异常清单");
  const source = findSheet(book, "项目");
  if (list === null || source === null) throw new Error("no sheet");
  const row = findingsIn(book).get("200.00")?.row ?? -1;
  const column = Array.from({ length: 10 }, (_unused, c) => c).find((c) => [3, 2, 4].some((at) => textAt(list, at, c) === "偏差原因")) ?? -1;
  enterValues(list, rangeOfCell(row, column), [["招标推迟"]]);
  enterValues(source, { top: FIRST - 1, bottom: FIRST, left: 0, right: 3 }, rowsOf([["乙校", "课后服务", 210, 16], ["甲校", "课后服务", 100, 10]], true));
  await build(book);
  expect(Object.fromEntries([...findingsIn(book)].map(([budget, { reason }]) => [budget, reason]))).toEqual({ "100.00": "", "210.00": "招标推迟", "300.00": "" });
});
