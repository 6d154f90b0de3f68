import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { computeExecution } from "../../../src/domain/execution/execute";
import type { Basis, CutOff, TableExecution } from "../../../src/domain/execution/result";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import type { Finding } from "../../../src/domain/finding";
import { findingWords } from "../../../src/i18n/describe";
import { createTranslator } from "../../../src/i18n/catalogs";
import { formatRange } from "../../../src/workbook/address";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { printedSheets, sheetOfPrinted } from "../../support/sample";
import { sheetOf, type SheetOptions } from "../../support/snapshots";
import { tableIn, type TableShape } from "../../support/tables";

const YEAR_END: CutOff = { year: 2016, month: 12, day: 31 };

function compute(sheet: SheetSnapshot, shape: TableShape, basis: Basis = "adjusted"): TableExecution {
  const outcome = computeExecution(tableIn(sheet, shape), sheet, { basis, cutOff: YEAR_END, thresholds: DEFAULT_THRESHOLDS });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

function printed(name: string): SheetSnapshot {
  const sheet = printedSheets().find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(name);
  return sheetOfPrinted(sheet);
}

/** "name expenditure / budget = rate status". */
function lines({ rows }: TableExecution): string[] {
  return rows.map(({ name, budget, expenditure, rate, status }) =>
    `${name} ${expenditure?.toFixed() ?? ""} / ${budget?.toFixed() ?? ""} = ${rate.ok ? rate.percent.toFixed(2) : rate.why} ${status}`);
}

function told(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, severity, place, expected, actual }) => `${rule} ${severity} ${formatRange(place.range)} ${expected ?? ""}/${actual ?? ""}`);
}

describe("the 25 tracked projects of 2016", () => {
  const execution = compute(printed("项目完成情况"), { header: 2, unit: "万元", roles: { A: "name", B: "expenditure", C: "original-budget", D: "rate" }, kinds: { 28: "total" } });

  test("every rate, recomputed from the printed amounts", () => {
    expect(lines(execution)).toEqual([
      "社区服务中心装修改造经费 81.7 / 400 = 20.43 far-behind",
      // Printed as 32.38.
      "文体活动中心工程尾款 35.45 / 109.46 = 32.39 far-behind",
      "24号院养老服务中心装修改造经费 117.27 / 600 = 19.55 far-behind",
      "24号院养老服务中心设备购置经费 0 / 156 = 0.00 unspent",
      "机关物业费 185.05 / 210.27 = 88.01 behind",
      "地区协作经费 70.85 / 120 = 59.04 far-behind",
      // Printed as 96.96.
      "基层党建活动经费 104.71 / 108 = 96.95 on-track",
      "社区党组织服务群众专项经费 593.15 / 908.5 = 65.29 far-behind",
      "社区工作者餐费 137.02 / 225.32 = 60.81 far-behind",
      "社区公益事业专项补助资金 167.12 / 281.51 = 59.37 far-behind",
      "人定湖西里社区翻改建工程 0 / 300 = 0.00 unspent",
      "低保医疗救助费 186.06 / 220 = 84.57 behind",
      "城镇困难人员医疗救助资金 16.73 / 185.31 = 9.03 far-behind",
      "老旧小区改造项目 125.68 / 191.9 = 65.49 far-behind",
      "垃圾分类指导员补贴 400.76 / 432 = 92.77 on-track",
      "城管队保安经费 138 / 192 = 71.88 far-behind",
      "地区城市保洁队日常管理经费 133.13 / 144.28 = 92.27 on-track",
      "拆违恢复经费 107.18 / 200 = 53.59 far-behind",
      "弃管绿地改造经费 67.24 / 120 = 56.03 far-behind",
      "2015年工程项目尾款 284.15 / 453.04 = 62.72 far-behind",
      "综合治理经费 182.14 / 98.81 = 184.33 over",
      "巡防保安经费 340.27 / 420 = 81.02 behind",
      "2015年度4个技防、2个消防工程尾款 260.74 / 285.21 = 91.42 on-track",
      "全响应PDA通讯费 271.87 / 350 = 77.68 far-behind",
      "国际、国家安全社区建设服务经费 64.18 / 93.76 = 68.45 far-behind",
      "合计 4070.45 / 6805.36 = 59.81 far-behind",
    ]);
  });

  test("the total divides totals as printed; the rows' own sum stands beside it, and the cent between them is said", () => {
    const { sum, total } = execution;
    expect([total?.name, total?.budget?.toFixed(2), sum.budget?.toFixed(2), sum.expenditure?.toFixed(2), sum.rows]).toEqual(["合计", "6805.36", "6805.37", "4070.45", 25]);
    expect(sum.rate).toEqual({ ok: true, percent: new Decimal("59.81") });
    expect(told(execution.findings)).toEqual(["total-mismatch warning C28 6805.37/6805.36"]);
  });

  test("the basis is the one there is, and its column is named", () => {
    expect([execution.basis, execution.unit, execution.budgetFrom, execution.expenditureFrom.columns]).toEqual([
      "original", "万元",
      { tableId: execution.table.id, sheetId: "{项目完成情况}", sheetName: "项目完成情况", columns: [2], reason: { code: "budget-only-original", values: { column: "项目预算" } } },
      [1],
    ]);
  });
});

