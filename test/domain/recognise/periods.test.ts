/** Columns of several points in time and parts of the year, under headings and in one row: which is the spending, and which rate is its own. */

import type { BudgetTable } from "../../../src/domain/table";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

type Heading = readonly [text: string, ...under: string[]];

/** The budget, then the given headings; each column holds more than the one before it, columns of rates nothing. */
function tablesUnder(headings: readonly Heading[], title: string | null = null): readonly BudgetTable[] {
  const top = headings.flatMap(([text, ...under]) => [text, ...under.slice(1).map(() => null)]);
  const below = headings.flatMap(([text, ...under]) => (under.length === 0 ? [null] : under.map((leaf) => (leaf === "" ? text : leaf))));
  const line = (name: string, budget: number): (string | number | null)[] => [name, budget, ...below.map((text, at) => (/率|进度|Rate/u.test(`${text ?? ""}${headings.length > 1 ? "" : (top[at] ?? "")}`) || (text === null && top[at]?.includes("率") === true) ? null : budget / 10 + at))];
  const rows = [["项目名称", "预算数", ...top], ...(below.every((text) => text === null) ? [] : [[null, null, ...below]]), line("物业", 100), line("保安", 240), line("保洁", 390)];
  return recogniseSheet(sheetOf("表", title === null ? rows : [[title], ...rows]));
}

const CUMULATIVE = ["累计支出", "执行率"] as const;
const SPENT = ["支出", "执行率"] as const;
const LATER = "- - expenditure rate";

