/**
 * Everything that is wrong with the tables of the 2016 report, and nothing else. The expectations are what a
 * person finds with a calculator on the printed pages; rates that lag are read off the printed rates.
 */

import { Decimal } from "../../../src/domain/amounts/decimal";
import type { Adjustment } from "../../../src/domain/checks/input";
import type { Finding } from "../../../src/domain/finding";
import type { Unit } from "../../../src/domain/amounts/unit";
import { findingWords } from "../../../src/i18n/describe";
import { createTranslator } from "../../../src/i18n/catalogs";
import { cellOf, checkSnapshot } from "../../support/checks";
import { printedSheets, sampleSnapshot } from "../../support/sample";

const SHEETS = new Map(printedSheets().map((sheet) => [sheet.name, sheet]));

/** The cell of a line: at("预算执行", "公安", "B"). Of two lines of one name the last. */
function at(sheet: string, name: string, column: string): string {
  const rows = SHEETS.get(sheet)?.rows ?? [];
  const column0 = sheet === "跟踪项目" ? 1 : 0;
  const row = rows.findLastIndex((cells) => (cells[column0] ?? "").trim() === name || (cells[0] ?? "").trim() === name);
  if (row < 0) throw new Error(`${sheet} has no ${name}`);
  return `${sheet} ${column}${row + 1}`;
}

const line = (severity: string, rule: string, cell: string, expected = "-", actual = "-"): string => [severity, rule, cell, expected, actual].join(" ");
const lineOf = ({ severity, rule, place, expected, actual }: Finding): string => line(severity, rule, cellOf(place), expected ?? "-", actual ?? "-");

/** Sheet, line, recomputed, printed. All lie within what ± half a cent of each amount allows. */
const ROUNDED_RATES: readonly (readonly [string, string, string, string])[] = [
  ["预算执行", "统计信息事务", "79.20", "79.27"], ["预算执行", "纪检监察事务", "90.49", "90.47"], ["预算执行", "宗教事务", "99.66", "99.65"],
  ["预算执行", "宣传事务", "84.71", "84.70"], ["预算执行", "国防动员", "42.14", "42.13"], ["预算执行", "其他教育支出", "53.44", "53.45"],
  ["预算执行", "科学技术普及", "23.61", "23.60"], ["项目完成情况", "文体活动中心工程尾款", "32.39", "32.38"], ["项目完成情况", "基层党建活动经费", "96.95", "96.96"],
];

const TOTALS = [
  line("warning", "total-mismatch", at("跟踪项目", "项目金额合计", "E"), "6805.37", "6805.36"),
  line("warning", "total-mismatch", at("功能分类", "总计", "B"), "6805.37", "6805.36"),
  line("warning", "total-mismatch", at("项目完成情况", "合计", "C"), "6805.37", "6805.36"),
  line("info", "total-mismatch", at("功能分类", "总计", "C"), "100.02", "100.00"),
  line("info", "total-mismatch", at("重点投入", "合计", "C"), "90.75", "90.74"),
  line("warning", "total-mismatch", at("预算执行", "合计", "B"), "23349.92", "23349.93"),
  line("error", "total-mismatch", at("预算执行", "合计", "C"), "27751.99", "27752.1"),
];

/** Lines of one table that are sums of adjacent lines of another, or one line under another name; and the 0.11 that no line has. */
const ACROSS = [
  ...[["公共安全", "76.45"], ["文化", "414.36"], ["社会保障和就业事务", "13293.12"], ["医疗卫生和计划生育事务", "1373.35"], ["住房保障支出", "662.08"], ["其他支出", "278.14"], ["科学技术普及", "149.84"], ["城乡社区公共设施", "5161.56"], ["资源勘探信息等", "37.81"]]
    .map(([name = "", amount]) => line("info", "cross-table", at("预算执行", name, "C"), amount, amount)),
  ...[["社会保障和就业支出", "11138.44"], ["医疗卫生与计划生育支出", "1080.51"], ["城乡社区支出", "4540.9"]].map(([name = "", amount]) => line("info", "cross-table", at("重点投入", name, "B"), amount, amount)),
  line("warning", "cross-table", at("调整后预算", "小额担保贷款贴息", "B"), "-", "0.11"),
];

const LINES = [
  line("error", "over-execution", at("项目完成情况", "综合治理经费", "B"), "98.81", "182.14"),
  ...[["项目完成情况", "24号院养老服务中心设备购置经费"], ["项目完成情况", "人定湖西里社区翻改建工程"], ["预算执行", "政协事务"]].map(([sheet = "", name = ""]) => line("warning", "no-execution", at(sheet, name, "B"), "-", "0")),
  line("warning", "duplicate-name", at("年初预算", "城乡社区环境卫生", "A"), "-", "城乡社区环境卫生"),
  line("warning", "share-denominator", "重点投入 C3"),
];