test("the 23 categories of 2016: 84.14 % overall, two totals that are not the sum of their rows", () => {
  const execution = compute(printed("预算执行"), { header: 2, roles: { A: "name", B: "expenditure", C: "adjusted-budget", D: "rate" }, units: { B: "万元", C: "万元" }, kinds: { 26: "total" } });
  // The seven rates that the report prints differently are these, recomputed.
  const rates = Object.fromEntries(execution.rows.map(({ name, rate }) => [name, rate.ok ? rate.percent.toFixed(2) : rate.why]));
  expect(rates).toMatchObject({ 统计信息事务: "79.20", 纪检监察事务: "90.49", 宗教事务: "99.66", 宣传事务: "84.71", 国防动员: "42.14", 其他教育支出: "53.44", 科学技术普及: "23.61", 政协事务: "0.00", 合计: "84.14" });
  expect(execution.unit).toBe("万元");
  expect(told(execution.findings)).toEqual(["total-mismatch warning B26 23349.92/23349.93", "total-mismatch error C26 27751.99/27752.1"]);
});

/** A table of name, budget, expenditure in 万元 with these rows. */
function small(rows: readonly (readonly (CellValue | null)[])[], shape: Partial<TableShape> = {}, options: SheetOptions = {}) {
  const sheet = sheetOf("表", [["名称", "预算数", "支出数"], ...rows], options);
  return compute(sheet, { header: 1, roles: { A: "name", B: "original-budget", C: "expenditure" }, unit: "万元", ...shape });
}

test("no figure is no rate, with its reason, and never a zero", () => {
  const execution = small([
    ["空预算", null, 5], ["零预算", 0, 5], ["零预算零支出", "0.00 ", "-"], ["负预算", -1, 5], ["乱预算", "待定", 5],
    ["空支出", 100, "　"], ["乱支出", 100, "见附件"], ["错误值", 100, "#DIV/0!"], ["全空", null, null],
  ]);
  expect(lines(execution)).toEqual([
    "空预算 5 /  = no-budget unbudgeted",
    "零预算 5 / 0 = zero-budget unbudgeted",
    "零预算零支出 0 / 0 = zero-budget not-computable",
    "负预算 5 / -1 = negative-budget not-computable",
    "乱预算 5 /  = unreadable-budget not-computable",
    "空支出  / 100 = no-expenditure-figure not-computable",
    "乱支出  / 100 = unreadable-expenditure not-computable",
    "错误值  / 100 = unreadable-expenditure not-computable",
    "全空  /  = no-budget not-computable",
  ]);
  expect(execution.findings.map(({ rule, severity, place, values }) => [rule, severity, formatRange(place.range), values["content"]])).toEqual([
    ["not-a-number", "error", "B6", "待定"], ["not-a-number", "error", "C8", "见附件"], ["error-value", "error", "C9", "#DIV/0!"],
  ]);
});

