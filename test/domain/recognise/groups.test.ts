/** Columns under common headings: parts of an amount, and groups of columns for each part. Each case: headings, headers below them, roles, and what is asked of a person. */

import { sheetOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf } from "./summary";

type Heading = readonly [text: string, ...under: string[]];

function tableUnder(headings: readonly Heading[]) {
  const top = headings.flatMap(([text, ...under]) => [text, ...under.slice(1).map(() => null)]);
  const below = headings.flatMap(([, ...under]) => (under.length === 0 ? [null] : under));
  const line = (name: string, figure: number): (string | number | null)[] => [name, ...below.map((text) => (text?.includes("率") === true ? null : figure))];
  return recogniseSheet(sheetOf("表", [["项目名称", ...top], [null, ...below], line("物业", 10), line("保安", 20), line("保洁", 35)], { merges: ["A1:A2"] }));
}

const OF_FUNDS = ["财政拨款", "其他资金"] as const;

test.each<[string, readonly Heading[], string, string[]]>([
  ["the whole behind its parts", [["预算数", ...OF_FUNDS, "合计"], ["支出数", ...OF_FUNDS, "合计"], ["执行率"]], "- - original-budget? - - expenditure rate", []],
  ["before them", [["预算数", "小计", ...OF_FUNDS], ["支出数"], ["执行率"]], "original-budget? - - expenditure rate", []],
  ["behind them, called 小计", [["年初预算数", ...OF_FUNDS, "小计"], ["支出数"], ["执行率"]], "- - original-budget expenditure rate", []],
  ["基本 and 项目 for short", [["年初预算", "基本", "项目", "合计"], ["支出数", "基本", "项目", "合计"]], "basic project original-budget - - expenditure", []],
  ["groups of which one adds up the others", [["基本支出", "年初预算", "支出数", "执行率"], ["项目支出", "年初预算", "支出数", "执行率"], ["合计", "年初预算", "支出数", "执行率"]], "- - - - - - original-budget expenditure rate", []],
  ["such groups of funds", [["财政拨款", "年初预算", "支出数"], ["自有资金", "年初预算", "支出数"], ["合计", "年初预算", "支出数"]], "- - - - original-budget expenditure", []],
  ["groups that nothing adds up", [["基本支出", "年初预算", "支出数", "执行率"], ["项目支出", "年初预算", "支出数", "执行率"]], "basic? basic? - project? project? -", []],
  ["funds that nothing adds up", [["年初预算", ...OF_FUNDS], ["支出数", ...OF_FUNDS]], "- - - -", []],
  ["funds of the spending alone", [["年初预算"], ["支出数", ...OF_FUNDS]], "original-budget - -", []],
  ["groups of funds that nothing adds up", [["财政拨款", "年初预算", "支出数"], ["自有资金", "年初预算", "支出数"]], "original-budget expenditure - -", ["doubt-several-expenditures"]],
])("%s", (_, headings, roles, doubts) => {
  const tables = tableUnder(headings);
  expect(tables.map(rolesOf)).toEqual([`name ${roles}`]);
  expect(tables.map((table) => table.doubts.map(({ code }) => code))).toEqual([doubts]);
});

test.each<[readonly Heading[], readonly (string | undefined)[]]>([
  [[["基本支出", "年初预算", "支出数"], ["项目支出", "年初预算", "支出数"]], ["original-budget", "expenditure", "original-budget", "expenditure"]],
  [[["年初预算", ...OF_FUNDS], ["支出数", ...OF_FUNDS]], ["original-budget", "original-budget", "expenditure", "expenditure"]],
  [[["年初预算"], ["支出数", ...OF_FUNDS]], [undefined, "expenditure", "expenditure"]],
])("what nothing adds up are parts of budget and spending, together all of it: %j", (headings, wholes) => {
  const [table] = tableUnder(headings);
  expect(table?.columns.slice(1).map(({ partOf, confidence }) => (partOf === undefined ? undefined : `${partOf} ${confidence}`))).toEqual(wholes.map((whole) => (whole === undefined ? undefined : `${whole} likely`)));
});
