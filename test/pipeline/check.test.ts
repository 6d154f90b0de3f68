/** The sample with the report's text: everything that is wrong with it, and nothing else. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import type { AnyFinding } from "../../src/domain/finding";
import { describeFinding, findingWords } from "../../src/i18n/describe";
import { createTranslator } from "../../src/i18n/catalogs";
import { checkExecution, checkInSteps, confirmAll, type CheckOptions, type CheckOutcome } from "../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { adjustmentsOf } from "../../src/pipeline/review";
import { formatRange } from "../../src/workbook/address";
import { expectedHundredths } from "../support/report";
import { printedSheets, sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";

const TEXT = readFileSync(path.join(__dirname, "../../assets/samples/report-2016.txt"), "utf8");
const snapshot = sampleSnapshot();
const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);

const ALL = confirmAll(TEXT, snapshot, execution);

/** As pane and command line do: what is confirmed counts in the rates, too. */
function check(options: Partial<CheckOptions> = {}): CheckOutcome {
  const { confirmed = ALL } = options;
  const computed = computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, adjustments: adjustmentsOf(confirmed) });
  return checkExecution(snapshot, computed, { settings: DEFAULT_SETTINGS, text: TEXT, confirmed, ...options });
}

/** "error total-mismatch 预算执行 C26 27751.99 27752.1"; words of the text are "正文" and their line. */
function lineOf({ severity, rule, kind, place, text, expected, actual }: AnyFinding): string {
  const where = [...(place === null ? [] : [`${place.sheetName} ${formatRange(place.range)}`]), ...(text === undefined ? [] : [`正文 ${text.line + 1}`])];
  return [severity, kind === undefined ? rule : `${rule}.${kind}`, ...where, expected ?? "-", actual ?? "-"].join(" ");
}

interface PrintedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The lines of a printed table, without its total. */
function linesOf(sheetName: string): readonly PrintedRow[] {
  const sheet = printedSheets().find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new Error(sheetName);
  return sheet.rows.map((cells, i) => ({ row: i + 1, cells })).slice(sheet.headerRows[1], -1);
}

function plain(printed = ""): string {
  return String(Number(printed.replaceAll(",", "")));
}

/** At the year's end 序时进度 is 100 %: 20 points behind are an error, 10 a warning; above 110 % is an error. */
function executionOf(sheetName: string): readonly string[] {
  return linesOf(sheetName).flatMap(({ row, cells: [, spent = "", budget = ""] }) => {
    const hundredths = expectedHundredths(spent, budget);
    const cell = `${sheetName} B${row}`;
    if (hundredths > 11_000) return [`error over-execution ${cell} ${plain(budget)} ${plain(spent)}`];
    if (hundredths === 0) return [`warning no-execution ${cell} - 0`];
    if (hundredths > 9_000) return [];
    return [`${hundredths <= 8_000 ? "error" : "warning"} under-execution ${cell} 100.00 ${(hundredths / 100).toFixed(2)}`];
  });
}

/** Lines that stand once in both tables of budgets, and differ by more than 10, 20 or 30 %. */
function largeAdjustments(): readonly string[] {
  const before = linesOf("年初预算");
  return linesOf("调整后预算").flatMap(({ row, cells: [name = "", adjusted = ""] }) => {
    const known = before.filter(({ cells }) => cells[0]?.trim() === name.trim());
    const original = known.length === 1 ? plain(known[0]?.cells[1]) : "0";
    const change = original === "0" ? 0 : Math.abs(expectedHundredths(adjusted, original) - 10_000);
    const severity = change > 3_000 ? "error" : change > 2_000 ? "warning" : change > 1_000 ? "info" : null;
    return severity === null ? [] : [`${severity} large-adjustment 调整后预算 B${row} ${original} ${plain(adjusted)}`];
  });
}

/** Rates that do not recompute from the printed amounts, all within what rounding allows: cell, line of the text, recomputed, printed. */
const RATES: readonly (readonly [cell: string, line: number, recomputed: string, printed: string])[] = [
  ["预算执行 D6", 617, "79.20", "79.27"],
  ["预算执行 D8", 621, "90.49", "90.47"],
  ["预算执行 D10", 624, "99.66", "99.65"],
  ["预算执行 D14", 631, "84.71", "84.70"],
  ["预算执行 D15", 633, "42.14", "42.13"],
  ["预算执行 D17", 637, "53.44", "53.45"],
  ["预算执行 D18", 638, "23.61", "23.60"],
  ["项目完成情况 D4", 1181, "32.39", "32.38"],
  ["项目完成情况 D9", 1192, "96.95", "96.96"],
];

