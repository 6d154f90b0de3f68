/** Tables with two sides: income beside expenditure, parts of the budget beside parts of the spending. */

import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { found } from "../../support/checks";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

const ratesOf = (...sheets: SheetSnapshot[]): string[] => {
  const { executions, problems } = computeWorkbook(snapshotOf(...sheets), DEFAULT_OPTIONS);
  return [
    ...executions.flatMap(({ rows }) => rows.map(({ name, budget, expenditure, rate }) => `${name} ${budget?.toFixed() ?? "-"} ${expenditure?.toFixed() ?? "-"} ${rate.ok ? rate.percent.toFixed() : rate.why}`)),
    ...problems.map(({ code }) => code),
  ];
};

const settlement = (title: string) => sheetOf("决算01", [
  [title],
  ["收入", null, null, "支出", null, null],
  ["项目", "预算数", "决算数", "项目", "预算数", "决算数"],
  ["一、财政拨款收入", 100, 120, "一、一般公共服务支出", 80, 60],
  ["二、其他收入", 20, 30, "二、教育支出", 40, 50],
  ["本年收入合计", 120, 150, "本年支出合计", 120, 110],
], { merges: ["A1:F1", "A2:C2", "D2:F2"] });

test("the income side of 收入支出决算总表 has no rates, and says why", () => {
  const sheet = settlement("收入支出决算总表");
  expect(ratesOf(sheet)).toEqual(["一、一般公共服务支出 80 60 75", "二、教育支出 40 50 125", "本年支出合计 120 110 91.67"]);
  const [income, spending] = recogniseSheet(sheet);
  expect([income, spending].map((table) => (table === undefined ? "" : rolesOf(table)))).toEqual(["name original-budget? -", "name original-budget? expenditure"]);
  expect(income?.columns[2]?.reason).toEqual({ code: "income", values: { header: "决算数", word: "收入" } });
  expect(income?.doubts).toEqual([{ code: "doubt-income", values: { word: "收入" } }]);
  expect(spending?.doubts).toEqual([]);
});

describe.each<[string, string, readonly string[]]>([
  ["收入", "支出", ["A1:F1", "A2:C2", "D2:F2"]],
  ["收     入", "支     出", ["A1:F1", "A2:C2", "D2:F2"]],
  ["收　　入", "支　　出", ["A1:F1", "A2:C2", "D2:F2"]],
  ["收入", "支出", ["A1:F1"]],
  ["收     入", "支     出", []],
])("财政拨款收入支出决算总表 under %s | %s, merged over %j", (income, spending, merges) => {
  const printed = (...names: readonly [string, string]) => sheetOf("04", [
    ["财政拨款收入支出决算总表"],
    [income, null, null, spending, null, null],
    [names[0], "年初预算数", "决算数", names[1], "年初预算数", "决算数"],
    ["一、一般公共预算财政拨款", 100, 120, "一、一般公共服务支出", 80, 60],
    ["二、政府性基金预算财政拨款", null, 30, "二、教育支出", 40, 50],
    ["本年收入合计", 100, 150, "本年支出合计", 120, 110],
  ], { merges });

  test.each<readonly [string, string]>([["项目", "项目"], ["项    目", "项目"], ["项    目", "项目（按功能分类）"], ["项目", "科目名称"]])("the spending is what stands on its side, called %s | %s", (...names) => {
    const sheet = printed(...names);
    expect(recogniseSheet(sheet).map(({ range: { left, right } }) => [left, right])).toEqual([[0, 2], [3, 5]]);
    expect(ratesOf(sheet)).toEqual(["一、一般公共服务支出 80 60 75", "二、教育支出 40 50 125", "本年支出合计 120 110 91.67"]);
  });
});

