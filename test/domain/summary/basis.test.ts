/** 基准, as every sheet says it, is what the rates are of, whatever was asked for. */

import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const ORIGINAL = [["单位：万元，截至2024年6月30日"], ["项目名称", "年初预算", "支出"], ["甲", 100, 50], ["乙", 30, 15], ["合计", 130, 65]];
const ADJUSTED = [["单位：万元，截至2024年6月30日"], ["科目名称", "调整后预算", "支出"], ["人大事务", 100, 50], ["公安", 50, 25], ["合计", 150, 75]];
const BOTH = [["单位：万元，截至2024年6月30日"], ["科目名称", "年初预算", "调整后预算", "支出"], ["人大事务", 90, 100, 50], ["公安", 50, 50, 25], ["合计", 140, 150, 75]];

test("without any budget there is no basis, and without expenditure none is shown", () => {
  const spent = summarise(snapshotOf(sheetOf("表", [["单位：万元，截至2025年9月30日"], ["功能分类", "支出数"], ["201 一般公共服务支出", 70], ["212 城乡社区支出", 150], ["合计", 220]])));
  const heads = notesIn(spent).filter((note) => note.includes("基准："));
  expect(heads.length).toBeGreaterThanOrEqual(5);
  expect(heads.every((head) => head.includes("基准：没有预算数　"))).toBe(true);
  const budget = notesIn(summarise(snapshotOf(sheetOf("表", [["单位：万元"], ["功能分类", "年初预算"], ["201 一般公共服务支出", 100], ["212 城乡社区支出", 200], ["合计", 300]]))));
  expect(budget).toContain("工作簿里没有单位整体的支出数，单位整体的执行率无法计算。");
  expect(budget.filter((note) => note.includes("支出按现有的表列示"))).toEqual([]);
});

test.each([
  ["the original one is all there is", [ORIGINAL], "adjusted", "original", undefined, "基准：年初预算　"],
  ["the adjusted one is all there is", [ADJUSTED], "original", "adjusted", undefined, "基准：调整后预算　"],
  ["there are both", [BOTH], "adjusted", "adjusted", undefined, "基准：调整后预算　"],
  ["there are both, and the original one is asked for", [BOTH], "original", "original", undefined, "基准：年初预算　"],
  ["the projects have the original one only", [ADJUSTED, ORIGINAL], "adjusted", "adjusted", true, "基准：调整后预算（没有的按年初预算）　"],
] as const)("%s", (_, tables, asked, basis, other, said) => {
  const summary = summarise(snapshotOf(...tables.map((rows, i) => sheetOf(`表${i}`, rows))), { choices: { basis: asked } });
  expect([summary.facts.basis, summary.facts.hasOtherBasis]).toEqual([basis, other]);
  const heads = notesIn(summary).filter((note) => note.includes("基准："));
  expect(heads.length).toBeGreaterThanOrEqual(5);
  expect(heads.every((head) => head.includes(said))).toBe(true);
  const isOfProjects = tables[0] === ORIGINAL;
  expect(columnsOf(tableIn(summary, isOfProjects ? "project-key" : "key"), "item").flat()).toContain(`${isOfProjects ? "跟踪项目" : ""}执行率（支出 ÷ ${basis === "original" ? "年初预算" : "调整后预算"}）`);
});
