/** The chart of rates has one line across, at 100 %, and stands under the heading of the table that it shows. */

import fc from "fast-check";
import type { ChartBlock, Summary } from "../../../src/domain/summary/model";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { summarise } from "../../support/summary";

function summaryOf(spent: readonly number[]): Summary {
  return summarise(snapshotOf(sheetOf("表", [["单位：万元"], ["项目名称", "年初预算", "支出"], ...spent.map((amount, i) => [`${"甲乙丙丁戊"[i] ?? ""}工程`, 100, amount])])));
}

function rateChart({ sheets: [sheet] }: Summary): ChartBlock {
  const chart = sheet?.blocks.find((block): block is ChartBlock => block.kind === "chart" && block.id === "rates");
  if (chart === undefined) throw new Error("no chart");
  return chart;
}

test.each([
  [[100, 40], "1.5", "红线：100%"], [[149, 0], "1.5", "红线：100%"], [[184, 100], "1.99", "红线：100%"], [[199, 1], "1.99", "红线：100%"], [[200, 90], "1.99", "红线：100%（超过 199% 的只画到图边）"],
] as const)("of rates of %j it ends at %s", (spent, end, name) => {
  const { mark } = rateChart(summaryOf(spent));
  expect([mark?.value.toFixed(), mark?.from?.toFixed(), mark?.to?.toFixed(), mark?.name]).toEqual(["1", "0", end, name]);
});

test("whatever the rates, 100 % is within it and 200 % is not", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 5 }), (spent) => {
    const end = rateChart(summaryOf(spent)).mark?.to;
    expect([end?.gt(1), end?.lt(2)]).toEqual([true, true]);
  }), { numRuns: 25 });
});

test("rates below zero are within it", () => {
  const { mark } = rateChart(summaryOf([50, -130]));
  expect([mark?.from?.toFixed(), mark?.to?.toFixed()]).toEqual(["-2", "1.5"]);
});

test("it stands between the heading of its table and the table", () => {
  const blocks = summaryOf([50, 20]).sheets[0]?.blocks ?? [];
  const at = blocks.findIndex((block) => block.kind === "chart" && block.id === "rates");
  expect([blocks[at - 1], blocks[at + 1]]).toMatchObject([{ kind: "heading", text: "三、项目执行情况（2 个）" }, { kind: "table", id: "projects" }]);
});
