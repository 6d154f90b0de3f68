import { insertRows } from "../../../src/embedded/book/structure";
import { bookOf, failureOf, firstSheet, officeOn } from "../../support/office";

describe("a batch", () => {
  test("that fails keeps what ran before it, and answers what was loaded before", async () => {
    const { Excel } = officeOn([["before"]]);
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        const cell = sheet.getRange("A1").load("values");
        sheet.getRange("A1").values = [["done"]];
        sheet.getRange("A2").values = [[1, 2]];
        sheet.getRange("A3").values = [["never"]];
        try {
          await context.sync();
        } finally {
          expect(cell.values).toEqual([["before"]]);
        }
      }),
    );
    expect(failure).toMatchObject({ code: "InvalidArgument", location: "Range.values", statement: "range2.values = ...;" });
    await Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3").load("values");
      await context.sync();
      expect(cells.values).toEqual([["done"], [""], [""]]);
    });
  });

  test("names the member that failed: method, indexer, property in a load", async () => {
    const { Excel } = officeOn([], { apiLevel: "1.13" });
    const sheetGone = await failureOf(Excel.run(async (context) => void context.workbook.worksheets.getItem("gone").load("name")));
    expect(sheetGone).toMatchObject({ code: "ItemNotFound", location: "WorksheetCollection.getItem" });
    const badAddress = await failureOf(Excel.run(async (context) => void context.workbook.worksheets.getFirst().getRange("not an address").load("address")));
    expect(badAddress).toMatchObject({ code: "InvalidArgument", location: "Worksheet.getRange" });
    const unknown = await failureOf(Excel.run(async (context) => void context.workbook.worksheets.getFirst().load("nonsense")));
    expect(unknown).toMatchObject({ code: "ApiNotFound", location: "Worksheet.nonsense" });
    expect(unknown.message).toContain("Worksheet.nonsense");
  });

  test("refuses to read what was not loaded, as office.js does", async () => {
    const { Excel } = officeOn([]);
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.load("id");
        await context.sync();
        return sheet.name;
      }),
    );
    expect(failure).toMatchObject({ code: "PropertyNotLoaded", location: "Worksheet.name" });
  });

  test("uses the object that a method made in the same batch, once", async () => {
    const { Excel, host } = officeOn([]);
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("New");
      added.getRange("A1").values = [[1]];
      added.getRange("A2").values = [[2]];
      added.load("name,position");
      await context.sync();
      expect([added.name, added.position]).toEqual(["New", 1]);
      added.name = "Renamed";
      await context.sync();
    });
    expect(host.book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Renamed"]);
  });
});

describe("null objects", () => {
  test("are null after a sync, and so is what hangs on them; calling them does nothing", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("missing");
      const below = missing.getRange("A1").load("values");
      missing.delete();
      missing.name = "whatever";
      await context.sync();
      expect([missing.isNullObject, below.isNullObject]).toEqual([true, true]);
      missing.load("name");
      await context.sync();
      expect(missing.isNullObject).toBe(true);
    });
  });

  test("are no arguments", async () => {
    const { Excel } = officeOn([[1]]);
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        const nothing = sheet.getRange("A1").getIntersectionOrNullObject("C3");
        sheet.getRange("B1").copyFrom(nothing);
        await context.sync();
      }),
    );
    expect(failure).toMatchObject({ code: "ItemNotFound", location: "Range.copyFrom" });
  });
});

describe("load", () => {
  test("gives plain properties, children and items by their paths", async () => {
    const { Excel } = officeOn(bookOf({ One: [["a"]], Two: [] }));
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility,items/protection/protected");
      const range = worksheets.getItem("One").getRange("A1").load("values,format/fill/color,format/font/bold,worksheet/name");
      await context.sync();
      expect(worksheets.items.map(({ name, visibility, protection }) => [name, visibility, protection.protected])).toEqual([
        ["One", "Visible", false],
        ["Two", "Visible", false],
      ]);
      expect([range.values, range.format.fill.color, range.format.font.bold, range.worksheet.name]).toEqual([[["a"]], "#FFFFFF", false, "One"]);
      expect(() => range.address).toThrow("address");
    });
  });

  test("without names gives all plain properties", async () => {
    const { Excel } = officeOn([["a", 2]]);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:B1").load();
      await context.sync();
      expect([range.address, range.values, range.rowCount, range.columnIndex, range.numberFormat]).toEqual(["Sheet1!A1:B1", [["a", 2]], 1, 0, [["General", "General"]]]);
    });
  });

  test("takes part of a collection with top and skip", async () => {
    const { Excel } = officeOn(bookOf({ A: [], B: [], C: [], D: [] }));
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ select: "name", top: 2, skip: 1 });
      await context.sync();
      expect(worksheets.items.map(({ name }) => name)).toEqual(["B", "C"]);
    });
  });

  test("reads items through their own objects afterwards", async () => {
    const { Excel } = officeOn(bookOf({ A: [[1]], B: [[2]] }));
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items");
      await context.sync();
      const cells = worksheets.items.map((sheet) => sheet.getRange("A1").load("values"));
      await context.sync();
      expect(cells.map(({ values }) => values)).toEqual([[[1]], [[2]]]);
    });
  });
});

describe("ranges kept across syncs", () => {
  test("move with rows that others insert above them", async () => {
    const office = officeOn([["a"], ["b"], ["c"]]);
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A2:A3");
      await context.sync();
      insertRows(firstSheet(office), 0, 2);
      range.load("address,values");
      await context.sync();
      expect([range.address, range.values]).toEqual(["Sheet1!A4:A5", [["b"], ["c"]]]);
    });
  });

  test("move inside a batch with the rows it inserts itself", async () => {
    const { Excel } = officeOn([["a"], ["b"]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange("A2");
      const blank = sheet.getRange("1:1").insert("Down").load("address");
      range.load("address,values");
      await context.sync();
      expect([blank.address, range.address, range.values]).toEqual(["Sheet1!1:1", "Sheet1!A3", [["b"]]]);
    });
  });

  test("shrink with rows that are deleted, and are gone when nothing is left", async () => {
    const { Excel } = officeOn([["a"], ["b"], ["c"]]);
    const failure = await failureOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        const range = sheet.getRange("A1:A3");
        const part = sheet.getRange("A2:A2");
        sheet.getRange("2:2").delete("Up");
        range.load("address,values");
        await context.sync();
        expect([range.address, range.values]).toEqual(["Sheet1!A1:A2", [["a"], ["c"]]]);
        part.load("values");
        await context.sync();
      }),
    );
    expect(failure.code).toBe("ItemNotFound");
  });

  test("are let go when the run ends", async () => {
    const { Excel, host } = officeOn([]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1");
      await context.sync();
      expect(host.referenceCount()).toBe(1);
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(host.referenceCount()).toBe(0);
  });

  test("stay when they are tracked, until they are untracked", async () => {
    const { Excel, host } = officeOn([["kept"]]);
    const kept = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      context.trackedObjects.add(range);
      await context.sync();
      return range;
    });
    await Excel.run(kept, async (context) => {
      kept.load("values");
      await context.sync();
      expect(kept.values).toEqual([["kept"]]);
      kept.untrack();
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(host.referenceCount()).toBe(0);
  });
});
