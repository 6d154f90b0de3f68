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

test.each([
  ["Budget execution as of 31 December 2023 (million yuan)", "(million yuan)"], ["Budget execution FY2023 as of 2023-12-31 (thousand USD)", "(thousand USD)"],
  ["Statement of budget and actual expenditure for the year (in thousands of dollars)", "(in thousands of dollars)"], ["某某市某某区某某街道办事处二〇二三年度部门预算项目支出执行情况统计汇总表及其附表说明（不含涉密项目）（单位：百万元）", "（单位：百万元）"],
])("a long title tells its unit in brackets at its end: %s", (title, text) => {
  expect(recogniseSheet(sheetOf("表", [[title], ...lines]))[0]).toMatchObject({ unit: null, unitReason: { code: "unit-not-counted", values: { text } } });
});

test("a sentence above a table tells of another unit than the table's", () => {
  expect(recogniseSheet(sheetOf("表", [["本年共收到援助资金（折合美元计）用于街道社区服务中心建设，其中设备采购1200美元（含运费），详见下表"], ...lines]))[0]).toMatchObject({ unit: null, unitReason: { code: "unit-unknown" } });
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

describe("amounts that state their own units", () => {
  const table = (...figures: (string | number | null)[][]) => sheetOf("表", [["项目名称", "预算数", "支出数"], ...figures.map((line, i) => [`第${i + 1}项`, ...line])]);

  test.each([
    ["of one unit", [["12.5万元", "6.25万元"], ["30 万元", "—"], [null, 0]], "万元"],
    ["of several, in the largest", [["12.5万元", "62500元"], ["3000元", "0.1万元"]], "万元"],
  ] as const)("tell the table's, %s", (_, figures, unit) => {
    expect(recogniseSheet(table(...figures.map((line) => [...line])))[0]).toMatchObject({ unit, unitReason: { code: "unit-in-cells" }, doubts: [] });
  });

  test("tell none where one figure goes without, and a unit above counts before them", () => {
    expect(recogniseSheet(table(["12.5万元", "6.25万元"], ["30万元", 15]))[0]).toMatchObject({ unit: null, unitReason: { code: "unit-unknown" } });
    expect(recogniseSheet(sheetOf("表", [["单位：元"], ["项目名称", "预算数", "支出数"], ["物业", "1万元", "0.5万元"]]))[0]).toMatchObject({ unit: "元", unitReason: { code: "unit-above" } });
  });
});

describe("units in a row of their own under the headers", () => {
  test.each<[readonly (string | null)[], string, readonly (string | null)[]]>([
    [[null, "万元", "元", "%"], "万元", [null, "万元", "元", null]],
    [["单位", "万元", "万元", "%"], "万元", [null, "万元", "万元", null]],
    [[null, "（万元）", "（元）", "（%）"], "万元", [null, "万元", "元", null]],
    [[null, "元", "元", null], "元", [null, "元", "元", null]],
  ])("%j", (row, unit, columns) => {
    const [table, ...others] = recogniseSheet(sheetOf("表", [["项目", "年初预算", "支出", "执行率"], [...row], ["物业", 10, 5, null], ["保安", 20, 5, null], ["合计", 30, 10, null]]));
    expect(others).toEqual([]);
    expect(table).toMatchObject({ unit, columns: ["name", "original-budget", "expenditure", "rate"].map((role, at) => ({ role, unit: columns[at] })), headerBottom: 1 });
    expect(table?.rows.map(({ name }) => name)).toEqual(["物业", "保安", "合计"]);
  });

  test.each(["$", "£", "$'000"])("one that is not counted in, %s", (unit) => {
    const [table] = recogniseSheet(sheetOf("S", [["Item", "Budget", "Actual", "% Used"], [null, unit, unit, "%"], ["Fuel", 10, 5, null], ["Cars", 20, 5, null], ["Total", 30, 10, null]]));
    expect(table).toMatchObject({ unit: null, unitReason: { code: "unit-not-counted" }, columns: [{ role: "name" }, { role: "original-budget" }, { role: "expenditure" }, { role: "rate" }] });
    expect(table?.rows.map(({ name }) => name)).toEqual(["Fuel", "Cars", "Total"]);
  });
});

test("a unit in the header of another column behind the amounts is that column's, unless we count in it", () => {
  const unitWith = (header: string) => recogniseSheet(sheetOf("表", [["Program", "Budget", "Actual", header], ["Police", 10, 5, 5], ["Parks", 10, 4, 6]]))[0]?.unitReason;
  expect(unitWith("Variance ($)")).toEqual({ code: "unit-unknown" });
  expect(unitWith("结余（万元）")).toMatchObject({ code: "unit-in-header", values: { text: "结余（万元）" } });
});

test("of a longer line what stands in brackets is told as the unit", () => {
  const sheet = sheetOf("BvA", [["Budget vs Actual"], ["For the period ended September 30, 2024 (USD)"], ["Department", "Budget", "Actual"], ["Police", 120.5, 80.25], ["Fire", 60, 40], ["Total", 180.5, 120.25]]);
  expect(recogniseSheet(sheet)[0]?.unitReason).toEqual({ code: "unit-not-counted", values: { text: "(USD)" } });
});