/** At the year's end time progress is 100 %: 80 % and below is 20 points behind, 90 % and below 10. */
function behindLines(): string[] {
  const recomputed = new Map(ROUNDED_RATES.map(([sheet, name, rate]) => [`${sheet} ${name}`, rate]));
  return ["预算执行", "项目完成情况"].flatMap((sheet) => (SHEETS.get(sheet)?.rows ?? []).flatMap((cells) => {
    const [name = "", , , printed = ""] = cells;
    const rate = recomputed.get(`${sheet} ${name}`) ?? printed.replace("%", "");
    const isLine = /^\d+\.\d\d%$/u.test(printed) && name !== "合计";
    if (!isLine || Number(rate) === 0 || Number(rate) > 90) return [];
    return [line(Number(rate) <= 80 ? "error" : "warning", "under-execution", at(sheet, name, "B"), "100.00", rate)];
  }));
}

/** 年初预算 and 调整后预算 of the same line, more than 10, 20, 30 % apart. */
const ADJUSTED: readonly (readonly [string, string, string, string])[] = [
  ["error", "人大事务", "65.41", "118.3"], ["error", "政协事务", "9.55", "2.05"], ["error", "统计信息事务", "7.34", "2.74"], ["error", "财政事务", "65", "96.46"],
  ["info", "民族事务", "38.98", "43.98"], ["warning", "司法", "45.57", "57.57"], ["warning", "民政管理事务", "6173.35", "4900.49"], ["info", "抚恤", "750.61", "854.4"],
  ["error", "退役安置", "84.72", "1487.33"], ["error", "社会福利", "1251.2", "832.8"], ["warning", "其他生活救助", "142.63", "172.91"], ["info", "其他支出", "195.3", "229.3"],
];

/** Figures printed with a trailing space or thousands separators are texts. */
const TEXTS = [
  ["年初预算 B4:B45", "65.41 "], ["年初预算 C6:C45", "2925.57 "], ["年初预算 D4:D45", "65.41 "], ["调整后预算 C46", "5,319.60"], ["重点投入 B9", "21,188.29"],
  ["跟踪项目 E4:E28", "400.00 "], ["功能分类 B4:B15", "400.00 "], ["项目完成情况 B3:B28", "81.70 "], ["项目完成情况 C28", "6,805.36"],
].map(([cells = "", first = ""]) => line("info", "text-number", cells, "-", first));

const EXPECTED = [
  ...ROUNDED_RATES.map(([sheet, name, expected, printed]) => line("info", "rate-mismatch", at(sheet, name, "D"), expected, printed)),
  ...TOTALS, ...ACROSS, ...LINES, ...behindLines(), ...TEXTS,
  ...ADJUSTED.map(([severity, name, before, after]) => line(severity, "large-adjustment", at("调整后预算", name, "B"), before, after)),
];

const told = (name: string | null, change: string, unit: Unit): Adjustment => ({ name, change: new Decimal(change), unit, quote: `${name ?? "全部预算"}调整${change}${unit}` });
/** What the report's paragraphs tell. */
const ADJUSTMENTS = [
  told("社区服务中心装修改造经费", "20", "万元"), told("24号院养老服务中心装修改造经费", "-225", "万元"), told("城镇困难人员医疗救助资金", "-1053100", "元"),
  told("垃圾分类指导员补贴", "-260000", "元"), told("地区城市保洁队日常管理经费", "271400", "元"),
  told("2015年度4个技防、2个消防工程尾款", "50150.15", "元"), told("2015年度4个技防、2个消防工程尾款", "2758.00", "元"),
  told(null, "2057.70", "万元"), told(null, "-4817.56", "万元"), told(null, "2246.77", "万元"),
];

