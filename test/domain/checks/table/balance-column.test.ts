/** 结余 beside budget and spending: what is left, line by line. */

import type { CellValue } from "../../../../src/workbook/snapshot";
import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const table = (header: readonly CellValue[], ...rows: readonly (readonly CellValue[])[]) => sheetOf("表", [["单位：万元"], [...header], ...rows.map((row) => [...row])]);
const outcome = (header: readonly CellValue[], ...rows: readonly (readonly CellValue[])[]) => found("parts-mismatch", table(header, ...rows));

const LINES: readonly (readonly [string, number, number])[] = [["教育", 120.5, 110.25], ["民政", 80, 71.2], ["卫健", 60.4, 60.4], ["文旅", 33, 28.55], ["合计", 293.9, 270.4]];
const left = (budget: number, spent: number): number => Number((budget - spent).toFixed(2));
const lines = (change: Readonly<Record<string, number>> = {}): CellValue[][] => LINES.map(([name, budget, spent]) => [name, budget, spent, change[name] ?? left(budget, spent)]);

test.each(["结余", "年末结余", "预算结余", "未执行数", "剩余指标", "Balance", "Unspent balance"])("%s is right", (name) => {
  expect(outcome(["部门", "预算数", "支出数", name], ...lines())).toEqual([]);
});

test.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
  ["one line", { 民政: 7.8 }, ["error 表 D4 8.8 7.8"]],
  ["a line of nothing", { 卫健: 1 }, ["error 表 D5 0 1"]],
  ["the total", { 合计: 32.5 }, ["error 表 D7 23.5 32.5"]],
  ["a cent", { 文旅: 4.46 }, ["warning 表 D6 4.45 4.46"]],
  ["two lines", { 教育: 10.52, 民政: 8.08 }, ["error 表 D3 10.25 10.52", "error 表 D4 8.8 8.08"]],
])("%s wrong is found at its cell", (_, change, expected) => expect(outcome(["部门", "预算数", "支出数", "结余"], ...lines(change))).toEqual(expected));

test("of the adjusted budget, of the original one, with what was carried over: as most lines have it", () => {
  const header = ["部门", "年初预算", "上年结转", "追加", "调整后预算", "支出", "结余"];
  const rows = [["教育", 100, 5, 20, 120, 110, 10], ["民政", 80, 2, 0, 80, 71.2, 8.8], ["卫健", 60, 3, 5, 65, 60.4, 4.6], ["合计", 240, 10, 25, 265, 241.6, 23.4]];
  expect(outcome(header, ...rows)).toEqual([]);
  expect(outcome(header, ...rows.map((row, i) => (i === 1 ? [...row.slice(0, -1), 18.8] : row)))).toEqual(["error 表 G4 8.8 18.8"]);
  const withCarried = [["教育", 100, 5, 20, 120, 110, 15], ["民政", 80, 2, 0, 80, 71.2, 10.8], ["卫健", 60, 3, 5, 65, 60.4, 7.6], ["合计", 240, 10, 25, 265, 241.6, 33.4]];
  expect(outcome(header, ...withCarried)).toEqual([]);
  expect(outcome(header, ...withCarried.map((row, i) => (i === 3 ? [...row.slice(0, -1), 34.4] : row)))).toEqual(["error 表 G6 33.4 34.4"]);
});

describe("says nothing where it is of something else", () => {
  test.each<[string, readonly CellValue[], readonly (readonly CellValue[])[]]>([
    ["of an account", ["部门", "预算数", "支出数", "账户结余"], [["教育", 120.5, 110.25, 3.5], ["民政", 80, 71.2, 12], ["卫健", 60.4, 60.4, 0.8], ["文旅", 33, 28.55, 4.45]]],
    ["less what is owed, another column", ["部门", "预算数", "支出数", "应付未付", "结余"], [["教育", 120, 110, 4, 6], ["民政", 80, 71, 0, 9], ["卫健", 60, 60, 0, 0], ["文旅", 33, 28, 0, 5]]],
    ["last year's", ["部门", "预算数", "支出数", "上年结余"], [["教育", 120, 110, 10], ["民政", 80, 71, 9], ["卫健", 60, 60, 1]]],
    ["in words", ["部门", "预算数", "支出数", "结余情况"], [["教育", 120, 110, "结转下年"], ["民政", 80, 71, "收回"]]],
    ["left blank", ["部门", "预算数", "支出数", "结余"], [["教育", 120, 110, 10], ["民政", 80, 71, ""], ["卫健", 60, 60, ""], ["文旅", 33, 28, 5]]],
    ["in one line alone", ["部门", "预算数", "支出数", "结余"], [["教育", 120, 110, 12]]],
    ["in percent", ["部门", "预算数", "支出数", "结余率"], [["教育", 120, 110, 8.33], ["民政", 80, 71, 11.25], ["卫健", 60, 60, 0]]],
  ])("%s", (_, header, rows) => expect(outcome(header, ...rows)).toEqual([]));
});

test("a budget that is left blank is not taken for nothing: the second payment of one stands below it", () => {
  const header = ["项目名称", "指标金额", "支付日期", "累计支付", "指标余额"];
  const rows = [["绿化养护", 100000, "2025-03-01", 20000, 80000], ["", "", "2025-05-01", 50000, 50000], ["安保服务", 60000, "2025-04-01", 15000, 45000], ["印刷", 8000, "2025-04-11", 8000, 0]];
  expect(outcome(header, ...rows)).toEqual([]);
  expect(outcome(header, ...rows.map((row, i) => (i === 2 ? [...row.slice(0, -1), 48000] : row)))).toEqual(["error 表 E5 45000 48000"]);
});
