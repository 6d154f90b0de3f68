/** Words of rates, and what stands beside a rate without being the budget that it is of. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const sheet = sheetOf("来源", [
  ["2023年医院收支执行表（单位：万元，截至2023年12月31日）"], ["单位", "预算合计", "财政拨款", "事业收入", "本年支出", "执行率"],
  ["人民医院", 7400, 2400, 5000, 7252, "98.00%"], ["中医院", 3600, 1500, 2100, 3420, "95.00%"], ["妇幼保健院", 2000, 800, 1200, 1940, "97.00%"], ["合计", 13000, 4700, 8300, 12612, "97.02%"],
]);

function found(text: string): readonly string[] {
  return wrong(checksOf(text, "2023-12-31", sheet));
}

test.each(["完成率", "完成比例", "使用率", "支付率", "支出进度", "支付进度", "执行比例"])("%s is a rate of spending", (word) => {
  expect(found(`人民医院支出7252万元，${word}98.00%。`)).toEqual([]);
  expect(found(`人民医院支出7252万元，${word}96.00%。`)).toEqual(["error line 人民医院 人民医院 98 96.00"]);
  expect(found(`中医院预算3600万元，支出3420万元，${word}为93.00%。`)).toContain("error rate 中医院 - 95.00 93.00");
});

test.each([
  "人民医院支出7252万元，服务任务完成率91.00%。", "人民医院支出7252万元，改造病房30间，完成率91.00%。", "人民医院支出7252万元，床位使用率91.00%。", "人民医院支出7252万元，年度绩效目标完成比例91.00%。",
  "人民医院收入7400万元，其中财政拨款2400万元、事业收入5000万元；支出7252万元，执行率98.00%。",
  "人民医院收入7400万元，财政拨款2400万元，支出7252万元，执行率98.00%。",
  "人民医院预算7400万元，其中：财政拨款2400万元、其他资金5000万元，支出7252万元，执行率98.00%。",
  "人民医院财政拨款2400万元。",
])("agrees: %s", (text) => expect(found(text)).toEqual([]));

test.each<[string, readonly string[]]>([
  ["人民医院收入7400万元，其中财政拨款2400万元、事业收入5100万元；支出7252万元，执行率98.00%。", ["error parts 人民医院 - 7500 7400"]],
  ["人民医院收入7400万元，其中财政拨款2400万元、事业收入5000万元；支出7252万元，执行率96.00%。", ["error line 人民医院 人民医院 98 96.00"]],
])("differs: %s", (text, expected) => expect(found(text)).toEqual(expected));
