/** A workbook of project tables only: what they come to is said of the projects, and what the unit has stays unknown. */

import type { Summary } from "../../../src/domain/summary/model";
import { createTranslator } from "../../../src/i18n/catalogs";
import { exportWords } from "../../../src/i18n/export-words";
import { summaryWords } from "../../../src/i18n/summary-words";
import { collectExport, type Collected } from "../../../src/pipeline/export/collect";
import { dataPackage } from "../../../src/pipeline/export/package/data-package";
import { buildReport } from "../../../src/pipeline/export/report/build";
import { bureauSheets } from "../../../src/pipeline/export/bureau";
import { verifyExport } from "../../../src/pipeline/export/verify";
import { createFilePort } from "../../../src/files/port";
import { openBook } from "../../../src/embedded/book/files";
import { workbookFile } from "../../../src/export/workbook-file";
import { contentsOf } from "../../../src/workbook/sheet-layout";
import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, notesIn, summarise, tableIn, tablesIn } from "../../support/summary";

const ZH = createTranslator("zh-CN");
const WORDS = exportWords(ZH);
const NOTE = "工作簿里只有项目表，没有部门整体的预算和支出：单位整体的数不明，主要指标是跟踪项目的合计。";

const PROJECTS: readonly (readonly CellValue[])[] = [
  ["区教育局2024年项目支出执行情况表"], ["单位：万元，截至2024年9月30日"], ["项目名称", "年初预算", "调整后预算", "累计支出"],
  ["课后服务补助", 120.5, 130.5, 98.31], ["校舍维修", 600, 600, 117.27], ["合计", 720.5, 730.5, 215.58],
];
const WHOLE: readonly (readonly CellValue[])[] = [
  ["2024年部门预算执行情况表"], ["单位：万元，截至2024年9月30日"], ["科目编码", "科目名称", "年初预算数", "调整预算数", "支出数"],
  ["201", "一般公共服务支出", 1000, 1100, 700], ["205", "教育支出", 2000, 2100, 1500], ["", "合计", 3000, 3200, 2200],
];

function collect(...sheets: readonly (readonly (readonly CellValue[])[])[]): Collected & { readonly summary: Summary } {
  const snapshot = snapshotOf(...sheets.map((rows, i) => sheetOf(`表${i}`, rows)));
  return collectExport(summarise(snapshot), snapshot, [], [], { file: "项目.xlsx", organisation: "区教育局" }, summaryWords(ZH));
}

function printed(collected: Collected): readonly (readonly (string | number)[])[] {
  const sheet = bureauSheets(collected.summary, collected.facts, WORDS).at(-1);
  return sheet === undefined ? [] : contentsOf(sheet).map((cells) => cells.flatMap((content) => (content.kind === "text" || content.kind === "number" ? [content.value] : [])));
}

test("the key figures are headed and labelled as the projects', with a note, and the unit's are none", () => {
  const summary = summarise(snapshotOf(sheetOf("项目", PROJECTS)));
  expect(tablesIn(summary).some(({ id }) => id === "key")).toBe(false);
  expect(columnsOf(tableIn(summary, "project-key"), "number", "item", "total")).toEqual([
    ["1", "跟踪项目年初预算", "720.5"], ["2", "跟踪项目净调整（调整后 − 年初）", "10"], ["3", "跟踪项目调整后预算", "730.5"], ["4", "跟踪项目支出", "215.58"],
    ["5", "跟踪项目执行率（支出 ÷ 调整后预算）", "0.2951"], ["6", "序时进度", "0.75"], ["7", "跟踪项目执行率与序时进度之差（百分点）", "-45.49"],
  ]);
  expect(tableIn(summary, "project-key").columns.map(({ key, header }) => [key, header])).toEqual([["number", ["序号"]], ["item", ["指标"]], ["total", ["跟踪项目合计"]]]);
  expect(summary.sheets[0]?.blocks.find(({ kind }) => kind === "heading")).toEqual({ kind: "heading", text: "一、主要指标（跟踪项目，不是单位整体）" });
  expect(notesIn(summary)).toContain(NOTE);
  expect(notesIn(summary).filter((note) => note.startsWith("工作簿里没有部门"))).toEqual([]);
  expect(summary.facts.isOfProjects).toBe(true);
  const heads = notesIn(summary).filter((note) => note.includes("基准："));
  expect([heads.length, heads.every((head) => head.includes("范围：仅跟踪项目"))]).toEqual([5, true]);
});

