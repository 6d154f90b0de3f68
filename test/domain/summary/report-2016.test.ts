/** Every figure of the report's own tables 二(一), 二(三) and 三(二), as printed, stands in the summary of its workbook. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "../../../src/domain/amounts/decimal";
import type { TableBlock } from "../../../src/domain/summary/model";
import { expectedHundredths } from "../../support/report";
import { printedSheets, sampleSnapshot } from "../../support/sample";
import { columnsOf, notesIn, shown, summarise, tableIn } from "../../support/summary";

const TEXT = readFileSync(path.join(__dirname, "../../../assets/samples/report-2016.txt"), "utf8");
const summary = summarise(sampleSnapshot(), { text: TEXT });

/** "28,265.19" as "28265.19", blanks of any kind as "". */
function plain(printed: string): string {
  const text = printed.replaceAll(/[\s,]/gu, "");
  return text === "" ? "" : new Decimal(text).toFixed();
}

/** "16.17%" as "0.1617". */
function fraction(printed: string): string {
  return new Decimal(printed.trim().replace("%", "")).div(100).toFixed();
}

function printedLines(name: string): { readonly lines: readonly (readonly string[])[]; readonly total: readonly string[] } {
  const sheet = printedSheets().find((one) => one.name === name);
  if (sheet === undefined) throw new Error(name);
  const body = sheet.rows.slice(sheet.headerRows[1]);
  return { lines: body.slice(0, -1), total: body.at(-1) ?? [] };
}

/** Lines of the workbook, without the classes that sum them up; in the order of their names, as classes are in another. */
function lines(table: TableBlock, ...keys: readonly string[]): readonly (readonly string[])[] {
  const isLine = table.rows.map(({ key, cells }) => !key.startsWith("sum ") && cells.some(({ kind }) => kind === "link"));
  return columnsOf(table, ...keys).filter((_, i) => isLine[i]);
}

function sorted(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) => row.join(" | ")).sort();
}

test.each([["original", "年初预算"], ["adjusted", "调整后预算"]] as const)("二(一): %s budget, line by line", (side, sheet) => {
  const table = tableIn(summary, "budget");
  const printed = printedLines(sheet);
  const found = table.rows
    .filter(({ kind }) => kind !== "total")
    .map(({ cells }, i) => [shown(cells[1]), ...(columnsOf(table, side, `${side}-basic`, `${side}-project`)[i] ?? []), table.rows[i]?.key ?? ""])
    // A class that holds a line itself shows it; one that sums up others does not count.
    .filter((row) => row[1] !== "");
  const expected = printed.lines.map(([name = "", ...amounts]) => [name.trim(), ...amounts.map(plain)]);
  for (const line of new Set(expected.map((row) => row.join(" | ")))) {
    const times = expected.filter((row) => row.join(" | ") === line).length;
    const named = found.filter((row) => row.slice(0, 4).join(" | ") === line).length;
    expect([line, named >= times]).toEqual([line, true]);
  }
  expect(columnsOf(table, side, `${side}-basic`, `${side}-project`).at(-1)).toEqual(printed.total.slice(1).map(plain));
});

test("classes sum up their lines: 社会保障和就业支出 is 13293.12 of 27752.10", () => {
  const row = columnsOf(tableIn(summary, "budget"), "code", "name", "original", "adjusted", "share").find(([code]) => code === "208");
  expect(row).toEqual(["208", "社会保障和就业支出", "13351.66", "13293.12", "0.479"]);
});

test("二(二): every line with its rate on exact decimals", () => {
  const table = tableIn(summary, "execution");
  const printed = printedLines("预算执行");
  const rate = (spent: string, budget: string): string => new Decimal(expectedHundredths(plain(spent), plain(budget))).div(10_000).toFixed();
  const row = ([name = "", spent = "", budget = ""]: readonly string[]): string[] => [name.trim(), plain(spent), plain(budget), rate(spent, budget)];
  expect(sorted(lines(table, "name", "spent", "budget", "rate"))).toEqual(sorted(printed.lines.map(row)));
  expect(columnsOf(table, "name", "spent", "budget", "rate").at(-1)).toEqual(row(printed.total));
});

test("二(三): the categories of weight with their shares of the whole expenditure", () => {
  const printed = printedLines("重点投入");
  const expected = [...printed.lines, printed.total].map(([name = "", spent = "", share = ""]) => [name.trim(), plain(spent), fraction(share)]);
  expect(columnsOf(tableIn(summary, "investment"), "name", "spent", "share")).toEqual(expected);
  expect(notesIn(summary)).toContain("比例的分母：支出总额 23,349.93 万元（预算执行 B26）。");
});

