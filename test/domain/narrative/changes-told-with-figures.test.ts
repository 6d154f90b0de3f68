/** Changes of budgets told together with what they came to, by how much per cent, or by whose money. */

import { sheetOf } from "../../support/snapshots";
import { agreeing, checksOf, wrong } from "./compared";

const sheet = sheetOf("预算调整", [
  ["2024年项目预算调整情况表（单位：万元）"], ["项目", "年初预算", "调整后预算", "支出", "执行率"],
  ["30101 档案数字化", 180, 150, 148.55, 0.9903], ["30102 办公楼消防改造", 420.5, 470.5, 466.1, 0.9906], ["12316热线", 60, 60, 41.8, 0.6967], ["合计", 660.5, 680.5, 656.45, 0.9647],
], { formats: { "E3:E6": "0.00%" } });
const found = (text: string): readonly string[] => wrong(checksOf(text, "2024-12-31", sheet));
const CUT = "档案数字化项目调减30万元至150万元，支出148.55万元，执行率99.03%。";
const BOTH = "办公楼消防改造先后调增62.5万元、调减12.5万元，调整后预算470.5万元。";
const RATE = "办公楼消防改造调整后预算470.5万元，较年初增加50万元，增幅11.89%，支出466.10万元。";
const WHOLE = "年初预算660.5万元，调整后预算680.5万元，调增20万元，增长3.03%。";
const GIVEN = "办公楼消防改造：年初预算420.5万元，中央追加50万元，调整后预算470.5万元。";

test.each([CUT, BOTH, RATE, WHOLE, GIVEN, "办公楼消防改造年初预算420.5万元，市级财政追加50万元，增长11.89%。", "支出656.45万元，增幅较大，达到12%。", "收入较年初增加20万元，增幅3%。", "12316热线支出41.80万元，执行率69.67%。"])("right: %s", (text) => expect(found(text)).toEqual([]));

test("what stands behind 至 is the budget, and what follows is of the line", () => {
  expect(agreeing(checksOf(CUT, "2024-12-31", sheet))).toEqual(["30101 档案数字化 adjusted-budget 150", "30101 档案数字化 expenditure 148.55", "30101 档案数字化 rate 99.03", "30101 档案数字化 net-change -30"]);
});

test.each<[string, string, RegExp]>([
  [CUT, "至150|至180", /档案数字化.* 150 180$/u], [CUT, "148.55|145.55", /档案数字化.* 148\.55 145\.55$/u], [CUT, "99.03|99.33", /rate .*99\.03 99\.33$/u],
  [BOTH, "62.5|65.5", /told-change 办公楼消防改造 30102 办公楼消防改造 50 53$/u], [RATE, "11.89|11.59", /change 办公楼消防改造 .*11\.59$/u], [RATE, "增加50|增加53", /change 办公楼消防改造/u],
  [WHOLE, "调增20|调增23", /change .*680\.5$/u], [WHOLE, "3.03|3.33", /change .*3\.33$/u], [GIVEN, "追加50|追加53", /adjusted-budget 办公楼消防改造 - 473\.5 470\.5$/u],
])("wrong: %s %s", (text, change, expected) => {
  const [from = "", to = ""] = change.split("|");
  expect(found(text.replace(from, to)).filter((line) => expected.test(line))).not.toEqual([]);
});
