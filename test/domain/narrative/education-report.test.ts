/** A bureau's year, its table with both budgets and their changes beside every way of telling it. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const sheet = sheetOf("执行", [
  ["区教育局2023年度部门预算执行情况表"], ["截止日期：2023年12月31日", "", "", "", "", "", "单位：万元"],
  ["科目名称", "年初预算数", "调增", "调减", "调整后预算数", "全年执行数", "执行率"],
  ["学前教育", 1200.5, 50, 0, 1250.5, 1180, 0.9436], ["小学教育", 5300.25, 0, 120.25, 5180, 5100, 0.9846], ["初中教育", 4100, 100, 0, 4200, 4150.5, 0.9882],
  ["高中教育", 3900, 0, 0, 3900, 3850.75, 0.9874], ["高等教育", 900, 0, 0, 900, 890.1, 0.989], ["机关事业单位基本养老保险缴费支出", 820.4, 0, 0, 820.4, 818.39, 0.9975],
  ["合计", 16221.15, 150, 120.25, 16250.9, 15989.74, 0.9839],
], { formats: { "G4:G10": "0.00%" } });

function found(text: string): readonly string[] {
  return wrong(checksOf(text, "2023-12-31", sheet));
}

describe("rates are of the budget that the text names", () => {
  test.each([
    "学前教育年初预算1200.50万元，支出1180.00万元，完成年初预算的98.29%。",
    "学前教育支出1180.00万元，完成年初预算的98.29%，完成调整预算的94.36%。",
    "学前教育支出1180.00万元，完成年初预算的98.3%，完成调整预算的94.4%。",
    "学前教育支出1180.00万元，占年初预算的98.29%。",
    "学前教育支出1180.00万元，按年初预算计算的执行率为98.29%，按调整后预算计算的执行率为94.36%。",
    "1.学前教育（项）。年初预算为1200.50万元，支出决算为1180.00万元，完成年初预算的98.29%。\n2.小学教育（项）。年初预算为5300.25万元，支出决算为5100.00万元，完成年初预算的96.22%。",
  ])("and agree: %s", (text) => expect(found(text)).toEqual([]));
  test.each<[string, readonly string[]]>([
    ["学前教育完成年初预算的97.29%。", ["warning by-name 学前教育 学前教育 98.29 97.29"]],
    ["学前教育支出1180.00万元，完成年初预算的97.29%。", ["error line 学前教育 学前教育 98.29 97.29"]],
    ["学前教育支出1180.00万元，完成调整预算的95.36%。", ["error line 学前教育 学前教育 94.36 95.36"]],
    ["学前教育支出1180.00万元，完成年初预算的98.29%，完成调整预算的95.36%。", ["error line 学前教育 学前教育 94.36 95.36"]],
  ])("or differ from it: %s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("changes of budgets are those of the table's columns", () => {
  test.each<[string, readonly string[]]>([
    ["学前教育2023年6月追加预算50万元。", []],
    ["学前教育2023年6月追加预算70万元。", ["warning told-change 学前教育 学前教育 50 70"]],
    ["小学教育2023年6月追加预算20万元。", ["warning told-change 小学教育 小学教育 0 20"]],
    ["小学教育调减预算220.25万元。", ["warning told-change 小学教育 小学教育 120.25 220.25"]],
    ["小学教育3月调减预算60万元，9月调减预算60.25万元。", []],
    // The table may keep what remained of several.
    ["小学教育3月追加预算60万元，9月调减预算180.25万元。", []],
    // The text need not tell all.
    ["初中教育6月追加预算30万元。", ["info told-change 初中教育 初中教育 100 30"]],
    ["我局年中追加150万元，调减120.25万元。", []],
    ["我局年中追加170万元，调减120.25万元。", ["warning told-change 我局 合计 150 170"]],
    ["高中教育拟追加预算30万元。", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("the whole and sums of lines", () => {
  test.each<[string, readonly string[]]>([
    ["全局共计支出15989.74万元，完成调整后预算的98.39%。", []],
    ["全局共计支出15889.74万元。", ["warning by-name 全局 合计 15989.74 15889.74"]],
    ["全局共计支出15989.74万元，完成调整后预算的97.39%。", ["warning by-name 全局 合计 98.39 97.39"]],
    ["2023年度，全局预算执行率97.39%。", ["warning by-name 全局 合计 98.39 97.39"]],
    ["各项支出共计15889.74万元。", ["warning by-name 各项 合计 15989.74 15889.74"]],
    ["小学教育和初中教育两项支出合计9250.50万元。", []],
    ["小学教育和初中教育两项支出合计9350.50万元。", ["warning by-name 小学教育和初中教育两项 小学教育+初中教育 9250.5 9350.5"]],
    ["初中教育和高中教育支出合计8011.25万元。", ["warning by-name 初中教育和高中教育 初中教育+高中教育 8001.25 8011.25"]],
    ["学前教育、小学教育、初中教育分别支出1180.00万元、5100.00万元、4150.50万元。", []],
    // What is carried over is in it.
    ["2023年度收入总计16500.00万元，支出总计16500.00万元。与上年相比，收、支总计各增加500.00万元，增长3.13%。", []],
    ["三公经费方面，各项支出共计9.80万元。", []],
    ["截至2023年6月30日，小学教育支出2500.00万元，完成预算的48.26%；下半年支出2600.00万元，全年支出5100.00万元。", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("rates of a table are those that its checks read", () => {
  const told = "2023年，教育支出126500万元，完成调整预算的98.83%；卫生健康支出83100万元，完成调整预算的98.93%。";
  const inPercent = (header: string) => sheetOf("明细", [
    ["2023年预算执行明细（截至2023年12月31日）"], ["科目", "年初预算数（万元）", "调整预算数（万元）", "执行数（万元）", header],
    ["教育支出", 125000, 128000, 126500, 98.83], ["卫生健康支出", 82000, 84000, 83100, 98.93], ["合计", 207000, 212000, 209600, 98.87],
  ]);
  test.each(["执行率（%）", "执行率", "完成预算%", "完成预算（%）", "预算完成率(%)"])("as plain numbers under %s", (header) => {
    expect(wrong(checksOf(told, "2023-12-31", inPercent(header)))).toEqual([]);
    expect(wrong(checksOf(told.replace("98.83", "97.83"), "2023-12-31", inPercent(header)))).toEqual(["error line 教育 教育支出 98.83 97.83"]);
  });
});

describe("a rate that another rounding of the amounts gives", () => {
  // 2.165 ÷ 2.745 = 78.87 %, 2.175 ÷ 2.735 = 79.52 %; the table prints 79.27 where its amounts come to 79.20.
  const small = sheetOf("执行", [["单位：万元"], ["项目名称", "全年预算", "支出", "执行率"], ["统计信息事务", 2.74, 2.17, 0.7927], ["财政事务", 96.46, 82.24, 0.8526], ["合计", 99.2, 84.41, 0.8509]], { formats: { "D3:D5": "0.00%" } });
  test.each<[string, readonly string[]]>([
    ["79.27", []], ["79.20", []], ["79.52", ["info line 统计信息事务 统计信息事务 79.2 79.52"]],
    ["79.53", ["error line 统计信息事务 统计信息事务 79.27 79.53"]], ["78.86", ["error line 统计信息事务 统计信息事务 79.27 78.86"]],
  ])("%s % is no contradiction inside the interval", (rate, expected) => {
    const text = `统计信息事务全年支出2.17万元，完成全年预算${rate}%。\n财政事务全年支出82.24万元，完成全年预算85.26%。`;
    expect(wrong(checksOf(text, "2023-12-31", small))).toEqual(expected);
  });
});
