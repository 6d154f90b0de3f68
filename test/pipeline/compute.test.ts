import { computeWorkbook, DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import { formatCutOff } from "../../src/domain/execution/cut-off";
import { formatRange } from "../../src/workbook/address";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { sampleSnapshot } from "../support/sample";
import { rangeOf, sheetOf, snapshotOf } from "../support/snapshots";

type Rows = readonly (readonly (CellValue | null)[])[];

const BUDGET: Rows = [["单位：万元"], ["项目名称", "年初预算"], ["甲项目", 100], ["乙项目", 200]];
const SPENT: Rows = [["单位：万元"], ["项目名称", "支出数"], ["乙项目", 50], ["甲项目", 50]];
const BOTH: Rows = [["单位：万元"], ["项目名称", "年初预算", "支出数"], ["甲项目", 100, 50], ["乙项目", 200, 50]];

function workbook(sheets: Readonly<Record<string, Rows>>): Snapshot {
  return snapshotOf(...Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows)));
}

function compute(snapshot: Snapshot, options: Partial<ComputeOptions> = {}) {
  return computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, ...options });
}

/** "支出 ← 预算: 25.00 50.00". */
function executions({ executions: all }: ReturnType<typeof compute>): string[] {
  return all.map(({ table, budgetFrom, rows }) => `${table.sheetName} ← ${budgetFrom.sheetName}: ${rows.map(({ rate }) => (rate.ok ? rate.percent.toFixed(2) : rate.why)).join(" ")}`);
}

describe("the sample", () => {
  const result = compute(sampleSnapshot());

  test("two tables have both figures; the others are not computable, and that is no problem", () => {
    expect(result.executions.map(({ table, basis, unit, total }) => [table.sheetName, formatRange(table.range), basis, unit, total?.rate.ok === true ? total.rate.percent.toFixed(2) : null])).toEqual([
      ["预算执行", "A2:D26", "adjusted", "万元", "84.14"],
      ["项目完成情况", "A2:D28", "original", "万元", "59.81"],
    ]);
    expect(result.skipped.map(({ table, problem }) => [table.sheetName, problem.code])).toEqual([
      ["年初预算", "no-expenditure-column"], ["调整后预算", "no-expenditure-column"], ["重点投入", "no-budget-column"], ["跟踪项目", "no-expenditure-column"], ["功能分类", "no-expenditure-column"],
    ]);
    expect(result.problems).toEqual([]);
  });

  test("what it says about itself: three totals that are not the sum of their rows", () => {
    expect(result.findings.map(({ rule, severity, place, expected, actual }) => `${rule} ${severity} ${place.sheetName} ${formatRange(place.range)} ${expected}/${actual}`)).toEqual([
      "total-mismatch warning 预算执行 B26 23349.92/23349.93",
      "total-mismatch error 预算执行 C26 27751.99/27752.1",
      "total-mismatch warning 项目完成情况 C28 6805.37/6805.36",
    ]);
  });

  test("the project table's unit is that of the list of projects, which holds the same budgets", () => {
    expect(result.tables.at(-1)).toMatchObject({ unit: "万元", unitReason: { code: "unit-of-same-figures", values: { other: "跟踪项目" } } });
  });

  test("the cut-off date stands in a header", () => {
    expect([result.cutOff, result.cutOffPlace?.sheetName, formatRange(result.cutOffPlace?.range ?? rangeOf("A1"))]).toEqual([{ year: 2016, month: 12, day: 31 }, "项目完成情况", "B2"]);
  });
});

