/** Columns under common headings: parts of an amount, and groups of columns for each part. Each case: headings, headers below them, roles, and what is asked of a person. */

import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

type Heading = readonly [text: string, ...under: string[]];

function tableUnder(headings: readonly Heading[]) {
  const top = headings.flatMap(([text, ...under]) => [text, ...under.slice(1).map(() => null)]);
  const below = headings.flatMap(([, ...under]) => (under.length === 0 ? [null] : under));
  const line = (name: string, figure: number): (string | number | null)[] => [name, ...below.map((text) => (text?.includes("率") === true ? null : figure))];
  return recogniseSheet(sheetOf("表", [["项目名称", ...top], [null, ...below], line("物业", 10), line("保安", 20), line("保洁", 35)], { merges: ["A1:A2"] }));
}

const OF_FUNDS = ["财政拨款", "其他资金"] as const;

test.each<[string, readonly Heading[], string, string[]]>([
  ["the whole behind its parts", [["预算数", ...OF_FUNDS, "合计"], ["支出数", ...OF_FUNDS, "合计"], ["执行率"]], "- - original-budget? - - expenditure rate", []],
  ["before them", [["预算数", "小计", ...OF_FUNDS], ["支出数"], ["执行率"]], "original-budget? - - expenditure rate", []],
  ["behind them, called 小计", [["年初预算数", ...OF_FUNDS, "小计"], ["支出数"], ["执行率"]], "- - original-budget expenditure rate", []],
  ["基本 and 项目 for short", [["年初预算", "基本", "项目", "合计"], ["支出数", "基本", "项目", "合计"]], "basic project original-budget basic project expenditure", []],
  ["groups of which one adds up the others", [["基本支出", "年初预算", "支出数", "执行率"], ["项目支出", "年初预算", "支出数", "执行率"], ["合计", "年初预算", "支出数", "执行率"]], "basic basic - project project - original-budget expenditure rate", ["doubt-rates-left-empty"]],
  ["groups of which one adds up the others, their budget called 年初", [["基本支出", "年初", "调整后", "支出"], ["项目支出", "年初", "调整后", "支出"], ["合计", "年初", "调整后", "支出"]], "basic basic basic project project project original-budget adjusted-budget expenditure", []],
  ["年初 beside what changed it", [["合计", "年初", "追加", "支出"], ["基本支出", "年初", "追加", "支出"], ["项目支出", "年初", "追加", "支出"]], "original-budget increase expenditure basic - basic project - project", []],
  ["年初 beside 年末, which are balances", [["往来款", "年初", "年末"], ["支出数"]], "- - expenditure", []],
  ["amounts called 年初 and 调整后 over their parts", [["年初", "基本", "项目", "合计"], ["调整后", "基本", "项目", "合计"], ["支出", "基本", "项目", "合计"]], "basic project original-budget basic project adjusted-budget basic project expenditure", []],
  ["such groups of funds", [["财政拨款", "年初预算", "支出数"], ["自有资金", "年初预算", "支出数"], ["合计", "年初预算", "支出数"]], "- - - - original-budget expenditure", []],
  ["groups that nothing adds up", [["基本支出", "年初预算", "支出数", "执行率"], ["项目支出", "年初预算", "支出数", "执行率"]], "basic? basic? - project? project? -", ["doubt-rates-left-empty"]],
  ["parts in one row of headers, each with its amounts", [["基本支出预算"], ["基本支出执行"], ["项目支出预算"], ["项目支出执行"]], "basic? basic? project? project?", []],
  ["each amount of both parts in turn", [["基本支出预算数"], ["项目支出预算数"], ["基本支出"], ["项目支出"]], "basic? project? basic? project?", []],
  ["such parts before one rate of both", [["基本支出预算"], ["基本支出执行数"], ["项目支出预算"], ["项目支出执行数"], ["执行率"]], "basic? basic? project? project? rate", []],
  ["such parts in English", [["Recurrent budget"], ["Recurrent actual"], ["Development budget"], ["Development actual"]], "basic? basic? project? project?", []],
  ["parts of which the budget alone is told", [["基本支出预算"], ["项目支出预算"], ["支出数"]], "basic project expenditure", []],
  ["funds that nothing adds up", [["年初预算", ...OF_FUNDS], ["支出数", ...OF_FUNDS]], "- - - -", []],
  ["this year's money and what was carried over", [["年初预算", "当年财政拨款", "上年结转"], ["调整后预算", "当年财政拨款", "上年结转"], ["支出数", "当年财政拨款", "上年结转"]], "- - - - - -", []],
  ["funds of the spending alone", [["年初预算"], ["支出数", ...OF_FUNDS]], "original-budget - -", []],
  ["groups of funds that nothing adds up", [["财政拨款", "年初预算", "支出数"], ["自有资金", "年初预算", "支出数"]], "original-budget expenditure - -", ["doubt-several-expenditures"]],
])("%s", (_, headings, roles, doubts) => {
  const tables = tableUnder(headings);
  expect(tables.map(rolesOf)).toEqual([`name ${roles}`]);
  expect(tables.map((table) => table.doubts.map(({ code }) => code))).toEqual([doubts]);
});

