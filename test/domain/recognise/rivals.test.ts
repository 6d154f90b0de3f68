/** Several columns that may be the budget or the spending: which of them counts, and what is asked of a person. Each case: headers, lines, roles, doubts. */

import fc from "fast-check";
import type { BudgetTable } from "../../../src/domain/table";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

type Line = readonly (number | string | null)[];

function tableOf(headers: readonly string[], ...lines: readonly Line[]) {
  return recogniseSheet(sheetOf("表", [["项目名称", ...headers], ...lines.map((figures, i) => [`第${i + 1}项`, ...figures])]));
}

const HANDED: readonly Line[] = [[100, 80, 60], [50, 50, 20], [40, 30, 30]];
const EMPTY: readonly Line[] = [[100, null, null], [50, null, null], [40, null, null]];
const withRates = (of: 1 | 2): readonly Line[] => HANDED.map((line) => [...line, Number(line[of]) / Number(line[0])]);
const withBalance = (of: 1 | 2): readonly Line[] => HANDED.map((line) => [...line, Number(line[0]) - Number(line[of])]);
const SEVERAL = ["doubt-several-expenditures"];

describe("what was handed out is not what was spent", () => {
  test.each<[readonly string[], readonly Line[], string, string[]]>([
    [["年初预算", "已拨付", "已支出"], HANDED, "original-budget - expenditure", []],
    [["年初预算", "已支出", "已拨付"], HANDED, "original-budget expenditure -", []],
    [["下达金额", "拨付金额", "支出金额"], HANDED, "original-budget? - expenditure", []],
    [["年初预算", "累计拨付数", "1-9月支出"], HANDED, "original-budget - expenditure", []],
    [["年初预算", "资金拨付数", "实际支付数"], HANDED, "original-budget - expenditure", []],
    [["年初预算", "拨付金额", "使用金额"], HANDED, "original-budget - expenditure?", []],
    [["年初预算", "财政拨款", "支出数"], HANDED, "original-budget - expenditure", []],
    [["年初预算", "预算数", "支出数"], HANDED, "original-budget adjusted-budget? expenditure", []],
    [["财政下达", "财政拨付", "单位支付"], HANDED, "original-budget? - expenditure?", []],
    [["年初预算", "拨付街道数", "街道支出"], HANDED, "original-budget - expenditure?", []],
    [["年初预算", "国库支付", "账面支出"], HANDED, "original-budget - expenditure?", SEVERAL],
    [["年初预算", "报账数", "付款数", "余额"], withBalance(2), "original-budget - expenditure? -", []],
    // Where other words tell the spending, these are left alone.
    [["年初预算", "单位支付", "支出数"], HANDED, "original-budget - expenditure", []],
    // A rate of what was handed out is none of what was spent.
    [["年初预算", "已拨付", "已支出", "拨付进度"], HANDED.map((line) => [...line, null]), "original-budget - expenditure -", ["doubt-rates-left-empty"]],
    [["年初预算", "支付时间", "支付金额", "累计支付", "支付进度"], HANDED.map((line) => [line[0] ?? null, 3.1, line[1] ?? null, line[1] ?? null, null]), "original-budget - - expenditure rate", []],
    [["年初预算", "已拨付", "拨付进度"], HANDED.map((line) => [line[0] ?? null, line[1] ?? null, null]), "original-budget expenditure rate", []],
    [["年初预算", "支付数", "支出数", "支付率", "支出率"], HANDED.map((line) => [...line, null, null]), "original-budget - expenditure - rate", [...SEVERAL, "doubt-rates-left-empty"]],
    // Not filled in yet.
    [["年初预算", "已拨付", "已支出"], EMPTY, "original-budget - expenditure", []],
    // Nothing else tells what was spent; what was built is paid for by what is handed out.
    [["年初预算", "已拨付"], HANDED.map((line) => line.slice(0, 2)), "original-budget expenditure", []],
    [["年初预算", "完成投资", "拨付数"], HANDED, "original-budget - expenditure", SEVERAL],
  ])("%j", (headers, lines, roles, doubts) => {
    const tables = tableOf(headers, ...lines);
    expect(tables.map(rolesOf)).toEqual([`name ${roles}`]);
    expect(tables.map((table) => table.doubts.map(({ code }) => code))).toEqual([doubts]);
  });
});

