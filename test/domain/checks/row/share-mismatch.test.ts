import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const header = ["项目名称", "支出金额", "占比"];

test("shares of the table's own total", () => {
  const rows = (share: string) => sheetOf("表", [header, ["甲", 400, "5.88%"], ["乙", 1541.32, share], ["丙", 4864.04, "71.47%"], ["合计", 6805.36, "100.00%"]]);
  expect(found("share-mismatch", rows("22.65%"))).toEqual([]);
  expect(found("share-mismatch", rows("22.95%"))).toEqual(["error 表 C3 22.65 22.95"]);
});

test("a wrong share is an error, one that rounding explains information", () => {
  const table = sheetOf("表", [header, ["甲", "1.11", "33.20%"], ["乙", "1.11", "33.33%"], ["丙", "1.11", "34.33%"], ["合计", "3.33", "100.00%"]]);
  expect(found("share-mismatch", table)).toEqual(["info 表 C2 33.33 33.20", "error 表 C4 33.33 34.33"]);
});

test("one decimal printed: what is right is told to the hundredth", () => {
  const rows = (share: string) => sheetOf("表", [header, ["甲", 45, share], ["乙", 20, "25.0%"], ["丙", 15, "18.8%"], ["合计", 80, "100.0%"]]);
  expect(found("share-mismatch", rows("56.3%"))).toEqual([]);
  expect(found("share-mismatch", rows("65.3%"))).toEqual(["error 表 C2 56.25 65.30"]);
});

test("shares of the sum of the rows where no total is printed", () => {
  expect(found("share-mismatch", sheetOf("表", [header, ["甲", 50, 0.5], ["乙", 30, 0.3], ["丙", 20, 0.25]], { formats: { "C2:C4": "0.00%" } }))).toEqual(["error 表 C4 20.00 25.00"]);
});

test("shares of another table's total, and of the nearest amounts to the left", () => {
  const all = sheetOf("全部", [["项目名称", "全年预算", "支出"], ["甲", 500, 250], ["乙", 300, 150], ["丙", 700, 600], ["合计", 1500, 1000]]);
  const some = sheetOf("重点", [["项目名称", "全年预算", "支出金额", "占全部支出比例"], ["甲", 500, 250, "25.00%"], ["丙", 700, 600, "61.00%"], ["合计", 1200, 850, "85.00%"]]);
  expect(found("share-mismatch", [all, some])).toEqual(["error 重点 D3 60.00 61.00"]);
});
