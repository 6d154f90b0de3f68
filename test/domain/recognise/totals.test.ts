/** Which columns are budget and spending where a table prints its own total of the budget, or compares columns: whole tables as clerks keep them. */

import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { doubtsOf } from "../../../src/pipeline/doubts";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

type Line = readonly (number | null)[];

/** By table its roles, every line as "spent/budget rate", and what a person is asked. */
function computed(headers: readonly string[], lines: readonly Line[]) {
  const sheet = sheetOf("表", [["项目名称", ...headers], ...lines.map((figures, i) => [`第${i + 1}项`, ...figures])]);
  const { tables, executions } = computeWorkbook(snapshotOf(sheet), DEFAULT_OPTIONS);
  return executions.map((execution) => ({
    roles: rolesOf(execution.table),
    lines: execution.rows.map(({ budget, expenditure, rate }) => `${String(expenditure)}/${String(budget)} ${rate.ok ? rate.percent.toFixed(2) : rate.why}`),
    asked: doubtsOf(execution, tables).map(({ reason: { code } }) => code),
  }));
}

describe("the table's own total of the budget is what spending is of, whatever it is called", () => {
  const base = ["本年预算", "年初预算数", "批复预算"];
  const spent = ["支出", "实际支出", "1-9月支出", "已支付"];
  const behind = [[], ["结余"], ["备注"], ["结转下年"]];
  const totals = ["合计", "小计", "总计", "总额", "预算合计", "预算总数", "预算小计", "总预算", "资金总额", "指标合计", "本年可用", "累计预算", "全年预算", "实际预算", "年度预算", "可用资金"];
  const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

  test.each(totals.flatMap((total, i) => [
    [["上年结转", at(base, i), "追加", total, at(spent, i), ...at(behind, i)], [[10, 80, 5, 95, 45, 50], [8, 50, 2, 60, 30, 30]]] as const,
    [[at(base, i + 1), at(["追加数", "调整金额", "年中追加"], i), total, at(spent, i + 1), ...at(behind, i + 1)], [[80, 15, 95, 45, 50], [50, 10, 60, 30, 30]]] as const,
    [[at(base, i), "追加", "追减", total, at(spent, i + 2), ...at(behind, i + 2)], [[80, 20, 5, 95, 45, 50], [50, 10, null, 60, 30, 30]]] as const,
    [[at(base, i + 2), "追加", "追减", total, at(spent, i + 3), ...at(behind, i + 3)], [[80, 20, -5, 95, 45, 50], [50, 10, 0, 60, 30, 30]]] as const,
    [[at(base, i), "调整数", "上年结余", total, at(spent, i), ...at(behind, i + 1)], [[80, 5, 10, 95, 45, 50], [50, 2, 8, 60, 30, 30]]] as const,
    [[at(base, i + 1), "追加", "追加文号", total, at(spent, i), ...at(behind, i)], [[80, 15, null, 95, 45, 50], [50, 10, null, 60, 30, 30]]] as const,
  ]))("%j", (headers, lines) => {
    expect(computed(headers, lines).map(({ lines, asked }) => [...lines, ...asked])).toEqual([["45/95 47.37", "30/60 50.00"]]);
  });

  const LEDGER: readonly Line[] = [[10, 80, 5, 95, 45, 50], [8, 50, 2, 60, 30, 30]];
  test.each<[string, readonly string[], readonly Line[], ReturnType<typeof computed>[number]]>([
    ["with what is left behind", ["上年结转", "本年预算", "追加", "合计", "支出", "结余"], LEDGER, { roles: "name carried-over original-budget? increase adjusted-budget expenditure -", lines: ["45/95 47.37", "30/60 50.00"], asked: [] }],
    ["in one line alone", ["上年结转", "本年预算", "追加", "合计", "支出", "结余"], LEDGER.slice(0, 1), { roles: "name carried-over original-budget? increase adjusted-budget? expenditure -", lines: ["45/95 47.37"], asked: ["budget-with-changes"] }],
    ["before its parts", ["合计", "上年结转", "年初预算", "追加", "支出"], [[95, 10, 80, 5, 45], [60, 8, 50, 2, 30]], { roles: "name adjusted-budget carried-over original-budget increase expenditure", lines: ["45/95 47.37", "30/60 50.00"], asked: [] }],
    ["beside kinds of spending and their total", ["上年结转", "本年预算", "追加", "合计", "基本支出", "项目支出", "支出合计"], [[10, 80, 5, 95, 20, 25, 45], [8, 50, 2, 60, 10, 20, 30]], { roles: "name carried-over original-budget? increase adjusted-budget basic project expenditure", lines: ["45/95 47.37", "30/60 50.00"], asked: [] }],
    ["in English", ["Carryforward", "Adopted Budget", "Total Available", "Spent"], [[15, 80, 95, 45], [10, 50, 60, 30]], { roles: "name carried-over - original-budget? expenditure", lines: ["45/95 47.37", "30/60 50.00"], asked: ["sum-of-columns"] }],
  ])("%s", (_, headers, lines, table) => {
    expect(computed(headers, lines)).toEqual([table]);
  });
});