test("三(二): the 25 projects with codes, classes, budgets and rates", () => {
  const selected = printedLines("跟踪项目");
  const completed = printedLines("项目完成情况");
  const table = tableIn(summary, "projects");
  const expected = selected.lines.map(([code = "", name = "", classCode = "", className = "", budget = ""], i) => {
    const [, spent = ""] = completed.lines[i] ?? [];
    return [code, name, classCode, className, plain(budget), plain(spent), new Decimal(expectedHundredths(plain(spent), plain(budget))).div(10_000).toFixed()];
  });
  const found = columnsOf(table, "code", "name", "class-code", "class", "original", "spent", "other-rate");
  expect(found.slice(0, -1)).toEqual(expected);
  expect(found.at(-1)?.slice(4)).toEqual(["6805.36", "4070.45", "0.5981"]);
  expect(notesIn(summary)).toContain("“项目完成情况”的“项目预算”合计填的是 6,805.36，各行相加是 6,805.37，相差 -0.01；本表照原合计列示。");
});

test("三(二): projects by function, and their coverage of the year's project budget", () => {
  const printed = printedLines("功能分类");
  const items = columnsOf(tableIn(summary, "tracked"), "code", "name", "budget", "budget-share").filter(([code = ""]) => code.length === 7);
  expect(sorted(items.map(([, ...rest]) => rest))).toEqual(sorted(printed.lines.map(([name = "", amount = "", share = ""]) => [name.trim(), plain(amount), fraction(share)])));
  expect(columnsOf(tableIn(summary, "coverage"), "value")).toEqual([["25"], ["6805.36"], ["22512.34"], ["0.3023"]]);
});

test("key figures, with the changes that the text tells", () => {
  expect(columnsOf(tableIn(summary, "key"), "item", "total", "basic", "project")).toEqual([
    ["年初预算", "28265.19", "5752.85", "22512.34"], ["调增", "2057.7", "", ""], ["调减", "-4817.56", "", ""], ["指标调整", "2246.77", "", ""],
    ["净调整（调整后 − 年初）", "-513.09", "-433.25", "-79.84"], ["调整后预算", "27752.1", "5319.6", "22432.5"], ["支出", "23349.93", "", ""],
    ["执行率（支出 ÷ 调整后预算）", "0.8414", "", ""], ["序时进度", "1", "", ""], ["执行率与序时进度之差（百分点）", "-15.86", "", ""],
  ]);
});

test("changes of budgets count where a person confirmed them, beside the approved figures; others are named and count nowhere", () => {
  const changed = (of: typeof summary): readonly (readonly string[])[] => columnsOf(tableIn(of, "projects"), "name", "original", "other-rate", "adjusted", "rate").filter(([, budget, , after]) => after !== budget);
  expect(changed(summary)).toEqual([
    ["社区服务中心装修改造经费", "400", "0.2043", "420", "0.1945"],
    ["24号院养老服务中心装修改造经费", "600", "0.1955", "375", "0.3127"],
    ["城镇困难人员医疗救助资金", "185.31", "0.0903", "80", "0.2091"],
    ["垃圾分类指导员补贴", "432", "0.9277", "406", "0.9871"],
    ["地区城市保洁队日常管理经费", "144.28", "0.9227", "171.42", "0.7766"],
    ["2015年度4个技防、2个消防工程尾款", "285.21", "0.9142", "290.500815", "0.8976"],
    ["合计", "6805.36", "0.5981", "6501.480815", "0.6261"],
  ]);
  const unconfirmed = summarise(sampleSnapshot(), { text: TEXT, confirms: false });
  expect(tableIn(unconfirmed, "projects").columns.map(({ key }) => key)).not.toContain("adjusted");
  const [form] = unconfirmed.sheets.find(({ key }) => key === "project-forms")?.blocks.filter((block) => block.kind === "form") ?? [];
  const fields = new Map(form?.fields.map(({ key, label, cell }) => [key, `${label} ${shown(cell)}`]));
  expect(["original", "changes", "adjusted", "rate-adjusted"].map((key) => fields.get(key))).toEqual(["年初预算 400", "文中的预算调整（未确认） +20 万元", "调整后预算 ", "执行率（调整后预算） "]);
});