describe("budget and expenditure on two sheets", () => {
  test("an expenditure table takes the budget of the table that knows its lines", () => {
    const result = compute(workbook({ 预算: BUDGET, 支出: SPENT }));
    expect([executions(result), result.skipped]).toEqual([["支出 ← 预算: 25.00 50.00"], []]);
  });

  test("of two the one with the chosen basis", () => {
    const snapshot = workbook({ 年初: BUDGET, 调整: [["单位：万元"], ["项目名称", "调整后预算"], ["甲项目", 1000], ["乙项目", 1000]], 支出: SPENT });
    expect((["adjusted", "original"] as const).map((basis) => executions(compute(snapshot, { basis })))).toEqual([["支出 ← 调整: 5.00 5.00"], ["支出 ← 年初: 25.00 50.00"]]);
  });

  test("of two that are equally good none, until a person chooses", () => {
    const snapshot = workbook({ 一月: BUDGET, 二月: BUDGET, 支出: SPENT });
    expect(compute(snapshot).problems).toMatchObject([{ code: "no-budget-column", place: { sheetName: "支出" } }]);
    const [, second, spent] = compute(snapshot).tables;
    expect(executions(compute(snapshot, { pairs: [{ expenditure: spent?.id ?? "", budget: second?.id ?? "" }] }))).toEqual(["支出 ← 二月: 25.00 50.00"]);
  });

  test("a person may say that a budget belongs to no table", () => {
    const snapshot = workbook({ 预算: BUDGET, 支出: SPENT });
    const spent = compute(snapshot).tables[1]?.id ?? "";
    expect(compute(snapshot, { pairs: [{ expenditure: spent, budget: null }] }).executions).toEqual([]);
  });

  test("a table that knows fewer than half of the lines is another one's", () => {
    const others: Rows = [["单位：万元"], ["项目名称", "支出数"], ["甲项目", 50], ["丙项目", 1], ["丁项目", 1]];
    expect(compute(workbook({ 预算: BUDGET, 支出: others })).executions).toEqual([]);
  });

  test("a table with both figures needs no other", () => {
    expect(executions(compute(workbook({ 预算: BUDGET, 执行: BOTH })))).toEqual(["执行 ← 执行: 50.00 25.00"]);
  });
});

describe("spending of months, sheet by sheet, beside one year's budget", () => {
  const months = (header: string, names: readonly string[], title: (name: string) => string = () => "单位：万元") => workbook({
    预算: BUDGET,
    ...Object.fromEntries(names.map((name, i) => [name, [[title(name)], ["项目名称", header], ["甲项目", 60 + 10 * i], ["乙项目", 50 + 50 * i]]])),
  });

  test.each([
    [["1月", "2月"]], [["1月支出", "2月支出", "3月支出"]], [["一季度", "二季度"]], [["Jan", "Feb"]], [["2023年1月份", "2023年2月份"]], [["2023-01", "2023-02"]],
  ])("%j: no rates, and one problem that names them all", (names) => {
    const result = compute(months("支出", names));
    expect(executions(result)).toEqual([]);
    expect(result.problems.map(({ code, place, values }) => [code, place?.sheetName, values])).toEqual([["spending-of-parts", names[0], { sheets: names.join(", "), budget: "预算" }]]);
  });

  test("titles tell it, too", () => {
    expect(compute(months("支出", ["甲", "乙"], (name) => `某单位2023年${name === "甲" ? "1" : "2"}月支出明细表`)).problems.map(({ code }) => code)).toEqual(["spending-of-parts"]);
  });

  test.each<[string, Snapshot]>([
    ["by their headers", months("累计支出", ["1月", "2月"])],
    ["by their titles", months("支出", ["1月", "2月"], (name) => `2023年1-${name}支出（单位：万元）`)],
    ["by the names of the sheets", months("支出", ["截至1月", "截至2月"])],
  ])("cumulative figures have rates: %s", (_, snapshot) => {
    expect(compute(snapshot).executions.map(({ rows }) => rows.map(({ rate }) => (rate.ok ? rate.percent.toNumber() : rate.why)))).toEqual([[60, 25], [70, 50]]);
  });

  test("one sheet of a month may be the year so far, and a person may choose the budget", () => {
    expect(executions(compute(months("支出", ["1月"])))).toEqual(["1月 ← 预算: 60.00 25.00"]);
    const snapshot = months("支出", ["1月", "2月"]);
    const [budget, ...spendings] = compute(snapshot).tables;
    const pairs = spendings.map(({ id }) => ({ expenditure: id, budget: budget?.id ?? null }));
    expect(executions(compute(snapshot, { pairs }))).toEqual(["1月 ← 预算: 60.00 25.00", "2月 ← 预算: 70.00 50.00"]);
  });

  test("tables of other things are no months", () => {
    expect(compute(months("支出", ["人员", "公用"])).executions).toHaveLength(2);
  });
});

