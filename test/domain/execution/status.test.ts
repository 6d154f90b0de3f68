import { Decimal } from "../../../src/domain/amounts/decimal";
import { executionRate } from "../../../src/domain/execution/rate";
import { DEFAULT_LAG } from "../../../src/domain/execution/lag";
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

const LAG = DEFAULT_LAG;

/** Statuses of these figures under these thresholds, at the end of the year. */
function statuses(change: Partial<Thresholds>, ...figures: string[]): Status[] {
  return figures.map((one) => statusOf(one, YEAR_END, { ...DEFAULT_THRESHOLDS, ...change }));
}

test("thresholds are settings", () => {
  expect(statuses({ overPercent: 110, lag: { ...LAG, behindPoints: 5, farBehindPoints: 15 } }, "110 / 100", "110.01 / 100", "95 / 100", "85 / 100")).toEqual(["on-track", "over", "behind", "far-behind"]);
  // 105.125 % shows as 105.13 %.
  expect(statuses({ overPercent: 105.125 }, "105.125 / 100", "105.1251 / 100")).toEqual(["on-track", "over"]);
});

test("plain bands of the rate: below 50, below 80", () => {
  expect(statuses({ lag: { ...LAG, measure: "bands" } }, "49.99 / 100", "50 / 100", "79.99 / 100", "80 / 100", "100.01 / 100")).toEqual(["far-behind", "behind", "behind", "on-track", "over"]);
  expect(statusOf("49 / 100", null, { ...DEFAULT_THRESHOLDS, lag: { ...LAG, measure: "bands" } })).toBe("far-behind");
});

test.each([["half-year", 50], ["third-quarter", 75], ["year-end", 100]] as const)("%s: behind %d, whatever the date", (measure, progress) => {
  const figures = [progress - 20, progress - 19.99, progress - 10, progress - 9.99].map((rate) => `${rate} / 100`);
  expect([null, MID_YEAR].map((cutOff) => figures.map((one) => statusOf(one, cutOff, { ...DEFAULT_THRESHOLDS, lag: { ...LAG, measure } })))).toEqual(Array(2).fill(["far-behind", "behind", "behind", "on-track"]));
});

test("what nobody asks for is not said, and nothing else is said instead", () => {
  const all = ["150 / 100", "0 / 100", "30 / 100", "95 / 100", "5 / 0"];
  expect(statuses({ overPercent: null }, ...all)).toEqual(["unjudged", "unspent", "far-behind", "on-track", "unbudgeted"]);
  expect(statuses({ lag: null }, ...all)).toEqual(["over", "unspent", "within-budget", "within-budget", "unbudgeted"]);
  expect(statuses({ lag: null, overPercent: 110 }, "105 / 100")).toEqual(["unjudged"]);
  expect(statuses({ unspent: false }, ...all)).toEqual(["over", "within-budget", "far-behind", "on-track", "unbudgeted"]);
  expect(statuses({ unbudgeted: false }, ...all)).toEqual(["over", "unspent", "far-behind", "on-track", "not-computable"]);
});
