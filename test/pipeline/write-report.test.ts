/** Sentences from tables, read back. */

import fc from "fast-check";
import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { checkExecution } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { sentencesOf } from "../../src/pipeline/write-report";
import { formatRange } from "../../src/workbook/address";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { printedSheets, sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";

function written(snapshot: Snapshot): string {
  return sentencesOf(snapshot, computeWorkbook(snapshot, DEFAULT_OPTIONS));
}

/** What reading the written text finds in it. */
function foundInText(snapshot: Snapshot): readonly string[] {
  const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  const text = sentencesOf(snapshot, execution);
  const { findings } = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text, confirmed: [] });
  return findings.filter((finding) => finding.text !== undefined || finding.rule === "missing-in-text")
    .map(({ rule, kind, place, expected, actual }) => `${rule}.${kind ?? ""} ${place === null ? "" : `${place.sheetName} ${formatRange(place.range)}`} ${expected ?? ""} ${actual ?? ""}`);
}

describe("the sample", () => {
  const text = written(sampleSnapshot());

  test("is told as its report tells it", () => {
    const lines = text.split("\n");
    expect(lines).toEqual(expect.arrayContaining([
      "年初预算28265.19万元。其中：基本支出预算5752.85万元，项目支出预算22512.34万元。",
      "重点投入共计21188.29万元，占2016年预算全部支出23349.93万元的90.74%。",
      // Its lines lack 0.11万元 of the total, so they are not announced as its parts.
      "2016年度部门整体支出23349.93万元，截止2016年12月31日已完成全年预算27752.10万元的84.14%。",
      "人大事务全年支出71.16万元，全部预算118.30万元。完成全年预算60.15%。",
      "政协事务全年支出0.00万元，全部预算2.05万元。完成全年预算0.00%。",
      "1. 社区服务中心装修改造经费年初预算400.00万元，截止2016年12月31日实际支出81.70万元，已完成年初预算的20.43%。",
    ]));
    const told = (sheet: string): number => (printedSheets().find(({ name }) => name === sheet)?.rows.length ?? 0);
    // Every line of both tables: 预算执行 has a caption, a header and a total, 项目完成情况 too.
    expect(lines.filter((line) => line.includes("全年支出")).length).toBe(told("预算执行") - 3);
    expect(lines.filter((line) => /^\d+\. /u.test(line)).length).toBe(told("项目完成情况") - 3);
  });

  test("reads back without a finding but the 0.11 that only one table has; printed rates that rounding explains contradict nothing", () => {
    expect(foundInText(sampleSnapshot())).toEqual(["missing-in-text.uncovered-line 调整后预算 B40 0.11 "]);
  });
});

const HEADER: readonly CellValue[] = ["项目名称", "调整后预算", "支出"];
const amount = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => cents / 100);
const lines = fc.array(fc.record({ budget: amount, expenditure: amount }), { minLength: 1, maxLength: 12 });
const titles = fc.constantFrom("截至2016年12月31日", "截至2016年6月30日", "2016年度");

/** The sum of cents, as exact as a cell is. */
function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
}

test("what is written from tables that add up is never found wrong", () => {
  fc.assert(fc.property(lines, titles, fc.boolean(), (rows, title, isOriginal) => {
    const [name = "", budget = "", spent = ""] = HEADER;
    const table = sheetOf("项目", [
      [`${title}项目完成情况 单位：万元`], [name, isOriginal ? "年初预算" : budget, spent],
      ...rows.map((row, at): CellValue[] => [`${at + 1}号院改造经费`, row.budget, row.expenditure]),
      ["合计", sumOf(rows.map((row) => row.budget)), sumOf(rows.map((row) => row.expenditure))],
    ]);
    expect(foundInText(snapshotOf(table))).toEqual([]);
  }));
});

test("without a cut-off date no day is named, and of no year more is said than is known", () => {
  const table = sheetOf("项目", [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲项目", 10, 4], ["乙项目", 0, 0], ["合计", 10, 4]]);
  expect(written(snapshotOf(table))).toBe("以下各项合计支出4.00万元，已完成年初预算10.00万元的40.00%，详细情况如下：\n1. 甲项目年初预算10.00万元，实际支出4.00万元，已完成年初预算的40.00%。\n2. 乙项目年初预算0.00万元，实际支出0.00万元。");
});

test("the lines of half a year, and of the original budget, have their sum above them", () => {
  const table = sheetOf("执行表", [["截至2023年6月30日预算执行情况 单位：万元"], ["项目", "年初预算", "支出"], ["教育支出", 26000, 12500], ["文化支出", 400.5, 200], ["合计", 26400.5, 12700]]);
  expect(written(snapshotOf(table))).toBe([
    "截止2023年6月30日，以下各项合计支出12700.00万元，已完成年初预算26400.50万元的48.11%，详细情况如下：",
    "1. 教育支出年初预算26000.00万元，截止2023年6月30日实际支出12500.00万元，已完成年初预算的48.08%。",
    "2. 文化支出年初预算400.50万元，截止2023年6月30日实际支出200.00万元，已完成年初预算的49.94%。",
  ].join("\n"));
  expect(foundInText(snapshotOf(table))).toEqual([]);
});

test("columns of changes are told where they lead to the adjusted budget", () => {
  const rows = (adjusted: number): readonly (readonly CellValue[])[] => [
    ["截至2023年12月31日预算执行情况 单位：万元"], ["项目", "年初预算", "追加", "调减", "调整后预算", "支出"],
    ["甲项目", 100, 20, 0, 120, 90], ["乙项目", 50, 0, 5, 45, 45], ["合计", 150, 20, 5, adjusted, 135],
  ];
  const right = snapshotOf(sheetOf("执行表", rows(165)));
  expect(written(right).split("\n")[0]).toBe("年初预算150.00万元，调增预算20.00万元，调减预算5.00万元，调整后预算为165.00万元。");
  expect(foundInText(right)).toEqual([]);
  expect(written(snapshotOf(sheetOf("执行表", rows(166))))).not.toContain("调增");
});

test("one table in two units is told once", () => {
  const sheet = (name: string, unit: string, factor: number) => sheetOf(name, [[`单位：${unit}`], ["项目名称", "年初预算", "支出"], ["甲项目", 10 * factor, 4 * factor], ["乙项目", 5 * factor, 1 * factor], ["合计", 15 * factor, 5 * factor]]);
  const once = written(snapshotOf(sheet("万元表", "万元", 1)));
  expect(once).not.toBe("");
  expect(written(snapshotOf(sheet("万元表", "万元", 1), sheet("元表", "元", 10_000)))).toBe(once);
});

test("figures of an unknown unit are not told", () => {
  expect(written(snapshotOf(sheetOf("项目", [["项目名称", "年初预算", "支出"], ["甲项目", 10, 4], ["乙项目", 5, 1]])))).toBe("");
});

test("a long table is not told line by line", () => {
  const rows = Array.from({ length: 2500 }, (_, at): CellValue[] => [`第${at}号项目`, 100, 40]);
  const table = sheetOf("项目", [["截至2016年12月31日 单位：万元"], [...HEADER], ...rows, ["合计", 250_000, 100_000]]);
  expect(written(snapshotOf(table))).toBe("2016年度部门整体支出100000.00万元，截止2016年12月31日已完成全年预算250000.00万元的40.00%。");
});