test("lines of a form that hold their number alone head no section", () => {
  const sheet = sheetOf("04", [
    ["收     入", null, null, null, "支     出", null, null, null],
    ["项    目", "行次", "年初预算数", "决算数", "项目（按功能分类）", "行次", "年初预算数", "决算数"],
    ["栏    次", null, 1, 2, "栏    次", null, 3, 4],
    ["一、一般公共预算财政拨款", 1, 100, 120, "一、一般公共服务支出", 30, 80, 60],
    [null, 2, null, null, "二、教育支出", 31, 40, 50],
    ["本年收入合计", 27, 100, 120, "本年支出合计", 57, 120, 110],
    ["年初财政拨款结转和结余", 28, 0, 20, "年末财政拨款结转和结余", 58, 0, 30],
    ["总计", 32, 100, 140, "总计", 62, 120, 140],
  ], { merges: ["A1:D1", "E1:H1"] });
  expect(found("total-mismatch", sheet)).toEqual([]);
  expect(ratesOf(sheet)).toEqual(["一、一般公共服务支出 80 60 75", "二、教育支出 40 50 125", "本年支出合计 120 110 91.67", "年末财政拨款结转和结余 0 30 not-spending", "总计 120 140 holds-balance"]);
});

test.each<[string, readonly string[], string]>([
  ["表一 收入预算执行表", ["预算数", "执行数"], "表一 收入预算执行表"], ["附表1：部门收入执行情况", ["预算数", "完成数"], "附表1：部门收入执行情况"],
  ["2025年预算执行情况表", ["预算数", "实际收入"], "实际收入"], ["2025年预算执行情况表", ["预算数", "收入数"], "收入数"], ["2025年预算执行情况表", ["预算数", "本年收入（万元）"], "本年收入（万元）"],
  ["2025 budget report", ["Budget", "Actual revenue"], "Actual revenue"],
])("%s with %j is no spending", (title, headers, word) => {
  const sheet = sheetOf("表", [[title], ["项目", ...headers, "执行率"], ["事业收入", 200, 210, null], ["其他收入", 20, 5, null]]);
  expect(ratesOf(sheet)).toEqual(["only-income"]);
  expect(recogniseSheet(sheet)[0]?.doubts).toEqual([{ code: "doubt-income", values: { word } }]);
});

test("what came in beside what was spent makes no table of income", () => {
  expect(ratesOf(sheetOf("表", [["项目", "预算数", "实际收入", "实际支出"], ["物业", 200, 210, 100]]))).toEqual(["物业 200 100 50"]);
});

test.each<[readonly string[]]>([
  [["项目", "预算", "收入", "支出", "结余", "执行率"]],
  [["科目", "本年预算", "本年收入", "本年支出", "结余", "执行率"]],
  [["Item", "Budget", "Income", "Expenditure", "Balance", "% Spent"]],
  [["Item", "Budget", "Revenue", "Expenses", "Balance", "% Used"]],
])("a column of what came in makes no side: %j", (headers) => {
  const [table] = recogniseSheet(sheetOf("党费", [headers, ["党费", 100, 100, 60, 40, null], ["工会", 60, 60, 30, 30, null]]));
  const roleAt = (column: number): string | null => table?.columns[column]?.role ?? null;
  expect([1, 2, 3, 4, 5].map(roleAt)).toEqual(["original-budget", null, "expenditure", null, "rate"]);
  expect(table?.doubts).toEqual([]);
});

test("收入项目 beside 支出项目 in one row of headers: each with its own budget and rate", () => {
  const sheet = sheetOf("基金", [
    ["2025年政府性基金预算收支执行情况表（单位：亿元）"], ["收入项目", "预算数", "执行数", "完成%", "支出项目", "预算数", "执行数", "完成%"],
    ["国有土地使用权出让收入", 120.5, 101.37, 84.12, "城乡社区支出", 98.6, 90.14, 91.42], ["彩票公益金收入", 1.05, 1.01, 96.19, "债务付息支出", 6, 6, 100], ["收入合计", 121.55, 102.38, 84.23, "支出合计", 104.6, 96.14, 91.91],
  ]);
  expect(ratesOf(sheet)).toEqual(["城乡社区支出 98.6 90.14 91.42", "债务付息支出 6 6 100", "支出合计 104.6 96.14 91.91"]);
  expect(recogniseSheet(sheet).map(rolesOf)).toEqual(["name? original-budget? - rate", "name original-budget? expenditure rate"]);
});

test.each<[readonly string[]]>([
  [["收入预算", "收入执行", "支出预算", "支出执行"]],
  [["收入预算数", "收入完成数", "支出预算数", "支出执行数"]],
  [["Revenue Budget", "Revenue Actual", "Expenditure Budget", "Expenditure Actual"]],
])("both sides in one row of headers: %j", (headers) => {
  expect(ratesOf(sheetOf("表", [["项目", ...headers], ["甲", 100, 90, 80, 40], ["乙", 50, 45, 40, 30]]))).toEqual(["甲 80 40 50", "乙 40 30 75"]);
});

