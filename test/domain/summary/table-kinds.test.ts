/** Whether a table's lines are projects: 项目 heads functional classes, basic expenditure and projects alike. */

import fc from "fast-check";
import type { Summary } from "../../../src/domain/summary/model";
import { createTranslator } from "../../../src/i18n/catalogs";
import { summaryWords } from "../../../src/i18n/summary-words";
import { collectExport } from "../../../src/pipeline/export/collect";
import { buildReport } from "../../../src/pipeline/export/report/build";
import type { CellValue } from "../../../src/workbook/snapshot";
import { codesNamed } from "../../../src/domain/functional-class/dictionary";
import { columnsOf, notesIn, summarise, tableIn, tablesIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const hasTable = (summary: Summary, id: string): boolean => tablesIn(summary).some((table) => table.id === id);
const namesIn = (summary: Summary, id: string): readonly (string | undefined)[] => columnsOf(tableIn(summary, id), "name").map(([name]) => name);

const NO_WHOLE = "工作簿里没有部门整体的预算执行表，支出按现有的表列示。";
const NO_PROJECTS = "工作簿里没有项目表，没有项目可以汇总。";

test.each(["支出项目", "项目", "项目名称"])("classes beside their own codes are no projects, though the header says %s", (header) => {
  const lines = [["201", "一般公共服务支出", 2800, 2044], ["204", "公共安全支出", 120, 80.4], ["2010302", "一般行政管理事务", 430, 301]] as const;
  const summary = summarise(snapshotOf(sheetOf("支出", [["2025年1-9月支出完成情况表"], ["单位：万元"], ["科目编码", header, "2025年年初预算", "2025年1-9月完成数"], ...lines, ["", "支出合计", 3350, 2425.4]])));
  expect(columnsOf(tableIn(summary, "key"), "item", "total")).toContainEqual(["支出", "2425.4"]);
  expect(hasTable(summary, "projects")).toBe(false);
});

const CLASSES = [
  ["2025年区级一般公共预算支出执行情况"], ["截至2025年6月30日", "", "单位：亿元"], ["项目", "预算数", "执行数", "占预算%"],
  ["一般公共服务支出", 12.5, 6.1, ""], ["公共安全支出", 8.3, 4.2, ""], ["教育支出", 45.6, 20.8, ""], ["支出合计", 66.4, 31.1, ""],
];

test("functional classes under the header 项目 are the whole, and no projects", () => {
  const summary = summarise(snapshotOf(sheetOf("收支", CLASSES)));
  expect(columnsOf(tableIn(summary, "execution"), "code", "name", "budget", "spent", "rate")).toEqual([
    ["201", "一般公共服务支出", "125000", "61000", "0.488"], ["204", "公共安全支出", "83000", "42000", "0.506"], ["205", "教育支出", "456000", "208000", "0.4561"], ["", "合计", "664000", "311000", "0.4684"],
  ]);
  expect(columnsOf(tableIn(summary, "key"), "item", "total").slice(0, 3)).toEqual([["年初预算", "664000"], ["调整后预算", ""], ["支出", "311000"]]);
  expect(notesIn(summary)).toContain(NO_PROJECTS);
  expect(notesIn(summary)).not.toContain(NO_WHOLE);
  for (const id of ["projects", "coverage", "self-evaluation", "monitoring-funds"]) expect([id, hasTable(summary, id)]).toEqual([id, false]);
  expect(summary.sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "form"))).toEqual([]);
});

