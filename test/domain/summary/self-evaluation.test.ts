/** 项目支出绩效自评表 before the year is over: its expenditure is none of the whole year. */

import { columnsOf, notesIn, summarise, tableIn } from "../../support/summary";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const NOTE = /^得分 = 执行率/u;

test.each([
  ["截至2024年9月30日", "全年执行数（截至9月30日）", "执行数截至2024-09-30，不是全年数：执行率和得分只供跟踪时参考，年终以全年执行数为准。"],
  ["截至2024年12月15日", "全年执行数（截至12月15日）", "执行数截至2024-12-15，不是全年数：执行率和得分只供跟踪时参考，年终以全年执行数为准。"],
  ["截至2024年12月31日", "全年执行数", ""], ["", "全年执行数", ""],
])("%s: %s", (date, header, note) => {
  const summary = summarise(snapshotOf(sheetOf("项目", [[`单位：万元 ${date}`], ["项目名称", "年初预算", "支出"], ["甲", 100, 60], ["乙", 30, 15], ["合计", 130, 75]])));
  const table = tableIn(summary, "self-evaluation");
  expect(table.columns.find(({ key }) => key === "spent")?.header).toEqual([header]);
  expect(columnsOf(table, "spent", "score").filter((_, i) => i % 4 === 0)).toEqual([["60", "6"], ["15", "5"]]);
  expect(notesIn(summary).filter((said) => said.startsWith("执行数截至") || NOTE.test(said))).toEqual([expect.stringMatching(NOTE), ...(note === "" ? [] : [note])]);
});

test("the score is neither more than its points nor less than nothing", () => {
  const summary = summarise(snapshotOf(sheetOf("项目", [["单位：万元"], ["项目名称", "年初预算", "支出"], ["甲", 100, 120], ["乙", 30, -3], ["丙", 30, 15], ["合计", 160, 132]])));
  expect(columnsOf(tableIn(summary, "self-evaluation"), "spent", "score").filter((_, i) => i % 4 === 0)).toEqual([["120", "10"], ["-3", "0"], ["15", "5"]]);
});
