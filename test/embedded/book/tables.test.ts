// learn.microsoft.com/javascript/api/excel/excel.table; support.microsoft.com "Using structured references with Excel tables".
import { formatRange } from "../../../src/workbook/address";
import { enterValues } from "../../../src/embedded/book/entering";
import { setLook, lookAt } from "../../../src/embedded/book/formats";
import { merge } from "../../../src/embedded/book/merges";
import { addName } from "../../../src/embedded/book/names";
import { isRowHidden } from "../../../src/embedded/book/sizes";
import { addTable, convertToRange, dataRange, deleteTable, findTable, headerRange, renameTable, resizeTable, setTableOptions, totalsRange } from "../../../src/embedded/book/tables";
import { clearTableFilter, filterTable, tableCriteria } from "../../../src/embedded/book/table-filters";
import { addTableColumn, addTableRows, deleteTableColumn, deleteTableRows, renameTableColumn } from "../../../src/embedded/book/table-rows";
import type { Table } from "../../../src/embedded/book/tables";
import { at, bookOf, formulaOf, refusal, reopened, sheetOf, type, valueOf, valuesOf } from "./support";

const LINES = [["名", "额"], ["甲", 1], ["乙", 2], ["丙", 3]];

function tabled(): ReturnType<typeof bookOf> & { table: Table } {
  const made = bookOf(LINES);
  return { ...made, table: addTable(made.sheet, at("A1:B4"), true, "表") };
}

const names = (table: Table): string[] => table.columns.map((column) => column.name);

test("headers are texts, none is blank, none occurs twice", () => {
  const { sheet } = bookOf([["名", "", "名", 2016], ["甲", 1, 2, 3]]);
  const table = addTable(sheet, at("A1:D2"), true);
  expect([table.name, names(table), valuesOf(sheet, "A1:D1")]).toEqual(["Table1", ["名", "Column2", "名2", "2016"], [["名", "Column2", "名2", "2016"]]]);
  type(sheet, "B1", "额");
  type(sheet, "C1", "");
  expect(names(table)).toEqual(["名", "额", "Column3", "2016"]);
});

test("without headers a header row is put above and the rest moves down", () => {
  const { sheet } = bookOf([["甲", 1], ["乙", 2], ["下面", ""]]);
  const table = addTable(sheet, at("A1:B2"), false);
  expect([formatRange(table.range), valuesOf(sheet, "A1:B4")]).toEqual(["A1:B3", [["Column1", "Column2"], ["甲", 1], ["乙", 2], ["下面", ""]]]);
});

test("tables overlap neither each other nor merged cells, and names are unique and sensible", () => {
  const { book, sheet } = tabled();
  merge(sheet, at("E1:F1"));
  addName(book, "已有", "=1");
  expect([
    refusal(() => addTable(sheet, at("B4:C6"), true)), refusal(() => addTable(sheet, at("E1:F3"), true)), refusal(() => addTable(sheet, at("H1:I3"), true, "表")),
    refusal(() => addTable(sheet, at("H1:I3"), true, "已有")), refusal(() => addTable(sheet, at("H1:I3"), true, "A1")), refusal(() => addTable(sheet, at("H1:I3"), true, "有 空格")),
  ]).toEqual(["MergedRangeConflict", "MergedRangeConflict", "ItemAlreadyExists", "ItemAlreadyExists", "InvalidArgument", "InvalidArgument"]);
  expect(book.sheets[0]?.tables.map((table) => table.name)).toEqual(["表"]);
});

