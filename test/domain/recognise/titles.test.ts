/** Which line above a table names it. */

import { sheetOf } from "../../support/snapshots";
import { recogniseSheet } from "./summary";

const titleOver = (...above: string[]) => recogniseSheet(sheetOf("表", [...above.map((text) => [text]), ["项目名称", "年初预算数", "支出数"], ["物业", 10, 5], ["水电", 20, 15]]))[0]?.title?.text;

test.each(["附表1：部门支出执行情况", "表一 部门支出执行表", "表1 部门支出预算执行情况表", "附件1 2025年支出执行情况", "附件：2025年部门支出执行情况", "附件2-1 项目支出执行情况", "公开05表 一般公共预算财政拨款支出决算表", "Table 3. Expenditure by service", "Schedule 1 – Actual and budget", "Annex B: Execution by project"])("a title may begin with a number: %s", (title) => {
  expect(titleOver(title)).toBe(title);
  expect(titleOver(title, "单位：万元")).toBe(title);
});

test.each(["附件3", "附件 3：", "附表", "表一", "表1-2", "公开05表", "附件1：单位：万元", "表二 单位：万元", "Annex 2", "Schedule A", "Table 3.", "金额：万元",
  "部门（单位）名称：XX区交通局", "项目单位：XX局", "课题编号：2025-01", "被评价单位：XX中心", "项目批准号：62000001", "Project: Rural roads", "Grant No.: A-17"])("a number or a field alone is none: %s", (number) => {
  expect(titleOver("2025年部门支出执行情况", number)).toBe("2025年部门支出执行情况");
  expect(titleOver(number, "2025年部门支出执行情况")).toBe("2025年部门支出执行情况");
});

test("the one with a number is nearest", () => {
  expect(titleOver("2025年决算公开", "表一 部门支出执行表")).toBe("表一 部门支出执行表");
});