test("a date among the amounts is located, and is no figure of its row, of the sum or of a total", () => {
  const dates = { formats: { "C2": "yyyy-mm-dd", "B3": '[$-804]yyyy"年"m"月"d"日"', "C5": "m/d/yyyy" } };
  const execution = small([["甲", 100, 46348], ["乙", 46348.93, 5], ["丙", 50, 25], ["合计", 150, 46378]], { kinds: { 5: "total" } }, dates);
  expect(lines(execution)).toEqual([
    "甲  / 100 = unreadable-expenditure not-computable",
    "乙 5 /  = unreadable-budget not-computable",
    "丙 25 / 50 = 50.00 far-behind",
    "合计  / 150 = unreadable-expenditure not-computable",
  ]);
  expect([execution.sum.budget?.toFixed(), execution.sum.expenditure?.toFixed(), execution.sum.rate]).toEqual([undefined, undefined, { ok: false, why: "unreadable-expenditure" }]);
  expect(told(execution.findings)).toEqual(["not-a-number error B3 /2026-11-22", "not-a-number error C2 /2026-11-22", "not-a-number error C5 /2026-12-22"]);
});

test("a dash is zero: in its row, in the sum, and in a total above or below it", () => {
  const execution = small([["甲", 10, "-"], ["乙", 20, 5], ["丙", "—", "－"], ["合计", 30, 5]], { kinds: { 5: "total" } });
  expect(lines(execution)).toEqual([
    "甲 0 / 10 = 0.00 unspent",
    "乙 5 / 20 = 25.00 far-behind",
    "丙 0 / 0 = zero-budget not-computable",
    "合计 5 / 30 = 16.67 far-behind",
  ]);
  expect([execution.sum.budget?.toFixed(), execution.sum.expenditure?.toFixed(), execution.sum.rate]).toEqual(["30", "5", { ok: true, percent: new Decimal("16.67") }]);
  expect(execution.findings).toEqual([]);
  expect(lines(small([["甲", 10, "-"], ["合计", 10, "-"]], { kinds: { 3: "total" } }))).toEqual(["甲 0 / 10 = 0.00 unspent", "合计 0 / 10 = 0.00 unspent"]);
  // Were a dash no figure, neither sum would be known and nothing said.
  expect(told(small([["甲", 10, "-"], ["合计", 10, 3]], { kinds: { 3: "total" } }).findings)).toEqual(["total-mismatch error C3 0/3"]);
  expect(told(small([["甲", 10, 3], ["合计", 10, "-"]], { kinds: { 3: "total" } }).findings)).toEqual(["total-mismatch error C3 3/0"]);
});

test("a total over a column with a cell that cannot be read is not called wrong", () => {
  const execution = small([["甲", 1, "待定"], ["乙", 2, 2], ["合计", 4, 9]], { kinds: { 4: "total" } });
  expect(told(execution.findings)).toEqual(["total-mismatch error B4 3/4", "not-a-number error C2 /待定"]);
});

test("a difference is judged in the printed unit: a cent is a warning, more an error, less information", () => {
  const off = (by: string): string[] => told(small([["甲", "1.1", 1], ["合计", new Decimal("1.1").plus(by).toFixed(), 1]], { kinds: { 3: "total" } }).findings);
  expect(["0", "0.01", "-0.01", "0.011", "-5", "0.009"].map(off)).toEqual([
    [], ["total-mismatch warning B3 1.1/1.11"], ["total-mismatch warning B3 1.1/1.09"], ["total-mismatch error B3 1.1/1.111"], ["total-mismatch error B3 1.1/-3.9"], ["total-mismatch info B3 1.1/1.109"],
  ]);
});

test("a total is not compared where its cell, or every cell above it, is blank", () => {
  expect(small([["甲", 1, null], ["合计", null, 7]], { kinds: { 3: "total" } }).findings).toEqual([]);
});