/** What each sheet says that projects' budgets are now, by name. */
function adjustedOn(of: typeof summary): readonly Readonly<Record<string, string>>[] {
  const named = (rows: readonly (readonly string[])[]): Record<string, string> => Object.fromEntries(rows.filter(([name]) => name !== "合计").map(([name = "", adjusted = ""]) => [name, adjusted]));
  const forms = of.sheets.flatMap(({ blocks }) => blocks).filter((block) => block.kind === "form");
  return [
    named(columnsOf(tableIn(of, "projects"), "name", "adjusted")), named(columnsOf(tableIn(of, "monitoring-funds"), "name", "adjusted")),
    named(columnsOf(tableIn(of, "self-evaluation"), "name", "budget", "source").filter(([, , source]) => source === "年度资金总额")),
    named(forms.map(({ fields }) => ["name", "adjusted"].map((key) => shown(fields.find((field) => field.key === key)?.cell)))),
  ];
}

test("every sheet gives one answer to what a project's budget is now; unless something was confirmed, that the tables do not say", () => {
  const [inSummary = {}, ...others] = adjustedOn(summary);
  expect(Object.keys(inSummary)).toHaveLength(25);
  expect([inSummary["文体活动中心工程尾款"], inSummary["24号院养老服务中心装修改造经费"]]).toEqual(["109.46", "375"]);
  for (const other of others) expect(other).toEqual(inSummary);
  const [, monitoring = {}, evaluation = {}, forms = {}] = adjustedOn(summarise(sampleSnapshot(), { text: TEXT, confirms: false }));
  expect(new Set([...Object.values(monitoring), ...Object.values(forms)])).toEqual(new Set([""]));
  // By its own rule, which its head states.
  expect(evaluation["24号院养老服务中心装修改造经费"]).toBe("600");
});

test("a form's budget is adjusted by what its paragraph tells, and filled from it", () => {
  const forms = summary.sheets.find(({ key }) => key === "project-forms")?.blocks.filter((block) => block.kind === "form") ?? [];
  expect(forms).toHaveLength(25);
  const fields = new Map(forms[12]?.fields.map(({ key, cell }) => [key, shown(cell)]));
  expect(["name", "original", "changes", "adjusted", "rate-original", "rate-adjusted"].map((key) => fields.get(key))).toEqual(["城镇困难人员医疗救助资金", "185.31", "-105.31", "80", "0.0903", "0.2091"]);
  expect(shown(forms[0]?.fields.find(({ key }) => key === "cause")?.cell)).toBe("[年初预算申报不够细化、量化，可行性论证不充分，导致追加预算。]");
});

test("scores: rate × 10 on the budget of the year, ten at most", () => {
  const scores = new Map(columnsOf(tableIn(summary, "self-evaluation"), "name", "source", "score").filter(([, source]) => source === "年度资金总额").map(([name = "", , score = ""]) => [name, score]));
  expect(scores.get("综合治理经费")).toBe("10");
  expect(scores.get("机关物业费")).toBe("8.801");
  expect(scores.get("24号院养老服务中心装修改造经费")).toBe("3.127");
});

test("one chart shows every class, the other rates from the highest on", () => {
  const charts = summary.sheets[0]?.blocks.filter((block) => block.kind === "chart") ?? [];
  const [categories, rates] = charts;
  const named = new Map(tableIn(summary, "projects").rows.map(({ key, cells }) => [key, shown(cells[1])]));
  expect([rates?.rows.length, named.get(rates?.rows[0] ?? ""), rates?.mark?.value.toFixed()]).toEqual([25, "综合治理经费", "1"]);
  expect(categories?.rows).toHaveLength(12);
});

test("every class of 预算执行 has a status, as its rate stands; classes count the projects below them", () => {
  const classes = columnsOf(tableIn(summary, "execution"), "code", "rate", "status").filter(([code = ""]) => code.length === 3);
  expect(classes).toEqual([
    ["201", "0.854", "滞后"], ["203", "0.4214", "严重滞后"], ["204", "0.664", "严重滞后"], ["205", "0.5344", "严重滞后"], ["206", "0.2361", "严重滞后"], ["207", "0.6979", "严重滞后"],
    ["208", "0.8379", "滞后"], ["210", "0.7868", "严重滞后"], ["212", "0.8798", "滞后"], ["215", "0.2293", "严重滞后"], ["221", "0.9868", "正常"], ["229", "0.6979", "严重滞后"],
  ]);
  const counts = columnsOf(tableIn(summary, "tracked"), "code", "count");
  expect(counts.filter(([code = ""]) => code.length === 3)).toEqual([["201", "4"], ["207", "1"], ["208", "5"], ["210", "2"], ["212", "12"], ["229", "1"]]);
  expect(counts.at(-1)).toEqual(["", "25"]);
});
