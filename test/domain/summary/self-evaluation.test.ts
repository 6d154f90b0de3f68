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

describe("of which sources the money comes", () => {
  const FUNDS = ["甲 年度资金总额 500 520 390", "甲 其中：当年财政拨款 400 420 300", "甲 上年结转资金 100 100 90", "甲 其他资金 [] [] []", "乙 年度资金总额 40 40 40", "乙 其中：当年财政拨款 40 40 40"];
  const rowsOf = (rows: readonly (readonly (string | number)[])[], merges: readonly string[] = []): readonly string[] =>
    columnsOf(tableIn(summarise(snapshotOf(sheetOf("项目", [["单位：万元"], ...rows], { merges }))), "self-evaluation"), "name", "source", "original", "budget", "spent").map((cells) => cells.join(" "));

  test("columns tell, with what they come to or without", () => {
    const both = ["当年财政拨款", "上年结转"];
    expect(rowsOf([["项目名称", "年初预算", "", "调整后预算", "", "支出数", ""], ["", ...both, ...both, ...both], ["甲", 400, 100, 420, 100, 300, 90], ["乙", 40, 0, 40, 0, 40, 0], ["合计", 440, 100, 460, 100, 340, 90]], ["A2:A3", "B2:C2", "D2:E2", "F2:G2"])).toEqual([...FUNDS, "乙 上年结转资金 0 0 0", "乙 其他资金 [] [] []"]);
    const all = ["小计", ...both];
    expect(rowsOf([["项目名称", "年初预算", "", "", "支出数", "", ""], ["", ...all, ...all], ["甲", 500, 400, 100, 390, 300, 90], ["合计", 500, 400, 100, 390, 300, 90]], ["A2:A3", "B2:D2", "E2:G2"])).toEqual(["甲 年度资金总额 500 500 390", "甲 其中：当年财政拨款 400 400 300", "甲 上年结转资金 100 100 90", "甲 其他资金 [] [] []"]);
  });

  test("lines below the project tell", () => {
    const HEAD = ["项目名称", "年初预算", "调整后预算", "支出数"];
    expect(rowsOf([HEAD, ["甲", 500, 520, 390], ["其中：当年财政拨款", 400, 420, 300], ["上年结转资金", 100, 100, 90], ["乙", 40, 40, 40], ["其中：一般公共预算财政拨款", 30, 30, 30], ["政府性基金财政拨款", 10, 10, 10], ["合计", 540, 560, 430]])).toEqual([...FUNDS, "乙 上年结转资金 [] [] []", "乙 其他资金 [] [] []"]);
    expect(rowsOf([HEAD, ["甲", 500, 520, 390], ["其中：设备", 400, 420, 300], ["安装", 100, 100, 90], ["合计", 500, 520, 390]]).slice(1, 2)).toEqual(["甲 其中：当年财政拨款 [] [] []"]);
  });
});
