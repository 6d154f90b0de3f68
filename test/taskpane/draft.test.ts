import { recogniseTables } from "../../src/domain/recognise/recognise";
import type { TableOverride } from "../../src/domain/recognise/override";
import type { BudgetTable } from "../../src/domain/table";
import { draftOf, overrideOf, type Draft } from "../../src/taskpane/tables/draft";
import { reportSnapshot } from "../support/report";

const snapshot = reportSnapshot("预算执行");
const table = recogniseTables(snapshot, [])[0] as BudgetTable;

/** By which next month's table is known; in half-width signs. */
const HEADERS = ["类别", "全年支出(万元)", "全部预算(万元)", "完成全年预算"];

function save(change: Partial<Draft>, before: TableOverride | null = null): ReturnType<typeof overrideOf> {
  return overrideOf(table, before, { ...draftOf(table), ...change });
}

test("an untouched draft decides nothing", () => {
  // Every column of this table is sure.
  expect(save({})).toEqual({ ok: true, override: { tableId: table.id } });
});

test("only what was changed is stored, rows counted from zero again", () => {
  expect(save({ unit: "元", lastRow: "25", totalRow: "", columns: { ...draftOf(table).columns, 3: null } })).toEqual({
    ok: true,
    override: { tableId: table.id, unit: "元", lastRow: 24, totalRow: null, columns: { 3: null }, headers: HEADERS },
  });
});

test("what was decided before stays, unless it is decided anew", () => {
  const before: TableOverride = { tableId: table.id, ignoredRows: [7], unit: "千元", columns: { 1: "expenditure" } };
  expect(save({ unit: "亿元", columns: { ...draftOf(table).columns, 3: "share" } }, before)).toEqual({
    ok: true,
    override: { tableId: table.id, ignoredRows: [7], unit: "亿元", columns: { 1: "expenditure", 3: "share" }, headers: HEADERS },
  });
});

test("what is stored gives the table that was drafted", () => {
  const saved = save({ unit: "元", columns: { ...draftOf(table).columns, 3: "share" } });
  const again = recogniseTables(snapshot, saved.ok ? [saved.override] : [])[0] as BudgetTable;
  expect([again.unit, again.columns[3]?.role]).toEqual(["元", "share"]);
});

test.each([
  ["a header below its end", { headerTop: "5", headerBottom: "4" }, ["headerBottom"]],
  ["a table that ends in its header", { lastRow: "2" }, ["lastRow", "totalRow"]],
  ["a total outside the table", { totalRow: "99" }, ["totalRow"]],
  ["no number", { headerTop: "甲" }, ["headerTop"]],
  ["a row no sheet has", { lastRow: "2000000" }, ["lastRow"]],
  ["nothing", { headerTop: "" }, ["headerTop"]],
] as const)("%s is refused at its field", (_, change, wrong) => {
  const result = save(change);
  expect(result.ok ? [] : [...result.wrong]).toEqual(wrong);
});

test("full-width digits are digits", () => {
  expect(save({ lastRow: "２６" })).toEqual({ ok: true, override: { tableId: table.id } });
});
