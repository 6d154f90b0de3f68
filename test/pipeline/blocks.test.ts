/** Blocks of budget and spending side by side in one table: each has its own rates and statuses, whichever is computed after which. */

import { DEFAULT_OPTIONS, type ComputeOptions } from "../../src/pipeline/compute";
import type { CellValue } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { column, run } from "../support/runs";
import { rangeOf, sheetOf, snapshotOf } from "../support/snapshots";

const compute = async (port: MemoryPort, choices: Partial<ComputeOptions>): Promise<number> => (await run(port, "zh-CN", { ...DEFAULT_OPTIONS, ...choices })).cellsWritten;

/** Columns of 甲 and 乙 in rows 5 and 6, with the header above. */
function selecting(sheet: string): (budget: string, expenditure: string) => Partial<ComputeOptions> {
  const side = (letter: string) => ({ sheetId: `{${sheet}}`, range: rangeOf(`${letter}5:${letter}6`) });
  return (budget, expenditure) => ({ ranges: { budget: side(budget), expenditure: side(expenditure) } });
}

function standing(port: MemoryPort, sheet: string, ...letters: readonly string[]): readonly (readonly CellValue[])[] {
  return letters.map((letter) => column(port, sheet, letter, 4, 5, 6));
}

test("of blocks side by side each keeps its own rates and statuses, whichever is computed after which, selected or said column by column", async () => {
  const blocks = snapshotOf(sheetOf("三块", [["2024年经费执行情况"], ["单位：元"], ["项目", "合计", "", "", "财政拨款", "", "", "其他资金", "", ""], ["", "预算", "支出", "执行率", "预算", "支出", "执行率", "预算", "支出", "执行率"], ["甲", 300, 252, "", 100, 51, "", 200, 201, ""], ["乙", 700, 518, "", 300, 302, "", 400, 216, ""]], { merges: ["A3:A4", "B3:D3", "E3:G3", "H3:J3"] }));
  const rates = [["执行率", 0.84, 0.74], ["执行率", 0.51, 1.0067], ["执行率", 1.005, 0.54]];
  const selected = selecting("三块");
  const said = (budget: number, expenditure: number) => ({ overrides: [{ tableId: "{三块}!A3", columns: { [budget]: "original-budget" as const, [expenditure]: "expenditure" as const } }] });
  for (const [second, third] of [[selected("E", "F"), selected("H", "I")], [said(4, 5), said(7, 8)]] as const) {
    const port = createMemoryPort(blocks);
    for (const choices of [{}, second, third]) await compute(port, choices);
    expect(standing(port, "三块", "D", "G", "J")).toEqual(rates);
    expect(standing(port, "三块", "K", "L", "M")).toEqual([["状态", "未超预算", "未超预算"], ["状态（财政拨款 支出）", "未超预算", "超支 2.00元"], ["状态（其他资金 支出）", "超支 1.00元", "未超预算"]]);
    // Whichever is computed again finds its own.
    expect(await compute(port, third)).toBe(0);
    expect(await compute(port, second)).toBe(0);
    await compute(port, {});
    expect(standing(port, "三块", "K")[0]).toEqual(["状态（合计 支出）", "未超预算", "未超预算"]);
    expect(standing(port, "三块", "D", "G", "J")).toEqual(rates);
  }
});

test("a block without a column for rates does not take that of another one, though it is the only one; nor leaves its own one empty", async () => {
  const last = snapshotOf(sheetOf("两年", [["2024年经费执行情况"], ["单位：元"], ["项目", "2023年", "", "2024年", "", ""], ["", "预算", "支出", "预算", "支出", "执行率"], ["甲", 100, 95, 80, 20, ""], ["乙", 50, 60, 40, 10, ""]], { merges: ["A3:A4", "B3:C3", "D3:F3"] }));
  const later = createMemoryPort(last);
  const before = [["执行率", 0.25, 0.25], ["状态", "未超预算", "未超预算"]];
  await compute(later, {});
  expect(standing(later, "两年", "F", "G")).toEqual(before);
  await compute(later, selecting("两年")("B", "C"));
  expect(standing(later, "两年", "F", "G", "H", "I")).toEqual([...before, ["核算完成比例（2023年 支出）", 0.95, 1.2], ["状态（2023年 支出）", "未超预算", "超支 10.00元"]]);
  expect(await compute(later, selecting("两年")("B", "C"))).toBe(0);

  const first = snapshotOf(sheetOf("两类", [["2024年经费执行情况"], ["单位：元"], ["项目", "基本支出", "", "", "项目支出", ""], ["", "预算", "支出", "执行率", "预算", "支出"], ["甲", 100, 95, "", 80, 20], ["乙", 50, 60, "", 40, 10]], { merges: ["A3:A4", "B3:D3", "E3:F3"] }));
  const basic = createMemoryPort(first);
  await compute(basic, {});
  const both = standing(basic, "两类", "G", "H");
  expect(both).toEqual([["核算完成比例", 0.6389, 0.7778], ["状态", "未超预算", "未超预算"]]);
  await compute(basic, selecting("两类")("B", "C"));
  expect(standing(basic, "两类", "D", "G", "H", "I")).toEqual([["执行率", 0.95, 1.2], ...both, ["状态（基本支出 支出）", "未超预算", "超支 10.00元"]]);
  expect(standing(basic, "两类", "D")).toEqual([["执行率", 0.95, 1.2]]);
});

