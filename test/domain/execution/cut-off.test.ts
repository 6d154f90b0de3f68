import { findCutOff, formatCutOff, parseCutOff } from "../../../src/domain/execution/cut-off";
import { formatRange } from "../../../src/workbook/address";
import { sheetOf } from "../../support/snapshots";
import { tableIn } from "../../support/tables";

interface Texts {
  readonly title?: string;
  readonly expenditure?: string;
  readonly budget?: string;
  readonly note?: string;
}

function found({ title, expenditure = "支出", budget = "预算", note }: Texts): string | null {
  const sheet = sheetOf("表", [[title ?? ""], ["名称", budget, expenditure], ["甲", 1, 1]]);
  const table = tableIn(sheet, { header: 2, roles: { A: "name", B: "original-budget", C: "expenditure" }, ...(title === undefined ? {} : { title }), ...(note === undefined ? {} : { notes: [note] }) });
  const cutOff = findCutOff(table);
  return cutOff === null ? null : `${formatCutOff(cutOff.cutOff)} ${formatRange(cutOff.place.range)}`;
}

test.each([
  ["截止2016年12月31日项目支出", "2016-12-31 C2"],
  ["截至2016年12月末支出", "2016-12-31 C2"],
  ["截至 2016 年 6 月底支出数", "2016-06-30 C2"],
  ["截止到２０１６年９月３０日", "2016-09-30 C2"],
  ["截至二〇一六年十一月三十日支出", "2016-11-30 C2"],
  ["截至二○一六年二月", "2016-02-29 C2"],
  ["2016年1-6月执行数", "2016-06-30 C2"],
  ["2016年1—9月支出", "2016-09-30 C2"],
  ["2016年一至三月支出", "2016-03-31 C2"],
  ["2016年1月至8月累计支出", "2016-08-31 C2"],
  ["2016年6月底支出", "2016-06-30 C2"],
  ["2016年上半年支出", "2016-06-30 C2"],
  ["2016年前三季度支出", "2016-09-30 C2"],
  ["2016年前6个月支出", "2016-06-30 C2"],
  ["2016年半年支出", "2016-06-30 C2"],
  ["2016年度支出（6月）", "2016-06-30 C2"],
  ["Actual at 30.06.2016", "2016-06-30 C2"],
  ["Quarter 2 2016 actual", "2016-06-30 C2"],
  ["2016年底支出", "2016-12-31 C2"],
  ["支出（2016.6.30）", "2016-06-30 C2"],
  ["支出（2016/6/30）", "2016-06-30 C2"],
  ["Actual as of June 30, 2016", "2016-06-30 C2"],
  ["Expended through 30 Sept 2016", "2016-09-30 C2"],
  ["Actual, year ended December 31st, 2016", "2016-12-31 C2"],
  ["YTD May 2016", "2016-05-31 C2"],
  ["Spent as of 2016-03-31", "2016-03-31 C2"],
  ["Actual as of 09/30/2016", "2016-09-30 C2"],
  ["Actual as at 30/09/2016", "2016-09-30 C2"],
  ["Actual, January-September 2016", "2016-09-30 C2"],
  ["Jan. to Aug 2016 actual", "2016-08-31 C2"],
  ["Actual Q3 2016", "2016-09-30 C2"],
  ["2016 Q1 actual", "2016-03-31 C2"],
  ["Actual, second quarter 2016", "2016-06-30 C2"],
  ["Actual H1 2016", "2016-06-30 C2"],
])("header %s", (expenditure, expected) => {
  expect(found({ expenditure })).toBe(expected);
});

test.each<[string, Texts]>([
  ["a quarter is no date", { title: "2016年度预算执行情况表", expenditure: "三季度支出" }],
  ["nor is what happened up to a date without a year in a note", { title: "2016年度预算执行情况表", note: "注：截至6月底，收到上级补助3万元。" }],
  ["nor a month without any year", { expenditure: "截至9月底支出" }],
  ["nor is a quarter of a fiscal year that begins who knows when", { title: "Budget execution FY2016 Q3" }],
  ["nor the end of a fiscal year that is no calendar year", { title: "For the Year Ended June 30, 2016" }],
  ["nor a day of a year that a header calls by the later of its two", { title: "Month Ending September 30, 2025", budget: "FY26 Amended" }],
  ["nor of one that is called by both", { title: "Budget Monitoring as at 30 September 2025", budget: "Revised Budget 2025/26" }],
  ["nor of one of which another part is over", { title: "As of September 30, 2025 (25% of fiscal year)" }],
  ["nor of one whose sixth month it is", { title: "Period 6 to 30 September 2025" }],
  ["nor a day of one", { title: "Budget execution 2015/16 to 31 December 2015" }],
  ["nor of a half that does not begin in January", { title: "For the six months ended December 31, 2015" }],
  ["nor months that begin in the year's middle", { title: "Budget execution, April to August 2016" }],
  ["nor when the budget was changed", { title: "2016年度预算执行情况表", budget: "6月底追加预算" }],
])("%s", (_, texts) => {
  expect(found(texts)).toBeNull();
});

