/** 生成汇总表 on whole workbooks: what Excel calculates, undo, a second run, and workbooks that lack something. */

import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { Decimal } from "../../src/domain/amounts/decimal";
import { type Book } from "../../src/embedded/book/book";
import { protectBook } from "../../src/embedded/book/protection";
import { openBook } from "../../src/embedded/book/files";
import { createFilePort } from "../../src/files/port";
import { checkExecution, confirmAll } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { compareFigures, figuresIn } from "../../src/pipeline/layout/compare";
import type { SummaryPlan } from "../../src/pipeline/layout/plan";
import { adjustmentsOf, EMPTY_REVIEW, reviewFindings } from "../../src/pipeline/review";
import { prepareSummary } from "../../src/pipeline/summary";
import type { Expression } from "../../src/domain/summary/model";
import type { Receipt } from "../../src/workbook/port";
import type { Snapshot } from "../../src/workbook/snapshot";
import { stateOf } from "../support/book-state";
import { columnsOf, notesIn, shown, summarise, tableIn, tablesIn } from "../support/summary";
import { bookOf } from "../support/office";
import { summaryWording } from "../support/summary-wording";

const ASSETS = path.join(__dirname, "../../assets/samples");
const NAMES = ["汇总表", "异常清单", "勾稽核对表", "项目支出绩效目标执行监控表", "项目支出绩效自评表", "项目绩效跟踪分析表"];

async function snapshotOf(book: Book): Promise<Snapshot> {
  const read = await createFilePort(book).read();
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

function planOf(snapshot: Snapshot, text: string | null): SummaryPlan {
  const confirmed = text === null ? [] : confirmAll(text, snapshot, computeWorkbook(snapshot, DEFAULT_OPTIONS));
  const execution = computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, adjustments: adjustmentsOf(confirmed) });
  const checked = checkExecution(snapshot, execution, { settings: EMPTY_REVIEW.settings, text, confirmed });
  const findings = reviewFindings(checked.findings, execution.tables, snapshot, EMPTY_REVIEW);
  const planned = prepareSummary(snapshot, execution, "adjusted", { ...checked, findings }, summaryWording());
  if (!planned.ok) throw new Error(planned.problem.code);
  return planned.value;
}

