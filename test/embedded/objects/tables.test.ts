// Documented at learn.microsoft.com/javascript/api/excel/excel.table
import { failureOf, officeOn } from "../../support/office";

const CELLS = [["name", "budget", "spent"], ["a", 10, 5], ["b", 20, 30], [null], ["below"]];

async function withTable<T>(act: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const { Excel } = officeOn(CELLS);
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const table = sheet.tables.add("A1:C3", true);
    table.name = "Lines";
    return act(table, sheet, context);
  });
}

test("a table's parts", async () => {
  await withTable(async (table, _, context) => {
    table.load("name,showHeaders,showTotals,showFilterButton,worksheet/name");
    table.columns.load("count,items/name,items/index");
    table.rows.load("count,items/values");
    const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.columns.getItem("Budget").getDataBodyRange(), table.columns.getItemAt(2).getRange()];
    for (const part of parts) part.load("address");
    await context.sync();
    expect([table.name, table.showHeaders, table.showTotals, table.showFilterButton, table.worksheet.name]).toEqual(["Lines", true, false, true, "Sheet1"]);
    expect([table.columns.count, table.columns.items.map(({ name, index }) => [name, index])]).toEqual([3, [["name", 0], ["budget", 1], ["spent", 2]]]);
    expect([table.rows.count, table.rows.items.map(({ values }) => values)]).toEqual([2, [[["a", 10, 5]], [["b", 20, 30]]]]);
    expect(parts.map(({ address }) => address)).toEqual(["Sheet1!A1:C3", "Sheet1!A1:C1", "Sheet1!A2:C3", "Sheet1!B2:B3", "Sheet1!C1:C3"]);
  });
});

test("tables are found by name in any case, by id, and by the cells they touch", async () => {
  await withTable(async (table, sheet, context) => {
    table.load("id");
    await context.sync();
    const { tables } = context.workbook;
    const found = [tables.getItem("LINES"), tables.getItem(table.id), tables.getItemAt(0), sheet.getRange("C3:D9").getTables().getFirst()];
    for (const one of found) one.load("name");
    const missing = tables.getItemOrNullObject("other");
    const counts = [tables.getCount(), sheet.getRange("E1:E9").getTables().getCount(), sheet.getRange("A1:B3").getTables(true).getCount(), sheet.getRange("A1:C3").getTables(true).getCount()];
    await context.sync();
    expect(found.map(({ name }) => name)).toEqual(["Lines", "Lines", "Lines", "Lines"]);
    expect([missing.isNullObject, counts.map(({ value }) => value)]).toEqual([true, [1, 0, 0, 1]]);
  });
});

test("rows and columns are added and deleted; cells below make room", async () => {
  await withTable(async (table, sheet, context) => {
    table.rows.add(undefined, [["c", 30, 1]]);
    table.rows.add(0, [["first", 0, 0]]);
    table.columns.add(undefined, [["rate"], ["=1"], ["=2"], ["=3"], ["=4"]]);
    table.rows.getItemAt(1).delete();
    table.columns.getItem("budget").delete();
    const range = table.getRange().load("address,values");
    const all = sheet.getUsedRange().load("values");
    await context.sync();
    expect([range.address, range.values]).toEqual(["Sheet1!A1:C4", [["name", "spent", "rate"], ["first", 0, 1], ["b", 30, 3], ["c", 1, 4]]]);
    expect(all.values.flat()).toContain("below");
  });
});

test("a total row, and parts that are not shown", async () => {
  await withTable(async (table, _, context) => {
    table.showTotals = true;
    const totals = table.getTotalRowRange().load("address");
    await context.sync();
    expect(totals.address).toBe("Sheet1!A4:C4");
  });
  const failure = await failureOf(withTable(async (table, _, context) => {
    table.getTotalRowRange();
    await context.sync();
  }));
  expect(failure).toMatchObject({ code: "ItemNotFound", location: "Table.getTotalRowRange" });
});

test("tables cannot overlap, nor share a name", async () => {
  const overlap = await failureOf(withTable(async (_, sheet, context) => {
    sheet.tables.add("B2:D6", true);
    await context.sync();
  }));
  expect(overlap.location).toBe("TableCollection.add");
  const twice = await failureOf(withTable(async (_, sheet, context) => {
    sheet.tables.add("F1:G3", true).name = "lines";
    await context.sync();
  }));
  expect(twice.location).toBe("Table.name");
});

test("converting to a range leaves the cells; deleting takes them", async () => {
  await withTable(async (table, sheet, context) => {
    const range = table.convertToRange().load("values");
    const count = sheet.tables.getCount();
    await context.sync();
    expect([range.values[1], count.value]).toEqual([["a", 10, 5], 0]);
  });
  await withTable(async (table, sheet, context) => {
    table.delete();
    const range = sheet.getRange("A1:C3").load("values");
    const count = sheet.tables.getCount();
    await context.sync();
    expect([range.values.flat().every((value) => value === ""), count.value]).toEqual([true, 0]);
  });
});

test("filtering a column hides rows; clearing shows them", async () => {
  await withTable(async (table, sheet, context) => {
    const { filter } = table.columns.getItem("budget");
    filter.applyCustomFilter(">15");
    filter.load("criteria");
    const rows = ["A2", "A3"].map((address) => sheet.getRange(address).load("rowHidden"));
    await context.sync();
    expect(filter.criteria).toMatchObject({ filterOn: "Custom", criterion1: ">15" });
    expect(rows.map(({ rowHidden }) => rowHidden)).toEqual([true, false]);
    table.clearFilters();
    for (const row of rows) row.load("rowHidden");
    await context.sync();
    expect(rows.map(({ rowHidden }) => rowHidden)).toEqual([false, false]);
  });
});

test("sorting moves the data rows only", async () => {
  await withTable(async (table, _, context) => {
    table.sort.apply([{ key: 1, ascending: false }]);
    const range = table.getRange().load("values");
    await context.sync();
    expect(range.values).toEqual([["name", "budget", "spent"], ["b", 20, 30], ["a", 10, 5]]);
  });
});
