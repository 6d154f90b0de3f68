// Documented at learn.microsoft.com/javascript/api/excel/excel.range
import { failureOf, officeOn, bookOf } from "../../support/office";

async function cellsAfter(cells: Parameters<typeof officeOn>[0], address: string, act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<unknown> {
  const { Excel } = officeOn(cells);
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    act(sheet, context);
    const range = sheet.getRange(address).load("formulas");
    await context.sync();
    return range.formulas;
  });
}

test("inserting and deleting cells shifts the others, and formulas follow", async () => {
  expect(await cellsAfter([[1, 2, "=A1+B1"], [3, 4, "=A2+B2"]], "A1:C3", (sheet) => void sheet.getRange("1:1").insert("Down"))).toEqual([
    ["", "", ""],
    [1, 2, "=A2+B2"],
    [3, 4, "=A3+B3"],
  ]);
  expect(await cellsAfter([[1, 2, 3], [4, 5, 6]], "A1:C2", (sheet) => sheet.getRange("A1").delete("Left"))).toEqual([
    [2, 3, ""],
    [4, 5, 6],
  ]);
  expect(await cellsAfter([[1], [2], [3]], "A1:A3", (sheet) => sheet.getRange("A1").delete("Up"))).toEqual([[2], [3], [""]]);
});

test("clear takes contents, formats or both", async () => {
  const { Excel } = officeOn([["a", "b", "c"]]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange("A1:C1");
    range.format.fill.color = "#FF0000";
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("B1").clear("Formats");
    sheet.getRange("C1").clear();
    const cells = ["A1", "B1", "C1"].map((address) => sheet.getRange(address).load("values,format/fill/color"));
    await context.sync();
    expect(cells.map(({ values, format }) => [values[0]?.[0], format.fill.color])).toEqual([
      ["", "#FF0000"],
      ["b", "#FFFFFF"],
      ["", "#FFFFFF"],
    ]);
  });
});

describe("copyFrom", () => {
  const CELLS = [[1, "=A1*2"], [10, null]];

  test("copies everything, relative references following", async () => {
    expect(await cellsAfter(CELLS, "A1:B2", (sheet) => sheet.getRange("B2").copyFrom("B1"))).toEqual([
      [1, "=A1*2"],
      [10, "=A2*2"],
    ]);
  });

  test("copies values only, or formats only", async () => {
    expect(await cellsAfter(CELLS, "B2", (sheet) => sheet.getRange("B2").copyFrom(sheet.getRange("B1"), "Values"))).toEqual([[2]]);
    const { Excel } = officeOn(CELLS);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").format.fill.color = "#00FF00";
      const target = sheet.getRange("A2");
      target.copyFrom("A1", Excel.RangeCopyType.formats);
      target.load("values,format/fill/color");
      await context.sync();
      expect([target.values, target.format.fill.color]).toEqual([[[10]], "#00FF00"]);
    });
  });

  test("turns rows into columns, skips blanks, and reaches other sheets", async () => {
    expect(await cellsAfter([["a", "b", "c"]], "A2:A4", (sheet) => sheet.getRange("A2").copyFrom("A1:C1", "All", false, true))).toEqual([["a"], ["b"], ["c"]]);
    expect(await cellsAfter([["a", null], ["x", "y"]], "A2:B2", (sheet) => sheet.getRange("A2").copyFrom("A1:B1", "All", true))).toEqual([["a", "y"]]);
    expect(await cellsAfter(bookOf({ One: [], Two: [["from there"]] }), "A1", (sheet) => sheet.getRange("A1").copyFrom("Two!A1"))).toEqual([["from there"]]);
  });
});

describe("merges", () => {
  test("keep the top-left value; only merges that begin in the range are answered", async () => {
    const { Excel } = officeOn([["a", "b"], ["c", "d"]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:B2").merge();
      const all = sheet.getRange("A1:C3").load("values");
      const begin = sheet.getRange("A1:D9").getMergedAreasOrNullObject().load("address");
      const inside = sheet.getRange("B2:D9").getMergedAreasOrNullObject();
      await context.sync();
      expect([all.values, begin.address, inside.isNullObject]).toEqual([[["a", "", ""], ["", "", ""], ["", "", ""]], "Sheet1!A1:B2", true]);
      sheet.getRange("A1").unmerge();
      const after = sheet.getRange("A1:D9").getMergedAreasOrNullObject();
      await context.sync();
      expect(after.isNullObject).toBe(true);
    });
  });

  test("across merges each row by itself", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:C2").merge(true);
      const merged = sheet.getRange("A1:C2").getMergedAreasOrNullObject().load("address,areaCount");
      await context.sync();
      expect([merged.areaCount, merged.address]).toEqual([2, "Sheet1!A1:C1,Sheet1!A2:C2"]);
    });
  });
});

test("finding and replacing", async () => {
  const { Excel } = officeOn([["apple", "Apple pie"], ["pie", "APPLE"]]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:B2");
    const first = range.find("pie", {}).load("address");
    const whole = range.find("pie", { completeMatch: true }).load("address");
    const cased = range.findOrNullObject("APPLE", { matchCase: true }).load("address");
    const none = range.findOrNullObject("pear", {});
    const count = range.replaceAll("apple", "pear", {});
    range.load("values");
    await context.sync();
    expect([first.address, whole.address, cased.address, none.isNullObject, count.value]).toEqual(["Sheet1!B1", "Sheet1!A2", "Sheet1!B2", true, 3]);
    expect(range.values).toEqual([["pear", "pear pie"], ["pie", "pear"]]);
  });
  const failure = await failureOf(Excel.run(async (context) => void context.workbook.worksheets.getFirst().getRange("A1:B2").find("plum", {}).load("address")));
  expect(failure).toMatchObject({ code: "ItemNotFound", location: "Range.find" });
});

test("sorting by a column, numbers before texts, blanks last", async () => {
  expect(await cellsAfter([["h", "x"], ["b", 2], ["a", "t"], ["c", null], ["d", 1]], "A1:B5", (sheet) => sheet.getRange("A1:B5").sort.apply([{ key: 1, ascending: true }], false, true))).toEqual([
    ["h", "x"],
    ["d", 1],
    ["b", 2],
    ["a", "t"],
    ["c", ""],
  ]);
});

test("removing duplicates answers how many went and stayed", async () => {
  const { Excel } = officeOn([["k", "v"], ["a", 1], ["b", 2], ["a", 3]]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:B4");
    const result = range.removeDuplicates([0], true).load("removed,uniqueRemaining");
    range.load("values");
    await context.sync();
    expect([result.removed, result.uniqueRemaining]).toEqual([1, 2]);
    expect(range.values).toEqual([["k", "v"], ["a", 1], ["b", 2], ["", ""]]);
  });
});

test("removing duplicates leaves the cells outside the range where they are", async () => {
  expect(await cellsAfter([["a", 1], ["a", 2], ["b", 3], ["below", 4]], "A1:B4", (sheet) => void sheet.getRange("A1:A3").removeDuplicates([0], false))).toEqual([
    ["a", 1],
    ["b", 2],
    ["", 3],
    ["below", 4],
  ]);
});
