/** A budget, its changes and what they led to, told in one sentence, beside a table that has both budgets and no column of changes. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, compared, wrong } from "./compared";

const sheet = sheetOf("项目", [
  ["2022年度项目支出执行情况（单位：万元，截至2022年12月31日）"], ["项目名称", "年初预算", "调整后预算", "支出", "执行率"],
  ["老旧小区管线更新", 320, 356, 349.6, "98.20%"], ["后勤保障服务", 75, 69.5, 69.5, "100.00%"], ["河道清淤工程", 140, 140, 133.7, "95.50%"], ["合计", 535, 565.5, 552.8, "97.75%"],
]);

function found(text: string): readonly string[] {
  return wrong(checksOf(text, "2022-12-31", sheet));
}

test.each([
  "老旧小区管线更新年初预算320万元，年中追加36万元，全年预算356万元，支出349.60万元，执行率98.20%。",
  "后勤保障服务年初预算75万元，调减5.5万元后全年预算69.5万元，支出69.5万元，执行率100%。",
  "后勤保障服务年初预算75万元，8月调减预算5.5万元，之后支出69.50万元。",
  "老旧小区管线更新2022年3月追加预算30万元，9月追加预算60000元。",
  // What it came to.
  "后勤保障服务预算75万元调减为69.5万元，支出69.5万元，执行率100%。",
  "老旧小区管线更新预算320万元，追加为356万元，支出349.60万元，执行率98.20%。",
  // One of the changes.
  "老旧小区管线更新年中追加预算20万元。",
  "老旧小区管线更新年初预算320万元，年中追加36万元。全年预算356万元。",
  "后勤保障服务支出69.50万元，后续维护另行安排。",
  // Nothing of this year's budget.
  "老旧小区管线更新拟追加预算50万元。", "老旧小区管线更新合同价调增50万元。",
  "2022年6月追加预算36万元，老旧小区管线更新支出349.60万元。",
  "我街道年初预算535万元，当年追加36万元，调减5.5万元，全年预算565.5万元。",
])("agrees: %s", (text) => expect(found(text).filter((line) => !line.startsWith("info"))).toEqual([]));

test.each<[string, readonly string[]]>([
  ["老旧小区管线更新年初预算320万元，年中追加63万元，全年预算356万元，支出349.60万元，执行率98.20%。", ["warning adjusted-budget 老旧小区管线更新 - 383 356", "warning told-change 老旧小区管线更新 老旧小区管线更新 36 63"]],
  ["后勤保障服务年初预算75万元，调减5.5万元后全年预算65.9万元，支出69.5万元，执行率100%。", ["error adjusted-budget 后勤保障服务 - 69.5 65.9", "error line 后勤保障服务 后勤保障服务 69.5 65.9"]],
  ["后勤保障服务年初预算75万元，调减9万元后全年预算66万元，支出69.5万元，执行率100%。", ["error rate 后勤保障服务 - 105.30 100", "error line 后勤保障服务 后勤保障服务 69.5 66", "warning told-change 后勤保障服务 后勤保障服务 -5.5 -9"]],
  ["后勤保障服务年初预算75万元，8月追加预算5.5万元。", ["warning told-change 后勤保障服务 后勤保障服务 -5.5 5.5"]],
  ["后勤保障服务预算调减为65.9万元，支出69.5万元。", ["error line 后勤保障服务 后勤保障服务 69.5 65.9"]],
  ["老旧小区管线更新预算由320万元调增为365万元。", ["warning by-name 老旧小区管线更新 老旧小区管线更新 356 365", "warning told-change 老旧小区管线更新 老旧小区管线更新 36 45"]],
  ["河道清淤工程2022年8月追加预算10万元。", ["warning told-change 河道清淤工程 河道清淤工程 0 10"]],
  ["河道清淤工程2022年2月调减预算14万元，4月追加预算14万元，支出137.30万元。", ["warning by-name 河道清淤工程 河道清淤工程 133.7 137.3"]],
])("differs: %s", (text, expected) => expect(found(text)).toEqual(expected));

describe("beside a table that has the original budget alone", () => {
  const original = sheetOf("项目", [["2024年项目支出（单位：万元）"], ["项目", "年初预算", "支出", "执行率"], ["教师培训", 60, 38.42, "64.03%"], ["图书采购", 42, 41.9, "99.76%"], ["合计", 102, 80.32, "78.75%"]]);

  test.each<[string, string]>([
    // What is called the whole year's is another budget than the table's.
    ["教师培训项目年初预算60万元，追加预算10万元，全年预算70万元，执行率54.89%。", "70"], ["教师培训项目预算60万元，追加10万元后为70万元。", "70"], ["教师培训项目预算60万元，申请追加15万元，批复追加10万元，支出38.42万元。", "70"],
    // From what it was, or had become.
    ["教师培训项目年初预算60万元，由60万元调整到70万元，支出38.42万元。", "70"], ["教师培训项目预算60万元，先由60万元调增为70万元，又由70万元调减为65万元。", "65"],
    ["教师培训项目预算60万元，追加10万元，又由70万元调减为65万元。", "65"], ["教师培训项目预算60万元，追加10万元，调整为70万元，又由70万元调减为65万元。", "65"],
  ])("each change counts once: %s", (text, newBudget) => {
    expect(compared(text, null, original).comparison.adjustments.map((proposal) => [proposal.line?.name, proposal.newBudget.toFixed()])).toEqual([["教师培训", newBudget]]);
    expect(wrong(checksOf(text, null, original))).toEqual([]);
  });
});