test("rows are added at the end and in between, and what is below gives way", () => {
  const { sheet, table } = tabled();
  type(sheet, "A5", "注");
  expect([addTableRows(table, null, [["丁", 4], ["戊", 5]]), addTableRows(table, 1, [["插", 9]])]).toEqual([3, 1]);
  expect([formatRange(table.range), valuesOf(sheet, "A1:B8")]).toEqual(["A1:B7", [["名", "额"], ["甲", 1], ["插", 9], ["乙", 2], ["丙", 3], ["丁", 4], ["戊", 5], ["注", ""]]]);
  deleteTableRows(table, 0, 2);
  expect([formatRange(table.range), valuesOf(sheet, "A2:B5")]).toEqual(["A1:B5", [["乙", 2], ["丙", 3], ["丁", 4], ["戊", 5]]]);
  deleteTableRows(table, 0, 4);
  expect([formatRange(table.range), valuesOf(sheet, "A2:B3")]).toEqual(["A1:B2", [["", ""], ["注", ""]]]);
  expect([refusal(() => addTableRows(table, 9, [["x", 1]])), refusal(() => addTableRows(table, null, [["x"]])), refusal(() => deleteTableRows(table, 5, 1))]).toEqual(["InvalidArgument", "InvalidArgument", "InvalidArgument"]);
});

test("formulas count rows as soon as they belong to the table", () => {
  const { sheet, table } = tabled();
  type(sheet, "E1", "=SUM(表[额])");
  const sums = [valueOf(sheet, "E1")];
  addTableRows(table, null, [["丁", 4]]);
  sums.push(valueOf(sheet, "E1"));
  resizeTable(table, at("A1:B3"));
  sums.push(valueOf(sheet, "E1"));
  expect(sums).toEqual([6, 10, 3]);
});

test("new rows look like the rows of the table, not like its header", () => {
  const { sheet, table } = tabled();
  setLook(sheet, at("A1:B1"), { bold: true });
  setLook(sheet, at("A2:B4"), { numberFormat: "0.00" });
  addTableRows(table, 0, [["首", 0]]);
  addTableRows(table, null, [["末", 9]]);
  expect([1, 5].map((row) => [lookAt(sheet, row, 0).bold, lookAt(sheet, row, 1).numberFormat])).toEqual([[false, "0.00"], [false, "0.00"]]);
});

test("columns are added, renamed and deleted; formulas go by the new names", () => {
  const { sheet, table } = tabled();
  enterValues(sheet, at("E1:E2"), [["=SUM(表[额])"], ["=表[[#Headers],[额]]"]]);
  const added = addTableColumn(table, 1, null, "率");
  expect([names(table), formatRange(table.range), valueOf(sheet, "F1")]).toEqual([["名", "率", "额"], "A1:C4", 6]);
  const column = table.columns[2];
  if (column) renameTableColumn(table, column, "金额[万元]");
  expect([formulaOf(sheet, "F1"), valueOf(sheet, "F1"), valueOf(sheet, "F2"), valueOf(sheet, "C1")]).toEqual(["=SUM(表[金额'[万元']])", 6, "金额[万元]", "金额[万元]"]);
  deleteTableColumn(table, added);
  expect([names(table), formatRange(table.range), valueOf(sheet, "E1")]).toEqual([["名", "金额[万元]"], "A1:B4", 6]);
  expect(refusal(() => renameTableColumn(table, table.columns[0] ?? added, "金额[万元]"))).toBe("InvalidArgument");
});

test("a renamed table is known by its new name everywhere", () => {
  const { book, sheet, table } = tabled();
  addName(book, "和", "=SUM(表[额])");
  enterValues(sheet, at("E1:E2"), [["=SUM(表[额])"], ["=ROWS(表)"]]);
  renameTable(table, "预算表");
  expect([formulaOf(sheet, "E1"), formulaOf(sheet, "E2"), book.names[0]?.formula, valuesOf(sheet, "E1:E2"), findTable(book, "预算表") === table, findTable(book, "表")]).toEqual(["=SUM(预算表[额])", "=ROWS(预算表)", "=SUM(预算表[额])", [[6], [3]], true, null]);
});

