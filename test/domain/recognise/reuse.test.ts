/** What was decided about one table serves the next one with the same headers. */

import { recogniseTables } from "../../../src/domain/recognise/recognise";
import { headersOf, reusedOverride } from "../../../src/domain/recognise/reuse";
import type { TableOverride } from "../../../src/domain/recognise/override";
import type { CellValue } from "../../../src/workbook/snapshot";
import { sheetOf, snapshotOf } from "../../support/snapshots";

const HEADER = ["项目", "预算数", "截至1月支出数", "调整后预算"];
const LINES = [["物业费", 10, 5, 12], ["保安费", 20, 5, 22], ["合计", 30, 10, 34]];
const january = sheetOf("1月", [HEADER, ...LINES]);
const tables = (rows: readonly (readonly CellValue[])[], overrides: readonly TableOverride[]) => recogniseTables(snapshotOf(january, sheetOf("2月", rows)), overrides);
const headers = headersOf(recogniseTables(snapshotOf(january), [])[0] ?? { columns: [] });
const decided: TableOverride = { tableId: "{1月}!A1", headers, columns: { 1: "adjusted-budget", 3: null }, unit: "元", totalRow: 3 };

test("columns and unit are read as before, wherever the table stands and whichever month its headers name, and it says why", () => {
  const [, february] = tables([["", ""], ["", "项目", "预算数", "截至2月支出数", "调整后预算"], ...[...LINES, ["绿化费", 5, 1, 5]].map((line) => ["", ...line])], [decided]);
  expect(february?.columns.map(({ role, reason }) => [role, reason.code])).toEqual([["name", "header"], ["adjusted-budget", "chosen-before"], ["expenditure", "header"], [null, "chosen-before"]]);
  expect(february).toMatchObject({ unit: "元", unitReason: { code: "unit-chosen-before" }, range: { bottom: 5 } });
});

test("another header, or a decision of its own, is left alone", () => {
  expect(tables([["项目", "预算", "截至2月支出数", "调整后预算"], ...LINES], [decided])[1]?.columns.map(({ reason }) => reason.code)).not.toContain("chosen-before");
  expect(tables([HEADER, ...LINES], [decided, { tableId: "{2月}!A1" }])[1]?.columns[1]).toMatchObject({ role: "original-budget" });
});

test("that one is no table, or where it ends, says nothing of others", () => {
  expect(tables([HEADER, ...LINES], [{ tableId: "{1月}!A1", headers, ignored: true }]).map(({ id }) => id)).toEqual(["{2月}!A1"]);
  const [first] = recogniseTables(snapshotOf(january), []);
  if (first === undefined) throw new Error("no table");
  expect(reusedOverride({ ...first, id: "{2月}!A1" }, [{ tableId: "{1月}!A1", headers, lastRow: 2, ignoredRows: [1] }])).toBeNull();
});

test("of several the one decided last counts", () => {
  const later: TableOverride = { tableId: "{12月}!A1", headers, columns: { 3: "share" } };
  expect(tables([HEADER, ...LINES], [decided, later])[1]?.columns.map(({ role }) => role)).toEqual(["name", "original-budget", "expenditure", "share"]);
});
