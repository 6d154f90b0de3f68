import { computeWorkbook, DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import { reportOf, type Report } from "../../src/pipeline/report";
import type { Snapshot } from "../../src/workbook/snapshot";
import { sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";

/** With the findings of computing alone. */
function report(snapshot: Snapshot, options: Partial<ComputeOptions> = {}): Report {
  const execution = computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, ...options });
  return reportOf(execution, execution.findings, { finding: message, reason: ({ code }) => code });
}

const message = ({ rule }: { readonly rule: string }): string => `(${rule})`;

test("the sample as JSON", () => {
  const { tables, findings } = report(sampleSnapshot());
  const projects = tables.at(-1);
  expect({ ...projects, rows: projects?.rows.length }).toEqual({
    sheet: "项目完成情况", address: "A2:D28", title: null, unit: "万元", basis: "original",
    roles: { name: "A", expenditure: "B", "original-budget": "C", rate: "D" },
    rows: 25, others: [],
    total: { row: 28, code: "", name: "合计", budget: "6805.36", expenditure: "4070.45", rate: "59.81" },
    // 项目预算 names neither budget, and the table states no unit.
    doubts: ["plain-budget", "unit-of-same-figures"],
  });
  expect(projects?.rows.find(({ name }) => name === "综合治理经费")).toEqual({ row: 23, code: "", name: "综合治理经费", budget: "98.81", expenditure: "182.14", rate: "184.33" });
  expect(findings.at(-1)).toMatchObject({ rule: "total-mismatch", severity: "warning", sheet: "项目完成情况", address: "C28", message: "(total-mismatch)", expected: "6805.37", actual: "6805.36" });
});

test("all tables are listed; one that was not computed has no basis and no rows", () => {
  const { tables } = report(sampleSnapshot());
  expect(tables.map(({ sheet, basis, rows, total }) => [sheet, basis, rows.length, total?.rate ?? null])).toEqual([
    ["年初预算", null, 0, null], ["调整后预算", null, 0, null], ["预算执行", "adjusted", 23, "84.14"], ["重点投入", null, 0, null],
    ["跟踪项目", null, 0, null], ["功能分类", null, 0, null], ["项目完成情况", "original", 25, "59.81"],
  ]);
});

test("groups, subtotals and of-which lines with a rate are listed apart, so that the lines add up to the total", () => {
  const cells = [["单位：元"], ["项目名称", "年初预算", "支出数"], ["一、基本支出", 30, 15], ["人员经费", 20, 11], ["其中：津贴", 5, 4], ["公用经费", 10, 4], ["二、项目支出", 50, 25], ["甲项目", 40, 20], ["乙项目", 10, 5], ["合计", 80, 40]];
  const [table] = report(snapshotOf(sheetOf("表", cells))).tables;
  expect(table?.rows.map(({ row, rate }) => [row, rate])).toEqual([[4, "55.00"], [6, "40.00"], [8, "50.00"], [9, "50.00"]]);
  expect(table?.others.map(({ kind, row, name, budget, expenditure, rate }) => [kind, row, name, budget, expenditure, rate])).toEqual([
    ["subtotal", 3, "一、基本支出", "30", "15", "50.00"], ["of-which", 5, "其中：津贴", "5", "4", "80.00"], ["subtotal", 7, "二、项目支出", "50", "25", "50.00"],
  ]);
  expect(table?.total).toMatchObject({ row: 10, budget: "80", expenditure: "40", rate: "50.00" });
});

test("where the original budget was asked for and is not given, the adjusted one is used and said", () => {
  const snapshot = snapshotOf(sheetOf("表", [["单位：元"], ["项目名称", "调整后预算", "支出数"], ["甲项目", 20, 5], ["乙项目", 30, 6]]));
  expect(report(snapshot, { basis: "original" }).tables.map(({ basis, doubts }) => [basis, doubts])).toEqual([["adjusted", ["budget-only-adjusted"]]]);
  expect(report(snapshot).tables.map(({ basis, doubts }) => [basis, doubts])).toEqual([["adjusted", []]]);
});

test.each<[string, Parameters<typeof sheetOf>[1]]>([
  ["beside the spending", [["收入项目", "预算数", "决算数", "完成率", "支出项目", "预算数", "决算数", "执行率"], ["伙食费", 1000, 980, null, "食材", 900, 880], ["补贴", 200, 200, null, "人工", 250, 240], ["收入合计", 1200, 1180, null, "支出合计", 1150, 1120]]],
  ["above it", [["收入项目", "预算数", "决算数", "完成率"], ["伙食费", 1000, 980], ["补贴", 200, 200], ["收入合计", 1200, 1180], ["支出项目", "预算数", "决算数", "执行率"], ["食材", 900, 880], ["人工", 250, 240], ["支出合计", 1150, 1120]]],
])("income %s has no rates and says so", (_, cells) => {
  const { tables } = report(snapshotOf(sheetOf("收支", cells)));
  expect(tables.map(({ basis, doubts }) => [basis, doubts])).toEqual([[null, ["doubt-income"]], ["original", ["plain-budget"]]]);
});

test("no rate is null, no figure is null, and no decimal is a number", () => {
  const snapshot = snapshotOf(sheetOf("表", [["单位：元"], ["项目名称", "年初预算", "支出数"], ["甲项目", 0, 5], ["乙项目", null, "0.000001"], ["丙项目", 1e15, 123456.78]]));
  const [table] = report(snapshot).tables;
  expect(table?.rows.map(({ budget, expenditure, rate }) => [budget, expenditure, rate])).toEqual([["0", "5", null], [null, "0.000001", null], ["1000000000000000", "123456.78", "0.00"]]);
});

test("selected ranges outside any table are listed too", () => {
  const snapshot = snapshotOf(sheetOf("数", [["", ""], [100, 50]]));
  const range = (left: number) => ({ sheetId: "{数}", range: { top: 1, bottom: 1, left, right: left } });
  const { tables } = report(snapshot, { ranges: { budget: range(0), expenditure: range(1) } });
  expect(tables.map(({ address, rows }) => [address, rows])).toEqual([["B1:B2", [{ row: 2, code: "", name: "", budget: "100", expenditure: "50", rate: "50.00" }]]]);
});
