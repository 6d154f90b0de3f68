/** Changes of the budget in several columns, and columns that may be some: whole tables as clerks keep them. */

import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import { doubtsOf } from "../../../src/pipeline/doubts";
import type { Role } from "../../../src/domain/table";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

type Line = readonly (number | null)[];

/** Roles, every line as "spent/budget", and what a person is asked, with the headers that it is about. */
function computed(headers: readonly string[], lines: readonly Line[], columns: Readonly<Record<number, Role | null>> = {}) {
  const sheet = sheetOf("表", [["项目名称", ...headers], ...lines.map((figures, i) => [`第${i + 1}项`, ...figures])]);
  const overrides = Object.keys(columns).length === 0 ? [] : [{ tableId: "{表}!A1", columns }];
  const { tables, executions } = computeWorkbook(snapshotOf(sheet), { ...DEFAULT_OPTIONS, overrides });
  return executions.map((execution) => ({
    roles: rolesOf(execution.table).replace(/^name /u, ""),
    lines: execution.rows.map(({ budget, expenditure }) => `${String(expenditure)}/${String(budget)}`).join(" "),
    asked: doubtsOf(execution, tables).map(({ reason: { code, values = {} } }) => `${code} ${values["header"] ?? ""}`),
  }));
}

test.each([
  ["调入", "调出"], ["科目调入", "科目调出"], ["调入数", "调出数"], ["调剂增加", "调剂减少"], ["追加预算", "压缩预算"], ["年中追加", "年末收回"], ["上级追加", "统筹收回"], ["中央追加", "核减"], ["6月追加", "9月收回"], ["Transfers in", "Transfers out"],
])("%s and %s change the budget", (up, down) => {
  expect(computed(["年初预算", up, down, "支出", "执行率"], [[100, 5, 0, 90, null], [80, 0, 20, 33, null]])).toEqual([{ roles: "original-budget increase decrease expenditure rate", lines: "90/105 33/60", asked: [] }]);
});

test.each([["划入", "划出"], ["转入", "转出"], ["动用预备费", "收回存量资金"]])("%s and %s do, and a person is asked", (up, down) => {
  expect(computed(["年初预算", up, down, "支出", "执行率"], [[100, 5, 0, 90, null], [80, 0, 20, 33, null]])).toEqual([{
    roles: "original-budget increase? decrease? expenditure rate", lines: "90/105 33/60", asked: [`change-likely ${up}`, `change-likely ${down}`],
  }]);
});

test.each<[string, number, string]>([["预算调整", 100, "120 + 100 = 220"], ["预算调整", -20.5, "120 − 20.5 = 99.5"], ["划出", 20, "120 − 20 = 100"]])("%s of %d: a person is told how it was counted", (header, by, sum) => {
  const [table] = recogniseSheet(sheetOf("表", [["项目", "年初预算", header, "支出"], ["甲", 120, by, 50], ["乙", 200, 0, 150]]));
  expect(table?.columns[2]?.reason).toEqual({ code: "change-likely", values: { header, budget: "年初预算", sum } });
});

test.each([
  ["年中追加", "年末追加"], ["上级追加", "本级追加"], ["市级追加", "区级追加"], ["财政追加", "其他追加"], ["上级转移支付追加", "本级追加"], ["动用预备费", "追加"],
])("%s and %s count together", (first, second) => {
  expect(computed(["年初预算", first, second, "收回", "支出", "执行率"], [[100, 10, 20, 5, 80, null], [200, 0, 0, 50, 120, null]])).toEqual([{
    roles: "original-budget increase? increase? decrease expenditure rate", lines: "80/125 120/150", asked: [`part-added ${first}`, `part-added ${second}`],
  }]);
});

test.each([["追加", "科目调剂", "increase"], ["追加", "项目间调剂", "increase"], ["上级追加", "本级调整", "increase"], ["第一次调整", "第二次调整", "quota-change?"]])("%s and %s, which goes both ways", (first, second, role) => {
  expect(computed(["年初预算", first, second, "支出", "执行率"], [[100, 10, 20, 80, null], [200, 0, -50, 120, null]]).map(({ roles, lines }) => [roles, lines])).toEqual([[`original-budget ${role} quota-change? expenditure rate`, "80/130 120/150"]]);
});

