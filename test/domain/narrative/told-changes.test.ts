/** Which words of a report change a line's budget, and which line's. */

import { readClaims } from "../../../src/domain/narrative/claims";
import { sheetOf } from "../../support/snapshots";
import { checksOf, compared, wrong } from "./compared";

const sheet = sheetOf("项目", [
  ["2023年项目支出执行情况（截至2023年12月31日，单位：万元）"], ["项目名称", "年初预算", "支出", "执行率"],
  ["人大会议经费", 100, 98, 0.98], ["小学课后服务", 200, 199, 0.995], ["小学校舍维修", 150, 149, 0.9933], ["养老保险缴费", 80, 79, 0.9875], ["合计", 530, 525, 0.9906],
], { formats: { "D3:D7": "0.00%" } });

/** "小学课后服务 +20 = 220" for each line that is proposed to be changed. */
function proposed(text: string): readonly string[] {
  return compared(text, "2023-12-31", sheet).comparison.adjustments.map(({ name, change, newBudget }) => `${name} ${change.isNegative() ? "" : "+"}${change.toFixed()} = ${newBudget.toFixed()}`);
}

const item = (sentence: string): string => `1.小学课后服务全年预算200万元，支出199万元。${sentence}\n2.小学校舍维修全年预算150万元，支出149万元，执行率99.33%。\n3.养老保险缴费全年预算80万元，支出79万元。\n`;

test.each<[string, readonly string[]]>([
  ["2023年6月追加预算20万元。", ["小学课后服务 +20 = 220"]],
  ["年中追加预算30万元。", ["小学课后服务 +30 = 230"]],
  ["年底追加10万元。", ["小学课后服务 +10 = 210"]],
  ["中期调整增加10万元。", ["小学课后服务 +10 = 210"]],
  ["经批准，追加经费30万元。", ["小学课后服务 +30 = 230"]],
  ["6月追加预算20万元，9月再次追加20万元。", ["小学课后服务 +40 = 240"]],
  ["预算由200万元调整为220万元。", ["小学课后服务 +20 = 220"]],
  ["下半年核减15万元，调整后预算185万元。", ["小学课后服务 -15 = 185"]],
  ["2023年6月追加预算30万元，2023年10月收回20万元。", ["小学课后服务 +10 = 210"]],
  ["年末收回预算指标8万元。", ["小学课后服务 -8 = 192"]],
  ["因政策调整，预算压减12万元。", ["小学课后服务 -12 = 188"]],
  ["2023年6月由小学校舍维修调剂追加预算20万元。", ["小学课后服务 +20 = 220"]],
  ["调整后预算较年初预算调增20万元。", ["小学课后服务 +20 = 220"]],
  // Told twice: singly and as their sum.
  ["3月追加预算20万元，9月追加10万元，累计追加30万元。", ["小学课后服务 +30 = 230"]],
  ["3月追加预算20万元。9月追加预算10万元，全年累计追加30万元。", ["小学课后服务 +30 = 230"]],
  ["共追加预算30万元，其中3月追加20万元，9月追加10万元。", ["小学课后服务 +30 = 230"]],
  ["全年共调减预算30万元，其中：5月调减20万元、9月调减10万元。", ["小学课后服务 -30 = 170"]],
  ["追加预算30万元。其中5月追加20万元，9月追加10万元。", ["小学课后服务 +30 = 230"]],
  ["全年共追加预算30万元，3月追加20万元，9月追加10万元。", ["小学课后服务 +30 = 230"]],
  ["年中追加预算共30万元（其中3月追加20万元）。", ["小学课后服务 +30 = 230"]],
  ["3月追加预算20万元，全年累计追加30万元。", ["小学课后服务 +30 = 230"]],
  ["3月追加预算20万元，9月追加10万元，累计追加30万元，12月调减5万元。", ["小学课后服务 +25 = 225"]],
  ["共追加预算30万元，另调减预算10万元。", ["小学课后服务 +20 = 220"]],
  ["共追加预算30万元，其中3月追加20万元；12月另追加5万元。", ["小学课后服务 +35 = 235"]],
  // What it came to, not by how much.
  ["预算200万元，调减为180万元。", ["小学课后服务 -20 = 180"]],
  ["预算200万元调减到180万元。", ["小学课后服务 -20 = 180"]],
  ["预算200万元，追加为220万元。", ["小学课后服务 +20 = 220"]],
  ["预算由200万元调减至180万元。", ["小学课后服务 -20 = 180"]],
  ["预算由200万元调减为180万元。", ["小学课后服务 -20 = 180"]],
  ["年初预算200万元，8月压减至180万元。", ["小学课后服务 -20 = 180"]],
  // By how much and what it came to: one change.
  ["预算200万元，调减15万元，调整为185万元。", ["小学课后服务 -15 = 185"]],
  ["年初预算200万元，追加10万元，调整为210万元。", ["小学课后服务 +10 = 210"]],
  ["年初预算200万元，压减60万元，调整为140万元，支出199万元。", ["小学课后服务 -60 = 140"]],
  // What the money is added to is another line.
  ["为小学校舍维修追加预算10万元。", ["小学校舍维修 +10 = 160"]],
])("a budget is changed: %s", (sentence, expected) => expect(proposed(item(sentence))).toEqual(expected));

