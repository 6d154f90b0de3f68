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
