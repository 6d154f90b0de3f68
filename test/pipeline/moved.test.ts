/** Taking a run back after people inserted, deleted and sorted rows and columns. */

import fc from "fast-check";
import { relocated } from "../../src/pipeline/moved";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { formatRange } from "../../src/workbook/address";
import type { Edit } from "../../src/workbook/edits";
import { undoable } from "../../src/workbook/inverse";
import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { prepare, read, rearranged, reopened, run } from "../support/runs";
import { sheetOf, snapshotOf } from "../support/snapshots";

const LINES = [["环卫经费", 100, 50], ["绿化经费", 200, 190], ["道路养护", 400, 100], ["社区服务", 500, 550], ["消防经费", 300, 300], ["合计", 1500, 1190]] as const;

function written(): MemoryPort {
  return createMemoryPort(snapshotOf(sheetOf("执行", [["截至2016年12月31日预算执行情况（单位：万元）"], ["项目名称", "年初预算", "支出数"], ...LINES])));
}

/** Takes the run back as the pane does; what stayed, because somebody changed it. */
async function takeBack(port: MemoryPort, inverse: readonly Edit[]): Promise<string[]> {
  const now = await read(port);
  const moved = relocated(inverse, now, []);
  const contents = await port.readContents(moved.flatMap((edit) => (edit.kind === "contents" ? [edit] : [])));
  if (!contents.ok) throw new Error(contents.problem.code);
  const { edits, kept } = undoable(moved, { contents: contents.value, stored: now.stored, sheets: now.sheets });
  expect((await port.apply(edits)).ok).toBe(true);
  return kept.map(({ range }) => formatRange(range));
}

/** Row by row, without blank cells at the end: undoing makes the used range smaller. */
async function values(port: MemoryPort): Promise<CellValue[][]> {
  const [sheet] = (await read(port)).sheets;
  return (sheet?.values ?? []).map((row) => trimmed([...Array<CellValue>(sheet?.left ?? 0).fill(""), ...row]));
}

function trimmed(row: readonly CellValue[]): CellValue[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);
}

/** Blank columns inserted, and columns deleted, in a sheet that begins at A1. */
function withColumns(sheet: SheetSnapshot, order: readonly (number | undefined)[]): SheetSnapshot {
  const pick = <T>(rows: readonly (readonly T[])[], blank: T): T[][] => rows.map((row) => order.map((at) => (at === undefined ? blank : (row[at] ?? blank))));
  return { ...sheet, values: pick(sheet.values, ""), formulas: pick(sheet.formulas, ""), numberFormats: pick(sheet.numberFormats, "General") };
}

const WITHOUT = (row: readonly CellValue[]): CellValue[] => trimmed(row.slice(0, 3));

test.each<[string, readonly (number | undefined)[]]>([
  ["a row above the table", [undefined, 0, 1, 2, 3, 4, 5, 6, 7]],
  ["rows inserted in it", [0, 1, 2, undefined, 3, 4, undefined, undefined, 5, 6, 7]],
  ["a line deleted", [0, 1, 2, 3, 5, 6, 7]],
  ["lines deleted and inserted", [0, 1, 3, 4, undefined, 6, 7]],
  ["rows sorted", [0, 1, 5, 3, 2, 6, 4, 7]],
])("%s: all of the run goes, and nothing else", async (_, order) => {
  const first = written();
  const { inverse } = await run(first);
  const port = await reopened(first, (sheet) => rearranged(sheet, order));
  const before = await values(port);
  expect(await takeBack(port, inverse)).toEqual([]);
  expect(await values(port)).toEqual(before.map(WITHOUT));
  expect((await read(port)).stored).toBeNull();
});

test.each<[string, readonly (number | undefined)[]]>([
  ["a column inserted before the table", [undefined, 0, 1, 2, 3, 4]],
  ["a column inserted in front of ours", [0, 1, 2, undefined, 3, 4]],
  ["a column inserted between ours", [0, 1, 2, 3, undefined, 4]],
  ["one of ours deleted", [0, 1, 2, 4]],
])("%s: all of the run goes, and nothing else", async (_, order) => {
  const first = written();
  const { inverse } = await run(first);
  const port = await reopened(first, (sheet) => withColumns(sheet, order));
  const before = await values(port);
  expect(await takeBack(port, inverse)).toEqual([]);
  expect(await values(port)).toEqual(before.map((row) => trimmed(row.map((cell, j) => ((order[j] ?? 0) < 3 ? cell : "")))));
});

