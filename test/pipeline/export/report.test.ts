import { Decimal } from "../../../src/domain/amounts/decimal";
import type { AnyFinding } from "../../../src/domain/finding";
import type { TableBlock } from "../../../src/domain/summary/model";
import { buildReport } from "../../../src/pipeline/export/report/build";
import type { ReportBlock } from "../../../src/pipeline/export/report/model";
import { stakeOf } from "../../../src/pipeline/export/report/stake";
import { rangeOf } from "../../support/snapshots";
import { collected, table } from "./small-tables";

const KEY = table("key", ["name", "total", "basic", "project"], [
  [0, ["年初预算", "28265.19", "5752.85", "22512.34"]], [0, ["调增", "2057.7", "", ""]], [0, ["调减", "-4817.56", "", ""]], [0, ["调整后预算", "27752.1", "", ""]], [0, ["支出", "23349.93", "", ""]],
]);
const BUDGET = table("budget", ["code", "name", "original", "original-basic", "adjusted", "change"], [
  [0, ["201", "一般公共服务支出", "65.41", "", "118.3", "52.89"]], [1, ["20101", "人大事务", "65.41", "", "118.3", "52.89"]], [0, ["", "合计", "28265.19", "", "27752.1", ""]],
]);
const EXECUTION = table("execution", ["code", "name", "budget", "spent", "status"], [
  [0, ["201", "一般公共服务支出", "118.3", "71.16", ""]], [1, ["20101", "人大事务", "118.3", "71.16", "滞后"]], [0, ["", "合计", "27752.1", "23349.93", ""]],
]);
const COVERAGE = table("coverage", ["name", "value"], [[0, ["跟踪项目", "6805.36"]], [0, ["项目支出", "22512.34"]]]);
const PROJECTS = table("projects", ["code", "name", "original", "spent", "reason"], [[0, ["01", "文体活动中心工程尾款", "109.46", "35.45", "尚未结算。"]], [0, ["02", "物业", "0", "0", ""]], [0, ["", "合计", "6805.36", "4370", ""]]]);

function finding(rule: string, severity: AnyFinding["severity"], address: string): AnyFinding {
  return { rule, severity, place: { sheetId: "1", sheetName: "执行", range: rangeOf(address) }, expected: null, actual: null, values: {} };
}

const describeFinding = ({ rule, severity }: AnyFinding): { what: string; remedy: string } => ({ what: `${rule} ${severity}`, remedy: "" });

function build(blocks: readonly TableBlock[], findings: readonly { id?: string; finding: AnyFinding; reason: string }[] = []): readonly ReportBlock[] {
  return buildReport({ summary: collected(...blocks).summary, findings, describe: describeFinding }).blocks;
}

