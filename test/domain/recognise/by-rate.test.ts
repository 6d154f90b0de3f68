/** Columns that no list of words knows, where a column of rates, or all others, tell what they are; a person is asked to confirm. */

import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { doubtsOf } from "../../../src/pipeline/doubts";
import { sheetOf, snapshotOf } from "../../support/snapshots";

type Line = readonly (number | null)[];

function computed(headers: readonly string[], lines: readonly Line[]) {
  const sheet = sheetOf("表", [["项目名称", ...headers], ...lines.map((figures, i) => [`第${i + 1}项`, ...figures])]);
  const { tables, executions } = computeWorkbook(snapshotOf(sheet), DEFAULT_OPTIONS);
  return executions.map((execution) => ({
    rates: execution.rows.map(({ rate }) => (rate.ok ? rate.percent.toFixed(2) : rate.why)).join(" "),
    asked: doubtsOf(execution, tables).map(({ reason: { code } }) => code),
  }));
}

const LINES: readonly Line[] = [[100, 60, null], [60, 20, null]];

test.each<[readonly string[], readonly string[]]>([
  [["限额", "支出数", "执行率"], ["beside-expenditure"]],
  [["年初预算", "借方发生", "执行率"], ["beside-budget"]],
  [["Adopted Budget", "Invoiced", "% Used"], ["beside-budget"]],
  [["Ceiling", "Actual", "% Used"], ["beside-expenditure"]],
  [["Allocated", "Utilised", "% Used"], ["plain-budget", "header-likely"]],
  [["Budget Amt", "Actual Amt", "% Used"], ["plain-budget"]],
  [["Authorized", "Expensed", "% Used"], ["plain-budget", "header-likely"]],
  [["控制数", "支出数", "执行率"], ["plain-budget"]],
  [["授权额度", "已使用额度", "执行率"], ["plain-budget", "header-likely"]],
  [["年度标准", "支出数", "使用率"], ["beside-expenditure"]],
  [["到位资金", "支出数", "执行率"], ["beside-expenditure"]],
  [["拨付金额", "支出数", "执行率"], ["beside-expenditure"]],
  [["合同经费", "支出数", "执行率"], ["contract-as-budget"]],
  [["Funds Available", "Spent", "% Used"], ["beside-expenditure"]],
  [["Contract Amount", "Spent", "% Used"], ["contract-as-budget"]],
  [["BE 2024-25", "Expenditure", "% Utilisation"], ["header-likely"]],
])("%j", (headers, asked) => {
  expect(computed(headers, LINES)).toEqual([{ rates: "60.00 33.33", asked }]);
});

test.each<[string, readonly string[], readonly Line[]]>([
  ["without a rate", ["限额", "支出数", "备注数"], LINES],
  ["of which there are two", ["限额", "总盘子", "支出数", "执行率"], [[100, 90, 60, null], [60, 50, 20, null]]],
  ["that is no money", ["编制人数", "支出数", "执行率"], LINES],
  ["less than the spending in most lines", ["限额", "支出数", "执行率"], [[10, 60, null], [6, 20, null]]],
  ["that is last year's", ["上年支出", "支出数", "执行率"], LINES],
  ["that is a forecast", ["预计支出", "实际支出", "执行率"], LINES],
])("nothing is guessed of a column %s", (_, headers, lines) => {
  expect(computed(headers, lines)).toEqual([]);
});

test("a revised estimate goes before the budget estimate, and what parliament voted is changed by supplements", () => {
  expect(computed(["BE 2024-25", "RE 2024-25", "Expenditure", "% Utilisation"], [[90, 100, 60, null], [70, 60, 20, null]])).toMatchObject([{ rates: "60.00 33.33" }]);
  expect(computed(["Voted Funds", "Supplementary", "Total Warrants", "Actual Expenditure", "% Absorption"], [[90, 10, 100, 60, null], [60, 0, 60, 20, null]])).toMatchObject([{ rates: "60.00 33.33" }]);
});

test("what was spent in the period beside what was in that of the year before is all up to now, and a month is not", () => {
  const lines: readonly Line[] = [[100, 59, 60, 1, null], [60, 19, 20, 1, null]];
  expect(computed(["年初预算", "上年同期支出", "本期支出", "同比增减额", "执行率"], lines)).toEqual([{ rates: "60.00 33.33", asked: ["header-likely"] }]);
  expect(computed(["年初预算", "上年同期支出", "本月支出", "同比增减额", "执行率"], lines)).toEqual([]);
});

describe("spending in parts that nothing adds up", () => {
  test.each<[readonly string[]]>([
    [["预算数", "本级支出", "上级支出"]], [["预算数", "人员支出", "公用支出"]], [["预算数", "市级支出", "区级支出"]], [["Budget", "Direct Expenditure", "Indirect Expenditure"]],
  ])("%j is added up", (headers) => {
    expect(computed(headers, [[100, 40, 10], [60, 10, 10]])).toEqual([{ rates: "50.00 33.33", asked: ["plain-budget", "fund-part", "fund-part"] }]);
  });

  test("one that is the sum of the others is the spending", () => {
    expect(computed(["预算数", "人员支出", "公用支出", "两项支出"], [[100, 40, 10, 50], [60, 10, 10, 20]])).toEqual([{ rates: "50.00 33.33", asked: ["plain-budget", "header-likely"] }]);
  });

  test("基本支出 | 项目支出 beside a rate are the spending where they do not make up the budget", () => {
    expect(computed(["预算数", "基本支出", "项目支出", "执行率"], [[100, 40, 10, null], [60, 10, 10, null]]).map(({ rates }) => rates)).toEqual(["50.00 33.33"]);
    expect(computed(["预算数", "基本支出", "项目支出", "执行率"], [[50, 40, 10, null], [20, 10, 10, null]])).toEqual([]);
  });
});

test.each<[readonly string[], string]>([
  [["年初预算", "追加资金", "支出数"], "50.00 50.00"], [["年初预算", "财力追加", "支出数"], "50.00 50.00"], [["Adopted Budget", "Amendment #1", "Actual"], "50.00 50.00"],
])("changes of the budget: %j", (headers, rates) => {
  expect(computed(headers, [[100, 20, 60], [60, 0, 30]]).map((one) => one.rates)).toEqual([rates]);
});
