// Documented at learn.microsoft.com/javascript/api/excel/excel.worksheet
import { bookOf, failureOf, officeOn } from "../../support/office";

const names = (office: ReturnType<typeof officeOn>): readonly string[] => office.host.book.sheets.map(({ name }) => name);

test("adding, naming, moving and deleting sheets", async () => {
  const office = officeOn(bookOf({ One: [], Two: [] }));
  await office.Excel.run(async ({ workbook: { worksheets } }) => {
    worksheets.add("Three").position = 0;
    worksheets.getItem("one").name = "First";
    worksheets.getItem("Two").delete();
    worksheets.add();
  });
  expect(names(office).slice(0, 2)).toEqual(["Three", "First"]);
  expect(names(office)).toHaveLength(3);
});

test("sheets by name in any case, by id, and beside each other", async () => {
  const { Excel } = officeOn(bookOf({ A: [], B: [], C: [] }));
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const b = worksheets.getItem("b").load("id,name,position,visibility,tabColor,showGridlines");
    worksheets.getItem("B").visibility = "Hidden";
    await context.sync();
    expect([b.name, b.position, b.visibility, b.tabColor, b.showGridlines]).toEqual(["B", 1, "Visible", "", true]);
    const found = [worksheets.getItem(b.id), worksheets.getFirst(), worksheets.getLast(), worksheets.getItem("A").getNext(), worksheets.getItem("A").getNext(true), worksheets.getItem("C").getPrevious(true)];
    for (const sheet of found) sheet.load("name");
    const beyond = worksheets.getItem("C").getNextOrNullObject();
    const [all, visible] = [worksheets.getCount(), worksheets.getCount(true)];
    await context.sync();
    expect(found.map(({ name }) => name)).toEqual(["B", "A", "C", "B", "C", "A"]);
    expect([beyond.isNullObject, all.value, visible.value]).toEqual([true, 3, 2]);
  });
});

test.each([":", "\\", "/", "?", "*", "[", "]", "a".repeat(32), "", "'quoted'"])("a sheet cannot be called %j", async (name) => {
  const { Excel } = officeOn([]);
  const failure = await failureOf(Excel.run(async ({ workbook }) => void (workbook.worksheets.getFirst().name = name)));
  expect(failure).toMatchObject({ code: "InvalidArgument", location: "Worksheet.name" });
});

test("two sheets cannot have one name, in any case", async () => {
  const { Excel } = officeOn(bookOf({ One: [], Two: [] }));
  const failure = await failureOf(Excel.run(async ({ workbook }) => void workbook.worksheets.add("ONE")));
  expect(failure).toMatchObject({ code: "ItemAlreadyExists", location: "WorksheetCollection.add" });
});

test("the last visible sheet can be neither deleted nor hidden", async () => {
  const { Excel } = officeOn([]);
  const deleted = await failureOf(Excel.run(async ({ workbook }) => workbook.worksheets.getFirst().delete()));
  const hidden = await failureOf(Excel.run(async ({ workbook }) => void (workbook.worksheets.getFirst().visibility = "Hidden")));
  expect([deleted.location, hidden.location]).toEqual(["Worksheet.delete", "Worksheet.visibility"]);
});

test("a deleted sheet is gone, with all that was reached from it", async () => {
  const { Excel } = officeOn(bookOf({ One: [], Two: [["x"]] }));
  const failure = await failureOf(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Two");
      const range = sheet.getRange("A1");
      await context.sync();
      sheet.delete();
      range.load("values");
      await context.sync();
    }),
  );
  expect(failure.code).toBe("ItemNotFound");
});

test("a copy stands where it was put, with contents and formats", async () => {
  const office = officeOn(bookOf({ One: [["a"]], Two: [] }));
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("One");
    sheet.getRange("A1").format.fill.color = "#FF0000";
    const copy = sheet.copy("After", context.workbook.worksheets.getItem("Two"));
    const cell = copy.getRange("A1").load("values,format/fill/color");
    copy.load("name,position");
    await context.sync();
    expect([copy.position, cell.values, cell.format.fill.color]).toEqual([2, [["a"]], "#FF0000"]);
    expect(names(office)[2]).toBe(copy.name);
  });
});

test("frozen panes", async () => {
  const { Excel } = officeOn([]);
  await Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getFirst();
    const before = freezePanes.getLocationOrNullObject();
    freezePanes.freezeRows(2);
    const rows = freezePanes.getLocation().load("address");
    freezePanes.freezeAt("A1:B3");
    const both = freezePanes.getLocation().load("address");
    freezePanes.unfreeze();
    const after = freezePanes.getLocationOrNullObject();
    await context.sync();
    expect([before.isNullObject, rows.address, both.address, after.isNullObject]).toEqual([true, "Sheet1!1:2", "Sheet1!A1:B3", true]);
  });
});