function paragraphs(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

test("the sentences of both parts, from the figures", () => {
  expect(paragraphs(build([KEY, BUDGET, EXECUTION, COVERAGE, PROJECTS]))).toEqual([
    "长沟街道年初预算28265.19万元。其中：基本支出预算5752.85万元，项目支出预算22512.34万元。",
    "长沟街道调增预算2057.70万元，调减预算4817.56万元，调整后预算为27752.10万元。",
    "2016年度部门整体支出23349.93万元，截止2016年12月31日已完成全年预算27752.10万元的84.14%，详细情况如下：",
    "（1）人大事务全年支出71.16万元，全部预算118.30万元。完成全年预算60.15%。",
    "本次跟踪项目2个，年初预算合计6805.36万元，占项目支出年初预算22512.34万元的30.23%。",
    "1. 文体活动中心工程尾款年初预算109.46万元，截止2016年12月31日实际支出35.45万元，已完成年初预算的32.39%。",
    "原因分析：尚未结算。",
    "2. 物业年初预算0.00万元，截止2016年12月31日实际支出0.00万元。",
  ]);
});

test("a project whose budget was changed is told on both budgets", () => {
  const changed = table("projects", ["code", "name", "original", "adjusted", "spent", "reason"], [[0, ["01", "装修", "400", "420", "81.7", ""]], [0, ["02", "物业", "10", "10", "5", ""]], [0, ["03", "新增", "", "8", "2", ""]]]);
  expect(paragraphs(build([changed]))).toEqual([
    "1. 装修年初预算400.00万元，截止2016年12月31日实际支出81.70万元，已完成年初预算的20.43%。", "追加预算20.00万元，调整后预算为420.00万元，已完成调整后预算的19.45%。",
    "2. 物业年初预算10.00万元，截止2016年12月31日实际支出5.00万元，已完成年初预算的50.00%。",
    "3. 新增全年预算8.00万元，截止2016年12月31日实际支出2.00万元，已完成全年预算的25.00%。",
  ]);
});

test("sentences print amounts with two decimals as the tables do, and rates of the exact ones", () => {
  const exact = [
    table("key", ["name", "total", "basic", "project"], [[0, ["年初预算", "800.004", "500.005", "299.999"]], [0, ["调整后预算", "790.0051", "", ""]]]),
    table("execution", ["code", "name", "budget", "spent", "status"], [[0, ["", "人员经费", "0.014", "0.0061", ""]], [0, ["", "合计", "790.0051", "346.666665", ""]]]),
    table("coverage", ["name", "value"], [[0, ["跟踪项目", "280.00001"]], [0, ["项目支出", "290.00999"]]]),
    table("projects", ["code", "name", "original", "adjusted", "spent", "reason"], [[0, ["", "装修", "150.0049", "130", "77.777777", ""]]]),
  ];
  expect(paragraphs(build(exact))).toEqual([
    "长沟街道年初预算800.00万元。其中：基本支出预算500.01万元，项目支出预算300.00万元。", "长沟街道调整后预算为790.01万元，比年初预算减少10.00万元。",
    "2016年度部门整体支出346.67万元，截止2016年12月31日已完成全年预算790.01万元的43.88%，详细情况如下：", "（1）人员经费全年支出0.01万元，全部预算0.01万元。完成全年预算43.57%。",
    "本次跟踪项目1个，年初预算合计280.00万元，占项目支出年初预算290.01万元的96.55%。",
    "1. 装修年初预算150.00万元，截止2016年12月31日实际支出77.78万元，已完成年初预算的51.85%。", "调减预算20.00万元，调整后预算为130.00万元，已完成调整后预算的59.83%。",
  ]);
});

test("evidence in a line of one of several units names the unit", () => {
  const findings = table("findings", ["name", "unit"], [[0, ["甲", ""]], [0, ["乙", ""]]]);
  const units: TableBlock = { ...findings, columns: findings.columns.map((column) => ({ ...column, kind: "text" as const })), rows: findings.rows.map((row, i) => ({ ...row, key: `id${i}`, cells: [row.cells[0] ?? { kind: "blank" as const }, { kind: "text" as const, text: ["区第一中学", ""][i] ?? "" }] })) };
  const cases = [{ id: "id0", finding: finding("no-execution", "error", "B3"), reason: "" }, { id: "id1", finding: finding("no-execution", "warning", "B4"), reason: "" }];
  expect(paragraphs(build([units], cases))).toEqual(["（1）no-execution error。依据：工作表“执行”B3（区第一中学）。", "（2）no-execution warning。依据：工作表“执行”B4。"]);
});

test("tables keep the columns that hold something, figures as they are printed", () => {
  const tables = build([KEY, BUDGET]).flatMap((block) => (block.kind === "table" ? [block] : []));
  expect(tables.map(({ unit, columns, rows }) => [unit, columns.map(({ header }) => header.join("/")), rows.map(({ cells, level, isTotal }) => [level, isTotal, ...cells])])).toEqual([
    ["单位：万元", ["name", "original"], [[0, false, "一般公共服务支出", "65.41"], [1, false, "人大事务", "65.41"], [0, true, "合计", "28,265.19"]]],
    ["单位：万元", ["name", "adjusted"], [[0, false, "一般公共服务支出", "118.30"], [1, false, "人大事务", "118.30"], [0, true, "合计", "27,752.10"]]],
  ]);
});

test("problems are proposed from findings, the gravest evidence first, each with its cell and reason", () => {
  const blocks = build([], [
    { finding: finding("under-execution", "warning", "B2"), reason: "" }, { finding: finding("no-execution", "error", "B3"), reason: "未招标" },
    { finding: finding("damaged-code", "error", "A4"), reason: "" }, { finding: finding("total-mismatch", "info", "B9"), reason: "" },
  ]);
  const from = blocks.findIndex((block) => block.kind === "heading" && block.text === "（一）存在的问题");
  expect(blocks.slice(from + 2)).toEqual([
    { kind: "heading", level: 3, text: "1. 部分支出执行进度偏慢（2处）" },
    { kind: "paragraph", text: "（1）no-execution error。依据：工作表“执行”B3。原因：未招标。" },
    { kind: "paragraph", text: "（2）under-execution warning。依据：工作表“执行”B2。" },
    { kind: "heading", level: 3, text: "2. 数据填报不规范（1处）" },
    { kind: "paragraph", text: "（1）damaged-code error。依据：工作表“执行”A4。" },
  ]);
});

test("of many cases the worst are told in full, the others are counted and listed, each with its evidence", () => {
  const lagging = (name: string, severity: AnyFinding["severity"], unspent: string, row: number, unit: "万元" | "元" = "万元") => ({
    finding: { ...finding("under-execution", severity, `B${row}`), values: { name, budget: { figure: "1000", unit }, expenditure: { figure: new Decimal(1000).minus(unspent).toFixed(), unit }, rate: { figure: new Decimal(1000).minus(unspent).div(10).toFixed(), unit: "percent" as const } } },
    reason: name === "丙" ? "未招标" : "",
  });
  const blocks = build([], [
    lagging("甲", "warning", "900", 2), lagging("乙", "error", "10", 3), lagging("丙", "error", "310.5", 4), lagging("丁", "error", "999", 5, "元"), lagging("戊", "warning", "20", 6),
    lagging("己", "warning", "30", 7), lagging("庚", "warning", "40", 8), lagging("辛", "warning", "0.05", 9),
  ]);
  const told = blocks.slice(blocks.findIndex((block) => block.kind === "heading" && block.level === 3));
  expect(told.flatMap((block) => (block.kind === "paragraph" || block.kind === "heading" ? [block.text] : []))).toEqual([
    "1. 部分支出执行进度偏慢（8处）",
    "（1）under-execution error。依据：工作表“执行”B4。原因：未招标。", "（2）under-execution error。依据：工作表“执行”B3。", "（3）under-execution error。依据：工作表“执行”B5。",
    "（4）under-execution warning。依据：工作表“执行”B2。", "（5）under-execution warning。依据：工作表“执行”B8。", "其余3处列表如下：",
  ]);
  expect(told.flatMap((block) => (block.kind === "table" ? [block.columns.map(({ header }) => header.join()), ...block.rows.map(({ cells }) => cells)] : []))).toEqual([
    ["序号", "事项", "未支出", "比率", "依据"],
    ["6", "己", "30.00 万元", "97.00%", "执行!B7"], ["7", "戊", "20.00 万元", "98.00%", "执行!B6"], ["8", "辛", "0.05 万元", "100.00%", "执行!B9"],
  ]);
});

test("lines are called as the tables call them, without the number of a list", () => {
  const numbered = { ...finding("under-execution", "error", "D11"), values: { name: "1.办公楼改造" } };
  const { blocks } = buildReport({ summary: collected(KEY, BUDGET, EXECUTION).summary, findings: [{ finding: numbered, reason: "" }], describe: ({ values }) => ({ what: `“${String(values["name"])}”没有支出`, remedy: "" }) });
  expect(paragraphs(blocks).filter((text) => text.includes("办公楼"))).toEqual(["（1）“办公楼改造”没有支出。依据：工作表“执行”D11。"]);
});

test("changed budgets keep their sign, and the largest change either way comes first", () => {
  const changed = (name: string, original: string, adjusted: string, row: number) => ({ finding: { ...finding("large-adjustment", "warning", `B${row}`), values: { name, original: { figure: original, unit: "万元" as const }, adjusted: { figure: adjusted, unit: "万元" as const } } }, reason: "" });
  const blocks = build([], [
    ...["甲", "乙", "丙", "丁", "戊"].map((name, i) => changed(name, "100", "200", i + 2)),
    changed("己", "10", "41.46", 7), changed("庚", "9.55", "2.05", 8), changed("辛", "6000", "4727.14", 9),
  ]);
  expect(blocks.flatMap((block) => (block.kind === "table" ? block.rows.map(({ cells }) => cells.slice(1, 3)) : []))).toEqual([["戊", "100.00 万元"], ["己", "31.46 万元"], ["庚", "-7.50 万元"]]);
});

test("what was carried over is no part of a change", () => {
  const figure = (amount: string) => ({ figure: amount, unit: "万元" as const });
  const held = { ...finding("large-adjustment", "warning", "B2"), values: { name: "甲", original: figure("90"), adjusted: figure("120"), carriedOver: figure("10") } };
  expect(stakeOf(held)?.text).toBe("20.00 万元");
});

test("what the workbook does not have is said where it would stand", () => {
  expect(build([]).flatMap((block) => (block.kind === "remark" ? [block.text] : [])).slice(1)).toEqual([
    "工作簿里没有年初预算表和调整后预算表，本节请补充。", "工作簿里没有单位整体的支出表，本节请补充。", "工作簿里没有可以分类的支出，本节请补充。", "工作簿里没有项目表，本节请补充。",
    "检查没有发现错误和需要注意的问题。",
  ]);
});

test("where only the unit is not known, that is said, and nothing of figures that are", () => {
  const { summary } = collected(KEY, EXECUTION, COVERAGE, PROJECTS);
  const { blocks } = buildReport({ summary: { ...summary, facts: { ...summary.facts, unit: "" } }, findings: [], describe: describeFinding });
  const from = blocks.findIndex((block) => block.kind === "heading" && block.text === "（二）项目绩效跟踪情况");
  expect(blocks.slice(from).flatMap((block) => (block.kind === "remark" ? [block.text] : []))).toEqual(["工作簿没有用元、千元、万元或亿元注明金额单位，本段请补充。", "项目没有注明功能分类，本段请补充。", "工作簿没有用元、千元、万元或亿元注明金额单位，本段请补充。", "检查没有发现错误和需要注意的问题。"]);
});

test("without divided budgets and told changes, both totals and their difference are told", () => {
  const key = table("key", ["name", "total", "basic", "project"], [[0, ["年初预算", "300", "", ""]], [0, ["调整后预算", "330", "", ""]]]);
  expect(paragraphs(build([key, BUDGET]))).toEqual(["长沟街道年初预算300.00万元。", "长沟街道调整后预算为330.00万元，比年初预算增加30.00万元。"]);
});

describe("what the money was mostly spent on", () => {
  const execution = (names: readonly string[]): TableBlock => table("execution", ["code", "name", "budget", "spent", "status"], [...names.map((name): readonly [0, readonly string[]] => [0, ["", name, "100", "70", ""]]), [0 as const, ["", "合计", "210", "210", ""]]]);
  const spent = (id: string): TableBlock => table(id, ["name", "spent", "share"], [[0, ["行政运行", "110", ""]], [0, ["住房公积金", "35", ""]], [0, ["合计", "145", ""]]]);
  const told = (blocks: readonly ReportBlock[]): readonly string[] => blocks.flatMap((block) => ((block.kind === "paragraph" || block.kind === "remark") && /重点投入|支出金额/u.test(block.text) ? [block.text] : []));

  test("chosen categories are the points of weight", () => {
    expect(told(build([execution(["行政运行", "住房公积金", "维修"]), spent("investment")]))).toEqual(["重点投入行政运行、住房公积金等方面共计145.00万元，占2016年预算全部支出210.00万元的69.05%。"]);
  });
  test("the largest ones are called that, and that nobody chose them is said", () => {
    expect(told(build([execution(["行政运行", "住房公积金", "维修"]), spent("largest")]))).toEqual([
      "工作簿里没有选定重点投入的类别，这里列出支出最多的2项，请核对后写明重点。", "支出金额前2位的行政运行、住房公积金共计145.00万元，占2016年预算全部支出210.00万元的69.05%。",
    ]);
  });
  test("all lines there are make no sentence", () => {
    expect(told(build([execution(["行政运行", "住房公积金"]), spent("largest")]))).toEqual(["工作簿里没有选定重点投入的类别，这里列出支出最多的2项，请核对后写明重点。"]);
  });
});
