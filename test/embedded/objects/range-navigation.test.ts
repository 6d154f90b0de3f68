// Documented at learn.microsoft.com/javascript/api/excel/excel.range
import { addName } from "../../../src/embedded/book/names";
import { bookOf, failureOf, officeOn } from "../../support/office";

const DATA = [
  ["a", "b", "c", null],
  [1, 2, 3, null],
  [4, 5, 6, null],
  [null, null, null, null],
  ["far"],
];

/** The addresses that ranges made from B2:C3 have. */
async function addressesOf(make: (range: Excel.Range, sheet: Excel.Worksheet) => readonly Excel.Range[]): Promise<readonly string[]> {
  const { Excel } = officeOn(DATA);
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const made = make(sheet.getRange("B2:C3"), sheet);
    for (const range of made) range.load("address");
    await context.sync();
    return made.map(({ address }) => address.replace("Sheet1!", ""));
  });
}

test("cells, rows and columns of a range", async () => {
  expect(
    await addressesOf((range) => [
      range.getCell(0, 0),
      range.getCell(5, 4),
      range.getRow(1),
      range.getColumn(0),
      range.getLastRow(),
      range.getLastColumn(),
      range.getLastCell(),
      range.getEntireRow(),
      range.getEntireColumn(),
    ]),
  ).toEqual(["B2", "F7", "B3:C3", "B2:B3", "B3:C3", "C2:C3", "C3", "2:3", "B:C"]);
});

test("ranges beside, around and between", async () => {
  expect(
    await addressesOf((range) => [
      range.getOffsetRange(2, -1),
      range.getResizedRange(1, -1),
      range.getAbsoluteResizedRange(5, 1),
      range.getRowsAbove(),
      range.getRowsBelow(2),
      range.getColumnsBefore(),
      range.getColumnsAfter(2),
      range.getRowsBelow(-1),
      range.getBoundingRect("E7"),
      range.getIntersection("A3:B9"),
    ]),
  ).toEqual(["A4:B5", "B2:B4", "B2:B6", "B1:C1", "B4:C5", "A2:A3", "D2:E3", "B1:C1", "B2:E7", "B3"]);
});

test("regions of filled cells", async () => {
  expect(
    await addressesOf((_, sheet) => [
      sheet.getRange("B2").getSurroundingRegion(),
      sheet.getUsedRange(),
      sheet.getRange("B:D").getUsedRange(true),
      sheet.getRange("A1").getRangeEdge("Down"),
      sheet.getRange("A1").getExtendedRange("Right"),
    ]),
  ).toEqual(["A1:C3", "A1:C5", "B1:C3", "A3", "A1:C1"]);
});

test("addresses of all kinds, also by name", async () => {
  const office = officeOn(bookOf({ "My Sheet": [["x", "y"]] }));
  addName(office.host.book, "Pair", "='My Sheet'!$A$1:$B$1");
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const ranges = ["A1", "$B$2:c4", "A:B", "2:3", "'My Sheet'!C3", "Pair"].map((address) => sheet.getRange(address).load("address"));
    const whole = sheet.getRange().load("address,rowCount,columnCount,cellCount");
    const indexed = sheet.getRangeByIndexes(1, 2, 3, 4).load("address");
    await context.sync();
    expect(ranges.map(({ address }) => address)).toEqual(["'My Sheet'!A1", "'My Sheet'!B2:C4", "'My Sheet'!A:B", "'My Sheet'!2:3", "'My Sheet'!C3", "'My Sheet'!A1:B1"]);
    expect([whole.address, whole.rowCount, whole.columnCount, whole.cellCount]).toEqual(["'My Sheet'!1:1048576", 1_048_576, 16_384, -1]);
    expect(indexed.address).toBe("'My Sheet'!C2:F4");
  });
});

describe("what leaves the grid or the range is refused", () => {
  test.each([
    ["getCell above the grid", (range: Excel.Range) => range.getCell(-2, 0), "InvalidArgument", "Range.getCell"],
    ["getOffsetRange left of the grid", (range: Excel.Range) => range.getOffsetRange(0, -2), "InvalidArgument", "Range.getOffsetRange"],
    ["getRow outside the range", (range: Excel.Range) => range.getRow(2), "InvalidArgument", "Range.getRow"],
    ["getColumn outside the range", (range: Excel.Range) => range.getColumn(-1), "InvalidArgument", "Range.getColumn"],
    ["getResizedRange to nothing", (range: Excel.Range) => range.getResizedRange(-2, 0), "InvalidArgument", "Range.getResizedRange"],
    ["getRowsAbove the first row", (range: Excel.Range) => range.getRowsAbove(2), "InvalidArgument", "Range.getRowsAbove"],
    ["getIntersection of nothing", (range: Excel.Range) => range.getIntersection("E9"), "ItemNotFound", "Range.getIntersection"],
  ])("%s", async (_, make, code, location) => {
    const { Excel } = officeOn(DATA);
    const failure = await failureOf(
      Excel.run(async (context) => {
        make(context.workbook.worksheets.getFirst().getRange("B2:C3"));
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code, location });
  });

  test("a range of another sheet has no intersection with this one", async () => {
    const { Excel } = officeOn(bookOf({ One: [], Two: [] }));
    const failure = await failureOf(
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.getItem("One").getRange("A1").getIntersection(worksheets.getItem("Two").getRange("A1"));
        await context.sync();
      }),
    );
    expect(failure.code).toBe("InvalidArgument");
  });
});

test("the used range of an empty sheet is its first cell, or a null object", async () => {
  const { Excel } = officeOn([]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const used = sheet.getUsedRange().load("address");
    const orNull = sheet.getUsedRangeOrNullObject();
    const inside = sheet.getRange("B2:C3").getUsedRangeOrNullObject();
    await context.sync();
    expect([used.address, orNull.isNullObject, inside.isNullObject]).toEqual(["Sheet1!A1", true, true]);
  });
});

test("selecting, and what is selected", async () => {
  const office = officeOn(DATA);
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("B2:C3").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    await context.sync();
    expect([selected.address, active.address]).toEqual(["Sheet1!B2:C3", "Sheet1!B2"]);
  });
});

test("several areas: selection, special cells, addresses", async () => {
  const office = officeOn(DATA);
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const areas = sheet.getRanges("A1, B2:C3").load("address,areaCount,cellCount");
    areas.areas.load("items/address");
    const numbers = sheet.getRange("A1:C5").getSpecialCells("Constants", "Numbers").load("address");
    const blanks = sheet.getRange("A1:C5").getSpecialCells("Blanks").load("address");
    const errors = sheet.getRange("A1:C5").getSpecialCellsOrNullObject("Formulas", "Errors");
    await context.sync();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(["Sheet1!A1,Sheet1!B2:C3", 2, 5]);
    expect(areas.areas.items.map(({ address }) => address)).toEqual(["Sheet1!A1", "Sheet1!B2:C3"]);
    expect([numbers.address, blanks.address, errors.isNullObject]).toEqual(["Sheet1!A2:C3", "Sheet1!A4:C4,Sheet1!B5:C5", true]);
  });
});

test("the visible view leaves hidden rows and columns out", async () => {
  const { Excel } = officeOn(DATA);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("2:2").rowHidden = true;
    sheet.getRange("B:B").columnHidden = true;
    const view = sheet.getRange("A1:C3").getVisibleView().load("values,rowCount,columnCount,cellAddresses");
    await context.sync();
    expect([view.values, view.rowCount, view.columnCount, view.cellAddresses]).toEqual([[["a", "c"], [4, 6]], 2, 2, [["A1", "C1"], ["A3", "C3"]]]);
  });
});
