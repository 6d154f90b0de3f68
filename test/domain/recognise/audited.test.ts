/** Tables of audits and of procurement: what counts as spending is what was confirmed, and what was contracted where nothing else was spent. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

type Cells = readonly (readonly (CellValue | null)[])[];

const rolesIn = (headers: readonly string[], lines: Cells): string => {
  const [table] = recogniseSheet(sheetOf("表", [headers, ...lines]));
  return table === undefined ? "" : rolesOf(table);
};

test.each<[readonly string[], string]>([
  [["明细项目", "预算批复金额", "账面支出", "审计调整", "审定支出", "预算执行率"], "name original-budget - - expenditure rate"],
  [["项目", "预算数", "报表支出数", "核减金额", "审计确认支出数", "执行率"], "name original-budget? - - expenditure rate"],
  [["项目", "批复预算数", "送审金额", "审减额", "审定金额", "执行率"], "name original-budget - - expenditure rate"],
  [["项目", "批复预算", "自评支出数", "核实支出数", "差异", "执行率"], "name original-budget - expenditure - rate"],
  [["项目", "预算数", "期末未审数", "审计调整", "期末审定数", "执行率"], "name original-budget? - - expenditure rate"],
  [["Item", "Budget", "Claimed", "Disallowed", "Eligible costs", "% used"], "name? original-budget? - - expenditure rate"],
])("what was audited counts, not what was booked: %j", (headers, roles) => {
  expect(rolesIn(headers, [["设备", 500000, 480000, -5000, 475000, null], ["材料", 200000, 210000, -1000, 209000, null]])).toBe(roles);
});

test("the same before a contract, with what was taken off as a positive figure", () => {
  expect(rolesIn(["支出项目", "合同金额", "预算金额", "申报支出", "核减金额", "核定支出", "执行率"], [["宣传", 95000, 100000, 95000, 5000, 90000, null], ["培训", 50000, 50000, 50000, 0, 50000, null]])).toBe("name - original-budget? - - expenditure rate");
});

test("of a contract it is the budget, cut already, that is paid off", () => {
  expect(rolesIn(["项目", "合同金额", "送审金额", "审定金额", "核减额", "支付金额"], [["道路", 120, 110, 100, 10, 90], ["绿化", 60, 55, 50, 5, 45]])).toBe("name - - original-budget? - expenditure");
});

test("审定金额 alone is a budget", () => {
  expect(rolesIn(["项目", "审定金额", "支出数"], [["设备", 500, 480], ["材料", 200, 100]])).toBe("name original-budget? expenditure");
});

test.each<[readonly string[], string]>([
  [["采购项目", "采购预算金额", "合同金额", "节约资金", "执行率"], "name original-budget? expenditure? - rate"],
  [["采购项目", "预算金额", "成交金额", "节约资金", "执行率"], "name original-budget? expenditure? - rate"],
  [["采购项目", "采购预算", "实际采购金额", "节约金额", "执行率"], "name original-budget? expenditure? - rate"],
  [["采购项目", "采购计划金额", "采购金额", "节支率", "执行率"], "name original-budget? expenditure? - rate"],
])("what was saved is not what was spent: %j", (headers, roles) => {
  expect(rolesIn(headers, [["计算机", 800000, 768800, 31200, null], ["家具", 560000, 520000, 40000, null]])).toBe(roles);
});

test("a contract that is paid off is no spending", () => {
  expect(rolesIn(["采购项目", "采购预算", "合同金额", "支付金额", "执行率"], [["计算机", 800, 768, 500, null], ["家具", 560, 520, 400, null]])).toBe("name original-budget? - expenditure rate");
});
