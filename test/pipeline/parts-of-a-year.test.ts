/** Columns that count part of a year: which of them the year's budget and its spending are, up to which day. */

import { parseCutOff } from "../../src/domain/execution/cut-off";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { formatRange } from "../../src/workbook/address";
import type { CellValue } from "../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../support/snapshots";
import { rolesOf } from "../domain/recognise/summary";

interface Case {
  readonly columns: Readonly<Record<string, CellValue>>;
  /** "2021-06-30"; else what the table says. */
  readonly cutOff?: string;
  readonly title?: string;
}

function compute({ columns, cutOff, title = "2021年预算执行情况表" }: Case) {
  const sheet = sheetOf("表", [[title], ["项目名称", ...Object.keys(columns)], ["甲", ...Object.values(columns)]]);
  return computeWorkbook(snapshotOf(sheet), { ...DEFAULT_OPTIONS, cutOff: cutOff === undefined ? null : parseCutOff(cutOff) });
}

/** Budget, expenditure and rate of the one line, with the columns that they are from. */
function line(given: Case): string {
  const { executions, problems } = compute(given);
  const [execution] = executions;
  const row = execution?.rows[0];
  if (execution === undefined || row === undefined) return problems.map(({ code }) => code).join(" ");
  const letters = (columns: readonly number[]): string => columns.map((column) => formatRange({ top: 0, bottom: 0, left: column, right: column }).slice(0, -1)).join("+");
  return `${row.budget?.toFixed() ?? "-"} ${letters(execution.budgetFrom.columns)}, ${row.expenditure?.toFixed() ?? "-"} ${letters(execution.expenditureFrom.columns)}, ${row.rate.ok ? row.rate.percent.toFixed(2) : row.rate.why}`;
}

