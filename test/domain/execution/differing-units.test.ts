import { computeExecution } from "../../../src/domain/execution/execute";
import { computeJoined } from "../../../src/domain/execution/join";
import type { TableExecution } from "../../../src/domain/execution/result";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import type { Outcome } from "../../../src/workbook/problem";
import type { CellValue, SheetSnapshot } from "../../../src/workbook/snapshot";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet } from "../recognise/summary";

const OPTIONS = { basis: "original", cutOff: null, thresholds: DEFAULT_THRESHOLDS } as const;

function located(sheet: SheetSnapshot) {
  const [table] = recogniseSheet(sheet);
  if (table === undefined) throw new Error("no table");
  return { table, sheet };
}

/** Each line's rate, then what is said of units. */
function told(outcome: Outcome<TableExecution>): string[] {
  if (!outcome.ok) return [outcome.problem.code];
  const { rows, findings, sum } = outcome.value;
  const rates = [...rows.map(({ rate }) => rate), sum.rate].map((rate) => (rate.ok ? rate.percent.toFixed(2) : rate.why));
  const said = findings.filter(({ rule }) => rule.startsWith("unit")).map(({ rule, kind, severity, values: { text, at, other, otherAt } }) => [rule, kind, severity, text, at, other, otherAt].filter((part) => part !== undefined).join(" "));
  return [[...new Set(rates)].join(" "), ...said];
}

function ofOne(rows: readonly CellValue[][]): string[] {
  const { table, sheet } = located(sheetOf("表", rows.map((row) => [...row])));
  return told(computeExecution(table, sheet, OPTIONS));
}

/** Half of the first budget, three quarters of the second; 200 of 300 in all. */
const LINES = (budget: number, spent: number): CellValue[][] => [["A", 100 * budget, 50 * spent], ["B", 200 * budget, 150 * spent]];
const HALF = "50.00 75.00 66.67";

test.each<[string, string, string]>([
  ["Budget (£000)", "Spend (£)", "units-differ error £000 B1 £ C1"],
  ["Budget ($ millions)", "Actual ($ thousands)", "units-differ error $ millions B1 $ thousands C1"],
  ["Budget ($M)", "Actual ($)", "units-differ error $M B1 $ C1"],
  ["Budget (k€)", "Actual (€)", "units-differ error k€ B1 € C1"],
  ["预算（百万元）", "支出（万元）", "units-differ error 百万元 B1 万元 C1"],
  ["预算（百万元）", "支出（千万元）", "units-differ error 百万元 B1 千万元 C1"],
  ["Budget (USD)", "Spent (EUR)", "units-differ currency error USD B1 EUR C1"],
  ["Budget (CHF)", "Actual ($)", "units-differ currency error CHF B1 $ C1"],
])("%s and %s are not divided, and both are named", (budget, spent, finding) => {
  expect(ofOne([["Item", budget, spent], ...LINES(1, 1)])).toEqual(["units-differ", finding]);
});

test.each<[string, string]>([
  ["Budget ($000)", "Actual (in thousands of dollars)"], ["Budget (HK$)", "Actual ($)"], ["Budget (USD)", "Actual (US$)"], ["Budget (£m)", "Actual (£ millions)"], ["预算（百万元）", "支出（百万元）"], ["Budget", "Actual ($)"],
])("%s and %s are one unit", (budget, spent) => {
  expect(ofOne([["Item", budget, spent], ...LINES(1, 1)])).toEqual([HALF, expect.stringMatching(/^unit-unknown not-counted info/u)]);
});

test("units of yuan are converted, and a column without figures says nothing", () => {
  expect(ofOne([["项目", "年初预算（万元）", "支出（元）"], ...LINES(1, 10_000)])).toEqual([HALF]);
  expect(ofOne([["Item", "Budget ($)", "Jan ($)", "Feb ($000)"], ["A", 100, 50, ""], ["B", 200, 150, ""]])[0]).toBe(HALF);
});

test("a note above the table speaks for a column that says nothing, of the currency where others state their unit", () => {
  expect(ofOne([["单位：万元"], ["Item", "Budget", "Actual ($)"], ...LINES(1, 1)])).toEqual(["units-differ", "units-differ currency error 单位：万元 A1 $ C2"]);
  expect(ofOne([["(in thousands of dollars)"], ["Item", "Budget", "Actual ($)"], ...LINES(1, 1)])[0]).toBe(HALF);
});

test("two sheets in different units", () => {
  const join = (note: string, other: string): string[] => told(computeJoined(located(sheetOf("Budget", [[note], ["Item", "Budget"], ["A", 100], ["B", 200]])), located(sheetOf("Actual", [[other], ["Item", "Actual"], ["A", 50], ["B", 150]])), OPTIONS));
  expect(join("(in thousands of dollars)", "(in dollars)")).toEqual(["units-differ", "units-differ error in thousands of dollars Budget A1 in dollars Actual A1"]);
  expect(join("(in dollars)", "(in dollars)")[0]).toBe(HALF);
});

test.each<[string, CellValue[][], string]>([
  ["yuan and dollars", [["单位：元"], ["项目", "年初预算", "支出"], ["甲", "￥100", "$50"], ["乙", "￥200", "$150"]], "units-differ currency error ¥ B3 $ C3"],
  ["dollars where the note says yuan", [["单位：元"], ["项目", "年初预算", "支出"], ["甲", 100, "$50"], ["乙", 200, "$150"]], "units-differ currency error 单位：元 A1 $ C3"],
  ["dollars and euros", [["Item", "Budget", "Spent"], ["A", "$100", "€50"], ["B", "$200", "€150"]], "units-differ currency error $ B2 € C2"],
  ["one line in euros", [["Item", "Budget", "Spent"], ["A", "$100", "$50"], ["B", "$200", "€150"]], "units-differ currency error $ B2 € C3"],
  ["euros under a header of dollars", [["Item", "Budget (USD)", "Spent (USD)"], ["A", 100, "€50"], ["B", 200, "€150"]], "units-differ currency error USD B1 € C2"],
])("currencies in cells are not divided by each other: %s", (_, rows, finding) => {
  expect(ofOne(rows)).toEqual(["units-differ", finding]);
});

test("the currencies that number formats print tell, where each column prints one and no text says another", () => {
  const formatted = (head: CellValue[], budget: string, spent: string): string[] => {
    const sheet = sheetOf("表", [head, ...LINES(1, 1)]);
    const { table } = located(sheet);
    return told(computeExecution(table, { ...sheet, numberFormats: sheet.values.map((_, i) => ["General", i === 0 ? "General" : budget, i === 0 ? "General" : spent]) }, OPTIONS));
  };
  expect(formatted(["Item", "Budget", "Spent"], "[$$-409]#,##0", "[$€-407]#,##0")).toEqual(["units-differ", "units-differ currency error $ B2 € C2"]);
  expect(formatted(["Item", "Budget", "Spent"], "[$€-407]#,##0", "[$€-2] #,##0")[0]).toBe(HALF);
  expect(formatted(["项目", "年初预算（元）", "支出（元）"], '"¥"#,##0', '"$"#,##0')).toEqual([HALF]);
});

test("the same foreign sign on both sides gives a rate", () => {
  expect(ofOne([["Item", "Budget", "Spent"], ["A", "€100", "€50"], ["B", "€200", "€150"]])[0]).toBe(HALF);
});