const TOTALS = [
  "warning total-mismatch 预算执行 B26 23349.92 23349.93",
  "error total-mismatch 预算执行 C26 27751.99 27752.1",
  "warning total-mismatch 跟踪项目 E29 6805.37 6805.36",
  "warning total-mismatch 功能分类 B15 6805.37 6805.36",
  "warning total-mismatch 项目完成情况 C28 6805.37 6805.36",
  "info total-mismatch 功能分类 C15 100.02 100.00",
  "info total-mismatch 重点投入 C9 90.75 90.74",
];

/** Sentences' classes against the adjusted-budget table, and the key investments against the classes. */
const BETWEEN_TABLES = [
  ...[["C16", "76.45"], ["C18", "149.84"], ["C19", "414.36"], ["C20", "13293.12"], ["C21", "1373.35"], ["C22", "5161.56"], ["C23", "37.81"], ["C24", "662.08"], ["C25", "278.14"]]
    .map(([cell, sum]) => `info cross-table 预算执行 ${cell} ${sum} ${sum}`),
  ...[["B5", "11138.44"], ["B6", "1080.51"], ["B7", "4540.9"]].map(([cell, figure]) => `info cross-table 重点投入 ${cell} ${figure} ${figure}`),
  "warning cross-table 调整后预算 B40 - 0.11",
  "warning share-denominator 重点投入 C3 - -",
  "warning duplicate-name 年初预算 A39 - 城乡社区环境卫生",
];

/** Figures with a trailing space or a thousands separator: Excel does not add them up. */
const AS_TEXT = [
  "info text-number 年初预算 B4:B45 - 65.41 ",
  "info text-number 年初预算 D4:D45 - 65.41 ",
  "info text-number 年初预算 C6:C45 - 2925.57 ",
  "info text-number 调整后预算 C46 - 5,319.60",
  "info text-number 重点投入 B9 - 21,188.29",
  "info text-number 跟踪项目 E4:E28 - 400.00 ",
  "info text-number 功能分类 B4:B15 - 400.00 ",
  "info text-number 项目完成情况 B3:B28 - 81.70 ",
  "info text-number 项目完成情况 C28 - 6,805.36",
];

const IN_TEXT = [
  "warning narrative-mismatch.lines 正文 612 23349.92 23349.93",
  "warning narrative-mismatch.lines 正文 612 27751.99 27752.1",
  "error narrative-mismatch.total 重点投入 B9 正文 652 21188.29 6989.19",
  "error narrative-mismatch.total 重点投入 C9 正文 652 90.74 95.10",
  "error narrative-mismatch.two-wholes 正文 652 23349.93 7349.67",
  "warning narrative-mismatch.class-unchanged 调整后预算 D36 正文 1208 - 602.98",
  "info stale-date.told-with-two-dates 正文 1208 2016年6月 2016年5月26日",
  "error stale-date.date-order 正文 1224 2016-01-01 2014-04-30",
  "warning stale-date.cut-off 正文 1228 2016-12-31 2015-06-30",
  "warning stale-date.cut-off 正文 1247 2016-12-31 2016-06-30",
  "warning missing-in-text.uncovered-line 调整后预算 B40 0.11 -",
];

/** Adjustments that the paragraphs tell and the table ignores. */
const FROM_ADJUSTMENTS = [
  ...[["D3", "19.45", "20.43"], ["D5", "31.27", "19.55"], ["D15", "20.91", "9.03"], ["D17", "98.71", "92.77"], ["D19", "77.66", "92.27"], ["D25", "89.76", "91.42"]]
    .map(([cell, adjusted, printed]) => `warning basis-conflict 项目完成情况 ${cell} ${adjusted} ${printed}`),
  "error large-adjustment 项目完成情况 C5 600 375",
  "error large-adjustment 项目完成情况 C15 185.31 80",
  "info large-adjustment 项目完成情况 C19 144.28 171.42",
];

const IN_TABLES = [
  ...executionOf("预算执行"), ...executionOf("项目完成情况"), ...largeAdjustments(), ...TOTALS, ...BETWEEN_TABLES, ...AS_TEXT,
  ...RATES.map(([cell, , recomputed, printed]) => `info rate-mismatch ${cell} ${recomputed} ${printed}`),
];

