import type { CellValue } from "../../../../src/workbook/snapshot";
import { checkSnapshot, found, findings, settingsFor } from "../../../support/checks";
import { sheetOf, snapshotOf } from "../../../support/snapshots";

const sheet = (rows: CellValue[][], header: CellValue[] = ["项目名称", "项目预算", "支出"]) => sheetOf("表", [["单位：万元"], header, ...rows]);

test("a difference of a cent is a warning, a larger one an error, a smaller one information", () => {
  const table = sheet([["甲", 3402.68, 1], ["乙", 3402.69, 2.005], ["合计", 6805.36, 3]]);
  expect(found("total-mismatch", table)).toEqual(["warning 表 B5 6805.37 6805.36", "info 表 C5 3.005 3"]);
  expect(findings("total-mismatch", table)[0]?.values).toMatchObject({ difference: { figure: "0.01", unit: "万元" }, rows: 2 });
  expect(found("total-mismatch", sheet([["甲", 100, 1], ["乙", 10.11, 2], ["合计", 110, 3]]))).toEqual(["error 表 B5 110.11 110"]);
});

test("the tolerance is a setting, in the printed unit", () => {
  const table = sheet([["甲", 100, 1], ["乙", 10.5, 2], ["合计", 110, 3]]);
  expect(found("total-mismatch", table, { settings: settingsFor("total-mismatch", { tolerance: 1 }) })).toEqual(["info 表 B5 110.5 110"]);
});

test("budgets alone, subtotals, and texts", () => {
  const table = sheet([["一、人员", ""], ["甲", "1,000.00"], ["乙", "65.41 "], ["小计", "1,065.42"], ["二、项目", ""], ["丙", 5], ["小计", 5], ["总计", 1070.41]], ["项目名称", "年初预算"]);
  expect(found("total-mismatch", table)).toEqual(["warning 表 B6 1065.41 1065.42"]);
});

test("shares drift by rounding, which is information; more than that is an error", () => {
  const rows = (total: string) => sheet([["甲", 1, "33.33%"], ["乙", 1, "33.33%"], ["丙", 1, "33.33%"], ["合计", 3, total]], ["项目名称", "支出金额", "占比"]);
  expect(found("total-mismatch", rows("100.00%"))).toEqual(["info 表 C6 99.99 100.00"]);
  expect(found("total-mismatch", rows("99.99%"))).toEqual([]);
  expect(found("total-mismatch", rows("99.00%"))).toEqual(["error 表 C6 99.99 99.00"]);
});

test("shares of each line's own figures are not added up, and their denominator is no question", () => {
  const table = sheet([["人员", 400, 100, 100, 100, 98, 398, "24.62%"], ["公用", 100, 20, 20, 20, 38, 98, "38.78%"], ["项目", 500, 50, 60, 90, 290, 490, "59.18%"], ["合计", 1000, 170, 180, 210, 426, 986, "43.20%"]], ["项目", "全年预算", "一季度", "二季度", "三季度", "四季度", "全年支出", "四季度占比"]);
  expect([...found("total-mismatch", table), ...found("share-denominator", table)]).toEqual([]);
});

test("what was carried over after 本年收入合计 is no part of the income before it", () => {
  const sides = (income: number, spent: number) => sheet([
    ["一、财政拨款收入", 1, 1200, 1180.5, "一、一般公共服务支出", 10, 700, 690.2], ["二、基金收入", 2, 300, 300, "二、教育支出", 11, 400, 150.3], ["三、事业收入", 3, 0, 0, "三、社会保障支出", 12, 200, 199],
    ["四、其他收入", 4, 50, 61.25, "四、城乡社区支出", 13, 300, 330.6], ["本年收入合计", 5, income, 1541.75, "本年支出合计", 14, 1600, spent], ["使用非财政拨款结余", 6, 0, 0, "结余分配", 15, 0, 0],
    ["年初结转和结余", 7, 50, 50, "年末结转和结余", 16, 0, 221.65], ["总计", 8, 1600, 1591.75, "总计", 17, 1600, 1591.75],
  ], ["项目", "行次", "年初预算数", "决算数", "项目", "行次", "年初预算数", "决算数"]);
  expect(found("total-mismatch", sides(1550, 1370.1))).toEqual([]);
  expect(found("total-mismatch", sides(1551, 1370.2))).toEqual(["error 表 C7 1550 1551", "error 表 H7 1370.1 1370.2"]);
});

test("spending up to earlier dates, which does not count, has a total of its own; rates of it have none", () => {
  const table = sheet([
    ["人员", 8000, 1900, 3850, "48.13%", 5800, 7900], ["药品", 6000, 1500, 3000, "50.00%", 4400, 6100], ["材料", 3000, 400, 900, "30.00%", 1500, 2950], ["合计", 17000, 3800, 7750, "45.59%", 11800, 16950],
  ], ["项目", "年度预算", "一季度累计", "二季度累计", "半年执行率", "三季度累计", "四季度累计"]);
  expect(found("total-mismatch", table)).toEqual(["error 表 F6 11700 11800"]);
});

test("an unreadable line leaves the sum unknown", () => {
  expect(found("total-mismatch", sheet([["甲", 100, 1], ["乙", "待定", 2], ["合计", 110, 3]]))).toEqual([]);
});