describe("selected ranges", () => {
  const snapshot = workbook({ 预算: BUDGET, 支出: SPENT });
  const ranges = { budget: { sheetId: "{预算}", range: rangeOf("B3:B4") }, expenditure: { sheetId: "{支出}", range: rangeOf("B3:B4") } };

  test("are computed alone, line by line as selected", () => {
    const inOrder = workbook({ 预算: BUDGET, 支出: [...SPENT.slice(0, 2), ["甲项目", 50], ["乙项目", 50]] });
    expect(executions(compute(inOrder, { ranges }))).toEqual(["支出 ← 预算: 50.00 25.00"]);
  });

  test("in another order face other lines' budgets, and are refused", () => {
    expect(compute(snapshot, { ranges }).problems).toMatchObject([{ code: "ranges-names-differ", values: { name: "乙项目", other: "甲项目" } }]);
  });

  test("of a sheet that is gone are a problem", () => {
    expect(compute(snapshot, { ranges: { ...ranges, budget: { ...ranges.budget, sheetId: "gone" } } }).problems).toEqual([{ code: "sheet-missing" }]);
  });
});

describe("the cut-off date", () => {
  const dated = (year: number): Rows => [[`截至${year}年6月30日预算执行情况（单位：万元）`], ...BOTH.slice(1)];
  const cutOffs = (snapshot: Snapshot, options: Partial<ComputeOptions> = {}): (string | null)[] => {
    const result = compute(snapshot, options);
    return [result.cutOff, ...result.executions.map(({ cutOff }) => cutOff)].map((cutOff) => (cutOff === null ? null : formatCutOff(cutOff)));
  };

  test("is each table's own, and for one that has none that of the others if they agree", () => {
    expect(cutOffs(workbook({ 一: dated(2016), 二: BOTH }))).toEqual(["2016-06-30", "2016-06-30", "2016-06-30"]);
    expect(cutOffs(workbook({ 一: dated(2015), 二: dated(2016), 三: BOTH }))).toEqual([null, "2015-06-30", "2016-06-30", null]);
    expect(cutOffs(workbook({ 一: BOTH }))).toEqual([null, null]);
  });

  test("is a person's where they say one", () => {
    expect(cutOffs(workbook({ 一: dated(2015), 二: BOTH }), { cutOff: { year: 2016, month: 9, day: 30 } })).toEqual(["2016-09-30", "2016-09-30", "2016-09-30"]);
  });
});

describe("where nothing can be computed, one problem says why", () => {
  test.each<[string, Snapshot, string]>([
    ["no cell holds anything", workbook({ 空: [[null, ""]] }), "empty-workbook"],
    ["no sheet at all", workbook({}), "empty-workbook"],
    ["no table", workbook({ 说明: [["各科室："], ["请于月底前报送。"]] }), "no-table"],
    ["budgets alone", workbook({ 预算: BUDGET }), "no-expenditure-column"],
    ["expenditure alone", workbook({ 支出: SPENT }), "no-budget-column"],
    ["both, but of other lines", workbook({ 预算: [["单位：万元"], ["项目名称", "年初预算"], ["丙项目", 1], ["丁项目", 1]], 支出: SPENT }), "no-budget-column"],
  ])("%s", (_, snapshot, code) => {
    expect(compute(snapshot).problems.map((problem) => problem.code)).toEqual([code]);
  });
});