test.each([
  ["年初预算", "拨付数", "支出数", "结余"], ["年初预算", "已拨付", "已支出", "结余"], ["年初预算", "拨付金额", "支出金额", "剩余资金"], ["年初预算", "支付金额", "实际支出", "余额"],
])("of %s what was handed out and is left in part is no spending: %s, %s, %s", (...headers) => {
  expect(computed(headers, [[100, 80, 45, 35], [60, 60, 60, 0], [50, 20, 0, 20]])).toEqual([{ roles: "name original-budget - expenditure -", lines: ["45/100 45.00", "60/60 100.00", "0/50 0.00"], asked: [] }]);
});

test.each<[string, readonly string[], readonly Line[]]>([
  ["not paid yet", ["预算数", "已支付", "已报账未支付", "支出合计"], [[100, 30, 15, 45], [60, 50, 13, 63]]],
  ["of last year's money", ["预算数", "当年支出", "结转资金支出", "支出合计"], [[100, 30, 15, 45], [60, 50, 13, 63]]],
])("what was spent, but is %s, is no rest", (_, headers, lines) => {
  expect(computed(headers, lines).map(({ lines: told }) => told)).toEqual([["45/100 45.00", "63/60 105.00"]]);
});

test("columns by the thousand are read like others", () => {
  const words = ["年初预算", "调整数", "累计支出", "以前年度支出", "本年支出", "结余"];
  const headers = Array.from({ length: 3_000 }, (_, i) => words[i % words.length] as string);
  const lines = Array.from({ length: 8 }, (_unused, r) => headers.map((_, i) => ((i * 37 + r * 101) % 997) + 1));
  expect(computed(headers, lines).map(({ lines: { length } }) => length)).toEqual([8]);
});

