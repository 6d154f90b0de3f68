/** 各月累计执行率. */

import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { computeExecution } from "../../../src/domain/execution/execute";
import { DEFAULT_THRESHOLDS } from "../../../src/domain/execution/status";
import { monthlyTrend, type TrendPoint } from "../../../src/domain/execution/trend";
import type { Role } from "../../../src/domain/table";
import { columnName } from "../../../src/workbook/address";
import type { CellValue } from "../../../src/workbook/snapshot";
import { runs } from "../../support/nightly";
import { sheetOf } from "../../support/snapshots";
import { tableIn } from "../../support/tables";

/** Name, budget, and months from January on; with `total` the last line is the total. */
function trendOf(rows: readonly (readonly CellValue[])[], { total = false, unit = "万元" as const, monthsUnit = "万元" as "元" | "万元" } = {}): readonly TrendPoint[] | null {
  const months = (rows[0]?.length ?? 2) - 2;
  const letters = Array.from({ length: months }, (_, i) => columnName(i + 2));
  const sheet = sheetOf("表", [["项目", "预算", ...letters.map((_, i) => `${i + 1}月`)], ...rows]);
  const roles: Record<string, Role> = { A: "name", B: "original-budget", ...Object.fromEntries(letters.map((letter, i) => [letter, `month-${i + 1}`])) };
  const table = tableIn(sheet, { header: 1, unit, roles, units: Object.fromEntries(letters.map((letter) => [letter, monthsUnit])), kinds: total ? { [rows.length + 1]: "total" } : {} });
  const outcome = computeExecution(table, sheet, { basis: "original", cutOff: null, thresholds: DEFAULT_THRESHOLDS });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { sum, total: printed } = outcome.value;
  return total ? monthlyTrend(outcome.value, sheet, printed?.budget ?? new Decimal(0), "total") : monthlyTrend(outcome.value, sheet, sum.budget ?? new Decimal(0), "sum");
}

function told(points: readonly TrendPoint[] | null): string[] | null {
  return points?.map(({ month, expenditure, percent, progress }) => `${month}: ${expenditure.toFixed()} ${percent.toFixed(2)} / ${progress.toFixed(2)}`) ?? null;
}

test("months add up, beside a twelfth of the year each", () => {
  expect(told(trendOf([["甲", 100, 10, 0, 5], ["乙", 100, 0, 7.5, ""]]))).toEqual(["1: 10 5.00 / 8.33", "2: 17.5 8.75 / 16.67", "3: 22.5 11.25 / 25.00"]);
});

test("the printed total counts where the headline is of it", () => {
  expect(told(trendOf([["甲", 100, 10, 5], ["合计", 200, 20, 30]], { total: true }))).toEqual(["1: 20 10.00 / 8.33", "2: 50 25.00 / 16.67"]);
});

test("it ends before a month that nothing is known of, or that cannot be read", () => {
  expect(told(trendOf([["甲", 100, 10, 20, "", 40]]))).toEqual(["1: 10 10.00 / 8.33", "2: 30 30.00 / 16.67"]);
  expect(told(trendOf([["甲", 100, 10, 20, 5], ["乙", 100, 0, 0, "约5万"]]))).toEqual(["1: 10 5.00 / 8.33", "2: 30 15.00 / 16.67"]);
});

test("months are told in the unit of the budget", () => {
  expect(told(trendOf([["甲", 100, 100_000, 50_000]], { monthsUnit: "元" }))).toEqual(["1: 10 10.00 / 8.33", "2: 15 15.00 / 16.67"]);
});

test("a single month, or no budget, is no trend", () => {
  expect(trendOf([["甲", 100, 10]])).toBeNull();
  expect(trendOf([["甲", 0, 10, 20]])).toBeNull();
});

test("the last point is all that was spent, whatever the months", () => {
  const cents = fc.integer({ min: -10_000, max: 1_000_000 });
  fc.assert(fc.property(fc.array(fc.array(cents, { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 6 }), (lines) => {
    const points = trendOf(lines.map((months, i) => [`项目${i}`, 1000, ...months.map((value) => value / 100)]));
    const spent = lines.flat().reduce((sum, value) => sum + BigInt(value), 0n);
    expect([points?.length, points?.at(-1)?.expenditure.times(100).toFixed(), points?.at(-1)?.progress.toFixed()]).toEqual([12, spent.toString(), "100"]);
  }), { numRuns: runs(50, 2000) });
});