test.each([
  ["economic classes", ["工资福利支出", "商品和服务支出", "对个人和家庭的补助"]],
  ["三公经费", ["因公出国（境）费用", "公务接待费", "公务用车购置及运行维护费"]],
  ["funds", ["一般公共预算支出", "政府性基金支出", "国有资本经营预算支出"]],
  ["items with their codes before them", ["2010301 行政运行", "2050202 小学教育", "2120501 城乡社区环境卫生"]],
  ["numbered classes", ["一、一般公共服务支出", "二、公共安全支出", "三、教育支出"]],
  ["basic and project expenditure", ["基本支出", "项目支出"]],
  ["三保", ["保工资", "保运转", "保基本民生"]],
])("%s under 项目 are no projects", (_, names) => {
  const summary = summarise(snapshotOf(sheetOf("表", [["单位：万元"], ["项目", "年初预算", "支出"], ...names.map((name, i) => [name, 10 + i, 5]), ["合计", names.reduce((sum, _name, i) => sum + 10 + i, 0), 5 * names.length]])));
  expect(hasTable(summary, "projects")).toBe(false);
  expect(tableIn(summary, "execution").rows.filter(({ cells }) => cells.some(({ kind }) => kind === "link"))).toHaveLength(names.length);
});

const SECTIONS = [
  ["2025年度部门预算执行情况统计表"], ["填报单位：某区民政局", "", "", "金额单位：千元"], ["项目名称", "年初预算", "调整后预算", "1-9月支出"],
  ["一、基本支出", 5000, 5000, 3700], ["  人员经费", 4000, 4000, 3000], ["  公用经费", 1000, 1000, 700],
  ["二、项目支出", 3000, 3200, 1500], ["  低保金", 2000, 2200, 1400], ["  养老机构建设", 1000, 1000, 100], ["总计", 8000, 8200, 5200],
];

test("a table divided into 基本支出 and 项目支出 is the whole, and its projects are what stands under 项目支出", () => {
  const summary = summarise(snapshotOf(sheetOf("部门", SECTIONS)));
  expect(notesIn(summary)).not.toContain(NO_WHOLE);
  expect(columnsOf(tableIn(summary, "key"), "item", "total", "basic", "project").slice(0, 4)).toEqual([["年初预算", "800", "500", "300"], ["净调整（调整后 − 年初）", "20", "0", "20"], ["调整后预算", "820", "500", "320"], ["支出", "520", "370", "150"]]);
  expect(columnsOf(tableIn(summary, "projects"), "name", "adjusted", "spent", "rate", "share")).toEqual([["低保金", "220", "140", "0.6364", "0.6875"], ["养老机构建设", "100", "10", "0.1", "0.3125"], ["合计", "320", "150", "0.4688", "1"]]);
  expect(columnsOf(tableIn(summary, "coverage"), "value")).toEqual([["2"], ["320"], ["320"], ["1"]]);
  expect(new Set(namesIn(summary, "self-evaluation"))).toEqual(new Set(["低保金", "养老机构建设"]));
  expect(columnsOf(tableIn(summary, "execution"), "name", "spent")).toEqual([["基本支出", "370"], ["人员经费", "300"], ["公用经费", "70"], ["项目支出", "150"], ["低保金", "140"], ["养老机构建设", "10"], ["合计", "520"]]);
});

test("the same with headings that hold no amounts, and with sums below their lines", () => {
  const headed = SECTIONS.map((row) => (/^[一二]、/u.test(String(row[0])) ? [row[0] ?? ""] : row));
  const [basic, project] = [SECTIONS[3] ?? [], SECTIONS[6] ?? []];
  const below = [...SECTIONS.slice(0, 3), ...SECTIONS.slice(4, 6), ["基本支出小计", ...basic.slice(1)], ...SECTIONS.slice(7, 9), ["项目支出小计", ...project.slice(1)], ...SECTIONS.slice(9)];
  for (const rows of [headed, below]) {
    const summary = summarise(snapshotOf(sheetOf("部门", rows)));
    expect(columnsOf(tableIn(summary, "key"), "total", "basic", "project")[2]).toEqual(["820", "500", "320"]);
    expect(namesIn(summary, "projects")).toEqual(["低保金", "养老机构建设", "合计"]);
    expect(columnsOf(tableIn(summary, "projects"), "adjusted", "spent").at(-1)).toEqual(["320", "150"]);
  }
});

