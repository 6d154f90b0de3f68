import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("spending on a budget of zero is an error, on a blank one a warning", () => {
  const table = sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 0, 12.5], ["乙", "", 3], ["丙", 0, 0], ["丁", 5, 3], ["戊", "", ""], ["合计", 5, 18.5]]);
  expect(found("unbudgeted", table)).toEqual(["error 表 C2 0 12.5", "warning 表 C3 0 3"]);
});

test.each([
  ["结余分配", "年末结转和结余"], ["二十一、结转下年", "年末财政拨款结转和结余"], ["Surplus distribution", "Closing balance"], ["CARRY-FORWARD", "Balance carried forward"],
])("%s and %s are no spending", (first, second) => {
  const table = sheetOf("表", [["项目", "预算数", "决算数"], ["一、教育支出", 100, 98], ["本年支出合计", 100, 98], [first, "", 1], [second, 0, 3], ["总计", 100, 102]]);
  for (const rule of ["unbudgeted", "no-execution", "over-execution", "under-execution"]) expect(found(rule, table, { cutOff: "2023-12-31" }).filter((line) => !line.includes("C6"))).toEqual([]);
});

test("projects that live on a balance are spending", () => {
  expect(found("unbudgeted", sheetOf("表", [["项目名称", "预算数", "支出"], ["结余资金安排的维修项目", 0, 3], ["甲", 5, 3]]))).toEqual(["error 表 C2 0 3"]);
});

test("a refund is no spending", () => {
  expect(found("unbudgeted", sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 0, -12.5], ["乙", 5, 3]]))).toEqual([]);
});