describe("of two points in time under headings the latest counts, with its own rate", () => {
  test.each<[Heading, Heading]>([
    [["6月", ...CUMULATIVE], ["7月", ...CUMULATIVE]],
    [["六月", ...CUMULATIVE], ["七月", ...CUMULATIVE]],
    [["1月", ...CUMULATIVE], ["2月", ...CUMULATIVE]],
    [["2024年6月", ...CUMULATIVE], ["2024年7月", ...CUMULATIVE]],
    [["6月30日", ...CUMULATIVE], ["7月31日", ...CUMULATIVE]],
    [["6月30日", ...SPENT], ["7月31日", ...SPENT]],
    [["2024年6月30日", ...CUMULATIVE], ["2024年7月31日", ...CUMULATIVE]],
    [["2024.6.30", ...CUMULATIVE], ["2024.7.31", ...CUMULATIVE]],
    [["2024-06-30", ...SPENT], ["2024-07-31", ...SPENT]],
    [["2024.6", ...CUMULATIVE], ["2024.7", ...CUMULATIVE]],
    [["截至2024.6.30", ...SPENT], ["截至2024.7.31", ...SPENT]],
    [["截至6.30", ...CUMULATIVE], ["截至7.31", ...CUMULATIVE]],
    [["6月30日止", ...SPENT], ["7月31日止", ...SPENT]],
    [["6月止", ...CUMULATIVE], ["7月止", ...CUMULATIVE]],
    [["6月底", ...CUMULATIVE], ["7月底", ...CUMULATIVE]],
    [["1-6月", ...CUMULATIVE], ["1-7月", ...CUMULATIVE]],
    [["1-6月", ...SPENT], ["1-7月", ...SPENT]],
    [["1-6月累计", ...SPENT], ["1-7月累计", ...SPENT]],
    [["截至6月底", ...CUMULATIVE], ["截至7月底", ...CUMULATIVE]],
    [["截至6月底", ...SPENT], ["截至7月底", ...SPENT]],
    [["一季度", ...CUMULATIVE], ["二季度", ...CUMULATIVE]],
    [["一季度末", ...SPENT], ["二季度末", ...SPENT]],
    [["上半年", ...CUMULATIVE], ["全年", ...CUMULATIVE]],
    [["上半年", ...SPENT], ["全年", ...SPENT]],
    [["前两季度", ...CUMULATIVE], ["前三季度", ...CUMULATIVE]],
    [["6月", "累计执行数", "执行率"], ["7月", "累计执行数", "执行率"]],
    [["June", "Actual YTD", "Execution Rate"], ["July", "Actual YTD", "Execution Rate"]],
  ])("%j, %j", (earlier, later) => {
    expect(tablesUnder([earlier, later]).map(rolesOf)).toEqual([`name original-budget? ${LATER}`]);
    // Whichever stands first.
    expect(tablesUnder([later, earlier]).map(rolesOf)).toEqual(["name original-budget? expenditure rate - -"]);
  });

  test.each<[string, Heading, Heading]>([
    ["2024年预算执行表（截至2024年6月30日）", ["6月", ...CUMULATIVE], ["7月", ...CUMULATIVE]],
    ["2024年预算执行表（截至2024年6月30日）", ["1-6月", ...CUMULATIVE], ["1-7月", ...CUMULATIVE]],
    ["2024年预算执行表（截至2024年6月30日）", ["截至6月底", ...CUMULATIVE], ["截至7月底", ...CUMULATIVE]],
    ["2024年预算执行表（截至2024年3月31日）", ["一季度", ...CUMULATIVE], ["二季度", ...CUMULATIVE]],
    ["2024年预算执行表（截至2024年6月30日）", ["上半年", ...CUMULATIVE], ["全年", ...CUMULATIVE]],
  ])("unless the table is up to the earlier: %s %j %j", (title, earlier, later) => {
    expect(tablesUnder([earlier, later], title).map(rolesOf)).toEqual(["name original-budget? expenditure rate - -"]);
  });

  test.each<[string, readonly Heading[], string]>([
    ["本月 | 累计", [["6月", "本月", "累计"], ["7月", "本月", "累计"], ["执行率"]], "- - - expenditure? rate"],
    ["本月支出 | 累计支出", [["6月", "本月支出", "累计支出"], ["7月", "本月支出", "累计支出"], ["执行率"]], "- - - expenditure rate"],
    ["本季 | 累计", [["一季度", "本季", "累计"], ["二季度", "本季", "累计"], ["执行率"]], "- - - expenditure? rate"],
    ["the first of them has no cumulative column", [["1月", "支出数"], ["2月", "支出数", "累计支出"], ["执行率"]], "- month-2 expenditure rate"],
    ["three", [["4月", ...CUMULATIVE], ["5月", ...CUMULATIVE], ["6月", ...CUMULATIVE]], "- - - - expenditure rate"],
  ])("%s", (_, headings, roles) => {
    expect(tablesUnder(headings).map(rolesOf)).toEqual([`name original-budget? ${roles}`]);
  });
});

