/** 基本支出 and 项目支出 under each of several amounts: they reach the summary, and each group is reconciled. */

import fc from "fast-check";
import type { CellValue } from "../../../src/workbook/snapshot";
import { found } from "../../support/checks";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, summarise, tableIn } from "../../support/summary";

const PARTS = ["小计", "基本支出", "项目支出"];
const MERGES = ["A3:A4", "B3:B4", "C3:E3", "F3:H3", "I3:K3"];
const LINES: readonly (readonly CellValue[])[] = [
  ["", "合计", 3_000_000, 1_800_000, 1_200_000, 3_300_000, 1_850_000, 1_450_000, 2_100_000, 1_300_000, 800_000],
  ["2100101", "行政运行", 1_500_000, 1_500_000, "", 1_550_000, 1_550_000, "", 1_100_000, 1_100_000, ""],
  ["2100408", "基本公共卫生服务", 1_100_000, "", 1_100_000, 1_300_000, "", 1_300_000, 650_000, "", 650_000],
  ["2210201", "住房公积金", 400_000, 300_000, 100_000, 450_000, 300_000, 150_000, 350_000, 200_000, 150_000],
];

function sheet(lines: readonly (readonly CellValue[])[] = LINES) {
  return sheetOf("执行", [
    ["某局2025年一般公共预算支出执行情况表"], ["截至2025年9月30日，单位：元"],
    ["科目编码", "科目名称", "年初预算数", "", "", "调整预算数", "", "", "累计支出数", "", ""], ["", "", ...PARTS, ...PARTS, ...PARTS], ...lines,
  ], { merges: MERGES });
}

test("key figures and the table of budgets tell both parts of each amount, and their rates", () => {
  const summary = summarise(snapshotOf(sheet()));
  expect(columnsOf(tableIn(summary, "key"), "item", "total", "basic", "project").slice(0, 5)).toEqual([
    ["年初预算", "300", "180", "120"], ["净调整（调整后 − 年初）", "30", "5", "25"], ["调整后预算", "330", "185", "145"], ["支出", "210", "130", "80"], ["执行率（支出 ÷ 调整后预算）", "0.6364", "0.7027", "0.5517"],
  ]);
  const budget = tableIn(summary, "budget");
  const leaves = columnsOf(budget, "name", "original", "original-basic", "original-project", "adjusted", "adjusted-basic", "adjusted-project", "change").filter(([name]) => ["行政运行", "基本公共卫生服务", "住房公积金", "合计"].includes(name ?? ""));
  expect(leaves).toEqual([
    ["行政运行", "150", "150", "", "155", "155", "", "5"], ["基本公共卫生服务", "110", "", "110", "130", "", "130", "20"], ["住房公积金", "40", "30", "10", "45", "30", "15", "5"], ["合计", "300", "180", "120", "330", "185", "145", "30"],
  ]);
});

test.each([[2872.5, ["3500.33", "2872.5"]], [2872.51, ["", ""]]])("where the table of classes does not divide what was spent, another that comes to the same does: %s", (project, parts) => {
  const classes = sheetOf("功能", [["单位：万元"], ["功能分类", "年初预算", "支出"], ["一般公共服务支出", 4000, 3372.83], ["城乡社区支出", 3500, 3000], ["合计", 7500, 6372.83]]);
  const economic = sheetOf("经济", [["2025年支出经济分类表"], ["单位：万元"], ["经济分类", "基本支出", "项目支出", "合计"], ["工资福利支出", 3500.33, 0, 3500.33], ["商品和服务支出", 0, project, project], ["合计", 3500.33, project, 3500.33 + project]]);
  const told = columnsOf(tableIn(summarise(snapshotOf(classes, economic)), "key"), "item", "total", "basic", "project");
  expect(told.find(([item]) => item === "支出")).toEqual(["支出", "6372.83", ...parts]);
});