test.each<[string, (sheet: SheetSnapshot) => SheetSnapshot, number]>([
  ["the header row deleted", (sheet) => rearranged(sheet, [0, 2, 3, 4, 5, 6, 7]), 3],
  ["the header row deleted and a column inserted", (sheet) => withColumns(rearranged(sheet, [0, 2, 3, 4, 5, 6, 7]), [undefined, 0, 1, 2, 3, 4]), 4],
  ["the names deleted", (sheet) => withColumns(sheet, [1, 2, 3, 4]), 2],
  ["a column inserted behind the names", (sheet) => withColumns(sheet, [0, undefined, 1, 2, 3, 4]), 4],
  ["the amounts deleted", (sheet) => withColumns(sheet, [0, 3, 4]), 1],
])("%s, so that it is no table any more: all of the run goes, and nothing else", async (_, change, first) => {
  const before = written();
  const { inverse } = await run(before);
  const port = await reopened(before, change);
  const stood = await values(port);
  expect(await takeBack(port, inverse)).toEqual([]);
  expect(await values(port)).toEqual(stood.map((row) => trimmed(row.slice(0, first))));
});

test("headers typed over stay, and the cells below them go", async () => {
  const port = written();
  const { inverse } = await run(port);
  port.type("执行", "D2", "甲说");
  port.type("执行", "E2", "乙说");
  expect((await takeBack(port, inverse)).sort()).toEqual(["D2", "E2"]);
  expect(await values(port)).toEqual([["截至2016年12月31日预算执行情况（单位：万元）"], ["项目名称", "年初预算", "支出数", "甲说", "乙说"], ...LINES.map((row) => [...row])]);
});

test("formulas, which are all alike, go with their lines: so do the statuses beside them", async () => {
  const port = written();
  const { plan } = await prepare(port, "zh-CN", { ...DEFAULT_OPTIONS, rates: "formulas" });
  const applied = await port.apply(plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  const sorted = await reopened(port, (sheet) => {
    const moved = rearranged(sheet, [0, 1, 5, 3, 2, 6, 4, 7]);
    // As Excel sorts formulas that name cells of their own row.
    const formulas = moved.formulas.map((row, at) => row.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? cell.replace(/([BC])\d+/gu, `$1${at + 1}`) : cell)));
    return { ...moved, formulas };
  });
  const before = await values(sorted);
  expect(await takeBack(sorted, applied.value.inverse)).toEqual([]);
  expect(await values(sorted)).toEqual(before.map(WITHOUT));
});

test("what somebody wrote since stays, where it went", async () => {
  const first = written();
  const { inverse } = await run(first);
  first.type("执行", "E4", "已核实");
  const port = await reopened(first, (sheet) => rearranged(sheet, [undefined, 0, 1, undefined, 2, 3, 4, 5, 6, 7]));
  expect(await takeBack(port, inverse)).toEqual(["E6"]);
  expect([port.value("执行", "E6"), port.value("执行", "D6"), port.value("执行", "E7")]).toEqual(["已核实", "", ""]);
});

test("what a later run replaced comes back on its own line", async () => {
  const first = written();
  await run(first);
  first.type("执行", "C3", 100);
  const { inverse } = await run(first);
  const port = await reopened(first, (sheet) => rearranged(sheet, [0, 1, 4, 3, undefined, 2, 5, 6, 7]));
  expect(await takeBack(port, inverse)).toEqual([]);
  expect([port.value("执行", "A6"), port.value("执行", "D6"), port.value("执行", "E6"), port.value("执行", "D3")]).toEqual(["环卫经费", 0.5, "严重滞后", 0.25]);
});

test("any rows inserted, deleted and moved: nothing of ours is left, and nothing is said to have been changed", async () => {
  const orders = fc.shuffledSubarray([2, 3, 4, 5, 6], { minLength: 1 }).chain((lines) => fc.array(fc.nat(lines.length), { maxLength: 3 }).map((gaps) => {
    const order: (number | undefined)[] = [...lines];
    for (const gap of gaps) order.splice(gap, 0, undefined);
    return [0, 1, ...order, 7];
  }));
  await fc.assert(fc.asyncProperty(orders, async (order) => {
    const first = written();
    const { inverse } = await run(first);
    const port = await reopened(first, (sheet) => rearranged(sheet, order));
    const before = await values(port);
    expect(await takeBack(port, inverse)).toEqual([]);
    expect(await values(port)).toEqual(before.map(WITHOUT));
  }), { numRuns: 40 });
});