test("人员经费 among projects is none, where no line says what is basic expenditure", () => {
  const summary = summarise(snapshotOf(sheetOf("部门", [["单位：万元"], ["项目名称", "年初预算", "支出"], ["人员经费", 400, 300], ["公用经费", 100, 70], ["低保金", 200, 140], ["养老机构建设", 100, 10], ["合计", 800, 520]])));
  expect(namesIn(summary, "projects")).toEqual(["低保金", "养老机构建设", "合计"]);
  expect(columnsOf(tableIn(summary, "projects"), "original", "spent").at(-1)).toEqual(["300", "150"]);
  expect(columnsOf(tableIn(summary, "key"), "item", "total")[0]).toEqual(["年初预算", "800"]);
});

test("projects stay projects: with codes of their own, with a class beside them, and where one is called like a class", () => {
  const coded = [["单位：万元"], ["项目编码", "项目名称", "年初预算", "支出"], ["X01", "教育支出", 10, 5], ["X02", "人员经费", 20, 5], ["合计", "", 30, 10]];
  const classed = [["单位：万元"], ["功能分类科目", "项目名称", "年初预算", "支出"], ["教育支出", "小学教育", 10, 5], ["教育支出", "初中教育", 20, 5], ["合计", "", 30, 10]];
  const alike = [["单位：万元"], ["项目名称", "年初预算", "支出"], ["小学教育", 10, 5], ["道路养护", 20, 5], ["路灯改造", 3, 1], ["合计", 33, 11]];
  for (const rows of [coded, classed, alike]) {
    const summary = summarise(snapshotOf(sheetOf("项目", rows)));
    expect(hasTable(summary, "execution")).toBe(false);
    expect(tableIn(summary, "projects").rows).toHaveLength(rows.length - 2);
  }
});

test("offices below 项目支出 are no projects, nor what most was spent on", () => {
  const summary = summarise(snapshotOf(sheetOf("部门", [["单位：万元，截至2025年6月30日"], ["部门", "预算数", "支出数"], ["一、基本支出", 300, 150], ["  办公室", 100, 50], ["  财政所", 200, 100], ["二、项目支出", 700, 350], ["  城管科", 500, 250], ["  社区办", 200, 100], ["总计", 1000, 500]])));
  for (const id of ["projects", "coverage", "largest"]) expect([id, hasTable(summary, id)]).toEqual([id, false]);
  expect(columnsOf(tableIn(summary, "key"), "total", "basic", "project")[0]).toEqual(["1000", "300", "700"]);
});

test("基本支出 and 项目支出, 人员经费 and 运转类项目 alone are nothing that most was spent on", () => {
  const rows = (lines: readonly (readonly (string | number)[])[]): Summary => summarise(snapshotOf(sheetOf("总表", [["单位：万元，截至2025年6月30日"], ["类别", "年初预算", "支出"], ...lines])));
  expect(hasTable(rows([["基本支出", 1500, 1000], ["项目支出", 208, 123], ["合计", 1708, 1123]]), "largest")).toBe(false);
  expect(hasTable(rows([["人员经费", 1500, 1000], ["公用经费", 200, 100], ["运转类项目", 208, 123], ["特定目标类项目", 20, 12], ["合计", 1928, 1235]]), "largest")).toBe(false);
  expect(namesIn(rows([["人员经费", 150, 100], ["绿化养护", 208, 123], ["合计", 358, 223]]), "largest")).toEqual(["绿化养护", "人员经费", "合计"]);
});

