/** Rows left out, or called subtotals, by a person: which ones they are once lines were inserted, sorted, renamed, or the next month came. */

import fc from "fast-check";
import type { TableOverride } from "../../../src/domain/recognise/override";
import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { headersOf } from "../../../src/domain/recognise/reuse";
import { withNamedLines } from "../../../src/domain/recognise/table/named-rows";
import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";

type Row = readonly CellValue[];
const HEADER: Row = ["序号", "项目", "预算数（万元）", "支出数（万元）"];
const LINES: readonly Row[] = [[1, "物业费", 10, 5], [2, "不列入行", 999, 999], [3, "保安费", 20, 5], [4, "往来款", 7, 7], ["", "合计", 30, 10]];

function tablesOf(month: string, lines: readonly Row[], overrides: readonly TableOverride[]) {
  return recogniseTables(snapshotOf(sheetOf(month, [HEADER, ...lines])), overrides);
}

const namesOf = (lines: readonly Row[], overrides: readonly TableOverride[], month = "9月"): readonly string[] => tablesOf(month, lines, overrides)[0]?.rows.map(({ name }) => name) ?? [];
const valueAt = (row: number, column: number): CellValue => [HEADER, ...LINES][row]?.[column] ?? "";
const headers = headersOf(tablesOf("9月", LINES, [])[0] ?? { columns: [] });
/** Rows of the sheet 3 and 5, left out in September. */
const decided = withNamedLines({ tableId: "{9月}!A1", headers, ignoredRows: [2, 4] }, null, valueAt, { left: 0, right: 3 });

test("they are no lines, and the table still ends where it ended", () => {
  const [table] = tablesOf("9月", LINES, [decided]);
  expect(table?.rows.map(({ name }) => name)).toEqual(["物业费", "保安费", "合计"]);
  expect(table?.ignoredRows).toEqual([2, 4]);
  const [short] = tablesOf("9月", LINES.slice(0, 4), [decided]);
  expect([short?.range.bottom, short?.ignoredRows]).toEqual([4, [2, 4]]);
});

test("wherever the lines are, the same ones are left out", () => {
  fc.assert(fc.property(fc.shuffledSubarray(LINES.slice(0, 4), { minLength: 4 }), fc.nat(2), (shuffled, inserted) => {
    const more: Row[] = Array.from({ length: inserted }, (_, i) => [9, `新增项目${String(i)}`, 1, 1]);
    const lines: Row[] = [...more, ...shuffled, LINES[4] ?? []];
    const expected = lines.map((row) => String(row[1])).filter((name) => name !== "不列入行" && name !== "往来款");
    expect(namesOf(lines, [decided])).toEqual(expected);
  }));
});

test("a line that is gone, renamed, or there twice takes no other line with it", () => {
  const renamed = LINES.map((row): Row => (row[1] === "不列入行" ? [2, "绿化费", 9, 9] : row));
  expect(namesOf(renamed, [decided])).toEqual(["物业费", "绿化费", "保安费", "合计"]);
  const twice: Row[] = [[0, "培训费", 1, 1], ...LINES, [5, "往来款", 7, 7]];
  expect(namesOf(twice, [decided])).toEqual(["培训费", "物业费", "保安费", "往来款", "合计", "往来款"]);
});

test("next month they are left out again, by what they say; rows that say nothing are not", () => {
  const october: Row[] = [[1, "物业费", 10, 6], [2, "绿化费", 1, 1], [3, "不列入行", 998, 998], [4, "保安费", 20, 9], ["", "合计", 31, 16]];
  expect(namesOf(october, [decided], "10月")).toEqual(["物业费", "绿化费", "保安费", "合计"]);
  const nameless: TableOverride = { tableId: "{9月}!A1", headers, ignoredRows: [1], ignoredLines: [""] };
  expect(namesOf([["", "", 3, 1], ...october], [nameless], "10月")).toHaveLength(6);
});

test("as an earlier version kept them, rows are left out by their number in that table alone", () => {
  const bare: TableOverride = { tableId: "{9月}!A1", headers, ignoredRows: [2] };
  expect(namesOf(LINES, [bare])).not.toContain("不列入行");
  expect(namesOf(LINES, [bare], "10月")).toContain("不列入行");
});

describe("subtotals that only a person knows", () => {
  const header: Row = ["Department", "Item", "Budget ($000)", "Spent ($000)"];
  const body: readonly Row[] = [["Police", "Salaries", 100, 50], ["Police", "Fuel", 20, 5], ["all of it", "", 120, 55], ["Library", "Salaries", 30, 10], ["Library", "Books", 10, 9], ["the books and people", "", 40, 19], ["Total", "", 160, 74]];
  const read = (lines: readonly Row[], override: Partial<TableOverride> | null, month = "9月") => recogniseTables(snapshotOf(sheetOf(month, [header, ...lines])), override === null ? [] : [{ tableId: "{9月}!A1", ...override }])[0];
  const kinds = (table: ReturnType<typeof read>): readonly string[] => table?.rows.map(({ kind }) => kind) ?? [];
  const at = (row: number, column: number): CellValue => [header, ...body][row]?.[column] ?? "";
  const named = withNamedLines({ tableId: "{9月}!A1", totalRow: 7, subtotalRows: [3, 6], headers: headersOf(read(body, null) ?? { columns: [] }) }, null, at, { left: 0, right: 3 });

  test("are asked for, and then no longer", () => {
    const asked = read(body, null);
    expect(kinds(asked).filter((kind) => kind === "subtotal")).toEqual([]);
    expect(asked?.doubts.map(({ code }) => code)).toContain("doubt-lines-counted-twice");
    const told = read(body, named);
    expect(kinds(told)).toEqual(["body", "body", "subtotal", "body", "body", "subtotal", "total"]);
    expect(told?.doubts.map(({ code }) => code)).not.toContain("doubt-lines-counted-twice");
  });

  test("may stand above their parts, which the figures tell", () => {
    const above: readonly Row[] = [2, 0, 1, 5, 3, 4, 6].map((i) => body[i] ?? []);
    const told = read(above, { subtotalRows: [1, 4], totalRow: 7 });
    expect(told?.rows.map(({ kind, through }) => [kind, through])).toEqual([["subtotal", 3], ["body", undefined], ["body", undefined], ["subtotal", 6], ["body", undefined], ["body", undefined], ["total", undefined]]);
  });

  test("are known next month by what they say, beside those that its own lines tell", () => {
    const october: readonly Row[] = [["Parks", "Trees", 5, 1], ...body.slice(0, 6), ["Total", "", 165, 75]];
    const both = snapshotOf(sheetOf("9月", [header, ...body]), sheetOf("10月", [header, ...october]));
    const next = recogniseTables(both, [named]).find(({ sheetName }) => sheetName === "10月");
    expect(kinds(next)).toEqual(["body", "body", "body", "subtotal", "body", "body", "subtotal", "total"]);
  });

  test("are all there are: a line that was taken for one is a line again", () => {
    const labelled: readonly Row[] = [["甲", "", 10, 5], ["乙", "", 20, 5], ["小计", "", 30, 10], ["合计", "", 60, 20]];
    expect(kinds(read(labelled, null))).toEqual(["body", "body", "subtotal", "total"]);
    expect(kinds(read(labelled, { subtotalRows: [] }))).toEqual(["body", "body", "body", "total"]);
  });
});