test("where no block has a column for rates ours are computed anew for each, and say for which", async () => {
  const port = createMemoryPort(snapshotOf(sheetOf("两块", [["2024年经费执行情况"], ["单位：元"], ["项目", "财政拨款", "", "自有资金", ""], ["", "预算", "支出", "预算", "支出"], ["甲", 100, 95, 80, 20], ["乙", 50, 60, 40, 10]], { merges: ["A3:A4", "B3:C3", "D3:E3"] })));
  const select = selecting("两块");
  await compute(port, select("B", "C"));
  const fiscal = standing(port, "两块", "F", "G");
  await compute(port, select("D", "E"));
  const own = standing(port, "两块", "F", "G");
  expect(fiscal.map(([, ...cells]) => cells)).toEqual([[0.95, 1.2], ["未超预算", "超支 10.00元"]]);
  expect(own.map(([, ...cells]) => cells)).toEqual([[0.25, 0.25], ["未超预算", "未超预算"]]);
  expect(fiscal[0]?.[0]).not.toEqual(own[0]?.[0]);
  await compute(port, select("B", "C"));
  expect(standing(port, "两块", "F", "G")).toEqual(fiscal);
});

test("under one row of headers the rates of a block are those that stand behind its two columns", async () => {
  const port = createMemoryPort(snapshotOf(sheetOf("两金", [["2024年社区资金执行"], [""], ["单位：元"], ["社区", "公益金预算", "公益金支出", "公益金执行率", "党群经费预算", "党群经费支出", "党群经费执行率"], ["甲", 100, 95, "", 80, 20, ""], ["乙", 50, 60, "", 40, 10, ""]])));
  await compute(port, {});
  await compute(port, selecting("两金")("E", "F"));
  expect(standing(port, "两金", "D", "G", "H", "I")).toEqual([["公益金执行率", 0.95, 1.2], ["党群经费执行率", 0.25, 0.25], ["状态", "未超预算", "超支 10.00元"], ["状态（党群经费支出）", "未超预算", "未超预算"]]);
});

test("the one column for rates of the whole is not filled with those of a part", async () => {
  const parts = createMemoryPort(snapshotOf(sheetOf("分项", [["2024年决算"], ["单位：元"], ["项目", "预算数", "", "", "支出数", "", "", "执行率"], ["", "小计", "基本支出", "项目支出", "小计", "基本支出", "项目支出", ""], ["甲", 180, 100, 80, 115, 95, 20, ""], ["乙", 90, 50, 40, 70, 60, 10, ""]], { merges: ["A3:A4", "B3:D3", "E3:G3", "H3:H4"] })));
  await compute(parts, {});
  expect(standing(parts, "分项", "H")[0]?.slice(1)).toEqual([0.6389, 0.7778]);
  await compute(parts, selecting("分项")("C", "F"));
  expect(standing(parts, "分项", "H", "J").map(([, ...cells]) => cells)).toEqual([[0.6389, 0.7778], [0.95, 1.2]]);

  const quarters = createMemoryPort(snapshotOf(sheetOf("四季", [["2024年执行"], ["单位：元"], ["项目", "一季度", "", "二季度", "", "全年执行率"], ["", "预算", "支出", "预算", "支出", ""], ["甲", 100, 95, 80, 20, ""], ["乙", 50, 60, 40, 10, ""]], { merges: ["A3:A4", "B3:C3", "D3:E3", "F3:F4"] })));
  await compute(quarters, selecting("四季")("B", "C"));
  expect(standing(quarters, "四季", "F", "G").map(([, ...cells]) => cells)).toEqual([["", ""], [0.95, 1.2]]);
});
