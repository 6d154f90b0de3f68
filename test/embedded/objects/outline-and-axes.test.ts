/** Groups of rows, and what axes and series of charts look like: set through office.js, kept in the file. */

import { findSheet, type Book, type Sheet } from "../../../src/embedded/book/book";
import { axisOf, seriesColor } from "../../../src/embedded/book/chart-looks";
import { chartsOf } from "../../../src/embedded/book/charts";
import { openBook, saveBook } from "../../../src/embedded/book/files";
import { rowOutline } from "../../../src/embedded/book/outline";
import { bookOf, failureOf, officeOn } from "../../support/office";

async function reopened(book: Book): Promise<Sheet> {
  const opened = await openBook(await saveBook(book));
  const sheet = opened.ok ? findSheet(opened.value.book, "S") : null;
  if (sheet === null) throw new Error("no sheet");
  return sheet;
}

test("groups lie in groups, are kept, and end one by one", async () => {
  const book = bookOf({ S: [["a"], ["b"], ["c"], ["d"]] });
  const { Excel } = officeOn(book);
  const levels = (sheet: Sheet): number[] => [0, 1, 2, 3].map((row) => rowOutline(sheet, row));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    sheet.getRange("2:4").group("ByRows");
    sheet.getRange("3:3").group("ByRows");
    await context.sync();
  });
  expect(levels(await reopened(book))).toEqual([0, 1, 2, 1]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("S").getRange("2:4").ungroup("ByRows");
    await context.sync();
  });
  expect(levels(await reopened(book))).toEqual([0, 0, 1, 0]);
});

test("a row in no group can't be taken out of one, nor be put into more than seven", async () => {
  const { Excel } = officeOn(bookOf({ S: [["a"]] }));
  const change = (work: (range: Excel.Range) => void): Promise<void> => Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("S").getRange("1:1"));
    await context.sync();
  });
  expect((await failureOf(change((range) => range.ungroup("ByRows")))).code).toBe("InvalidOperation");
  for (let depth = 0; depth < 7; depth++) await change((range) => range.group("ByRows"));
  expect((await failureOf(change((range) => range.group("ByRows")))).code).toBe("InvalidOperation");
});

test("axes and colours are what was set, and what was not set stays as Excel chooses", async () => {
  const book = bookOf({ S: [["x", "y"], ["a", 1], ["b", 2]] });
  const { Excel } = officeOn(book);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B3"), "Columns");
    chart.series.getItemAt(0).format.fill.setSolidColor("#4472C4");
    const { valueAxis, categoryAxis } = chart.axes;
    categoryAxis.reversePlotOrder = true;
    categoryAxis.tickLabelSpacing = 1;
    valueAxis.majorUnit = 1;
    valueAxis.minimum = 0;
    valueAxis.maximum = 1.5;
    valueAxis.numberFormat = "0%";
    valueAxis.majorGridlines.format.line.color = "red";
    valueAxis.title.text = "100 %";
    valueAxis.load("majorUnit,numberFormat,reversePlotOrder");
    valueAxis.majorGridlines.load("visible");
    await context.sync();
    expect([valueAxis.majorUnit, valueAxis.numberFormat, valueAxis.reversePlotOrder, valueAxis.majorGridlines.visible]).toEqual([1, "0%", false, true]);
  });
  const [chart] = chartsOf(await reopened(book));
  if (chart === undefined) throw new Error("no chart");
  expect([axisOf(chart, "value"), axisOf(chart, "category"), seriesColor(chart, 0)]).toEqual([
    { reversed: false, numberFormat: "0%", majorUnit: 1, minimum: 0, maximum: 1.5, gridlines: true, gridlineColor: "#FF0000", title: "100 %", labelEvery: null },
    { reversed: true, numberFormat: null, majorUnit: null, minimum: null, maximum: null, gridlines: false, gridlineColor: null, title: null, labelEvery: 1 },
    "#4472C4",
  ]);
});

test.each<[string, (axes: Excel.ChartAxes) => void]>([
  ["a unit of zero", ({ valueAxis }) => (valueAxis.majorUnit = 0)],
  ["labels at every half category", ({ categoryAxis }) => (categoryAxis.tickLabelSpacing = 0.5)],
  ["labels further apart than Excel has them", ({ categoryAxis }) => (categoryAxis.tickLabelSpacing = 32_000)],
])("there are no axes with %s", async (_, change) => {
  const { Excel } = officeOn(bookOf({ S: [["x", "y"], ["a", 1], ["b", 2]] }));
  const failure = await failureOf(Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    change(sheet.charts.add("Line", sheet.getRange("A1:B3")).axes);
    await context.sync();
  }));
  expect(failure.code).toBe("InvalidArgument");
});
