import type { CellValue } from "../../../../src/workbook/snapshot";
import { checkSnapshot, findings, found, settingsFor } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

const header = [["分类名称", "年初预算", "其中", ""], ["", "", "基本支出", "项目支出"]];
const sheet = (...rows: CellValue[][]) => sheetOf("表", [["单位：万元"], ...header, ...rows], { merges: ["A2:A3", "B2:B3", "C2:D2"] });

test("a line or total whose parts do not add up", () => {
  const table = sheet(["甲", 100, 60, 40], ["乙", 50, "　", 50], ["丙", 30, 10, 20.01], ["丁", 9, "", ""], ["戊", 10, 5, 9], ["总计", 199, 75, 119.01]);
  expect(found("parts-mismatch", table)).toEqual(["warning 表 B6 30.01 30", "error 表 B8 14 10", "error 表 B9 194.01 199"]);
});

test("parts on either side of the total, and the tolerance as a setting", () => {
  const table = sheetOf("表", [["分类名称", "基本支出", "项目支出", "年初预算"], ["甲", 60, 40, 100], ["乙", 5, 5, 10], ["丙", 5, 5, 10.5]]);
  expect(found("parts-mismatch", table)).toEqual(["error 表 D4 10 10.5"]);
  expect(found("parts-mismatch", table, { settings: settingsFor("parts-mismatch", { tolerance: 0.5 }) })).toEqual(["warning 表 D4 10 10.5"]);
});

test("columns that are no parts at all say nothing, unless the header calls them so", () => {
  const rows = [["甲", 100, 160, 140], ["乙", 50, 70, 150], ["丙", 30, 10, 20]];
  expect(found("parts-mismatch", sheetOf("表", [["分类名称", "年初预算", "基本支出", "项目支出"], ...rows]))).toEqual([]);
  expect(found("parts-mismatch", sheet(...rows))).toEqual(["error 表 B4 300 100", "error 表 B5 220 50"]);
});

test("支出决算表 has further parts beside 基本支出 and 项目支出, which count where lines hold with them", () => {
  const table = (first: number, second: number) => sheetOf("03", [
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
    ["合计", "", 1110.5, 700, 400.5, 0, 10, 0], ["205", "教育支出", 900.5, 600, 290.5, 0, 10, 0], ["20502", "普通教育", 900.5, 600, 290.5, 0, 10, 0],
    ["2050202", "小学教育", first, 400, 120, 0, 0, 0], ["2050203", "初中教育", second, 200, 170.5, 0, 10, 0], ["208", "社会保障和就业支出", 210, 100, 110, 0, 0, 0], ["20805", "养老支出", 210, 100, 110, 0, 0, 0], ["2080505", "养老保险缴费支出", 210, 100, 110, 0, 0, 0],
  ]);
  expect(found("parts-mismatch", table(520, 380.5))).toEqual([]);
  expect(found("parts-mismatch", table(520, 380))).toEqual(["error 03 C6 380.5 380"]);
  expect(found("parts-mismatch", table(521, 380.5))).toEqual(["error 03 C5 520 521"]);
});

