import type { CellValue } from "../../../src/workbook/snapshot";
import { summariesOf } from "./summary";
import { sheetOf } from "../../support/snapshots";

const HEAD = ["科目", "年初预算", "支出数"];
const units = (...rows: readonly (readonly (CellValue | null)[])[]): readonly string[] => summariesOf(sheetOf("四本预算", rows)).map(({ unit }) => unit);

test("a note over the first table holds for those below it, until another", () => {
  expect(units(["单位：万元"], ["一、一般公共预算"], HEAD, ["教育", 500, 499.99], ["合计", 500, 499.99], [], ["二、政府性基金预算"], HEAD, ["土地", 3000, 1500.5], ["合计", 3000, 1500.5], [], ["三、国有资本经营预算"], HEAD, ["解困", 10, 0], ["合计", 10, 0], [], ["四、社保基金预算（单位：元）"], HEAD, ["养老", 5000, 10], ["合计", 5000, 10]))
    .toEqual(["万元 unit-above", "万元 unit-of-table-above", "万元 unit-of-table-above", "元 unit-above"]);
});

test("so does one behind the period", () => {
  const fund = (name: string): (CellValue | null)[][] => [[name], ["Department", "Adopted Budget", "YTD Expended"], ["Police", 500, 499.5], ["Total", 500, 499.5], []];
  expect(units(["For the period ended June 30, 2025 (in thousands)"], ...fund("General Fund"), ...fund("Water Fund"))).toEqual(["千元 unit-above", "千元 unit-of-table-above"]);
});

test("not where the figures are of quite another size, nor where only a title or headers told it", () => {
  expect(units(["单位：万元"], HEAD, ["教育", 500, 499.99], ["合计", 500, 499.99], [], ["项目明细"], HEAD, ["校舍", 4999900, 3000000], ["合计", 4999900, 3000000])).toEqual(["万元 unit-above", "unknown unit-unknown"]);
  expect(units(["一般公共预算执行表（单位：万元）"], HEAD, ["教育", 500, 499.99], ["合计", 500, 499.99], [], ["项目明细"], HEAD, ["校舍", 400, 300], ["合计", 400, 300])).toEqual(["万元 unit-above", "unknown unit-unknown"]);
  expect(units(["科目", "年初预算（万元）", "支出数（万元）"], ["教育", 500, 499.99], ["合计", 500, 499.99], [], ["项目明细"], HEAD, ["校舍", 400, 300], ["合计", 400, 300])).toEqual(["万元 unit-in-columns", "unknown unit-unknown"]);
});

describe("a note beside the date in the line above all tables", () => {
  const measures = [["一、主要指标"], ["指标", "数额"], ["年初预算", 3501], ["支出", 3190.8], []];
  const classes = (factor: number): (CellValue | null)[][] => [["二、按功能分类"], HEAD, ["教育", 500 * factor, 499.5 * factor], ["卫生", 20 * factor, 10 * factor], ["合计", 520 * factor, 509.5 * factor], []];
  const projects = (factor: number): (CellValue | null)[][] => [["三、项目支出"], ["序号", "项目名称", "年初预算", "支出"], [1, "校舍修缮", 400 * factor, 300 * factor], [2, "道路养护", 30 * factor, 20 * factor], [null, "合计", 430 * factor, 320 * factor]];

  test("holds for all of them, though it stands over none", () => {
    expect(units(["某镇预算执行情况"], ["截至2025年12月31日", null, null, null, "单位：万元"], [], ...measures, ...classes(1), ...projects(1)).slice(1)).toEqual(["万元 unit-above", "万元 unit-of-table-above"]);
  });

  test("not for figures of quite another size, nor where two are noted", () => {
    expect(units(["截至2025年12月31日", null, null, null, "单位：万元"], [], ...measures, ...classes(1), ...projects(10_000)).at(-1)).toBe("unknown unit-unknown");
    expect(units(["截至2025年12月31日", null, null, null, "单位：万元", "单位：元"], [], ...measures, ...classes(1), ...projects(1)).slice(1)).toEqual(["unknown unit-unknown", "unknown unit-unknown"]);
  });
});

test.each(["统计截止：2025年9月30日", "数据截至2025年9月30日", "截止日：2025-09-30"])("%s is no title", (line) => {
  expect(summariesOf(sheetOf("表", [["区卫健委预算执行情况通报"], [line], HEAD, ["教育", 500, 499.99], ["卫生", 20, 10]]))[0]?.title).toBe("区卫健委预算执行情况通报");
});

test.each(["£000", "$'000", "(£000)", "US$'000", "€ thousand"])("headers may end in another currency's unit: %s, which is not counted in", (unit) => {
  expect(summariesOf(sheetOf("Sheet1", [["Directorate", `Approved Budget ${unit}`, `Actual to date ${unit}`, "% spent"], ["Adults", 12500, 9100.5, null], ["Total", 12500, 9100.5, null]]))[0]).toMatchObject({ unit: "unknown unit-not-counted", roles: "name? original-budget expenditure rate" });
});