describe("基本支出 and 项目支出 in one row of headers", () => {
  const sheet = (title: string, rows: readonly (readonly (string | number)[])[]) => sheetOf("表", [[title], ["项目", "预算数", "基本支出", "项目支出"], ...rows]);
  const SPENT = [["甲", 100, 25, 60], ["乙", 200, 50, 80], ["合计", 300, 75, 140]];

  test("are the spending where they do not make up the budget, and the title speaks of spending", () => {
    const table = sheet("2021年预算执行表", SPENT);
    expect(ratesOf(table)).toEqual(["甲 100 85 85", "乙 200 130 65", "合计 300 215 71.67"]);
    expect(recogniseSheet(table)[0]?.columns.slice(2)).toMatchObject([{ role: "basic", partOf: "expenditure", confidence: "likely", reason: { code: "parts-of-expenditure" } }, { role: "project", partOf: "expenditure", confidence: "likely" }]);
  });

  test("are the budget's parts where they make it up, or nothing speaks of spending", () => {
    expect(ratesOf(sheet("2021年预算执行表", [["甲", 85, 25, 60], ["乙", 130, 50, 80], ["合计", 215, 75, 140]]))).toEqual(["no-expenditure-column"]);
    expect(ratesOf(sheet("2021年预算表", SPENT))).toEqual(["no-expenditure-column"]);
  });
});

describe("spending by sources of money", () => {
  test.each<[readonly string[], string]>([
    [["预算数", "财政资金支出", "自有资金支出"], "甲 100 85 85"],
    [["Budget", "State expenditures", "Local expenditures"], "甲 100 85 85"],
    // Somebody has added them up.
    [["预算数", "支出合计", "自有资金支出"], "甲 100 25 25"],
    [["预算数", "自有资金支出", "支出合计"], "甲 100 60 60"],
    // Of one source alone, and where the budget is of one, the same.
    [["财政拨款预算数", "财政拨款支出", "备注数"], "甲 100 25 25"],
    [["财政拨款预算数", "财政拨款支出", "自有资金支出"], "甲 100 25 25"],
  ])("%j", (headers, expected) => {
    expect(ratesOf(sheetOf("表", [["项目", ...headers], ["甲", 100, 25, 60]]))).toEqual([expected]);
  });

  test("a person is asked to confirm the sum, or told what was not counted", () => {
    const tableOf = (...headers: string[]) => recogniseSheet(sheetOf("表", [["项目", ...headers], ["甲", 100, 25, 60]]))[0];
    expect(tableOf("预算数", "财政资金支出", "自有资金支出")?.columns.slice(2)).toMatchObject([{ role: null, partOf: "expenditure", confidence: "likely", reason: { code: "fund-part" } }, { role: null, partOf: "expenditure" }]);
    expect(tableOf("财政拨款预算数", "财政拨款支出", "自有资金支出")?.doubts).toEqual([{ code: "doubt-several-expenditures", values: { header: "自有资金支出", counted: "财政拨款支出" } }]);
  });
});

test("a table whose title speaks of income alone, and one whose columns do", () => {
  const table = (title: string, budget: string, actual: string) => sheetOf("表", [[title], ["项目", budget, actual], ["增值税", 100, 120], ["合计", 100, 120]], { merges: ["A1:C1"] });
  expect(ratesOf(table("2016年收入决算表", "预算数", "决算数"))).toEqual(["only-income"]);
  expect(ratesOf(table("2016 Revenues", "Adopted Budget", "Actual"))).toEqual(["only-income"]);
  expect(ratesOf(table("2016年收支情况表", "预算数", "决算数"))).toEqual(["增值税 100 120 120", "合计 100 120 120"]);
});

