import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const rows = [["项目名称", "项目预算", "支出", "执行率"], ["甲", 10, 5, 0.5], ["乙", 10, 4, 0.4], ["丙", 10, 3, 0.3], ["丁", 10, 2, 0.25], ["戊", 10, 1, 0.1], ["合计", 50, 15, 0.3]];

test("a constant among formulas", () => {
  const table = sheetOf("表", rows, { formulas: { D2: "=C2/B2", D3: "=C3/B3", D4: "=C4/B4", D6: "=C6/B6", B7: "=SUM(B2:B6)" } });
  expect(found("overwritten-formula", table)).toEqual(["warning 表 D5 - 0.25"]);
  expect(findings("overwritten-formula", table)[0]?.values).toMatchObject({ name: "丁", formulas: 4, formula: "=C2/B2" });
});

test("a column that is half typed is none of formulas, and blanks are not typed", () => {
  expect(found("overwritten-formula", sheetOf("表", rows, { formulas: { D2: "=C2/B2", D3: "=C3/B3", D4: "=C4/B4" } }))).toEqual([]);
  const blank = rows.map((row) => (row[0] === "丁" ? [...row.slice(0, 3), ""] : row));
  expect(found("overwritten-formula", sheetOf("表", blank, { formulas: { D2: "=C2/B2", D3: "=C3/B3", D4: "=C4/B4", D6: "=C6/B6" } }))).toEqual([]);
});

test("one constant among three formulas, and in a column of balances", () => {
  const short = [["项目名称", "项目预算", "支出", "结余"], ["甲", 10, 5, 5], ["乙", 10, 4, 6], ["丙", 10, 3, 8], ["丁", 10, 2, 8]];
  const formulas = { D2: "=B2-C2", D3: "=B3-C3", D5: "=B5-C5" };
  expect(found("overwritten-formula", sheetOf("表", short, { formulas }))).toEqual(["warning 表 D4 - 8"]);
  expect(found("overwritten-formula", sheetOf("表", short, { formulas: { D2: "=B2-C2", D3: "=B3-C3" } }))).toEqual([]);
});

describe("a total that is typed in", () => {
  const money = [["项目名称", "年初预算", "调整后预算", "支出", "执行率"], ["甲", 10, 12, 5, 0.5], ["乙", 10, 11, 4, 0.4], ["丙", 10, 10, 3, 0.3], ["合计", 30, 33, 12, 0.4]];
  const all = { B5: "=SUM(B2:B4)", C5: "=SUM(C2:C4)", D5: "=SUM(D2:D4)", E2: "=D2/B2", E3: "=D3/B3", E4: "=D4/B4", E5: "=D5/B5" };
  const without = (cell: keyof typeof all) => Object.fromEntries(Object.entries(all).filter(([at]) => at !== cell));
  test("beside sums that are calculated, or under lines that are", () => {
    expect(found("overwritten-formula", sheetOf("表", money, { formulas: all }))).toEqual([]);
    expect(found("overwritten-formula", sheetOf("表", money, { formulas: without("C5") }))).toEqual(["warning 表 C5 - 33"]);
    expect(found("overwritten-formula", sheetOf("表", money, { formulas: without("E5") }))).toEqual(["warning 表 E5 - 0.4"]);
  });
  test("where all totals are, or lines too, nothing is said", () => {
    expect(found("overwritten-formula", sheetOf("表", money, { formulas: { E2: "=D2/B2", E3: "=D3/B3", E4: "=D4/B4", E5: "=D5/B5" } }))).toEqual([]);
    expect(found("overwritten-formula", sheetOf("表", money, { formulas: { B5: "=SUM(B2:B4)" } }))).toEqual([]);
  });
});
