import { budgetMeasure, commonUnit, expenditureMeasure, type Measure } from "../../../src/domain/execution/basis";
import type { Role } from "../../../src/domain/table";
import { sheetOf } from "../../support/snapshots";
import { tableIn } from "../../support/tables";

/** A table with one column for each role, headed by it. */
function tableOf(...roles: readonly Role[]) {
  const sheet = sheetOf("表", [roles, roles.map(() => 1)]);
  return tableIn(sheet, { header: 1, roles: Object.fromEntries(roles.map((role, i) => [String.fromCharCode(65 + i), role])) });
}

function terms(measure: Measure | null): string | null {
  return measure === null ? null : measure.terms.map(({ column, sign }) => (sign < 0 ? "-" : "+") + String(column.role)).join(" ");
}

test.each<[string, readonly Role[], "original" | "adjusted", string | null, string, string]>([
  ["the adjusted budget where known", ["original-budget", "adjusted-budget", "increase"], "adjusted", "+adjusted-budget", "adjusted", "budget-adjusted"],
  ["original + increase − decrease + quota change where it is not printed", ["original-budget", "increase", "decrease", "quota-change"], "adjusted", "+original-budget +increase -decrease +quota-change", "adjusted", "budget-computed"],
  ["one change is enough to compute it", ["original-budget", "decrease"], "adjusted", "+original-budget -decrease", "adjusted", "budget-computed"],
  ["the original where nothing else is known", ["original-budget"], "adjusted", "+original-budget", "original", "budget-only-original"],
  ["the original when chosen", ["original-budget", "adjusted-budget"], "original", "+original-budget", "original", "budget-original"],
  ["the adjusted if the original is chosen and missing", ["adjusted-budget"], "original", "+adjusted-budget", "adjusted", "budget-only-adjusted"],
])("budget: %s", (_, roles, basis, expected, used, reason) => {
  const measure = budgetMeasure(tableOf("name", ...roles, "expenditure"), basis);
  expect([terms(measure), measure?.basis, measure?.reason.code]).toEqual([expected, used, reason]);
});

test("basic and project expenditure are not added up to a budget, nor changes without what they change", () => {
  expect((["adjusted", "original"] as const).map((basis) => budgetMeasure(tableOf("name", "basic", "project", "increase", "expenditure"), basis))).toEqual([null, null]);
});

test("a computed budget says how", () => {
  expect(budgetMeasure(tableOf("original-budget", "increase", "decrease"), "adjusted")?.reason.values).toEqual({ columns: "original-budget + increase − decrease" });
});

test("expenditure is its column, or else the months added up", () => {
  expect(terms(expenditureMeasure(tableOf("name", "month-1", "expenditure")))).toBe("+expenditure");
  expect(terms(expenditureMeasure(tableOf("name", "month-1", "month-2", "month-3")))).toBe("+month-1 +month-2 +month-3");
  expect(expenditureMeasure(tableOf("name", "original-budget", "rate"))).toBeNull();
});

test.each<[string, Parameters<typeof commonUnit>, ReturnType<typeof commonUnit>]>([
  ["all in the table's", ["万元", [{ own: null, table: "万元" }, { own: null, table: "万元" }]], { ok: true, unit: "万元" }],
  ["converted into the table's", ["万元", [{ own: "元", table: "万元" }, { own: null, table: "万元" }]], { ok: true, unit: "万元" }],
  ["columns with units in a table without", [null, [{ own: "元", table: null }, { own: "万元", table: null }]], { ok: true, unit: "元" }],
  ["none known", [null, [{ own: null, table: null }, { own: null, table: null }]], { ok: true, unit: null }],
  ["one known and one not", [null, [{ own: "万元", table: null }, { own: null, table: null }]], { ok: false }],
])("common unit: %s", (_, given, expected) => {
  expect(commonUnit(...given)).toEqual(expected);
});
