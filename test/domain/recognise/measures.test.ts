/** Key figures: a table whose lines are 年初预算, 支出, 执行率 adds nothing up, and its amounts are used for nothing. */

import { columnsOf, notesIn, summarise, tableIn, tablesIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";
import { recogniseSheet, rolesOf, summariesOf } from "./summary";

type Cells = readonly (readonly (string | number | null)[])[];

const LINES: Cells = [
  ["某区民政局2024年部门预算执行情况表"], ["单位：万元", null, null, "截至2024年9月30日"], ["科目名称", "年初预算数", "调整预算数", "支出数"],
  ["一般公共服务支出", 300, 320, 210], ["教育支出", 100, 90, 80], ["合计", 400, 410, 290],
];

const rolesIn = (rows: Cells): readonly string[] => recogniseSheet(sheetOf("表", rows)).map(rolesOf);
const doubtsIn = (rows: Cells): readonly string[] => recogniseSheet(sheetOf("表", rows)).flatMap(({ doubts }) => doubts.map(({ code }) => code));

test("key figures are recognised as such, column by column, and say so", () => {
  const sheet = sheetOf("主要指标", [["2024年部门预算主要指标"], ["单位：万元"], ["序号", "指标", "合计", "基本支出", "项目支出"], [1, "年初预算", 400, 250, 150], [2, "调整后预算", 410, 250, 160], [3, "支出", 290, 200, 90], [4, "执行率", 0.7073, 0.8, 0.5625]]);
  expect(summariesOf(sheet)).toEqual([{ at: "A3:E7 3-3", title: "2024年部门预算主要指标", unit: "万元 unit-above", roles: "- name? - - -", rows: ["年初预算", "调整后预算", "支出", "执行率"] }]);
  const [table] = recogniseSheet(sheet);
  expect(table?.doubts).toEqual([{ code: "doubt-lines-are-measures" }]);
  expect(table?.columns[2]?.reason).toEqual({ code: "lines-are-measures", values: { header: "合计" } });
});

const KEY: Cells = [["年初预算", 400], ["调整后预算", 410], ["支出", 290], ["执行率", 0.7073]];

test.each<[string, Cells]>([
  ["under 指标 | 金额", [["指标", "金额"], ...KEY]],
  ["under 项目 | 数额", [["项目", "数额"], ...KEY]],
  ["under 项目名称 | 预算金额", [["项目名称", "预算金额"], ...KEY]],
  ["numbered", [["项目", "金额"], ["一、年初预算数", 400], ["二、调整后预算数", 410], ["三、支出数", 290], ["四、预算执行率（%）", 70.73]]],
  ["with 其中", [["项目", "金额"], ["年初预算", 400], ["其中：基本支出", 250], ["项目支出", 150], ["累计支出", 290], ["其中：基本支出", 200], ["项目支出", 90], ["执行率", 0.7073]]],
  ["with other figures", [["指标", "合计"], ["在职人数", 35], ["本年预算", 400], ["实际支出", 290], ["序时进度", 0.75], ["预算执行率", 0.7073]]],
  ["budget and spending only", [["项目", "金额"], ["预算数", 400], ["支出数", 290]]],
  ["budget and what is left", [["项目", "金额"], ["预算指标", 400], ["结余指标", 110]]],
  ["how the budget came about", [["项目", "金额"], ["年初预算", 400], ["追加预算", 20], ["追减预算", 10], ["调整后预算", 410]]],
  ["a budget and its changes, without the outcome", [["项目", "金额"], ["年初预算数", 400], ["预算追加", 20], ["预算追减", 10]]],
  ["of several units", [["指标", "甲街道", "乙街道", "合计"], ["年初预算", 200, 200, 400], ["支出", 140, 150, 290], ["执行率", 0.7, 0.75, 0.725]]],
  ["month by month", [["指标", "1月", "2月", "3月"], ["年初预算", 400, 400, 400], ["当月支出", 20, 30, 40], ["累计支出", 20, 50, 90], ["执行率", 0.05, 0.125, 0.225]]],
  ["of each project, in a column of their own", [["项目", "指标", "金额"], ["养老", "年初预算", 100], ["养老", "支出", 60], ["低保", "年初预算", 300], ["低保", "支出", 230]]],
  ["of each project, whose name is merged", [["项目", "指标", "合计"], ["养老", "预算数", 100], [null, "支出数", 60], [null, "执行率", 0.6], ["低保", "预算数", 300], [null, "支出数", 230], [null, "执行率", 0.77]]],
  ["with classes under each", [["项目", "金额"], ["一、年初预算", 400], ["  一般公共服务支出", 300], ["  教育支出", 100], ["二、支出", 290], ["  一般公共服务支出", 210], ["  教育支出", 80]]],
  ["budget and spending of one kind each", [["项目", "金额"], ["财政拨款预算", 400], ["财政拨款支出", 290]]],
  ["budget and spending of several things", [["项目", "金额"], ["养老预算", 100], ["养老支出数", 60], ["低保预算", 300], ["低保支出数", 230]]],
  ["words that may be lines, with a rate beside them", [["项目", "金额"], ["预算安排资金", 400], ["实际使用资金", 290], ["资金使用率", 0.725]]],
  ["income, spending and what is left", [["项目", "金额"], ["收入", 400], ["支出", 290], ["结余", 110]]],
  ["in English", [["Item", "Amount"], ["Original budget", 400], ["Adjusted budget", 410], ["Actual expenditure", 290], ["Execution rate", 0.7073]]],
])("%s", (_, rows) => {
  const tables = rolesIn([["2024年预算执行概况"], ["单位：万元"], ...rows]);
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatch(/^(?:(?:name|-|function-name)\??(?: |$))+$/u);
  expect(doubtsIn([["2024年预算执行概况"], ["单位：万元"], ...rows])).toEqual(["doubt-lines-are-measures"]);
});

test.each<[string, Cells, string]>([
  ["about budgets and evaluation", [["项目名称", "金额"], ["预算绩效管理经费", 40], ["预算编制费", 20], ["财政支出绩效评价", 30], ["合计", 90]], "name original-budget?"],
  ["of basic expenditure and projects", [["项目", "预算数"], ["基本支出", 250], ["项目支出", 150], ["合计", 400]], "name original-budget?"],
  ["of funds", [["项目", "预算数"], ["一般公共预算", 250], ["政府性基金预算", 150], ["国有资本经营预算", 20], ["合计", 420]], "name original-budget?"],
  ["that are budgets of something, without spending", [["项目", "金额"], ["养老预算", 250], ["低保预算", 150], ["救助支出", 20]], "name original-budget?"],
  ["with words of spending", [["项目", "金额"], ["直接支付", 250], ["授权支付", 150], ["经费支出", 20]], "name original-budget?"],
  ["of sources", [["项目", "年初预算", "支出"], ["财政拨款", 250, 200], ["上年结转", 150, 100], ["其他资金", 20, 10]], "name original-budget expenditure"],
  ["with a budget and spending of their own", [["项目", "年初预算数", "决算数"], ["本年支出", 250, 200], ["年末结转和结余", 150, 100]], "name original-budget expenditure"],
  ["with totals called after what they add up", [["科目名称", "支出数"], ["教育支出", 80], ["卫生健康支出", 20], ["支出合计", 100]], "function-name? expenditure"],
  ["sorted by the kind of budget", [["项目名称", "预算类型", "金额"], ["养老", "年初预算", 80], ["低保", "追加预算", 20], ["救助", "年初预算", 50]], "name - original-budget?"],
  ["with what was added in the year", [["项目", "预算数"], ["年初预算", 80], ["养老", 50], ["低保", 30], ["追加预算", 20], ["救助", 20]], "name original-budget?"],
  ["with spending beneath the total", [["项目", "预算数"], ["养老", 50], ["低保", 30], ["救助", 20], ["合计", 100], ["支出数", 60]], "name original-budget?"],
])("lines %s stay lines", (_, rows, roles) => {
  expect(rolesIn([["2024年预算表"], ["单位：万元"], ...rows])).toEqual([roles]);
  expect(doubtsIn([["2024年预算执行概况"], ["单位：万元"], ...rows])).not.toContain("doubt-lines-are-measures");
});

test("who says which column holds amounts says that they are lines", () => {
  const sheet = sheetOf("表", [["单位：万元"], ["项目", "金额"], ...KEY]);
  const [table] = recogniseSheet(sheet, [{ tableId: `${sheet.id}!A2`, columns: { 1: "original-budget" } }]);
  expect(table === undefined ? "" : rolesOf(table)).toBe("name original-budget");
  expect(table?.doubts).toEqual([]);
});

describe("the summary of a workbook with key figures beside its lines", () => {
  const KEY_TABLES: readonly Cells[] = [
    [["主要指标"], ["单位：万元"], ["指标", "金额"], ...KEY],
    [["预算执行概况"], ["单位：万元"], ["项目", "数额"], ...KEY],
    [["单位：万元"], ["序号", "指标", "合计", "基本支出", "项目支出"], [1, "年初预算", 4000, 2500, 1500], [2, "支出", 2900, 2000, 900]],
    [["单位：万元"], ["指标", "2023年合计", "2024年合计"], ["预算", 4000, 5000], ["支出", 3000, 4000], ["执行率", 0.75, 0.8]],
  ];
  const alone = summarise(snapshotOf(sheetOf("支出表", LINES)));
  const expected = [["年初预算", "400"], ["净调整（调整后 − 年初）", "10"], ["调整后预算", "410"], ["支出", "290"], ["执行率（支出 ÷ 调整后预算）", "0.7073"]];

  test.each(KEY_TABLES.flatMap((key, k) => ([
    [`${k} before`, [sheetOf("指标", key), sheetOf("支出表", LINES)]],
    [`${k} behind`, [sheetOf("支出表", LINES), sheetOf("指标", key)]],
    [`${k} below on the same sheet`, [sheetOf("支出表", [...LINES, [], ...key])]],
    [`${k} above on the same sheet`, [sheetOf("支出表", [...key, [], ...LINES])]],
    [`${k} beside on the same sheet`, [sheetOf("支出表", LINES.map((row, r) => [...Array.from({ length: 4 }, (_, c) => row[c] ?? null), null, ...(key[r] ?? [])]))]],
  ] as const)))("%s says the same as without, and that they were left out", (_, sheets) => {
    const summary = summarise(snapshotOf(...sheets));
    expect(columnsOf(tableIn(summary, "key"), "item", "total").slice(0, 5)).toEqual(expected);
    expect(tablesIn(summary).map(({ id }) => id)).toEqual(tablesIn(alone).map(({ id }) => id));
    expect(notesIn(summary).filter((note) => note.includes("不是可以相加的明细"))).toHaveLength(1);
  });
});
