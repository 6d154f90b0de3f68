/** Figures that two others of their row, or of their sentence, come to, though they are neither budget nor spending; and the same with one digit changed. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const purchases = sheetOf("采购", [
  ["2024年政府采购执行情况统计表（单位：万元）"], ["采购项目", "采购预算", "合同金额", "节约资金", "节约率", "支付金额", "支付率"],
  ["办公电脑", 120, 108.6, 11.4, "9.50%", 108.6, "100.00%"], ["会议系统", 85, 79.9, 5.1, "6.00%", 63.92, "80.00%"], ["物业服务", 260, 255, 5, "1.92%", 191.25, "75.00%"], ["网络设备", 44, 38.5, 5.5, "12.50%", 0, "0.00%"],
  ["合计", 509, 482, 27, "5.30%", 363.77, "75.47%"],
]);
const insurance = sheetOf("社保", [
  ["2024年社会保险基金收支执行情况表（单位：万元）"], ["基金名称", "收入预算", "收入执行", "完成%", "支出预算", "支出执行", "完成%", "本年收支结余", "年末滚存结余"],
  ["企业职工基本养老保险基金", 520.4, 531.22, 102.08, 488.1, 480.05, 98.35, 51.17, 1203.66], ["城乡居民基本养老保险基金", 66, 68.15, 103.26, 40.3, 39.9, 99.01, 28.25, 180.2], ["职工基本医疗保险基金", 210, 214.6, 102.19, 198, 201.33, 101.68, 13.27, 320.81],
  ["合计", 796.4, 813.97, 102.21, 726.4, 721.28, 99.3, 92.69, 1704.67],
]);
const bonds = sheetOf("债券", [
  ["2025年新增专项债券资金使用情况表（单位：万元，截至10月31日）"], ["项目名称", "债券额度", "已到位资金", "已支出金额", "支出率（%）", "未支出金额"],
  ["市第二人民医院迁建", 30000, 30000, 21560.4, 71.87, 8439.6], ["城区供水管网改造", 18000, 12000, 9876.55, 82.3, 2123.45], ["职教园区二期", 25000, 25000, 25000, 100, 0], ["产业园标准厂房", 12000, 8000, 3120.08, 39, 4879.92],
  ["合计", 85000, 75000, 59557.03, 79.41, 15442.97],
]);
const sides = sheetOf("收支", [["2024年收支执行情况（单位：万元）"], ["单位", "收入数", "支出预算", "支出数"], ["甲中心", 531.22, 488.1, 480.05], ["乙中心", 68.15, 40.3, 39.9], ["合计", 599.37, 528.4, 519.95]]);

const found = (sheet: Parameters<typeof checksOf>[2], text: string): readonly string[] => wrong(checksOf(text, null, sheet));

describe("what was paid of contracts", () => {
  const WHOLE = "2024年共实施政府采购项目4个，采购预算509万元，合同金额482.0万元，节约资金27.0万元，节约率5.30%。截至年底已支付363.77万元，支付率75.47%。";
  const PROJECTS = "其中会议系统合同金额79.90万元，已支付63.92万元，支付率80.00%；物业服务已支付191.25万元，占合同金额的75.00%；网络设备尚未支付。";
  test.each([WHOLE, PROJECTS, `${WHOLE}\n${PROJECTS}`])("agrees with the row: %s", (text) => expect(found(purchases, text)).toEqual([]));
  test.each([
    [WHOLE, "75.47", "75.74"], [WHOLE, "363.77", "367.37"], [PROJECTS, "75.00", "57.00"],
  ])("what is changed is found: %s, %s", (text, right, told) => expect(found(purchases, text.replace(right, told)).filter((one) => one.includes(told))).not.toEqual([]));
});

describe("rates of income, and what is left of it", () => {
  const WHOLE = "2024年社会保险基金收入813.97万元，完成预算的102.21%；支出721.28万元，完成预算的99.30%；本年收支结余92.69万元，年末滚存结余1704.67万元。";
  const LINE = "企业职工基本养老保险基金收入531.22万元，支出480.05万元，本年结余51.17万元";
  test.each([
    WHOLE, `${WHOLE}其中：${LINE}；职工基本医疗保险基金收入214.60万元，支出201.33万元，完成预算的101.68%。`, `${LINE}。`,
    "城乡居民基本养老保险基金收入68.15万元，完成预算的103.26%，支出39.90万元，完成预算的99.01%。", "基金收入813.97万元，支出721.28万元，结余92.69万元。",
  ])("agree with the row: %s", (text) => expect(found(insurance, text)).toEqual([]));
  test.each([
    [WHOLE, "102.21", "102.12"], [WHOLE, "99.30", "93.90"], [`${LINE}。`, "结余51.17", "结余57.11"], ["基金收入813.97万元，支出721.28万元，结余92.69万元。", "92.69", "96.29"],
  ])("what is changed is found: %s, %s", (text, right, told) => expect(found(insurance, text.replace(right, told)).filter((one) => one.includes(told.replace(/^\D+/u, "")))).not.toEqual([]));

  test("the income's rate is compared with the income's column", () => {
    expect(found(insurance, WHOLE.replace("102.21", "102.12"))).toEqual(["warning by-name 2024年社会保险基金 合计 102.21 102.12"]);
    expect(found(insurance, "城乡居民基本养老保险基金收入68.15万元，完成预算的99.01%，支出39.90万元，完成预算的99.01%。")).toEqual(["warning by-name 城乡居民基本养老保险基金 城乡居民基本养老保险基金 103.26 99.01"]);
  });

  test("no column tells what is left of it", () => expect(found(sides, "甲中心收入531.22万元，支出480.05万元，结余51.17万元。")).toEqual([]));
  test("what is left of neither is found", () => expect(found(sides, "甲中心收入531.22万元，支出480.05万元，结余57.11万元。")).toEqual(["warning by-name-balance 甲中心 甲中心 8.05 57.11"]));
});

describe("what is left of money that arrived", () => {
  const WHOLE = "截至2025年10月31日，我市新增专项债券额度8.5亿元，已到位7.5亿元，已支出59557.03万元，支出率79.41%，尚有15442.97万元未支出。";
  test.each([WHOLE, "产业园标准厂房支出3120.08万元，支出率39.00%，结余4879.92万元。"])("agrees with the row: %s", (text) => expect(found(bonds, text)).toEqual([]));
  test("what is changed is found", () => expect(found(bonds, WHOLE.replace("15442.97", "15424.97"))).toEqual(["warning by-name-balance 到位 合计 25442.97 15424.97"]));
});

test("what is left in one digit, as its sentence tells it", () => {
  const departments = sheetOf("GF", [
    ["City of Example – General Fund – FY2024 budget to actual"], ["Department", "Adopted Budget", "Amended Budget", "Actual", "Remaining", "% Used"],
    ["Police", 41200000, 41500000, 40988123, 511877, 0.9877], ["Parks", 8300000, 8300000, 7654321, 645679, 0.9222], ["Total", 49500000, 49800000, 48642444, 1157556, 0.9768],
  ]);
  expect(found(departments, "Parks spent $7.7 million of its $8.3 million budget, leaving $0.6 million.")).toEqual([]);
  expect(found(departments, "Parks spent $7.7 million of its $8.3 million budget, leaving $0.9 million.")).not.toEqual([]);
});
