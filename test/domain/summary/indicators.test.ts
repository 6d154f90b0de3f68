/** Ledgers of indicators (指标账): what was given and taken in lines of their own is one project. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, notesIn, summarise, tableIn, tablesIn } from "../../support/summary";

type Cells = readonly (readonly CellValue[])[];
const TITLE = [["2025年项目指标账"], ["截至2025-09-30", "", "", "", "", "单位：元"]];
const LEDGER: Cells = [
  ...TITLE, ["项目名称", "指标文号", "指标来源", "功能科目", "指标金额", "已支付金额"],
  ["绿化养护", "西财1号", "年初预算", "2120501", 1_000_000, 700_000], ["绿化养护", "西财55号", "追加", "2120501", 200_000, 0], ["绿化养护", "西财80号", "调减", "2120501", -100_000, 0], ["便民早餐", "西财1号", "年初预算", "2160299", 300_000, 120_000], ["合计", "", "", "", 1_400_000, 820_000],
];

test("several indicators of one name are one project, with what they come to", () => {
  const summary = summarise(snapshotOf(sheetOf("指标账", LEDGER)));
  expect(columnsOf(tableIn(summary, "projects"), "name", "original", "spent", "rate")).toEqual([["绿化养护", "110", "70", "0.6364"], ["便民早餐", "30", "12", "0.4"], ["合计", "140", "82", "0.5857"]]);
  expect(columnsOf(tableIn(summary, "coverage"), "value")[0]).toEqual(["2"]);
});

test("lines of one name stay two without numbers of indicators, or for another class", () => {
  const others: readonly Cells[] = [LEDGER.map((row, i) => (i === 2 ? row.map((cell) => (cell === "指标文号" ? "经手" : cell)) : row)), LEDGER.map((row, i) => (i === 4 || i === 5 ? row.map((cell) => (cell === "2120501" ? `212010${i}` : cell)) : row))];
  for (const rows of others) expect(columnsOf(tableIn(summarise(snapshotOf(sheetOf("指标账", rows))), "projects"), "name")).toHaveLength(5);
});

test("indicators beside their classes are projects under the header 指标名称, too, and what was paid out of them is not the unit's spending", () => {
  const ledger: Cells = [...TITLE, ["指标文号", "指标名称", "功能科目", "年初下达", "追加（减）", "指标金额", "已支付"], ["西财1号", "物业管理", "2010302", 600_000, 0, 600_000, 450_000], ["西财1号", "小区整治", "2120399", 2_000_000, 0, 2_000_000, 812_345.67], ["西财88号", "小区整治", "2120399", 0, -200_000, -200_000, 0], ["合计", "", "", 2_600_000, -200_000, 2_400_000, 1_262_345.67]];
  const paid: Cells = [["2025年1-9月支付明细"], ["支付日期", "指标名称", "支付金额（元）", "收款人"], ["2025-03-05", "物业管理", 450_000, "甲"], ["2025-05-20", "小区整治", 812_345.67, "乙"], ["合计", "", 1_262_345.67]];
  const summary = summarise(snapshotOf(sheetOf("指标台账", ledger), sheetOf("支付明细", paid)));
  expect(columnsOf(tableIn(summary, "projects"), "name", "original", "adjusted", "spent").slice(0, 2)).toEqual([["物业管理", "60", "60", "45"], ["小区整治", "200", "180", "81.234567"]]);
  expect(tablesIn(summary).map(({ id }) => id)).not.toContain("execution");
  expect(summary.facts.isOfProjects).toBe(true);
});

test("a line with further payments has what they come to, and its total is their sum", () => {
  const payments: Cells = [["2025年预算指标台账", ""], ["单位：元", ""], ["指标文号", "项目名称", "指标金额", "支付日期", "支付金额", "累计支付"], ["西财1号", "绿化养护", 1_000_000, "2025-03-01", 200_000, 200_000], ["", "", "", "2025-05-01", 405_000, 605_000], ["西财2号", "便民早餐", 500_000, "2025-04-01", 250_000, 250_000], ["合计", "", 1_500_000, "", 855_000, 855_000]];
  for (const ledger of [payments, payments.map((row) => row.slice(0, -1))]) {
    const summary = summarise(snapshotOf(sheetOf("指标台账", ledger)));
    expect(columnsOf(tableIn(summary, "projects"), "name", "original", "spent", "rate")).toEqual([["绿化养护", "100", "60.5", "0.605"], ["便民早餐", "50", "25", "0.5"], ["合计", "150", "85.5", "0.57"]]);
    expect(notesIn(summary)).not.toContainEqual(expect.stringContaining("相差"));
  }
});