test.each(["Project", "Project name", "Project title", "PROJECT NAME"])("%s heads projects", (header) => {
  const summary = summarise(snapshotOf(sheetOf("Projects", [["Projects 2025 (CNY 10,000)"], [header, "Function", "Original budget", "Adjusted budget", "Spent"], ["Library roof", "206 Science", 1200.5, 1180.5, 600.25], ["Street lights", "212 Community", 800, 900, 905.5], ["Total", "", 2000.5, 2080.5, 1505.75]])));
  expect(notesIn(summary)).not.toContain(NO_PROJECTS);
  expect(namesIn(summary, "projects")).toEqual(["Library roof", "Street lights", "合计"]);
});

test("whatever stands under 基本支出 and 项目支出, each line counts on its own side, and the two make up the whole", () => {
  const cents = fc.integer({ min: 1, max: 9_999_999 });
  const names = fc.uniqueArray(fc.constantFrom("道路养护", "路灯改造", "低保金", "物业费", "校舍修缮", "课后服务"), { minLength: 2, maxLength: 6 });
  fc.assert(fc.property(names, fc.array(cents, { minLength: 8, maxLength: 8 }), fc.boolean(), (projects, amounts, isHeading) => {
    const of = (i: number): number => (amounts[i] ?? 1) / 100;
    const sum = (from: number, to: number): number => amounts.slice(from, to).reduce((a, b) => a + b, 0) / 100;
    const head = (name: string, from: number, to: number): (string | number)[] => (isHeading ? [name] : [name, sum(from, to), sum(from, to)]);
    const summary = summarise(snapshotOf(sheetOf("部门", [
      ["单位：万元"], ["项目", "年初预算", "支出"],
      head("（一）基本支出", 0, 2), ["1.人员经费", of(0), of(0)], ["2.公用经费", of(1), of(1)],
      head("（二）项目支出", 2, 2 + projects.length), ...projects.map((name, i) => [`${i + 1}.${name}`, of(i + 2), of(i + 2)]),
      ["合计", sum(0, 2 + projects.length), sum(0, 2 + projects.length)],
    ])));
    expect(columnsOf(tableIn(summary, "key"), "total", "basic", "project")[0]?.map(Number)).toEqual([sum(0, 2 + projects.length), sum(0, 2), sum(2, 2 + projects.length)]);
    expect(columnsOf(tableIn(summary, "projects"), "original").map(([value]) => Number(value))).toEqual([...projects.map((_, i) => of(i + 2)), sum(2, 2 + projects.length)]);
  }), { numRuns: 60 });
});

test("every class of the dictionary is one under 项目, whatever it is called besides", () => {
  const names = ["教育支出", "公共安全支出", "卫生健康支出", "城乡社区支出", "社会保障和就业支出"].filter((name) => codesNamed(name).length > 0);
  fc.assert(fc.property(fc.shuffledSubarray(names, { minLength: 2 }), fc.constantFrom("项目", "支出项目", "项目名称"), (some, header) => {
    const summary = summarise(snapshotOf(sheetOf("表", [["单位：万元"], [header, "预算数", "执行数"], ...some.map((name) => [name, 10, 5]), ["总计", 10 * some.length, 5 * some.length]])));
    expect(hasTable(summary, "projects")).toBe(false);
  }), { numRuns: 40 });
});

const NUMBERED: readonly (readonly CellValue[])[] = [
  ["某局2024年预算执行情况表"], ["单位：万元", "", "", "截至2024年9月30日"], ["科目", "年初预算", "调整后预算", "支出"],
  ["一、基本支出", 1000, 1100, 803.11], ["1.人员经费", 800, 900, 703.11], ["2.公用经费", 200, 200, 100], ["二、项目支出", 500, 450, 225.05], ["1.路灯维护", 300, 250, 125.05], ["2. 绿化养护", 200, 200, 100], ["总计", 1500, 1550, 1028.16],
];

