import { printReport } from "../../src/cli/print";
import { createTranslator } from "../../src/i18n/catalogs";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { reportOf } from "../../src/pipeline/report";
import { sheetOf, snapshotOf } from "../support/snapshots";

/** Chinese characters take two places in a terminal. */
function width(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (character > "~" ? 2 : 1), 0);
}

test("a table of any length is printed under one header, each line once and in order, in the same columns", () => {
  const names = Array.from({ length: 450 }, (_, i) => `${"长".repeat(i % 7)}项目${i}`);
  const workbook = snapshotOf(sheetOf("项目", [["项目名称", "年初预算", "支出"], ...names.map((name, i) => [name, 100, i])]));
  const execution = computeWorkbook(workbook, DEFAULT_OPTIONS);
  const words = createTranslator("zh-CN");
  const lines = printReport(reportOf(execution, [], { finding: () => "", reason: () => "" }), execution, words).split("\n");
  const body = lines.filter((line) => line.includes("项目") && line.includes("%"));
  expect(lines.filter((line) => line.includes(words("role.name")) && line.includes(words("role.rate")))).toHaveLength(1);
  expect(body.map((line) => line.trim().split(/\s+/u)[1])).toEqual(names);
  expect(new Set(body.map((line) => width(line.slice(0, line.indexOf("%"))))).size).toBe(1);
});

test("a name of several lines, or with a terminal's commands in it, is one line of plain text", () => {
  const workbook = snapshotOf(sheetOf("项目", [["项目名称", "年初预算", "支出"], ["道路\n维修", 100, 50], ["\u001b[31m红色\u001b[0m", 100, 60]]));
  const execution = computeWorkbook(workbook, DEFAULT_OPTIONS);
  const words = createTranslator("zh-CN");
  const lines = printReport(reportOf(execution, [], { finding: () => "", reason: () => "" }), execution, words).split("\n");
  expect(lines.filter((line) => /道路 维修 .* 50\.00%/u.test(line))).toHaveLength(1);
  expect(lines.filter((line) => / \[31m红色 \[0m .* 60\.00%/u.test(line))).toHaveLength(1);
});

test("a table that is used for nothing is named with the reason", () => {
  const workbook = snapshotOf(sheetOf("指标", [["2024年预算执行概况"], ["指标", "金额"], ["年初预算", 400], ["支出", 290]]), sheetOf("项目", [["项目名称", "年初预算", "支出"], ["道路", 100, 50]]));
  const execution = computeWorkbook(workbook, DEFAULT_OPTIONS);
  const printed = printReport(reportOf(execution, [], { finding: () => "", reason: ({ code }) => code }), execution, createTranslator("zh-CN"));
  expect(printed.split("\n\n").map((part) => part.split("\n"))).toContainEqual(["指标 A2:B4", "不确定：doubt-lines-are-measures"]);
});

test("a sum that cannot be told because of one figure is a dash", () => {
  const workbook = snapshotOf(sheetOf("项目", [["项目名称", "年初预算", "支出"], ["道路", 100, "#REF!"], ["桥梁", 50, 40]]));
  const execution = computeWorkbook(workbook, DEFAULT_OPTIONS);
  const printed = printReport(reportOf(execution, [], { finding: () => "", reason: () => "" }), execution, createTranslator("zh-CN"));
  expect(printed.split("\n")).toContain("各行之和：支出 —，预算 150.00，执行率 —");
});