const BESIDE_TEXT = [...IN_TEXT, ...RATES.map(([, line, recomputed, printed]) => `info narrative-mismatch.rate 正文 ${line} ${recomputed} ${printed}`)];

/** The lines whose budgets the text changes are behind by their rates on the changed budget; 98.71 % is not behind. */
function adjusted(lines: readonly string[]): readonly string[] {
  const changed = /under-execution 项目完成情况 B(?:3|5|15|17|19|25) /u;
  return [
    ...lines.filter((line) => !changed.test(line)),
    ...[["error", "B3", "19.45"], ["error", "B5", "31.27"], ["error", "B15", "20.91"], ["error", "B19", "77.66"], ["warning", "B25", "89.76"]].map(([severity, cell, rate]) => `${severity} under-execution 项目完成情况 ${cell} 100.00 ${rate}`),
  ];
}

function sorted(lines: readonly string[]): readonly string[] {
  return [...lines].sort();
}

describe("the sample with the report's text", () => {
  const { findings, reconciliations, proposals } = check();

  test("is wrong in these places and no others", () => {
    expect(sorted(findings.map(lineOf))).toEqual(sorted([...adjusted(IN_TABLES), ...FROM_ADJUSTMENTS, ...BESIDE_TEXT]));
  });

  test("has the anomalies that the report should have explained", () => {
    const gravest = findings.filter(({ rule }) => rule === "over-execution").map(({ values }) => [values["name"], values["over"], values["rate"]]);
    expect(gravest).toEqual([["综合治理经费", { figure: "83.33", unit: "万元" }, { figure: "184.33", unit: "percent" }]]);
    expect(findings.filter(({ rule }) => rule === "no-execution").map(({ values }) => values["name"])).toEqual(["政协事务", "24号院养老服务中心设备购置经费", "人定湖西里社区翻改建工程"]);
    const underHalf = findings.filter(({ rule, actual }) => rule === "under-execution" && Number(actual) < 50).map(({ actual }) => actual);
    expect(sorted(underHalf.flatMap((rate) => rate ?? []))).toEqual(sorted(["19.45", "32.39", "31.27", "20.91", "47.51", "42.14", "23.61", "22.93"]));
  });

  test("puts the adjustments of the whole budget to the test: 28265.19 + 2057.70 − 4817.56 + 2246.77 = 27752.10", () => {
    expect(reconciliations.filter(({ kind }) => kind === "adjustment").map(({ outcome, left, right }) => [outcome, left.figure, right.figure])).toEqual([["passed", "27752.1", "27752.1"]]);
  });

  test("holds in every printed sum that is right", () => {
    const passed = reconciliations.filter(({ kind, outcome }) => kind === "total" && outcome === "passed");
    expect(sorted(passed.map(({ left }) => left.figure))).toEqual(sorted(["28265.19", "5752.85", "22512.34", "27752.1", "5319.6", "22432.5", "21188.29", "4070.45"]));
  });

  test("quotes the words that prove a finding, where they stand", () => {
    const told = findings.flatMap(({ text }) => text ?? []);
    expect(told.map(({ start, end }) => TEXT.slice(start, end))).toEqual(told.map(({ quote }) => quote));
    expect(told.map(({ start }) => TEXT.slice(0, start).split("\n").length - 1)).toEqual(told.map(({ line }) => line));
    expect(told.map(({ quote }) => quote)).toContain("占2016年预算全部支出7,349.67万元的95.10%");
  });

  test.each(["zh-CN", "en-US"] as const)("has words and a remedy for everything in %s", (locale) => {
    const words = createTranslator(locale);
    expect(findings.filter((finding) => findingWords(words, finding).what === "" || findingWords(words, finding).remedy === "").map(lineOf)).toEqual([]);
    expect(findings.map((finding) => describeFinding(words, finding)).filter((text) => /undefined|NaN|null|\{|\}/u.test(text))).toEqual([]);
  });

  test.each(["zh-CN", "en-US"] as const)("writes every figure in full in %s: thousands apart, two decimals or more, and the unit in that language", (locale) => {
    const words = createTranslator(locale);
    const computed = execution.executions.flatMap((one) => one.findings);
    expect(computed.length).toBe(3);
    const messages = [...findings, ...computed].map((finding) => describeFinding(words, finding).replace(/“[^”]*”/gu, "“”"));
    const figures = messages.flatMap((message) => message.match(/\d[\d,]*\.\d+/gu) ?? []);
    expect(figures.length).toBeGreaterThan(200);
    expect(figures.filter((figure) => !/^\d{1,3}(?:,\d{3})*\.\d{2,}$/u.test(figure))).toEqual([]);
    expect(messages.filter((message) => /元 \p{Script=Han}/u.test(message))).toEqual([]);
    expect(messages.filter((message) => (locale === "en-US" ? /[元]|thousand|hundred/u : /yuan/u).test(message))).toEqual([]);
  });

  test("proposes six adjusted budgets", () => {
    expect(proposals.adjustments.map(({ name, budget, newBudget }) => [name, budget.toFixed(), newBudget.toFixed()])).toEqual([
      ["社区服务中心装修改造经费", "400", "420"],
      ["24号院养老服务中心装修改造经费", "600", "375"],
      ["城镇困难人员医疗救助资金", "185.31", "80"],
      ["垃圾分类指导员补贴", "432", "406"],
      ["地区城市保洁队日常管理经费", "144.28", "171.42"],
      ["2015年度4个技防、2个消防工程尾款", "285.21", "290.500815"],
    ]);
  });
});