test("every amount column's total is checked, and subtotals are not summed twice", () => {
  const sheet = sheetOf("表", [
    ["名称", "预算", "其中：基本", "支出"],
    ["甲", 10, 4, 5], ["乙", 20, 6, 5], ["小计", 30, 11, 10], ["丙", 5, 1, 1], ["合计", 35, 11, 11],
  ]);
  const execution = compute(sheet, { header: 1, unit: "万元", roles: { A: "name", B: "original-budget", C: "basic", D: "expenditure" }, kinds: { 4: "subtotal", 6: "total" } });
  expect(told(execution.findings)).toEqual(["total-mismatch error C4 10/11"]);
  expect(lines(execution).slice(-3)).toEqual(["小计 10 / 30 = 33.33 far-behind", "丙 1 / 5 = 20.00 far-behind", "合计 11 / 35 = 31.43 far-behind"]);
});

test("two units meeting in one rate are converted, and totals are judged in what they are printed in", () => {
  const execution = compute(sheetOf("表", [["名称", "预算（万元）", "支出（元）"], ["甲", 20, 50000], ["乙", 1.5, "2,500.50"], ["合计", 21.5, 52500.51]]), {
    header: 1, roles: { A: "name", B: "original-budget", C: "expenditure" }, unit: "万元", units: { B: "万元", C: "元" }, kinds: { 4: "total" },
  });
  expect(lines(execution)).toEqual(["甲 5 / 20 = 25.00 far-behind", "乙 0.25005 / 1.5 = 16.67 far-behind", "合计 5.250051 / 21.5 = 24.42 far-behind"]);
  // 0.01 元, which is 0.000001 万元.
  expect(told(execution.findings)).toEqual(["total-mismatch warning C4 5.25005/5.250051"]);
});

test("a unit only one side states leaves no rates", () => {
  const execution = small([["甲", 20, 5]], { unit: null, units: { B: "万元" } });
  expect(lines(execution)).toEqual(["甲 5 / 20 = unit-unknown not-computable"]);
  expect([execution.unit, execution.sum.rate, told(execution.findings)]).toEqual([null, { ok: false, why: "unit-unknown" }, ["unit-unknown error A1:C1 /"]]);
});

test("a unit neither side states is one unit: rates hold, and it is said", () => {
  const execution = small([["甲", 20, 5]], { unit: null });
  expect([lines(execution), told(execution.findings)]).toEqual([["甲 5 / 20 = 25.00 far-behind"], ["unit-unknown info A1:C1 /"]]);
});

test("a unit that is stated but not counted in here is named as it stands", () => {
  const sheet = sheetOf("表", [["名称", "预算数", "支出数"], ["甲", 20, 5]]);
  const table = { ...tableIn(sheet, { header: 1, roles: { A: "name", B: "original-budget", C: "expenditure" } }), unitReason: { code: "unit-not-counted", values: { text: "¥ million" } } };
  const outcome = computeExecution(table, sheet, { basis: "adjusted", cutOff: null, thresholds: DEFAULT_THRESHOLDS });
  const [finding] = outcome.ok ? outcome.value.findings : [];
  if (finding === undefined) throw new Error("nothing said");
  expect([finding.rule, finding.severity, formatRange(finding.place.range)]).toEqual(["unit-unknown", "info", "A1:C1"]);
  for (const locale of ["zh-CN", "en-US"] as const) {
    const { what, remedy } = findingWords(createTranslator(locale), finding);
    expect(what).toContain("¥ million");
    expect(remedy).not.toBe("");
  }
});