describe("columns called a total and its parts need no witnesses", () => {
  const wrong = [["教育", 30.33, 10.11, 20.22], ["民政", 11.02, 5, 6.01], ["卫健", 15.5, 7, 8], ["统计", 2, 1, 1], ["合计", 58.85, 23.11, 35.23]];
  const expected = ["warning 11.01 11.02", "error 15 15.5", "error 58.34 58.85"];
  /** The same lines with the total in another place, and further columns behind. */
  const lines = (order: readonly (1 | 2 | 3)[], ...more: CellValue[]) => wrong.map(([name = "", ...figures]) => [name, ...order.map((k) => figures[k - 1] ?? ""), ...more]);
  const outcome = (...sheets: Parameters<typeof found>[1][]) => sheets.map((one) => found("parts-mismatch", one).map((line) => line.replace(/ 表 \w+/u, "")));

  test.each<[string, string[], (1 | 2 | 3)[]]>([
    ["before them", ["部门", "合计", "基本支出", "项目支出"], [1, 2, 3]],
    ["behind them", ["部门", "基本支出", "项目支出", "合计"], [2, 3, 1]],
    ["of one kind", ["部门", "本年支出合计", "基本支出", "项目支出"], [1, 2, 3]],
    ["with its unit", ["部门", "合计（万元）", "基本支出（万元）", "项目支出（万元）"], [1, 2, 3]],
    ["in English", ["Department", "Total", "Basic expenditure", "Project expenditure"], [1, 2, 3]],
    ["其中 before the first only", ["部门", "执行数", "其中：基本支出", "项目支出"], [1, 2, 3]],
  ])("%s", (_, header, order) => {
    expect(outcome(sheetOf("表", [header, ...lines(order)]))).toEqual([expected]);
  });

  test("under one heading of two rows, before a total of another heading", () => {
    const twoRows = (...headings: readonly string[]) => [["部门", headings[0] ?? "", "", "", headings[1] ?? ""], ["", "基本支出", "项目支出", "合计", "合计"]];
    const table = sheetOf("表", [...twoRows("支出数", "预算数"), ...lines([2, 3, 1], 99)], { merges: ["A1:A2", "B1:D1"] });
    expect(outcome(table)).toEqual([expected]);
  });

  test("not where a column beside them may be a third part, or another total stands beside them, or none", () => {
    const third = (header: string[], order: (1 | 2 | 3)[] = [1, 2, 3]) => sheetOf("表", [header, ...lines(order, 0.01)]);
    expect(outcome(
      third(["部门", "本年支出合计", "基本支出", "项目支出", "经营支出"]),
      third(["部门", "执行数", "其中：基本支出", "项目支出", "经营支出"]),
      third(["部门", "预算合计", "基本支出", "项目支出", "支出合计"]),
      third(["部门", "预算数", "基本支出", "项目支出", "备注"]),
    )).toEqual([[], [], [], []]);
    // Words beside them are no part.
    expect(outcome(sheetOf("表", [["部门", "合计", "基本支出", "项目支出", "备注"], ...lines([1, 2, 3], "无")]))).toEqual([expected]);
  });

  test("a total that no line bears out is called one of something else", () => {
    const other = wrong.map(([name = "", whole = 0, ...parts]) => [name, Number(whole) + 7, ...parts]);
    expect(outcome(sheetOf("表", [["部门", "合计", "基本支出", "项目支出"], ...other]))).toEqual([[]]);
  });
});

test("every line is kept; of a long table the right lines as one, with their sums", () => {
  const short = checkSnapshot(snapshotOf(sheet(["甲", 100, 60, 40], ["乙", 50, "　", 50], ["丙", 30, 10, 20.01]))).reconciliations.filter(({ kind }) => kind === "parts");
  expect(short.map(({ outcome, left, right, difference }) => [outcome, left.label, left.figure, right.figure, difference])).toEqual([
    ["passed", "甲", "100", "100", "0"], ["passed", "乙", "50", "50", "0"], ["failed", "丙", "30", "30.01", "-0.01"],
  ]);
  const many = Array.from({ length: 1_200 }, (_, i): CellValue[] => [`项目甲${i}`, 3, 1, i === 700 ? 1 : 2]);
  const long = checkSnapshot(snapshotOf(sheet(...many))).reconciliations.filter(({ kind }) => kind === "parts");
  expect(long.map(({ outcome, lines, left, right }) => [outcome, lines, left.figure, right.figure])).toEqual([["passed", 1_199, "3597", "3597"], ["failed", 1, "3", "2"]]);
});

