/** 预算支出 is said of a budget, and of what was spent of one. */

import { checkText, textComparisons } from "../../../src/pipeline/check-text";
import { formatRange } from "../../../src/workbook/address";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { agreeing, checksOf, wrong } from "./compared";

const sheet = sheetOf("部门", [
  ["2024年前三季度各部门预算执行表（单位：亿元）"], ["部门", "年度预算", "1-9月支出", "执行进度"],
  ["教育局", 15.2, 10.64, "70.00%"], ["水务局", 7.35, 5.88, "80.00%"], ["农业局", 4.45, 2.67, "60.00%"], ["合计", 27, 19.19, "71.07%"],
]);

function found(text: string): readonly string[] {
  return wrong(checksOf(text, "2024-09-30", sheet));
}

test.each([
  "2024年前三季度，全区部门预算支出19.19亿元，完成年度预算27.00亿元的71.07%。",
  "全区预算支出19.19亿元，执行率71.07%。",
  "教育局预算支出10.64亿元。",
  "教育局预算支出15.20亿元，实际支出10.64亿元，执行进度70.00%。",
  "教育局实际支出10.64亿元，预算支出15.20亿元。",
  "教育局年度预算15.20亿元，预算支出10.64亿元，执行进度70.00%。",
  "水务局预算支出7.35亿元，其中：工程3.00亿元，运行4.35亿元。",
  "水务局和农业局两项预算支出合计8.55亿元。",
  "全年安排预算支出27.00亿元。教育局预算支出10.64亿元，占年度预算15.20亿元的70.00%。",
  "教育局年度预算15.20亿元，占预算总额的56.30%。教育局支出占全部支出的55.45%。",
  "教育局支出10.64亿元，完成部门支出预算15.20亿元的70.00%；水务局完成全年支出预算的80.00%。",
])("what either sense makes true is not said: %s", (text) => expect(found(text)).toEqual([]));

test.each<[string, readonly string[]]>([
  ["全区部门预算支出19.91亿元，完成年度预算27.00亿元的71.07%。", ["error rate 全区部门 - 73.74 71.07", "warning by-name 全区部门 合计 19.19 19.91"]],
  ["全区部门预算支出19.19亿元，完成年度预算27.00亿元的17.07%。", ["error rate 全区部门 - 71.07 17.07", "warning by-name 全区部门 合计 71.07 17.07"]],
  ["教育局支出10.64亿元，完成年度预算15.20亿元的71.00%。", ["error rate 教育局 - 70.00 71.00", "error line 教育局 教育局 70 71.00"]],
  ["教育局支出10.64亿元，完成部门支出预算12.50亿元的70.00%。", ["error rate 教育局 - 85.12 70.00", "error line 教育局 教育局 15.2 12.5"]],
  // Close to what was spent, else to the budget.
  ["教育局预算支出10.46亿元。", ["warning by-name 教育局 教育局 10.64 10.46"]],
  ["教育局预算支出15.50亿元。", ["warning by-name 教育局 教育局 15.2 15.5"]],
  ["教育局预算支出10.46亿元，执行进度70.00%。", ["warning by-name 教育局 教育局 10.64 10.46"]],
])("what neither makes true is: %s", (text, expected) => expect(found(text)).toEqual(expected));

test("the parts of what was spent must add up to it", () => {
  const list = "全区部门预算支出19.19亿元，完成年度预算的71.07%。其中：教育局支出10.64亿元，占全部支出的55.45%；水务局支出58800万元，占30.64%；农业局支出2.67亿元，占13.91%。";
  expect(found(list)).toEqual([]);
  expect(agreeing(checksOf(list, "2024-09-30", sheet))).toContain("合计 expenditure 19.19");
  expect(found(list.replace("58800", "5880"))).toEqual(["error share 水务局 - 3.06 30.64", "info parts 全区部门 - 13.898 19.19", "error line 水务局 水务局 5.88 5880"]);
});

test.each<[string, readonly string[]]>([
  ["教育局支出占全部支出的55.54%。", ["C3 55.54%"]],
  ["教育局年度预算15.20亿元，占预算总额的56.92%。", ["B3 56.92%"]],
  ["教育局支出占全部支出的55.45%。", []],
])("a share that no column prints is shown by the amount it is of: %s", (text, expected) => {
  const snapshot = snapshotOf(sheet);
  const shown = textComparisons(checkText(text, snapshot, recogniseTables(snapshot, []), { year: 2024, month: 9, day: 30 }));
  expect(shown.flatMap(({ finding, place }) => (finding === null || place === null ? [] : [`${formatRange(place.range)} ${text.slice(finding.text?.start, finding.text?.end).slice(-6)}`]))).toEqual(expected);
});
