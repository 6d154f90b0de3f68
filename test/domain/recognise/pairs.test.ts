/** Several pairs of budget and spending side by side, each with its rate: what counts together is of one pair, and its rate goes beside it. */

import type { Role } from "../../../src/domain/table";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

const LINES = [[1000, 600, null, 300, 150, null], [500, 400, null, 200, 160, null]] as const;

function tableOf(headers: readonly string[], columns: Readonly<Record<number, Role | null>> = {}) {
  const sheet = sheetOf("表", [headers, ["甲", ...LINES[0]], ["乙", ...LINES[1]], ["合计", 1500, 1000, null, 500, 310, null]]);
  return recogniseSheet(sheet, [{ tableId: "{表}!A1", columns }]);
}

const OTHERS = "doubt-other-pairs";

describe("one pair of several counts, with the rate behind it", () => {
  test.each<[string, readonly string[], string]>([
    // This year's before that of all years, and its rate is its own.
    ["the rate of all years is not this year's", ["项目", "总预算", "累计支出", "总执行率", "本年预算", "本年支出", "本年执行率"], "- - - original-budget? expenditure rate"],
    ["paid by contract", ["项目", "合同金额", "累计支付", "支付比例", "本年预算", "本年支付", "执行率"], "- - - original-budget? expenditure rate"],
    ["a year in figures", ["课题", "总预算", "总支出", "总执行率", "2025年预算", "2025年支出", "2025年执行率"], "- - - original-budget? expenditure rate"],
    ["spending of all years against this year's", ["课题", "总经费", "累计支出", "总执行率", "年度预算", "年度支出", "年度执行率"], "- - - original-budget? expenditure rate"],
    ["progress", ["项目", "总指标", "总支出", "总进度", "本年指标", "本年支出", "本年进度"], "- - - original-budget? expenditure rate"],
    ["estimates", ["项目", "概算", "累计支出", "概算执行率", "年度预算", "年度支出", "预算执行率"], "- - - original-budget? expenditure rate"],
    ["a month before the year to date", ["Account", "Month Budget", "Month Actual", "Month %", "YTD Budget", "YTD Actual", "YTD %"], "- - - original-budget? expenditure rate"],
    ["a budget by its fund", ["部门", "一般公共预算", "一般公共预算支出", "执行率", "政府性基金预算", "政府性基金支出", "执行率"], "original-budget? expenditure? rate - - -"],
    ["spending of both against the budget of one", ["Fund", "Operating Budget", "Operating Actual", "Operating %", "Capital Budget", "Capital Actual", "Capital %"], "original-budget? expenditure? rate - - -"],
    ["an addition with spending of its own", ["单位", "年初预算", "年初预算支出", "执行率", "追加预算", "追加预算支出", "执行率"], "original-budget expenditure? rate - - -"],
    ["income beside spending", ["单位", "收入预算", "实际收入", "完成率", "支出预算", "实际支出", "执行率"], "- - - original-budget? expenditure rate"],
    ["nothing but pairs", ["项目", "上级资金预算", "上级资金支出", "上级执行率", "本级资金预算", "本级资金支出", "本级执行率"], "original-budget? expenditure rate - - -"],
    ["a rate in words of its own", ["项目", "财政拨款预算", "财政拨款支出", "财政拨款执行率", "自筹资金预算", "自筹资金支出", "自筹资金执行率"], "original-budget? expenditure rate - - -"],
    ["what was carried over", ["单位", "当年预算", "当年预算支出", "执行率", "上年结转", "结转支出", "执行率"], "original-budget? expenditure? rate - - -"],
  ])("%s", (_, headers, roles) => {
    const [table, ...further] = tableOf(headers);
    expect(further).toEqual([]);
    expect(table && rolesOf(table).replace(/^(?:name|function-name)\?? /u, "")).toBe(roles);
    expect(table?.doubts.map(({ code }) => code)).toEqual([OTHERS]);
  });

  test.each<[string, readonly string[]]>([
    ["income", ["单位", "收入预算", "实际收入", "完成率", "支出预算", "实际支出", "执行率"]],
    ["all years", ["课题", "总预算", "总支出", "总执行率", "2025年预算", "2025年支出", "2025年执行率"]],
    ["spending of all years", ["课题", "总经费", "累计支出", "总执行率", "年度预算", "年度支出", "年度执行率"]],
  ])("filled rates of another pair are not compared with it: %s", (_, headers) => {
    const rows = LINES.map(([budget, spent, , own, ownSpent], i) => [`第${String(i + 1)}项`, budget, spent, spent / budget, own, ownSpent, ownSpent / own]);
    expect(recogniseSheet(sheetOf("表", [headers, ...rows])).map((table) => rolesOf(table).replace(/^name\?? /u, ""))).toEqual(["- - - original-budget? expenditure rate"]);
  });

  test("the doubt names the pair that counts and the others", () => {
    const [table] = tableOf(["课题", "总经费", "累计支出", "总执行率", "年度预算", "年度支出", "年度执行率"]);
    expect(table?.doubts).toEqual([{ code: OTHERS, values: { budget: "年度预算", counted: "年度支出", others: "总经费 / 累计支出" } }]);
  });
});