describe("spending of periods", () => {
  const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
  const quarters = ["一季度", "二季度", "三季度", "四季度"];
  const even = (amount: number): number[] => months.map(() => amount);
  const year = (...rows: CellValue[][]) => sheetOf("表", [["项目名称", "年初预算", ...months, "累计支出"], ...rows]);

  test("the year's expenditure of its months, which the message names by the first and the last", () => {
    const table = year(["甲", 1000, ...even(80), 970], ["乙", 100, ...even(8), 96], ["丙", 200, ...even(16), 192], ["合计", 1300, ...even(104), 1258]);
    expect(found("parts-mismatch", table)).toEqual(["error 表 O2 960 970", "error 表 O5 1248 1258"]);
    expect(findings("parts-mismatch", table)[0]?.values["formula"]).toBe("1月 + … + 12月");
  });

  test("of its quarters, on either side", () => {
    const rows = [["甲", 500, 110, 120, 120, 130], ["乙", 300, 70, 70, 70, 80], ["丙", 100, 20, 20, 20, 35]] as const;
    const spent = [490, 290, 95];
    const behind = sheetOf("表", [["单位", "年度预算", ...quarters, "全年支出"], ...rows.map((row, i) => [...row, spent[i] ?? ""])]);
    const before = sheetOf("表", [["单位", "年度预算", "全年支出", ...quarters], ...rows.map(([name, budget, ...rest], i) => [name, budget, spent[i] ?? "", ...rest])]);
    expect(found("parts-mismatch", behind)).toEqual(["error 表 G2 480 490"]);
    expect(found("parts-mismatch", before)).toEqual(["error 表 C2 480 490"]);
  });

  test("a quarter of its months", () => {
    const header = months.flatMap((month, i) => (i % 3 === 2 ? [month, quarters[(i - 2) / 3] ?? ""] : [month]));
    const line = (name: string, third: number): CellValue[] => [name, 200, ...header.map((text) => (text === "三季度" ? third : text.endsWith("月") ? 10 : 30)), 120];
    const table = (...rows: CellValue[][]) => sheetOf("表", [["项目名称", "年初预算", ...header, "累计支出"], ...rows]);
    expect(found("parts-mismatch", table(line("甲", 30), line("乙", 30)))).toEqual([]);
    expect(found("parts-mismatch", table(line("甲", 30), line("乙", 31)))).toEqual(["error 表 N3 30 31"]);
  });

  test("half of few lines may be wrong", () => {
    expect(found("parts-mismatch", year(["甲", 1000, ...even(80), 970], ["乙", 100, ...even(8), 96], ["丙", 200, ...even(16), 190.5], ["合计", 1300, ...even(104), 1256.5]))).toEqual([]);
    expect(found("parts-mismatch", year(["甲", 1000, ...even(80), 970], ["乙", 100, ...even(8), 96], ["丙", 200, ...even(16), 192], ["丁", 200, ...even(16), 190.5], ["合计", 1500, ...even(120), 1448.5]))).toEqual(["error 表 O2 960 970", "error 表 O5 192 190.5", "error 表 O6 1440 1448.5"]);
  });

  test("the rest of a year that is not over is nothing", () => {
    const half = [...even(8).slice(0, 6), ...months.slice(6).map(() => "")];
    expect(found("parts-mismatch", year(["甲", 100, ...half, 48], ["乙", 100, ...half, 48]))).toEqual([]);
  });

  test("not months that each count from January, nor some months of a year, nor expenditure that goes on", () => {
    const sofar = (amount: number): number[] => months.map((_, i) => amount * (i + 1));
    const once = (amount: number): number[] => months.map((_, i) => (i === 11 ? amount : 0));
    expect(found("parts-mismatch", year(["甲", 1000, ...sofar(8), 96], ["乙", 100, ...sofar(2), 24], ["丙", 100, ...once(50), 50], ["丁", 100, ...even(0), 0]))).toEqual([]);
    expect(found("parts-mismatch", sheetOf("表", [["项目名称", "年初预算", "10月", "11月", "12月", "全年支出"], ["甲", 100, 1, 2, 3, 60], ["乙", 100, 1, 2, 3, 6]]))).toEqual([]);
    expect(found("parts-mismatch", year(["甲", 1000, ...even(8), 100], ["乙", 100, ...even(8), 97], ["丙", 100, ...even(8), 110], ["丁", 100, ...even(8), 96]))).toEqual([]);
  });
});

test("sums of columns that are neither 基本支出 nor 项目支出 are not called so", () => {
  const kindsOf = (headers: readonly string[], lines: readonly (readonly number[])[]) =>
    new Set(checkSnapshot(snapshotOf(sheetOf("表", [["Item", ...headers], ...lines.map((line, i) => [`Line ${i + 1}`, ...line])]))).reconciliations.map(({ kind }) => kind));
  expect(kindsOf(["Original Budget", "Final Budget", "Actual", "Variance: Positive (Negative)"], [[4500, 4620, 4475.31, 144.69], [12300, 12450, 12612.045, -162.045], [3800, 3700, 3255, 445], [1450, 1450, 1398.72, 51.28]])).not.toContain("parts");
  expect(kindsOf(["年初预算", "支出", "甲部分", "乙部分"], [[50, 30, 10, 20], [70, 45.5, 40, 5.5], [20, 12.25, 6, 6.25], [90, 33, 11, 22]])).toEqual(new Set(["sums"]));
  expect(kindsOf(["年初预算", "支出", "基本支出", "项目支出"], [[50, 30, 10, 20], [70, 45.5, 40, 5.5], [20, 12.25, 6, 6.25], [90, 33, 11, 22]])).toEqual(new Set(["parts"]));
});
