import { found, findings } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const spent = sheetOf("执行", [["单位：万元"], ["类别", "全年支出", "全部预算"], ["行政", 300, 400], ["民生", 500, 500], ["环境", 200, 300], ["合计", 1000, 1200]]);
const projects = sheetOf("项目", [["单位：万元"], ["分类名称", "年初预算", "基本支出", "项目支出"], ["行政", 400, 300, 100], ["民生", 500, 0, 500], ["总计", 900, 300, 600]]);
const shares = (header: string, ...rows: [string, number, string][]) => sheetOf("重点", [["单位：万元"], ["项目类别", "支出金额", header], ...rows]);

test("the header names project expenditure, the shares are of all expenditure", () => {
  const table = shares("占项目支出比例", ["行政", 300, "30.00%"], ["民生", 500, "50.00%"], ["合计", 800, "80.00%"]);
  expect(found("share-denominator", [spent, projects, table])).toEqual(["warning 重点 C2 - -"]);
  expect(findings("share-denominator", [spent, projects, table])[0]?.values).toMatchObject({ found: "other", named: "项目支出", whole: { figure: "1000" }, source: "执行 B6" });
});

test("the header names what the shares are of, or nothing in particular", () => {
  for (const header of ["占全部支出比例", "占支出比重", "占比", "比例", "占合计%"]) {
    expect(found("share-denominator", [spent, projects, shares(header, ["行政", 300, "30.00%"], ["民生", 500, "50.00%"], ["合计", 800, "80.00%"])])).toEqual([]);
  }
});

test("a table that lists projects is of project expenditure, whatever its columns are headed", () => {
  const listed = sheetOf("完成", [["单位：万元"], ["项目名称", "年初预算", "支出"], ["装修", 250, 150], ["物业", 500, 450], ["合计", 750, 600]]);
  const table = (whole: number) => shares("占项目支出比例", ...([["行政", 300], ["民生", 150]] as const).map(([name, figure]): [string, number, string] => [name, figure, `${((figure / whole) * 100).toFixed(2)}%`]));
  expect(found("share-denominator", [spent, listed, table(1000)])).toEqual(["warning 重点 C2 - -"]);
  expect(found("share-denominator", [spent, listed, table(600)])).toEqual([]);
});

test("shares of the table's own total contradict no header", () => {
  expect(found("share-denominator", [spent, projects, shares("占项目支出比例", ["行政", 300, "37.50%"], ["民生", 500, "62.50%"], ["合计", 800, "100.00%"])])).toEqual([]);
});

test("where nothing the header could mean is at hand, it may be right", () => {
  expect(found("share-denominator", [spent, shares("占项目支出比例", ["行政", 300, "30.00%"], ["民生", 500, "50.00%"], ["合计", 800, "80.00%"])])).toEqual([]);
});

test("shares of no total at hand are said to be unchecked", () => {
  const table = shares("占比", ["行政", 300, "12.34%"], ["民生", 500, "56.78%"]);
  expect(found("share-denominator", [spent, table])).toEqual(["info 重点 C2 - -"]);
  expect(found("share-mismatch", [spent, table])).toEqual([]);
});

test("one share of four that fits a total by chance says nothing of the others", () => {
  const table = shares("占比", ["行政", 300, "30.00%"], ["民生", 500, "11.11%"], ["环境", 200, "77.77%"], ["其他", 100, "3.33%"]);
  expect(found("share-denominator", [spent, table])).toEqual(["info 重点 C2 - -"]);
});

test("the header names spending, the shares are of the table's own budget", () => {
  const table = (header: string, whole: number) => sheetOf("项目", [["单位：万元"], ["项目名称", "预算数", "支出数", header], ...([["装修", 250, 150], ["物业", 500, 450]] as const).map(([name, budget, spent]): (string | number)[] => [name, budget, spent, `${((spent / whole) * 100).toFixed(2)}%`]), ["合计", 750, 600, `${((600 / whole) * 100).toFixed(2)}%`]]);
  expect(found("share-denominator", table("占项目支出比重", 750))).toEqual(["warning 项目 D2 - -"]);
  expect(findings("share-denominator", table("占支出比重", 750))[0]?.values).toMatchObject({ found: "other", named: "支出", whole: { figure: "750" }, source: "项目 B5" });
  for (const [header, whole] of [["占项目支出比重", 600], ["占预算比重", 750], ["占比", 750], ["占支出预算比重", 750]] as const) expect(found("share-denominator", table(header, whole))).toEqual([]);
});