test("基本支出 and 项目支出 under 预算 and under 支出, without 小计, make up either side", () => {
  const sheet = sheetOf("表", [
    ["科目名称", "调整后预算", null, "支出", null],
    [null, "基本支出", "项目支出", "基本支出", "项目支出"],
    ["行政运行", 40, 60, 30, 45], ["教育", 10.5, null, 5.25, null], ["合计", 50.5, 60, 35.25, 45],
  ], { merges: ["A1:A2", "B1:C1", "D1:E1"] });
  expect(recogniseSheet(sheet).map(rolesOf)).toEqual(["function-name? basic project basic project"]);
  expect(ratesOf(sheet)).toEqual(["行政运行 100 75 75", "教育 10.5 5.25 50", "合计 110.5 80.25 72.62"]);
});

test("with 小计 on one side alone, each side is read as it is printed", () => {
  const sheet = sheetOf("表", [
    ["科目名称", "预算", null, null, "支出", null],
    [null, "小计", "基本支出", "项目支出", "基本支出", "项目支出"],
    ["行政运行", 100, 40, 60, 30, 45],
  ], { merges: ["A1:A2", "B1:D1", "E1:F1"] });
  expect(ratesOf(sheet)).toEqual(["行政运行 100 75 75"]);
});

test("a hidden sheet's budget may be read, but nothing is computed on it, which is said", () => {
  const hidden = (sheet: SheetSnapshot): SheetSnapshot => ({ ...sheet, visible: false });
  const own = sheetOf("旧表", [["项目名称", "预算数", "支出数"], ["物业", 10, 5]]);
  const budget = sheetOf("预算", [["项目名称", "年初预算"], ["物业", 10], ["保安", 20]]);
  const spent = sheetOf("支出", [["项目名称", "支出数"], ["物业", 5], ["保安", 5]]);
  expect(ratesOf(hidden(own))).toEqual(["sheet-hidden"]);
  expect(ratesOf(hidden(budget), spent)).toEqual(["物业 10 5 50", "保安 20 5 25"]);
  expect(ratesOf(budget, hidden(spent))).toEqual(["sheet-hidden"]);
});

test.each(["Revenue Budget Monitoring 2025/26", "Borough of Northgate - Revenue Budget Monitoring Statement"])("%s is of spending, too", (title) => {
  const rows = [[title], ["Period 6 to 30 September 2025", "", "", "£'000"], ["Service", "Original Budget", "Revised Budget", "Actual Spend to Date"], ["Adult Social Care", 42150, 42800, 21930.4], ["Housing", 6100, 6100, 2875.5], ["Net Revenue Expenditure", 48250, 48900, 24805.9]];
  expect(recogniseSheet(sheetOf("Budget Monitoring", rows)).map(rolesOf)).toEqual(["name? original-budget adjusted-budget expenditure"]);
});

test("Revenue outturn is what councils call their spending", () => {
  const rows = [["Service", "Original budget £000", "Revised budget £000", "Outturn £000"], ["Adult social care", 85000, 85400, 84977], ["Waste", 18700, 18770, 18402], ["Total", 103700, 104170, 103379]];
  expect(recogniseSheet(sheetOf("Revenue outturn", rows)).map(rolesOf)).toEqual(["name? original-budget adjusted-budget expenditure"]);
});

test.each<[readonly string[], readonly string[]]>([
  [["预算数", "执行数", "完成率"], ["预算数", "执行数", "执行率"]], [["年初预算", "到账数", "完成率"], ["年初预算", "支出数", "执行率"]], [["预算数", "执行数"], ["预算数", "执行数", "执行率"]],
])("收入 %j beside 支出 %j under one column of names: the spending is what stands under 支出", (income, spending) => {
  const columns = income.length;
  const [top, below] = [["项目", "收入", ...income.slice(1).map(() => null), "支出", ...spending.slice(1).map(() => null)], [null, ...income, ...spending]];
  const line = (name: string, came: readonly number[], spent: readonly number[]): (CellValue | null)[] => [name, ...came, ...(columns > 2 ? [null] : []), ...spent, null];
  const sheet = sheetOf("表", [top, below, line("学费", [300, 330], [200, 180]), line("住宿费", [100, 90], [50, 55])], { merges: ["A1:A2", `B1:${String.fromCharCode(65 + columns)}1`, `${String.fromCharCode(66 + columns)}1:${String.fromCharCode(65 + columns + spending.length)}1`] });
  expect(ratesOf(sheet)).toEqual(["学费 200 180 90", "住宿费 50 55 110"]);
  expect(recogniseSheet(sheet)[0]?.columns.at(-1)?.role).toBe("rate");
});