test("one wrong figure below subtotals is one error: totals that are the sum of these follow them", () => {
  const departments = (line: number, subtotal: number, total: number) => sheet([["教学", 100, 99], ["实习", 50, 48], ["小计", 150, 147], ["活动", 30, line], ["奖助", 70, 70], ["小计", 100, subtotal], ["图书", 5, 5], ["总计", 255, total]]);
  expect(found("total-mismatch", departments(28, 98, 250))).toEqual([]);
  expect(found("total-mismatch", departments(28, 99, 251))).toEqual(["error 表 C8 98 99", "info 表 C10 250 251"]);
  expect(found("total-mismatch", departments(29, 98, 250))).toEqual(["error 表 C8 99 98", "info 表 C10 251 250"]);
  expect(found("total-mismatch", departments(28, 99, 250))).toEqual(["error 表 C8 98 99"]);
  expect(found("total-mismatch", departments(28, 99, 252))).toEqual(["error 表 C8 98 99", "error 表 C10 250 252"]);
});

test("every total is kept with both sides, the right ones too", () => {
  const { reconciliations } = checkSnapshot(snapshotOf(sheet([["甲", 100, 1], ["乙", 10, 2], ["合计", 110, 4]])));
  expect(reconciliations).toMatchObject([
    { kind: "total", outcome: "passed", lines: 1, difference: "0", unit: "万元", left: { label: "合计", figure: "110" }, right: { label: "项目预算", figure: "110", places: [{ range: { top: 2, bottom: 3, left: 1, right: 1 } }] } },
    { kind: "total", outcome: "failed", lines: 1, difference: "1", left: { figure: "4" }, right: { figure: "3" } },
  ]);
});

describe("money that is neither budget nor spending adds up, too", () => {
  const table = (header: string, total: number) => sheet([["甲", 100, 60, 40], ["乙", 10, 5, 5], ["合计", 110, 65, total]], ["项目名称", "项目预算", "支出", header]);
  test.each(["结余", "年末结余", "预算余额", "剩余指标", "上年决算数", "2015年决算数", "去年同期支出", "上年数", "全年预计执行数", "到位资金", "其中：本月", "当月数", "合同金额（万元）", "Balance", "Available Balance", "Prior Year Actual"])("%s", (header) => {
    expect(found("total-mismatch", table(header, 45))).toEqual([]);
    expect(found("total-mismatch", table(header, 54))).toEqual(["error 表 D5 45 54"]);
  });
  // Of these a total is no sum, or nobody knows.
  test.each(["单价", "人数", "得分", "权重", "增长率", "比上年增减%", "执行进度", "预算完成率", "绩效评分", "结余率", "人均支出", "户均支出数", "平均支出额", "Average expenditure", "Expenditure per pupil", "序号", "备注", "Score", "Growth"])("%s is not looked at", (header) => {
    expect(found("total-mismatch", table(header, 54))).toEqual([]);
  });
});

test("人均预算 beside 人员经费预算 is no budget", () => {
  const table = sheet([["一所", 12, 180.6, 15.05, 178.56], ["二所", 9, 140.4, 15.6, 136.08], ["合计", 21, 321, 15.29, 314.64]], ["单位", "在职人数", "人员经费预算", "人均预算", "人员经费支出"]);
  expect(checkSnapshot(snapshotOf(table)).findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(found("total-mismatch", sheet([["一所", 12, 183.6, 15.05, 178.56], ["二所", 9, 140.4, 15.6, 136.08], ["合计", 21, 321, 15.29, 314.64]], ["单位", "在职人数", "人员经费预算", "人均预算", "人员经费支出"]))).toEqual(["error 表 C5 324 321"]);
});

test.each<[string, CellValue[]]>([["支出/预算", [0.5, 0.25, 0.375]], ["支出占预算数", ["50%", "25%", "37.5%"]], ["支出÷预算（%）", [50, 25, 37.5]]])("percentages are never added up as money: %s", (header, rates) => {
  const rows: CellValue[][] = [["甲", 100, 50], ["乙", 100, 25], ["合计", 200, 75]];
  expect(found("total-mismatch", sheet(rows.map((row, i) => [...row, rates[i] ?? ""]), ["项目名称", "项目预算", "支出", header]))).toEqual([]);
});

describe("rates whose header calls them shares are none, and are not added up", () => {
  const rows: CellValue[][] = [["甲", 110, 105, 95.45], ["乙", 190, 180, 94.74], ["丙", 300, 270, 90], ["合计", 600, 555, 92.5]];
  test.each(["占全年预算比重", "占计划%", "占调整预算比", "占指标%", "占变动预算%", "支出占比", "% of plan", "% of approved"])("%s", (header) => {
    const table = sheet(rows, ["项目名称", "项目预算", "支出", header]);
    expect(found("total-mismatch", table)).toEqual([]);
    expect(found("share-denominator", table)).toEqual([]);
    expect(found("rate-mismatch", table)).toEqual([]);
    expect(found("rate-mismatch", sheet(rows.map((row, i) => (i === 1 ? [...row.slice(0, 3), 96.74] : row)), ["项目名称", "项目预算", "支出", header]))).toHaveLength(1);
  });

  test("where the spending stands in other columns, too", () => {
    expect(found("total-mismatch", sheet([["甲", 110, 95.45], ["乙", 190, 94.74], ["丙", 300, 90], ["合计", 600, 92.5]], ["项目名称", "项目预算", "占拨款%"]))).toEqual([]);
  });
});

test("a balance that runs on to the total is no sum of itself", () => {
  const ledger = (total: number) => sheetOf("表", [["日期", "摘要", "支出", "结余"], ["1月", "付办公费", 20, 480], ["2月", "付维修费", 300, 180], ["合计", null, 320, total]]);
  expect(found("total-mismatch", ledger(180))).toEqual([]);
  expect(found("total-mismatch", ledger(190))).toEqual(["error 表 D4 660 190"]);
});
