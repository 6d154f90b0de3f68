/** One table kept on a sheet a period: what a sentence tells of a period is compared with that period's table. */

import { sheetOf } from "../../support/snapshots";
import { checksOf, wrong } from "./compared";

const upTo = (sheet: string, months: string, [office, water, travel, all]: readonly [number, number, number, number]) => sheetOf(sheet, [
  [`2025年${months}公用经费执行表（单位：元）`], ["项目", "年初预算", "支出", "执行率"],
  ["办公费", 50000, office, office / 50000], ["水电费", 30000, water, water / 30000], ["差旅费", 80000, travel, travel / 80000], ["合计", 160000, all, all / 160000],
]);
const sheets = [upTo("3月", "1-3月", [12340.5, 8120.77, 6050, 26511.27]), upTo("6月", "1-6月", [25980.5, 15230.1, 31200, 72410.6])];

test.each([
  "2025年一季度，公用经费支出26511.27元，执行率16.57%。上半年，公用经费支出72410.60元，执行率45.26%。其中，差旅费上半年支出31200元，执行率39.00%，一季度支出6050元，执行率7.56%。",
  "截至6月底，办公费支出25980.50元。水电费支出15230.10元。", "1-3月办公费支出12340.5元，执行率24.68%。水电费支出8120.77元。", "公用经费支出72410.60元，执行率45.26%。",
])("agrees: %s", (text) => expect(wrong(checksOf(text, "2025-06-30", ...sheets))).toEqual([]));

test.each<[string, readonly string[]]>([
  ["截至6月底，差旅费支出31500元，执行率39.00%。", ["warning by-name 差旅费 差旅费 31200 31500"]],
  ["一季度差旅费支出6080元。", ["warning by-name 差旅费 差旅费 6050 6080"]],
  ["1-3月办公费支出12340.5元，执行率24.98%。", ["error line 办公费 办公费 24.681 24.98"]],
  ["一季度，办公费支出12340.5元。水电费支出8210.77元。", ["warning by-name 水电费 水电费 8120.77 8210.77"]],
  // Of no period: the latest.
  ["差旅费支出6050元。", ["warning by-name 差旅费 差旅费 31200 6050"]],
])("differs: %s", (text, expected) => expect(wrong(checksOf(text, "2025-06-30", ...sheets)).filter((line) => !line.includes("missing"))).toEqual(expected));
