import type { CellValue } from "../../../../src/workbook/snapshot";
import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const sheet = (rows: CellValue[][], format = "General") => sheetOf("表", [["项目名称", "项目预算", "支出", "执行率"], ...rows], { formats: { [`D2:D${rows.length + 1}`]: format } });

test("outside what rounding allows an error, inside it information", () => {
  const table = sheet([["统计信息事务", 2.74, 2.17, "79.27%"], ["宗教事务", 38.4, 38.27, "99.65%"], ["物业", 118.3, 71.16, "60.15%"], ["打错", 118.3, 71.16, "61.15%"]]);
  expect(found("rate-mismatch", table)).toEqual(["info 表 D2 79.20 79.27", "info 表 D3 99.66 99.65", "error 表 D5 60.15 61.15"]);
});

test("the ends of the interval: (1 ± 0.005) ÷ (2 ± 0.005)", () => {
  // 0.995 ÷ 2.005 = 49.626 %, 1.005 ÷ 1.995 = 50.376 %; what rounds to the printed figure reaches 0.005 further.
  const rows = ["49.62%", "49.63%", "50.38%", "50.39%"].map((rate) => ["项目", "2.00", "1.00", rate]);
  expect(found("rate-mismatch", sheet(rows)).map((line) => line.split(" ")[0])).toEqual(["error", "info", "info", "error"]);
});

test("one long figure among many says nothing about how exactly the others are printed", () => {
  const usual = Array.from({ length: 29 }, (_, i) => [`项目甲${i}`, 100.25 + i, 50.25, `${((100 * 50.25) / (100.25 + i)).toFixed(2)}%`]);
  expect(found("rate-mismatch", sheet([...usual, ["统计", 2.74, 2.17, "79.27%"], ["算出", 33.333333, 16.666667, "50.00%"]]))).toEqual(["info 表 D31 79.20 79.27"]);
});

test.each<[string, CellValue, string]>([
  ["text", "25.00%", "General"],
  ["a number shown as percent", 0.25, "0.00%"],
  ["a calculated number, rounded only for showing", 0.2500481, "0.00%"],
  ["a whole percentage", 0.25, "0%"],
])("a right rate as %s", (_, rate, format) => {
  expect(found("rate-mismatch", sheet([["甲", 400, 100, rate]], format))).toEqual([]);
});

test("bare figures are fractions or percentages as their whole column is", () => {
  expect(found("rate-mismatch", sheet([["甲", 400, 100, 0.25], ["乙", 100, 55.5, 0.555], ["丙", 100, 70, 0.71]]))).toEqual(["error 表 D4 70.00 71.00"]);
  expect(found("rate-mismatch", sheet([["甲", 400, 100, 25], ["乙", 100, 55.5, 55.5], ["丙", 100, 0.5, 0.9]]))).toEqual(["error 表 D4 0.50 0.90"]);
});

test("a rate shown without decimals is compared without decimals", () => {
  expect(found("rate-mismatch", sheet([["甲", 300, 100, 0.33], ["乙", 300, 200, 0.6]], "0%"))).toEqual(["error 表 D3 66.67 60.00"]);
});

test("one decimal printed: 45 ÷ 80 may be printed as 56.3 %, but it is 56.25 %, not 56.30 %", () => {
  const rows = [["对", 80, 45, "56.3%"], ["错", 80, 45, "65.3%"]];
  expect(found("rate-mismatch", sheet(rows))).toEqual(["error 表 D3 56.25 65.30"]);
  expect(found("rate-mismatch", sheet([["对", 3, 1, "33.3333%"], ["错", 3, 1, "33.3334%"]]))).toEqual(["info 表 D3 33.3333 33.3334"]);
});

test("half up, on exact decimals: 19.55 is right, 19.54 is not", () => {
  expect(found("rate-mismatch", sheet([["对", 600, 117.27, 0.1955], ["错", 600, 117.27, 0.1944]], "0.00%"))).toEqual(["error 表 D3 19.55 19.44"]);
});

test("a total's rate divides the printed totals", () => {
  expect(found("rate-mismatch", sheet([["甲", 100, 50, 0.5], ["乙", 100, 30, 0.3], ["合计", 200, 80, 0.41]], "0.00%"))).toEqual(["error 表 D4 40.00 41.00"]);
});

test("rates of the original budget are right on it, whatever basis was chosen", () => {
  const table = sheetOf("表", [["项目名称", "年初预算", "调整后预算", "支出", "执行率"], ["甲", 400, 420, 81.7, "20.43%"], ["乙", 100, 100, 50, "50.00%"], ["丙", 600, 375, 117.27, "19.57%"]]);
  expect(found("rate-mismatch", table)).toEqual(["error 表 E4 19.55 19.57"]);
  expect(findings("rate-mismatch", table)[0]?.values["basis"]).toBe("original");
});

test("the budget of another sheet", () => {
  const budget = sheetOf("预算", [["单位：万元"], ["项目名称", "全年预算"], ["甲", 100], ["乙", 200]]);
  const spent = sheetOf("执行", [["单位：万元"], ["项目名称", "支出", "执行率"], ["甲", 50, "50.00%"], ["乙", 50, "35.00%"]]);
  expect(found("rate-mismatch", [budget, spent])).toEqual(["error 执行 C4 25.00 35.00"]);
});

test("a column of another ratio, of work done say, is not judged; a few wrong rates are", () => {
  const progress = [["甲", 100, 50, "80%"], ["乙", 100, 30, "60%"], ["丙", 100, 20, "90%"], ["丁", 100, 40, "40%"]];
  expect(found("rate-mismatch", sheet(progress))).toEqual([]);
  expect(found("rate-mismatch", sheet(progress.slice(0, 2)))).toEqual(["error 表 D2 50.00 80.00", "error 表 D3 30.00 60.00"]);
});

test("a rate above 100 %, of nothing spent, or of no budget is no mistake", () => {
  expect(found("rate-mismatch", sheet([["甲", 98.81, 182.14, 1.8433], ["乙", 300, 0, 0], ["丙", 0, 5, 0], ["丁", "", 5, ""]], "0.00%"))).toEqual([]);
});

test("a budget of whole numbers is as exact as the spending beside it; where all are whole, half of one may be rounded away", () => {
  const rates = ["52.93%", "99.44%", "91.08%"];
  const lines: CellValue[][] = [["接待", 35, 18.42], ["购置", 36, 35.8], ["维护", 88, 80.15]];
  expect(found("rate-mismatch", sheet(lines.map((line, i) => [...line, rates[i] ?? ""])))).toEqual(["error 表 D2 52.63 52.93"]);
  expect(found("rate-mismatch", sheet([["接待", 35, 18, "52.63%"], ["购置", 36, 36, "100.00%"]]))).toEqual(["info 表 D2 51.43 52.63"]);
});

test("rounded to 0.01 % is right beside figures that are not rounded", () => {
  expect(found("rate-mismatch", sheet([["甲", 30, 10, 0.3333], ["乙", 130, 60, 60 / 130]]))).toEqual([]);
  expect(found("rate-mismatch", sheet([["甲", 30, 10, 0.3334], ["乙", 130, 60, 60 / 130]]))).toEqual(["info 表 D2 33.3333 33.34"]);
});
