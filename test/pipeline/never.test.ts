/** What must hold on any sheet: nobody's cell is overwritten, a second run changes nothing, undo takes everything back. */

import fc from "fast-check";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/translate";
import { sheetWords } from "../../src/i18n/sheet-words";
import { columnName } from "../../src/workbook/address";
import type { Edit } from "../../src/workbook/edits";
import type { CellValue, Snapshot } from "../../src/workbook/snapshot";
import { createMemoryPort, type MemoryPort } from "../support/memory-port";
import { sheetOf, snapshotOf } from "../support/snapshots";

const WORDS = sheetWords(createTranslator("zh-CN"));

/** Nothing of this is ever written by us. */
const foreign = fc.constantFrom<CellValue>("批注", "95%", 0.123456, -7, "见附件", "#DIV/0!", true);
const amount = fc.oneof(fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100), fc.constantFrom<CellValue>("", "1,234.50 ", "-", 0, "待定"));
const HEADERS = { budget: ["年初预算", "调整后预算", "项目预算"], spent: ["支出数", "截止2016年12月31日支出"], rate: ["预算完成比例", "执行率"], status: ["状态"] } as const;

interface Block {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

const block: fc.Arbitrary<Block> = fc.record({
  budget: fc.constantFrom(...HEADERS.budget),
  spent: fc.constantFrom(...HEADERS.spent),
  more: fc.subarray([HEADERS.rate[0], HEADERS.status[0], "备注"]),
  isFilled: fc.boolean(),
  rows: fc.array(fc.tuple(fc.constantFrom("甲项目", "乙项目", "丙项目", "丁项目"), amount, amount, foreign), { minLength: 1, maxLength: 6 }),
  total: fc.option(fc.tuple(amount, amount)),
}).map(({ budget, spent, more, isFilled, rows, total }) => ({
  header: ["项目名称", budget, spent, ...more],
  rows: [
    ...rows.map(([name, a, b, own]) => [name, a, b, ...more.map((): CellValue => (isFilled ? own : ""))]),
    ...(total === null ? [] : [["合计", ...total, ...more.map((): CellValue => "")]]),
  ],
}));

const SIZE = 24;

/** A sheet with one or two tables somewhere, and scattered cells of others. */
const workbook: fc.Arbitrary<Snapshot> = fc.record({
  blocks: fc.array(block, { minLength: 1, maxLength: 2 }),
  top: fc.integer({ min: 0, max: 2 }),
  left: fc.integer({ min: 0, max: 2 }),
  gap: fc.integer({ min: 1, max: 4 }),
  isBeside: fc.boolean(),
  scattered: fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), foreign), { maxLength: 4 }),
}).map(({ blocks, top, left, gap, isBeside, scattered }) => {
  const grid = Array.from({ length: SIZE }, () => Array<CellValue>(SIZE).fill(""));
  const put = (row: number, column: number, value: CellValue): void => {
    const line = grid[row];
    if (line !== undefined && column < SIZE && line[column] === "") line[column] = value;
  };
  let [row, column] = [top, left];
  for (const { header, rows } of blocks) {
    [header, ...rows].forEach((cells, i) => cells.forEach((cell, j) => put(row + i, column + j, cell)));
    if (isBeside) column += header.length + gap;
    else row += rows.length + 1 + gap;
  }
  for (const [r, c, value] of scattered) put(r, c, value);
  return snapshotOf(sheetOf("表", grid));
});

async function plan(port: MemoryPort): Promise<readonly Edit[]> {
  const outcome = await port.read({ merges: true });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return prepareWriting(outcome.value, DEFAULT_OPTIONS, WORDS).plan.edits;
}

async function run(port: MemoryPort) {
  const applied = await port.apply(await plan(port));
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

test("the first run writes into blank cells only", async () => {
  let written = 0;
  await fc.assert(fc.asyncProperty(workbook, async (snapshot) => {
    const port = createMemoryPort(snapshot);
    for (const edit of await plan(port)) {
      if (edit.kind !== "contents") continue;
      for (let row = edit.range.top; row <= edit.range.bottom; row++) expect(port.value("表", `${columnName(edit.range.left)}${row + 1}`)).toBe("");
      written++;
    }
  }));
  // The sheets are such that something can be written into most of them.
  expect(written).toBeGreaterThan(100);
});

test("a second run changes nothing", async () => {
  await fc.assert(fc.asyncProperty(workbook, async (snapshot) => {
    const port = createMemoryPort(snapshot);
    await run(port);
    expect(await plan(port)).toEqual([]);
  }));
});

test("undo takes everything back", async () => {
  await fc.assert(fc.asyncProperty(workbook, async (snapshot) => {
    const port = createMemoryPort(snapshot);
    const before = port.everything();
    const { inverse } = await run(port);
    expect((await port.apply(inverse)).ok).toBe(true);
    expect(port.everything()).toEqual(before);
  }));
});

test("whatever people type between two runs is still there after the second, and a third changes nothing", async () => {
  const typing = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), foreign), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(workbook, typing, async (snapshot, typed) => {
    const port = createMemoryPort(snapshot);
    await run(port);
    const cells = new Map(typed.map(([row, column, value]) => [`${columnName(column)}${row + 1}`, value]));
    for (const [address, value] of cells) port.type("表", address, value);
    await run(port);
    for (const [address, value] of cells) expect([address, port.value("表", address)]).toEqual([address, value]);
    expect(await plan(port)).toEqual([]);
  }));
});
