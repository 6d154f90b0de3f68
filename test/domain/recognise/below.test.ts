/** What stands below the end of a table without a header of its own: its lines as far as that is certain, else a doubt, never nothing. */

import { recogniseSheet, summariesOf } from "./summary";
import { sheetOf } from "../../support/snapshots";

type Cells = readonly (string | number | null)[];
const HEAD = ["项目", "年初预算", "支出数", "执行率"];
const blanks = (count: number): readonly Cells[] => Array.from({ length: count }, () => []);

/** Names as summarised, and what the table says of rows that it left out. */
function read(...rows: readonly Cells[]): { readonly rows: readonly string[]; readonly leftOut: unknown } {
  const sheet = sheetOf("表", [["单位：元"], HEAD, ...rows]);
  const [table, ...others] = recogniseSheet(sheet);
  expect(others).toEqual([]);
  return { rows: summariesOf(sheet)[0]?.rows ?? [], leftOut: table?.doubts.find(({ code }) => code === "doubt-rows-left-out")?.values?.["rows"] ?? null };
}

const A: Cells = ["甲", 100, 50];
const B: Cells = ["乙", 50, 45];
const C: Cells = ["丙", 50, 60];

describe("blank lines inside a table", () => {
  test.each([1, 3, 4, 6, 20])("%i before further lines and the total, which comes to all of them", (count) => {
    expect(read(A, B, ...blanks(count), C, ["丁", 10, 1], ["合计", 210, 156])).toEqual({ rows: ["甲", "乙", "丙", "丁", "合计 total"], leftOut: null });
  });

  test.each([4, 10, 60])("%i before the total alone", (count) => {
    expect(read(A, B, ...blanks(count), ["合计", 150, 95])).toEqual({ rows: ["甲", "乙", "合计 total"], leftOut: null });
  });

  test("a total that comes to something else is the table's, too, unless it stands far below", () => {
    expect(read(A, B, ...blanks(5), ["合计", 250, 95])).toEqual({ rows: ["甲", "乙", "合计 total"], leftOut: null });
    expect(read(A, B, ...blanks(60), ["合计", 250, 95])).toEqual({ rows: ["甲", "乙"], leftOut: "65" });
  });

  test("a line that nothing was spent of, and prepared formulas that give nothing, are no other block", () => {
    expect(read(A, B, ...blanks(3), [null, null, null, 0], ...blanks(2), ["丙", 50, null], ["二、专项"], ["丁", 10, 1], ["合计", 210, 96])).toEqual({ rows: ["甲", "乙", "丙", "二、专项 group", "丁", "合计 total"], leftOut: null });
  });

  test("below a total above the lines, to which they come, only a person knows", () => {
    expect(read(["合计", 150, 95], A, B, ...blanks(4), C)).toEqual({ rows: ["合计 total", "甲", "乙"], leftOut: "10" });
    expect(read(["合计", 200, 155], A, B, ...blanks(4), C)).toEqual({ rows: ["合计 total", "甲", "乙", "丙"], leftOut: null });
  });
});

describe("sections below a note or a total", () => {
  const second: readonly Cells[] = [["二、项目支出"], C, ["小计", 50, 60]];

  test.each([["right below", []], ["below a blank line", [[]]]])("a note under 小计 and then the next section, %s", (_, gap: readonly Cells[]) => {
    expect(read(["一、基本支出"], A, ["小计", 100, 50], ["注：甲含离休费"], ...gap, ...second, ["合计", 150, 110])).toEqual({
      rows: ["一、基本支出 group", "甲", "小计 subtotal", "二、项目支出 group", "丙", "小计 subtotal", "合计 total"], leftOut: null,
    });
  });

  test("a first section closed by 合计, and 总计 that comes to both", () => {
    expect(read(["一、基本支出"], A, ["合计", 100, 50], [], ...second, ["总计", 150, 110])).toEqual({
      rows: ["一、基本支出 group", "甲", "合计 subtotal", "二、项目支出 group", "丙", "小计 subtotal", "总计 total"], leftOut: null,
    });
    expect(read(A, ["合计", 100, 50], [], B, ["合计", 50, 45], [], C, ["合计", 50, 60], [], ["总计", 200, 155]).leftOut).toBeNull();
  });

  test("a second section of which no total tells is said to be left out", () => {
    expect(read(A, ["合计", 100, 50], [], ["项目支出"], C, ["合计", 50, 60])).toEqual({ rows: ["甲", "合计 total"], leftOut: "7–8" });
    expect(read(A, B, ["合计", 150, 95], [], C)).toEqual({ rows: ["甲", "乙", "合计 total"], leftOut: "7" });
    expect(read(A, B, [], ["注：含上年结转"], C)).toEqual({ rows: ["甲", "乙"], leftOut: "7" });
  });

  test("the same money told once more by source is no section, and is said", () => {
    expect(read(A, B, ["合计", 150, 95], [], ["按资金来源："], ["中央", 60, 30], ["地方", 90, 65], ["合计", 150, 95])).toEqual({ rows: ["甲", "乙", "合计 total"], leftOut: "8–10" });
  });
});

describe("what else stands below tables is neither taken nor spoken of", () => {
  const total: Cells = ["合计", 150, 95];
  test.each<[string, readonly Cells[]]>([
    ["notes and signatures", [["注：1.甲含离休费50元"], ["单位负责人：张三", null, "填表人：李四"], ["2025年12月31日"]]],
    ["comparisons", [[], ["上年同期", 120, 90], ["增减额", 30, 5]]],
    ["one figure", [[], ["平均执行率", null, null, 0.63], ["剩余预算", 55]]],
    ["counts in words", [[], ["执行率超过80%的单位", "1个"], ["平均执行率", "63.33%"], ["其中：最低", 50]]],
    ["another block with a header that nothing knows", [[], ["来源", "渠道", "批次"], ["中央", 60, 30], ["地方", 90, 65]]],
    ["years over another block", [[], ["年度", 2024, 2025], ["人数", 60, 30]]],
    ["a check without a name", [[], [null, 150, 95]]],
    ["figures in other columns", [[], ["职工", null, null, 25]]],
  ])("%s", (_, rows) => {
    expect(read(A, B, total, ...rows)).toEqual({ rows: ["甲", "乙", "合计 total"], leftOut: null });
    if (rows[0]?.length === 0) expect(read(A, B, ...blanks(4), ...rows)).toEqual({ rows: ["甲", "乙"], leftOut: null });
  });
});
