import { computeRanges, type SelectedRange } from "../../../src/domain/execution/ranges";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import { formatRange } from "../../../src/workbook/address";
import type { SheetSnapshot } from "../../../src/workbook/snapshot";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { rangeOf, sheetOf, snapshotOf } from "../../support/snapshots";
import { tableIn } from "../../support/tables";

const sheet = sheetOf("预算", [
  ["单位：万元"],
  ["名称", "预算", "支出"],
  ["甲", 100, 50],
  ["乙", 200, 20],
  ["合计", 300, 70],
]);

function select(on: SheetSnapshot, address: string, table: SelectedRange["table"] = null): SelectedRange {
  return { sheet: on, range: rangeOf(address), table };
}

function compute(budget: SelectedRange, expenditure: SelectedRange) {
  return computeRanges(budget, expenditure, { basis: "adjusted", cutOff: null, thresholds: DEFAULT_THRESHOLDS });
}

function lines(outcome: ReturnType<typeof compute>): string[] {
  if (!outcome.ok) return [outcome.problem.code];
  return outcome.value.rows.map(({ row, kind, name, rate }) => `${row + 1} ${kind} ${name} ${rate.ok ? rate.percent.toFixed(2) : rate.why}`);
}

test("two columns of a sheet in which no table was recognised; names stand to the left", () => {
  const outcome = compute(select(sheet, "B3:B5"), select(sheet, "C3:C5"));
  expect(lines(outcome)).toEqual(["3 body 甲 50.00", "4 body 乙 10.00", "5 total 合计 23.33"]);
  // The row above is where a header of new columns goes.
  expect(outcome.ok && [outcome.value.table.headerTop, outcome.value.table.headerBottom, formatRange(outcome.value.table.range), outcome.value.total?.name]).toEqual([1, 1, "A2:C5", "合计"]);
});

test("headers may be selected with the figures, and whole columns", () => {
  expect(lines(compute(select(sheet, "B2:B5"), select(sheet, "C2:C5")))).toEqual(lines(compute(select(sheet, "B3:B5"), select(sheet, "C3:C5"))));
  expect(lines(compute(select(sheet, "B:B"), select(sheet, "C:C"))).slice(-1)).toEqual(["5 total 合计 23.33"]);
});

test("dates above the figures are headers", () => {
  const dated = sheetOf("支出", [["名称", 42370, 42735], ["甲", 100, 50], ["乙", 200, 20]], { formats: { "B1:C1": "yyyy-mm-dd" } });
  expect(lines(compute(select(dated, "B1:B3"), select(dated, "C1:C3")))).toEqual(["2 body 甲 50.00", "3 body 乙 10.00"]);
});

test("a first line of dashes is a line, not a header", () => {
  const dashed = sheetOf("预算", [["名称", "预算", "支出"], ["甲", "-", "-"], ["乙", 200, 20]]);
  expect(lines(compute(select(dashed, "B1:B3"), select(dashed, "C1:C3")))).toEqual(["2 body 甲 zero-budget", "3 body 乙 10.00"]);
});

test("within a recognised table its rows, unit and columns serve", () => {
  const table = tableIn(sheet, { header: 2, roles: { A: "name", B: "adjusted-budget", C: "expenditure" }, unit: "万元", kinds: { 5: "total" } });
  const outcome = compute(select(sheet, "B3:B5", table), select(sheet, "C3:C5", table));
  expect(lines(outcome)).toEqual(["3 body 甲 50.00", "4 body 乙 10.00", "5 total 合计 23.33"]);
  expect(outcome.ok && [outcome.value.table.id, outcome.value.unit, outcome.value.basis, outcome.value.findings]).toEqual([table.id, "万元", "adjusted", []]);
});

test("of two years side by side each has the column of rates under its own heading", () => {
  const years = sheetOf("两年", [["单位：万元"], ["项目", "2022年", "", "", "2023年", "", ""], ["", "预算数", "支出数", "执行率", "预算数", "支出数", "执行率"], ["甲", 100, 50, "", 200, 80, ""], ["乙", 100, 60, "", 200, 90, ""]], { merges: ["A2:A3", "B2:D2", "E2:G2"] });
  const [table = null] = recogniseTables(snapshotOf(years), []);
  const rateOf = (budget: string, spent: string) => {
    const outcome = compute(select(years, budget, table), select(years, spent, table));
    return [lines(outcome), outcome.ok && outcome.value.table.columns.filter(({ role }) => role === "rate").map(({ column }) => column)];
  };
  expect(rateOf("B4:B5", "C4:C5")).toEqual([["4 body 甲 50.00", "5 body 乙 60.00"], [3]]);
  expect(rateOf("E4:E5", "F4:F5")).toEqual([["4 body 甲 40.00", "5 body 乙 45.00"], [6]]);
});

test("what the recognised table does not count as a line is none here either", () => {
  const table = tableIn(sheet, { header: 2, roles: { A: "name", B: "adjusted-budget", C: "expenditure" }, unit: "万元" });
  const outcome = compute(select(sheet, "B3:B5", { ...table, rows: table.rows.slice(0, 1) }), select(sheet, "C3:C5", { ...table, rows: table.rows.slice(0, 1) }));
  expect(lines(outcome).map((line) => line.slice(0, 7))).toEqual(["3 body ", "4 group", "5 group"]);
  expect(outcome.ok && outcome.value.sum.budget?.toFixed()).toBe("100");
});

