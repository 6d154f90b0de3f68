/** Lines that are called the same (行政运行 under several functions): whatever shows them without their place in the table says which is which. */

import { createTranslator } from "../../../src/i18n/catalogs";
import { summaryWords } from "../../../src/i18n/summary-words";
import { collectExport } from "../../../src/pipeline/export/collect";
import { buildReport } from "../../../src/pipeline/export/report/build";
import type { Report } from "../../../src/pipeline/export/report/model";
import { layoutBlocks } from "../../../src/pipeline/layout/layout";
import type { Summary } from "../../../src/domain/summary/model";
import { contentsOf } from "../../../src/workbook/sheet-layout";
import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, summarise, tableIn } from "../../support/summary";

const HEAD = [["某局2024年部门预算执行情况表"], ["单位：万元，截至2024年9月30日"]];
const CODED: readonly (readonly CellValue[])[] = [
  ...HEAD, ["科目编码", "科目名称", "年初预算数", "调整预算数", "支出数"],
  ["201", "一般公共服务支出", 180, 190, 160], ["20103", "政府办公厅（室）及相关机构事务", 130, 140, 115], ["2010301", "行政运行", 100, 110, 90], ["2010302", "一般行政管理事务", 30, 30, 25],
  ["20106", "财政事务", 50, 50, 45], ["2010601", "行政运行", 50, 50, 45], ["205", "教育支出", 60, 60, 55], ["20502", "普通教育", 60, 60, 55], ["2050202", "小学教育", 60, 60, 55], ["", "合计", 240, 250, 215],
];
const HEADED: readonly (readonly CellValue[])[] = [
  ...HEAD, ["科目名称", "年初预算数", "调整预算数", "支出数"],
  ["机关本级"], ["办公费", 100, 110, 90], ["差旅费", 30, 30, 25], ["下属中心"], ["办公费", 50, 50, 45], ["合计", 180, 190, 160],
];

function both(rows: readonly (readonly CellValue[])[]): { readonly summary: Summary; readonly report: Report } {
  const snapshot = snapshotOf(sheetOf("支出表", rows));
  const { summary } = collectExport(summarise(snapshot), snapshot, [], [], { file: "", organisation: "某局" }, summaryWords(createTranslator("zh-CN")));
  return { summary, report: buildReport({ summary, findings: [], describe: () => ({ what: "", remedy: "" }) }) };
}

const said = ({ blocks }: Report): readonly string[] => blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
const namesIn = ({ blocks }: Report): readonly (readonly (string | undefined)[])[] => blocks.flatMap((block) => (block.kind === "table" ? [block.rows.map(({ cells }) => cells[0])] : []));

test("by their codes: in the largest categories, in the report's sentences and tables, and in the chart; beside their codes they stay as they are", () => {
  const { summary, report } = both(CODED);
  expect(columnsOf(tableIn(summary, "largest"), "name", "spent")).toEqual([["行政运行（2010301）", "90"], ["小学教育", "55"], ["行政运行（2010601）", "45"], ["一般行政管理事务", "25"], ["合计", "215"]]);
  expect(columnsOf(tableIn(summary, "execution"), "code", "name").filter(([, name]) => name?.startsWith("行政运行"))).toEqual([["2010301", "行政运行"], ["2010601", "行政运行"]]);
  expect(said(report).filter((text) => text.includes("行政运行"))).toEqual(["（1）行政运行（2010301）支出90.00万元，完成调整后预算110.00万元的81.82%。", "（3）行政运行（2010601）支出45.00万元，完成调整后预算50.00万元的90.00%。"]);
  const lines = ["一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行（2010301）", "一般行政管理事务", "财政事务", "行政运行（2010601）", "教育支出", "普通教育", "小学教育", "合计"];
  expect(namesIn(report)).toEqual([lines, lines, lines, ["行政运行（2010301）", "小学教育", "行政运行（2010601）", "一般行政管理事务", "合计"]]);
  const [sheet] = layoutBlocks(summary.sheets);
  const texts = sheet === undefined ? [] : contentsOf(sheet).map(([first]) => (first?.kind === "text" ? first.value : ""));
  expect(texts.slice(texts.indexOf("执行率（从高到低）"))).toEqual(["执行率（从高到低）", "小学教育", "行政运行（2010601）", "一般行政管理事务", "行政运行（2010301）"]);
});

test("without codes by what stands above them in their table, and then everywhere", () => {
  const { summary, report } = both(HEADED);
  const names = ["办公费（机关本级）", "差旅费", "办公费（下属中心）"];
  expect(columnsOf(tableIn(summary, "execution"), "name").flat()).toEqual(["机关本级", ...names.slice(0, 2), "下属中心", ...names.slice(2), "合计"]);
  expect(columnsOf(tableIn(summary, "largest"), "name").flat()).toEqual(["办公费（机关本级）", "办公费（下属中心）", "差旅费", "合计"]);
  expect(said(report).slice(-3)).toEqual(names.map((name, i) => `（${i + 1}）${name}支出${["90", "25", "45"][i] ?? ""}.00万元，完成调整后预算${["110", "30", "50"][i] ?? ""}.00万元的${["81.82", "83.33", "90.00"][i] ?? ""}%。`));
});

test("lines of one code by the fund that heads them, and then everywhere", () => {
  const { summary } = both([
    ...HEAD, ["科目名称", "年初预算", "调整预算数", "支出数"], ["一、一般公共预算支出", 300, 310, 200], ["一般公共服务支出", 200, 210, 150], ["城乡社区支出", 100, 100, 50],
    ["二、政府性基金预算支出", 50, 50, 30], ["城乡社区支出", 50, 50, 30], ["支出合计", 350, 360, 230],
  ]);
  expect(columnsOf(tableIn(summary, "execution"), "code", "name", "spent")).toEqual([["201", "一般公共服务支出", "150"], ["212", "城乡社区支出（一般公共预算支出）", "50"], ["212", "城乡社区支出（政府性基金预算支出）", "30"], ["", "合计", "230"]]);
  expect(columnsOf(tableIn(summary, "largest"), "name").flat()).toEqual(["一般公共服务支出", "城乡社区支出（一般公共预算支出）", "城乡社区支出（政府性基金预算支出）", "合计"]);
});
