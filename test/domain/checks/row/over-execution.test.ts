import { found, findings, settingsFor } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const sheet = (...rows: [string, number, number][]) => sheetOf("表", [["单位：万元"], ["项目名称", "项目预算", "支出"], ...rows]);

test("spending above the budget is a warning, above 110 % an error, in money and points", () => {
  const table = sheet(["综合治理经费", 98.81, 182.14], ["物业费", 100, 100.01], ["水费", 100, 110], ["电费", 100, 110.01], ["食堂", 100, 100]);
  expect(found("over-execution", table)).toEqual(["error 表 C3 98.81 182.14", "warning 表 C4 100 100.01", "warning 表 C5 100 110", "error 表 C6 100 110.01"]);
  expect(findings("over-execution", table)[0]?.values).toMatchObject({ name: "综合治理经费", over: { figure: "83.33", unit: "万元" }, points: { figure: "84.33", unit: "points" }, rate: { figure: "184.33", unit: "percent" } });
});

test("compares amounts, not the rate as shown: 100.004 % is over", () => {
  expect(found("over-execution", sheet(["甲", 100_000, 100_004], ["乙", 1, 0.5]))).toEqual(["warning 表 C3 100000 100004"]);
});

test("both bounds are settings", () => {
  const table = sheet(["甲", 100, 104], ["乙", 100, 130]);
  expect(found("over-execution", table, { settings: settingsFor("over-execution", { limit: 105, errorAbove: 150 }) })).toEqual(["warning 表 C4 100 130"]);
});

test("lines without a rate, groups and totals are no overspending", () => {
  expect(found("over-execution", sheet(["甲", 0, 20], ["乙", 10, 5], ["合计", 10, 25]))).toEqual([]);
});
