/** Tables side by side on one sheet: each gets its own columns, and says whose they are. */

import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting, type Prepared } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { formatRange } from "../../src/workbook/address";
import { readLedger, toXml, type Json } from "../../src/workbook/ledger";
import type { Receipt } from "../../src/workbook/port";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { sheetOf, snapshotOf } from "../support/snapshots";

const ZH = sheetWords(createTranslator("zh-CN"));

const HEADERS = [["单位名称", "年初预算", "支出数"], ["项目名称", "年初预算", "支出数"]] as const;
const LEFT = [["甲单位", 100, 60], ["乙单位", 200, 190], ["合计", 300, 250]] as const;
const RIGHT = [["丙项目", 100, 95], ["丁项目", 100, 20], ["合计", 200, 115]] as const;

/** Two tables with one column between them. */
function beside(headers: readonly (readonly CellValue[])[] = HEADERS, title: readonly (CellValue | null)[] = ["截至2016年12月31日（单位：万元）"]): Snapshot {
  const [left = [], right = []] = headers;
  return snapshotOf(sheetOf("执行", [title, [...left, null, ...right], ...LEFT.map((row, i) => [...row, null, ...(RIGHT[i] ?? [])])]));
}

async function read(port: MemoryPort): Promise<Snapshot> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

async function prepare(port: MemoryPort): Promise<Prepared> {
  return prepareWriting(await read(port), DEFAULT_OPTIONS, ZH);
}