test.each([
  [["部门", "基本支出预算", "基本支出执行", "基本支出执行率", "项目支出预算", "项目支出执行", "项目支出执行率"]],
  [["部门", "基本支出预算", "基本支出执行数", "执行率", "项目支出预算", "项目支出执行数", "执行率"]],
  [["部门", "基本支出年初预算", "基本支出支出数", "执行率", "项目支出年初预算", "项目支出支出数", "执行率"]],
])("the two parts of every budget count together, and columns for their rates stay empty: %j", (headers) => {
  const [table] = tableOf(headers);
  expect(table && rolesOf(table)).toBe("name? basic? basic? - project? project? -");
  expect(table?.doubts.map(({ code, values }) => [code, values?.["columns"]])).toEqual([["doubt-rates-left-empty", "D, G"]]);
});

describe("what held before holds", () => {
  test.each<[string, readonly string[], string]>([
    ["this year's and last year's", ["项目", "2024年预算", "2024年支出", "2024年执行率", "2025年预算", "2025年支出", "2025年执行率"], "name - - - original-budget? expenditure rate"],
    ["the first of two that are called alike", ["单位", "部门预算", "部门支出", "执行率", "专项预算", "专项支出", "执行率"], "name? original-budget? expenditure rate - - -"],
    ["two budgets", ["项目", "年初预算", "上半年支出", "上半年执行率", "调整预算", "全年支出", "全年执行率"], "name original-budget - - adjusted-budget? expenditure rate"],
  ])("%s", (_, headers, roles) => {
    const tables = tableOf(headers);
    expect(tables.map(rolesOf)).toEqual([roles]);
    expect(tables[0]?.doubts.map(({ code }) => code)).not.toContain(OTHERS);
  });
});

describe("a person who wants another pair gets its rate, too", () => {
  const HEADERS = ["项目", "总预算", "累计支出", "总执行率", "本年预算", "本年支出", "本年执行率"];
  const WHOLE = "name original-budget expenditure rate - - -";

  test.each<[string, Readonly<Record<number, Role | null>>, string]>([
    ["both said", { 1: "original-budget", 2: "expenditure" }, WHOLE],
    ["as the adjusted budget", { 1: "adjusted-budget", 2: "expenditure" }, "name adjusted-budget expenditure rate - - -"],
    ["only the spending", { 2: "expenditure" }, "name original-budget? expenditure rate - - -"],
    ["only the budget", { 1: "original-budget" }, WHOLE],
  ])("%s", (_, columns, roles) => {
    const tables = tableOf(HEADERS, columns);
    expect(tables.map(rolesOf)).toEqual([roles]);
    expect(tables[0]?.doubts).toEqual([]);
  });

  test("columns of two pairs are taken as said", () => {
    expect(tableOf(HEADERS, { 2: "expenditure", 4: "original-budget" }).map(rolesOf)[0]).toContain("- expenditure - original-budget -");
  });
});
