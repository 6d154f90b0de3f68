import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

test("one finding a column: a warning where numbers and texts are mixed, information where all lines or only totals are text", () => {
  const table = sheetOf("表", [
    ["项目名称", "年初预算", "调整后预算", "支出", "执行率"],
    ["甲", "65.41 ", 70, 65, "92.86%"], ["乙", "9.55 ", "8.00", 7, "　"], ["丙", " ", 5, 5, ""], ["合计", "74.96", 83, "77.00", ""],
  ]);
  expect(found("text-number", table)).toEqual(["info 表 B2:B5 - 65.41 ", "warning 表 C3 - 8.00", "info 表 D5 - 77.00"]);
  expect(findings("text-number", table).map(({ values }) => [values["count"], values["of"], values["extent"]])).toEqual([[3, 3, "all"], [1, 4, "mixed"], [1, 4, "totals"]]);
});

test("blanks of any kind and words are no numbers", () => {
  expect(found("text-number", sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 10, "　"], ["乙", 5, "—"], ["丙", 5, "待定"], ["丁", 5, 5]]))).toEqual([]);
});

test("dashes are no figures stored as text, and no rates either", () => {
  expect(found("text-number", sheetOf("表", [["项目名称", "项目预算", "支出", "完成比例"], ["甲", 10, "-", "-"], ["乙", 20, 5, "25.00%"], ["丙", 10, "—", "—"]]))).toEqual([]);
});

test("a percentage is no amount, and that it is text is not told beside that", () => {
  expect(found("text-number", sheetOf("表", [["项目名称", "项目预算", "支出"], ["甲", 10, "60%"], ["乙", 5, 5], ["丙", 5, "3.00"]]))).toEqual(["warning 表 C4 - 3.00"]);
});
