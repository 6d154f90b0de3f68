import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("text in a column of money, with what stands there; blanks, dashes and errors are others' business", () => {
  const table = sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", "待定", 5], ["乙", 10, "约5"], ["丙", "—", ""], ["丁", 8, "#DIV/0!"], ["戊", "1,23", 4], ["己", 5, 5]]);
  expect(found("not-a-number", table)).toEqual(["error 表 B2 - 待定", "error 表 C3 - 约5", "error 表 B6 - 1,23"]);
});