describe("protection", () => {
  test("refuses writing with AccessDenied, and leaves cells as they were", async () => {
    const { Excel } = officeOn([["before"]]);
    await Excel.run(async ({ workbook }) => workbook.worksheets.getFirst().protection.protect({ allowFormatCells: true }));
    const failure = await failureOf(Excel.run(async ({ workbook }) => void (workbook.worksheets.getFirst().getRange("A1").values = [["after"]])));
    expect(failure).toMatchObject({ code: "AccessDenied", location: "Range.values" });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange("A1").load("values");
      sheet.protection.load("protected,options");
      range.format.font.bold = true;
      await context.sync();
      expect([range.values, sheet.protection.protected, sheet.protection.options.allowFormatCells, sheet.protection.options.allowInsertRows]).toEqual([[["before"]], true, true, false]);
    });
  });

  test("lets unlocked cells be written", async () => {
    const { Excel } = officeOn([["a", "b"]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect();
      sheet.getRange("B1").values = [["written"]];
      const range = sheet.getRange("A1:B1").load("values");
      await context.sync();
      expect(range.values).toEqual([["a", "written"]]);
    });
  });

  test("with a password ends only with the same one, and cannot be doubled", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async ({ workbook }) => workbook.worksheets.getFirst().protection.protect({}, "secret"));
    expect((await failureOf(Excel.run(async ({ workbook }) => workbook.worksheets.getFirst().protection.protect()))).code).toBe("AccessDenied");
    const wrong = await failureOf(Excel.run(async ({ workbook }) => workbook.worksheets.getFirst().protection.unprotect("wrong")));
    expect(wrong).toMatchObject({ location: "WorksheetProtection.unprotect" });
    await Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getFirst();
      protection.unprotect("secret");
      protection.load("protected");
      await context.sync();
      expect(protection.protected).toBe(false);
    });
  });

  test("of the workbook's structure refuses new sheets", async () => {
    const { Excel } = officeOn([]);
    await Excel.run(async ({ workbook }) => workbook.protection.protect());
    const failure = await failureOf(Excel.run(async ({ workbook }) => void workbook.worksheets.add("New")));
    expect(failure).toMatchObject({ code: "AccessDenied", location: "WorksheetCollection.add" });
  });
});

test("page layout is read as it was set", async () => {
  const { Excel } = officeOn([["a"]]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4";
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.centerHorizontally = true;
    pageLayout.setPrintMargins("Inches", { left: 0.5, top: 1 });
    pageLayout.setPrintArea("A1:F20");
    pageLayout.setPrintTitleRows("$1:$2");
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
    sheet.horizontalPageBreaks.add("A10");
    pageLayout.load("orientation,paperSize,centerHorizontally,leftMargin,topMargin,headersFooters/defaultForAllPages/centerFooter");
    const area = pageLayout.getPrintArea().load("address");
    const titles = pageLayout.getPrintTitleRowsOrNullObject().load("address");
    const columns = pageLayout.getPrintTitleColumnsOrNullObject();
    const cell = sheet.horizontalPageBreaks.getItem(0).getCellAfterBreak().load("address");
    await context.sync();
    expect([pageLayout.orientation, pageLayout.paperSize, pageLayout.centerHorizontally, pageLayout.leftMargin, pageLayout.topMargin]).toEqual(["Landscape", "A4", true, 36, 72]);
    expect(pageLayout.headersFooters.defaultForAllPages.centerFooter).toBe("&P / &N");
    expect([area.address, titles.address, columns.isNullObject, cell.address]).toEqual(["Sheet1!A1:F20", "Sheet1!1:2", true, "Sheet1!A10"]);
  });
});

test("the autofilter hides rows, and says what it filters", async () => {
  const { Excel } = officeOn([["k", "v"], ["a", 1], ["b", 2], ["a", 3]]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.autoFilter.apply("A1:B4", 0, { filterOn: "Values", values: ["a"] });
    sheet.autoFilter.load("enabled,isDataFiltered,criteria");
    const range = sheet.autoFilter.getRange().load("address");
    const rows = [2, 3, 4].map((row) => sheet.getRange(`A${row}`).load("rowHidden"));
    await context.sync();
    expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered, range.address]).toEqual([true, true, "Sheet1!A1:B4"]);
    expect(sheet.autoFilter.criteria[0]).toMatchObject({ filterOn: "Values", values: ["a"] });
    expect(rows.map(({ rowHidden }) => rowHidden)).toEqual([false, true, false]);
    sheet.autoFilter.remove();
    const none = sheet.autoFilter.getRangeOrNullObject();
    rows[1]?.load("rowHidden");
    await context.sync();
    expect([none.isNullObject, rows[1]?.rowHidden]).toEqual([true, false]);
  });
});
