/** Runs kept in the browser's storage, found by what they left in the workbook's record. */

import { createRunStore, type Run } from "../../src/commands/keptRuns";
import { EMPTY_LEDGER, NO_ROW, serialiseLedger, type Json, type WrittenColumn } from "../../src/workbook/ledger";
import { memoryStorage } from "../support/memory-storage";

/** What the workbook keeps after a run that filled so many rows. */
function record(rows: number, choices: Json = null): string | null {
  const column: WrittenColumn = { sheetId: "1", sheetName: "表", kind: "rate", header: "执行率", ownHeader: true, headerRow: 0, column: 4, fromTable: null, marks: NO_ROW.repeat(rows) };
  const text = serialiseLedger({ ...EMPTY_LEDGER, choices, written: rows === 0 ? [] : [column] });
  if (!text.ok) throw new Error(text.problem.code);
  return text.value;
}

let minute = 0;

function run(from: string | null, to: string | null, size = 0): Run {
  const at = new Date(2026, 0, 1, 0, minute++).toISOString();
  const text = { kind: "text", value: "字".repeat(size) } as const;
  const contents = { kind: "contents", sheetId: "1", range: { top: 0, left: 0, bottom: 0, right: 0 }, contents: [[text]], expected: [[text]] } as const;
  return { at, act: "compute", cells: 1, undo: from === to ? [contents] : [contents, { kind: "stored", expected: to, stored: from }] };
}

test("a workbook leads to all its runs, also if people decided something since; others lead to none", () => {
  const store = createRunStore(memoryStorage());
  const [first, second] = [run(record(0), record(1)), run(record(1), record(2))];
  expect([store.add(record(1), first), store.add(record(2), second)]).toEqual([true, true]);
  expect(store.load(record(2, { basis: "original" }))).toEqual({ runs: [first, second], isCut: false });
  expect(store.load(record(3))).toEqual({ runs: [], isCut: true });
  expect(store.load(null)).toEqual({ runs: [], isCut: false });
});

test("one that was closed without saving has the runs that led to what it is", () => {
  const store = createRunStore(memoryStorage());
  const [first, second] = [run(record(0), record(1)), run(record(1), record(2))];
  store.add(record(1), first);
  store.add(record(2), second);
  expect(store.load(record(1)).runs).toEqual([first]);
});

test("a run that only coloured is known beside the one before", () => {
  const store = createRunStore(memoryStorage());
  const [first, colours] = [run(record(0), record(1)), run(record(1), record(1))];
  store.add(record(1), first);
  store.add(record(1), colours);
  expect(store.load(record(1)).runs).toEqual([first, colours]);
  store.drop(record(1), colours);
  expect(store.load(record(1)).runs).toEqual([first]);
});

test("where rows were moved, and the record with them, the runs are still found, one after the other", () => {
  const store = createRunStore(memoryStorage());
  const [first, second] = [run(record(0), record(1)), run(record(1), record(2))];
  store.add(record(1), first);
  store.add(record(2), second);
  store.follow(record(2), record(3));
  store.follow(record(3), record(4));
  expect(store.load(record(4))).toEqual({ runs: [first, second], isCut: false });
  store.drop(record(4), second);
  expect(store.load(record(4))).toEqual({ runs: [first], isCut: false });
  store.follow(record(1), record(1));
  store.follow(null, record(1));
  expect(store.load(record(1))).toEqual({ runs: [first], isCut: false });
});

test("one that was taken back is gone, and those before it are found from whatever stayed", () => {
  const store = createRunStore(memoryStorage());
  const [first, second] = [run(record(0), record(1)), run(record(1), record(2))];
  store.add(record(1), first);
  store.add(record(2), second);
  store.drop(record(7), second);
  expect(store.load(record(7))).toEqual({ runs: [first], isCut: false });
  expect(store.load(record(2)).runs).toEqual([]);
});

test("figures that go back and forth end", () => {
  const store = createRunStore(memoryStorage());
  const runs = [run(record(0), record(1)), run(record(1), record(2)), run(record(2), record(1))];
  for (const [i, one] of runs.entries()) store.add(record(i === 1 ? 2 : 1), one);
  expect(store.load(record(1))).toEqual({ runs: [runs[1], runs[2]], isCut: true });
});

test("where there is no room the oldest go, which the next reading tells", () => {
  const store = createRunStore(memoryStorage(50_000));
  const runs = [1, 2, 3].map((rows) => run(record(rows - 1), record(rows), 10_000));
  runs.forEach((one, i) => expect(store.add(record(i + 1), one)).toBe(true));
  expect(store.load(record(3))).toEqual({ runs: runs.slice(1), isCut: true });
});

test("one that is too large alone is not kept, and none is left behind as if it were the latest", () => {
  const store = createRunStore(memoryStorage(50_000));
  expect(store.add(record(1), run(record(0), record(1), 40_000))).toBe(false);
  expect(store.load(record(1))).toEqual({ runs: [], isCut: true });
});

test("what another version or somebody else left there counts for nothing", () => {
  const storage = memoryStorage();
  const store = createRunStore(storage);
  store.add(record(1), run(record(0), record(1)));
  const key = storage.key(0) ?? "";
  for (const text of ["", "{", "null", `${new Date(0).toISOString()} {"runs":1}`]) {
    storage.setItem(key, text);
    expect(store.load(record(1))).toEqual({ runs: [], isCut: true });
  }
});