describe("a difference of two columns is no change of the budget", () => {
  test.each<[string, readonly string[], readonly Line[], ReturnType<typeof computed>[number]]>([
    ["nor is it a budget, though it is called 可用金额", ["年初预算", "已支出", "可用金额"], [[100, 45, 55], [60, 63, -3]], { roles: "name original-budget expenditure -", lines: ["45/100 45.00", "63/60 105.00"], asked: [] }],
    ["of budget and spending", ["预算数", "决算数", "增减额"], [[100, 45, -55], [60, 63, 3]], { roles: "name original-budget? expenditure -", lines: ["45/100 45.00", "63/60 105.00"], asked: ["plain-budget"] }],
    ["the other way round", ["预算数", "支出数", "增减"], [[100, 45, 55], [60, 63, -3]], { roles: "name original-budget? expenditure -", lines: ["45/100 45.00", "63/60 105.00"], asked: ["plain-budget"] }],
    ["of the spending of two years", ["2023年支出", "2024年预算", "2024年支出", "增减额"], [[40, 100, 45, 5], [70, 60, 63, -7]], { roles: "name - original-budget? expenditure -", lines: ["45/100 45.00", "63/60 105.00"], asked: ["plain-budget"] }],
    ["of the budgets of two years", ["上年预算", "本年预算", "增减", "本年支出"], [[90, 100, 10, 45], [80, 60, -20, 63]], { roles: "name - original-budget? - expenditure", lines: ["45/100 45.00", "63/60 105.00"], asked: ["plain-budget"] }],
    ["of budgets with their years", ["2023年预算", "2024年预算", "增减额", "2024年支出"], [[90, 100, 10, 45], [80, 60, -20, 63]], { roles: "name - original-budget? - expenditure", lines: ["45/100 45.00", "63/60 105.00"], asked: ["plain-budget"] }],
    ["in two columns", ["上年预算", "本年预算", "增加", "减少", "本年支出"], [[90, 100, 10, null, 45], [80, 60, null, 20, 63]], { roles: "name - original-budget? - - expenditure", lines: ["45/100 45.00", "63/60 105.00"], asked: ["plain-budget"] }],
    ["of what was settled in two years", ["上年决算数", "年初预算数", "本年决算数", "增减额"], [[40, 100, 45, 5], [70, 60, 63, -7]], { roles: "name - original-budget expenditure -", lines: ["45/100 45.00", "63/60 105.00"], asked: [] }],
  ])("%s", (_, headers, lines, table) => {
    expect(computed(headers, lines)).toEqual([table]);
  });

  test.each<[string, readonly string[], readonly Line[], ReturnType<typeof computed>[number]]>([
    ["which is no other column's", ["年初预算数", "增减", "支出数"], [[100, 10, 55], [60, -4, 28]], { roles: "name original-budget quota-change? expenditure", lines: ["55/110 50.00", "28/56 50.00"], asked: ["change-likely"] }],
    ["of the two budgets", ["年初预算数", "增减额", "调整后预算数", "支出数"], [[100, 10, 110, 55], [60, -4, 56, 28]], { roles: "name original-budget quota-change? adjusted-budget expenditure", lines: ["55/110 50.00", "28/56 50.00"], asked: [] }],
    ["all of which was spent", ["年初预算数", "增减额", "调整后预算数", "支出数"], [[100, 10, 110, 110], [60, -4, 56, 56]], { roles: "name original-budget quota-change? adjusted-budget expenditure", lines: ["110/110 100.00", "56/56 100.00"], asked: [] }],
    ["all of which was spent, without the adjusted budget", ["年初预算数", "追加", "支出数"], [[100, 10, 110], [60, 4, 64]], { roles: "name original-budget increase expenditure", lines: ["110/110 100.00", "64/64 100.00"], asked: [] }],
  ])("a change is one: %s", (_, headers, lines, table) => {
    expect(computed(headers, lines)).toEqual([table]);
  });
});