describe("what a person decides", () => {
  test("without a text there is only what the tables show", () => {
    const { findings, proposals } = check({ text: null, confirmed: [] });
    expect(sorted(findings.map(lineOf))).toEqual(sorted(IN_TABLES));
    expect(proposals).toEqual({ adjustments: [], lines: [] });
  });

  test("adjustments that nobody confirmed change no rate", () => {
    expect(sorted(check({ confirmed: [] }).findings.map(lineOf))).toEqual(sorted([...IN_TABLES, ...BESIDE_TEXT]));
  });

  test("one confirmed adjustment concerns its own line", () => {
    const more = check({ confirmed: ALL.filter(({ name }) => name === "垃圾分类指导员补贴") }).findings.map(lineOf).filter((line) => ![...IN_TABLES, ...BESIDE_TEXT].includes(line));
    expect(more).toEqual(["warning basis-conflict 项目完成情况 D17 98.71 92.77"]);
  });

  test("checks of the text are switched off like any other", () => {
    const { findings } = check({ settings: { ...DEFAULT_SETTINGS, off: ["narrative-mismatch", "stale-date"] } });
    expect(findings.map(lineOf).filter((line) => line.includes("正文"))).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain("missing-in-text");
  });
});

test("step by step it comes to the same, with progress that only grows", () => {
  const running = checkInSteps(snapshot, computeWorkbook(snapshot, { ...DEFAULT_OPTIONS, adjustments: adjustmentsOf(ALL) }), { settings: DEFAULT_SETTINGS, text: TEXT, confirmed: ALL });
  const done: number[] = [];
  let step = running.next();
  for (; step.done !== true; step = running.next()) done.push(step.value.done);
  expect(step.value.findings).toEqual(check().findings);
  expect(done.length).toBeGreaterThan(20);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done.every((part) => part > 0 && part <= 1)).toBe(true);
});

test("a text in 万元 beside a table in 元 is quoted as both print it; for machines both are in the table's unit", () => {
  const sheet = sheetOf("执行表", [["单位：元"], ["项目名称", "年初预算", "支出"], ["物业费", 1000000, 500000], ["保洁费", 2000000, 1500000], ["巡防经费", 988100, 1821400]]);
  const snapshotInYuan = snapshotOf(sheet);
  const text = "1. 物业费全年预算100.00万元，支出50.00万元。\n2. 保洁费全年预算200.00万元，支出150.00万元。\n3. 巡防经费全年预算98.81万元，支出128.14万元。\n";
  const { findings } = checkExecution(snapshotInYuan, computeWorkbook(snapshotInYuan, DEFAULT_OPTIONS), { settings: DEFAULT_SETTINGS, text, confirmed: [] });
  const told = findings.filter(({ rule, kind }) => rule === "narrative-mismatch" && kind === "line");
  expect(told.map(lineOf)).toEqual(["error narrative-mismatch.line 执行表 C5 正文 3 1821400 1281400"]);
  expect(told.map((finding) => findingWords(createTranslator("zh-CN"), finding).what)).toEqual(["“巡防经费”写的是 128.14 万元，“执行表”表中“巡防经费”的支出是 1,821,400.00 元。"]);
});
