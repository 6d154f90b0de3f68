/** Budgets that no word calls so: 高标准农田资金1000万元，支出655万元，执行率65.50%. */

import { checkNarrative } from "../../../src/domain/narrative/self-check";
import { readClaims } from "../../../src/domain/narrative/claims";
import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const own = (text: string): readonly string[] => wrong(checkNarrative(readClaims(text)));

test.each([
  "高标准农田资金1000万元，支出655万元，执行率65.50%。", "本年计划6600万元，本年支付6017.85万元，支付率91.18%。", "已支出9876.55万元，占到位资金12300万元的80.30%。", "项目资金1000万元，已支出655万元，支出比例65.50%。",
  // A rate of another budget, which is told elsewhere.
  "整合资金1000万元，支出655万元，执行率93.57%。", "奖励40人，支出655万元，执行率65.80%。", "其中人员支出比例65.80%。",
])("holds: %s", (text) => expect(own(text)).toEqual([]));

test.each<[string, readonly string[]]>([
  ["高标准农田资金1000万元，支出655万元，执行率65.80%。", ["warning rate 高标准农田资金 - 65.50 65.80"]],
  ["高标准农田资金1000万元，支出685万元，执行率65.50%。", ["warning rate 高标准农田资金 - 68.50 65.50"]],
  ["本年计划6630万元，本年支付6017.85万元，支付率91.18%。", ["warning rate 计划 - 90.77 91.18"]],
  ["高标准农田项目资金1000万元，已支出655万元，支出比例65.80%。", ["warning rate 高标准农田项目资金 - 65.50 65.80"]],
  ["已支出9876.55万元，占到位资金12300万元的82.30%。", ["error share - - 80.30 82.30"]],
])("one digit: %s", (text, expected) => expect(own(text)).toEqual(expected));

test("高标准农田资金 is of 高标准农田", () => {
  const sheet = sheetOf("专项", [["2024年专项资金支出表（单位：万元）"], ["项目", "预算数", "支出", "执行率"], ["高标准农田", 1000, 655, "65.50%"], ["厕所革命奖补", 100, 71.2, "71.20%"], ["合计", 1100, 726.2, "66.02%"]]);
  expect(wrong(checksOf("高标准农田资金1000万元，支出655万元，结余345万元。", null, sheet))).toEqual([]);
  expect(wrong(checksOf("高标准农田资金1000万元，支出655万元，结余375万元。", null, sheet))).toEqual(["warning by-name-balance 高标准农田资金 高标准农田 345 375"]);
  expect(wrong(checksOf("高标准农田项目资金支出685万元。", null, sheet))).toEqual(["warning by-name 高标准农田项目 高标准农田 655 685"].map((line) => line.replace("高标准农田项目 ", "高标准农田项目资金 ")));
});
