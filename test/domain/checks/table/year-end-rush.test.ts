import { found, findings, settingsFor } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);
const even = (amount: number): number[] => months.map(() => amount);

test("a table's last quarter or December is a warning, a line's information", () => {
  const table = sheetOf("表", [
    ["项目名称", "年初预算", ...months],
    ["平稳", 120, ...even(10)],
    ["年底", 100, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 45],
    ["四季度", 100, 5, 5, 5, 5, 5, 5, 5, 5, 10, 18, 17, 15],
    ["合计", 320, 20, 20, 20, 20, 20, 20, 20, 20, 25, 33, 32, 70],
  ]);
  expect(found("year-end-rush", table)).toEqual(["info 表 N3 - 45", "info 表 L4:N4 - 50", "warning 表 N5 - 70"]);
  expect(findings("year-end-rush", table).map(({ values }) => [values["period"], values["share"]])).toEqual([["december", { figure: "45", unit: "percent" }], ["quarter", { figure: "50", unit: "percent" }], ["december", { figure: "21.88", unit: "percent" }]]);
});

test("exactly 20 % and 40 % are no rush; both limits are settings", () => {
  const table = sheetOf("表", [["项目名称", "年初预算", ...months], ["甲", 100, 6, 6, 7, 6, 6, 7, 7, 7, 8, 10, 10, 20], ["乙", 10, ...even(1)]]);
  expect(found("year-end-rush", table)).toEqual([]);
  expect(found("year-end-rush", table, { settings: settingsFor("year-end-rush", { december: 19 }) })).toEqual(["info 表 N2 - 20"]);
});

test("some months and the year's expenditure are enough, some months alone are not", () => {
  const last = ["10月", "11月", "12月"];
  expect(found("year-end-rush", sheetOf("表", [["项目名称", "年初预算", "全年支出", ...last], ["甲", 100, 90, 5, 5, 30], ["乙", 100, 90, 5, 5, 5]]))).toEqual(["info 表 F2 - 30"]);
  expect(found("year-end-rush", sheetOf("表", [["项目名称", "年初预算", ...last], ["甲", 100, 5, 5, 30], ["乙", 100, 5, 5, 5]]))).toEqual([]);
});

test("before December is known the year is not over", () => {
  expect(found("year-end-rush", sheetOf("表", [["项目名称", "年初预算", ...months], ["甲", 100, 1, 1, 1, 1, 1, 1, 1, 1, 1, 20, 20, ""], ["乙", 10, ...even(1)]]))).toEqual([]);
});

test.each([["一季度", "二季度", "三季度", "四季度"], ["Q1", "Q2", "Q3", "Q4"], ["第一季度支出", "第二季度支出", "第三季度支出", "第四季度支出"]])("quarters tell as well: %s", (...quarters) => {
  expect(found("year-end-rush", sheetOf("表", [["项目名称", "年初预算", ...quarters], ["甲", 100, 10, 10, 30, 50], ["乙", 100, 25, 25, 20, 30]]))).toEqual(["info 表 F2 - 50"]);
});

test("quarters beside months are their sums and count once", () => {
  const header = ["1月", "2月", "3月", "一季度", "4月", "5月", "6月", "二季度", "7月", "8月", "9月", "三季度", "10月", "11月", "12月", "四季度"];
  const line = header.map((text) => (text.endsWith("月") ? 10 : 30));
  expect(found("year-end-rush", sheetOf("表", [["项目名称", "年初预算", ...header], ["甲", 120, ...line]]))).toEqual([]);
});

test("a quarter is proved by its three months, or the last where its own column stands between them", () => {
  const rush = [5, 5, 5, 5, 5, 5, 5, 5, 10, 18, 17, 15];
  expect(found("year-end-rush", sheetOf("表", [["项目名称", "年初预算", ...months], ["甲", 100, ...rush]]))).toEqual(["info 表 L2:N2 - 50"]);
  const apart = months.flatMap((month, i) => [month, `备注${i + 1}`]);
  expect(found("year-end-rush", sheetOf("表", [["项目名称", "年初预算", ...apart], ["甲", 100, ...rush.flatMap((amount) => [amount, "无"])]]))).toEqual(["info 表 Y2 - 50"]);
});

test("a share that only just exceeds its limit is told as exactly as shows it", () => {
  const shareOf = (...year: number[]) => findings("year-end-rush", sheetOf("表", [["项目名称", "年初预算", ...months], ["甲", 100, ...year]])).map(({ values }) => values["share"]);
  expect(shareOf(...even(6.6666).slice(0, 9), 13.3, 13.4, 13.3)).toEqual([{ figure: "40.0002", unit: "percent" }]);
  expect(shareOf(...even(6.66).slice(0, 9), 13.3, 13.4, 13.3)).toEqual([{ figure: "40.02", unit: "percent" }]);
  expect(shareOf(...even(6).slice(0, 9), 12, 12, 12)).toEqual([]);
});
