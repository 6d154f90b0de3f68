import { coverages, mainTotal } from "../../../src/domain/execution/totals";
import type { RowKind, TableRow } from "../../../src/domain/table";

const KINDS: Readonly<Record<string, RowKind>> = { b: "body", g: "group", s: "subtotal", t: "total", o: "of-which" };

/** One letter a row; rows count from 0. */
function rowsOf(pattern: string): TableRow[] {
  return [...pattern].map((letter, row) => ({ row, kind: KINDS[letter] ?? "body", code: "", name: "" }));
}

/** "at: from-to (rows)". */
function covered(pattern: string): string[] {
  return coverages(rowsOf(pattern)).map(({ at, from, to, rows }) => `${at}: ${from}-${to} (${rows})`);
}

test.each([
  ["a total below its rows", "bbbt", ["3: 0-2 (3)"]],
  ["a total above its rows", "tbbb", ["0: 1-3 (3)"]],
  ["two sections, each with its total", "bbtbbt", ["2: 0-1 (2)", "5: 3-4 (2)"]],
  ["two sections and a grand total", "bbtbbtt", ["2: 0-1 (2)", "5: 3-4 (2)", "6: 0-5 (4)"]],
  ["a total over subtotals counts the rows, not the subtotals", "bbsbst", ["5: 0-4 (3)", "2: 0-1 (2)", "4: 3-3 (1)"]],
  ["subtotals above their rows", "tsbbsb", ["0: 1-5 (3)", "1: 2-3 (2)", "4: 5-5 (1)"]],
  ["subtotals within groups", "gbbsgbst", ["7: 0-6 (3)", "3: 1-2 (2)", "6: 5-5 (1)"]],
  ["a subtotal of subtotals covers nothing of its own", "bsbsst", ["5: 0-4 (2)", "1: 0-0 (1)", "3: 2-2 (1)"]],
  ["of-which rows are counted already", "bobt", ["3: 0-2 (2)"]],
  ["no rows, no total", "t", []],
])("%s", (_, pattern, expected) => {
  expect(covered(pattern)).toEqual(expected);
});

test("a subtotal whose first part is told has no lines before it", () => {
  const rows = rowsOf("bbsbbbst").map((row, i): TableRow => (i === 6 ? { ...row, since: 4 } : row));
  expect(coverages(rows).map(({ at, from, to, rows: count }) => `${at}: ${from}-${to} (${count})`)).toEqual(["7: 0-6 (5)", "2: 0-1 (2)", "6: 4-5 (2)"]);
});

test.each([
  ["the only one", "bbt", 2],
  ["the grand total", "bbtbbtt", 6],
  ["the section with most rows", "bbbtbt", 3],
  ["the last of equals", "btbt", 3],
  ["the first row", "tbb", 0],
  ["none", "bb", null],
  ["of a table without rows", "t", 0],
])("the table's total: %s", (_, pattern, expected) => {
  const rows = rowsOf(pattern);
  expect(mainTotal(rows, coverages(rows))).toBe(expected);
});
