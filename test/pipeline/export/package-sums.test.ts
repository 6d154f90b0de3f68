/** What the data package adds up to, phase by phase, is what the workbook's tables print. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { collectExport } from "../../../src/pipeline/export/collect";
import { dataPackage } from "../../../src/pipeline/export/package/data-package";
import type { Snapshot } from "../../../src/workbook/snapshot";
import { sampleSnapshot } from "../../support/sample";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { summarise, type SummaryOptions } from "../../support/summary";
import { summaryWording } from "../../support/summary-wording";

const TEXT = readFileSync(path.join(__dirname, "../../../assets/samples/report-2016.txt"), "utf8");

/** "budget approved": what the records of that file and phase add up to. */
function sumsOf(snapshot: Snapshot, options: SummaryOptions = {}): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const { name, text } of dataPackage(collectExport(summarise(snapshot, options), snapshot, [], [], { file: "", organisation: "" }, summaryWording().summary))) {
    if (!name.endsWith(".csv")) continue;
    const [header = [], ...records] = text.slice(1).trimEnd().split("\r\n").map((line) => line.split(","));
    for (const record of records) {
      const of = `${name.slice(0, -4)} ${record[header.indexOf("phase")] ?? ""}`;
      sums.set(of, (sums.get(of) ?? new Decimal(0)).plus(record[header.indexOf("amount")] ?? ""));
    }
  }
  return Object.fromEntries([...sums].map(([of, sum]) => [of, sum.toFixed()]));
}

test("the sample, as its tables print it; where lines are 0.01 apart from their total, as the lines have it", () => {
  // 预算执行 prints 23,349.93, its lines are 23,349.92; 项目完成情况 prints 6,805.36, its lines are 6,805.37.
  const tables = { "budget approved": "28265.19", "budget adjusted": "27752.1", "budget executed": "23349.92", "projects approved": "6805.37", "projects executed": "4070.45" };
  expect(sumsOf(sampleSnapshot())).toEqual(tables);
  // + 20 − 225 − 105.31 − 26 + 27.14 + 5.290815, as the text tells.
  expect(sumsOf(sampleSnapshot(), { text: TEXT })).toEqual({ ...tables, "projects adjusted": "6501.490815" });
  expect(sumsOf(sampleSnapshot(), { text: TEXT, confirms: false })).toEqual(tables);
});

test("a class in one table, its divisions in another, and both in one", () => {
  const budget = (name: string, header: string, rows: readonly (readonly (string | number)[])[]) => sheetOf(name, [["单位：万元"], ["科目编码", "科目名称", header], ...rows]);
  const workbook = snapshotOf(
    budget("年初", "年初预算", [["20102", "政协事务", 9.55], ["20607", "科学技术普及", 16], ["2120501", "城乡社区环境卫生", 237.35], ["21299", "其他城乡社区支出", 100], ["", "合计", 362.9]]),
    budget("调整", "调整后预算", [["20102", "政协事务", 2.05], ["206", "科学技术支出", 149.84], ["21205", "城乡社区环境卫生", 240], ["21299", "其他城乡社区支出", 90], ["", "合计", 481.89]]),
  );
  expect(sumsOf(workbook)).toEqual({ "budget approved": "362.9", "budget adjusted": "481.89" });
});

test("projects of which both budgets are known have both, whichever the rates are of", () => {
  const workbook = snapshotOf(sheetOf("项目", [["单位：万元"], ["项目名称", "年初预算", "调整后预算", "支出"], ["甲", 10, 12, 5], ["乙", 20, 18, 18], ["合计", 30, 30, 23]]));
  for (const basis of ["original", "adjusted"] as const) {
    expect(sumsOf(workbook, { choices: { basis } })).toEqual({ "projects approved": "30", "projects adjusted": "30", "projects executed": "23" });
  }
});