describe("of two columns that may be the budget the one left out is named", () => {
  test.each<[readonly string[], readonly Line[], string, readonly [string, string][]]>([
    [["预算数（不含结转）", "预算数（含结转）", "支出数", "执行率"], [[80, 100, 50, null], [200, 220, 150, null]], "original-budget? - expenditure rate", [["预算数（含结转）", "预算数（不含结转）"]]],
    // What was handed out is not the budget, though it is what the balance is left of.
    [["预算安排", "拨付资金", "使用资金", "结转结余", "资金使用率"], [[100, 80, 50, 30, null], [200, 200, 150, 50, null]], "original-budget? - expenditure? - rate", [["拨付资金", "预算安排"]]],
    [["拨付资金", "预算安排", "使用资金", "资金使用率"], [[80, 100, 50, null], [200, 200, 150, null]], "- original-budget? expenditure? rate", [["拨付资金", "预算安排"]]],
    // Filled rates tell which one it is.
    [["预算数（不含结转）", "预算数（含结转）", "支出数", "执行率"], [[80, 100, 50, 0.5], [200, 300, 150, 0.5]], "- original-budget? expenditure rate", []],
    // The same figures twice are one budget.
    [["预算数（不含结转）", "预算数（含结转）", "支出数"], [[80, 80, 50], [200, 200, 150]], "original-budget? - expenditure", []],
    // The surer of the two needs no question.
    [["年初预算", "财政拨款", "支出数"], [[100, 80, 50], [200, 180, 150]], "original-budget - expenditure", []],
  ])("%j %j", (headers, lines, roles, left) => {
    const tables = tableOf(headers, ...lines);
    expect(tables.map(rolesOf)).toEqual([`name ${roles}`]);
    expect(tables.flatMap((table) => table.doubts.map(({ code, values }) => [code, values?.["header"], values?.["counted"]]))).toEqual(left.map((names) => ["doubt-several-budgets", ...names]));
  });
});

test("once a person said which column is the budget, nobody is asked again", () => {
  const sheet = sheetOf("表", [["项目名称", "预算数（不含结转）", "预算数（含结转）", "支出数"], ["甲", 80, 100, 50], ["乙", 200, 220, 150]]);
  const chosen = recogniseSheet(sheet, [{ tableId: "{表}!A1", columns: { 2: "original-budget" } }]);
  expect(chosen.map((table) => [rolesOf(table), table.doubts])).toEqual([["name - original-budget expenditure", []]]);
});

