import { found } from "../../../support/checks";
import { sheetOf } from "../../../support/snapshots";

const sheet = (name: string, title: string, header: string, note = "") => sheetOf(name, [[title], ["项目名称", "项目预算", header], ["甲", 10, 5], ["乙", 10, 6], ["合计", 20, 11], ...(note === "" ? [] : [[note]])]);

test("a header, a title or a note that is not of the chosen date", () => {
  const sheets = [sheet("一", "项目执行情况表（截至2016年12月31日）", "截止2015年6月30日支出"), sheet("二", "执行情况（截至2016年6月30日）", "支出", "注：数据截至2016年12月31日。")];
  expect(found("stale-date", sheets, { cutOff: "2016-12-31" })).toEqual(["warning 一 C2 2016-12-31 2015-06-30", "warning 二 A1 2016-12-31 2016-06-30"]);
});

test("what two thirds of all dates say counts where nothing was chosen", () => {
  const sheets = [sheet("一", "表一", "截止2016年12月31日支出"), sheet("二", "表二", "截止2016年12月31日支出"), sheet("三", "表三", "截止2015年12月31日支出")];
  expect(found("stale-date", sheets)).toEqual(["warning 三 C2 2016-12-31 2015-12-31"]);
});

test("a series of periods is not stale, but a table that contradicts itself is", () => {
  expect(found("stale-date", [sheet("一", "表一", "截止2016年3月31日支出"), sheet("二", "表二", "截止2016年6月30日支出")])).toEqual([]);
  expect(found("stale-date", [sheet("一", "项目执行情况表（截至2015年12月31日）", "截止2016年12月31日支出")])).toEqual(["warning 一 A1 2016-12-31 2015-12-31"]);
});

test("last year beside this year, and dates of other events, are not stale", () => {
  const table = sheetOf("表", [["2016年6月追加预算的项目"], ["项目名称", "项目预算", "截止2016年12月31日支出", "截止2015年12月31日上年支出"], ["甲", 10, 5, 4], ["乙", 10, 6, 4]]);
  expect(found("stale-date", table, { cutOff: "2016-12-31" })).toEqual([]);
});

test("of dates in one table the year that its titles name more often counts, not the header left over", () => {
  const left = "截至2022年12月31日支出";
  expect(found("stale-date", sheet("表", "2023年12月预算执行表（截至2023年12月31日）", left))).toEqual(["warning 表 C2 2023-12-31 2022-12-31"]);
  expect(found("stale-date", sheet("表", "2023年12月预算执行表（截至2023年12月31日）", "截至2023年12月31日支出"))).toEqual([]);
  // Once each: the header is nearer to the figures.
  expect(found("stale-date", sheet("表", "预算执行表（截至2023年12月31日）", left))).toEqual(["warning 表 A1 2022-12-31 2023-12-31"]);
  // A title that calls no cut-off date may be of a budget beside last year's spending.
  expect(found("stale-date", sheet("表", "2023年预算（草案）2023年编制", left))).toEqual([]);
});

test("a title that tells the execution of a year contradicts dates of other years", () => {
  const left = "截至2024年6月30日支出";
  expect(found("stale-date", sheet("表", "2025年上半年预算执行情况表", left))).toEqual(["warning 表 C2 2025 2024-06-30"]);
  expect(found("stale-date", sheet("表", "2025年度部门决算表", "支出", "注：截至2024年12月31日。"))).toEqual(["warning 表 A6 2025 2024-12-31"]);
  for (const [title, header] of [
    ["2024年上半年预算执行情况表", left], ["2025年预算草案", left], ["2024—2025年预算执行情况表", left], ["预算执行情况表", left], ["2025年上半年预算执行情况表", "支出"],
  ] as const) expect(found("stale-date", sheet("表", title, header))).toEqual([]);
});
