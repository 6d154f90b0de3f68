import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("text in a column of money, with what stands there; blanks, dashes and errors are others' business", () => {
  const table = sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", "待定", 5], ["乙", 10, "约5"], ["丙", "—", ""], ["丁", 8, "#DIV/0!"], ["戊", "1,23", 4], ["己", 5, 5]]);
  expect(found("not-a-number", table)).toEqual(["error 表 B2 - 待定", "error 表 C3 - 约5", "error 表 B6 - 1,23"]);
});

test("a date in a column of money, with the date it shows; dates in names, headers and other columns are none of this", () => {
  const table = sheetOf("表", [["项目名称", "批复日期", "项目预算", 42675, 42705], ["甲", 42370, 10, 1, 2], [42461, 42370, 10, 42461, 3], ["合计", "", 20, 1, 5]], {
    formats: { "B2:B3": "yyyy/m/d", A3: "yyyy/m/d", D1: 'yyyy"年"m"月"', E1: 'yyyy"年"m"月"', D3: "yyyy/m/d" },
  });
  expect(found("not-a-number", table)).toEqual(["error 表 D3 - 2016-04-01"]);
  expect(found("total-mismatch", table)).toEqual([]);
});
