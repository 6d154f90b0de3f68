import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("spending on a budget of zero is an error, on a blank one a warning", () => {
  const table = sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 0, 12.5], ["乙", "", 3], ["丙", 0, 0], ["丁", 5, 3], ["戊", "", ""], ["合计", 5, 18.5]]);
  expect(found("unbudgeted", table)).toEqual(["error 表 C2 0 12.5", "warning 表 C3 0 3"]);
});

test("a refund is no spending", () => {
  expect(found("unbudgeted", sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 0, -12.5], ["乙", 5, 3]]))).toEqual([]);
});
