/** Whose the cells of our columns are, whatever happened to the lines beside them: never a stale rate under our header without a word. */

import fc from "fast-check";
import type { PlannedColumn } from "../../src/pipeline/plan";
import { DEFAULT_SETTINGS } from "../../src/domain/checks/settings";
import { describePlace, findingWords } from "../../src/i18n/describe";
import { createTranslator } from "../../src/i18n/catalogs";
import { checkExecution } from "../../src/pipeline/check";
import { ownColumnsOf } from "../../src/pipeline/own-columns";
import { formatRange, type Place } from "../../src/workbook/address";
import type { CellValue, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { column, prepare, read, rearranged, reopened, run } from "../support/runs";
import { sheetOf, snapshotOf } from "../support/snapshots";

type Row = readonly [name: string, budget: number, spent: number];

const LINES: readonly Row[] = [["环卫经费", 100, 50], ["绿化经费", 200, 190], ["道路养护", 400, 100], ["社区服务", 500, 550], ["合计", 1200, 890]];

function book(rows: readonly Row[]): Snapshot {
  return snapshotOf(sheetOf("执行", [["截至2016年12月31日预算执行情况（单位：万元）"], ["项目名称", "年初预算", "支出数"], ...rows]));
}

/** What a fresh workbook with these lines gets, so that nobody's arithmetic but the pipeline's first run is trusted. */
async function freshly(rows: readonly Row[]): Promise<[CellValue[], CellValue[]]> {
  const port = createMemoryPort(book(rows));
  await run(port);
  return ours(port, rows.length);
}

function ours(port: MemoryPort, rows: number): [CellValue[], CellValue[]] {
  const numbers = Array.from({ length: rows }, (_, i) => i + 3);
  return [column(port, "执行", "D", ...numbers), column(port, "执行", "E", ...numbers)];
}

/** Columns A:C get other lines; D:E stay as they stand. */
function paste(port: MemoryPort, rows: readonly Row[], before: number): void {
  for (let i = 0; i < Math.max(rows.length, before); i++) {
    ["A", "B", "C"].forEach((letter, j) => port.type("执行", `${letter}${i + 3}`, rows[i]?.[j] ?? ""));
  }
}

function said(planned: PlannedColumn | undefined): unknown {
  return planned?.kept.map(({ place, stands, computed }) => [formatRange(place.range), ...[stands, computed].map((content) => (content.kind === "blank" ? "" : content.value))]);
}

const sortedBySpent = [...LINES.slice(0, 4)].sort((a, b) => b[2] - a[2]).concat(LINES.slice(4));

test.each<[string, readonly Row[]]>([
  ["a line renamed, and its amounts changed", LINES.map((row, i): Row => (i === 1 ? ["园林绿化", 200, 20] : row))],
  ["only columns A:C sorted", sortedBySpent],
  ["the figures of another month pasted", LINES.map(([name, budget, spent]): Row => [name, budget, spent / 2])],
  ["another list of lines pasted, in another order", [["消防经费", 80, 80], ["环卫经费", 100, 70], ["司法调解", 60, 3], ["绿化经费", 200, 199], ["合计", 440, 352]]],
  ["a longer list pasted", [...LINES.slice(0, 4).reverse(), ["消防经费", 80, 80], ["合计", 1280, 970]]],
  ["a shorter list pasted", [["消防经费", 80, 80], ["合计", 80, 80]]],
])("%s: our cells follow, all of them", async (_, rows) => {
  const port = createMemoryPort(book(LINES));
  await run(port);
  paste(port, rows, LINES.length);
  await run(port);
  const below = LINES.length - rows.length;
  expect(ours(port, Math.max(rows.length, LINES.length))).toEqual((await freshly(rows)).map((cells) => [...cells, ...Array<CellValue>(Math.max(0, below)).fill("")]));
  const { plan } = await prepare(port);
  expect([plan.edits, plan.tables.map(({ rate, status }) => [rate.isNew, said(rate), said(status)])]).toEqual([[], [[false, [], []]]]);
});

test("rows sorted with our cells, and one of the lines renamed", async () => {
  const port = createMemoryPort(book(LINES));
  await run(port);
  const sorted = await reopened(port, (sheet) => rearranged(sheet, [0, 1, 5, 2, 4, 3, 6]));
  sorted.type("执行", "A3", "社区综合服务");
  sorted.type("执行", "C3", 100);
  await run(sorted);
  expect(ours(sorted, 5)).toEqual(await freshly([["社区综合服务", 500, 100], LINES[0] as Row, LINES[2] as Row, LINES[1] as Row, LINES[4] as Row]));
});

test("rows inserted, lines renamed beside them, and figures pasted over the rest", async () => {
  const port = createMemoryPort(book(LINES));
  await run(port);
  const longer = await reopened(port, (sheet) => rearranged(sheet, [0, 1, 2, undefined, undefined, 3, 4, 5, 6]));
  const rows: readonly Row[] = [["环卫", 100, 60], ["消防", 10, 9], ["司法", 20, 4], ["绿化", 200, 20], ["道路", 400, 300], ["社区", 500, 5], ["合计", 1230, 398]];
  paste(longer, rows, rows.length);
  await run(longer);
  expect(ours(longer, 7)).toEqual(await freshly(rows));
});

test("what somebody typed into our cells stays and is said with what we compute, on the line where it was typed only", async () => {
  const port = createMemoryPort(book(LINES));
  await run(port);
  port.type("执行", "D4", 0.9);
  // A word that we wrote on another line, and the other way round: corrections all the same.
  port.type("执行", "E3", "正常");
  port.type("执行", "E4", "严重滞后");
  for (let times = 0; times < 2; times++) {
    const [table] = (await prepare(port)).plan.tables;
    expect([said(table?.rate), said(table?.status)]).toEqual([[["D4", 0.9, 0.95]], [["E3", "正常", "严重滞后"], ["E4", "严重滞后", "正常"]]]);
    await run(port);
  }
  expect([column(port, "执行", "D", 4), column(port, "执行", "E", 3, 4)]).toEqual([[0.9], ["正常", "严重滞后"]]);
});

/** As a list of findings shows it. */
async function told(port: MemoryPort): Promise<string[]> {
  const { snapshot, execution, plan } = await prepare(port);
  const { findings } = checkExecution(snapshot, execution, { settings: DEFAULT_SETTINGS, text: null, confirmed: [], ownColumns: ownColumnsOf(plan) });
  return findings.filter(({ rule }) => rule === "own-column").map((finding) => `${finding.severity} ${describePlace(finding.place as Place)} ${finding.expected ?? "-"} ${finding.actual ?? "-"} ${findingWords(createTranslator("zh-CN"), finding).what}`);
}

test("checks tell them with line, place and both values", async () => {
  const port = createMemoryPort(book([...LINES.slice(0, 3), ["机动经费", 0, 0], ...LINES.slice(4)]));
  await run(port);
  expect(await told(port)).toEqual([]);
  for (const [address, value] of [["D4", 0.9], ["E3", "已核实"], ["D6", 1]] as const) port.type("执行", address, value);
  expect(await told(port)).toEqual([
    "info 执行 E3 严重滞后 已核实 “环卫经费”的“状态”现在填的是 已核实，按表中金额算是 严重滞后。",
    "warning 执行 D4 95 90 “绿化经费”的“核算完成比例”现在填的是 90.00%，按表中金额算是 95.00%。",
    "warning 执行 D6 - 100 “机动经费”的“核算完成比例”现在填的是 100.00%，按表中金额这一行没有可填的。",
  ]);
});

test("columns of ours beside a table that cannot be computed any more are told, and left", async () => {
  const other = sheetOf("另一张", [["单位：万元"], ["项目名称", "年初预算", "支出数"], ["消防经费", 100, 40]]);
  const port = createMemoryPort({ ...book(LINES), sheets: [...book(LINES).sheets, other] });
  await run(port);
  port.type("执行", "B2", "备查");
  expect(await told(port)).toEqual([
    "warning 执行 D2:D7 - - “核算完成比例”这一列是以前写入的，现在没有对应的表格可以计算，没有更新。",
    "warning 执行 E2:E7 - - “状态”这一列是以前写入的，现在没有对应的表格可以计算，没有更新。",
  ]);
  await run(port);
  expect(column(port, "执行", "D", 2, 3)).toEqual(["核算完成比例", 0.5]);
  port.type("执行", "B2", "年初预算");
  expect([await told(port), (await prepare(port)).plan.tables.map(({ rate }) => rate.isNew)]).toEqual([[], [false, false]]);
});

test("a correction stays its author's where its rows are sorted, with a word that stood in that place before", async () => {
  const port = createMemoryPort(book(LINES));
  await run(port);
  const sorted = await reopened(port, (sheet) => rearranged(sheet, [0, 1, 3, 2, 5, 4, 6]));
  // 环卫经费, far behind, now stands where 绿化经费 stood, which was on track.
  sorted.type("执行", "E4", "正常");
  await run(sorted);
  expect([column(sorted, "执行", "E", 4), said((await prepare(sorted)).plan.tables[0]?.status)]).toEqual([["正常"], [["E4", "正常", "严重滞后"]]]);
});

test("beside a line that was cleared our cells are taken away", async () => {
  const port = createMemoryPort(book(LINES));
  await run(port);
  for (const letter of ["A", "B", "C"]) port.type("执行", `${letter}4`, "");
  await run(port);
  expect([port.value("执行", "D4"), port.value("执行", "E4"), port.value("执行", "D5")]).toEqual(["", "", 0.25]);
});

test("a copied sheet with another month's lines is that month's", async () => {
  const port = createMemoryPort(book(LINES));
  await run(port);
  const snapshot = await read(port);
  const [sheet] = snapshot.sheets as [SheetSnapshot];
  const copied = createMemoryPort({ ...snapshot, sheets: [sheet, { ...sheet, id: "copy", name: "七月" }] });
  for (const [address, value] of [["A3", "环境卫生"], ["C3", 90], ["C5", 30]] as const) copied.type("七月", address, value);
  await run(copied);
  const { plan } = await prepare(copied);
  expect([plan.edits, plan.tables.map(({ rate, status }) => [rate.isNew, said(rate), status.isNew, said(status)])]).toEqual([[], [[false, [], false, []], [false, [], false, []]]]);
  expect(column(copied, "七月", "D", 2, 3, 4, 5)).toEqual(["核算完成比例", 0.9, 0.95, 0.075]);
});

test("after any edits of lines and of our cells the second run leaves each cell computed, or kept and said", async () => {
  const name = fc.constantFrom("环卫经费", "绿化经费", "道路养护", "社区服务", "消防经费", "司法调解", "文体活动");
  const lines = fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 900 })), { minLength: 1, maxLength: 6, selector: ([key]) => key });
  const typed = fc.array(fc.record({ letter: fc.constantFrom("D", "E"), row: fc.integer({ min: 3, max: 8 }), value: fc.constantFrom<CellValue>("正常", "严重滞后", "已核实", 0.5, 0.123) }), { maxLength: 3 });
  await fc.assert(fc.asyncProperty(lines, lines, typed, async (before, after, cells) => {
    const port = createMemoryPort(book(before));
    await run(port);
    paste(port, after, before.length);
    for (const { letter, row, value } of cells) port.type("执行", `${letter}${row}`, value);
    await run(port);
    const fresh = await freshly(after);
    const [table] = (await prepare(port)).plan.tables;
    const kept = new Set([table?.rate, table?.status].flatMap((planned) => planned?.kept.map(({ place }) => formatRange(place.range)) ?? []));
    const now = ours(port, after.length);
    after.forEach((_, i) => ["D", "E"].forEach((letter, j) => {
      const address = `${letter}${i + 3}`;
      expect([address, kept.has(address) || now[j]?.[i] === fresh[j]?.[i]]).toEqual([address, true]);
    }));
  }), { numRuns: 60 });
});
