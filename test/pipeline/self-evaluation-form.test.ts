/** The official 项目支出绩效自评表: the money at its top, its sources line by line, and the indicators right below. */

import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { formatRange } from "../../src/workbook/address";
import type { CellValue } from "../../src/workbook/snapshot";
import { checkSnapshot } from "../support/checks";
import { sheetOf, snapshotOf } from "../support/snapshots";

const ZH = sheetWords(createTranslator("zh-CN"));

const form = (sources: CellValue[][], below: CellValue[][]) => snapshotOf(sheetOf("自评表", [
  ["项目支出绩效自评表"], ["（2024年度）"], ["项目名称", "信息化运维"],
  ["项目资金（万元）", "", "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"],
  ["", "年度资金总额：", 100, 100, 50, 10, "", ""], ...sources, ...below,
], { merges: ["A1:H1", "A2:H2", "A4:B4", `A5:A${String(5 + sources.length)}`] }));

const MONEY: CellValue[][] = [["", "其中：本年财政拨款", 60, 60, 30, "—", "", "—"], ["", "其他资金", 40, 40, 20, "—", "", "—"]];
const CARRIED: CellValue[][] = [["", "其中：当年财政拨款", 60, 60, 30, "—", "", "—"], ["", "上年结转资金", 20, 20, 5, "—", "", "—"], ["", "其他资金", 20, 20, 15, "—", "", "—"]];
const INDICATORS: CellValue[][] = [
  ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["", "产出指标", "数量指标", "服务器台数", 10, 10, 10, 10], ["", "效益指标", "社会效益", "群众满意度", "≥95%", "96%", 10, 10],
];
const GOALS: CellValue[][] = [["年度总体目标", "预期目标", "", "", "实际完成情况"], ["", "保障系统稳定运行。", "", "", "已完成。"]];

function written(snapshot: ReturnType<typeof form>): string[] {
  return prepareWriting(snapshot, DEFAULT_OPTIONS, ZH).plan.edits.flatMap((edit) => {
    if (edit.kind !== "contents" || !edit.contents.some(([content]) => content?.kind === "number")) return [];
    return [`${formatRange(edit.range)} ${edit.contents.map(([content]) => (content?.kind === "number" ? String(content.value) : "-")).join("|")}`];
  });
}

test.each([["", INDICATORS], [" and goals", [...GOALS, ...INDICATORS]]])("indicators%s right below the money are no lines of it", (_, below) => {
  expect(written(form(MONEY, below))).toEqual(["G5:G7 0.5|0.5|0.5"]);
  expect(checkSnapshot(form(MONEY, below)).findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("总分 below the money is no line of it", () => {
  const total: CellValue[][] = [["总分", "", "", "", "", 100, "", 97.5]];
  expect(written(form(MONEY, total))).toEqual(["G5:G7 0.5|0.5|0.5"]);
  expect(prepareWriting(form(MONEY, total), DEFAULT_OPTIONS, ZH).execution.executions[0]?.rows.filter(({ kind }) => kind === "body").map(({ row }) => row)).toEqual([5, 6]);
});

test("上年结转资金 among the sources of money is spent as they are", () => {
  expect(written(form(CARRIED, []))).toEqual(["G5:G8 0.5|0.5|0.25|0.75"]);
});

test("a line whose amounts are not filled in as figures stays a line, and 上年结转 without sources a balance", () => {
  const table = (rows: CellValue[][]) => snapshotOf(sheetOf("表", [["单位：万元"], ["项目名称", "预算数", "支出数"], ...rows]));
  expect(checkSnapshot(table([["甲", 100, 40], ["绩效指标库建设", "待定", "待定"], ["乙", 40, 20]])).findings.map(({ rule }) => rule)).toEqual(["not-a-number", "not-a-number"]);
  expect(written(table([["甲", 100, 40], ["乙", 40, 20], ["上年结转资金", 20, 5], ["年末结转和结余", 20, 5]]))).toEqual(["D3:D4 0.4|0.5"]);
});
