import { daysInMonth, timeProgress } from "../../../src/domain/execution/time-progress";

test.each([
  [{ year: 2016, month: 12, day: 31 }, "100"],
  [{ year: 2016, month: 6, day: 30 }, "50"],
  [{ year: 2016, month: 1, day: 31 }, "8.33"],
  [{ year: 2016, month: 8, day: 31 }, "66.67"],
  // Half of June is half a month.
  [{ year: 2016, month: 6, day: 15 }, "45.83"],
  // One of 29 days of a leap February, half up: (1 + 1/29) / 12.
  [{ year: 2016, month: 2, day: 1 }, "8.62"],
])("%p is %s %%", (cutOff, expected) => {
  expect(timeProgress(cutOff).toFixed()).toBe(expected);
});

test("months have their days", () => {
  expect([2015, 2016, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  expect([1, 4, 12].map((month) => daysInMonth(2016, month))).toEqual([31, 30, 31]);
});
