/** 调整后预算数 filled in where something was adjusted: the other lines have their original budget. */

import fc from "fast-check";
import { DEFAULT_SETTINGS } from "../../../src/domain/checks/settings";
import { checkExecution } from "../../../src/pipeline/check";
import { computeWorkbook, DEFAULT_OPTIONS } from "../../../src/pipeline/compute";
import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";

type Line = readonly [name: string, original: number | null, adjusted: number | null, spent: number | null];

const HEAD = ["项目名称", "年初预算数", "调整后预算数", "全年执行数"];
const LINES: readonly Line[] = [["环境整治", 100, null, 80.5], ["社区服务", 50, 60, 55], ["文体活动", 30, null, 12.25], ["安全生产", 20, 15, 15], ["绿化养护", 40, null, 40]];

function computed(lines: readonly (readonly (CellValue | null)[])[], head: readonly string[] = HEAD) {
  const snapshot = snapshotOf(sheetOf("表", [["2025年项目支出预算执行情况表"], ["单位：万元"], head, ...lines]));
  const execution = computeWorkbook(snapshot, DEFAULT_OPTIONS);
  const { findings } = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [] });
  return {
    sums: execution.executions.map(({ sum: { budget, rate } }) => (rate.ok ? rate.percent.toFixed(2) : `${budget?.toFixed() ?? "?"} ${rate.why}`)),
    rates: execution.executions.flatMap(({ rows }) => rows.map(({ rate }) => (rate.ok ? rate.percent.toFixed(2) : rate.why))),
    doubts: execution.tables.flatMap(({ doubts }) => doubts.map(({ code, values }) => [code, values?.["count"]])),
    wrong: findings.filter(({ rule }) => rule === "unbudgeted" || rule === "total-mismatch" || rule === "adjustment-mismatch").map(({ rule }) => rule),
  };
}

test("a total that holds the original budgets of blank lines shows them to be unchanged", () => {
  expect(computed([...LINES, ["合计", 240, 245, 202.75]])).toMatchObject({ rates: ["80.50", "91.67", "40.83", "100.00", "100.00", "82.76"], doubts: [], wrong: [] });
});

test("without a total they are taken for unchanged, and a person is asked", () => {
  expect(computed(LINES)).toMatchObject({ rates: ["80.50", "91.67", "40.83", "100.00", "100.00"], doubts: [["doubt-unchanged", 3]], wrong: [] });
});

test("a total of the adjusted figures alone, as =SUM gives, has no rate; nor has one that is blank", () => {
  const lines = ["80.50", "91.67", "40.83", "100.00", "100.00"];
  for (const total of [75, null]) expect(computed([...LINES, ["合计", 240, total, 202.75]])).toMatchObject({ rates: [...lines, "partial-budget"], doubts: [["doubt-unchanged", 3]], wrong: [] });
});

test("so have the subtotals of groups", () => {
  expect(computed([["党政办", 60, 70, 49], ["综合科", 12, null, 9], ["小计", 72, 70, 58], ["保洁科", 100, null, 88], ["执法队", 10, 20, 11], ["小计", 110, 20, 99], ["合计", 182, 90, 157]]).rates).toEqual(["70.00", "75.00", "partial-budget", "88.00", "55.00", "partial-budget", "partial-budget"]);
});

test("a dash says that nothing was adjusted", () => {
  const dashed = LINES.map(([name, original, adjusted, spent]) => [name, original, adjusted ?? "—", spent]);
  expect(computed([...dashed, ["合计", 240, 245, 202.75]])).toMatchObject({ rates: ["80.50", "91.67", "40.83", "100.00", "100.00", "82.76"], doubts: [], wrong: [] });
});

test("a zero that was typed is an adjusted budget of nothing", () => {
  const cancelled = LINES.map(([name, original, adjusted, spent]): Line => [name, original, adjusted ?? 0, spent]);
  expect(computed(cancelled).rates).toEqual(["zero-budget", "91.67", "zero-budget", "100.00", "zero-budget"]);
});

test("a column without any figure, totals aside, is no adjusted budget", () => {
  const empty = LINES.map(([name, original, , spent]): Line => [name, original, null, spent]);
  for (const total of [0, null]) expect(computed([...empty, ["合计", 240, total, 202.75]])).toMatchObject({ rates: ["80.50", "110.00", "40.83", "75.00", "100.00", "84.48"], doubts: [], wrong: [] });
});

test("where it is empty, changes are added to the original budget", () => {
  const head = ["项目名称", "年初预算", "追加", "调整后预算数", "全年执行数"];
  expect(computed([["环境整治", 100, 50, null, 75], ["社区服务", 50, 10, null, 55], ["文体活动", 30, 5, null, 12.25], ["合计", 180, 65, null, 142.25]], head).rates).toEqual(["50.00", "91.67", "35.00", "58.06"]);
});

test("a line that repeats its budget says that blanks are blank", () => {
  expect(computed([...LINES, ["绿地", 10, 10, 5]])).toMatchObject({ rates: ["no-budget", "91.67", "no-budget", "100.00", "no-budget", "50.00"], doubts: [], wrong: ["unbudgeted", "unbudgeted", "unbudgeted"] });
});

test("then a total without their budgets has no rate as long as something was spent on them", () => {
  const repeated: readonly Line[] = [["环境整治", 100, 120, 80], ["社区服务", 40, 40, 30], ["文体活动", 50, null, 45], ["合计", 190, 160, 155]];
  expect(computed(repeated)).toMatchObject({ rates: ["66.67", "75.00", "no-budget", "partial-budget"], sums: ["? partial-budget"] });
  expect(computed(repeated.slice(0, -1)).sums).toEqual(["? partial-budget"]);
  const cancelled = repeated.map(([name, original, adjusted, spent]): Line => [name, original, adjusted, name === "文体活动" ? null : name === "合计" ? 110 : spent]);
  expect(computed(cancelled)).toMatchObject({ rates: ["66.67", "75.00", "no-budget", "68.75"], sums: ["68.75"] });
});

test("what was changed is not called unchanged", () => {
  const head = ["项目名称", "年初预算数", "追加", "调整后预算数", "全年执行数"];
  const lines = [["环境整治", 100, null, null, 80.5], ["社区服务", 50, 10, 60, 55], ["文体活动", 30, 5, null, 12.25], ["合计", 180, 15, 160, 147.75]];
  expect(computed(lines, head).rates).toEqual(["80.50", "91.67", "no-budget", "92.34"]);
});

test("leaving unchanged budgets blank changes no rate", () => {
  const cents = fc.integer({ min: 1, max: 5_000_000 }).map((n) => n / 100);
  const line = fc.record({ original: cents, adjusted: fc.option(cents), spent: cents });
  fc.assert(fc.property(fc.array(line, { minLength: 3, maxLength: 12 }), (lines) => {
    const full = lines.map(({ original, adjusted, spent }, i): Line => [`第${i + 1}项`, original, adjusted ?? original, spent]);
    const sum = (at: 1 | 2 | 3): number => Number(full.reduce((all, figures) => all + Math.round((figures[at] ?? 0) * 100), 0)) / 100;
    const total: Line = ["合计", sum(1), sum(2), sum(3)];
    const sparse = full.map(([name, original, adjusted, spent]): Line => [name, original, adjusted === original ? null : adjusted, spent]);
    fc.pre(sparse.some(([, , adjusted]) => adjusted !== null));
    expect(computed([...sparse, total]).rates).toEqual(computed([...full, total]).rates);
  }), { numRuns: 60 });
});