test("each group is reconciled: a part that does not fit is told with its own whole, and no other is", () => {
  const wrong = (line: number, column: number, by: number): readonly (readonly CellValue[])[] => LINES.map((row, i) => row.map((value, c) => (i === line && c === column ? Number(value) + by : value)));
  expect(found("parts-mismatch", sheet())).toEqual([]);
  expect(found("parts-mismatch", sheet(wrong(1, 3, -10_000)))).toEqual(["error 执行 C6 1490000 1500000"]);
  expect(found("parts-mismatch", sheet(wrong(2, 7, -10_000)))).toEqual(["error 执行 F7 1290000 1300000"]);
  expect(found("parts-mismatch", sheet(wrong(3, 9, 20)))).toEqual(["error 执行 I8 350020 350000"]);
  expect(found("total-mismatch", sheet(wrong(0, 4, 5)))).toEqual(["error 执行 E5 1200000 1200005"]);
});

test("parts under one of two budgets are of that one", () => {
  const summary = summarise(snapshotOf(sheetOf("执行", [
    ["单位：万元"], ["科目名称", "年初预算", "调整后预算", "", "", "支出数"], ["", "", "合计", "基本支出", "项目支出", ""],
    ["人大事务", 30, 32, 12, 20, 16], ["公安", 50, 48, 20, 28, 24], ["合计", 80, 80, 32, 48, 40],
  ], { merges: ["A2:A3", "B2:B3", "C2:E2", "F2:F3"] })));
  expect(columnsOf(tableIn(summary, "key"), "item", "basic", "project").filter(([, basic]) => basic !== "")).toEqual([["调整后预算", "32", "48"]]);
});

test("whichever amounts are divided, in whatever order, each part is read under its own", () => {
  const cents = fc.integer({ min: 1, max: 9_999_999 });
  const heads = fc.shuffledSubarray(["年初预算数", "调整后预算数", "支出数"], { minLength: 2 });
  fc.assert(fc.property(heads, fc.array(fc.array(cents, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 4 }), (order, given) => {
    const partsAt = (line: readonly number[], k: number): readonly [number, number] => [(line[2 * k] ?? 0) / 100, (line[2 * k + 1] ?? 0) / 100];
    const lines = given.map((line, i) => [`第${i + 1}处`, ...order.flatMap((_, k) => { const [a, b] = partsAt(line, k); return [(Math.round(a * 100) + Math.round(b * 100)) / 100, a, b]; })]);
    const total = ["合计", ...order.flatMap((_, k) => [0, 1, 2].map((p) => lines.reduce((sum, line) => sum + Math.round(Number(line[1 + 3 * k + p]) * 100), 0) / 100))];
    const merges = ["A2:A3", ...order.map((_, k) => `${"BEH"[k] ?? ""}2:${"DGJ"[k] ?? ""}2`)];
    const summary = summarise(snapshotOf(sheetOf("执行", [["单位：万元"], ["科目名称", ...order.flatMap((head) => [head, "", ""])], ["", ...order.flatMap(() => PARTS)], ...lines, total], { merges })));
    const items: Readonly<Record<string, string>> = { 年初预算数: "年初预算", 调整后预算数: "调整后预算", 支出数: "支出" };
    const rows = columnsOf(tableIn(summary, "key"), "item", "basic", "project");
    order.forEach((head, k) => {
      expect(rows.find(([item]) => item === items[head])?.slice(1).map(Number)).toEqual([total[2 + 3 * k], total[3 + 3 * k]]);
    });
  }), { numRuns: 40 });
});

test("what no column prints is the sum of its parts, the original budget as well", () => {
  const three = ["年初预算", "调整后预算", "支出数"];
  const summary = summarise(snapshotOf(sheetOf("执行", [["截至2025年9月30日 单位：万元"], ["科室", "基本支出", "", "", "项目支出", "", ""], ["", ...three, ...three], ["办公室", 1200, 1210, 905.5, 300, 310, 200], ["城管办", 400, 400, 300, 2100, 2050, 1500.25], ["合计", 1600, 1610, 1205.5, 2400, 2360, 1700.25]], { merges: ["A2:A3", "B2:D2", "E2:G2"] })));
  expect(columnsOf(tableIn(summary, "key"), "item", "total", "basic", "project").filter(([item]) => ["年初预算", "调整后预算", "支出"].includes(item ?? ""))).toEqual([["年初预算", "4000", "1600", "2400"], ["调整后预算", "3970", "1610", "2360"], ["支出", "2905.75", "1205.5", "1700.25"]]);
});
