// Documented at learn.microsoft.com/javascript/api/excel/excel.rangeformat
import { failureOf, officeOn } from "../../support/office";

async function onCells<T>(address: string, act: (range: Excel.Range, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const { Excel } = officeOn([["a", "b"], ["c", "d"]]);
  return Excel.run(async (context) => act(context.workbook.worksheets.getFirst().getRange(address), context));
}

test("a format is read as it was set", async () => {
  await onCells("A1:B2", async ({ format }, context) => {
    format.fill.color = "#FFF2CC";
    format.font.set({ name: "宋体", size: 14, bold: true, italic: true, color: "red", underline: "Single" });
    format.set({ horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true, indentLevel: 0 });
    format.protection.locked = false;
    format.load("horizontalAlignment,verticalAlignment,wrapText,fill/color,protection/locked");
    format.font.load("name,size,bold,italic,color,underline");
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
      fill: { color: "#FFF2CC" },
      font: { name: "宋体", size: 14, bold: true, italic: true, color: "#FF0000", underline: "Single" },
      protection: { locked: false },
    });
  });
});

test("where cells differ, a property is null", async () => {
  await onCells("A1:B1", async (range, context) => {
    const first = range.getCell(0, 0).format;
    first.font.bold = true;
    first.fill.color = "#00FF00";
    first.horizontalAlignment = "Right";
    range.format.load("horizontalAlignment,fill/color,font/bold,font/italic");
    await context.sync();
    expect([range.format.horizontalAlignment, range.format.fill.color, range.format.font.bold, range.format.font.italic]).toEqual([null, null, null, false]);
  });
});

test("clearing a fill, or a range's formats, leaves the contents", async () => {
  await onCells("A1:B1", async (range, context) => {
    range.format.fill.color = "#123456";
    range.format.font.bold = true;
    range.getCell(0, 0).format.fill.clear();
    range.getCell(0, 1).clear("Formats");
    const cells = [range.getCell(0, 0), range.getCell(0, 1)];
    for (const cell of cells) cell.load("values,format/fill/color,format/font/bold");
    await context.sync();
    expect(cells.map(({ values, format }) => [values, format.fill.color, format.font.bold])).toEqual([
      [[["a"]], "#FFFFFF", true],
      [[["b"]], "#FFFFFF", false],
    ]);
  });
});

test("borders by their side", async () => {
  await onCells("A1:B2", async ({ format }, context) => {
    const bottom = format.borders.getItem("EdgeBottom");
    bottom.set({ style: "Continuous", weight: "Medium", color: "#FF0000" });
    bottom.load("style,weight,color,sideIndex");
    const inside = format.borders.getItem("InsideVertical").load("style");
    format.borders.load("count,items/sideIndex");
    await context.sync();
    expect(bottom.toJSON()).toEqual({ style: "Continuous", weight: "Medium", color: "#FF0000", sideIndex: "EdgeBottom" });
    expect([inside.style, format.borders.count]).toEqual(["None", 8]);
    expect(format.borders.items.map(({ sideIndex }) => sideIndex)).toEqual([
      "EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp",
    ]);
  });
});

test("widths and heights in points, and hiding", async () => {
  await onCells("A1:B2", async (range, context) => {
    range.getColumn(0).format.columnWidth = 75;
    range.getRow(0).format.rowHeight = 30;
    range.getColumn(1).columnHidden = true;
    const first = range.getCell(0, 0).load("format/columnWidth,format/rowHeight,hidden,rowHidden");
    range.load("format/columnWidth,columnHidden,hidden");
    await context.sync();
    expect([first.format.columnWidth, first.format.rowHeight, first.hidden, first.rowHidden]).toEqual([75, 30, false, false]);
    expect([range.format.columnWidth, range.columnHidden, range.hidden]).toEqual([null, null, null]);
  });
});

test.each([
  ["a colour", (format: Excel.RangeFormat) => void (format.fill.color = "no colour"), "RangeFill.color"],
  ["an alignment", (format: Excel.RangeFormat) => void Object.assign(format, { horizontalAlignment: "Sideways" }), "RangeFormat.horizontalAlignment"],
  ["a line style", (format: Excel.RangeFormat) => void Object.assign(format.borders.getItem("EdgeTop"), { style: "Wavy" }), "RangeBorder.style"],
  ["a type", (format: Excel.RangeFormat) => void Object.assign(format.font, { bold: "yes" }), "RangeFont.bold"],
])("%s that Excel does not know is refused", async (_, set, location) => {
  const failure = await failureOf(
    onCells("A1", async ({ format }, context) => {
      set(format);
      await context.sync();
    }),
  );
  expect(failure).toMatchObject({ code: "InvalidArgument", location });
});

test("cell properties are read and written in bulk", async () => {
  await onCells("A1:B1", async (range, context) => {
    range.setCellProperties([[{ format: { fill: { color: "#FF0000" }, font: { bold: true }, borders: { bottom: { style: "Continuous" } } } }, { format: { horizontalAlignment: "Right" } }]]);
    const read = range.getCellProperties({
      address: true,
      format: { fill: { color: true }, font: { bold: true, name: true }, horizontalAlignment: true, borders: { style: true } },
      style: true,
    });
    await context.sync();
    expect(read.value).toMatchObject([
      [
        { address: "Sheet1!A1", style: "Normal", format: { fill: { color: "#FF0000" }, font: { bold: true }, horizontalAlignment: "General", borders: { bottom: { style: "Continuous" } } } },
        { address: "Sheet1!B1", style: "Normal", format: { fill: { color: "#FFFFFF" }, font: { bold: false }, horizontalAlignment: "Right", borders: { bottom: { style: "None" } } } },
      ],
    ]);
  });
});

test("row and column properties", async () => {
  await onCells("A1:B2", async (range, context) => {
    range.setRowProperties([{ format: { rowHeight: 40 } }, { rowHidden: true }]);
    range.setColumnProperties([{ format: { columnWidth: 90 } }, { columnHidden: false }]);
    const rows = range.getRowProperties({ rowIndex: true, rowHidden: true, format: { rowHeight: true } });
    const columns = range.getColumnProperties({ columnIndex: true, columnHidden: true, format: { columnWidth: true } });
    await context.sync();
    expect(rows.value.map(({ rowIndex, rowHidden }) => [rowIndex, rowHidden])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(rows.value[0]?.format).toEqual({ rowHeight: 40 });
    expect(columns.value[0]).toEqual({ columnIndex: 0, columnHidden: false, format: { columnWidth: 90 } });
  });
});

test("hyperlinks", async () => {
  await onCells("A1", async (range, context) => {
    range.hyperlink = { documentReference: "Sheet1!B2", textToDisplay: "there", screenTip: "tip" };
    range.load("hyperlink,values");
    await context.sync();
    expect(range.hyperlink).toMatchObject({ documentReference: "Sheet1!B2", textToDisplay: "there", screenTip: "tip" });
    expect(range.values).toEqual([["there"]]);
  });
});

test("named styles are listed, and taken by name", async () => {
  await onCells("A1", async (range, context) => {
    range.style = "Percent";
    range.load("style,numberFormat");
    const percent = context.workbook.styles.getItem("percent").load("name,builtIn");
    const none = context.workbook.styles.getItemOrNullObject("no such style");
    await context.sync();
    expect([range.style, range.numberFormat, percent.name, percent.builtIn, none.isNullObject]).toEqual(["Percent", [["0%"]], "Percent", true, true]);
  });
});
