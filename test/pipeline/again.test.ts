/** Writing again and again into a workbook that people keep working in. */

import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { formatRange } from "../../src/workbook/address";
import { undoable } from "../../src/workbook/inverse";
import { toXml } from "../../src/workbook/ledger";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { column, prepare, read, rearranged, reopened, run, writes } from "../support/runs";
import { sampleSnapshot } from "../support/sample";
import { sheetOf, snapshotOf } from "../support/snapshots";

/** Two lines and a total, in 万元, up to the end of 2016. */
function lines(...rows: readonly (readonly CellValue[])[]): Snapshot {
  return snapshotOf(sheetOf("执行", [["截至2016年12月31日预算执行情况（单位：万元）"], ["项目名称", "年初预算", "支出数"], ...rows]));
}

const TWO = lines(["甲项目", 100, 50], ["乙项目", 200, 190], ["合计", 300, 240]);

test("a second run changes nothing, on the whole sample", async () => {
  const port = createMemoryPort(sampleSnapshot());
  const before = port.everything();
  await run(port);
  expect(port.everything()).not.toEqual(before);
  expect((await prepare(port)).plan.edits).toEqual([]);
});

test("undo puts back every cell, look and width of the sample", async () => {
  const port = createMemoryPort(sampleSnapshot());
  const before = port.everything();
  const { inverse } = await run(port);
  await port.apply(inverse);
  expect(port.everything()).toEqual(before);
});

test("changed amounts change the same cells, and only those", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  port.type("执行", "C3", 100);
  const changed = await prepare(port);
  expect([writes(changed), changed.plan.edits.map(({ kind }) => kind)]).toEqual([["D3 1", "E3 正常"], ["contents", "contents", "stored"]]);
  await run(port);
  expect([column(port, "执行", "D", 2, 3, 4, 5), column(port, "执行", "F", 2, 3)]).toEqual([["核算完成比例", 1, 0.95, 0.8], ["", ""]]);
});

test("a cell that somebody changed stays, is said, and the others follow", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  port.type("执行", "E3", "已核实");
  port.type("执行", "C3", 20);
  port.type("执行", "C4", 100);
  const { plan } = await prepare(port);
  expect(plan.tables[0]?.status.kept.map(({ place }) => formatRange(place.range))).toEqual(["E3"]);
  await run(port);
  expect([column(port, "执行", "D", 3, 4), column(port, "执行", "E", 3, 4)]).toEqual([[0.2, 0.5], ["已核实", "严重滞后"]]);
  expect((await prepare(port)).plan.edits).toEqual([]);
});

test("a remark in our column, below a line without a rate, does not make the column another one", async () => {
  const port = createMemoryPort(lines(["甲项目", 100, 50], ["乙项目", 100, "待定"], ["丙项目", 100, 50], ["合计", "", ""]));
  await run(port);
  port.type("执行", "D5", "已核实");
  const { plan } = await prepare(port);
  expect([plan.edits, plan.tables.map(({ rate }) => [rate.isNew, rate.kept.map(({ place }) => formatRange(place.range))])]).toEqual([[{ kind: "stored", expected: expect.any(String) as string, stored: expect.any(String) as string }], [[false, ["D5"]]]]);
  await run(port);
  expect((await prepare(port)).plan.edits).toEqual([]);
});

test("two tables that change places keep their columns, though both have the same total", async () => {
  const header = ["项目名称", "年初预算", "支出数"];
  const port = createMemoryPort(snapshotOf(sheetOf("执行", [["单位：万元"], header, ["甲项目", 100, 50], ["合计", 100, 50], [], header, ["乙项目", 200, 100], ["合计", 200, 100]])));
  await run(port);
  const swapped = await reopened(port, (sheet) => rearranged(sheet, [0, 5, 6, 7, 4, 1, 2, 3]));
  expect((await prepare(swapped)).plan.tables.map(({ rate }) => [rate.isNew, rate.changes, rate.kept.length])).toEqual([[false, 0, 0], [false, 0, 0]]);
  swapped.type("执行", "C3", 20);
  expect(writes(await prepare(swapped))).toEqual(["D3 0.1"]);
});

test("a cell that somebody emptied is filled again", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  port.type("执行", "D3", "");
  expect(writes(await prepare(port))).toEqual(["D3 0.5"]);
});

test("undo leaves what others wrote since", async () => {
  const port = createMemoryPort(TWO);
  const { inverse } = await run(port);
  port.type("执行", "E3", "已核实");
  const places = inverse.flatMap((edit) => (edit.kind === "contents" ? [edit] : []));
  const now = await port.readContents(places);
  const { edits, kept } = undoable(inverse, { contents: now.ok ? now.value : [], stored: (await read(port)).stored });
  expect((await port.apply(edits)).ok).toBe(true);
  expect([kept.map(({ range }) => formatRange(range)), column(port, "执行", "D", 2, 3, 4, 5), column(port, "执行", "E", 2, 3, 4, 5)]).toEqual([["E3"], ["", "", "", ""], ["", "已核实", "", ""]]);
  expect((await read(port)).stored).toBeNull();
});

