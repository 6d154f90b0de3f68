import { recogniseSheet, summariesOf } from "./summary";
import { sheetOf } from "../../support/snapshots";

/** The roles of a table with these columns behind the names; what no line has is empty. */
function roles(...headers: readonly (readonly [string, number | null])[]): string | undefined {
  const line = (name: string, times: number): readonly (string | number | null)[] => [name, ...headers.map(([, figure]) => (figure === null ? null : figure * times))];
  return summariesOf(sheetOf("表", [["项目", ...headers.map(([header]) => header)], line("甲", 1), line("乙", 2), line("合计", 3)]))[0]?.roles;
}

test.each([
  ["活动预算", "活动支出", "完成率"], ["公用经费预算", "支出", "执行率"], ["培训费预算", "实际支出", "执行率"], ["设备预算", "已支付", "进度"], ["会议费预算", "会议费支出", "执行进度"],
  ["工会预算数", "工会支出数", "使用率"], ["维修预算数", "维修支出数", "进度"], ["年预算", "年支出", "进度"], ["资金安排", "资金使用", "使用率"], ["计划投资", "完成投资", "投资完成率"], ["预算", "实支", "率"], ["概算", "支出", "执行率"], ["活动预算", "活动支出", "活动执行率"], ["网格化管理经费预算", "网格化管理实际支出", "支出率"],
  ["党建经费预算", "党建经费使用金额", "使用率"], ["食堂经费预算", "食堂经费列支数", "进度"], ["专项经费额度", "已使用金额", "使用率"], ["用款额度", "支付金额", "支付进度"], ["Grant Budget", "Grant Spent", "Grant % Spent"], ["Grant Budget", "Grant Spending", "Grant Spent %"], ["Library Budget", "Spent", "Library Utilization Rate"],
])("%s | %s | %s: the one column called a budget, and the one called spending", (budget, spending, rate) => {
  expect(roles([budget, 100], [spending, 80], [rate, null])).toMatch(/^name\?? original-budget\? expenditure\?? rate\??$/u);
});

test.each(["进度", "完成", "执行", "开支比例", "开支进度", "花费率", "序时执行率", "执行情况%", "消化率", "国库支付率", "额度使用率", "控制数执行率", "较预算%", "支出占比", "占控制数%", "占指标%"])("an empty column %s beside them is for their rate", (rate) => {
  expect(roles(["预算", 100], ["支出", 80], [rate, null])).toMatch(/^name original-budget\? expenditure rate\??$/u);
});

test.each(["Delivery Rate", "Delivery %", "% Outturn", "Spend %", "% Disbursed", "Disbursement Rate", "% YTD", "YTD %", "% Actual", "Budget %", "Usage", "% Consumed", "Consumption %", "% Realized", "Rate", "% Expenditure", "% of FY Budget", "% of Approp."])("so is an empty column %s", (rate) => {
  expect(roles(["Budget", 100], ["Actual", 80], [rate, null])).toMatch(/^name original-budget\? expenditure rate\??$/u);
});

test.each(["% Variance", "% Remaining", "% Committed", "序时进度", "上年执行率", "完成情况"])("not an empty column %s", (other) => {
  expect(roles(["Budget", 100], ["Actual", 80], [other, null])).toBe("name original-budget? expenditure -");
});

test("not where another column is, nor where it is filled with something else", () => {
  expect(roles(["预算", 100], ["支出", 80], ["进度", null], ["执行率", null])).toBe("name original-budget? expenditure - rate");
  expect(roles(["预算", 100], ["支出", 80], ["进度", 7])).toBe("name original-budget? expenditure -");
});

test("headers in two languages, one below the other, are of one column each", () => {
  const rows = [["项目", "预算数", "支出数", "执行率"], ["Item", "Budget", "Expenditure", "Rate"], ["甲", 100, 50, null], ["乙", 200, 150, null], ["合计", 300, 200, null]];
  expect(summariesOf(sheetOf("表", rows)).map(({ roles: found }) => found)).toEqual(["name? original-budget? expenditure rate"]);
});

test("under headings, that of the pair that counts", () => {
  const rows = [["单位名称", "基本支出", null, null, "合计", null, null], [null, "预算", "支出", "进度", "预算", "支出", "进度"], ["区医院", 12, 9, null, 20, 12, null], ["疾控中心", 6, 4, null, 9, 6, null]];
  expect(summariesOf(sheetOf("表", rows, { merges: ["A1:A2", "B1:D1", "E1:G1"] }))[0]?.roles).toMatch(/ - original-budget\? expenditure rate\?$/u);
});

test.each<[string, readonly (readonly [string, number | null])[], string]>([
  ["beside the budget", [["预算数", 100], ["活动预算", 30], ["支出数", 80]], "name original-budget? - expenditure"],
  ["beside another such", [["活动预算", 30], ["培训预算", 70], ["支出数", 80]], "name - - expenditure"],
  ["of what was only asked for", [["活动申报预算", 30], ["支出数", 80]], "name - expenditure"],
  ["beside other spending", [["预算数", 100], ["活动支出", 30], ["支出数", 80]], "name original-budget? - expenditure"],
  ["where a column left empty says the same", [["金额预算", 100], ["金额支出", 30], ["完成情况", null]], "name original-budget? expenditure? -"],
  ["beside a sum", [["预算数", 100], ["活动支出", 30], ["培训支出", 50], ["合计", 80]], "name original-budget? - - -"],
  ["of months before", [["预算数", 100], ["本月支出", 20], ["以前月份支出", 60]], "name original-budget? - -"],
  ["where parts make up the spending", [["预算数", 100], ["基本支出", 30], ["项目支出", 40], ["经营支出", 10]], "name original-budget? basic project -"],
])("none that is named %s", (_, headers, expected) => {
  expect(roles(...headers)).toBe(expected);
});

test("without a budget, what single sources gave, or the contract that is paid off, and a person is asked", () => {
  expect(roles(["上级下达", 60], ["区级配套", 40], ["支出", 80], ["执行率", null])).toBe("name - - expenditure rate");
  expect(recogniseSheet(sheetOf("表", [["项目", "上级下达", "区级配套", "支出"], ["甲", 60, 40, 80], ["乙", 30, 20, 10]]))[0]?.columns.map(({ partOf }) => partOf)).toEqual([undefined, "original-budget", "original-budget", undefined]);
  expect(roles(["合同金额", 100], ["已付金额", 80])).toBe("name original-budget? expenditure?");
  expect(roles(["预算金额", 120], ["合同金额", 100], ["已付金额", 80])).toBe("name original-budget? - expenditure?");
});

test("已兑付 of a table of subsidies, and Plan where no other column is the budget", () => {
  expect(roles(["年初下达", 100], ["年中追加", 10], ["收回", 5], ["实际可用", 105], ["已兑付", 80], ["兑付率", null], ["未兑付", 25])).toBe("name original-budget increase decrease adjusted-budget expenditure? rate -");
  const lines = [["Item", "Plan", "Spent", "Spent/Plan", "Left"], ["Salaries", 640, 652.3, 101.92, -12.3], ["Rent", 120, 120, 100, 0], ["IT", 85, 61.75, 72.65, 23.25], ["Sum", 845, 834.05, 98.7, 10.95]];
  expect(summariesOf(sheetOf("FY24", lines))[0]?.roles).toMatch(/^name\?? original-budget\? expenditure\?? rate\?? -$/u);
  expect(roles(["Plan", 90], ["Budget", 100], ["Spent", 80])).toBe("name - original-budget? expenditure");
});
