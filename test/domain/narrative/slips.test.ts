/** Figures that nothing names, one digit from what the whole or their line has. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const sheet = sheetOf("进度", [
  ["2024年项目支出进度表（单位：万元，截至9月30日）"], ["项目", "全年预算", "一季度", "二季度", "三季度", "累计支出", "执行进度"],
  ["道路保洁", 320, 68.21, 71.35, 72.35, 211.91, "66.22%"], ["公厕改造", 210.4, 41.2, 60.11, 44.3, 145.61, "69.21%"], ["绿化养护", 150, 30.08, 38.14, 34.1, 102.32, "68.21%"],
  ["合计", 680.4, 139.49, 169.6, 150.75, 459.84, "67.58%"],
]);

test.each<[string, readonly string[]]>([
  ["累计支出429.84万元。", ["warning by-name - 合计 459.84 429.84"]], ["3个项目支付456.84万元。", ["warning by-name 3个项目 合计 459.84 456.84"]],
  ["二季度支出196.6万元。", []], ["二季度支出166.6万元。", ["warning by-name - 合计 169.6 166.6"]], ["公厕改造支付145.31万元。", ["warning by-name 公厕改造 公厕改造 145.61 145.31"]],
])("differs: %s", (text, expected) => expect(wrong(checksOf(text, "2024-09-30", sheet))).toEqual(expected));

test.each([
  "累计支出459.84万元。", "二季度支出169.6万元。", "公厕改造支付145.61万元。",
  // Another amount of a row, and two digits or another length, are no slip.
  "本月支出72.35万元。", "去年支出456.84万元。", "公厕改造支付5.61万元。", "支出452.48万元。", "支付设备款456.84万元。",
])("agrees, or is of another matter: %s", (text) => expect(wrong(checksOf(text, "2024-09-30", sheet))).toEqual([]));
