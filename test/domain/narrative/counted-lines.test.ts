/** A line left out of a text that says how many there are. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const sheet = sheetOf("项目", [
  ["2024年项目支出情况表（单位：元，截至2024年12月31日）"], ["项目名称", "预算数", "支出数", "完成率"],
  ["办公设备购置", 250000, 248300.5, "99.32%"], ["社区养老补贴", 680000, 680000, "100.00%"], ["城市网格化管理", 1450000, 1398765.43, "96.47%"], ["合计", 2380000, 2327065.93, "97.78%"],
]);
const found = (text: string) => wrong(checksOf(text, "2024-12-31", sheet));
const FIRST = "办公设备购置项目年度预算25万元，实际支出248300.50元，完成率99.32%。";
const SECOND = "社区养老补贴项目年度预算68万元，实际支出68万元，完成率100%。";
const THIRD = "城市网格化管理项目年度预算145万元，实际支出139.88万元，完成率96.47%。";

test.each([
  ["本年度共安排项目3个。", FIRST, SECOND, THIRD], [FIRST, THIRD], ["重点项目情况如下。", FIRST, THIRD], ["本年度共安排项目3个，其中2个为重点项目。", FIRST, THIRD], ["本年度共安排2个项目。", FIRST, THIRD], ["本年度共安排3个项目。", THIRD],
  ["本年度共安排3个项目，主要项目执行情况如下。", FIRST, THIRD], ["3个项目中，城市网格化管理项目规模最大。", FIRST], ["辖区有3个社区。", FIRST, THIRD],
])("says nothing: %#", (...sentences) => expect(found(sentences.join("\n"))).toEqual([]));

test.each<[readonly string[], readonly string[]]>([
  [["本年度共安排项目3个。", FIRST, THIRD], ["info uncovered-line  社区养老补贴 680000 "]],
  [["本年度共安排3个项目，总体执行较好。", SECOND, THIRD], ["info uncovered-line  办公设备购置 250000 "]],
])("tells the one left out: %#", (sentences, expected) => expect(found(sentences.join("\n"))).toEqual(expected));