test.each<[readonly Heading[], readonly (string | undefined)[]]>([
  [[["基本支出", "年初预算", "支出数"], ["项目支出", "年初预算", "支出数"]], ["original-budget", "expenditure", "original-budget", "expenditure"]],
  [[["年初预算", ...OF_FUNDS], ["支出数", ...OF_FUNDS]], ["original-budget", "original-budget", "expenditure", "expenditure"]],
  [[["年初预算"], ["支出数", ...OF_FUNDS]], [undefined, "expenditure", "expenditure"]],
  [[["年初预算", "当年财政拨款", "上年结转"], ["支出数", "当年财政拨款", "上年结转"]], ["original-budget", "original-budget", "expenditure", "expenditure"]],
])("what nothing adds up are parts of budget and spending, together all of it: %j", (headings, wholes) => {
  const [table] = tableUnder(headings);
  expect(table?.columns.slice(1).map(({ partOf, confidence }) => (partOf === undefined ? undefined : `${partOf} ${confidence}`))).toEqual(wholes.map((whole) => (whole === undefined ? undefined : `${whole} likely`)));
});

test.each([["合计", "基本", "项目"], ["小计", "基本支出", "项目支出"], ["计", "人员", "公用"], ["基本", "项目", "合计"]])("rates of the whole and of its parts under one heading: %s | %s | %s", (...under) => {
  const whole = under.findIndex((text) => text.endsWith("计"));
  const rows = [["单位名称", "年初预算", "", "", "支出", "", "", "执行率", "", ""], ["", ...under, ...under, ...under], ["甲", 10, 10, 10, 7, 7, 7, "", "", ""], ["乙", 20, 20, 20, 9, 9, 9, "", "", ""]] as const;
  const [table] = recogniseSheet(sheetOf("表", rows, { merges: ["A1:A2", "B1:D1", "E1:G1", "H1:J1"] }));
  const roles = table?.columns.map(({ role }) => role) ?? [];
  expect([roles[0], roles[1 + whole], roles[4 + whole], ...roles.slice(7)]).toEqual(["name", "original-budget", "expenditure", ...under.map((_, i) => (i === whole ? "rate" : null))]);
  expect(table?.doubts.map(({ code, values }) => `${code} ${String(values?.["columns"])}`)).toEqual([`doubt-rates-left-empty ${["H", "I", "J"].filter((_, i) => i !== whole).join(", ")}`]);
});

test("filled rates under one heading are compared with the whole", () => {
  const rows = [["单位名称", "年初预算", "", "", "支出", "", "", "执行率", "", ""], ["", "合计", "基本", "项目", "合计", "基本", "项目", "合计", "基本", "项目"], ["甲", 10, 6, 4, 7, 5, 2, 0.7, 0.8333, 0.5], ["乙", 20, 12, 8, 9, 8, 1, 0.45, 0.6667, 0.125]];
  const [table] = recogniseSheet(sheetOf("表", rows, { merges: ["A1:A2", "B1:D1", "E1:G1", "H1:J1"] }));
  expect(table?.columns.slice(7).map(({ role }) => role)).toEqual(["rate", null, null]);
  expect(table?.doubts).toEqual([]);
});

