/** Sentences that begin with a line's name and tell what was done before they come to its figures, and whose budgets a sentence is about. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const projects = sheetOf("项目", [
  ["2024年项目支出绩效情况表（单位：万元）"], ["项目", "预算批复", "支出", "执行率"],
  ["学校食堂改造", 180, 171.36, "95.20%"], ["图书采购", 42, 41.9, "99.76%"], ["教师培训", 60, 38.42, "64.03%"], ["校园安防", 95.5, 95.5, "100.00%"], ["合计", 377.5, 347.18, "91.97%"],
]);

test.each([
  "4个项目支出347.18万元，执行率91.97%。图书采购共采购图书11970册，支出41.90万元，执行率99.76%。",
  "4个项目支出347.18万元。学校食堂改造完成6所食堂的改造任务，支出171.36万元，执行率95.20%。",
  "4个项目支出347.18万元。校园安防主体完工，支出95.5万元，执行率100%。",
  "4个项目预算批复377.50万元，其中教师培训60万元，占15.89%；截至12月底支出38.42万元。",
])("told of the line: %s", (text) => expect(wrong(checksOf(text, null, projects))).toEqual([]));

test.each<[string, readonly string[]]>([
  ["4个项目支出347.18万元。图书采购共采购图书11970册，支出44.90万元。", ["warning by-name 图书采购 图书采购 41.9 44.9"]],
  ["4个项目支出347.18万元。图书采购共采购图书11970册，支出41.90万元，执行率96.76%。", ["error line 图书采购 图书采购 99.76 96.76"]],
  // Not of the line: another name goes on.
  ["图书采购人员经费按时发放，支出12万元。", []],
])("a wrong one is told of the line: %s", (text, expected) => expect(wrong(checksOf(text, null, projects))).toEqual(expected));

const city = (title: string) => sheetOf("支出", [
  [title], ["项目", "调整预算数", "执行数", "完成%"], ["教育支出", 92.43, 91.88, 99.4], ["农林水支出", 33.36, 30.16, 90.4], ["合计", 125.79, 122.04, 97],
]);
const ofLevel = "全市一般公共预算支出122.04亿元，完成调整预算的97.0%。市本级一般公共预算支出60亿元，完成调整预算的96.0%。其中：教育支出20亿元。";

test("a table of 全市 tells nothing of 市本级", () => {
  expect(wrong(checksOf(ofLevel, null, city("2024年全市一般公共预算支出表（单位：亿元）")))).toEqual([]);
  expect(wrong(checksOf(ofLevel.replace("122.04", "125.04"), null, city("2024年全市一般公共预算支出表（单位：亿元）")))).toEqual(["warning by-name 全市一般公共预算 合计 122.04 125.04"]);
  expect(wrong(checksOf("市级一般公共预算支出60亿元。", null, city("2024年一般公共预算支出表（单位：亿元）")))).toEqual(["warning by-name 市级一般公共预算 合计 122.04 60"]);
});

describe("lines that begin with a dash or a dot, as reports to congresses have them", () => {
  const report = (mark: string, education = "91.88亿元，完成调整预算的99.4%", agriculture = "30.16亿元，完成调整预算的90.4%"): string =>
    `全市一般公共预算支出200.04亿元，完成调整预算的97.3%，其中：\n${mark}教育支出${education}。\n${mark}农林水支出${agriculture}。\n${mark}卫生健康支出完成43.09亿元。`;
  const sheet = sheetOf("支出", [
    ["2024年全市一般公共预算支出表（单位：亿元）"], ["项目", "调整预算数", "执行数", "完成%"],
    ["教育支出", 92.43, 91.88, 99.4], ["农林水支出", 33.36, 30.16, 90.4], ["卫生健康支出", 44.29, 43.09, 97.3], ["公共安全支出", 35.51, 34.91, 98.3], ["合计", 205.59, 200.04, 97.3],
  ]);

  test.each(["——", "－", "•", "• ", "· ", "--", "▲", "— "])("%s", (mark) => {
    expect(wrong(checksOf(report(mark), null, sheet)).filter((line) => !line.startsWith("info"))).toEqual([]);
    expect(wrong(checksOf(report(mark, "91.58亿元，完成调整预算的99.4%"), null, sheet))).toContain("error line 教育 教育支出 91.88 91.58");
    expect(wrong(checksOf(report(mark, undefined, "30.16亿元，完成调整预算的94.0%"), null, sheet))).toContain("error line 农林水 农林水支出 90.4 94.0");
    expect(wrong(checksOf(report(mark).replace("43.09", "43.90"), null, sheet))).toContain("error line 卫生健康 卫生健康支出 43.09 43.90".replace("43.90", "43.9"));
  });

  test("below 其中 more than the sum is wrong, less need not be", () => {
    expect(wrong(checksOf(report("——"), null, sheet))).toEqual(["info lines 全市一般公共预算 - 165.13 200.04"]);
    expect(wrong(checksOf(report("——").replace("200.04", "160.04"), null, sheet))).toContain("warning lines 全市一般公共预算 - 165.13 160.04");
  });
});