test("a budget that the table of execution alone tells", () => {
  const execution = (header: readonly string[], line: readonly number[]) => snapshotOf(sheetOf("执行", [["单位：元"], ["功能分类科目", ...header, "支出"], ["人大事务", ...line], ["公安", ...line], ["合计", ...line.map((amount) => 2 * amount)]]));
  expect(sumsOf(execution(["年初预算"], [10_000, 5_000]))).toEqual({ "budget approved": "2", "budget executed": "1" });
  expect(sumsOf(execution(["年初预算", "调整后预算"], [10_000, 20_000, 5_000]))).toEqual({ "budget approved": "2", "budget adjusted": "4", "budget executed": "1" });
  expect(sumsOf(execution(["年初预算", "调增", "调减"], [10_000, 20_000, 5_000, 5_000]))).toEqual({ "budget approved": "2", "budget adjusted": "5", "budget executed": "1" });
});

/** "part phase amount" of the records of budget.csv that name this line. */
function recordsOf(snapshot: Snapshot, name: string): readonly string[] {
  const file = dataPackage(collectExport(summarise(snapshot), snapshot, [], [], { file: "", organisation: "" }, summaryWording().summary)).find((one) => one.name === "budget.csv");
  const [header = [], ...records] = (file?.text ?? "").slice(1).trimEnd().split("\r\n").map((line) => line.split(","));
  return records.filter((record) => record.includes(name)).map((record) => ["part", "phase", "amount"].map((field) => record[header.indexOf(field)] ?? "?").join(" "));
}

test("基本支出 and 项目支出 of a line are records of their own where columns divide it, and still add up", () => {
  const workbook = (spent: number) => snapshotOf(sheetOf("执行", [
    ["截至2025年9月30日，单位：万元"], ["科目编码", "科目名称", "年初预算数", "", "", "调整预算数", "", "", "累计支出数", "", ""], ["", "", ...["小计", "基本支出", "项目支出"], ...["小计", "基本支出", "项目支出"], ...["小计", "基本支出", "项目支出"]],
    ["2100101", "行政运行", 150, 150, "", 155, 155, "", 110, 110, ""], ["2210201", "住房公积金", 40, 30, 10, 45, 30, 15, 35, spent, 15], ["", "合计", 190, 180, 10, 200, 185, 15, 145, 110 + spent, 15],
  ], { merges: ["A2:A3", "B2:B3", "C2:E2", "F2:H2", "I2:K2"] }));
  expect(recordsOf(workbook(20), "行政运行")).toEqual(["基本支出 approved 150", "基本支出 adjusted 155", "基本支出 executed 110"]);
  expect(recordsOf(workbook(20), "住房公积金")).toEqual(["基本支出 approved 30", "项目支出 approved 10", "基本支出 adjusted 30", "项目支出 adjusted 15", "基本支出 executed 20", "项目支出 executed 15"]);
  // Parts that do not make up their line tell nothing of it.
  expect(recordsOf(workbook(21), "住房公积金").slice(-1)).toEqual([" executed 35"]);
  expect(sumsOf(workbook(20))).toEqual({ "budget approved": "190", "budget adjusted": "200", "budget executed": "145" });
});

test("lines under 基本支出 and 项目支出 say which they are of", () => {
  const workbook = snapshotOf(sheetOf("执行", [["单位：万元"], ["科目", "年初预算", "支出"], ["一、基本支出", 500, 250], ["人员经费", 400, 200], ["公用经费", 100, 50], ["二、项目支出", 300, 90], ["环境整治", 200, 80], ["社区建设", 100, 10], ["合计", 800, 340]]));
  expect(["人员经费", "公用经费", "环境整治", "社区建设"].map((name) => recordsOf(workbook, name))).toEqual([
    ["基本支出 approved 400", "基本支出 executed 200"], ["基本支出 approved 100", "基本支出 executed 50"], ["项目支出 approved 200", "项目支出 executed 80"], ["项目支出 approved 100", "项目支出 executed 10"],
  ]);
});