test("a day that may be the month, or the other way round, is no date", () => {
  expect(found({ expenditure: "Actual as of 06/09/2016" })).toBeNull();
});

test.each([
  ["the expenditure's header before another one and the title", { title: "截至2016年12月31日预算执行情况", budget: "截至2016年1月31日预算", expenditure: "截至2016年6月30日支出" }, "2016-06-30 C2"],
  ["a day before a month", { title: "截至2016年12月30日", expenditure: "截至2016年12月支出" }, "2016-12-30 A1"],
  ["what is called the cut-off before a mere date", { title: "预算执行情况表（2016年7月5日）", expenditure: "截至2016年6月底支出" }, "2016-06-30 C2"],
  ["a mere date in a short title", { title: "2016年8月预算执行情况表" }, "2016-08-31 A1"],
  ["the year from the title, the months from the header", { title: "2016年度预算执行情况表", expenditure: "1-6月执行数" }, "2016-06-30 C2"],
  ...["截至9月末支出", "截止9月支出", "截至9月30日支出", "9月底累计支出", "前三季度支出", "三季度末支出数", "截至九月底支出"].map((expenditure): [string, Texts, string] => [`${expenditure} in the title's year`, { title: "2016年度预算执行情况表", expenditure }, "2016-09-30 C2"]),
  ["上半年支出 in the title's year", { title: "2016年预算执行情况表", expenditure: "上半年支出" }, "2016-06-30 C2"],
  ["what is spent to a day before another column's month", { title: "2016年预算执行情况表", budget: "6月底预算", expenditure: "截至9月15日支出" }, "2016-09-15 C2"],
  ...["Ministry of Parks - Budget execution report, January to August 2016", "Budget execution of all departments and agencies, YTD Aug 2016 (CNY)", "Budget execution of all departments to 31/08/2016 (10k yuan)"].map((title): [string, Texts, string] => [title, { title }, "2016-08-31 A1"]),
  ["the end of a calendar year, or of months from its beginning", { title: "For the nine months ended 30 September 2016" }, "2016-09-30 A1"],
  ["a note that says so", { note: "注：支出截至2016年9月30日。" }, "2016-09-30 A4"],
])("%s", (_, texts, expected) => {
  expect(found(texts)).toBe(expected);
});

test.each<[string, Texts]>([
  ["nothing said", {}],
  ["a year alone", { title: "2016年度预算执行情况表" }],
  ["months of no known year", { expenditure: "1-6月执行数" }],
  ["a day that does not exist", { expenditure: "截至2016年6月31日支出" }],
  ["when something else happened", { title: "2016年6月追加预算明细表" }],
  ["when the form was filled in", { title: "填报日期：2016年7月5日" }],
  ["a date in a sentence", { title: "德胜街道2016年6月召开专题会议研究部署全年预算执行工作，各科室按照要求进行了认真梳理和自查，现将情况报告如下" }],
  ["a mere date in a note", { note: "2016年7月5日编" }],
  ["the file number of a notice", { title: "西财预【2014】273号" }],
  ["an amount that looks like one", { title: "28265.19.5752" }],
])("no cut-off date: %s", (_, texts) => {
  expect(found(texts)).toBeNull();
});

test("written and read back", () => {
  expect(["2016-12-31", " 2016-02-29 "].map(parseCutOff)).toEqual([{ year: 2016, month: 12, day: 31 }, { year: 2016, month: 2, day: 29 }]);
  expect(["2015-02-29", "2016-13-01", "2016-1-1", "31.12.2016", "", "2016-12-31x"].map(parseCutOff)).toEqual(Array(6).fill(null));
  expect(formatCutOff({ year: 2016, month: 1, day: 5 })).toBe("2016-01-05");
});

test.each([
  ["a fiscal year that is called by the calendar's", { title: "As of September 30, 2025 (FY2025)" }],
  ["last year's column beside it", { title: "As of September 30, 2025", budget: "FY2025 Budget, FY2024 Actual" }],
  ["a month that looks like two years", { title: "As of September 30, 2025", note: "2011-12" }],
  ["the part of the calendar year", { title: "As of September 30, 2025 (75% of year)" }],
])("progress is told beside %s", (_, texts) => {
  expect(found(texts)).toBe("2025-09-30 A1");
});