test("rates of the parts alone are said to stay empty", () => {
  const rows = [["单位名称", "年初预算", "", "", "支出", "", "", "执行率", ""], ["", "合计", "基本", "项目", "合计", "基本", "项目", "基本", "项目"], ["甲", 10, 6, 4, 7, 5, 2, "", ""], ["乙", 20, 12, 8, 9, 8, 1, "", ""]] as const;
  const [table] = recogniseSheet(sheetOf("表", rows, { merges: ["A1:A2", "B1:D1", "E1:G1", "H1:I1"] }));
  expect(rolesOf(table!)).toBe("name? original-budget basic project expenditure basic project - -");
  expect(table?.doubts.map(({ code, values }) => `${code} ${String(values?.["columns"])}`)).toEqual(["doubt-rates-left-empty H, I"]);
});

const PARTS = ["小计", "基本支出", "项目支出"] as const;

test.each<[string, readonly Heading[], readonly (string | undefined)[]]>([
  ["each amount over its parts", [["年初预算数", ...PARTS], ["调整预算数", ...PARTS], ["累计支出数", ...PARTS]], [
    undefined, "basic original-budget", "project original-budget", undefined, "basic adjusted-budget", "project adjusted-budget", undefined, "basic expenditure", "project expenditure",
  ]],
  ["each part over the amounts", [["合计", "年初预算", "支出数"], ["基本支出", "年初预算", "支出数"], ["项目支出", "年初预算", "支出数"]], [undefined, undefined, "basic original-budget", "basic expenditure", "project original-budget", "project expenditure"]],
  ["under one of the amounts only", [["年初预算"], ["调整后预算", ...PARTS], ["支出数"]], [undefined, undefined, "basic adjusted-budget", "project adjusted-budget", undefined]],
])("basic and project expenditure divide the amount of their heading: %s", (_, headings, parts) => {
  const [table] = tableUnder(headings);
  expect(table?.columns.slice(1).map(({ role, partOf }) => (partOf === undefined ? undefined : `${role ?? ""} ${partOf}`))).toEqual(parts);
});

test.each<[readonly Heading[], readonly string[]]>([
  [[["基本支出", "年初预算", "支出"], ["项目支出", "年初预算", "支出"], ["合计", "年初预算", "支出"]], ["basic original-budget", "basic expenditure", "project original-budget", "project expenditure", "original-budget", "expenditure"]],
  [[["基本", "年初", "追加"], ["项目", "年初", "追加"], ["合计", "年初", "追加"]], ["basic original-budget", "", "project original-budget", "", "original-budget", "increase"]],
  [[["合计", "年初", "调整后"], ["基本", "年初", "调整后"], ["项目", "年初", "调整后"]], ["original-budget", "adjusted-budget", "basic original-budget", "basic adjusted-budget", "project original-budget", "project adjusted-budget"]],
])("groups that add up, as those of real tables do, keep the parts of the whole: %j", (headings, roles) => {
  const top = headings.flatMap(([text, ...under]) => [text, ...under.slice(1).map(() => null)]);
  const amounts = (first: readonly number[], second: readonly number[]): readonly number[] => {
    const sum = first.map((figure, i) => figure + (second[i] ?? 0));
    return headings[0]?.[0] === "合计" ? [...sum, ...first, ...second] : [...first, ...second, ...sum];
  };
  const [table] = recogniseSheet(sheetOf("表", [["部门", ...top], [null, ...headings.flatMap(([, ...under]) => under)], ["办公室", ...amounts([100, 60], [50, 30])], ["城建科", ...amounts([80, 30], [400, 180])], ["财务科", ...amounts([20, 9], [0, 0])]], { merges: ["A1:A2"] }));
  expect(table?.columns.slice(1).map(({ role, partOf }) => [role, partOf].filter((told) => told !== null && told !== undefined).join(" "))).toEqual(roles);
});