describe("paid or spent: what rates or balances were calculated from, else what was spent, which is a doubt", () => {
  test.each<[string, readonly string[], readonly Line[], string, string[]]>([
    ["nothing tells", ["年初预算", "支付数", "支出数"], HANDED, "original-budget - expenditure", SEVERAL],
    ["nor rates that are not filled in", ["年初预算", "支付数", "支出数", "执行率"], HANDED.map((line) => [...line, null]), "original-budget - expenditure rate", SEVERAL],
    ["rates of what was paid", ["年初预算", "支付数", "支出数", "执行率"], withRates(1), "original-budget expenditure - rate", []],
    ["rates of what was spent", ["年初预算", "支付数", "支出数", "执行率"], withRates(2), "original-budget - expenditure rate", []],
    ["rates in percent", ["年初预算", "支付数", "支出数", "执行率"], withRates(1).map((line) => [...line.slice(0, 3), `${Math.round(Number(line[3]) * 100)}%`]), "original-budget expenditure - rate", []],
    ["rates of which one is wrong", ["年初预算", "支付数", "支出数", "执行率"], [...withRates(1), [80, 60, 40, 0.1]], "original-budget expenditure - rate", []],
    ["rates of neither", ["年初预算", "支付数", "支出数", "执行率"], HANDED.map((line) => [...line, 0.11]), "original-budget - expenditure rate", SEVERAL],
    ["a single line", ["年初预算", "支付数", "支出数", "执行率"], withRates(1).slice(0, 1), "original-budget - expenditure rate", SEVERAL],
    ["what is left of the budget", ["年初预算", "支付数", "支出数", "结余"], withBalance(1), "original-budget expenditure - -", []],
    ["what is left after spending", ["年初预算", "支付数", "支出数", "预算结余"], withBalance(2), "original-budget - expenditure -", []],
    ["rates and balances that contradict each other", ["年初预算", "支付数", "支出数", "结余", "执行率"], withBalance(1).map((line, i) => [...line, withRates(2)[i]?.[3] ?? null]), "original-budget - expenditure - rate", SEVERAL],
    ["what is left of the budget as it was changed", ["年初预算", "追加预算", "支付数", "支出数", "结余"], [[90, 10, 80, 60, 20], [50, null, 50, 20, 0]], "original-budget increase expenditure - -", []],
    ["under one heading", ["年初预算", "支付数", "支出数"], HANDED, "original-budget - expenditure", SEVERAL],
  ])("%s", (_, headers, lines, roles, doubts) => {
    const tables = tableOf(headers, ...lines);
    expect(tables.map(rolesOf)).toEqual([`name ${roles}`]);
    expect(tables.map((table) => table.doubts.map(({ code }) => code))).toEqual([doubts]);
  });

  test("under one heading they are asked about, too", () => {
    const [table] = recogniseSheet(sheetOf("表", [["项目名称", "年初预算", "执行情况", null], [null, null, "支付数", "支出数"], ["物业", 100, 80, 60], ["保安", 50, 50, 20]], { merges: ["A1:A2", "B1:B2", "C1:D1"] }));
    expect(table?.doubts).toEqual([{ code: "doubt-several-expenditures", values: { counted: "执行情况 支出数", header: "执行情况 支付数" } }]);
  });
});

describe("spending of one source beside that of another, which does not count, is asked about", () => {
  test.each<[readonly string[], string, string[]]>([
    [["年初预算", "财政支出", "非财政支出"], "original-budget expenditure -", SEVERAL],
    [["年初预算", "经费支出", "专款支出"], "original-budget expenditure -", SEVERAL],
    [["年初预算", "一般公共预算支出", "政府性基金支出"], "original-budget - expenditure?", SEVERAL],
    [["年初预算", "专户支出", "国库支出"], "original-budget - expenditure?", SEVERAL],
    [["Original Budget", "Grant Spending", "Sponsored Spending"], "original-budget expenditure -", SEVERAL],
    // What was given is no spending.
    [["Original Budget", "Grant Spending", "Local Funding"], "original-budget expenditure -", []],
    // All of it is told.
    [["年初预算", "累计支出", "非财政支出"], "original-budget expenditure -", []],
    [["年初预算", "累计支出", "结余"], "original-budget expenditure -", []],
  ])("%j", (headers, roles, doubts) => {
    const tables = tableOf(headers, ...HANDED);
    expect(tables.map(rolesOf)).toEqual([`name ${roles}`]);
    expect(tables.map((table) => table.doubts.map(({ code }) => code).filter((code) => code === SEVERAL[0]))).toEqual([doubts]);
  });
});

