/** 计算执行率 and 撤销 on a file: its sheets are saved as if nothing had happened. */

import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { createBook, type Book } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { setLook } from "../../src/embedded/book/formats";
import { setBorder, type Edge } from "../../src/embedded/book/borders";
import type { Look } from "../../src/embedded/book/styles/words";
import { decode, readPackage } from "../../src/embedded/book/package/package";
import { isColumnHidden, setColumnsHidden, setColumnWidth } from "../../src/embedded/book/sizes";
import { createFilePort } from "../../src/files/port";
import { sheetWords } from "../../src/i18n/sheet-words";
import { createTranslator } from "../../src/i18n/catalogs";
import { DEFAULT_OPTIONS } from "../../src/pipeline/compute";
import { prepareWriting } from "../../src/pipeline/prepare";
import type { WorkbookPort } from "../../src/workbook/port";
import { excelOn } from "../support/excel";
import { runs } from "../support/nightly";
import { rangeOf } from "../support/snapshots";

const PORTS: [string, (book: Book) => WorkbookPort][] = [["office.js", (book) => excelOn(book).port], ["file", createFilePort]];
const SAMPLE = readFileSync(path.join(__dirname, "../../assets/samples/budget-execution-2016.xlsx"));

async function opened(bytes: Uint8Array): Promise<Book> {
  const outcome = await openBook(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.book;
}

/** The saved sheets, to the letter, tag by tag. */
async function savedSheets(book: Book): Promise<Record<string, string[]>> {
  const { parts } = await readPackage(await saveBook(book));
  return Object.fromEntries([...parts].filter(([name]) => name.includes("worksheets/")).map(([name, { bytes }]) => [name, decode(bytes).split(/(?=<)/u)]));
}

/** @returns how many cells were written meanwhile */
async function computeAndTakeBack(port: WorkbookPort, whileWritten: () => Promise<void>): Promise<number> {
  const snapshot = await port.read();
  if (!snapshot.ok) throw new Error(snapshot.problem.code);
  const { plan } = prepareWriting(snapshot.value, DEFAULT_OPTIONS, sheetWords(createTranslator("zh-CN")));
  const written = await port.apply(plan.edits);
  if (!written.ok) throw new Error(written.problem.code);
  await whileWritten();
  expect(await port.apply(written.value.inverse)).toMatchObject({ ok: true });
  return written.value.cellsWritten;
}

async function expectRestored(bytes: Uint8Array, portOn: (book: Book) => WorkbookPort): Promise<void> {
  const book = await opened(bytes);
  const before = await savedSheets(book);
  const cells = await computeAndTakeBack(portOn(book), async () => expect(await savedSheets(book)).not.toEqual(before));
  expect(cells).toBeGreaterThan(0);
  expect(await savedSheets(book)).toEqual(before);
}

test.each(PORTS)("the sample, by %s", async (_, portOn) => {
  await expectRestored(SAMPLE, portOn);
});

const look: fc.Arbitrary<Partial<Look>> = fc.record({
  fontName: fc.constantFrom("宋体", "Calibri", "黑体"),
  fontColor: fc.constantFrom("#000000", "#FFFFFF", "#1F4E79"),
  bold: fc.boolean(),
  fillColor: fc.constantFrom("#DDEBF7", "#FFFFFF", ""),
  horizontalAlignment: fc.constantFrom("General", "Center"),
  wrapText: fc.boolean(),
  numberFormat: fc.constantFrom("General", "0.00", "0.00%"),
}, { requiredKeys: [] });
/** Whole columns, whole rows, and blocks that end inside, at and beyond the table's edge. */
const place = fc.constantFrom("A1:C1", "A1:C4", "C1:E3", "D2:D4", "E2:E2", "D:E", "E:E", "A:XFD", "2:3", "A4:XFD4");
/** Lines of the table; between the cells beside it nobody can say whose a line is. */
const lined = fc.constantFrom("A1:C1", "A1:C4", "A2:C2", "C1:C4");
const edge = fc.constantFrom<Edge>("EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical");

test.each(PORTS)("tables of any look, by %s", async (_, portOn) => {
  await fc.assert(fc.asyncProperty(
    fc.array(fc.tuple(place, look), { maxLength: 5 }),
    fc.array(fc.tuple(lined, edge), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom("A:A", "D:D", "D:F", "E:XFD"), fc.constantFrom(30, 48, 60.75, 90)), { maxLength: 2 }),
    fc.constantFrom(null, "D:D", "E:F"),
    fc.boolean(),
    async (looks, borders, widths, hidden, hasRateColumn) => {
      const book = createBook(["执行"]);
      const [sheet] = book.sheets;
      if (sheet === undefined) throw new Error("a workbook has a sheet");
      enterValues(sheet, rangeOf("A1:C4"), [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲", 10, 5], ["乙", 20, 5], ["合计", 30, 10]]);
      if (hasRateColumn) enterValues(sheet, rangeOf("D1"), [["执行率"]]);
      for (const [where, wanted] of looks) setLook(sheet, rangeOf(where), wanted);
      for (const [where, side] of borders) setBorder(sheet, rangeOf(where), side, { style: "Continuous", weight: "Thin", color: "#808080" });
      for (const [where, points] of widths) setColumnWidth(sheet, rangeOf(where), points);
      if (hidden !== null) setColumnsHidden(sheet, rangeOf(hidden), true);
      await expectRestored(await saveBook(book), portOn);
    },
  ), { numRuns: runs(12, 200) });
});

// How wide a hidden column was, Excel does not tell.
test.each(PORTS)("columns that had to become visible are hidden again, by %s", async (_, portOn) => {
  const book = createBook(["执行"]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("a workbook has a sheet");
  enterValues(sheet, rangeOf("A1:C3"), [["项目名称", "年初预算（万元）", "支出（万元）"], ["甲", 10, 5], ["合计", 10, 5]]);
  setColumnsHidden(sheet, rangeOf("D:XFD"), true);
  const hidden = (): boolean[] => [2, 3, 4, 5].map((column) => isColumnHidden(sheet, column));
  await computeAndTakeBack(portOn(book), () => Promise.resolve(expect(hidden()).toEqual([false, false, false, true])));
  expect(hidden()).toEqual([false, true, true, true]);
});
