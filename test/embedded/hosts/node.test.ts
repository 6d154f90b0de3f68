import { openOffice } from "../../../src/embedded/hosts/node";
import { bookOf } from "../../support/office";

test("the Office namespace says which Excel this is", async () => {
  const { Office } = openOffice(bookOf({ Sheet1: [] }), { apiLevel: "1.13", locale: "en-US" });
  expect(await Office.onReady()).toEqual({ host: "Excel", platform: "OfficeOnline" });
  expect([Office.context.displayLanguage, Office.context.requirements.isSetSupported("ExcelApi", "1.13"), Office.context.requirements.isSetSupported("DelayForCellEdit", "1.1")]).toEqual(["en-US", true, true]);
});

test("two hosts over one book see each other's writes, and nothing else of each other", async () => {
  const book = bookOf({ Sheet1: [["shared"]] });
  const [one, two] = [openOffice(book), openOffice(book, { apiLevel: "1.8" })];
  one.host.faults.add("every", { kind: "delay", milliseconds: 1 });
  await one.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [["by one"]];
    await context.sync();
  });
  await two.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange("A1").load("values");
    await context.sync();
    expect(cell.values).toEqual([["by one"]]);
  });
  expect([one.Excel === two.Excel, one.Office.context.requirements.isSetSupported("ExcelApi", "1.9"), two.Office.context.requirements.isSetSupported("ExcelApi", "1.9")]).toEqual([false, true, false]);
  expect(two.host.traffic().log.some(({ calls }) => calls.includes("Range.values ="))).toBe(false);
});

test("after close nothing is told of the book any more", async () => {
  const book = bookOf({ Sheet1: [] });
  const { close } = openOffice(book);
  const before = book.listeners.size;
  close();
  expect([before > 0, book.listeners.size]).toEqual([true, 0]);
});
