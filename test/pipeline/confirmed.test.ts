/** Adjustments that a person confirmed, wherever rates are told. findings.md, "The denominator". */

import { readFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "../../src/domain/amounts/decimal";
import type { LineAdjustment } from "../../src/domain/execution/adjustment";
import type { TableExecution } from "../../src/domain/execution/result";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { confirmAll } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import { choicesOfReview, prepareWriting } from "../../src/pipeline/prepare";
import { reportOf } from "../../src/pipeline/report";
import { adjustmentsOf, EMPTY_REVIEW, isConfirmed } from "../../src/pipeline/review";
import { sentencesOf } from "../../src/pipeline/write-report";
import { sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";
import { columnsOf, summarise, tableIn } from "../support/summary";

const TEXT = readFileSync(path.join(__dirname, "../../assets/samples/report-2016.txt"), "utf8");
const sample = sampleSnapshot();
const confirmed = confirmAll(TEXT, sample, computeWorkbook(sample, DEFAULT_OPTIONS));
const options: ComputeOptions = { ...DEFAULT_OPTIONS, ...choicesOfReview({ ...EMPTY_REVIEW, confirmed }) };

function projectsWith(chosen: ComputeOptions): TableExecution {
  const found = computeWorkbook(sample, chosen).executions.find(({ table }) => table.sheetName === "项目完成情况");
  if (found === undefined) throw new Error("项目完成情况");
  return found;
}

/** "600 19.55 → 375 31.27" of each line on another budget than the table's. */
function changed({ rows }: Pick<TableExecution, "rows">): Record<string, string> {
  return Object.fromEntries(rows.flatMap(({ name, budget, rate, original }) => {
    const told = (figure: typeof rate): string => (figure.ok ? figure.percent.toFixed(2) : figure.why);
    return original === undefined ? [] : [[name, `${original.budget.toFixed()} ${told(original.rate)} → ${budget?.toFixed() ?? "-"} ${told(rate)}`]];
  }));
}

const ADJUSTED = {
  "社区服务中心装修改造经费": "400 20.43 → 420 19.45",
  "24号院养老服务中心装修改造经费": "600 19.55 → 375 31.27",
  "城镇困难人员医疗救助资金": "185.31 9.03 → 80 20.91",
  "垃圾分类指导员补贴": "432 92.77 → 406 98.71",
  "地区城市保洁队日常管理经费": "144.28 92.27 → 171.42 77.66",
  "2015年度4个技防、2个消防工程尾款": "285.21 91.42 → 290.500815 89.76",
  // 6805.36 + 20 − 225 − 105.31 − 26 + 27.14 + 5.290815; 4070.45 of it.
  合计: "6805.36 59.81 → 6501.480815 62.61",
};

test("the tables' own figures stand beside those after changes as if nothing were confirmed: budgets, rates, statuses", () => {
  const own = (chosen: ComputeOptions): readonly unknown[] => projectsWith(chosen).rows.map(({ budget, rate, status, original }) => original ?? { budget, rate, status });
  expect(projectsWith(options).rows.filter(({ original }) => original !== undefined)).toHaveLength(7);
  expect(own(options)).toEqual(own(DEFAULT_OPTIONS));
});

test("the summary's tables say 年初预算 of no changed budget", () => {
  const choices = { adjustments: options.adjustments };
  const rows = columnsOf(tableIn(summarise(sample, { text: TEXT, choices }), "projects"), "name", "original", "other-rate");
  expect(rows).toContainEqual(["24号院养老服务中心装修改造经费", "600", "0.1955"]);
  expect(rows).toContainEqual(["垃圾分类指导员补贴", "432", "0.9277"]);
});

test("the sample's six lines and their total are on both bases; nothing confirmed changes nothing", () => {
  expect(changed(projectsWith(options))).toEqual(ADJUSTED);
  const plain = projectsWith(DEFAULT_OPTIONS);
  expect(changed(plain)).toEqual({});
  expect(plain.total?.rate).toEqual({ ok: true, percent: new Decimal("59.81") });
});

test("one line alone; on the original basis none", () => {
  const one = confirmed.filter(({ name }) => name.startsWith("24号院"));
  expect(changed(projectsWith({ ...DEFAULT_OPTIONS, adjustments: adjustmentsOf(one) }))).toEqual({ "24号院养老服务中心装修改造经费": "600 19.55 → 375 31.27", 合计: "6805.36 59.81 → 6580.36 61.86" });
  expect(changed(projectsWith({ ...options, basis: "original" }))).toEqual({});
});

test("other figures for the same line are another proposal", () => {
  const proposal = { name: "甲", adjustments: [{ direction: -1, money: { value: new Decimal("225.00"), unit: "万元", decimals: 2, approximate: false }, tellings: [] }] } as unknown as Parameters<typeof isConfirmed>[0];
  const confirmedWith = (change: string) => [{ name: "甲", changes: [{ change, unit: "万元" as const, quote: "" }] }];
  expect([isConfirmed(proposal, confirmedWith("-225")), isConfirmed(proposal, confirmedWith("225")), isConfirmed(proposal, [])]).toEqual([true, false, false]);
});

const told = (name: string, change: number, unit: LineAdjustment["unit"] = "万元"): LineAdjustment => ({ name, change: new Decimal(change), unit, quote: "" });

test("subtotals, other units, a name that stands twice, and a table that has the adjusted budget", () => {
  const adjustments = [told("甲", 100_000, "元"), told("丙", -5), told("丁", 7)];
  const rows = [["甲", 10, 5], ["乙", 20, 5], ["小计", 30, 10], ["丙", 40, 5], ["丁", 1, 1], ["丁", 2, 1], ["小计", 43, 7], ["合计", 73, 17]];
  const tableOf = (budget: string): TableExecution | undefined => computeWorkbook(snapshotOf(sheetOf("表", [["单位：万元"], ["项目名称", budget, "支出"], ...rows])), { ...DEFAULT_OPTIONS, adjustments }).executions[0];
  const execution = tableOf("年初预算");
  expect(execution?.rows.map(({ name, budget, original }) => `${name} ${original?.budget.toFixed() ?? "-"} ${budget?.toFixed() ?? "-"}`)).toEqual([
    "甲 10 20", "乙 - 20", "小计 30 40", "丙 40 35", "丁 - 1", "丁 - 2", "小计 43 38", "合计 73 78",
  ]);
  expect([execution?.sum.budget?.toFixed(), execution?.sum.original?.budget.toFixed()]).toEqual(["78", "73"]);
  expect(changed({ rows: tableOf("调整后预算")?.rows ?? [] })).toEqual({});
});

test("a whole with approved budgets only: the summary has both, and rates and statuses as beside the data", () => {
  const snapshot = snapshotOf(sheetOf("执行", [["单位：元，截至2024年12月31日"], ["功能分类科目", "年初预算", "支出"], ["人大事务", 100_000, 95_000], ["公安", 100_000, 50_000], ["合计", 200_000, 145_000]]));
  const summary = summarise(snapshot, { choices: { cutOff: { year: 2024, month: 12, day: 31 }, adjustments: [told("人大事务", 10)] } });
  expect(columnsOf(tableIn(summary, "execution"), "name", "printed", "budget", "spent", "printed-rate", "rate", "balance", "status").filter(([name]) => name !== "公共安全支出" && name !== "一般公共服务支出")).toEqual([
    ["人大事务", "10", "20", "9.5", "0.95", "0.475", "10.5", "严重滞后"], ["公安", "10", "10", "5", "0.5", "0.5", "5", "严重滞后"], ["合计", "20", "30", "14.5", "0.725", "0.4833", "15.5", "严重滞后"],
  ]);
  expect(columnsOf(tableIn(summary, "key"), "item", "total")).toEqual(expect.arrayContaining([["年初预算", "20"], ["调整后预算", "30"], ["执行率（支出 ÷ 调整后预算）", "0.4833"]]));
});

test("the sheet, the JSON and the sentences say which budget it is", () => {
  const { plan, execution } = prepareWriting(sample, options, sheetWords(createTranslator("zh-CN")));
  const written = plan.edits.flatMap((edit) => (edit.kind === "contents" ? edit.contents.flat() : [])).map((content) => (content.kind === "blank" ? "" : content.value));
  expect(written).toContain("严重滞后（预算按文字调整为 375.00万元；年初预算 600.00万元，按其计算是 19.55%）");
  expect(written).toContain(0.3127);
  expect(written).not.toContain(0.1955);

  const projects = reportOf(execution, [], { finding: () => "", reason: () => "" }).tables.find(({ sheet }) => sheet === "项目完成情况");
  expect(projects?.rows.filter(({ original }) => original !== undefined)).toHaveLength(6);
  expect(projects?.rows.find(({ name }) => name.startsWith("24号院养老服务中心装修"))).toMatchObject({ budget: "375", rate: "31.27", basis: "adjusted", original: { budget: "600", rate: "19.55" } });
  expect(projects?.rows.find(({ name }) => name === "综合治理经费")).not.toHaveProperty("basis");

  expect(sentencesOf(sample, execution)).toContain("24号院养老服务中心装修改造经费年初预算600.00万元，截止2016年12月31日实际支出117.27万元，已完成年初预算的19.55%。\n调减预算225.00万元。");
});
