/** Workbooks that have lost our record, as programs other than Excel leave them: which of the columns under our headers are used again. */

import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { column, prepare, read, run, writes } from "../support/runs";
import { sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { formatRange } from "../../src/workbook/address";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";

const HEADER = ["项目名称", "年初预算", "支出数"];

function lines(...rows: readonly (readonly CellValue[])[]): Snapshot {
  return snapshotOf(sheetOf("执行", [["截至2016年12月31日预算执行情况（单位：万元）"], HEADER, ...rows]));
}

const THREE = lines(["甲项目", 100, 50], ["乙项目", 200, 190], ["丙项目", 100, 120], ["合计", 400, 360]);

/** The workbook with what was written into it, without the record of it. */
async function forgotten(port: MemoryPort): Promise<MemoryPort> {
  return createMemoryPort({ ...(await read(port)), stored: null });
}

async function writtenTo(snapshot: Snapshot, type: readonly [string, CellValue][] = []): Promise<MemoryPort> {
  const port = createMemoryPort(snapshot);
  await run(port);
  for (const [address, value] of type) port.type("执行", address, value);
  return forgotten(port);
}

async function outcome(port: MemoryPort): Promise<unknown> {
  const { plan, problems } = await prepare(port);
  return { columns: plan.tables.map(({ rate, status }) => [formatRange(rate.place.range), rate.isNew, formatRange(status.place.range), status.isNew]), problems: problems.map(({ code, place }) => [code, place === undefined ? "" : formatRange(place.range)]) };
}

test("the sample: every column is used again, nothing is written but the record, and that is as it was", async () => {
  const port = createMemoryPort(sampleSnapshot());
  await run(port);
  const [before, lost] = [await read(port), await forgotten(port)];
  const { plan, problems } = await prepare(lost);
  expect([plan.edits.map(({ kind }) => kind), problems]).toEqual([["stored"], []]);
  await run(lost);
  expect((await read(lost)).stored).toBe(before.stored);
});

test("columns used again follow their amounts, and keep what people type into them, from then on", async () => {
  const port = await writtenTo(THREE);
  await run(port);
  port.type("执行", "C3", 100);
  port.type("执行", "E4", "已核实");
  expect(writes(await prepare(port))).toEqual(["D3 1", "E3 正常"]);
});

test.each<[string, [string, CellValue][], unknown]>([
  ["a rate that is another", [["D3", 0.51]], { columns: [["F3:F6", true, "E3:E6", false]], problems: [["columns-unknown", "D2:D6"]] }],
  ["a remark among the statuses", [["E4", "已核实"]], { columns: [["D3:D6", false, "F3:F6", true]], problems: [["columns-unknown", "E2:E6"]] }],
  ["both", [["D3", 0.51], ["E4", "已核实"]], { columns: [["F3:F6", true, "G3:G6", true]], problems: [["columns-unknown", "D2:E6"]] }],
  ["an amount that changed", [["C3", 100]], { columns: [["F3:F6", true, "G3:G6", true]], problems: [["columns-unknown", "D2:E6"]] }],
  ["emptied cells", [["D3", ""], ["E3", ""]], { columns: [["D3:D6", false, "E3:E6", false]], problems: [] }],
  ["nothing but headers", ["D", "E"].flatMap((letter) => [3, 4, 5, 6].map((row): [string, CellValue] => [`${letter}${row}`, ""])), { columns: [["D3:D6", false, "E3:E6", false]], problems: [] }],
  ["other headers", [["D2", "完成率"], ["E2", "情况"]], { columns: [["F3:F6", true, "G3:G6", true]], problems: [] }],
])("%s: what may be a person's stays, and is said", async (_, typed, expected) => {
  const port = await writtenTo(THREE, typed);
  expect(await outcome(port)).toEqual(expected);
  const before = (letter: string): CellValue[] => column(port, "执行", letter, 2, 3, 4, 5, 6);
  const stood = [before("D"), before("E")];
  await run(port);
  const now = [before("D"), before("E")];
  expect(now.map((cells, at) => cells.filter((cell, i) => stood[at]?.[i] !== "" && cell !== stood[at]?.[i]))).toEqual([[], []]);
  expect((await prepare(port)).plan.edits).toEqual([]);
});

test("a column 状态 of a person's own is neither used nor spoken of", async () => {
  const sheet = (...statuses: string[]): Snapshot => snapshotOf(sheetOf("执行", [["截至2016年12月31日（单位：万元）"], [...HEADER, "状态"], ["甲项目", 100, 95, statuses[0] ?? ""], ["乙项目", 200, 190, statuses[1] ?? ""], ["合计", 300, 285, ""]]));
  for (const snapshot of [sheet("已完工", "在建"), sheet("正常", "正常")]) {
    expect(await outcome(createMemoryPort(snapshot))).toEqual({ columns: [["E3:E5", true, "F3:F5", true]], problems: [] });
  }
});

describe("a table's own empty column of rates that was filled, with a column 状态 made beside it", () => {
  const OWN = [...HEADER, "执行率"];
  const table = (...rows: readonly (readonly CellValue[])[]): Snapshot => snapshotOf(sheetOf("执行", [["截至2016年12月31日（单位：万元）"], OWN, ...rows]));
  const FILLED = table(["甲项目", 100, 50, ""], ["乙项目", 200, 190, ""], ["丙项目", 100, 120, ""], ["合计", 400, 360, ""]);
  const ALIKE = table(["甲项目", 100, 95, ""], ["乙项目", 200, 190, ""], ["合计", 300, 285, ""]);
  const NUMBERED = snapshotOf(sheetOf("执行", [["截至2016年12月31日（单位：万元）"], OWN, ["栏次", "1", "2", "3=2/1"], ["甲项目", 100, 50, ""], ["乙项目", 200, 190, ""], ["合计", 300, 240, ""]]));
  const TWO = snapshotOf(sheetOf("执行", [["截至2016年12月31日（单位：万元）"], ["项目名称", "年初预算", "调整预算", "支出数", "完成年初预算%", "完成调整预算%"], ["甲项目", 100, 200, 50, "", ""], ["乙项目", 200, 400, 190, "", ""], ["合计", 300, 600, 240, "", ""]]));
  const STACKED = snapshotOf(sheetOf("执行", [["截至2016年12月31日（单位：万元）"], OWN, ["甲项目", 100, 50, ""], ["乙项目", 200, 190, ""], ["合计", 300, 240, ""], [], OWN, ["丙项目", 10, 1, ""], ["丁项目", 20, 19, ""], ["合计", 30, 20, ""]]));

  const CLOSE = snapshotOf(sheetOf("执行", [[...OWN, ...OWN], ["甲项目", 100, 40, "", "丙项目", 10, 5, ""], ["乙项目", 40, 20, "", "丁项目", 20, 5, ""]]));
  const BESIDE = snapshotOf(sheetOf("执行", [["部门", ...OWN.slice(1), "", ...OWN], ["甲", 100, 50, "", "", "丙", 10, 5, ""], ["乙", 200, 150, "", "", "丁", 40, 41, ""], ["合计", 300, 200, "", "", "合计", 50, 46, ""]]));

  test.each<[string, Snapshot, string[]]>([
    ["tables side by side that a column 状态 joins", BESIDE, ["D2:D4 E2:E4", "I2:I4 J2:J4"]],
    ["tables side by side without a gap", CLOSE, ["D2:D3 J2:J3", "H2:H3 I2:I3"]],
    ["statuses that differ", FILLED, ["D3:D6 E3:E6"]],
    ["statuses all alike", ALIKE, ["D3:D5 E3:E5"]],
    ["a row of column numbers", NUMBERED, ["D4:D6 E4:E6"]],
    ["two such columns", TWO, ["F3:F5 G3:G5"]],
    ["tables one under another", STACKED, ["D3:D5 E3:E5", "D8:D10 E8:E10"]],
  ])("%s: both are used again, and the record is as it was", async (_, snapshot, columns) => {
    const port = createMemoryPort(snapshot);
    await run(port);
    const [before, lost] = [await read(port), await forgotten(port)];
    const { plan, problems } = await prepare(lost);
    expect([plan.edits.map(({ kind }) => kind), problems]).toEqual([["stored"], []]);
    expect(plan.tables.map(({ rate, status }) => `${formatRange(rate.place.range)} ${formatRange(status.place.range)}`)).toEqual(columns);
    await run(lost);
    expect((await read(lost)).stored).toBe(before.stored);
  });

  test("cells of it that were emptied are filled again", async () => {
    const port = await writtenTo(FILLED, [["D4", ""]]);
    expect(writes(await prepare(port))).toEqual(["D4 0.95"]);
  });

  test.each<[string, Snapshot, [string, CellValue][], unknown[]]>([
    ["a rate that is another", FILLED, [["D3", 0.51]], ["F3:F6", true, "E3:E6", false]],
    ["a rate that is another, and statuses that tell nothing apart", ALIKE, [["D3", 0.951]], ["F3:F5", true, "G3:G5", true]],
    ["a rate as a person's formula", FILLED, [["D3", "=C3/B3"]], ["F3:F6", true, "E3:E6", false]],
    ["a remark among the statuses", FILLED, [["E4", "已核实"]], ["F3:F6", true, "G3:G6", true]],
    ["another header than ours above the statuses", FILLED, [["E2", "说明"]], ["F3:F6", true, "G3:G6", true]],
    ["no statuses at all", FILLED, ["E3", "E4", "E5", "E6"].map((at): [string, CellValue] => [at, ""]), ["F3:F6", true, "E3:E6", false]],
  ])("%s: what may be a person's stays", async (_, snapshot, typed, columns) => {
    const port = await writtenTo(snapshot, typed);
    expect(await outcome(port)).toMatchObject({ columns: [columns] });
  });

  test("what it was given is followed from then on", async () => {
    const port = await writtenTo(FILLED);
    await run(port);
    port.type("执行", "C3", 100);
    port.type("执行", "D4", 0.5);
    expect(writes(await prepare(port))).toEqual(["D3 1", "E3 正常"]);
  });
});

test("rates that are formulas are used again as such, whatever is asked for now", async () => {
  const formulas = { ...DEFAULT_OPTIONS, rates: "formulas" as const };
  const port = createMemoryPort(THREE);
  await port.apply((await prepare(port, "zh-CN", formulas)).plan.edits);
  const lost = await forgotten(port);
  expect((await prepare(lost, "zh-CN", formulas)).plan.edits.map(({ kind }) => kind)).toEqual(["stored"]);
  expect(writes(await prepare(lost))).toEqual(["D3 0.5", "D4 0.95", "D5 1.2", "D6 0.9"]);
});

test("a person's own formula under our header stays", async () => {
  const port = await writtenTo(THREE, [["D3", "=C3/B3"]]);
  expect(await outcome(port)).toMatchObject({ columns: [["F3:F6", true, "E3:E6", false]] });
});

test("tables side by side and one under another each find their own", async () => {
  const beside = snapshotOf(sheetOf("执行", [
    ["截至2016年12月31日（单位：万元）", "", "", "", "", "", ""],
    ["单位名称", ...HEADER.slice(1), "", ...HEADER],
    ["甲单位", 100, 60, "", "丙项目", 100, 95],
    ["乙单位", 200, 190, "", "丁项目", 100, 20],
    ["合计", 300, 250, "", "合计", 200, 115],
    [],
    HEADER,
    ["戊项目", 10, 5],
    ["己项目", 30, 30],
    ["合计", 40, 35],
  ]));
  const port = await writtenTo(beside);
  const { plan, problems } = await prepare(port);
  expect([plan.tables.map(({ rate, status }) => [rate.isNew, status.isNew]), plan.edits.map(({ kind }) => kind), problems]).toEqual([[[false, false], [false, false], [false, false]], ["stored"], []]);
});

test("without a record in another language's workbook nothing is taken for ours", async () => {
  const port = createMemoryPort(THREE);
  await run(port, "en-US");
  expect(await outcome(await forgotten(port))).toMatchObject({ columns: [["F3:F6", true, "G3:G6", true]] });
});

test("where a newer version keeps the record, nothing is looked for", async () => {
  const port = await writtenTo(THREE);
  const newer = createMemoryPort({ ...(await read(port)), stored: '<ledger xmlns="urn:budget-execution:ledger:1">{"schema":99}</ledger>' });
  expect((await prepare(newer)).problems.map(({ code }) => code)).toEqual(["stored-newer"]);
});
