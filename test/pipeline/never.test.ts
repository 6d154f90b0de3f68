/** What must hold on any sheet: nobody's cell is overwritten, a second run changes nothing, undo takes everything back. */

import fc from "fast-check";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import type { ExecutionRow } from "../../src/domain/execution/result";
import type { PlannedTable } from "../../src/pipeline/plan";
import { prepareWriting, type Prepared } from "../../src/pipeline/prepare";
import { createTranslator } from "../../src/i18n/catalogs";
import { sheetWords } from "../../src/i18n/sheet-words";
import { columnName } from "../../src/workbook/address";
import type { Receipt } from "../../src/workbook/port";
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

/** `names` gives the rows' names; a name may stand twice, or each once. */
const blockOf = (names: (rows: number) => fc.Arbitrary<readonly string[]>): fc.Arbitrary<Block> => fc.record({
  budget: fc.constantFrom(...HEADERS.budget),
  spent: fc.constantFrom(...HEADERS.spent),
  more: fc.subarray([HEADERS.rate[0], HEADERS.status[0], "备注"]),
  isFilled: fc.boolean(),
  rows: fc.array(fc.tuple(amount, amount, foreign), { minLength: 1, maxLength: 6 }).chain((rows) => names(rows.length).map((list) => rows.map((row, i) => [list[i] ?? "", ...row] as const))),
  total: fc.option(fc.tuple(amount, amount)),
}).map(({ budget, spent, more, isFilled, rows, total }) => ({
  header: ["项目名称", budget, spent, ...more],
  rows: [
    ...rows.map(([name, a, b, own]) => [name, a, b, ...more.map((): CellValue => (isFilled ? own : ""))]),
    ...(total === null ? [] : [["合计", ...total, ...more.map((): CellValue => "")]]),
  ],
}));

const NAMES = ["甲项目", "乙项目", "丙项目", "丁项目", "戊项目", "己项目"] as const;
const repeating = (rows: number): fc.Arbitrary<readonly string[]> => fc.array(fc.constantFrom(...NAMES.slice(0, 4)), { minLength: rows, maxLength: rows });
const distinct = (rows: number): fc.Arbitrary<readonly string[]> => fc.shuffledSubarray([...NAMES], { minLength: rows, maxLength: rows });

const SIZE = 24;

/** A sheet with one or two tables somewhere, and scattered cells of others. */
const workbookOf = (names: typeof repeating): fc.Arbitrary<Snapshot> => fc.record({
  blocks: fc.array(blockOf(names), { minLength: 1, maxLength: 2 }),
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

const workbook = workbookOf(repeating);

async function prepare(port: MemoryPort): Promise<Prepared> {
  const outcome = await port.read();
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return prepareWriting(outcome.value, DEFAULT_OPTIONS, WORDS);
}

function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

async function run(port: MemoryPort): Promise<Receipt> {
  const applied = await port.apply((await prepare(port)).plan.edits);
  if (!applied.ok) throw new Error(applied.problem.code);
  return applied.value;
}

test("the first run writes into blank cells only", async () => {
  let written = 0;
  await fc.assert(fc.asyncProperty(workbook, async (snapshot) => {
    const port = createMemoryPort(snapshot);
    for (const edit of (await prepare(port)).plan.edits) {
      if (edit.kind !== "contents") continue;
      for (let row = edit.range.top; row <= edit.range.bottom; row++) expect(port.value("表", addressOf(row, edit.range.left))).toBe("");
      written++;
    }
  }));
  // The sheets are such that something can be written into most of them.
  expect(written).toBeGreaterThan(100);
});

test("every table that was computed is written, and no two into the same cells, however they stand and whatever happened in between", async () => {
  await fc.assert(fc.asyncProperty(workbook, fc.boolean(), async (snapshot, isAgain) => {
    const port = createMemoryPort(snapshot);
    if (isAgain) await run(port);
    const { plan, execution } = await prepare(port);
    expect(plan.tables.map((table) => table.execution)).toEqual(execution.executions);
    const cells = plan.tables.flatMap(({ rate, status }) => [rate, status].flatMap(({ place: { range } }) =>
      Array.from({ length: range.bottom - range.top + 1 }, (_, i) => addressOf(range.top + i, range.left))));
    expect(cells.length).toBe(new Set(cells).size);
  }));
});

test("a second run changes nothing", async () => {
  await fc.assert(fc.asyncProperty(workbook, async (snapshot) => {
    const port = createMemoryPort(snapshot);
    await run(port);
    expect((await prepare(port)).plan.edits).toEqual([]);
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

const anywhere = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), foreign), { minLength: 1, maxLength: 6 });

test("whatever people type between two runs is still there after the second", async () => {
  await fc.assert(fc.asyncProperty(workbook, anywhere, async (snapshot, typed) => {
    const port = createMemoryPort(snapshot);
    await run(port);
    const cells = new Map(typed.map(([row, column, value]) => [addressOf(row, column), value]));
    for (const [address, value] of cells) port.type("表", address, value);
    await run(port);
    for (const [address, value] of cells) expect([address, port.value("表", address)]).toEqual([address, value]);
  }));
});

// Lines of one name share what we wrote for any of them, and may need a third run to settle.
test("after people changed amounts and left remarks in our cells, the second run writes all there is to write", async () => {
  const changes = fc.array(fc.record({ table: fc.nat(), row: fc.nat(), column: fc.nat(3), cents: fc.integer({ min: 0, max: 50_000 }), remark: foreign }), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(workbookOf(distinct), changes, async (snapshot, typed) => {
    const port = createMemoryPort(snapshot);
    const { tables } = (await prepare(port)).plan;
    await run(port);
    fc.pre(tables.length > 0);
    for (const change of typed) {
      const { execution, rate, status } = tables[change.table % tables.length] as PlannedTable;
      const columns = [execution.budgetFrom.columns[0], execution.expenditureFrom.columns[0], rate.place.range.left, status.place.range.left];
      const { row } = execution.rows[change.row % execution.rows.length] as ExecutionRow;
      port.type("表", addressOf(row, columns[change.column] as number), change.column < 2 ? change.cents / 100 : change.remark);
    }
    await run(port);
    expect((await prepare(port)).plan.edits).toEqual([]);
  }));
});