describe("the tables alone", () => {
  const { findings, reconciliations } = checkSnapshot(sampleSnapshot());
  const unitNotes = findings.filter(({ rule }) => rule === "unit-unknown");

  test("all of it and nothing else", () => {
    expect(findings.filter((finding) => !unitNotes.includes(finding)).map(lineOf).sort()).toEqual([...EXPECTED].sort());
  });

  test("a unit that is nowhere stated may be mentioned, as information", () => {
    expect(unitNotes.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("every finding reads in both languages, with a remedy", () => {
    for (const words of [createTranslator("zh-CN"), createTranslator("en-US")]) {
      const broken = findings.map((finding) => findingWords(words, finding)).filter(({ what, remedy }) => what === "" || remedy === "" || /[{}]|undefined|NaN/u.test(what + remedy));
      expect(broken).toEqual([]);
    }
  });

  test("what must not be reported is not", () => {
    const rulesAt = (cell: string): string[] => findings.filter(({ place }) => cellOf(place) === cell).map(({ rule }) => rule);
    // Column sums and 基本 + 项目 = 合计 of both budgets.
    expect(findings.filter(({ rule, place }) => ["total-mismatch", "parts-mismatch", "adjustment-mismatch"].includes(rule) && /^(?:年初|调整后)预算$/u.test(place.sheetName))).toEqual([]);
    // 23349.93 / 27752.10 = 84.14 %.
    expect(rulesAt(at("预算执行", "合计", "D"))).toEqual([]);
    // 重点投入: the total and all five shares; 功能分类: every amount and every share.
    expect(findings.filter(({ rule }) => rule === "share-mismatch")).toEqual([]);
    expect(findings.filter(({ rule, place }) => place.sheetName === "功能分类" && rule === "cross-table")).toEqual([]);
    expect(findings.filter(({ rule, place }) => place.sheetName === "重点投入" && place.range.left === 1 && rule === "total-mismatch")).toEqual([]);
    // A rate above 100 % and a zero are legitimate.
    for (const name of ["综合治理经费", "24号院养老服务中心设备购置经费", "人定湖西里社区翻改建工程"]) expect(rulesAt(at("项目完成情况", name, "D"))).toEqual([]);
    // 文化 399.56 / 414.36 and 其他支出 229.3 / 278.14 are different scopes under one name.
    const scopes = ["文化", "其他支出"].flatMap((name) => [at("预算执行", name, "C"), at("调整后预算", name, "B")]);
    expect(findings.filter(({ rule, severity, place }) => rule === "cross-table" && severity !== "info" && scopes.includes(cellOf(place)))).toEqual([]);
    // 22- and 23-digit codes that are texts.
    expect(findings.filter(({ rule }) => rule === "damaged-code" || rule === "code-mismatch" || rule === "duplicate-code")).toEqual([]);
  });

  test("reconciliations are kept with both sides and their outcome", () => {
    const counted = new Map<string, number>();
    for (const { kind, outcome, left } of reconciliations) {
      const key = `${kind} ${left.places[0]?.sheetName ?? ""} ${outcome}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries([...counted].sort())).toEqual({
      "total 年初预算 passed": 3, "total 调整后预算 passed": 3, "total 预算执行 failed": 2, "total 重点投入 passed": 1, "total 跟踪项目 failed": 1, "total 功能分类 failed": 1,
      "total 项目完成情况 passed": 1, "total 项目完成情况 failed": 1, "share-total 重点投入 info": 1, "share-total 功能分类 info": 1,
      // 41 and 42 lines and the total.
      "parts 年初预算 passed": 42, "parts 调整后预算 passed": 43,
      // 23 categories: 14 by name, 9 by their sum; the 0.11 has no line.
      "same-line 预算执行 passed": 14, "adjacent-sum 预算执行 info": 9, "same-total 预算执行 passed": 1,
      "same-line 重点投入 passed": 2, "adjacent-sum 重点投入 info": 3,
      "grouped 功能分类 passed": 11, "same-total 功能分类 passed": 1,
      "same-line 项目完成情况 passed": 25, "same-total 项目完成情况 passed": 1,
    });
  });

  test("a sum of rows names the rows", () => {
    const welfare = reconciliations.find(({ kind, left }) => kind === "adjacent-sum" && left.label === "社会保障和就业事务");
    const [first, last] = [at("调整后预算", "人力资源和社会保障管理事务", "B"), at("调整后预算", "其他社会保障和就业支出", "B")];
    expect(welfare?.right.places.map(cellOf)).toEqual([`${first}:${last.replace("调整后预算 ", "")}`]);
  });
});

describe("with the adjustments that the paragraphs tell", () => {
  const { findings, reconciliations } = checkSnapshot(sampleSnapshot(), { adjustments: ADJUSTMENTS });
  const known = new Set(EXPECTED);
  const further = findings.filter((finding) => finding.rule !== "unit-unknown" && !known.has(lineOf(finding))).map(lineOf);

  test("six rates are on the original budget", () => {
    const conflict = (name: string, adjusted: string, printed: string): string => line("warning", "basis-conflict", at("项目完成情况", name, "D"), adjusted, printed);
    const large = (severity: string, name: string, before: string, after: string): string => line(severity, "large-adjustment", at("项目完成情况", name, "C"), before, after);
    expect(further.sort()).toEqual([
      conflict("社区服务中心装修改造经费", "19.45", "20.43"), conflict("24号院养老服务中心装修改造经费", "31.27", "19.55"), conflict("城镇困难人员医疗救助资金", "20.91", "9.03"),
      conflict("垃圾分类指导员补贴", "98.71", "92.77"), conflict("地区城市保洁队日常管理经费", "77.66", "92.27"), conflict("2015年度4个技防、2个消防工程尾款", "89.76", "91.42"),
      large("error", "24号院养老服务中心装修改造经费", "600", "375"), large("error", "城镇困难人员医疗救助资金", "185.31", "80"), large("info", "地区城市保洁队日常管理经费", "144.28", "171.42"),
    ].sort());
  });

  test("28265.19 + 2057.70 − 4817.56 + 2246.77 = 27752.10", () => {
    expect(reconciliations.filter(({ kind }) => kind === "adjustment")).toMatchObject([{ outcome: "passed", difference: "0", left: { figure: "27752.1" }, right: { figure: "27752.1" } }]);
  });
});
