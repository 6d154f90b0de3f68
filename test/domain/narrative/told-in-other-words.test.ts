/** Rates told by rank, growth told without the year it is against, and what joins lines or ends of their names. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const sheet = sheetOf("执行", [
  ["2024年市级部门预算执行情况表（单位：万元）"], ["部门名称", "年初预算数", "调整预算数", "执行数", "执行率", "上年执行数"],
  ["市教育局", 45210.3, 46980.55, 46712.08, 0.9943, 45100.25], ["市公安局", 23890.12, 24105.62, 23998.71, 0.9956, 24500], ["职业年金缴费支出", 205.1, 205.1, 198.66, 0.9686, 180.5], ["合计", 69305.52, 71291.27, 70909.45, 0.9946, 69780.75],
], { formats: { "E3:E6": "0.00%" } });
const found = (text: string): readonly string[] => wrong(checksOf(text, "2024-12-31", sheet));
const RANKED = "其中市公安局执行率最高，为99.56%；执行率最低的是职业年金缴费支出，仅为96.86%。";
const GROWN = "市教育局支出46712.08万元，为预算的99.4%，增长3.6%；市公安局支出23998.71万元，下降2.0%。";
const RAISED = "市教育局调整预算数46980.55万元，较年初增加1770.25万元，增幅3.92%。";
const LESS = "职业年金缴费支出198.66万元，比预算少6.44万元。";
const TOGETHER = "市教育局、市公安局两个部门支出合计70710.79万元。";
const SHARED = "市教育局累计执行46712.08万元，占市级部门总支出的65.88%。";
const NET = "年初预算69305.52万元，全年预算调整净增1985.75万元（其中追加2000万元，调减14.25万元），调整后预算71291.27万元，支出70909.45万元。";

test.each([
  RANKED, GROWN, RAISED, LESS, TOGETHER, SHARED, NET,
  // Of other things, other years, or no rates of budgets at all.
  "市公安局破案率最高，为98.20%。", "市公安局项目完成率最高的是安防，为97.20%。", "市教育局支出46712.08万元，其中在编人员支出增长5.6%。", "市教育局支出46712.08万元，主要是工资增长8.0%。", "2023年市教育局支出45100.25万元，增长5.0%。",
  "市教育局调整预算数46980.55万元，编制数较年初增加20人。", "市教育局预算执行率排名第二，为前列。",
])("right: %s", (text) => expect(found(text)).toEqual([]));

test("a list number in the middle of a cell is no part of a name", () => {
  expect(found("说明：1.市教育局执行46721.08万元，2.市公安局执行23998.71万元。")).toEqual(["warning by-name 市教育局 市教育局 46712.08 46721.08"]);
});

test.each<[string, string, readonly string[]]>([
  [RANKED, "99.56|99.65", ["warning by-name 市公安局 市公安局 99.56 99.65"]], [RANKED, "96.86|96.68", ["warning by-name 职业年金缴费支出 职业年金缴费支出 96.86 96.68"]],
  [GROWN, "增长3.6|增长3.9", ["warning by-name 市教育局 市教育局 3.57 3.9"]], [GROWN, "下降2.0|下降2.3", ["warning by-name 市公安局 市公安局 -2.05 2.3"]],
  [RAISED, "增加1770|增加1707", ["warning change 市教育局 - 3.77 3.92", "warning told-change 市教育局 市教育局 1770.25 1707.25"]],
  [LESS, "6.44|6.74", ["warning by-name-balance 职业年金缴费 职业年金缴费支出 6.44 6.74"]],
  [TOGETHER, "70710|70701", ["warning by-name 市教育局、市公安局两个部门 市教育局+市公安局 70710.79 70701.79"]],
  [SHARED, "65.88|68.58", ["warning by-name 市教育局 市教育局 65.88 68.58"]],
  [NET, "净增1985|净增1895", ["error adjusted-budget - - 71201.27 71291.27"]],
])("wrong: %s %s", (text, change, expected) => {
  const [from = "", to = ""] = change.split("|");
  expect(found(text.replace(from, to))).toEqual(expected);
});
