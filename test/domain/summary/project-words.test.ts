/** What a project's paragraph says stands in the fields of its form, each in its own. */

import type { FormBlock, Summary } from "../../../src/domain/summary/model";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { columnsOf, shown, summarise, tableIn } from "../../support/summary";

function formOf(summary: Summary, at: number): Readonly<Record<string, string>> {
  const forms = summary.sheets.flatMap(({ blocks }) => blocks.filter((block): block is FormBlock => block.kind === "form"));
  return Object.fromEntries((forms[at]?.fields ?? []).map(({ key, cell }) => [key, shown(cell)]));
}

const SHEET = sheetOf("项目", [
  ["2025年项目支出执行情况表"], ["截至2025年12月31日", "", "", "", "单位：万元"], ["项目名称", "年初预算", "调整后预算", "支出", "下一步措施"],
  ["设备购置", 100, 90, 85.5, ""], ["养老补贴", 300, 330, 330, ""], ["法治宣传", 12.5, 12.5, 3.21, ""], ["档案整理", 10, 10, 2, "加快审批"], ["合计", 422.5, 442.5, 420.71, ""],
]);
const TEXT = `三、项目绩效跟踪情况
（一）设备购置。年初预算100万元，截至2025年12月31日支出85.5万元，执行率95.00%。绩效目标：购置终端60台。覆盖各村。目前已购置55台，剩余5台待验收。存在问题：供应商交货延迟。下一步：督促供应商交货。
（二）养老补贴。年初预算300万元，追加30万元，支出330万元，执行率100%。项目目标：惠及老人1200名。已惠及1256名。
（三）法治宣传。全年预算12.5万元，实际支出3.21万元，已完成全年预算的25.68%。
偏差原因：宣传活动推迟。
下一步工作计划：加快组织。
`;

test("goal, progress, problem and next step are apart, and the heading is none of them", () => {
  const summary = summarise(snapshotOf(SHEET), { text: TEXT, confirms: false });
  expect(formOf(summary, 0)).toMatchObject({ goal: "[购置终端60台。覆盖各村。]", progress: "[目前已购置55台，剩余5台待验收。]", problem: "[供应商交货延迟。]", next: "[督促供应商交货。]" });
  expect(formOf(summary, 1)).toMatchObject({ goal: "[惠及老人1200名。]", progress: "[已惠及1256名。]" });
  expect(formOf(summary, 2)).toMatchObject({ goal: "[]", progress: "[]", cause: "[宣传活动推迟。]", next: "[加快组织。]" });
});

test("a column of next steps is one", () => {
  expect([0, 3].map((at) => formOf(summarise(snapshotOf(SHEET)), at)["next"])).toEqual(["[]", "[加快审批]"]);
});

const WORDED = sheetOf("项目", [
  ["2025年项目支出监控表"], ["截至2025年9月30日", "", "", "", "", "", "", "单位：万元"],
  ["项目名称", "主管科室", "年初预算", "支出", "绩效目标", "完成情况", "存在问题", "改进措施"],
  ["消防设施", "安全科", 125, 98, "更换灭火器500具", "已更换320具", "验收滞后", "每周调度"], ["慰问经费", "民政科", 33, 12, "慰问老人", 0.36, "", ""], ["合计", "", 158, 110, "", "", "", ""],
]);

test("what columns of the table say of goal, progress, problem and next step stands in the forms; a figure is no words", () => {
  const summary = summarise(snapshotOf(WORDED));
  expect(formOf(summary, 0)).toMatchObject({ goal: "[更换灭火器500具]", progress: "[已更换320具]", cause: "[]", problem: "[验收滞后]", next: "[每周调度]" });
  expect(formOf(summary, 1)).toMatchObject({ goal: "[慰问老人]", progress: "[]", problem: "[]", next: "[]" });
  // How the project went is no indicator's figure.
  expect(columnsOf(tableIn(summary, "monitoring-indicators"), "name", "done", "note").filter((_, i) => i % 3 === 0)).toEqual([["消防设施", "[]", "[验收滞后]"], ["慰问经费", "[]", "[]"]]);
});

test.each([["Goal", "Progress", "Problems", "Next steps"], ["年度绩效目标", "项目进展情况", "存在的主要问题", "下一步工作计划"], ["总体 目标", "目标完成情况", "问题及困难", "整改措施"]])("the columns may be called %s, %s, %s and %s", (...headers) => {
  const summary = summarise(snapshotOf(sheetOf("项目", [["单位：万元"], ["项目名称", "年初预算", "支出", ...headers], ["甲", 10, 5, "一", "二", "三", "四"], ["乙", 10, 5, "", "", "", ""]])));
  expect(formOf(summary, 0)).toMatchObject({ goal: "[一]", progress: "[二]", problem: "[三]", next: "[四]" });
});

test("a text that is merged over the lines of several projects is said of each", () => {
  const summary = summarise(snapshotOf(sheetOf("项目", [["单位：万元"], ["项目名称", "功能分类", "年初预算", "支出", "绩效目标"], ["甲", "教育支出", 10, 5, "全部完成"], ["乙", "", 10, 5, ""], ["丙", "卫生健康支出", 10, 5, ""]], { merges: ["B3:B4", "E3:E4"] })));
  expect([0, 1, 2].map((at) => formOf(summary, at)["goal"])).toEqual(["[全部完成]", "[全部完成]", "[]"]);
  expect([0, 1, 2].map((at) => formOf(summary, at)["function"])).toEqual(["教育支出", "教育支出", "卫生健康支出"]);
});

test("shares are of the whole beside a refund, too", () => {
  const summary = summarise(snapshotOf(sheetOf("执行", [["2025年支出执行表"], ["单位：万元"], ["功能科目", "年初预算", "支出"], ["一般公共服务支出", 1000, 900], ["公共安全支出", 100, -20], ["教育支出", 200, 120], ["合计", 1300, 1000]])));
  expect(columnsOf(tableIn(summary, "largest"), "name", "share").slice(0, 2)).toEqual([["一般公共服务支出", "0.9"], ["教育支出", "0.12"]]);
});