describe("of a project over several years, this year's spending is held against this year's budget", () => {
  test.each<[string, readonly string[], readonly Line[], ReturnType<typeof computed>[number]]>([
    ["beside a contract", ["合同总额", "年初预算数", "本年支出", "累计支出"], [[300, 100, 45, 190], [200, 60, 30, 30]], { roles: "name - original-budget expenditure -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
    ["whose cumulative spending is just its budget more", ["合同金额", "年初预算", "本年支付", "累计支付"], [[300, 100, 45, 145], [200, 60, 30, 90]], { roles: "name - original-budget expenditure -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
    ["with what earlier years had", ["以前年度支出", "年初预算", "支出数", "累计支出"], [[50, 100, 45, 95], [20, 60, 30, 50]], { roles: "name - original-budget expenditure -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
    ["right beside it", ["年初预算", "以前年度支出", "本年支出", "累计支出"], [[100, 50, 45, 95], [60, 20, 30, 50]], { roles: "name original-budget - expenditure -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
    ["beside its own budget", ["项目总投资", "年初预算", "本年支出", "累计支出"], [[300, 100, 45, 190], [200, 60, 30, 30]], { roles: "name - original-budget expenditure -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
    ["by words for a year to date", ["年初预算", "本年累计支出", "累计支出"], [[100, 45, 190], [60, 30, 30]], { roles: "name original-budget expenditure -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
    ["what is left shows it", ["预算数", "本年支出", "累计支出", "结余"], [[100, 45, 190, 55], [60, 30, 90, 30]], { roles: "name original-budget? expenditure - -", lines: ["45/100 45.00", "30/60 50.00"], asked: ["plain-budget"] }],
    ["what is left of the whole project is another matter", ["项目总投资", "年初预算", "本年支出", "累计支出", "总投资结余"], [[300, 100, 45, 190, 110], [200, 60, 30, 90, 110]], { roles: "name - original-budget expenditure - -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
    ["in English", ["Original Budget", "Current Year Expenditures", "Expenditures to Date"], [[100, 45, 190], [60, 30, 30]], { roles: "name original-budget expenditure -", lines: ["45/100 45.00", "30/60 50.00"], asked: [] }],
  ])("%s", (_, headers, lines, table) => {
    expect(computed(headers, lines)).toEqual([table]);
  });

  test.each<[string, readonly string[], readonly Line[], ReturnType<typeof computed>[number]]>([
    ["the budget is the whole project's", ["项目总投资", "本年支出", "累计支出"], [[300, 45, 150], [200, 30, 100]], { roles: "name original-budget? - expenditure", lines: ["150/300 50.00", "100/200 50.00"], asked: ["plain-budget"] }],
    ["last year's money was spent this year", ["年度预算", "上年结转支出", "本年预算支出", "累计支出"], [[100, 5, 45, 50], [60, 10, 20, 30]], { roles: "name original-budget? - - expenditure", lines: ["50/100 50.00", "30/60 50.00"], asked: ["plain-budget"] }],
    ["what is left shows it", ["预算批复数", "本年支出", "累计支出", "结余"], [[15, 5, 14.5, 0.5], [35, 12.5, 22.71, 12.29], [10, 3, 6, 4]], { roles: "name original-budget - expenditure -", lines: ["14.5/15 96.67", "22.71/35 64.89", "6/10 60.00"], asked: [] }],
    ["what is left shows it in most lines", ["预算批复数", "本年支出", "累计支出", "结余"], [[15, 5, 14.5, 0.5], [35, 12.5, 22.71, 12.29], [10, 3, 6, 4], [10, 3, 6, 5]], { roles: "name original-budget - expenditure -", lines: ["14.5/15 96.67", "22.71/35 64.89", "6/10 60.00", "6/10 60.00"], asked: [] }],
    ["rates show it", ["预算批复数", "本年支出", "累计支出", "执行率"], [[15, 5, 14.5, 0.9667], [35, 12.5, 22.71, 0.6489]], { roles: "name original-budget - expenditure rate", lines: ["14.5/15 96.67", "22.71/35 64.89"], asked: [] }],
    ["what is left of a contract shows it", ["合同总额", "本年支付", "累计支付", "未付"], [[15, 5, 14.5, 0.5], [35, 12.5, 22.71, 12.29]], { roles: "name original-budget? - expenditure -", lines: ["14.5/15 96.67", "22.71/35 64.89"], asked: ["contract-as-budget"] }],
    ["a month is one of the year", ["年初预算", "本月支出", "累计支出"], [[100, 5, 50], [60, 10, 30]], { roles: "name original-budget - expenditure", lines: ["50/100 50.00", "30/60 50.00"], asked: [] }],
  ])("but cumulative spending counts where %s", (_, headers, lines, table) => {
    expect(computed(headers, lines)).toEqual([table]);
  });
});

describe("whether the budget is of this year or of all years is asked about where neither words nor figures tell", () => {
  test.each<[string, readonly string[], readonly Line[], readonly string[]]>([
    ["nothing tells", ["预算批复数", "本年支出", "累计支出"], [[15, 5, 14.5], [35, 12, 22.71]], ["doubt-spending-of-years"]],
    ["nor what earlier years had", ["预算数", "以前年度支出", "本年支出", "累计支出"], [[15, 9.5, 5, 14.5], [35, 10.71, 12, 22.71]], ["plain-budget", "doubt-spending-of-years"]],
    ["in English", ["Budget", "Current Year Expenditures", "Expenditures to Date"], [[15, 5, 14.5], [35, 12, 22.71]], ["plain-budget", "doubt-spending-of-years"]],
    ["the budget is a year's", ["年度预算", "本年支出", "累计支出"], [[15, 5, 14.5], [35, 12, 22.71]], ["plain-budget"]],
    ["one of two budgets is", ["年初预算", "调整后预算", "本年支出", "累计支出"], [[14, 15, 5, 14.5], [35, 35, 12, 22.71]], []],
    ["more was spent in all than the budget", ["预算批复数", "本年支出", "累计支出"], [[15, 5, 34.5], [35, 12, 22.71]], []],
    ["what is left is of this year's spending", ["预算批复数", "本年支出", "累计支出", "结余"], [[15, 5, 14.5, 10], [35, 12, 22.71, 23]], []],
  ])("%s", (_, headers, lines, asked) => {
    expect(computed(headers, lines).map((table) => table.asked)).toEqual([asked]);
  });
});

describe("what no words tell, the figures of the other columns do, or a person is asked", () => {
  test.each<[string, readonly string[], readonly Line[], ReturnType<typeof computed>[number]]>([
    ["what is left shows the budget", ["合计", "支出", "结余"], [[95, 45, 50], [60, 30, 30]], { roles: "name original-budget? expenditure -", lines: ["45/95 47.37", "30/60 50.00"], asked: ["budget-by-rest"] }],
    ["what is left of a column in words unknown to us shows that it counts", ["年初预算", "预算调整数后", "支出", "余额"], [[80, 95, 45, 50], [60, 60, 30, 30]], { roles: "name original-budget adjusted-budget? expenditure -", lines: ["45/95 47.37", "30/60 50.00"], asked: ["budget-by-rest"] }],
    ["so does a variance", ["Budget", "Voted in June", "Actual", "Variance"], [[80, 95, 45, 50], [60, 60, 30, 30]], { roles: "name original-budget? adjusted-budget? expenditure -", lines: ["45/95 47.37", "30/60 50.00"], asked: ["budget-by-rest"] }],
    ["but what is left of money that came in shows no budget", ["总预算", "累计到账", "支出", "结余"], [[100, 95, 45, 50], [80, 60, 30, 30]], { roles: "name original-budget? - expenditure -", lines: ["45/100 45.00", "30/80 37.50"], asked: ["plain-budget"] }],
    ["what was handed out is what spending is held against where there is no budget", ["拨付金额", "支出金额", "结余"], [[95, 45, 50], [60, 30, 30]], { roles: "name original-budget? expenditure -", lines: ["45/95 47.37", "30/60 50.00"], asked: ["budget-by-rest"] }],
    ["and that another one is not it", ["年初预算", "合计", "支出", "结余"], [[80, 95, 45, 50], [60, 60, 30, 30]], { roles: "name original-budget adjusted-budget? expenditure -", lines: ["45/95 47.37", "30/60 50.00"], asked: ["budget-by-rest"] }],
    ["or that it is", ["年初预算", "总额", "支出", "结余"], [[95, 300, 45, 50], [60, 200, 30, 30]], { roles: "name original-budget - expenditure -", lines: ["45/95 47.37", "30/60 50.00"], asked: ["doubt-amount-left-out"] }],
    ["changes that nothing adds up", ["年初预算", "年中追加", "追加", "支出"], [[80, 10, 5, 45], [50, 4, 6, 30]], { roles: "name original-budget increase? increase? expenditure", lines: ["45/95 47.37", "30/60 50.00"], asked: ["part-added", "part-added"] }],
    ["changes that one of them adds up", ["年初预算", "调增", "调减", "调整数", "支出"], [[80, 20, 5, 15, 45], [50, 14, 4, 10, 30]], { roles: "name original-budget increase decrease - expenditure", lines: ["45/95 47.37", "30/60 50.00"], asked: [] }],
    ["and the total of these", ["年初预算", "调增", "调减", "调整数", "合计", "支出"], [[80, 20, 5, 15, 95, 45], [50, 14, 4, 10, 60, 30]], { roles: "name original-budget increase decrease - adjusted-budget expenditure", lines: ["45/95 47.37", "30/60 50.00"], asked: [] }],
    ["a mistake in one line of sources", ["合计", "财政拨款", "事业收入", "其他收入", "支出"], [[100, 60, 30, 10, 50], [90, 50, 25, 5, 40], [60, 40, 15, 5, 30], [50, 30, 10, 10, 20], [10, 5, 3, 2, 10]], { roles: "name original-budget? - - - expenditure", lines: ["50/100 50.00", "40/90 44.44", "30/60 50.00", "20/50 40.00", "10/10 100.00"], asked: ["sum-of-columns"] }],
    ["a mistake in one line", ["上年结转", "年初预算", "追加", "合计", "支出"], [[10, 80, 5, 95, 45], [8, 50, 2, 60, 30], [1, 1, 1, 3, 3], [2, 2, 2, 6, 3], [5, 60, 5, 80, 40]], { roles: "name carried-over original-budget increase adjusted-budget? expenditure", lines: ["45/95 47.37", "30/60 50.00", "3/3 100.00", "3/6 50.00", "40/80 50.00"], asked: ["budget-with-changes-mostly"] }],
    ["a total that is none", ["年初预算", "追加", "合计", "支出"], [[80, 15, 200, 38], [50, 10, 300, 30]], { roles: "name original-budget increase - expenditure", lines: ["38/95 40.00", "30/60 50.00"], asked: ["doubt-amount-left-out"] }],
  ])("%s", (_, headers, lines, table) => {
    expect(computed(headers, lines)).toEqual([table]);
  });
});

test.each([[[0, 0, 0, 0, 0, 0, 20]], [[0, 0, 0, 0, 0, 0, -20]], [[20, -30, 0, 0, 0, 0, 0]], [[0, 5, 0, 0, 0, 0, 0]]])("年初预算 stays the original budget where few lines were adjusted: %p", (changes) => {
  const lines = [100, 200, 50, 80, 90, 60, 70].map((budget, i) => [`项目${i}`, budget, changes[i] ?? 0, budget + (changes[i] ?? 0), budget / 2]);
  const total = ["合计", ...[1, 2, 3, 4].map((column) => lines.reduce((sum, line) => sum + Number(line[column]), 0))];
  for (const change of ["调整数", "追加", "调整额", "年中调整", "调减", "追加（减）"]) {
    if (change === "调减" && changes.some((one) => one > 0)) continue;
    const signed = change === "调减" ? [...lines, total].map(([name, budget, by, ...rest]) => [name ?? "", budget ?? 0, Math.abs(Number(by)), ...rest]) : [...lines, total];
    const roles = recogniseSheet(sheetOf("表", [["项目名称", "年初预算", change, "调整后预算", "支出数"], ...signed]))[0]?.columns.map(({ role }) => role);
    expect({ change, roles: [roles?.[1], roles?.[3], roles?.[4]] }).toEqual({ change, roles: ["original-budget", "adjusted-budget", "expenditure"] });
  }
});

test("调整预算 is a change where 当年预算 is always 年初预算 and it together", () => {
  expect(computed(["年初预算", "调整预算", "当年预算", "支出数"], [[100, 20, 120, 60], [200, -30, 170, 17], [50, 0, 50, 10], [350, -10, 340, 87]])[0]).toMatchObject({ roles: "name original-budget quota-change adjusted-budget expenditure", lines: ["60/120 50.00", "17/170 10.00", "10/50 20.00", "87/340 25.59"] });
});

test.each([["调整后预算", "财政拨款", "其他资金"], ["全年预算数", "财政拨款", "自有资金"], ["调整预算数", "一般公共预算", "政府性基金"]])("%s is made of %s and %s, of which none is the original budget", (budget, ...sources) => {
  const roles = computed([budget, ...sources, "支出"], [[120.3, 80, 40.3, 60.15], [5, 3, 2, 2.5], [125.3, 83, 42.3, 62.65]])[0]?.roles.split(" ");
  expect(roles?.slice(2)).toEqual(["-", "-", "expenditure"]);
  expect(roles?.[1]).toMatch(/^(?:adjusted|original)-budget\??$/u);
});

test.each([["总预算", "累计支付", "支付比例"], ["概算", "累计支出", "进度"], ["预算总额", "支出合计", "执行率"]])("payments of years that 累计 adds up are parts of it: %s | 2022年支付 | … | %s", (budget, whole, rate) => {
  const lines = [[300, 90, 120, 75.5, 285.5, null], [900, 0, 360, 405, 765, null], [150, 50, 50, 50, 150, null]];
  const [table] = computed([budget, "2022年支付", "2023年支付", "2024年支付", whole, rate], lines);
  expect([table?.roles.replace(/\?/gu, ""), table?.lines]).toEqual(["name original-budget - - - expenditure rate", ["285.5/300 95.17", "765/900 85.00", "150/150 100.00"]]);
});

test("可用预算 and what is frozen come to the budget, and what may be spent counts", () => {
  expect(computed(["预算", "冻结", "可用预算", "支出", "可用余额"], [[724, 2, 722, 111, 611], [725, 2, 723, 559, 164], [217, 2, 215, 4, 211]])[0]?.lines).toEqual(["111/722 15.37", "559/723 77.32", "4/215 1.86"]);
});
