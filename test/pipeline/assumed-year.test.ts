/** A cut-off date tells how much of the year is over only where the year is known to begin in January; where that is merely assumed a person is asked. */

import { formatCutOff } from "../../src/domain/execution/cut-off";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { doubtsOf } from "../../src/pipeline/doubts";
import { found } from "../support/checks";
import { sheetOf, snapshotOf } from "../support/snapshots";

const LINES = [["Staff", 100, 75], ["Grounds", 40, 29]];
const computed = (title: string, headers: readonly string[], options = DEFAULT_OPTIONS) => {
  const { tables, executions: [execution], cutOff } = computeWorkbook(snapshotOf(sheetOf("Sheet1", [[title], headers, ...LINES])), options);
  const asked = execution === undefined ? [] : doubtsOf(execution, tables).filter(({ reason: { code } }) => code === "doubt-year-begins").map(({ reason: { values } }) => values?.["date"]);
  return { asked, cutOff: cutOff === null ? null : formatCutOff(cutOff), statuses: execution?.rows.map(({ status }) => status) };
};
const PLAIN = ["Service", "Annual Budget", "Actual to Date"];

test.each(["Town Council, Budget Monitoring as at 31 December 2025", "Budget to actual for the period ended December 31, 2025", "Actuals to 31/12/2025"])("%s", (title) => {
  expect(computed(title, PLAIN)).toEqual({ asked: ["2025-12-31"], cutOff: null, statuses: ["within-budget", "within-budget"] });
  expect(computed(title, PLAIN, { ...DEFAULT_OPTIONS, cutOff: { year: 2025, month: 12, day: 31 } })).toEqual({ asked: [], cutOff: "2025-12-31", statuses: ["far-behind", "far-behind"] });
});

test.each<[string, readonly string[]]>([
  ["Budget to actual as at 30 September 2025", ["Service", "2025 Budget", "Actual to Date"]],
  ["Budget to actual, January to September 2025", PLAIN],
  ["Budget to actual for the nine months ended 30 September 2025", PLAIN],
  ["Budget to actual for the year ended 31 December 2025", PLAIN],
  ["Budget to actual as at 30 September 2025, in thousands of yuan", PLAIN],
  ["截至2025年9月30日预算执行情况表", ["科室", "年初预算", "支出数"]],
  ["FY26 Budget to actual as at 30 September 2025", PLAIN],
  ["Budget to actual as at 30 September 2025 (calendar year)", PLAIN],
])("nothing is asked of %s with %j", (title, headers) => {
  expect(computed(title, headers).asked).toEqual([]);
});

test.each([
  ["Fiscal year ending 31 March 2026", "As at 30 September 2025"], ["Financial year: 1 April 2025 to 31 March 2026", "Period to 30 September 2025"],
  ["Fiscal Year: July 2025 - June 2026", "As of December 31, 2025"], ["Budget vs Actual - Year ending 31 March 2026", "As at 30 September 2025"],
  ["Budget vs Actual", "Year to 31 March 2026"], ["Budget vs Actual, year ended 30/06/2025", "As at 31 December 2024"],
])("%s | %s: how much of the year is over is not known, and nothing is asked or stale", (title, line) => {
  const snapshot = snapshotOf(sheetOf("Sheet1", [[title], [line], PLAIN, ...LINES]));
  const { executions: [execution], tables, cutOff } = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  expect(cutOff).toBeNull();
  expect(execution?.rows.map(({ status }) => status)).toEqual(["within-budget", "within-budget"]);
  expect(tables[0]?.doubts.map(({ code }) => code)).toEqual([]);
  expect(found("stale-date", sheetOf("Sheet1", [[title], [line], PLAIN, ...LINES]))).toEqual([]);
});