test.each([
  // Not done.
  "拟调减预算20万元，用于其他项目。", "拟于2024年追加预算30万元。", "计划2024年调减预算50万元。", "建议追加预算50万元。", "如需追加预算20万元，另行报批。", "申请追加预算30万元，未获批准。",
  "年初申请追加10万元（未批复）。", "追加预算30万元的请示未获同意。", "追加预算30万元未予批复。", "年中未追加预算。", "需追加预算20万元。", "将追加预算20万元。",
  // Another year's.
  "上年追加预算50万元。", "2022年追加预算20万元。", "2024年调增预算20万元。", "2024年预算较2023年调增20万元。", "比上年追加20万元。", "预算较上年预算180万元压减20万元。", "预算由2022年的180万元增加到2023年的200万元。",
  // Before there was a budget.
  "原申报预算230万元，财政核减30万元后批复200万元。", "上报预算230万元，财政评审核减30万元。",
  "预算拟由200万元调减为180万元。", "预算计划追加至220万元。",
  // What it came to, or by how much: it cannot be either.
  "预算200万元，追加为100万元。", "预算200万元，调减为260万元。",
  // Of something else.
  "合同价由200万元调减为180万元。", "支出200万元，调减为180万元。",
  "经审计核减工程款15万元。", "决算数小于预算数的主要原因是压减会议费1万元。", "该项目合同金额核增12万元。", "追加工程款20万元。", "收回借款20万元。", "结算审定后核减5万元。",
  // Whose it is cannot be told.
  "其中追加50万元用于小学校舍维修。",
])("no budget is changed: %s", (sentence) => expect(proposed(item(sentence))).toEqual([]));

test.each<[string, readonly string[]]>([
  ["小学课后服务预算调增为230万元。", ["小学课后服务 +30 = 230"]],
  ["小学课后服务预算调整为180万元。", ["小学课后服务 -20 = 180"]],
  ["小学课后服务预算追加至220万元，支出199万元。", ["小学课后服务 +20 = 220"]],
  ["小学课后服务预算由200万元调减至180万元。", ["小学课后服务 -20 = 180"]],
  ["小学课后服务项目预算由200万元调减为180万元。", ["小学课后服务 -20 = 180"]],
  // Not the table's budget, no budget, the other way, or nothing changed.
  ["小学课后服务预算由210万元调减至180万元。", []], ["小学课后服务追加为30万元。", []], ["小学课后服务预算调增为180万元。", []], ["小学课后服务预算调整为200万元。", []],
])("a budget came to an amount: %s", (text, expected) => {
  expect(proposed(text)).toEqual(expected);
  expect(wrong(checksOf(text, "2023-12-31", sheet))).toEqual([]);
});

test("the sum of several lines' changes is none of theirs", () => {
  expect(proposed("小学课后服务追加预算20万元，小学校舍维修追加预算10万元，共追加预算30万元。")).toEqual(["小学课后服务 +20 = 220", "小学校舍维修 +10 = 160"]);
});

describe("names of the workbook's lines are names in the text, whatever they end in", () => {
  const told = "全年预算200万元，支出189万元。2023年6月追加预算20万元。";
  const wrongLine = "error line 小学课后服务 小学课后服务 199 189";
  test.each([
    `1.小学课后服务。${told}`, `1.小学课后服务，${told}`, `1.小学课后服务\n${told}`, `（1）小学课后服务：${told}`, `小学课后服务\n${told}`, `小学课后服务。${told}`,
    `一是小学课后服务，${told}二是小学校舍维修，全年预算150万元，支出149万元。`,
    `一是小学校舍维修，全年预算150万元，支出149万元；二是小学课后服务，${told}`,
    `1.小学校舍维修全年预算150万元，支出149万元。\n小学课后服务，${told}`,
  ])("%s", (text) => {
    expect(wrong(checksOf(text, "2023-12-31", sheet))).toEqual([wrongLine]);
    expect(proposed(text)).toEqual(["小学课后服务 +20 = 220"]);
  });
  test("with all that differs of one line", () => {
    expect(wrong(checksOf("1.小学课后服务，年初预算为200万元，支出决算为189万元，完成年初预算的94.50%。", "2023-12-31", sheet)))
      .toEqual([wrongLine, "error line 小学课后服务 小学课后服务 99.5 94.50"]);
  });
  test("and no others are", () => {
    expect(wrong(checksOf(`1.小学晚托服务。${told}`, "2023-12-31", sheet))).toEqual([]);
  });
});

test("a table that knows the adjusted budget, or a text that tells it of a line of its own, needs no proposal", () => {
  const adjusted = sheetOf("执行", [["单位：万元"], ["项目", "年初预算", "调整后预算", "支出"], ["小学课后服务", 200, 220, 199], ["小学校舍维修", 150, 150, 149], ["合计", 350, 370, 348]]);
  expect(compared("小学课后服务预算200万元，年中追加20万元。", "2023-12-31", adjusted).comparison.adjustments).toEqual([]);
  expect(proposed("教育局年初预算530万元，追加20万元，调整后预算550万元。")).toEqual([]);
});

test("dates without a year are of the workbook's, unless the title names one", () => {
  const when = (text: string): readonly (string | undefined)[] => readClaims(text, { isLine: () => false, currency: "CNY", year: 2023 }).claims.flatMap((claim) => (claim.kind === "adjustment" ? [claim.when?.days?.first] : []));
  expect(when("甲项目6月追加预算20万元。")).toEqual(["2023-06-01"]);
  expect(when("2023年报告\n2022年立项的甲项目。甲项目6月追加预算20万元。")).toEqual(["2023-06-01"]);
});