describe("single periods under headings are added up, and the rates under them are none of the sum", () => {
  test.each<[string, readonly Heading[], string]>([
    ["months", [["6月", ...SPENT], ["7月", ...SPENT]], "month-6 - month-7 -"],
    ["from January", [["1月", ...SPENT], ["2月", ...SPENT]], "month-1 - month-2 -"],
    ["months with their year", [["2024.6", ...SPENT], ["2024.7", ...SPENT]], "month-6 - month-7 -"],
    ["quarters", [["一季度", ...SPENT], ["二季度", ...SPENT]], "quarter-1 - quarter-2 -"],
    ["halves", [["上半年", ...SPENT], ["下半年", ...SPENT]], "half-1 - half-2 -"],
    ["with one rate for all", [["6月", "支出"], ["7月", "支出"], ["执行率"]], "month-6 month-7 rate"],
    ["with rates of their own and one for all", [["一季度", "支出", "支出进度"], ["二季度", "支出", "支出进度"], ["执行率"]], "quarter-1 - quarter-2 - rate"],
    ["with a total of their own beside them", [["一季度", ...SPENT], ["二季度", ...SPENT], ["累计支出"], ["执行率"]], "- - quarter-2 - expenditure rate"],
    ["with a total and no rate of it", [["一季度", ...SPENT], ["二季度", ...SPENT], ["累计支出"]], "- - quarter-2 - expenditure"],
    ["with the rate of just those", [["一季度", "支出"], ["二季度", "支出"], ["1-6月", "执行率"]], "quarter-1 quarter-2 rate"],
    ["with the rate up to their end", [["6月", "支出"], ["7月", "支出"], ["截至7月底执行率"]], "month-6 month-7 rate"],
    ["with the rate up to another date", [["6月", "支出"], ["7月", "支出"], ["截至6月底执行率"]], "month-6 month-7 -"],
    ["with the year's rate", [["一季度", "支出"], ["二季度", "支出"], ["全年", "执行率"]], "quarter-1 quarter-2 rate"],
    ["with a cumulative rate", [["1月", "支出"], ["2月", "支出", "累计执行率"]], "month-1 month-2 rate"],
  ])("%s", (_, headings, roles) => {
    expect(tablesUnder(headings).map(rolesOf)).toEqual([`name original-budget? ${roles}`]);
  });

  test("headings that tell no time are asked about", () => {
    const [table] = tablesUnder([["第一批", ...SPENT], ["第二批", ...SPENT]]);
    expect(table?.doubts.map(({ code }) => code)).toEqual(["doubt-several-expenditures", "doubt-rates-left-empty"]);
  });
});

/** One row of headers behind the budget. */
function rolesBehindBudget(headers: readonly string[]): readonly string[] {
  return tablesUnder(headers.map((header): Heading => [header])).map((table) => rolesOf(table).replace("name original-budget? ", ""));
}

describe("one row of headers: a cumulative column goes before the months it counts", () => {
  test.each([
    "1-9月累计", "1—9月累计", "一至九月累计", "2024年1-9月累计", "前三季度累计", "前3季度累计", "前九个月累计", "三季度末累计", "第三季度末累计", "三季度累计", "三季度累计支出", "1-3季度累计", "一至三季度累计", "9月累计", "9月份累计支出", "9月末累计", "9月30日累计",
    "1-9月支出合计", "截至9月累计", "累计", "本年累计",
  ])("%s", (header) => {
    for (const months of [["7月", "8月", "9月"], ["7月支出", "8月支出", "9月支出", "10月支出"]]) {
      const [roles, ...others] = rolesBehindBudget([...months, header, "执行率"]);
      expect(others).toEqual([]);
      expect(roles?.replaceAll("?", "")).toBe([...months.map((month) => `month-${String(parseInt(month, 10))}`), "expenditure rate"].join(" "));
    }
  });

  test.each<[string, readonly string[], string]>([
    ["a half that is called 累计", ["上半年累计", "7月", "8月", "执行率"], "half-1? month-7 month-8 rate"],
    ["a quarter by its months", ["一季度支出", "4-6月累计", "执行率"], "quarter-1 quarter-2? rate"],
    ["up to two dates", ["1-6月累计", "1-9月累计", "执行率"], "- expenditure? rate"],
    ["up to two months", ["1月累计", "2月累计", "执行率"], "- expenditure? rate"],
    ["a share of what was spent is none", ["7月", "8月", "9月", "1-9月累计占比"], "month-7 month-8 month-9 share"],
    ["nor is growth", ["7月", "8月", "9月", "1-9月累计增长"], "month-7 month-8 month-9 -"],
    ["nor what the month alone had", ["7月", "8月", "本月累计"], "month-7 month-8 -"],
    ["months and quarters as they were", ["1月", "2月", "3月", "二季度", "三季度支出", "执行率"], "month-1 month-2 month-3 quarter-2 quarter-3 rate"],
  ])("%s", (_, headers, roles) => {
    expect(rolesBehindBudget(headers)).toEqual([roles]);
  });
});

