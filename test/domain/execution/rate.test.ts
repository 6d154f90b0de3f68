import fc from "fast-check";
import { Decimal } from "../../../src/domain/amounts/decimal";
import { convert, type Unit } from "../../../src/domain/amounts/unit";
import { createExecutionRate, executionRate, percentOf } from "../../../src/domain/execution/rate";

const rate = (expenditure: string, budget: string): string => {
  const result = executionRate(new Decimal(expenditure), new Decimal(budget));
  return result.ok ? result.percent.toFixed(2) : result.why;
};

const money = fc.tuple(fc.integer({ min: 0, max: 10_000_000_000 }), fc.integer({ min: 0, max: 6 })).map(([digits, places]) => new Decimal(digits).div(new Decimal(10).pow(places)));
const budgets = money.filter((amount) => amount.gt(0));

test.each([
  // The report's three exact ties: half up, where binary floats give 19.54 for the second.
  ["81.70", "400", "20.43"],
  ["117.27", "600", "19.55"],
  ["138", "192", "71.88"],
  ["182.14", "98.81", "184.33"],
  ["23349.93", "27752.10", "84.14"],
  ["6805.36", "22512.34", "30.23"],
  ["0.00", "156", "0.00"],
  // A refund: away from zero, like its positive twin.
  ["-81.70", "400", "-20.43"],
  // One digit of thirty makes the tie, or not.
  ["0.00005", "1", "0.01"],
  ["0.000049999999999999999999999999999", "1", "0.00"],
  ["100000000000000000000000000000", "300000000000000000000000000000", "33.33"],
])("%s of %s is %s %%", (expenditure, budget, expected) => {
  expect(rate(expenditure, budget)).toBe(expected);
});

test.each([["no-budget"], ["unreadable-budget"], ["unmatched"], ["duplicate-key"]] as const)("no rate: %s", (why) => {
  expect(executionRate(new Decimal(5), why)).toEqual({ ok: false, why });
});

test("no rate of a zero or negative budget, whatever was spent", () => {
  expect(["0", "5", "-5"].map((spent) => [rate(spent, "0"), rate(spent, "-3")])).toEqual([["zero-budget", "negative-budget"], ["zero-budget", "negative-budget"], ["zero-budget", "negative-budget"]]);
});

test("no rate without a readable expenditure; the budget's reason goes first", () => {
  expect(executionRate("no-expenditure-figure", new Decimal(5))).toEqual({ ok: false, why: "no-expenditure-figure" });
  expect(executionRate("unreadable-expenditure", new Decimal(0))).toEqual({ ok: false, why: "zero-budget" });
});

test("a rate is within half a hundredth of the true quotient, and on the right side of a tie", () => {
  fc.assert(fc.property(money, budgets, (part, whole) => {
    const percent = percentOf(part, whole);
    expect(percent.decimalPlaces()).toBeLessThanOrEqual(2);
    // percent − 0.005 ≤ 100 part/whole < percent + 0.005, in products so that nothing is rounded.
    expect(percent.minus("0.005").times(whole).lte(part.times(100))).toBe(true);
    expect(percent.plus("0.005").times(whole).gt(part.times(100))).toBe(true);
  }));
});

test("spending no more than the budget gives 0 to 100 %, and more of it a rate not lower", () => {
  fc.assert(fc.property(budgets, money, money, (whole, a, b) => {
    const [less, more] = a.lt(b) ? [a, b] : [b, a];
    expect(percentOf(less, whole).lte(percentOf(more, whole))).toBe(true);
    if (less.lte(whole)) expect(percentOf(less, whole).gte(0) && percentOf(less, whole).lte(100)).toBe(true);
  }));
});

test("the unit both amounts are converted into does not matter", () => {
  const units = fc.constantFrom<Unit>("元", "千元", "万元", "亿元");
  fc.assert(fc.property(money, budgets, units, units, (part, whole, from, to) => {
    expect(percentOf(convert(part, from, to), convert(whole, from, to)).toFixed()).toBe(percentOf(part, whole).toFixed());
  }));
});

test("remembering rates changes none", () => {
  fc.assert(fc.property(fc.array(fc.tuple(money, money), { maxLength: 30 }), (lines) => {
    const remembered = createExecutionRate();
    for (const [part, whole] of [...lines, ...lines]) expect(remembered(part, whole)).toEqual(executionRate(part, whole));
  }));
});
