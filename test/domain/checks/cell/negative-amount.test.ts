import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("a negative budget or expenditure, however it is written", () => {
  const table = sheetOf("表", [["项目名称", "年初预算", "调整后预算", "支出"], ["甲", -5, 10, 9], ["乙", 10, "(3.50)", 2], ["丙", 10, 10, "-1.005"], ["丁", 10, 10, 0], ["合计", 25, 26.5, 10]]);
  expect(found("negative-amount", table)).toEqual(["warning 表 B2 - -5", "warning 表 C3 - -3.5", "warning 表 D4 - -1.005"]);
});

test("changes and single months may be negative", () => {
  const table = sheetOf("表", [["项目名称", "年初预算", "调减", "调整后预算", "1月", "2月"], ["甲", 10, -2, 8, 3, -1], ["乙", 10, -1, 9, 2, 2]]);
  expect(found("negative-amount", table)).toEqual([]);
});

test("a line that is negative by its nature, in its budget and its spending alike, and the sum that it makes so", () => {
  const table = sheetOf("Schedule", [
    ["Project", "Original Budget", "Final Budget", "Actual"],
    ["Public safety", 90, 90, 80], ["Transfers in", 20, 20, 20], ["Transfers out", -50, -60, -45], ["Refunds", -5, "", ""], ["Parks", 10, -10, 5], ["Sewers", "", -10, -5],
  ]);
  expect(found("negative-amount", table)).toEqual(["warning Schedule B5 - -5", "warning Schedule C6 - -10"]);
});