test.each<[string, readonly (number | undefined)[]]>([
  ["sorted the other way", [0, 1, 3, 2, 4]],
  ["with a row inserted above the table", [undefined, 0, 1, 2, 3, 4]],
  ["with a line deleted", [0, 1, 3, 4]],
])("a sheet %s: our columns are found again", async (_, order) => {
  const port = createMemoryPort(TWO);
  await run(port);
  const moved = await reopened(port, (sheet) => rearranged(sheet, order));
  const { plan } = await prepare(moved);
  expect(plan.tables.map(({ rate, status }) => [rate.isNew, rate.changes, rate.kept.length, status.isNew, status.changes, status.kept.length])).toEqual([[false, 0, 0, false, 0, 0]]);
  moved.type("执行", `C${order.indexOf(3) + 1}`, 50);
  expect(writes(await prepare(moved))).toContain(`D${order.indexOf(3) + 1} 0.25`);
});

test("a sheet renamed, or reopened where ids are new", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  const renamed = await reopened(port, (sheet) => ({ ...sheet, name: "2016年执行" }));
  const elsewhere = await reopened(port, (sheet) => ({ ...sheet, id: "1" }));
  for (const other of [renamed, elsewhere]) expect((await prepare(other)).plan.tables[0]).toMatchObject({ rate: { isNew: false, changes: 0 }, status: { isNew: false, changes: 0 } });
});

test("a new sheet under the old name of a renamed one is not taken for it", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  const snapshot = await read(port);
  const [sheet] = snapshot.sheets as [SheetSnapshot];
  const theirs = sheet.values.map((row, i) => row.map((cell, j) => (i === 2 && j === 3 ? 0.77 : cell)));
  const both = createMemoryPort({ ...snapshot, sheets: [{ ...sheet, name: "旧表" }, { ...sheet, id: "new", values: theirs, formulas: theirs }] });
  // The figure that is not ours is theirs, and said.
  expect((await prepare(both)).plan.tables.map(({ execution, rate }) => [execution.table.sheetName, rate.isNew, rate.kept.map(({ stands, computed }) => [stands, computed])])).toEqual([
    ["旧表", false, []], ["执行", false, [[{ kind: "number", value: 0.77 }, { kind: "number", value: 0.5 }]]],
  ]);
});

test("changes far apart are written apart, and near ones together", async () => {
  const rows = Array.from({ length: 200 }, (_, i) => [`项目${i}`, 100, 50]);
  const port = createMemoryPort(lines(...rows));
  await run(port);
  for (const row of [10, 12, 190]) port.type("执行", `C${row}`, 100);
  const { plan } = await prepare(port);
  const blocks = plan.edits.flatMap((edit) => (edit.kind === "contents" && edit.range.left === 3 ? [formatRange(edit.range)] : []));
  expect(blocks).toEqual(["D10:D12", "D190"]);
});

test("a copied sheet takes its columns along, as long as one of them holds mostly what we wrote", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  const snapshot = await read(port);
  const [sheet] = snapshot.sheets as [SheetSnapshot];
  const copy = (values: SheetSnapshot["values"]): MemoryPort => createMemoryPort({ ...snapshot, sheets: [sheet, { ...sheet, id: "copy", name: "执行 (2)", values, formulas: values }] });
  const isNew = async (copied: MemoryPort): Promise<unknown> => (await prepare(copied)).plan.tables.map(({ rate }) => rate.isNew);
  expect(await isNew(copy(sheet.values))).toEqual([false, false]);
  const theirs = (rows: readonly number[], columns: readonly number[]): SheetSnapshot["values"] => sheet.values.map((row, i) => row.map((cell, j) => (rows.includes(i) && columns.includes(j) ? 0.77 : cell)));
  expect(await isNew(copy(theirs([2], [3])))).toEqual([false, false]);
  expect(await isNew(copy(theirs([2, 3], [3])))).toEqual([false, false]);
  expect(await isNew(copy(theirs([2, 3], [3, 4])))).toEqual([false, true]);
});

test("columns that somebody deleted are written anew, and forgotten", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  const first = (await read(port)).stored;
  const without = await reopened(port, (sheet) => {
    const cut = <T>(rows: readonly (readonly T[])[]): T[][] => rows.map((row) => row.slice(0, 3));
    return { ...sheet, values: cut(sheet.values), formulas: cut(sheet.formulas), numberFormats: cut(sheet.numberFormats) };
  });
  await run(without);
  expect(column(without, "执行", "D", 2, 3)).toEqual(["核算完成比例", 0.5]);
  expect((await read(without)).stored).toBe(first);
});

