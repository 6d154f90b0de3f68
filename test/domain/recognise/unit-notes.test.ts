/** Unit notes as offices write them, and those that contradict each other. */

import { sheetOf } from "../../support/snapshots";
import { recogniseSheet } from "./summary";

const lines = [["项目名称", "预算数", "支出数"], ["物业", 10, 5], ["合计", 10, 5]] as const;
const under = (note: string, ...more: string[]) => recogniseSheet(sheetOf("表", [["2016年预算执行情况表"], [note], ...lines, ...more.map((text) => [text])]))[0];

test.each([
  ["单位：万", "万元"], ["单位:千", "千元"], ["（单位：亿）", "亿元"], ["货币单位：元（人民币）", "元"], ["货币单位：人民币（元）", "元"], ["计量单位：人民币万元", "万元"], ["金额单位:万元人民币", "万元"], ["币种：人民币 单位：元", "元"],
])("%s", (note, unit) => {
  expect(under(note)).toMatchObject({ unit, title: { text: "2016年预算执行情况表" }, doubts: [] });
});

test.each(["单位：美元", "单位：万美元", "金额单位：港币", "单位：欧元", "货币单位：日元", "单位：百万元", "(in USD)", "单位：USD"])("%s is said to be not counted in, and is no title", (note) => {
  expect(under(note)).toMatchObject({ unit: null, unitReason: { code: "unit-not-counted", values: { text: note } }, title: { text: "2016年预算执行情况表" } });
});

test("two notes that name different units are said, and the nearest counts", () => {
  expect(under("单位：万元", "注：单位：元")).toMatchObject({ unit: "万元", doubts: [{ code: "doubt-units-differ", values: { text: "单位：万元", other: "注：单位：元" } }] });
  expect(recogniseSheet(sheetOf("表", [["2016年预算执行情况表（单位：元）"], ["单位：万元"], ...lines]))[0]).toMatchObject({ unit: "万元", doubts: [{ code: "doubt-units-differ" }] });
  expect(recogniseSheet(sheetOf("表", [["单位：万元"], ["项目名称", "预算数（元）", "支出数（元）"], ["物业", 10, 5]]))[0]).toMatchObject({ unit: "元", doubts: [{ code: "doubt-units-differ" }] });
});

test("sentences with amounts, and columns with units of their own, contradict nothing", () => {
  expect(under("单位：万元", "注：物业费含追加20万元，另有3,000元未付。")).toMatchObject({ unit: "万元", doubts: [] });
  expect(recogniseSheet(sheetOf("表", [["单位：万元"], ["项目名称", "预算数", "支出数（元）"], ["物业", 10, 5]]))[0]).toMatchObject({ unit: "万元", doubts: [] });
});