describe("of rates that are called the same each is of what stands before it", () => {
  const TWICE: readonly Line[] = [[100, 50, null, 60, null], [60, 20, null, 30, null]];
  const YEARS: readonly Line[] = [[80, 40, null, 100, 60, null], [50, 20, null, 60, 30, null]];
  const yearly = (...headers: readonly string[]): readonly string[] => [...headers.slice(0, 2), "执行率", ...headers.slice(2), "执行率"];
  test.each<[readonly string[], readonly Line[], string]>([
    [["年初预算", "上半年支出", "执行率", "全年支出", "执行率"], TWICE, "original-budget - - expenditure rate"],
    [["年初预算", "截至6月30日支出", "执行率", "截至9月30日支出", "执行率"], TWICE, "original-budget - - expenditure rate"],
    [["年初预算", "国库支付数", "执行率", "实际支出数", "执行率"], TWICE, "original-budget - - expenditure rate"],
    [["年初预算", "实际支出数", "执行率", "上年支出", "执行率"], TWICE, "original-budget expenditure rate - -"],
    [yearly("上年预算", "上年支出", "年初预算", "本年支出"), YEARS, "- - - original-budget expenditure rate"],
    [yearly("2024年预算", "2024年支出", "2025年年初预算", "2025年支出"), YEARS, "- - - original-budget expenditure rate"],
    // Filled in, too.
    [["年初预算", "上半年支出", "执行率", "全年支出", "执行率"], TWICE.map(([budget, half, , whole]) => [budget, half, Number(half) / Number(budget), whole, Number(whole) / Number(budget)].map((figure) => figure ?? null)), "original-budget - - expenditure rate"],
    // Of two budgets each has its own.
    [["年初预算", "执行率", "调整后预算", "执行率", "支出数"], [[100, null, 120, null, 60], [60, null, 50, null, 30]], "original-budget rate adjusted-budget rate expenditure"],
  ])("%j", (headers, lines, roles) => expect(tableOf(headers, ...lines).map(rolesOf)).toEqual([`name ${roles}`]));
});