async function write(book: Book, { edits }: SummaryPlan): Promise<Receipt> {
  const applied = await createFilePort(book).apply(edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

const PROJECTS = [
  ["项目执行情况（单位：元，截至2024年6月30日）"],
  ["项目名称", "年初预算", "支出"],
  ["道路养护", 1234567.89, 600000],
  ["路灯改造", 0, 5000],
  ["合计", 1234567.89, 605000],
];

test("from the sample and its text: six sheets, every formula comes to the exact figure, a second run changes nothing, and undo takes all of it", async () => {
  const opened = await openBook(readFileSync(path.join(ASSETS, "budget-execution-2016.xlsx")));
  if (!opened.ok) throw new Error(opened.problem.code);
  const { book } = opened.value;
  const text = readFileSync(path.join(ASSETS, "report-2016.txt"), "utf8");
  const before = stateOf(book);
  const plan = planOf(await snapshotOf(book), text);
  const { inverse } = await write(book, plan);
  expect(book.sheets.map(({ name }) => name).slice(-6)).toEqual(NAMES);
  expect(figuresIn(plan.layouts)).toBeGreaterThan(1500);
  const after = await snapshotOf(book);
  expect(compareFigures(plan.layouts, after.sheets)).toEqual([]);
  expect(planOf(after, text).edits).toEqual([]);
  const undone = await createFilePort(book).apply(inverse);
  expect([undone.ok, stateOf(book)]).toEqual([true, before]);
}, 300_000);

test("amounts in 元 are summed up in 万元, exactly; a zero budget is said", async () => {
  const book = bookOf({ 项目: PROJECTS });
  const summary = summarise(await snapshotOf(book));
  const table = tableIn(summary, "projects");
  expect(columnsOf(table, "name", "original", "spent", "rate")).toEqual([["道路养护", "123.456789", "60", "0.486"], ["路灯改造", "0", "0.5", ""], ["合计", "123.456789", "60.5", "0.4901"]]);
  const rate = table.rows[1]?.cells[table.columns.findIndex(({ key }) => key === "rate")];
  expect(rate?.kind === "figure" ? rate.figure.missing : null).toBe("无法计算：预算为零");
  const plan = planOf(await snapshotOf(book), null);
  await write(book, plan);
  expect(compareFigures(plan.layouts, (await snapshotOf(book)).sheets)).toEqual([]);
});

test.each<[string, Readonly<Record<string, readonly (readonly (string | number)[])[]>>, readonly string[]]>([
  ["projects only", { 项目: PROJECTS }, ["工作簿里只有项目表，没有部门整体的预算和支出：单位整体的数不明，主要指标是跟踪项目的合计。", "没有部门项目支出预算，不能计算跟踪项目的覆盖比例。", "项目表没有功能分类，不能按功能分类汇总。"]],
  ["the whole only", { 执行: [["单位：万元"], ["功能分类科目", "调整后预算", "支出"], ["人大事务", 118.3, 71.16], ["公安", 20, 10], ["合计", 138.3, 81.16]] }, ["工作簿里没有部门的年初预算表，相关各栏空缺。", "工作簿里没有项目表，没有项目可以汇总。"]],
  ["no unit", { 执行: [["项目名称", "年初预算", "支出"], ["甲", 100, 50], ["乙", 30, 15]] }, ["工作簿没有用元、千元、万元或亿元注明金额单位，各数照原样列示。"]],
])("%s: what is missing is said, and all six sheets are made", async (_, sheets, notes) => {
  const book = bookOf(sheets);
  const summary = summarise(await snapshotOf(book));
  expect(notesIn(summary)).toEqual(expect.arrayContaining([...notes]));
  const plan = planOf(await snapshotOf(book), null);
  await write(book, plan);
  expect(book.sheets.map(({ name }) => name).slice(-6)).toEqual(NAMES);
  expect(compareFigures(plan.layouts, (await snapshotOf(book)).sheets)).toEqual([]);
});

/** Whether Excel follows it from cells of the workbook. */
function isTraced(formula: Expression | null): boolean {
  switch (formula?.op) {
    case "cell": return true;
    case "sum": return formula.terms.some(isTraced);
    case "difference": return isTraced(formula.from) && isTraced(formula.take);
    default: return false;
  }
}

test("both sides of what was reconciled are traced to their cells: sums, parts, changes, shares, several units, what the text adds", async () => {
  const book = bookOf({
    预算: [
      ["单位：万元"], ["科目编码", "功能分类科目", "年初预算", "其中：基本支出", "其中：项目支出", "调增", "调减", "调整后预算", "占比"],
      ["201", "一般公共服务支出", 30, 10, 20, 5, 3, 32, 0.4], ["20101", "人大事务", 10, 4, 6, 5, "", 15, 0.1875], ["20102", "政协事务", 20, 6, 14, "", 3, 17, 0.2125],
      ["204", "公共安全支出", 50, 20, 30, "", 2, 48, 0.6], ["20402", "公安", 50, 20, 30, "", 2, 48, 0.6], ["", "合计", 80, 30, 50, 5, 5, 80, 1],
    ],
    执行: [["单位：元"], ["功能分类科目", "调整后预算", "支出"], ["人大事务", 150_000, 100_000], ["政协事务", 170_000, 1], ["公安", 480_000, 2], ["合计", 800_000, 100_003]],
  });
  const untraced = async (snapshot: Snapshot, text: string | null): Promise<readonly (readonly string[])[]> => {
    const { columns, rows } = tableIn(summarise(snapshot, { text }), "reconciliations");
    expect(rows.length).toBeGreaterThan(10);
    return rows.flatMap(({ cells }) => ["left", "right"].flatMap((side) => {
      const cell = cells[columns.findIndex(({ key }) => key === side)];
      return cell?.kind === "figure" && !isTraced(cell.figure.formula) ? [cells.map(shown)] : [];
    }));
  };
  expect(await untraced(await snapshotOf(book), null)).toEqual([]);
  const opened = await openBook(readFileSync(path.join(ASSETS, "budget-execution-2016.xlsx")));
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(await untraced(await snapshotOf(opened.value.book), readFileSync(path.join(ASSETS, "report-2016.txt"), "utf8"))).toEqual([]);
  const plan = planOf(await snapshotOf(book), null);
  await write(book, plan);
  expect(compareFigures(plan.layouts, (await snapshotOf(book)).sheets)).toEqual([]);
});

test("one table of budgets, or of expenditure alone: what it tells is there, and nothing else", async () => {
  const budget = await snapshotOf(bookOf({ 年初: [["单位：万元"], ["功能分类科目", "年初预算", "其中：基本支出", "其中：项目支出"], ["人大事务", 10, 4, 6], ["公安", 20, 8, 12], ["合计", 30, 12, 18]] }));
  expect(columnsOf(tableIn(summarise(budget), "key"), "item", "total", "basic", "project")).toEqual([["年初预算", "30", "12", "18"], ["调整后预算", "", "", ""], ["支出", "", "", ""], ["执行率（支出 ÷ 年初预算）", "", "", ""]]);
  const book = bookOf({ 支出: [["单位：元"], ["功能分类科目", "支出"], ["人大事务", 100_000], ["公安", 200_000], ["合计", 300_000]] });
  const summary = summarise(await snapshotOf(book));
  expect(columnsOf(tableIn(summary, "key"), "item", "total").slice(0, 3)).toEqual([["年初预算", ""], ["调整后预算", ""], ["支出", "30"]]);
  expect(columnsOf(tableIn(summary, "execution"), "name", "spent", "share")).toEqual([["一般公共服务支出", "10", "0.3333"], ["人大事务", "10", "0.3333"], ["公共安全支出", "20", "0.6667"], ["公安", "20", "0.6667"], ["合计", "30", "1"]]);
  const plan = planOf(await snapshotOf(book), null);
  await write(book, plan);
  expect(compareFigures(plan.layouts, (await snapshotOf(book)).sheets)).toEqual([]);
});

test("an adjusted budget that is computed from changes is one figure everywhere", async () => {
  const book = bookOf({ 执行: [["单位：万元"], ["功能分类科目", "年初预算", "调增", "调减", "支出"], ["人大事务", 10, 2, 1, 5], ["公安", 20, 0, 2, 18], ["合计", 30, 2, 3, 23]] });
  const summary = summarise(await snapshotOf(book));
  expect(columnsOf(tableIn(summary, "key"), "item", "total")).toEqual([["年初预算", "30"], ["调增", "2"], ["调减", "3"], ["净调整（调整后 − 年初）", "-1"], ["调整后预算", "29"], ["支出", "23"], ["执行率（支出 ÷ 调整后预算）", "0.7931"]]);
  expect(columnsOf(tableIn(summary, "execution"), "budget", "spent", "rate").at(-1)).toEqual(["29", "23", "0.7931"]);
  expect(notesIn(summary)).not.toContain("工作簿里没有部门的调整后预算表，相关各栏空缺。");
  const plan = planOf(await snapshotOf(book), null);
  await write(book, plan);
  expect(compareFigures(plan.layouts, (await snapshotOf(book)).sheets)).toEqual([]);
});

test("projects of which some are told by one budget and some by the other: each its own, and no total of what is not known of all", async () => {
  const summary = summarise(await snapshotOf(bookOf({
    甲表: [["单位：元"], ["项目名称", "年初预算", "支出"], ["甲", 100_000, 50_000], ["乙", 200_000, 180_000], ["合计", 300_000, 230_000]],
    乙表: [["单位：万元"], ["项目名称", "调整后预算", "支出"], ["丙", 10, 5], ["丁", 20, 18], ["合计", 30, 23]],
  })));
  expect(columnsOf(tableIn(summary, "projects"), "name", "original", "adjusted", "spent", "other-rate", "rate")).toEqual([
    ["甲", "10", "", "5", "0.5", "0.5"], ["乙", "20", "", "18", "0.9", "0.9"], ["丙", "", "10", "5", "", "0.5"], ["丁", "", "20", "18", "", "0.9"], ["合计", "", "", "46", "", "0.7667"],
  ]);
  expect(columnsOf(tableIn(summary, "project-key"), "item", "total").slice(0, 4)).toEqual([["跟踪项目年初预算", ""], ["跟踪项目调整后预算", ""], ["跟踪项目支出", "46"], ["跟踪项目执行率（支出 ÷ 年初预算）", ""]]);
});

test("a sheet of that name which somebody else made is left alone", async () => {
  const book = bookOf({ 项目: PROJECTS, 汇总表: [["我的汇总"], ["不要动"]] });
  await write(book, planOf(await snapshotOf(book), null));
  expect(book.sheets.map(({ name }) => name)).toEqual(["项目", "汇总表", "汇总表 (2)", ...NAMES.slice(1)]);
  const kept = (await snapshotOf(book)).sheets.find(({ name }) => name === "汇总表");
  expect(kept?.values).toEqual([["我的汇总"], ["不要动"]]);
});

test("where the workbook's structure is protected, nothing is written, and that is why", async () => {
  const book = bookOf({ 项目: PROJECTS });
  protectBook(book);
  const before = stateOf(book);
  const applied = await createFilePort(book).apply(planOf(await snapshotOf(book), null).edits);
  expect(applied).toMatchObject({ ok: false, problem: { code: "workbook-protected" } });
  expect(stateOf(book)).toEqual(before);
});

test("sources whose names are as long as names can be, with marks that formulas quote, are traced like others", async () => {
  const name = "2024年'第二季度' 项目执行 & 预算 (含追加) 汇总稿";
  const long = name.padEnd(31, "。");
  const book = bookOf({ [long]: PROJECTS });
  const plan = planOf(await snapshotOf(book), null);
  await write(book, plan);
  expect(figuresIn(plan.layouts)).toBeGreaterThan(10);
  expect(compareFigures(plan.layouts, (await snapshotOf(book)).sheets)).toEqual([]);
  expect(planOf(await snapshotOf(book), null).edits).toEqual([]);
});

test("where ours would be the second of its name, the name with its number is no longer than names can be", async () => {
  const taken = Object.fromEntries(NAMES.map((name) => [name, [["别人的表"]]]));
  const book = bookOf({ 项目: PROJECTS, ...taken });
  await write(book, planOf(await snapshotOf(book), null));
  expect(book.sheets.map(({ name }) => name).slice(-6)).toEqual(NAMES.map((name) => `${name} (2)`));
  expect(book.sheets.every(({ name }) => name.length <= 31)).toBe(true);
});

test("nothing found is said, and its sheet is made", async () => {
  const book = bookOf({ 执行: [["单位：万元，截至2024年12月31日"], ["功能分类科目", "调整后预算", "支出"], ["人大事务", 100, 100], ["公安", 20, 20], ["合计", 120, 120]] });
  const snapshot = await snapshotOf(book);
  expect(notesIn(summarise(snapshot))).toContain("没有发现异常。");
  const plan = planOf(snapshot, null);
  await write(book, plan);
  expect(book.sheets.map(({ name }) => name).slice(-6)).toEqual(NAMES);
  expect(compareFigures(plan.layouts, (await snapshotOf(book)).sheets)).toEqual([]);
});

test("codes of three levels are rolled up, and parents of the table are not counted twice", async () => {
  const book = bookOf({ 决算: [
    ["单位：万元"], ["功能分类科目编码", "科目名称", "年初预算", "调整后预算", "支出"],
    ["201", "一般公共服务支出", 300, 310, 200], ["20103", "政府办公厅（室）及相关机构事务", 300, 310, 200], ["2010301", "行政运行", 100, 110, 90], ["2010350", "事业运行", 200, 200, 110],
    ["208", "社会保障和就业支出", 50, 60, 40], ["20805", "行政事业单位离退休", 50, 60, 40], ["2080505", "养老保险缴费", 50, 60, 40],
    ["", "合计", 350, 370, 240],
  ] });
  const table = tableIn(summarise(await snapshotOf(book)), "execution");
  expect(columnsOf(table, "code", "budget", "spent", "rate")).toEqual([
    ["201", "310", "200", "0.6452"], ["20103", "310", "200", "0.6452"], ["2010301", "110", "90", "0.8182"], ["2010350", "200", "110", "0.55"],
    ["208", "60", "40", "0.6667"], ["20805", "60", "40", "0.6667"], ["2080505", "60", "40", "0.6667"], ["", "370", "240", "0.6486"],
  ]);
  expect(table.rows.map(({ level }) => level)).toEqual([0, 1, 2, 2, 0, 1, 2, 0]);
});

test("whatever the projects: keys are unique, and sums are the sums of what is shown", async () => {
  const amount = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => cents / 100);
  const project = fc.record({ name: fc.constantFrom("甲", "乙", "丙", "物业费", "维修"), budget: amount, spent: amount });
  await fc.assert(fc.asyncProperty(fc.array(project, { minLength: 2, maxLength: 12 }), async (projects) => {
    const book = bookOf({ 项目: [["单位：万元", "", ""], ["项目名称", "年初预算", "支出"], ...projects.map(({ name, budget, spent }) => [name, budget, spent])] });
    const summary = summarise(await snapshotOf(book));
    for (const { rows } of tablesIn(summary)) expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    const rows = columnsOf(tableIn(summary, "projects"), "original", "spent");
    const [total, ...lines] = [...rows].reverse();
    expect(lines).toHaveLength(projects.length);
    for (const c of [0, 1]) expect(total?.[c]).toBe(lines.reduce((sum, line) => sum.plus(line[c] || 0), new Decimal(0)).toFixed());
  }), { numRuns: 20 });
});

test("thousands of projects are summed up", async () => {
  const projects = Array.from({ length: 3000 }, (_, i) => [`项目${i + 1}`, 10, 5]);
  const book = bookOf({ 项目: [["单位：万元"], ["项目名称", "年初预算", "支出"], ...projects] });
  const snapshot = await snapshotOf(book);
  const summary = summarise(snapshot);
  expect(columnsOf(tableIn(summary, "projects"), "original", "spent", "rate").at(-1)).toEqual(["30000", "15000", "0.5"]);
  expect(summary.sheets[0]?.blocks.find((block) => block.kind === "chart")).toMatchObject({ rows: { length: 40 } });
  expect(notesIn(summary)).toContain("共 3,000 项，图中只列执行率最高和最低的 40 项。");
});
