/** Income and spending one below the other in one table: the summary of spending has the spending alone. */

import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const SPENDING = [["职工活动支出", 40, 35], ["维权支出", 80, 60]];
const summaryOf = (...lines: readonly (readonly (string | number)[])[]) => summarise(snapshotOf(sheetOf("收支", [["2024年工会经费收支预算执行情况表"], ["单位：万元"], ["项目", "预算数", "执行数"], ["一、收入", 190, 150], ["会费收入", 100, 90], ["拨缴经费收入", 90, 60], ["二、支出", 120, 95], ...lines])));

test("income is no project, and no part of what was spent", () => {
  const summary = summaryOf(...SPENDING);
  expect(columnsOf(tableIn(summary, "projects"), "name", "original", "spent", "rate")).toEqual([["职工活动支出", "40", "35", "0.875"], ["维权支出", "80", "60", "0.75"], ["合计", "120", "95", "0.7917"]]);
  expect(columnsOf(tableIn(summary, "project-key"), "item", "total").filter(([item]) => item === "跟踪项目年初预算" || item === "跟踪项目支出")).toEqual([["跟踪项目年初预算", "120"], ["跟踪项目支出", "95"]]);
});

test("what is left out is said, with the table and the sheet it stands on", () => {
  expect(notesIn(summaryOf(...SPENDING)).filter((note) => note.includes("收入"))).toEqual(["“2024年工会经费收支预算执行情况表”（工作表“收支”）有 3 行是收入，本汇总表只汇总支出，没有计入。"]);
  const tables = [sheetOf("收入", [["2024年收入预算表"], ["单位：万元"], ["科目", "预算数", "完成数"], ["财政拨款收入", 90, 88], ["事业收入", 10, 9], ["合计", 100, 97]]), sheetOf("支出", [["2024年支出预算执行表"], ["单位：万元"], ["科目", "预算数", "支出数"], ["基本支出", 60, 59], ["项目支出", 40, 30], ["合计", 100, 89]])];
  expect(notesIn(summarise(snapshotOf(...tables))).filter((note) => note.includes("收入"))).toEqual(["“2024年收入预算表”（工作表“收入”）是收入，本汇总表只汇总支出，没有计入。"]);
});