test("what is part of a change counts once", () => {
  const lines = [[100, 30, 10, 20, 80], [200, 5, 5, 0, 120]];
  expect(computed(["年初预算", "追加", "其中：上级追加", "其中：本级追加", "支出"], lines).map((table) => table.lines)).toEqual(["80/130 120/205"]);
  expect(computed(["年初预算", "上级追加", "本级追加", "追加合计", "支出"], lines.map(([budget, all, upper, own, spent]) => [budget, upper, own, all, spent] as Line)).map((table) => table.lines)).toEqual(["80/130 120/205"]);
});

describe("money between the budget and what was spent that no words tell", () => {
  const lines = (rate: readonly (number | null)[]): Line[] => [[100, 10, 20, 5, 80, rate[0] ?? null], [200, 0, 0, 50, 120, rate[1] ?? null], [50, 4, 0, 0, 27, rate[2] ?? null]];
  const headers = ["年初预算", "上级专款", "本级追加", "调减", "支出", "执行率"];

  test("is asked about", () => {
    expect(computed(headers, lines([]))).toEqual([{ roles: "original-budget - increase decrease expenditure rate", lines: "80/115 120/150 27/50", asked: ["doubt-change-left-out 上级专款"] }]);
    expect(computed(["年初预算", "上级专款", "支出"], [[100, 10, 80], [60, 0, 30]]).flatMap(({ asked }) => asked)).toEqual(["doubt-change-left-out 上级专款"]);
  });

  test("is counted where the rates were calculated with it, and not asked about where they were without", () => {
    expect(computed(headers, lines([64, 80, 50]))).toEqual([{ roles: "original-budget increase increase decrease expenditure rate", lines: "80/125 120/150 27/54", asked: [] }]);
    expect(computed(headers, lines([69.57, 80, 54]))).toEqual([{ roles: "original-budget - increase decrease expenditure rate", lines: "80/115 120/150 27/50", asked: [] }]);
  });

  test("is taken off where the rates were calculated so, but not for a balance that lacks it: 冻结 is budget still", () => {
    expect(computed(["年初预算", "上缴", "支出", "执行率"], [[100, 20, 60, 75], [60, 0, 30, 50], [40, 8, 24, 75]])).toEqual([{ roles: "original-budget decrease expenditure rate", lines: "60/80 30/60 24/32", asked: [] }]);
    expect(computed(["年初预算", "冻结", "支出", "结余"], [[100, 10, 80, 10], [60, 0, 30, 30], [40, 5, 30, 5]])).toEqual([{ roles: "original-budget - expenditure -", lines: "80/100 30/60 30/40", asked: [] }]);
  });

  test("is counted where the balances were calculated with it", () => {
    expect(computed(["年初预算", "专款", "支出", "结余"], [[100, 10, 80, 30], [60, 0, 30, 30], [40, 5, 30, 15]])).toEqual([{ roles: "original-budget increase expenditure -", lines: "80/110 30/60 30/45", asked: [] }]);
  });

  test.each([
    ["figures that are no money", ["预算数", "受益户数", "支出数"], [[100, 12, 80], [60, 30, 30]]],
    ["a part of the budget beside the rest of it", ["预算数", "甲款", "乙款", "支出数"], [[100, 40, 60, 80], [60, 20, 40, 30]]],
    ["a share", ["预算数", "系数", "支出数"], [[100, 0.4, 80], [60, 0.24, 30]]],
  ] as const)("but not %s", (_, headers, lines) => {
    expect(computed(headers, lines).flatMap(({ asked }) => asked).filter((code) => code.startsWith("doubt"))).toEqual([]);
  });
});

test("several columns that a person calls a change all count, with those recognised", () => {
  const table = [["年初预算", "上级专款", "其他款", "追加", "支出"], [[100, 10, 20, 5, 80], [200, 0, 0, 50, 120]]] as const;
  expect(computed(...table, { 2: "increase", 3: "increase" }).map(({ roles, lines }) => [roles, lines])).toEqual([["original-budget increase increase increase expenditure", "80/135 120/250"]]);
});

test.each(["占总预算比重", "占全部预算的比例", "占年度预算比重"])("%s is a line's share", (header) => {
  expect(computed(["预算金额", header, "已执行金额", "执行率"], [[200, null, 150, null], [300, null, 120, null]]).map(({ roles }) => roles)).toEqual(["original-budget? share expenditure rate"]);
});