describe("months of another year are not added", () => {
  test.each<[readonly string[], string]>([
    [["2023年12月支出", "2024年1月支出", "2024年2月支出", "执行率"], "- month-1 month-2 rate"],
    [["2023年12月", "2024年1月", "2024年2月", "执行率"], "- month-1 month-2 rate"],
    [["2023年四季度支出", "2024年一季度支出", "执行率"], "- quarter-1 rate"],
    [["2024年1月支出", "2024年2月支出", "执行率"], "month-1 month-2 rate"],
    [["12月支出", "1月支出"], "month-12 month-1"],
  ])("%j", (headers, roles) => {
    expect(rolesBehindBudget(headers)).toEqual([roles]);
  });

  test("nor under headings", () => {
    expect(tablesUnder([["2023年", "11月", "12月"], ["2024年", "1月", "2月"]]).map(rolesOf)).toEqual(["name original-budget? - - month-1 month-2"]);
    expect(tablesUnder([["2023年12月", ...SPENT], ["2024年1月", ...SPENT], ["2024年2月", ...SPENT]]).map(rolesOf)).toEqual(["name original-budget? - - month-1 - month-2 -"]);
  });

  test("the column says which year it is of", () => {
    expect(tablesUnder([["2023年12月支出"], ["2024年1月支出"]])[0]?.columns[2]?.reason).toEqual({ code: "other-year", values: { header: "2023年12月支出", year: "2023", counting: "2024" } });
  });
});

/** One row of headers with the figures of two lines. */
function tableOf(headers: readonly string[], ...lines: readonly (readonly (number | null)[])[]): readonly BudgetTable[] {
  return recogniseSheet(sheetOf("表", [["项目名称", "年初预算", ...headers], ...lines.map((figures, i) => [`第${String(i + 1)}项`, 1000, ...figures])]));
}

describe("what is called 累计 of a quarter, where the months before it have columns, too", () => {
  const HEADERS = ["1月", "2月", "3月", "一季度累计", "4月", "5月", "6月", "二季度累计"];
  test.each<[string, readonly (readonly (number | null)[])[], string]>([
    ["is the quarter's own where its months make it up", [[1, 2, 3, 6, 4, 5, 6, 15], [2, 2, 2, 6, 0, 0, 1, 1]], "quarter-2?"],
    ["in every line that has a figure", [[1, 2, 3, 6, 4, 5, 6, 15], [2, 2, 2, 6, null, null, null, null]], "quarter-2?"],
    ["is up to its end where all months do", [[1, 2, 3, 6, 4, 5, 6, 21], [2, 2, 2, 6, 0, 0, 1, 7]], "expenditure"],
    ["and where one line contradicts", [[1, 2, 3, 6, 4, 5, 6, 15], [2, 2, 2, 6, 0, 0, 1, 7]], "expenditure"],
  ])("%s", (_, lines, role) => {
    expect(tableOf(HEADERS, ...lines).map((table) => rolesOf(table).split(" ").at(-1)?.replace("expenditure?", "expenditure"))).toEqual([role]);
  });
});

describe("cumulative figures that are more than later ones are asked about", () => {
  test.each<[readonly string[], readonly (readonly (number | null)[])[], readonly string[]]>([
    [["一季度累计支出", "二季度累计支出"], [[30, 20], [10, 40]], ["doubt-several-expenditures"]],
    [["6月累计支出", "7月累计支出"], [[30, 20], [10, 5]], ["doubt-several-expenditures"]],
    [["一季度累计支出", "二季度累计支出"], [[30, 50], [10, 10]], []],
    [["一季度累计支出", "二季度累计支出"], [[30, null], [10, 10]], []],
    [["7月累计支出", "6月累计支出"], [[50, 30], [10, 10]], []],
  ])("%j %j", (headers, lines, doubts) => {
    expect(tableOf(headers, ...lines).map((table) => table.doubts.map(({ code }) => code))).toEqual([doubts]);
  });
});