describe("what is missing is told so that it can be mended", () => {
  const one = (...rows: Rows) => compute(workbook({ 表: rows }));

  test("several columns may be the budget: which they are", () => {
    const months = one(["项目", "1月", null, "2月", null], [null, "预算", "支出", "预算", "支出"], ["甲", 30, 20, 30, 20], ["乙", 60, 50, 60, 50]);
    expect(months.problems).toMatchObject([{ code: "several-columns", values: { side: "budget", columns: "B 1月 预算, D 2月 预算" } }]);
    const parts = one(["项目", "基本支出预算", "专项支出预算", "项目支出预算", "支出数"], ["甲", 50, 10, 100, 50], ["乙", 40, 20, 200, 150]);
    expect(parts.problems).toMatchObject([{ code: "several-columns", values: { side: "budget", columns: "B 基本支出预算, C 专项支出预算, D 项目支出预算" } }]);
    const sources = compute(snapshotOf(sheetOf("表", [["项目", "2023年预算", null, null, "2023年支出", null, null], [null, "财政拨款", null, "自有资金", "财政拨款", null, "自有资金"], [null, "基本", "项目", null, "基本", "项目", null], ["甲", 50, 30, 20, 20, 20, 10], ["乙", 100, 50, 50, 80, 40, 30]], { merges: ["A1:A3", "B1:D1", "E1:G1", "B2:C2", "E2:F2", "D2:D3", "G2:G3"] })));
    expect(sources.problems).toMatchObject([{ code: "several-columns", values: { side: "expenditure", columns: "E 2023年支出 财政拨款 基本, F 2023年支出 财政拨款 项目, G 2023年支出 自有资金" } }]);
  });

  test("a header without lines", () => {
    expect(one(["单位：万元"], ["项目", "预算", "支出", "执行率"]).problems.map(({ code, place }) => [code, place?.sheetName, formatRange(place?.range ?? rangeOf("A1"))])).toEqual([["no-lines", "表", "A2:D2"]]);
  });

  test("years that are numbers name lines as others do, and the same figure twice is no year", () => {
    const years = one(["年度", "预算（万元）", "支出（万元）", "执行率"], [2021, 100, 50, null], [2022, 200, 150, null], [2023, 100, 100, null]);
    expect(years.executions.map(({ rows }) => rows.map(({ name, rate }) => `${name} ${rate.ok ? rate.percent.toFixed(2) : rate.why}`))).toEqual([["2021 50.00", "2022 75.00", "2023 100.00"]]);
    expect(one(["数", "预算（万元）", "支出（万元）"], [2021, 100, 50], [2021, 200, 150]).executions).toEqual([]);
  });
});

test("merged amounts are a problem of their table alone, and said though another one was computed", () => {
  const merged = sheetOf("合并", BOTH, { merges: ["C3:C4"] });
  const result = compute(snapshotOf(merged, sheetOf("执行", BOTH)));
  expect([executions(result), result.problems]).toEqual([["执行 ← 执行: 50.00 25.00"], [{ code: "merged-body", place: { sheetId: "{合并}", sheetName: "合并", range: rangeOf("C3:C4") } }]]);
});

test.each([
  [["2026年预算执行情况表"], ["截止日期：2026年6月30日"], "2026-06-30"],
  [["2026年预算执行情况表"], ["编制单位：某街道", "单位：万元", "截至2026年9月30日"], "2026-09-30"],
  [["截至2026年6月30日"], ["2026年预算执行情况表"], "2026-06-30"],
  [["Budget execution 2026 (in thousands of yuan)"], ["As of June 30, 2026"], "2026-06-30"],
  [["预算执行情况表"], ["填报日期：2026年7月5日"], null],
])("the cut-off date is read from the lines above a table: %j %j", (first, second, expected) => {
  const { executions } = compute(workbook({ 表: [first, second, ["项目名称", "年初预算", "支出数"], ["甲项目", 100, 50], ["乙项目", 200, 50]] }));
  expect(executions.map(({ cutOff }) => (cutOff === null ? null : formatCutOff(cutOff)))).toEqual([expected]);
});