test("without headings they divide the neighbour that they make up, and where they make up neither it is not known", () => {
  const partsOf = (headers: readonly string[], ...lines: readonly (readonly (number | null)[])[]): readonly (string | undefined)[] | undefined => tableOf(headers, ...lines)[0]?.columns.slice(1).map(({ partOf }) => partOf);
  const headers = ["年初预算", "基本支出", "项目支出", "支出数"];
  expect(partsOf(headers, [100, 60, 40, 70], [40, 30, 10, 20])).toEqual([undefined, "original-budget", "original-budget", undefined]);
  expect(partsOf(["年初", "其中：基本", "其中：项目", "调整后"], [100, 60, 40, 70], [40, 30, 10, 20])).toEqual([undefined, "original-budget", "original-budget", undefined]);
  expect(partsOf(headers, [100, 60, 10, 70], [40, null, 20, 20])).toEqual([undefined, "expenditure", "expenditure", undefined]);
  expect(partsOf(headers, [100, 60, 20, 70], [40, 30, 20, 20])).toEqual([undefined, undefined, undefined, undefined]);
  expect(partsOf(["年初预算", "基本支出", "项目支出", "支出数", "基本支出", "项目支出"], [100, 60, 40, 70, 50, 20], [40, 30, 10, 20, 15, 5])).toEqual([undefined, "original-budget", "original-budget", undefined, "expenditure", "expenditure"]);
});

test("where a person says that the amount is none, its parts are none of it", () => {
  const sheet = sheetOf("表", [["项目名称", "年初预算", "基本支出", "项目支出", "支出数"], ["甲", 100, 60, 40, 70], ["乙", 40, 30, 10, 20]]);
  const [table] = recogniseSheet(sheet);
  const override = { tableId: table?.id ?? "", columns: { 1: null } };
  expect(recogniseTables(snapshotOf(sheet), [override])[0]?.columns.map(({ role, partOf }) => [role, partOf])).toEqual([["name", undefined], [null, undefined], ["basic", undefined], ["project", undefined], ["expenditure", undefined]]);
});

test("a role that a person confirms of one column leaves the parts of other amounts alone", () => {
  const sheet = sheetOf("表", [["项目名称", "年初预算", "基本支出", "项目支出", "支出数", "基本支出", "项目支出"], ["甲", 100, 60, 40, 70, 50, 20], ["乙", 40, 30, 10, 20, 15, 5]]);
  const [table] = recogniseSheet(sheet);
  const [decided] = recogniseTables(snapshotOf(sheet), [{ tableId: table?.id ?? "", columns: { 5: "basic" } }]);
  expect(decided?.columns.slice(1).map(({ role, partOf }) => [role, partOf])).toEqual([["original-budget", undefined], ["basic", "original-budget"], ["project", "original-budget"], ["expenditure", undefined], ["basic", "expenditure"], ["project", "expenditure"]]);
});

/** Without headings: the figures of two lines, under the given headers. */
function tableOf(headers: readonly string[], ...lines: readonly (readonly (number | null)[])[]) {
  return recogniseSheet(sheetOf("表", [["项目名称", ...headers], ...lines.map((figures, i) => [`第${i + 1}项`, ...figures])]));
}

describe("one wrong figure does not hide that 资金合计 holds last year's money", () => {
  const headers = ["上年结转", "当年预算", "资金合计", "当年支出", "年末结转", "支出率"];
  const right = [[35.6, 820, 855.6, 840.2, 15.4, 98.2], [0, 460.5, 460.5, 455.12, 5.38, 98.83], [112.4, 300, 412.4, 398.75, 13.65, 96.69], [148, 1580.5, 1728.5, 1694.07, 34.43, 98.01]];
  const spoilt = right.flatMap((line, i) => line.map((_, k) => [i, k] as const));
  test.each(spoilt)("in line %i, column %i", (i, k) => {
    const lines = right.map((line, at) => (at === i ? line.map((figure, column) => (column === k ? figure + 3 : figure)) : line));
    const tables = recogniseSheet(sheetOf("表", [["项目名称", ...headers], ...lines.map((figures, at) => [["甲", "乙", "丙", "合计"][at] ?? "", ...figures])]));
    expect(tables.map(rolesOf)).toEqual(["name carried-over - original-budget? expenditure - rate"]);
    expect(tables.flatMap(({ doubts }) => doubts)).toEqual([]);
  });
});