describe("periods beside a budget, with nothing that is called spending", () => {
  test.each<[readonly string[], string]>([
    [["1月", "1-2月", "1-3月"], "month-1 - expenditure?"],
    [["1月份", "1至2月", "1至3月"], "month-1 - expenditure?"],
    [["1-3月", "1-6月", "1-9月"], "- - expenditure?"],
    [["截至3月", "截至6月", "截至9月"], "- - expenditure?"],
    [["3月末", "6月末"], "- expenditure?"],
    [["3月31日", "6月30日"], "- expenditure?"],
    [["1季度", "1-2季度", "1-3季度"], "quarter-1 - expenditure?"],
    [["一季度", "上半年", "前三季度"], "quarter-1 half-1 expenditure?"],
    [["Jan", "Jan-Feb", "Jan-Mar"], "month-1 - expenditure?"],
    [["Q1", "Q2 YTD", "Q3 YTD"], "quarter-1 - expenditure?"],
    // One after the other they are parts of the year.
    [["1-3月", "4-6月"], "quarter-1? quarter-2?"],
    // What was spent stands there.
    [["1-3月", "1-6月", "累计支出"], "- - expenditure"],
  ])("%j", (headers, roles) => {
    expect(tablesUnder([...headers.map((text): Heading => [text]), ["执行率"]]).map(rolesOf)).toEqual([`name original-budget? ${roles} rate`]);
  });
});

describe("3月 | 6月 | 9月 that only rise are what was spent by then", () => {
  const RISING = [[100, 10, 30, 60], [60, 5, 20, 40]] as const;
  const tablesOf = (headers: readonly string[], lines: readonly (readonly (number | null)[])[]): readonly BudgetTable[] => recogniseSheet(sheetOf("表", [["项目名称", "年初预算", ...headers], ...lines.map((line, at) => [`第${String(at + 1)}项`, ...line])]));

  test.each<[string, readonly string[], readonly (readonly (number | null)[])[], string]>([
    ["quarter ends", ["3月", "6月", "9月", "执行率"], RISING, "- - expenditure? rate"],
    ["in English", ["Mar", "Jun", "Sep", "% Spent"], RISING, "- - expenditure? rate"],
    ["half years", ["6月", "12月", "执行率"], RISING.map((line) => line.slice(0, 3)), "- expenditure? rate"],
    ["a filled rate agrees", ["3月", "6月", "9月", "执行率"], RISING.map((line) => [...line, line[3] / line[0]]), "- - expenditure? rate"],
    // Else they are months.
    ["a filled rate of their sum", ["3月", "6月", "9月", "执行率"], RISING.map(([budget, ...months]) => [budget, ...months, months.reduce<number>((a, b) => a + b, 0) / budget]), "month-3 month-6 month-9 rate"],
    ["one line falls", ["3月", "6月", "9月", "执行率"], [...RISING, [50, 5, 3, 8]], "month-3 month-6 month-9 rate"],
    ["nothing rises", ["3月", "6月", "9月", "执行率"], RISING.map(([budget]) => [budget, 5, 5, 5]), "month-3 month-6 month-9 rate"],
    ["months that follow on each other", ["1月", "2月", "3月", "执行率"], RISING, "month-1 month-2 month-3 rate"],
    ["quarters", ["一季度", "二季度", "三季度", "执行率"], RISING, "quarter-1 quarter-2 quarter-3 rate"],
  ])("%s", (_, headers, lines, roles) => {
    expect(tablesOf(headers, lines).map(rolesOf)).toEqual([`name original-budget ${roles}`]);
  });

  test("a person is asked", () => {
    const [table] = tablesOf(["3月", "6月", "9月", "执行率"], RISING);
    expect(table?.columns[4]).toMatchObject({ confidence: "likely", reason: { code: "cumulative-by-figures", values: { header: "9月" } } });
  });
});
