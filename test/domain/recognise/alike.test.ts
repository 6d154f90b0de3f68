/** Parts that are called alike under the budget and under the spending, without a column that adds them up. */

import { columnName } from "../../../src/workbook/address";
import { sheetOf } from "../../support/snapshots";
import { recogniseSheet } from "./summary";

type Heading = readonly [text: string, ...under: string[]];
const FIGURES = [[110, 50, 82.5, 20], [60, 420, 45, 315], [170, 470, 127.5, 335]] as const;

/** Two parts under each of the first two headings. */
function columnsOf(headings: readonly Heading[], figures: readonly (readonly (number | string | null)[])[] = FIGURES) {
  const top = headings.flatMap(([text, ...under]) => [text, ...under.slice(1).map(() => null)]);
  const below = headings.flatMap(([, ...under]) => (under.length === 0 ? [null] : under));
  const merges = headings.map(([, ...under], at) => {
    const left = 1 + headings.slice(0, at).reduce((sum, [, ...others]) => sum + Math.max(1, others.length), 0);
    return `${columnName(left)}1:${columnName(left + Math.max(1, under.length) - 1)}${under.length === 0 ? 2 : 1}`;
  });
  const lines = ["党政办", "社区办", "合计"].map((name, at) => [name, ...(figures[at] ?? [])]);
  const tables = recogniseSheet(sheetOf("表", [["科室", ...top], [null, ...below], ...lines], { merges: ["A1:A2", ...merges] }));
  return { columns: tables[0]?.columns.slice(1).map(({ role, partOf, confidence }) => (partOf === undefined ? role : `${role === null ? "" : `${role}, `}part of ${partOf} ${confidence}`)), doubts: tables[0]?.doubts.map(({ code }) => code) };
}

const ADDED = ["part of original-budget likely", "part of original-budget likely", "part of expenditure likely", "part of expenditure likely"];

describe.each([["年初预算", "实际支出"], ["预算数", "执行数"], ["预算情况", "执行情况"], ["三公经费预算数", "三公经费支出数"]])("under %s and %s", (budget, spending) => {
  test.each([["人员", "公用"], ["人员经费", "公用经费"], ["人员支出", "公用支出"], ["本级", "下属单位"], ["中央", "地方"], ["市级", "区级"], ["政府经费", "自筹"], ["当年预算", "上年结转"], ["一般公共预算", "政府性基金"], ["本级财力", "上级补助"]])("%s | %s are added up, and a person is asked", (a, b) => {
    expect(columnsOf([[budget, a, b], [spending, a, b], ["执行率"]])).toEqual({ columns: [...ADDED, "rate"], doubts: [] });
  });
});

test.each([["年初预算", "实际支出"], ["预算数", "执行数"], ["预算情况", "执行情况"], ["预算", "支出"]])("the table's only rate is that of the whole, where it stands under the spending as well: %s | %s", (budget, spending) => {
  for (const [a, b] of [["基本支出", "项目支出"], ["基本", "项目"], ["人员经费", "公用经费"]] as const) {
    const { columns, doubts } = columnsOf([[budget, a, b], [spending, a, b, "执行率"]]);
    expect([columns?.at(-1), doubts]).toEqual(["rate", []]);
  }
});

test("基本支出 and 项目支出 go on to be these", () => {
  expect(columnsOf([["年初预算", "基本", "项目"], ["实际支出", "基本", "项目"], ["执行率"]]).columns).toEqual(["basic, part of original-budget sure", "project, part of original-budget sure", "basic, part of expenditure sure", "project, part of expenditure sure", "rate"]);
});

test("the adjusted budget has parts, too, and the first budget's stay its own", () => {
  expect(columnsOf([["年初预算", "人员", "公用"], ["调整后预算", "人员", "公用"], ["实际支出", "人员", "公用"]], [[100, 50, 110, 50, 82.5, 20], [60, 400, 60, 420, 45, 315], [160, 450, 170, 470, 127.5, 335]]).columns).toEqual([
    "part of original-budget likely", "part of original-budget likely", "part of adjusted-budget likely", "part of adjusted-budget likely", "part of expenditure likely", "part of expenditure likely",
  ]);
});

test.each<[string, readonly Heading[], readonly (readonly number[])[]]>([
  ["one adds up the others", [["年初预算", "全口径", "本级", "下属单位"], ["实际支出", "全口径", "本级", "下属单位"]], [[160, 110, 50, 102.5, 82.5, 20], [480, 60, 420, 360, 45, 315], [640, 170, 470, 462.5, 127.5, 335]]],
  ["one is part of the other by its words", [["年初预算", "金额", "其中：人员"], ["实际支出", "金额", "其中：人员"]], FIGURES],
  ["this month and so far", [["年初预算", "本月", "累计"], ["实际支出", "本月", "累计"]], FIGURES],
  ["halves of the year", [["年初预算", "上半年", "下半年"], ["实际支出", "上半年", "下半年"]], FIGURES],
  ["years", [["年初预算", "2024年", "2025年"], ["实际支出", "2024年", "2025年"]], FIGURES],
  ["numbers of things and their money", [["年初预算", "户数", "金额"], ["实际支出", "户数", "金额"]], FIGURES],
  ["shares", [["年初预算", "经费", "占比"], ["实际支出", "经费", "占比"]], FIGURES],
])("nothing is added up where %s", (_, headings, figures) => {
  expect(columnsOf(headings, figures).columns?.filter((text) => text?.startsWith("part") === true) ?? []).toEqual([]);
});

test("nor where a filled rate is of something else", () => {
  const filled = FIGURES.map((line) => [...line, line[2] / line[0]]);
  expect(columnsOf([["年初预算", "人员", "公用"], ["实际支出", "人员", "公用"], ["执行率"]], filled).columns?.slice(0, 4)).not.toEqual(ADDED);
  const ofAll = FIGURES.map(([a, b, c, d]) => [a, b, c, d, (c + d) / (a + b)]);
  expect(columnsOf([["年初预算", "人员", "公用"], ["实际支出", "人员", "公用"], ["执行率"]], ofAll).columns).toEqual([...ADDED, "rate"]);
});