test.each(["科目", "科目名称", "支出内容"])("what stands under 项目支出 are projects under the header %s, too, and numbers of a list are no part of names", (header) => {
  const snapshot = snapshotOf(sheetOf("表", NUMBERED.map((row, i) => (i === 2 ? [header, ...row.slice(1)] : row))));
  const summary = summarise(snapshot);
  expect(columnsOf(tableIn(summary, "projects"), "name", "adjusted", "spent")).toEqual([["路灯维护", "250", "125.05"], ["绿化养护", "200", "100"], ["合计", "450", "225.05"]]);
  expect(columnsOf(tableIn(summary, "execution"), "name").flat()).toEqual(["基本支出", "人员经费", "公用经费", "项目支出", "路灯维护", "绿化养护", "合计"]);
  const { summary: filled } = collectExport(summary, snapshot, [], [], { file: "", organisation: "" }, summaryWords(createTranslator("zh-CN")));
  const said = buildReport({ summary: filled, findings: [], describe: () => ({ what: "", remedy: "" }) }).blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  expect(said.filter((text) => text.includes("路灯维护"))).toEqual([
    "（3）路灯维护支出125.05万元，完成调整后预算250.00万元的50.02%。",
    "1. 路灯维护年初预算300.00万元，截止2024年9月30日实际支出125.05万元，已完成年初预算的41.68%。",
  ]);
});

test("nor are what projects are divided into: 部门预算项目, 专项转移支付项目", () => {
  const rows = [["单位：万元"], ["支出项目", "年初预算", "支出"], ["合计", 6000, 4380], ["一、基本支出", 2400, 1800], ["（一）人员经费", 2000, 1520], ["（二）公用经费", 400, 280], ["二、项目支出", 3600, 2580], ["（一）部门预算项目", 1600, 1180], ["（二）专项转移支付项目", 2000, 1400]];
  const summary = summarise(snapshotOf(sheetOf("表", rows)));
  expect(hasTable(summary, "projects")).toBe(false);
  expect(columnsOf(tableIn(summary, "key"), "total", "basic", "project")[0]).toEqual(["6000", "2400", "3600"]);
});

const SETTLED: readonly (readonly CellValue[])[] = [
  ["2025年支出预算执行总表"], ["单位：万元"], ["项目", "年初预算", "调整预算", "累计支出"],
  ["一、一般公共服务支出", 3000, 3050, 2280.5], ["二、社会保障和就业支出", 2200, 2150, 1610], ["三、城乡社区支出", 4050, 3960, 2800.25], ["本年支出合计", 9250, 9160, 6690.75], ["年末结转和结余", 120, 120, 274.25], ["总计", 9370, 9280, 6965],
];

test("what is left over below 本年支出合计 is no line of what was spent, whatever heads the lines", () => {
  for (const header of ["项目", "项目（按功能分类）", "支出项目"]) {
    const summary = summarise(snapshotOf(sheetOf("总表", SETTLED.map((row, i) => (i === 2 ? [header, ...row.slice(1)] : row)))));
    const lines = [["201", "一般公共服务支出", "2280.5"], ["208", "社会保障和就业支出", "1610"], ["212", "城乡社区支出", "2800.25"], ["", "合计", "6690.75"]];
    expect(columnsOf(tableIn(summary, "execution"), "code", "name", "spent")).toEqual(lines);
    expect(columnsOf(tableIn(summary, "largest"), "name", "spent").at(-1)).toEqual(["合计", "6690.75"]);
    expect([hasTable(summary, "projects"), notesIn(summary).filter((note) => note.includes("各行相加"))]).toEqual([false, []]);
  }
});

test("functional classes under 项目支出 are none", () => {
  const rows = [["单位：万元"], ["科目", "年初预算", "支出"], ["一、基本支出", 10, 5], ["行政运行", 10, 5], ["二、项目支出", 50, 25], ["教育支出", 20, 10], ["公共安全支出", 30, 15], ["总计", 60, 30]];
  expect(hasTable(summarise(snapshotOf(sheetOf("表", rows))), "projects")).toBe(false);
});