test.each<[string, Line[], string]>([
  ["占预算比例", [[200, 0.4, 150], [300, 0.6, 120]], "original-budget share expenditure"],
  ["占预算比例", [[200, 0.75, 150], [300, 0.4, 120]], "original-budget rate expenditure"],
  ["进度(%)", [[200, 75, 150], [300, 40, 120]], "original-budget rate? expenditure"],
  ["进度", [[200, 60, 150], [300, 30, 120]], "original-budget - expenditure"],
])("the figures tell what %s is: %j", (header, lines, roles) => {
  expect(computed(["年初预算", header, "支出数"], lines).map((table) => table.roles)).toEqual([roles]);
});

test.each([
  [["采购预算", "已支付"], "original-budget? expenditure"], [["债券额度", "已支出"], "original-budget? expenditure"], [["债券金额", "已拨付", "已支出"], "original-budget? - expenditure"], [["全年预算指标", "直接支付", "授权支付", "支付合计"], "original-budget? - - expenditure"], [["年预算", "支出"], "original-budget? expenditure"], [["年度额度", "支出", "开支比例"], "original-budget? expenditure rate"],
  [["预算下达", "实际发放", "结余", "发放率"], "original-budget? expenditure? - rate"], [["年度预算", "1-6月完成数"], "original-budget? expenditure?"],
  [["Budget", "YTD Activity"], "original-budget? expenditure"], [["Budget", "Actual to 30 Sep"], "original-budget? expenditure"], [["Budget", "Spend to date"], "original-budget? expenditure"],
] as const)("%j are budget and spending", (headers, roles) => {
  expect(computed(headers, [headers.map(() => 10), headers.map(() => 20)]).map((table) => table.roles)).toEqual([roles]);
});

test("调整预算数 with cuts in it is what the budget was changed by, for no budget is less than nothing", () => {
  const rolesWith = (...changes: number[]) => recogniseSheet(sheetOf("表", [["项目", "年初预算数", "调整预算数", "实际支出数"], ...changes.map((change, i) => [`第${i + 1}项`, 600000, change, 500000])])).map(rolesOf);
  expect(rolesWith(-20000, -50000)).toEqual(["name original-budget quota-change? expenditure"]);
  expect(rolesWith(580000, 550000)).toEqual(["name original-budget adjusted-budget? expenditure"]);
});

test.each<[string, readonly (readonly (number | null)[])[], string]>([
  ["blank where nothing changed", [[100, null, 90], [50, 10, 55], [30, null, 20]], "quota-change?"],
  ["zero where nothing changed", [[100, 0, 90], [50, 10, 55], [30, 0, 20]], "quota-change?"],
  ["of either sign", [[100, -20, 75], [50, 10, 55], [30, 5, 20]], "quota-change?"],
  ["a whole on every line, and money given back of years before", [[1000, 950, 900], [500, 600, 550], [300, 300, 200], [0, -5, -5]], "adjusted-budget?"],
  ["a whole that was cut to less than half, and not overspent", [[1000, 400, 390], [500, 200, 180], [300, 100, 100]], "adjusted-budget?"],
  ["a whole where there is one", [[1000, 950, 900], [500, null, 450], [300, null, 200]], "adjusted-budget?"],
])("调整预算数 that is %s", (_, lines, role) => {
  const [table] = recogniseSheet(sheetOf("表", [["项目", "年初预算数", "调整预算数", "实际支出数"], ...lines.map((figures, i) => [`第${i + 1}项`, ...figures])]));
  expect(table === undefined ? null : rolesOf(table)).toBe(`name original-budget ${role} expenditure`);
});

test.each<[readonly string[], string]>([
  [["预算总额", "其中：年初预算", "年中追加", "累计支出"], "name adjusted-budget? original-budget increase expenditure"],
  [["预算数", "其中：年初预算", "调整数", "执行数"], "name adjusted-budget? original-budget quota-change? expenditure"],
])("其中：年初预算 is the original one of a budget that holds what was added: %j", (headers, roles) => {
  const [table] = recogniseSheet(sheetOf("表", [["项目", ...headers], ["甲", 1830, 1800, 30, 1300], ["乙", 1350, 1300, 50, 926], ["丙", 500, 500, 0, 300]]));
  expect(table === undefined ? null : rolesOf(table).replace("adjusted-budget ", "adjusted-budget? ")).toBe(roles);
});