async function run(port: MemoryPort): Promise<Receipt> {
  const applied = await port.apply((await prepare(port)).plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

function grid(port: MemoryPort, letters: string, rows: readonly number[]): CellValue[][] {
  return rows.map((row) => [...letters].map((letter) => port.value("执行", `${letter}${row}`)));
}

/** Where rates and statuses of each table are, and what would change: "A2:C5 H3:H5 I3:I5 0 0". */
function targets({ plan }: Prepared): string[] {
  return plan.tables.map(({ execution, rate, status }) => [formatRange(execution.table.range), formatRange(rate.place.range), formatRange(status.place.range), rate.changes, status.changes].join(" "));
}

/** A column is inserted before this one, as Excel does it. */
function withColumnBefore(sheet: SheetSnapshot, at: number): SheetSnapshot {
  const insert = <T>(rows: readonly (readonly T[])[], blank: T): T[][] => rows.map((row) => [...row.slice(0, at), blank, ...row.slice(at)]);
  return { ...sheet, values: insert(sheet.values, ""), formulas: insert(sheet.formulas, ""), numberFormats: insert(sheet.numberFormats, "General") };
}

async function reopened(port: MemoryPort, change: (sheet: SheetSnapshot) => SheetSnapshot): Promise<MemoryPort> {
  const snapshot = await read(port);
  return createMemoryPort({ ...snapshot, sheets: snapshot.sheets.map(change) });
}

test("both are written right of them, each table's own beside it where that can be; headers of those further away name their table", async () => {
  const port = createMemoryPort(beside());
  await run(port);
  expect(grid(port, "DHIJKL", [2, 3, 4, 5])).toEqual([
    ["", "核算完成比例", "状态", "核算完成比例（单位名称）", "状态（单位名称）", ""],
    ["", 0.95, "正常", 0.6, "严重滞后", ""],
    ["", 0.2, "严重滞后", 0.95, "正常", ""],
    ["", 0.575, "严重滞后", 0.8333, "滞后", ""],
  ]);
});

test("a second run changes nothing, changed amounts change their own table's cells, and undo takes all of it back", async () => {
  const port = createMemoryPort(beside());
  const before = port.everything();
  const { inverse } = await run(port);
  expect((await prepare(port)).plan.edits).toEqual([]);
  port.type("执行", "C3", 100);
  port.type("执行", "G4", 95);
  await run(port);
  expect(grid(port, "HIJK", [3, 4])).toEqual([[0.95, "正常", 1, "正常"], [0.95, "正常", 0.95, "正常"]]);
  expect((await prepare(port)).plan.edits).toEqual([]);

  const fresh = createMemoryPort(beside());
  await run(fresh);
  expect((await fresh.apply(inverse)).ok).toBe(true);
  expect(fresh.everything()).toEqual(before);
});

test.each<[string, number, string[]]>([
  ["before both", 0, ["B2:D5 K3:K5 L3:L5 0 0", "F2:H5 I3:I5 J3:J5 0 0"]],
  ["between them", 3, ["A2:C5 K3:K5 L3:L5 0 0", "F2:H5 I3:I5 J3:J5 0 0"]],
  ["between the right one and what was written", 7, ["A2:C5 K3:K5 L3:L5 0 0", "E2:G5 I3:I5 J3:J5 0 0"]],
])("a column inserted %s: each table keeps its own", async (_, at, expected) => {
  const port = createMemoryPort(beside());
  await run(port);
  const moved = await reopened(port, (sheet) => withColumnBefore(sheet, at));
  expect(targets(await prepare(moved))).toEqual(expected);
});

test("with the same lines and figures on both sides each keeps its own columns too", async () => {
  const same = snapshotOf(sheetOf("执行", [["截至2016年12月31日（单位：万元）"], [...HEADERS[1], null, ...HEADERS[1]], ...LEFT.map((row) => [...row, null, ...row])]));
  const port = createMemoryPort(same);
  await run(port);
  expect(grid(port, "HIJK", [2])).toEqual([["核算完成比例", "状态", "核算完成比例（A–C列）", "状态（A–C列）"]]);
  port.type("执行", "C3", 100);
  await run(port);
  expect(grid(port, "HJ", [3])).toEqual([[0.6, 1]]);
});

test("tables that each have a title are named by it; a title over both names none", async () => {
  const titled = createMemoryPort(beside([HEADERS[1], HEADERS[1]], ["2015年执行（单位：万元）", null, null, null, "2016年执行（单位：万元）"]));
  await run(titled);
  expect(grid(titled, "HJ", [2])).toEqual([["核算完成比例", "核算完成比例（2015年执行）"]]);
  const numbered = createMemoryPort(beside([HEADERS[1], HEADERS[1]], ["预算执行（一）", null, null, null, "预算执行（二）"]));
  await run(numbered);
  expect(grid(numbered, "HJ", [2])).toEqual([["核算完成比例", "核算完成比例（预算执行（一））"]]);
  const common = createMemoryPort(beside(HEADERS, ["2016年收支执行"]));
  await run(common);
  expect(grid(common, "HJ", [2])).toEqual([["核算完成比例", "核算完成比例（单位名称）"]]);
});

test("a column of its own that is empty is filled; only what stands apart names the table", async () => {
  const port = createMemoryPort(snapshotOf(sheetOf("执行", [
    ["截至2016年12月31日（单位：万元）"], ["单位名称", "年初预算", "支出数", "执行率", null, ...HEADERS[1]], ...LEFT.map((row, i) => [...row, null, null, ...(RIGHT[i] ?? [])]),
  ])));
  await run(port);
  // The one free column between the tables takes the left one's status.
  expect(grid(port, "DEIJ", [2, 3])).toEqual([["执行率", "状态", "核算完成比例", "状态"], [0.6, "严重滞后", 0.95, "正常"]]);
  expect((await prepare(port)).plan.edits).toEqual([]);
});

test("a record that does not say how far: its columns stay with the table they stand beside, and the other goes on", async () => {
  const alone = createMemoryPort(snapshotOf(sheetOf("执行", [["截至2016年12月31日（单位：万元）"], [null, null, null, null, ...HEADERS[1]], ...RIGHT.map((row) => [null, null, null, null, ...row])])));
  await run(alone);
  const { stored, sheets } = await read(alone);
  const ledger = readLedger(stored);
  const written = ledger.ok ? ledger.value.written.map((column): Json => ({ ...column, fromTable: null })) : [];
  const filled = createMemoryPort({ ...snapshotOf(...sheets), stored: toXml(JSON.stringify({ schema: 4, written, choices: null })) });
  HEADERS[0].forEach((cell, i) => filled.type("执行", `${"ABC"[i]}2`, cell));
  LEFT.forEach((row, i) => row.forEach((cell, j) => filled.type("执行", `${"ABC"[j]}${i + 3}`, cell)));
  await run(filled);
  expect(grid(filled, "HIJK", [2, 3])).toEqual([["核算完成比例", "状态", "核算完成比例（单位名称）", "状态（单位名称）"], [0.95, "正常", 0.6, "严重滞后"]]);
  expect((await prepare(filled)).plan.edits).toEqual([]);
});
