/** 决算公开: 项目 stands over the code and the name of the class, and 栏次 in the row of 类, 款 and 项. */

import { recogniseTables } from "../../../src/domain/recognise/recognise";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { checkSnapshot } from "../../support/checks";
import { columnsOf, notesIn, summarise, tableIn, tablesIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

type Line = readonly [code: string, name: string, all: number, basic: number, project: number];

const ALL: readonly Line[] = [
  ["", "合计", 8436.76, 4210.5, 4226.26], ["201", "一般公共服务支出", 6160.92, 4210.5, 1950.42], ["20103", "政府办公厅（室）及相关机构事务", 6160.92, 4210.5, 1950.42],
  ["2010301", "行政运行", 4210.5, 4210.5, 0], ["2010302", "一般行政管理事务", 1950.42, 0, 1950.42], ["212", "城乡社区支出", 2275.84, 0, 2275.84],
  ["21205", "城乡社区环境卫生", 2155.84, 0, 2155.84], ["2120501", "城乡社区环境卫生", 2155.84, 0, 2155.84], ["21208", "国有土地使用权出让收入安排的支出", 120, 0, 120], ["2120816", "农业农村生态环境支出", 120, 0, 120],
];
/** 120.00 are of 政府性基金, 33.20 of other money. */
const GENERAL: readonly Line[] = [
  ["", "合计", 8283.56, 4210.5, 4073.06], ["201", "一般公共服务支出", 6127.72, 4210.5, 1917.22], ["2010301", "行政运行", 4210.5, 4210.5, 0], ["2010302", "一般行政管理事务", 1917.22, 0, 1917.22],
  ["212", "城乡社区支出", 2155.84, 0, 2155.84], ["2120501", "城乡社区环境卫生", 2155.84, 0, 2155.84],
];
const FUND: readonly Line[] = [["", "合计", 120, 0, 120], ["212", "城乡社区支出", 120, 0, 120], ["2120816", "农业农村生态环境支出", 120, 0, 120]];

type Layout = "numbered" | "plain" | "merged" | "in parts";

/** With the codes in the first of three columns, merged over them, or in parts. */
function form(sheetName: string, title: string, lines: readonly Line[], layout: Layout): SheetSnapshot {
  const codeOf = (code: string): readonly CellValue[] => (layout === "in parts" ? [code.slice(0, 3), code.slice(3, 5), code.slice(5)] : [code, "", ""]);
  const numbers: readonly (readonly CellValue[])[] = layout === "plain" ? [] : [["类", "款", "项", "栏次", 1, 2, 3]];
  const body = lines.map(([code, name, ...amounts]): readonly CellValue[] => [...codeOf(code), name, ...amounts]);
  const first = 6 + numbers.length;
  const merges = layout === "merged" ? lines.map((_, i) => `A${first + i}:C${first + i}`) : [];
  return sheetOf(sheetName, [
    [title], ["部门：牛街街道办事处"], ["", "", "", "", "", "", "单位：万元"], ["项目", "", "", "", "本年支出合计", "基本支出", "项目支出"], ["科目代码", "", "", "科目名称"], ...numbers, ...body,
  ], { merges: ["A4:D4", "A5:C5", "E4:E5", "F4:F5", "G4:G5", ...merges] });
}

const LAYOUTS: readonly Layout[] = ["numbered", "plain", "merged", "in parts"];

test.each(LAYOUTS)("functional classes, none of them a project, and no line of column numbers: %s", (layout) => {
  const sheet = form("公开03", "支出决算表", ALL, layout);
  const [table] = recogniseTables(snapshotOf(sheet), []);
  expect(table?.rows.map(({ code, name }) => `${code} ${name}`.trim())).toEqual(ALL.map(([code, name]) => `${code} ${name}`.trim()));
  const summary = summarise(snapshotOf(sheet));
  expect(columnsOf(tableIn(summary, "key"), "item", "total", "basic", "project")).toContainEqual(["支出", "8436.76", "4210.5", "4226.26"]);
  expect(columnsOf(tableIn(summary, "execution"), "code", "name", "spent")).toEqual([...ALL.slice(1), ALL[0]].map(([code, name, all] = FUND[0] as Line) => [code, name, String(all)]));
  expect(tablesIn(summary).some(({ id }) => id === "projects")).toBe(false);
  expect(notesIn(summary).filter((note) => note.includes("相差"))).toEqual([]);
});

test.each(LAYOUTS)("tables of one fund and of all are of different money by their titles: %s", (layout) => {
  const sheets = [form("公开03", "支出决算表", ALL, layout), form("公开05", "一般公共预算财政拨款支出决算表", GENERAL, layout), form("公开08", "政府性基金预算财政拨款支出决算表", FUND, layout)];
  const { findings, reconciliations } = checkSnapshot(snapshotOf(...sheets));
  expect(findings).toEqual([]);
  expect(reconciliations.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
  const summary = summarise(snapshotOf(...sheets));
  expect(columnsOf(tableIn(summary, "key"), "item", "total")).toContainEqual(["支出", "8436.76"]);
  expect(tablesIn(summary).some(({ id }) => id === "projects")).toBe(false);
});

test("where their totals agree, or one fund's is more than all, the tables are compared", () => {
  const wrong = ALL.map(([code, name, all, ...others]): Line => [code, name, code === "2010302" ? all + 9 : all, ...others]);
  const kinds = (lines: readonly Line[]) => checkSnapshot(snapshotOf(form("公开03", "支出决算表", ALL, "plain"), form("公开05", "一般公共预算财政拨款支出决算表", lines, "plain"))).findings.filter(({ rule }) => rule === "cross-table").length;
  expect(kinds(wrong)).toBeGreaterThan(0);
  expect(kinds(ALL.map(([code, name, all, ...others]): Line => [code, name, code === "" ? all + 9 : all, ...others]))).toBeGreaterThan(0);
});

test.each([
  ["部门支出总表", ["800", ""]], ["2023年部门支出总体情况表", ["800", ""]], ["单位支出总表", ["800", ""]],
  ["部门支出决算总表", ["", "800"]], ["部门支出总表（2023年1-9月执行情况）", ["", "800"]],
])("%s, as a budget or its settlement is published, tells the one or the other", (title, told) => {
  const sheet = sheetOf("表三", [[title], ["单位：万元"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["201", "一般公共服务支出", 500, 350, 150], ["208", "社会保障和就业支出", 300, 100, 200], ["", "合计", 800, 450, 350]]);
  const rows = columnsOf(tableIn(summarise(snapshotOf(sheet)), "key"), "item", "total");
  expect(["年初预算", "支出"].map((item) => rows.find(([name]) => name === item)?.[1])).toEqual(told);
});