test("two sheets, line by line whatever the rows are called", () => {
  const other = sheetOf("支出", [["说明"], [], ["支出数"], [40], [10], ["待定"]]);
  const outcome = compute(select(sheet, "B3:B5"), select(other, "A4:A6"));
  expect(lines(outcome)).toEqual(["4 body  40.00", "5 body  5.00", "6 body  unreadable-expenditure"]);
  expect(outcome.ok && outcome.value.findings.map(({ rule, severity, place }) => `${rule} ${severity} ${place.sheetName} ${formatRange(place.range)}`)).toEqual(["unit-unknown warning 支出 A3", "not-a-number error 支出 A6"]);
});

test.each([["B3:B5", "C3:C4", "ranges-differ", "C3:C4"], ["B3:C5", "C3:C5", "ranges-wide", "B3:C5"], ["B3:B5", "C3:D5", "ranges-wide", "C3:D5"], ["B3:C3", "B4:C4", "ranges-wide", "B3:C3"]])("%s and %s do not go together", (budget, expenditure, code, place) => {
  const outcome = compute(select(sheet, budget), select(sheet, expenditure));
  expect(outcome).toMatchObject({ ok: false, problem: { code, place: { sheetName: "预算", range: rangeOf(place) } } });
});

test.each([["年初预算", "original", []], ["调整后预算", "adjusted", []], ["预算", "original", ["plain-budget"]], ["发行额度", "original", ["plain-budget"]]])("%s above the figures says which budget the rates are of, or a person is asked", (header, basis, doubts) => {
  const on = sheetOf("数", [["名称", header, "支出"], ["甲", 100, 50], ["乙", 200, 20]]);
  const outcome = compute(select(on, "B2:B3"), select(on, "C2:C3"));
  expect(outcome.ok && [outcome.value.basis, outcome.value.table.doubts.map(({ code }) => code)]).toEqual([basis, doubts]);
});

test("the header may be merged over several columns, and stand two rows up", () => {
  const on = sheetOf("数", [["品目", "年初预算", null, "实际"], [null, "合计", "其中", null], ["甲", 100, 1, 50], ["乙", 200, 2, 20]], { merges: ["A1:A2", "B1:C1", "D1:D2"] });
  const outcome = compute(select(on, "B3:B4"), select(on, "D3:D4"));
  expect(outcome.ok && [outcome.value.basis, outcome.value.table.doubts]).toEqual(["original", []]);
});

test("lines are named by the column that names them, not by the nearest that holds texts", () => {
  const on = sheetOf("数", [["采购品目", "采购方式", "采购额度", "实际"], ["计算机", "集中采购", 100, 50], ["家具", "分散采购", 200, 20], ["桌椅", "分散采购", 50, 5], ["服务", null, 10, 5]]);
  expect(lines(compute(select(on, "C2:C5"), select(on, "D2:D5"))).map((line) => line.split(" ")[2])).toEqual(["计算机", "家具", "桌椅", "服务"]);
  const called = sheetOf("数", [["项目名称", "说明", "备注", "额度", "实际"], ["道路", "甲", "一", 100, 50], ["道路", "乙", "二", 200, 20]]);
  expect(lines(compute(select(called, "D2:D3"), select(called, "E2:E3"))).map((line) => line.split(" ")[2])).toEqual(["道路", "道路"]);
});

test("at the very top nothing could head what is written", () => {
  const bare = sheetOf("数", [["甲", 100, 50], ["乙", 200, 20]]);
  expect(lines(compute(select(bare, "B1:B2"), select(bare, "C1:C2")))).toEqual(["ranges-no-header"]);
});

test("merged cells leave open which line an amount belongs to, selected or not", () => {
  const merged = sheetOf("预算", [["名称", "预算", "支出"], ["甲", 100, 50], ["乙", "", 20]], { merges: ["B2:B3"] });
  expect(lines(compute(select(merged, "B2:B3"), select(merged, "C2:C3")))).toEqual(["merged-body"]);
  const table = { ...tableIn(merged, { header: 1, roles: { A: "name", B: "original-budget", C: "expenditure" } }), mergedBody: [rangeOf("B2:B3")] };
  expect(lines(compute(select(merged, "B2:B3", table), select(merged, "C2:C3", table)))).toEqual(["merged-body"]);
});

test("a line that faces another one's budget, while its own stands elsewhere, is no match", () => {
  const budgets = sheetOf("预算", [["名称", "预算"], ["甲", 100], ["乙", 200], ["丙", 300]]);
  const spending = sheetOf("支出", [["名称", "支出"], ["甲", 50], ["丙", 60], ["乙", 70]]);
  const outcome = compute(select(budgets, "B2:B4"), select(spending, "B2:B4"));
  expect(outcome.ok ? null : [outcome.problem.code, outcome.problem.values, outcome.problem.place?.range.top]).toEqual(["ranges-names-differ", { name: "丙", other: "乙" }, 2]);
});