describe("one row of headers: what the figures add up to is the whole", () => {
  test.each<[string, readonly string[], readonly (readonly (number | null)[])[], string]>([
    ["behind money of last year", ["上年结转", "本年预算", "预算合计", "本年支出", "年末结转"], [[20, 80, 100, 50, 50], [10, 30, 40, 30, 10]], "carried-over - original-budget? expenditure -"],
    ["called 总预算", ["上年结转", "当年预算", "总预算", "累计支出"], [[20, 80, 100, 40], [10, 30, 40, 20]], "carried-over - original-budget? expenditure"],
    ["of three kinds of cost", ["人员经费", "公用经费", "项目经费", "预算合计", "累计支出"], [[20, 40, 40, 100, 40], [10, 15, 15, 40, 20]], "- - - original-budget? expenditure"],
    ["of budget and of spending", ["一般公共预算预算数", "政府性基金预算数", "预算数合计", "一般公共预算支出", "政府性基金支出", "支出合计"], [[60, 40, 100, 36, 4, 40], [30, 10, 40, 15, 5, 20]], "- - original-budget? - - expenditure"],
    ["of both, first", ["总预算", "财政预算", "自有预算", "总支出", "财政拨款支出", "非税支出"], [[100, 60, 40, 40, 36, 4], [40, 30, 10, 20, 15, 5]], "original-budget? - - expenditure - -"],
    ["called no more than 合计", ["财政拨款", "其他资金", "合计", "累计支出"], [[60, 40, 100, 40], [30, 10, 40, 20]], "- - original-budget? expenditure"],
    ["with 合计 on either side", ["基本支出预算", "项目支出预算", "合计", "基本支出", "项目支出", "支出合计"], [[60, 40, 100, 36, 4, 40], [30, 10, 40, 15, 5, 20]], "basic project original-budget? basic project expenditure"],
    ["with what was left over before", ["当年预算", "结转资金", "年度预算", "累计支出"], [[80, 20, 100, 40], [30, 10, 40, 20]], "- - original-budget? expenditure"],
    ["unknown to us", ["年初结转资金", "本年预算安排", "全年资金规模", "累计支出"], [[20, 80, 100, 40], [10, 30, 40, 20]], "carried-over - original-budget? expenditure"],
  ])("%s", (_, headers, lines, roles) => {
    expect(tableOf(headers, ...lines).map(rolesOf)).toEqual([`name ${roles}`]);
  });

  test.each<[string, readonly string[], readonly (readonly (number | null)[])[], string]>([
    ["a budget and its changes", ["年初预算", "追加", "调整后预算", "支出数"], [[80, 20, 100, 50], [30, 10, 40, 30]], "original-budget increase adjusted-budget expenditure"],
    ["spending and what is left", ["支出数", "结余", "年初预算"], [[50, 50, 100], [30, 10, 40]], "expenditure - original-budget"],
    ["a budget and what was spent beyond it", ["预算数", "超支额", "支出数"], [[50, 50, 100], [30, 10, 40]], "original-budget? - expenditure"],
    ["months", ["1月", "2月", "全年支出", "年初预算"], [[50, 50, 100, 200], [30, 10, 40, 50]], "month-1 month-2 expenditure original-budget"],
    ["one line alone", ["经费", "预算数", "指标金额", "支出数"], [[50, 50, 100, 20]], "original-budget? - - expenditure"],
  ])("is no reason to leave a column out: %s", (_, headers, lines, roles) => {
    expect(tableOf(headers, ...lines).map(rolesOf)).toEqual([`name ${roles}`]);
  });

  test.each([["合计预算", "合计支出"], ["预算合计", "支出合计"], ["小计预算", "小计支出"]])("two sources, and %s | %s of both", (budget, spent) => {
    expect(tableOf(["财政拨款预算", "财政拨款支出", "单位资金预算", "单位资金支出", budget, spent, "执行率"], [80, 40, 20, 20, 100, 60, null], [60, 20, 0, 0, 60, 20, null]).map((table) => rolesOf(table).replaceAll("?", ""))).toEqual(["name - - - - original-budget expenditure rate"]);
  });

  test("two budgets, two kinds of spending: the total's, with its rate", () => {
    expect(tableOf(["项目预算", "项目执行数", "项目执行率", "总预算", "总支出", "总执行率"], [20, 10, null, 100, 40, null], [10, 5, null, 40, 20, null]).map(rolesOf)).toEqual(["name - - - original-budget? expenditure rate"]);
  });
});

test("plans of single months are no year's budget", () => {
  expect(tableUnder([["1月", "预算", "支出"], ["2月", "预算", "支出"], ["3月", "预算", "支出"]]).flatMap((table) => table.columns.map(({ role }) => role)).filter((role) => role?.endsWith("budget") === true)).toEqual([]);
});