describe("projects beside the code of their class", () => {
  const whole = sheetOf("科目", [["2025年支出执行表"], ["单位：万元"], ["编码", "科目", "年初预算", "调整后预算", "支出"], ["201", "一般公共服务支出", 1000, 1020, 900], ["205", "教育和体育支出", 2000, 2100, 1990], ["", "合计", 3000, 3120, 2890]]);
  const projects = sheetOf("项目", [["2025年项目支出执行表"], ["单位：万元"], ["序号", "项目名称", "科目编码", "年初预算", "调整后预算", "支出"], [1, "校舍修缮", "205", 400, 450, 440], [2, "操场翻新", "205", 20, 20, 10], [3, "道路养护", "212", 300, 280, 150], [4, "应急演练", "22499", 30, 30, 20], ["", "合计", "", 750, 780, 620]]);

  test("have no code of their own", () => {
    const table = tableIn(summarise(snapshotOf(whole, projects)), "projects");
    expect(table.columns.some(({ key }) => key === "code")).toBe(false);
    expect(columnsOf(table, "name", "class-code", "spent")).toEqual([["校舍修缮", "205", "440"], ["操场翻新", "205", "10"], ["道路养护", "212", "150"], ["应急演练", "22499", "20"], ["合计", "", "620"]]);
  });

  test("their classes are called as the workbook calls them, else by their official names, else by their codes", () => {
    const rows = columnsOf(tableIn(summarise(snapshotOf(whole, projects)), "tracked"), "code", "name");
    expect(rows.filter(([code]) => ["205", "212", "22499"].includes(code ?? ""))).toEqual([["205", "教育和体育支出"], ["212", "城乡社区支出"], ["22499", "22499"]]);
  });
});

test.each([
  ["运转类项目", 200, "特定目标类项目", 250], ["城市管理", 300, "民生保障", 150], ["1.安保服务项目", 120, "2.其他项目", 330],
])("what divides 项目支出 of the whole, %s %d and %s %d, is none of the projects besides those that a list has", (one, ofOne, other, ofOther) => {
  const whole = [["项目", "年初预算", "支出"], ["一、基本支出", 500, 400], ["人员经费", 500, 400], ["二、项目支出", 450, 300], [one, ofOne, 100], [other, ofOther, 200], ["合计", 950, 700]];
  const list = [["项目名称", "年初预算", "支出"], ["安保服务", 120, 100], ["物业服务", 80, 50], ["广场改造", 250, 150], ["合计", 450, 300]];
  const summary = summarise(snapshotOf(sheetOf("部门预算执行", whole), sheetOf("项目清单", list)));
  expect(columnsOf(tableIn(summary, "projects"), "name").map(([name]) => name)).toEqual(["安保服务", "物业服务", "广场改造", "合计"]);
});

test.each([
  [["Personnel", "Operations", "Capital"]], [["Salaries and wages", "Goods and services", "Capital outlay"]], [["Staff costs", "Running costs", "Contingency"]], [["Basic expenditure", "Project expenditure", "Capital"]],
])("kinds of spending under Project are no projects: %j", (names) => {
  const lines = names.map((name, i) => [name, 10 + i, 5 + i]);
  expect(tablesIn(summarise(snapshotOf(sheetOf("Budget", [["Unit: 10,000 yuan"], ["Project", "Original budget", "Expenditure"], ...lines, ["Total", 33, 18]])))).map(({ id }) => id)).not.toContain("projects");
});

test("what is done stays a project in English", () => {
  const lines = [["Staff training centre", 10, 5], ["Capital works at Park Road", 11, 6], ["Equipment for schools", 12, 7]];
  expect(columnsOf(tableIn(summarise(snapshotOf(sheetOf("Budget", [["Unit: 10,000 yuan"], ["Project", "Original budget", "Expenditure"], ...lines, ["Total", 33, 18]]))), "projects"), "name").flat()).toEqual([...lines.map(([name]) => name), "合计"]);
});