test("with a table of the whole nothing of it is said", () => {
  const summary = summarise(snapshotOf(sheetOf("部门", WHOLE), sheetOf("项目", PROJECTS)));
  expect(columnsOf(tableIn(summary, "key"), "item", "total").slice(0, 4)).toEqual([["年初预算", "3000"], ["净调整（调整后 − 年初）", "200"], ["调整后预算", "3200"], ["支出", "2200"]]);
  expect([tablesIn(summary).some(({ id }) => id === "project-key"), summary.facts.isOfProjects, notesIn(summary).some((note) => note.includes("仅跟踪项目"))]).toEqual([false, undefined, false]);
});

test("a table of income tells nothing of the unit's budget", () => {
  const income = [["2024年部门收入预算表"], ["单位：万元"], ["收入项目", "预算数"], ["财政拨款收入", 3000], ["其他收入", 200], ["合计", 3200]];
  const summary = summarise(snapshotOf(sheetOf("收入", income), sheetOf("项目", PROJECTS)));
  expect([summary.facts.isOfProjects, columnsOf(tableIn(summary, "project-key"), "item", "total")[0], tablesIn(summary).some(({ id }) => id === "budget")]).toEqual([true, ["跟踪项目年初预算", "720.5"], false]);
});

test("数据校验 tells the projects' figures under keys of their own, the unit's as none, and reads them again", async () => {
  const own = collect(PROJECTS);
  expect(Object.values(own.facts.figures).map((figure) => figure?.toFixed() ?? null)).toEqual([null, null, null, "0", "0", "0"]);
  const rows = printed(own);
  const from = rows.findIndex(([label]) => String(label).startsWith("范围"));
  expect(rows.slice(from, from + 1)).toEqual([["范围（projects：仅跟踪项目，单位整体的数不明）", "projects", "scope"]]);
  const figures = rows.findIndex(([label]) => label === "年初预算");
  expect(rows.slice(figures, figures + 9)).toEqual([
    ["年初预算", "figure.original"], ["调整后预算", "figure.adjusted"], ["支出", "figure.expenditure"], ["异常：错误", "0", "figure.errors"], ["异常：注意", "0", "figure.warnings"], ["异常：说明", "0", "figure.notes"],
    ["跟踪项目：年初预算", "720.5", "projects.original"], ["跟踪项目：调整后预算", "730.5", "projects.adjusted"], ["跟踪项目：支出", "215.58", "projects.expenditure"],
  ]);
  const book = await openBook(await workbookFile(bureauSheets(own.summary, own.facts, WORDS)));
  if (!book.ok) throw new Error(book.problem.code);
  const read = await createFilePort(book.value.book).read();
  if (!read.ok) throw new Error(read.problem.code);
  expect(verifyExport(read.value.sheets)).toEqual({ ok: true, value: own.facts });
  const whole = collect(WHOLE, PROJECTS);
  expect([whole.facts.projects, printed(whole).some(([label]) => String(label).startsWith("跟踪项目"))]).toEqual([undefined, false]);
});

test("the report gives them as the projects' only", () => {
  const { summary } = collect(PROJECTS);
  const report = buildReport({ summary, findings: [], describe: () => ({ what: "", remedy: "" }) });
  const lines = report.blocks.flatMap((block) => (block.kind === "table" ? [] : [block.text]));
  expect(lines).toContain("工作簿里只有项目表，下面的金额都是跟踪项目的；单位整体的预算和支出不明，请补充。");
  expect(lines).toContain("工作簿里没有年初预算表和调整后预算表，本节请补充。");
  expect(lines).toContain("本次跟踪项目2个，调整后预算合计730.50万元。");
  expect(lines.filter((line) => line.startsWith("区教育局"))).toEqual([]);
});

test("the data package says what its amounts are of", () => {
  const [descriptor, ...tables] = dataPackage(collect(PROJECTS));
  expect(JSON.parse(descriptor?.text ?? "")).toMatchObject({ title: "区教育局2024年跟踪项目预算执行", description: "范围：仅跟踪项目，单位整体的数不明；基准：调整后预算；截止日期：2024-09-30；金额单位：万元" });
  expect(tables.map(({ name }) => name)).toEqual(["projects.csv"]);
});