test("header and total rows come and go", () => {
  const { sheet, table } = tabled();
  setTableOptions(table, { showTotals: true });
  expect([formatRange(table.range), formulaOf(sheet, "B5"), valuesOf(sheet, "A5:B5")]).toEqual(["A1:B5", "=SUBTOTAL(109,表[额])", [["Total", 6]]]);
  expect([headerRange(table), dataRange(table), totalsRange(table)]).toEqual([at("A1:B1"), at("A2:B4"), at("A5:B5")]);
  setTableOptions(table, { showHeaders: false });
  expect([formatRange(table.range), valuesOf(sheet, "A1:B1"), headerRange(table)]).toEqual(["A2:B5", [["", ""]], null]);
  setTableOptions(table, { showHeaders: true, showTotals: false });
  expect([formatRange(table.range), valuesOf(sheet, "A1:B1"), valuesOf(sheet, "A5:B5")]).toEqual(["A1:B4", [["名", "额"]], [["", ""]]]);
});

test("a table is resized within its header row", () => {
  const { sheet, table } = tabled();
  resizeTable(table, at("A1:C3"));
  expect([names(table), formatRange(table.range), valueOf(sheet, "C1")]).toEqual([["名", "额", "Column3"], "A1:C3", "Column3"]);
  expect([refusal(() => resizeTable(table, at("A2:C3"))), refusal(() => resizeTable(table, at("A1:C1"))), refusal(() => resizeTable(table, at("H1:I3")))]).toEqual(["InvalidArgument", "InvalidArgument", "InvalidArgument"]);
});

test("a table ends with its cells, or leaves them with plain formulas", () => {
  const first = tabled();
  type(first.sheet, "E1", "=SUM(表[额])");
  deleteTable(first.table);
  expect([valuesOf(first.sheet, "A1:B4").flat().join(""), formulaOf(first.sheet, "E1")]).toEqual(["", "=SUM(#REF!)"]);
  const second = tabled();
  type(second.sheet, "E1", "=SUM(表[额])+表[[#Headers],[额]]&\"\"");
  type(second.sheet, "C2", "=表[[#This Row],[额]]*2");
  expect([convertToRange(second.table), formulaOf(second.sheet, "E1"), formulaOf(second.sheet, "C2"), valueOf(second.sheet, "C2"), second.book.sheets[0]?.tables.length]).toEqual([at("A1:B4"), "=SUM(S!$B$2:$B$4)+S!$B$1&\"\"", "=S!$B$2*2", 2, 0]);
});

test("a filter hides the rows it does not let through, and lets go of them again", async () => {
  const { book, table } = tabled();
  const column = table.columns[1];
  if (!column) throw new Error("no column");
  filterTable(table, column, { filterOn: "Custom", criterion1: ">=2" });
  expect([1, 2, 3].map((row) => isRowHidden(table.sheet, row))).toEqual([true, false, false]);
  const again = findTable(await reopened(book), "表");
  const [, same] = again?.columns ?? [];
  expect(again && same && [tableCriteria(again, same), isRowHidden(again.sheet, 1)]).toEqual([{ filterOn: "Custom", criterion1: ">=2" }, true]);
  clearTableFilter(table);
  expect([1, 2, 3].map((row) => isRowHidden(table.sheet, row))).toEqual([false, false, false]);
});

test("tables are opened as they were saved", async () => {
  const { book, table } = tabled();
  setTableOptions(table, { style: "TableStyleLight9", highlightFirstColumn: true, showBandedRows: false, showFilterButton: false, showTotals: true });
  const again = findTable(await reopened(book), "表");
  const pick = (one: Table | null): unknown => one && [one.id, one.name, one.range, names(one), one.showHeaders, one.showTotals, one.style, one.highlightFirstColumn, one.showBandedRows, one.showFilterButton];
  expect(pick(again)).toEqual(pick(table));
  expect(valueOf(sheetOf(again?.sheet.book ?? book, "S"), "B5")).toBe(6);
});
