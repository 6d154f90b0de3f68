import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("Excel's errors in any column of the table, totals too", () => {
  const table = sheetOf("表", [["项目名称", "项目预算", "支出", "执行率"], ["甲", 10, 5, "#DIV/0!"], ["#N/A", 10, 5, 0.5], ["乙#1", 5, 5, 1], ["合计", "#REF!", 15, ""]]);
  expect(found("error-value", table)).toEqual(["error 表 D2 - #DIV/0!", "error 表 A3 - #N/A", "error 表 B5 - #REF!"]);
});