test.each([["how much less", 48.17], ["with its sign", -48.17]])("an adjusted budget that is not printed is computed; 调减 printed %s", (_, decrease) => {
  const sheet = sheetOf("表", [["名称", "年初预算", "调增", "调减", "指标调增", "支出"], ["甲", 282.65, 20.57, decrease, 22.46, 100], ["乙", 10, null, null, null, 5], ["丙", null, "待定", null, null, 5]]);
  const execution = compute(sheet, { header: 1, unit: "万元", roles: { A: "name", B: "original-budget", C: "increase", D: "decrease", E: "quota-change", F: "expenditure" } });
  // 282.65 + 20.57 − 48.17 + 22.46 = 277.51
  expect(lines(execution)).toEqual(["甲 100 / 277.51 = 36.03 far-behind", "乙 5 / 10 = 50.00 far-behind", "丙 5 /  = unreadable-budget not-computable"]);
});

test("a negative 调减 among positive ones is one taken back", () => {
  const sheet = sheetOf("表", [["名称", "年初预算", "调减", "支出"], ["甲", 100, 20, 40], ["乙", 100, -20, 60]]);
  expect(lines(compute(sheet, { header: 1, unit: "万元", roles: { A: "name", B: "original-budget", C: "decrease", D: "expenditure" } }))).toEqual(["甲 40 / 80 = 50.00 far-behind", "乙 60 / 120 = 50.00 far-behind"]);
});

test("months are added up where there is no cumulative column; blank months are nothing yet", () => {
  const sheet = sheetOf("表", [["名称", "预算", "1月", "2月", "3月"], ["甲", 100, 10.1, 20.2, null], ["乙", 100, null, null, null]]);
  const execution = compute(sheet, { header: 1, unit: "万元", roles: { A: "name", B: "original-budget", C: "month-1", D: "month-2", E: "month-3" } });
  expect(lines(execution)).toEqual(["甲 30.3 / 100 = 30.30 far-behind", "乙  / 100 = no-expenditure-figure not-computable"]);
});

test.each([
  ["without a budget", { A: "name", C: "expenditure" }, "no-budget-column", "A1:C2"],
  ["without expenditure", { A: "name", B: "original-budget" }, "no-expenditure-column", "A1:B2"],
] as const)("a table %s is not computable, and is named", (_, roles, code, address) => {
  const sheet = sheetOf("表", [["名称", "预算数", "支出数"], ["甲", 1, 1]]);
  const outcome = computeExecution(tableIn(sheet, { header: 1, roles }), sheet, { basis: "adjusted", cutOff: null, thresholds: DEFAULT_THRESHOLDS });
  expect(outcome).toMatchObject({ ok: false, problem: { code, place: { sheetName: "表" } } });
  expect(outcome.ok ? null : formatRange(outcome.problem.place?.range ?? { top: 0, left: 0, bottom: 0, right: 0 })).toBe(address);
});

test.each([["B2:B3", true], ["C2:D3", true], ["A2:A3", false], ["B3:C3", false], ["D2:D3", false]])("a merge at %s makes figures ambiguous: %p", (merge, isAmbiguous) => {
  const sheet = sheetOf("表", [["名称", "预算数", "支出数", "备注"], ["甲", 1, 1, ""], ["乙", 1, 1, ""]], { merges: [merge] });
  const outcome = computeExecution(tableIn(sheet, { header: 1, roles: { A: "name", B: "original-budget", C: "expenditure", D: "reason" } }), sheet, { basis: "adjusted", cutOff: null, thresholds: DEFAULT_THRESHOLDS });
  expect(outcome.ok ? null : outcome.problem.code).toBe(isAmbiguous ? "merged-body" : null);
});

test("the sums are those of the rows in any order", () => {
  const cell = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100), fc.constantFrom<CellValue>("", "-", "1,234.56", "0.000001", 123456789.12));
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), fc.nat(), (figures, seed) => {
    const rows = figures.map(([budget, spent], i) => [`行${i}`, budget, spent]);
    const turned = [...rows.slice(seed % rows.length), ...rows.slice(0, seed % rows.length)].reverse();
    const [a, b] = [small(rows).sum, small(turned).sum];
    expect([a.budget?.toFixed(), a.expenditure?.toFixed()]).toEqual([b.budget?.toFixed(), b.expenditure?.toFixed()]);
    expect(a.rate).toEqual(b.rate);
  }), { numRuns: 50 });
});
