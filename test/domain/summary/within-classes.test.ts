/** Projects by name under the codes of their classes, in one column with these. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, summarise, tableIn, tablesIn } from "../../support/summary";

type Line = readonly [code: string, name: string, original: number, adjusted: number, spent: number];

const sheet = (header: string, lines: readonly Line[]) => sheetOf("支出", [["2025年支出预算执行明细表"], ["单位：万元", "", "", "", "截至2025年9月30日"], ["科目编码", header, "年初预算", "调整后预算", "支出"], ...lines] as readonly (readonly CellValue[])[]);

const LINES: readonly Line[] = [
  ["201", "一般公共服务支出", 350, 360, 250], ["20103", "政府办公厅（室）及相关机构事务", 350, 360, 250], ["2010301", "行政运行", 200, 200, 150], ["", "基本支出", 200, 200, 150],
  ["2010302", "一般行政管理事务", 150, 160, 100], ["", "办公楼维修项目", 100, 110, 60.5], ["", "信息系统运维", 50, 50, 39.5], ["", "合计", 350, 360, 250],
];

test.each(["科目（项目）名称", "功能分类科目", "科目名称"])("are projects of these, and the classes keep their codes: %s", (header) => {
  const summary = summarise(snapshotOf(sheet(header, LINES)));
  expect(columnsOf(tableIn(summary, "projects"), "name", "class-code", "class", "original", "adjusted", "spent")).toEqual([
    ["办公楼维修项目", "2010302", "一般行政管理事务", "100", "110", "60.5"], ["信息系统运维", "2010302", "一般行政管理事务", "50", "50", "39.5"], ["合计", "", "", "150", "160", "100"],
  ]);
  expect(columnsOf(tableIn(summary, "execution"), "code", "name", "budget", "spent")).toEqual(LINES.map(([code, name, , adjusted, spent]) => [code, name, String(adjusted), String(spent)]));
  expect(columnsOf(tableIn(summary, "key"), "item", "total", "basic", "project").slice(0, 4).map(([, ...figures]) => figures)).toEqual([["350", "200", "150"], ["10", "0", "10"], ["360", "200", "160"], ["250", "150", "100"]]);
});

test("items below their divisions are no projects, though they have no codes", () => {
  const lines: readonly Line[] = [["20103", "政府办公厅（室）及相关机构事务", 350, 360, 250], ["", "行政运行", 200, 200, 150], ["", "一般行政管理事务", 150, 160, 100], ["20106", "财政事务", 50, 50, 10], ["", "预算改革业务", 20, 20, 5], ["", "财政监察", 30, 30, 5], ["", "合计", 400, 410, 260]];
  const summary = summarise(snapshotOf(sheet("科目名称", lines)));
  expect(tablesIn(summary).map(({ id }) => id)).not.toContain("projects");
  expect(columnsOf(tableIn(summary, "execution"), "name", "spent").at(-1)).toEqual(["合计", "260"]);
});

test.each([
  ["heads them", ["", "", ""], ["", "", ""]],
  ["adds them up", [120, 125, 108.5], [50, 46.5, 40]],
])("a class by name alone stands above its items where its line %s", (_, general, social) => {
  const summary = summarise(snapshotOf(sheetOf("支出", [
    ["2025年部门预算执行情况"], ["单位：万元", "", "", "截至2025年11月30日"], ["支出功能分类", "年初预算数", "年度预算数", "1-11月支出数"],
    ["一般公共服务支出", ...general], ["  行政运行", 100, 105, 90], ["  机关服务", 20, 20, 18.5], ["社会保障和就业支出", ...social], ["  社会福利", 50, 46.5, 40], ["合计", 170, 171.5, 148.5],
  ])));
  const lines = [["201", "一般公共服务支出", "120", "125", "108.5"], ["", "行政运行", "100", "105", "90"], ["", "机关服务", "20", "20", "18.5"], ["208", "社会保障和就业支出", "50", "46.5", "40"], ["20810", "社会福利", "50", "46.5", "40"], ["", "合计", "170", "171.5", "148.5"]];
  expect(columnsOf(tableIn(summary, "execution"), "code", "name", "budget", "spent")).toEqual(lines.map(([code, name, , adjusted, spent]) => [code, name, adjusted, spent]));
  expect(columnsOf(tableIn(summary, "budget"), "code", "name", "original", "adjusted")).toEqual(lines.map(([code, name, original, adjusted]) => [code, name, original, adjusted]));
});

test("items by name below a class belong to it where another table has the class alone", () => {
  const summary = summarise(snapshotOf(
    sheetOf("预算", [["单位：万元"], ["功能分类科目", "年初预算"], ["201 一般公共服务支出", 120], ["208 社会保障和就业支出", 50], ["合计", 170]]),
    sheetOf("执行", [["单位：万元", "", "截至2025年11月30日"], ["功能分类科目", "调整后预算", "支出"], ["一般公共服务支出", 125, 108.5], ["  行政运行", 105, 90], ["  机关服务", 20, 18.5], ["社会保障和就业支出", 46.5, 40], ["  社会福利", 46.5, 40], ["合计", 171.5, 148.5]]),
  ));
  expect(columnsOf(tableIn(summary, "budget"), "code", "name", "original", "adjusted")).toEqual([
    ["201", "一般公共服务支出", "120", "125"], ["", "行政运行", "", "105"], ["", "机关服务", "", "20"], ["208", "社会保障和就业支出", "50", "46.5"], ["20810", "社会福利", "", "46.5"], ["", "合计", "170", "171.5"],
  ]);
});
