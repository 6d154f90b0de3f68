import { Decimal } from "../../../src/domain/amounts/decimal";
import { executionRate } from "../../../src/domain/execution/rate";
import type { CutOff, Status } from "../../../src/domain/execution/result";
import { createStatusOf, DEFAULT_THRESHOLDS, type Thresholds } from "../../../src/domain/execution/status";

const YEAR_END: CutOff = { year: 2016, month: 12, day: 31 };
const MID_YEAR: CutOff = { year: 2016, month: 6, day: 30 };

/** Of "spent / budget"; a blank side is "". */
function statusOf(figures: string, cutOff: CutOff | null, thresholds: Thresholds = DEFAULT_THRESHOLDS): Status {
  const [expenditure = null, budget = null] = figures.split("/").map((text) => (text.trim() === "" ? null : new Decimal(text.trim())));
  const rate = executionRate(expenditure ?? "no-expenditure-figure", budget ?? "no-budget");
  return createStatusOf(cutOff, thresholds)({ rate, budget, expenditure });
}

test.each<[string, CutOff | null, Status]>([
  ["182.14 / 98.81", YEAR_END, "over"],
  ["100 / 100", YEAR_END, "on-track"],
  // Shown as 100.00 %, and over all the same.
  ["100000.01 / 100000", YEAR_END, "over"],
  ["100000.01 / 100000", null, "over"],
  ["0.00 / 156", YEAR_END, "unspent"],
  ["0 / 156", null, "unspent"],
  // 10 and 20 points behind 100 %.
  ["90.01 / 100", YEAR_END, "on-track"],
  ["90 / 100", YEAR_END, "behind"],
  ["80.01 / 100", YEAR_END, "behind"],
  ["80 / 100", YEAR_END, "far-behind"],
  // Half of the year is over.
  ["40.01 / 100", MID_YEAR, "on-track"],
  ["40 / 100", MID_YEAR, "behind"],
  ["30 / 100", MID_YEAR, "far-behind"],
  // Who knows when.
  ["9 / 100", null, "within-budget"],
  ["99 / 100", null, "within-budget"],
  ["5 / 0", YEAR_END, "unbudgeted"],
  ["5 /", YEAR_END, "unbudgeted"],
  ["0 / 0", YEAR_END, "not-computable"],
  ["/", YEAR_END, "not-computable"],
  ["/ 100", YEAR_END, "not-computable"],
  ["5 / -100", YEAR_END, "not-computable"],
  ["-5 / 100", YEAR_END, "far-behind"],
])("%s at %p: %s", (figures, cutOff, expected) => {
  expect(statusOf(figures, cutOff)).toBe(expected);
});

test("money spent without a budget is unbudgeted only where there is none, not where it was not found", () => {
  const judge = createStatusOf(YEAR_END, DEFAULT_THRESHOLDS);
  const five = new Decimal(5);
  expect((["unmatched", "duplicate-key", "unit-unknown", "unreadable-budget"] as const).map((why) => judge({ rate: { ok: false, why }, budget: null, expenditure: five }))).toEqual(Array(4).fill("not-computable"));
});

test("thresholds are settings", () => {
  const strict: Thresholds = { overPercent: 110, behindPoints: 5, farBehindPoints: 15 };
  expect(["110 / 100", "110.01 / 100", "95 / 100", "85 / 100"].map((figures) => statusOf(figures, YEAR_END, strict))).toEqual(["on-track", "over", "behind", "far-behind"]);
});