describe("spending in parts: all of it, which a person is asked to confirm", () => {
  const lines: readonly Line[] = [[100, 50, 10, 60], [50, 20, 5, 25]];
  test.each<[readonly string[], string, readonly (string | undefined)[]]>([
    [["年初预算", "上月累计支出", "本月支出"], "original-budget - -", [undefined, "expenditure likely", "expenditure likely"]],
    [["年初预算", "截至上月末累计", "本月"], "original-budget - -", [undefined, "expenditure likely", "expenditure likely"]],
    [["Approved budget", "Prior months cumulative", "Current month"], "original-budget - -", [undefined, "expenditure likely", "expenditure likely"]],
    [["年初预算", "财政直接支付", "财政授权支付"], "original-budget - -", [undefined, "expenditure likely", "expenditure likely"]],
    // Where the whole is printed it counts.
    [["年初预算", "直接支付", "授权支付", "小计"], "original-budget - - expenditure?", [undefined, undefined, undefined, undefined]],
    [["年初预算", "上月累计支出", "本月支出", "累计支出"], "original-budget - - expenditure", [undefined, undefined, undefined, undefined]],
    // One part alone is not all.
    [["年初预算", "本月支出"], "original-budget -", [undefined, undefined]],
  ])("%j", (headers, roles, parts) => {
    const [table] = tableOf(headers, ...lines.map((line) => line.slice(0, headers.length)));
    expect(table === undefined ? null : rolesOf(table)).toBe(`name ${roles}`);
    expect(table?.columns.slice(1).map(({ partOf, confidence }) => (partOf === undefined ? undefined : `${partOf} ${confidence}`))).toEqual(parts);
  });

  test("under a heading of the budget they are none", () => {
    const [table] = recogniseSheet(sheetOf("表", [["项目名称", "调整后预算", null, "年初预算"], [null, "上月累计", "本月", null], ["物业", 80, 60, 100], ["保安", 50, 20, 90]], { merges: ["A1:A2", "B1:C1", "D1:D2"] }));
    expect(table?.columns.map(({ partOf }) => partOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("money carried over that no budget is shown to hold is told", () => {
  const LEFT_OUT = ["doubt-carried-left-out"];
  test.each<[readonly string[], readonly Line[], readonly string[]]>([
    [["上年结转", "年初预算", "追加", "追减", "支出"], [[10, 100, 5, 2, 60], [0, 50, 0, 0, 20]], LEFT_OUT],
    [["当年预算", "结转资金", "支出"], [[100, 10, 60], [50, 5, 20]], LEFT_OUT],
    [["年初预算", "追加", "调整后预算", "上年结转", "支出"], [[100, 10, 110, 7, 60], [50, 5, 55, 8, 20]], LEFT_OUT],
    // It is in what they add up to, or nothing was carried over, or it is what is left.
    [["上年结转", "当年预算", "可用预算", "支出"], [[10, 100, 110, 60], [5, 50, 55, 20]], []],
    [["上年结转", "年初预算", "追加", "调整后预算", "支出"], [[10, 100, 5, 115, 60], [5, 50, 0, 55, 20]], []],
    [["上年结转", "年初预算", "支出"], [[0, 100, 60], [null, 50, 20]], []],
    [["年初预算", "支出", "结转下年"], [[100, 60, 40], [50, 20, 30]], []],
    [["年初预算", "结转资金", "支出"], [[100, 40, 60], [50, 30, 20]], []],
    [["年初预算", "其中：上年结转", "支出"], [[100, 10, 60], [50, 5, 20]], []],
    // A printed budget that nothing explains may hold it.
    [["上年结转", "年初预算", "全年预算数", "支出"], [[10, 100, 130, 60], [5, 50, 70, 20]], []],
  ])("%j", (headers, lines, doubts) => {
    expect(tableOf(headers, ...lines).map((table) => table.doubts.map(({ code }) => code))).toEqual([doubts]);
  });
});

describe("projects over several years: the year of which budget and spending are", () => {
  const lines: readonly Line[] = [[240, 60, 100, 90, 150], [100, 20, 60, 20, 40], [80, null, 80, 40, 40]];
  test.each<[readonly string[], string]>([
    [["预算总额", "2024年支出", "2025年预算", "2025年支出"], "- - original-budget? expenditure"],
    [["预算总额", "2024年已支出", "2025年预算", "2025年支出", "累计支出"], "- - original-budget? expenditure -"],
    [["预算总额", "以前年度支出", "2025年年初预算", "2025年支出", "总支出"], "- - original-budget expenditure -"],
    [["项目预算", "2024年拨款", "2025年预算数", "2025年执行数"], "- - original-budget? expenditure"],
    [["预算总额", "已完成工作", "其中：2025年预算", "其中：2025年支出"], "- - original-budget? expenditure"],
    [["项目总预算", "已完成工作", "本年预算", "本年支出"], "- - original-budget? expenditure"],
    [["Total budget", "Work done", "FY25 Budget", "FY25 Actual", "Total spent"], "- - original-budget? expenditure -"],
    // A budget called adjusted is of the year, and one beside 年初预算 is, where no other year is told.
    [["2025年年初预算", "追加", "调整后预算", "2025年支出"], "original-budget increase adjusted-budget expenditure"],
    [["2025年年初预算", "负责科室人数", "预算总额", "2025年支出"], "original-budget - adjusted-budget? expenditure"],
  ])("%j", (headers, roles) => {
    expect(tableOf(headers, ...lines.map((line) => line.slice(0, headers.length))).map(rolesOf)).toEqual([`name ${roles}`]);
  });

  test("where no other year is told, a person is asked", () => {
    expect(tableOf(["项目总预算", "2025年预算", "2025年支出"], [240, 100, 90], [100, 60, 20])[0]?.doubts).toEqual([{ code: "doubt-amount-left-out", values: { header: "项目总预算" } }]);
    expect(tableOf(["项目总预算", "2024年支出", "2025年预算", "2025年支出"], [240, 60, 100, 90], [100, 20, 60, 20])[0]?.doubts).toEqual([]);
  });

  test("what they add up to is the year's budget, whatever it is called", () => {
    expect(tableOf(["上年结转", "2025年预算", "预算合计", "2025年支出"], [20, 80, 100, 50], [10, 30, 40, 30]).map(rolesOf)).toEqual(["name carried-over - original-budget? expenditure"]);
  });
});

describe("what is spending ÷ budget line by line is their rate, whatever it is called", () => {
  const SPENT: readonly Line[] = [[100, 80, 80], [50, 20, 40], [40, 40, 100]];
  test.each<[string, readonly string[], readonly Line[], string]>([
    ["in percent", ["年初预算", "支出数", "进展"], SPENT, "rate?"],
    ["as fractions", ["年初预算", "支出数", "进展"], SPENT.map(([budget = 0, spent = 0]) => [budget, spent, Number(spent) / Number(budget)]), "rate?"],
    ["one of them wrong", ["年初预算", "支出数", "进展"], [...SPENT, [80, 60, 57], [10, 1, 10]], "rate?"],
    ["most of them other", ["年初预算", "支出数", "进展"], [...SPENT, [80, 60, 57]].map(([budget = 0, spent = 0, rate = 0], i) => [budget, spent, i === 1 ? 11 : rate]), "-"],
    ["all spent, and one of each", ["年初预算", "支出数", "批次"], [[100, 100, 1], [50, 50, 1], [40, 40, 1]], "-"],
    ["a single line", ["年初预算", "支出数", "进展"], SPENT.slice(0, 1), "-"],
  ])("%s", (_, headers, lines, role) => {
    expect(tableOf(headers, ...lines).map(rolesOf)).toEqual([`name original-budget expenditure ${role}`]);
  });
});

describe("a rate of a part is none of the whole", () => {
  const parts: Line[] = [[100, 50, 150, 80, 20, 100, null, null, null], [40, 20, 60, 40, 20, 60, null, null, null], [140, 70, 210, 120, 40, 160, null, null, null]];
  const amounts = "- - original-budget? - - expenditure";
  test.each<[readonly string[], string]>([
    [["部门预算数", "专项预算数", "预算合计", "部门支出数", "专项支出数", "支出合计", "部门执行率", "专项执行率", "综合执行率"], "- - rate"],
    [["部门预算数", "专项预算数", "预算合计", "部门支出数", "专项支出数", "支出合计", "综合执行率", "部门执行率", "专项执行率"], "rate - -"],
    [["财政预算", "自有预算", "预算合计", "财政支出", "自有支出", "支出合计", "财政资金执行率", "自有资金执行率", "执行率"], "- - rate"],
    // The rate's words are those of the amounts that count.
    [["预算甲", "预算乙", "预算合计", "支出甲", "支出乙", "支出合计", "支出进度"], "rate"],
  ])("%j", (headers, rates) => {
    expect(tableOf(headers, ...parts.map((line) => line.slice(0, headers.length))).map(rolesOf)).toEqual([`name ${amounts} ${rates}`]);
  });
});

test.each<[readonly string[], readonly number[]]>([
  [["年初预算", "基本支出", "项目支出", "合计", "基本执行率", "项目执行率", "合计执行率"], [7]],
  [["年初预算", "基本支出", "项目支出", "支出合计", "合计执行率", "项目执行率", "基本执行率"], [5]],
  // Rates of lines that are projects, in which nothing is divided.
  [["年初预算", "追加", "调整预算", "项目支出", "项目执行率"], [5]],
])("%j: the rate of one part of the spending is none of the whole, though the budget is not divided", (headers, rates) => {
  const lines: Line[] = headers.length === 7 ? [[100, 30, 50, 80, null, null, null], [50, 10, 20, 30, null, null, null], [150, 40, 70, 110, null, null, null]] : [[100, 10, 110, 80, null], [50, 0, 50, 30, null], [150, 10, 160, 110, null]];
  const [table] = tableOf(headers, ...lines);
  expect(table?.columns.flatMap(({ role, column }) => (role === "rate" ? [column] : []))).toEqual(rates);
});

test.each<[readonly string[], number, number]>([
  [["总投资", "累计完成投资", "本年预算", "本年支出", "投资完成率", "资金执行率"], 6, 5],
  [["年度投资计划", "完成投资", "本年预算", "本年支出", "投资完成率", "预算执行率"], 6, 5],
  [["年度预算", "年度支出", "项目完成率", "资金支付率"], 4, 3],
  [["年度预算", "年度支出", "资金支付率", "项目完成率"], 3, 4],
  [["Budget", "Spent", "Completion %", "Utilization %"], 4, 3],
])("%j: of rates side by side that of the money is filled, and the other one is named", (headers, filled, left) => {
  const amounts = headers.length === 6 ? [[500, 300, 100, 50], [400, 350, 200, 150]] : [[100, 50], [200, 150]];
  const [table] = tableOf(headers, ...amounts.map((line): Line => [...line, null, null]));
  expect(table?.columns.flatMap(({ role, column }) => (role === "rate" ? [column] : []))).toEqual([filled]);
  expect(table?.doubts.filter(({ code }) => code.startsWith("doubt-rate")).map(({ code, values }) => [code, values])).toEqual([
    ["doubt-rate-beside", { columns: "ABCDEFG"[left], header: headers[filled - 1], column: "ABCDEFG"[filled] }],
  ]);
});

test.each([["采购预算", "计划数"], ["计划数", "采购预算"], ["采购预算", "采购计划"], ["Budget", "Plan"]])("%s | %s: what is called a budget is the budget, not what is only planned", (first, second) => {
  const roles = rolesOf(tableOf([first, second, "已支付"], [100, 98, 60], [50, 49, 20], [40, 39, 30])[0] as BudgetTable);
  expect(roles.split(" ")[1 + [first, second].findIndex((header) => /预算|Budget/u.test(header))]).toMatch(/^original-budget/u);
});

const BLOCKS = ["上年结转", "上年结转资金", "本年", "本年预算", "当年资金", "财政拨款", "自有资金", "上级资金", "本级资金", "一般公共预算", "政府性基金预算", "2023年", "2024年", "年初项目", "追加项目", "公益金"];

test("a budget and spending that count stand under the same heading where each heading has both", () => {
  const amount = fc.integer({ min: 1, max: 900 });
  const line = fc.tuple(amount, amount, amount, amount);
  fc.assert(fc.property(fc.shuffledSubarray(BLOCKS, { minLength: 2, maxLength: 2 }), fc.boolean(), fc.boolean(), fc.array(line, { minLength: 3, maxLength: 5 }), ([first = "", second = ""], isFirstRated, isSecondRated, lines) => {
    const rate = (isRated: boolean): string[] => (isRated ? [""] : []);
    const heads = (name: string, isRated: boolean): string[] => [name, "", ...rate(isRated)];
    const leaves = (isRated: boolean): string[] => ["预算", "支出", ...(isRated ? ["执行率"] : [])];
    const width = 2 + rate(isFirstRated).length;
    const letter = (column: number): string => String.fromCharCode(65 + column);
    const sheet = sheetOf("经费", [["2024年经费执行情况"], ["单位：元"], ["项目", ...heads(first, isFirstRated), ...heads(second, isSecondRated)], ["", ...leaves(isFirstRated), ...leaves(isSecondRated)],
      ...lines.map(([a, b, c, d], i) => [`第${i + 1}项`, a, b, ...rate(isFirstRated), c, d, ...rate(isSecondRated)])], { merges: ["A3:A4", `B3:${letter(width)}3`, `${letter(width + 1)}3:${letter(width + 2 + rate(isSecondRated).length)}3`] });
    for (const { columns } of recogniseSheet(sheet)) {
      const headings = (wanted: (role: string | null) => boolean): readonly (string | undefined)[] => columns.filter(({ role, partOf }) => wanted(role) && partOf === undefined).map(({ header }) => header[0]);
      const budgets = headings((role) => role === "original-budget" || role === "adjusted-budget");
      const spent = headings((role) => role === "expenditure");
      if (budgets.length === 1 && spent.length === 1) expect(budgets).toEqual(spent);
    }
  }));
});