const HALVES = { 预算数: 200, 上半年支出: 50, 下半年支出: 70 };
const TO_DATE = { 预算数: 100, "1-6月支出": 50, "1-9月支出": 70, 全年支出: 90 };
const QUARTERS = { 全年预算: 100, 一季度支出: 10, 二季度支出: 20, 三季度支出: 30, 四季度支出: 40 };
const MONTHS = { 预算数: 120, ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i + 1}月`, 10])) };

describe("plans for part of a year are no year's budget", () => {
  test.each<[Case["columns"], string]>([
    [{ 年初预算: 100, 上半年计划: 50, 支出数: 40 }, "100 B, 40 D, 40.00"],
    [{ 预算数: 100, "1-6月计划数": 50, 支出数: 50 }, "100 B, 50 D, 50.00"],
    [{ 全年预算数: 100, "1-6月计划数": 50, 支出数: 40 }, "100 B, 40 D, 40.00"],
    [{ 年初预算: 100, 下半年预算: 50, 支出数: 40 }, "100 B, 40 D, 40.00"],
    [{ 年初预算: 100, 前三季度预算数: 70, 支出数: 40 }, "100 B, 40 D, 40.00"],
    [{ "H1 Budget": 50, Budget: 100, Actual: 40 }, "100 C, 40 D, 40.00"],
    [{ "Jan-Jun Budget": 50, "Adopted Budget": 100, Actual: 40 }, "100 C, 40 D, 40.00"],
    [{ 年初预算: 100, 截至6月末调整后预算: 120, 支出数: 60 }, "120 C, 60 D, 50.00"],
    [{ 年初预算: 100, "1-12月预算": 120, 支出数: 60 }, "120 C, 60 D, 50.00"],
    [{ 上半年计划: 50, 支出数: 40 }, "no-budget-column"],
  ])("%j", (columns, expected) => {
    expect(line({ columns })).toBe(expected);
  });

  test("the column says so", () => {
    expect(compute({ columns: { 年初预算: 100, 上半年计划: 50, 支出数: 40 } }).tables[0]?.columns[2]).toMatchObject({ role: null, reason: { code: "part-of-year-plan", values: { header: "上半年计划" } } });
  });
});

describe("of columns up to several dates the one that fits the cut-off date counts, the latest where none is known", () => {
  test.each<[Case["columns"], string | undefined, string]>([
    [{ 预算数: 100, 上半年支出: 25, 全年支出: 80 }, undefined, "100 B, 80 D, 80.00"],
    [{ 预算数: 100, 上半年支出: 25, 全年支出: 80 }, "2021-06-30", "100 B, 25 C, 25.00"],
    [{ 预算数: 100, "6月底支出": 25, "12月底支出": 80 }, undefined, "100 B, 80 D, 80.00"],
    [TO_DATE, undefined, "100 B, 90 E, 90.00"],
    [TO_DATE, "2021-12-31", "100 B, 90 E, 90.00"],
    [TO_DATE, "2021-09-30", "100 B, 70 D, 70.00"],
    [TO_DATE, "2021-06-30", "100 B, 50 C, 50.00"],
    [TO_DATE, "2021-08-15", "100 B, 50 C, 50.00"],
    [TO_DATE, "2022-03-31", "100 B, 90 E, 90.00"],
    [{ 预算数: 100, 支出数: 60, "1-6月支出": 50 }, undefined, "100 B, 50 D, 50.00"],
    [{ 预算数: 100, 支出数: 60, "1-6月支出": 50 }, "2021-12-31", "100 B, 60 C, 60.00"],
    [{ 预算数: 100, 累计支出: 60, "1-6月支出": 50 }, "2021-09-30", "100 B, 60 C, 60.00"],
    [{ Budget: 100, "Actual through June 30, 2021": 50, "Actual through December 31, 2021": 90 }, undefined, "100 B, 90 D, 90.00"],
    [{ Budget: 100, "Actual through June 30, 2021": 50, "Actual through December 31, 2021": 90 }, "2021-06-30", "100 B, 50 C, 50.00"],
  ])("%j up to %s", (columns, cutOff, expected) => {
    expect(line({ columns, ...(cutOff === undefined ? {} : { cutOff }) })).toBe(expected);
  });

  test("the title's date is one, too", () => {
    expect(line({ columns: TO_DATE, title: "2021年预算执行情况表（截至2021年9月30日）" })).toBe("100 B, 70 D, 70.00");
    expect(line({ columns: TO_DATE, title: "2021年1-6月预算执行情况表" })).toBe("100 B, 50 C, 50.00");
  });

  test("the others say which counts, and their dates are not the table's", () => {
    const { tables: [table], executions: [execution] } = compute({ columns: TO_DATE });
    expect(table?.columns[2]).toMatchObject({ role: null, reason: { code: "other-period", values: { header: "1-6月支出", column: "E" } } });
    expect(execution?.cutOff).toBeNull();
  });
});

describe("periods that follow on each other are added up, as far as the cut-off date", () => {
  test.each<[Case["columns"], string | undefined, string]>([
    [HALVES, undefined, "200 B, 120 C+D, 60.00"],
    [HALVES, "2021-12-31", "200 B, 120 C+D, 60.00"],
    [HALVES, "2021-06-30", "200 B, 50 C, 25.00"],
    [{ Budget: 200, "H1 Actual": 50, "H2 Actual": 70 }, undefined, "200 B, 120 C+D, 60.00"],
    [{ Budget: 200, "First half actual": 50, "Second half actual": 70 }, undefined, "200 B, 120 C+D, 60.00"],
    [{ 预算数: 200, "1-6月支出": 50, "7-12月支出": 70 }, undefined, "200 B, 120 C+D, 60.00"],
    [{ 预算数: 200, 上半年支出: 50, 三季度支出: 30, 四季度支出: 40 }, undefined, "200 B, 120 C+D+E, 60.00"],
    [{ 预算数: 200, 上半年支出: 50, 三季度支出: 30, 四季度支出: 40 }, "2021-09-30", "200 B, 80 C+D, 40.00"],
    [{ 预算数: 200, 上半年支出: 50, "7月支出": 10, "8月支出": 20 }, undefined, "200 B, 80 C+D+E, 40.00"],
    [{ 预算数: 200, 上半年支出: 50, 下半年支出: 70, 全年支出: 121 }, undefined, "200 B, 121 E, 60.50"],
    [{ 预算数: 200, 一季度支出: 20, 二季度支出: 30, 上半年支出: 50 }, undefined, "200 B, 50 E, 25.00"],
    [QUARTERS, undefined, "100 B, 100 C+D+E+F, 100.00"],
    [QUARTERS, "2021-06-30", "100 B, 30 C+D, 30.00"],
    [QUARTERS, "2021-08-31", "100 B, 60 C+D+E, 60.00"],
    [MONTHS, undefined, "120 B, 120 C+D+E+F+G+H+I+J+K+L+M+N, 100.00"],
    [MONTHS, "2021-06-30", "120 B, 60 C+D+E+F+G+H, 50.00"],
    [MONTHS, "2022-06-30", "120 B, 120 C+D+E+F+G+H+I+J+K+L+M+N, 100.00"],
    [{ ...MONTHS, 合计: 120 }, "2021-06-30", "120 B, 60 C+D+E+F+G+H, 50.00"],
    [{ ...MONTHS, 合计: 120 }, undefined, "120 B, 120 O, 100.00"],
    [{ ...QUARTERS, "1-3月支出": 10 }, "2021-03-31", "100 B, 10 G, 10.00"],
  ])("%j up to %s", (columns, cutOff, expected) => {
    expect(line({ columns, ...(cutOff === undefined ? {} : { cutOff }) })).toBe(expected);
  });

  test("what was left out says so, and what reaches beyond the date", () => {
    const reasons = (columns: Case["columns"], cutOff: string) => compute({ columns, cutOff }).tables[0]?.columns.slice(2).map(({ role, reason }) => `${role ?? "-"} ${reason.code}`);
    expect(reasons(QUARTERS, "2021-08-31")).toEqual(["quarter-1 header", "quarter-2 header", "quarter-3 beyond-cut-off", "quarter-4 after-cut-off"]);
    expect(reasons(HALVES, "2021-06-30")).toEqual(["expenditure header", "half-2 after-cut-off"]);
    expect(reasons(HALVES, "2021-12-31")).toEqual(["half-1 period-added", "half-2 header"]);
  });

  test("a title that calls a date its cut-off leaves months out, a mere date does not", () => {
    expect(line({ columns: MONTHS, title: "2021年预算执行表（截至2021年6月30日）" })).toBe("120 B, 60 C+D+E+F+G+H, 50.00");
    expect(line({ columns: MONTHS, title: "2021年6月预算执行表" })).toBe("120 B, 120 C+D+E+F+G+H+I+J+K+L+M+N, 100.00");
  });

  test("months that tell their year are no cut-off dates", () => {
    const { executions: [execution] } = compute({ columns: { 预算数: 120, "2021年1月": 10, "2021年2月": 10 } });
    expect([execution?.cutOff, execution?.rows[0]?.expenditure?.toFixed()]).toEqual([null, "20"]);
  });
});

test("a rate up to another date than the expenditure's is not filled", () => {
  const { tables: [table] } = compute({ columns: { 预算数: 100, "1-6月支出": 50, "1-6月执行率": 0.5, 全年支出: 90, 全年执行率: "" } });
  expect(table === undefined ? "" : rolesOf(table)).toBe("name original-budget? - - expenditure rate");
});

test("a person's choice counts, and its column's date", () => {
  const sheet = sheetOf("表", [["2021年预算执行情况表"], ["项目名称", ...Object.keys(TO_DATE)], ["甲", ...Object.values(TO_DATE)]]);
  const id = computeWorkbook(snapshotOf(sheet), DEFAULT_OPTIONS).tables[0]?.id ?? "";
  const { executions: [execution] } = computeWorkbook(snapshotOf(sheet), { ...DEFAULT_OPTIONS, overrides: [{ tableId: id, columns: { 2: "expenditure" } }] });
  expect([execution?.expenditureFrom.columns, execution?.cutOff]).toEqual([[2], { year: 2021, month: 6, day: 30 }]);
});

describe("budget and spending of one month make a rate, which no time of the year is held against", () => {
  const report = (header: readonly string[], names: readonly string[]) => {
    const lines = names.map((name): CellValue[] => [name, 100, 60]);
    return computeWorkbook(snapshotOf(sheetOf("表", [["2025年9月预算执行月报"], [...header], ...lines])), DEFAULT_OPTIONS);
  };
  test.each([
    [["项目", "本月预算", "本月支出", "执行率"], ["差旅费", "会议费"]],
    [["项目", "本月计划数", "本月支出数", "本月执行率"], ["差旅费", "会议费"]],
    [["期间", "当月预算", "当月支出", "执行率"], ["1月", "2月"]],
    [["月份", "预算数", "支出数", "执行率"], ["1月", "2月", "3月"]],
    [["季度", "本季度预算", "本季度支出", "执行率"], ["一季度", "二季度"]],
    [["Item", "Monthly Budget", "Monthly Actual", "% Used"], ["Travel", "Meetings"]],
  ])("%j", (header, names) => {
    const { executions, tables } = report(header, names);
    expect(tables.map(rolesOf).map((roles) => roles.replaceAll("?", ""))).toEqual(["name original-budget expenditure rate"]);
    expect(executions.flatMap(({ rows }) => rows.map(({ rate, status }) => [rate.ok ? rate.percent.toFixed(2) : rate.why, status]))).toEqual(names.map(() => ["60.00", "within-budget"]));
  });

  test.each([
    [["项目", "年初预算", "本月支出", "累计支出"], "name original-budget - expenditure"],
    [["项目", "年初预算", "本月预算", "本月支出", "累计支出"], "name original-budget - - expenditure"],
    [["项目", "年初预算", "本月支出"], "name original-budget -"],
    [["项目", "本月预算", "累计支出"], "name - expenditure"],
  ])("but not where the table tells the year's: %j", (header, roles) => {
    const lines = ["差旅费", "会议费"].map((name): CellValue[] => [name, ...header.slice(1).map((_, at) => 100 - at * 10)]);
    expect(computeWorkbook(snapshotOf(sheetOf("表", [header, ...lines])), DEFAULT_OPTIONS).tables.map(rolesOf).map((told) => told.replaceAll("?", ""))).toEqual([roles]);
  });
});
