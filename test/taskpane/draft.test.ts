import { recogniseTables } from "../../src/domain/recognise/recognise";
import type { TableOverride } from "../../src/domain/recognise/override";
import type { BudgetTable } from "../../src/domain/table";
import { draftOf, overrideOf, type Draft } from "../../src/taskpane/tables/draft";
import { reportSnapshot } from "../support/report";
import { sheetOf, snapshotOf } from "../support/snapshots";

const snapshot = reportSnapshot("预算执行");
const table = recogniseTables(snapshot, [])[0] as BudgetTable;
/** The sheet's last row that holds anything. */
const BOTTOM = 26;

/** By which next month's table is known; in half-width signs. */
const HEADERS = ["类别", "全年支出(万元)", "全部预算(万元)", "完成全年预算"];

function save(change: Partial<Draft>, before: TableOverride | null = null): ReturnType<typeof overrideOf> {
  return overrideOf(table, before, { ...draftOf(table), ...change }, BOTTOM);
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
  ["a header that begins below its end", { headerTop: "5" }, ["headerTop"]],
  ["a table that ends in its header", { lastRow: "2" }, ["lastRow"]],
  ["a table that ends before its total", { lastRow: "20" }, ["lastRow"]],
  ["a header that reaches below the table", { headerBottom: "99" }, ["headerBottom"]],
  ["a table that ends below everything in the sheet", { lastRow: "99" }, ["lastRow"]],
  ["a total outside the table", { totalRow: "99" }, ["totalRow"]],
  ["no number", { headerTop: "甲" }, ["headerTop"]],
  ["a row no sheet has", { lastRow: "2000000" }, ["lastRow"]],
  ["nothing", { headerTop: "" }, ["headerTop"]],
  ["a row left out of the header", { ignoredRows: "5, 1" }, ["ignoredRows"]],
  ["rows left out beyond the table", { ignoredRows: "25-27" }, ["ignoredRows"]],
  ["rows left out backwards", { ignoredRows: "9-8" }, ["ignoredRows"]],
  ["the total left out", { ignoredRows: "4-26" }, ["ignoredRows"]],
  ["several totals", { totalRow: "24, 26" }, ["totalRow"]],
  ["a subtotal beyond the table", { subtotalRows: "5, 27" }, ["subtotalRows"]],
  ["a subtotal in the header", { subtotalRows: "2" }, ["subtotalRows"]],
  ["the total as a subtotal", { subtotalRows: "10, 26" }, ["subtotalRows"]],
  ["no numbers of subtotals", { subtotalRows: "小计" }, ["subtotalRows"]],
  ["a subtotal left out", { subtotalRows: "10", ignoredRows: "9-11" }, ["ignoredRows"]],
  ["what is no row", { ignoredRows: "5, 八" }, ["ignoredRows"]],
] as const)("%s is refused at its field", (_, change, wrong) => {
  const result = save(change);
  expect(result.ok ? [] : [...result.wrong]).toEqual(wrong);
});

test.each([
  ["5, 8-9", [4, 7, 8]],
  ["８—９、5，5", [4, 7, 8]],
  ["5 8 ~ 9;", [4, 7, 8]],
  ["7至9", [6, 7, 8]],
])("rows to leave out are typed as people write them: %s", (ignoredRows, rows) => {
  expect(save({ ignoredRows })).toEqual({ ok: true, override: { tableId: table.id, ignoredRows: rows, headers: HEADERS } });
});

test("rows left out are shown as they are typed, and none are none", () => {
  const without = recogniseTables(snapshot, [{ tableId: table.id, ignoredRows: [4, 7, 8, 9, 11] }])[0] as BudgetTable;
  expect(draftOf(without).ignoredRows).toBe("5, 8-10, 12");
  const before: TableOverride = { tableId: table.id, ignoredRows: [4, 7, 8, 9, 11] };
  const keep = overrideOf(without, before, draftOf(without), BOTTOM);
  expect(keep.ok && keep.override.ignoredRows).toBe(before.ignoredRows);
  expect(overrideOf(without, before, { ...draftOf(without), ignoredRows: "" }, BOTTOM)).toMatchObject({ ok: true, override: { ignoredRows: [] } });
});

test("subtotals are stored with the headers by which they are known again, shown as they are typed, and may be none again", () => {
  const saved = save({ subtotalRows: "7、10" });
  expect(saved).toEqual({ ok: true, override: { tableId: table.id, subtotalRows: [6, 9], headers: HEADERS } });
  if (!saved.ok) throw new Error("refused");
  const told = recogniseTables(snapshot, [saved.override])[0] as BudgetTable;
  expect(draftOf(told).subtotalRows).toBe("7, 10");
  expect(overrideOf(told, saved.override, { ...draftOf(told), subtotalRows: "" }, BOTTOM)).toMatchObject({ ok: true, override: { subtotalRows: [] } });
});

test("what the form showed is what is used, also where an earlier choice had taken a column its role", () => {
  const first = save({ columns: { ...draftOf(table).columns, 2: "expenditure" } });
  if (!first.ok) throw new Error("refused");
  const again = recogniseTables(snapshot, [first.override])[0] as BudgetTable;
  const shown = draftOf(again).columns;
  expect(shown[1]).toBeNull();
  const second = overrideOf(again, first.override, { ...draftOf(again), columns: { ...shown, 2: "adjusted-budget" } }, BOTTOM);
  if (!second.ok) throw new Error("refused");
  const [used] = recogniseTables(snapshot, [second.override]);
  expect(used?.columns.map(({ role }) => role)).toEqual([...Object.values({ ...shown, 2: "adjusted-budget" })]);
});

test("full-width digits are digits", () => {
  expect(save({ lastRow: "２６" })).toEqual({ ok: true, override: { tableId: table.id } });
});

describe("two columns of one role", () => {
  test("are refused where only one can have it", () => {
    expect(save({ columns: { ...draftOf(table).columns, 0: "expenditure", 3: "expenditure" } })).toEqual({ ok: false, wrong: new Set([0, 3]) });
    expect(save({ columns: { ...draftOf(table).columns, 3: "share" } }, { tableId: table.id, columns: { 1: "expenditure" } }).ok).toBe(true);
  });

  test("count together where they change the budget", () => {
    expect(save({ columns: { ...draftOf(table).columns, 0: "increase", 3: "increase" } })).toMatchObject({ ok: true, override: { columns: { 0: "increase", 3: "increase" } } });
  });
});

test("a likely column is confirmed no more once its role is given to another", () => {
  const [likely] = recogniseTables(snapshotOf(sheetOf("表", [["项目", "预算数", "支出数", "其他数"], ["甲", 100, 50, 20], ["乙", 100, 60, 30]])), []) as [BudgetTable];
  const draft = draftOf(likely);
  expect(draft.columns[1]).toBe("original-budget");
  const saved = overrideOf(likely, null, { ...draft, columns: { ...draft.columns, 3: "original-budget" } }, 2);
  expect(saved.ok && saved.override.columns).toEqual({ 3: "original-budget" });
});
