/** What came in, beside a table of income: its amount, its rate of the budget, its growth. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const income = sheetOf("收入", [
  ["2024年全市一般公共预算收入执行情况表（单位：亿元）"], ["项目", "预算数", "执行数", "完成预算%", "2023年执行数"],
  ["税收收入", 188.5, 190.62, 101.1, 180.33], ["增值税", 72.3, 73.85, 102.1, 70.1], ["非税收入", 51.6, 52.11, 101, 50.02], ["收入合计", 240.1, 242.73, 101.1, 230.35],
]);
const spending = sheetOf("支出", [
  ["2024年全市一般公共预算支出执行情况表（单位：亿元）"], ["项目", "调整预算数", "执行数", "完成%"], ["教育支出", 92.43, 91.88, 99.4], ["卫生健康支出", 44.29, 43.09, 97.3], ["支出合计", 136.72, 134.97, 98.7],
]);

test.each([
  "全市一般公共预算收入完成242.73亿元，为预算的101.1%，增长5.4%，其中：税收收入190.62亿元，增长5.7%；非税收入52.11亿元，增长4.2%。", "税收收入中，增值税73.85亿元。", "税收收入预算188.5亿元。",
])("agrees: %s", (text) => expect(wrong(checksOf(text, null, income, spending))).toEqual([]));

test.each<[string, readonly string[]]>([
  ["税收收入193.62亿元，为预算的101.1%。", ["warning by-name 税收 税收收入 190.62 193.62"]],
  ["税收收入190.62亿元，为预算的104.1%。", ["warning by-name 税收 税收收入 101.1 104.1"]],
  ["税收收入190.62亿元，增长5.4%。", ["warning by-name 税收 税收收入 5.71 5.4"]],
  ["全市一般公共预算收入完成245.73亿元，为预算的101.1%。", ["warning by-name 全市一般公共预算 收入合计 242.73 245.73"]],
  ["非税收入52.41亿元。", ["warning by-name 非税 非税收入 52.11 52.41"]],
  ["增值税73.55亿元。", ["warning by-name 增值税 增值税 73.85 73.55"]],
])("differs: %s", (text, expected) => expect(wrong(checksOf(text, null, income, spending))).toEqual(expected));