test("a rate column of the table that we filled is filled again, and stays whose it is", async () => {
  const port = createMemoryPort(snapshotOf(sheetOf("执行", [["项目名称", "年初预算", "支出数", "预算完成比例"], ["甲项目", 100, 50, ""], ["乙项目", 200, 190, ""]])));
  await run(port);
  expect(column(port, "执行", "D", 1, 2, 3)).toEqual(["预算完成比例", 0.5, 0.95]);
  port.type("执行", "C2", 10);
  await run(port, "en-US");
  expect([column(port, "执行", "D", 1, 2, 3), column(port, "执行", "E", 1)]).toEqual([["预算完成比例", 0.1, 0.95], ["Status"]]);
});

test("in another language the same cells follow, headers too", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  await run(port, "en-US");
  expect([column(port, "执行", "D", 2, 3), column(port, "执行", "E", 2, 3), column(port, "执行", "F", 2)]).toEqual([["Execution rate (computed)", 0.5], ["Status", "Far behind"], [""]]);
  expect((await prepare(port, "en-US")).plan.edits).toEqual([]);
});

test("a header that somebody reworded makes the column theirs", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  port.type("执行", "D2", "执行率（已复核）");
  await run(port);
  expect([column(port, "执行", "D", 2, 3), column(port, "执行", "F", 2, 3)]).toEqual([["执行率（已复核）", 0.5], ["核算完成比例", 0.5]]);
});

test("lines of one name keep apart, in any order", async () => {
  const port = createMemoryPort(lines(["环境卫生", 100, 50], ["环境卫生", 200, 190]));
  await run(port);
  const sorted = await reopened(port, (sheet) => rearranged(sheet, [0, 1, 3, 2]));
  sorted.type("执行", "C4", 100);
  await run(sorted);
  expect(column(sorted, "执行", "D", 3, 4)).toEqual([0.95, 1]);
});

test("a damaged record: everything that stands there stays, beside what a person may have typed goes another column, and it is said", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  port.type("执行", "D3", 0.51);
  const snapshot = await read(port);
  const damaged = createMemoryPort({ ...snapshot, stored: "<ledger" });
  const prepared = await prepare(damaged);
  expect(prepared.problems.map(({ code }) => code)).toEqual(["stored-damaged", "columns-unknown"]);
  await run(damaged);
  expect([column(damaged, "执行", "D", 2, 3), column(damaged, "执行", "F", 2, 3)]).toEqual([["核算完成比例", 0.51], ["核算完成比例", 0.5]]);
});

test("a damaged record is rebuilt: the next run knows what the last one wrote, and undo brings the damaged one back", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  const damaged = createMemoryPort({ ...(await read(port)), stored: "<ledger" });
  const before = damaged.everything();
  const { inverse } = await run(damaged);
  const after = await prepare(damaged);
  expect([after.problems, after.plan.edits]).toEqual([[], []]);
  await damaged.apply(inverse);
  expect(damaged.everything()).toEqual(before);
});

test("a newer version's record: it is said once, nothing is written, and the record stays as it is", async () => {
  const port = createMemoryPort(TWO);
  await run(port);
  const newer = createMemoryPort({ ...(await read(port)), stored: toXml(JSON.stringify({ schema: 99, columns: [] })) });
  newer.type("执行", "C3", 100);
  const { problems, plan, execution } = await prepare(newer);
  expect([problems, plan.edits, plan.tables]).toEqual([[{ code: "stored-newer" }], [], []]);
  // What can be known is still shown.
  expect(execution.executions.map(({ rows }) => rows.map(({ rate }) => (rate.ok ? rate.percent.toFixed(2) : null)))).toEqual([["100.00", "95.00", "80.00"]]);
});

test("undo after a newer version has written leaves its record alone", async () => {
  const port = createMemoryPort(TWO);
  const { inverse } = await run(port);
  const { edits } = undoable(inverse, { contents: [], stored: toXml(JSON.stringify({ schema: 99 })) });
  expect(edits.filter(({ kind }) => kind === "stored")).toEqual([]);
});

test("what people chose is kept beside what we wrote", async () => {
  const port = createMemoryPort(TWO);
  const prepared = prepareWriting(await read(port), { ...DEFAULT_OPTIONS, basis: "original" }, sheetWords(createTranslator("zh-CN")));
  await port.apply(prepared.plan.edits);
  expect((await prepare(port)).plan.edits.map(({ kind }) => kind)).toEqual(["stored"]);
});
