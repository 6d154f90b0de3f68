/** The year of a summary: of its cut-off date, else of its text, else of the titles of the tables it is made of. */

import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { summarise } from "../../support/summary";

const projects = (title: string): readonly (readonly CellValue[])[] => [[title], ["单位：万元"], ["项目名称", "年初预算", "支出"], ["甲", 100, 50], ["乙", 30, 15], ["合计", 130, 65]];

test.each([
  ["区教育局2024年项目支出执行情况表", 2024], ["二〇二三年度项目支出表", 2023], ["2024年度项目支出执行表（2023年结转除外）", null], ["项目支出执行情况表", null], ["Projects of FY2022", 2022], ["2024年1-9月项目支出表，单位20240人", 2024],
])("%s: %j", (title, year) => {
  const summary = summarise(snapshotOf(sheetOf("表", projects(title))), { choices: { cutOff: null } });
  expect(summary.facts.year).toBe(year);
  expect(summary.sheets[0]?.blocks[0]).toEqual({ kind: "title", text: `${year === null ? "" : `${year}年度`}预算执行汇总表` });
});

test("the tables that key figures are of come before others; the sheet's name tells it where no title does", () => {
  const other = [["2021年收入表"], ["单位：万元"], ["收入项目", "预算数"], ["拨款", 1]];
  expect(summarise(snapshotOf(sheetOf("收入", other), sheetOf("表", projects("2024年项目支出表")))).facts.year).toBe(2024);
  expect(summarise(snapshotOf(sheetOf("2022年", projects("项目支出表")))).facts.year).toBe(2022);
  expect(summarise(snapshotOf(sheetOf("表", projects("2024年项目支出表（截至2023年12月31日）")))).facts.year).toBe(2023);
});
