/** The file for the bureau, read back. */

import JSZip from "jszip";
import type { Sheet } from "../../src/embedded/book/book";
import { addConditionalFormat } from "../../src/embedded/book/conditional-formats";
import { openBook, saveBook } from "../../src/embedded/book/files";
import { setLook } from "../../src/embedded/book/formats";
import { setPrintArea } from "../../src/embedded/book/page-layout";
import { setVisibility } from "../../src/embedded/book/sheets";
import { setColumnsHidden, setColumnWidth, setRowHeight, setRowsHidden } from "../../src/embedded/book/sizes";
import { sheetsOfFile, workbookFile } from "../../src/export/workbook-file";
import { bureauSheets } from "../../src/pipeline/export/bureau";
import { verifyExport } from "../../src/pipeline/export/verify";
import { parseRange, type CellRange } from "../../src/workbook/address";
import { contentsOf, contentsOfSheet, countUnlike, type SheetLayout } from "../../src/workbook/sheet-layout";
import { FACTS, smallExport, WORDS } from "../pipeline/export/small-export";

test("the file holds the sheets as values, and verifies", async () => {
  const layouts = bureauSheets(await smallExport(), FACTS, WORDS);
  const read = await sheetsOfFile(await workbookFile(layouts));
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.map(({ name }) => name)).toEqual(["汇总表", "项目绩效跟踪分析表", "数据校验"]);
  expect(read.value.map((sheet, i) => countUnlike(contentsOfSheet(sheet), contentsOf(layouts[i] as SheetLayout), "content"))).toEqual([0, 0, 0]);
  expect(verifyExport(read.value)).toEqual({ ok: true, value: FACTS });
});

test("nothing in it leads out, is hidden, or says who made it", async () => {
  const zip = await JSZip.loadAsync(await workbookFile(bureauSheets(await smallExport(), FACTS, WORDS)));
  const parts = Object.keys(zip.files);
  const text = (await Promise.all(parts.map((part) => zip.file(part)?.async("string")))).join("\n");
  expect(parts.filter((part) => /docProps|comments|externalLinks|customXml|calcChain|vba/iu.test(part))).toEqual([]);
  expect(parts.filter((part) => /charts\/chart/u.test(part))).toHaveLength(1);
  expect(text).not.toMatch(/<f[ >]|<hyperlink|state="(?:hidden|veryHidden)"|TargetMode="External"|hidden="1"/u);
  const names = [...text.matchAll(/<definedName [^>]*name="([^"]*)"/gu)].map(([, name]) => name ?? "");
  expect(names.filter((name) => !name.startsWith("_xlnm.Print_"))).toEqual([]);
  // Cells of this file only.
  const sources = [...text.matchAll(/<(?:\w+:)?f>([^<]*)<\/(?:\w+:)?f>/gu)].map(([, source]) => source ?? "");
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.filter((source) => !/^'?汇总表'?!/u.test(source))).toEqual([]);
});

/** The file as somebody saved it after touching its first sheet. */
async function touched(touch: (sheet: Sheet) => void): Promise<ReturnType<typeof verifyExport>> {
  const opened = await openBook(await workbookFile(bureauSheets(await smallExport(), FACTS, WORDS)));
  if (!opened.ok) throw new Error(opened.problem.code);
  touch(opened.value.book.sheets[0] as Sheet);
  const read = await sheetsOfFile(await saveBook(opened.value.book));
  if (!read.ok) throw new Error(read.problem.code);
  return verifyExport(read.value);
}

const at = (address: string): CellRange => parseRange(address) as CellRange;

test.each<[string, (sheet: Sheet) => void, string]>([
  ["a hidden row", (sheet) => setRowsHidden(sheet, at("A4:A5"), true), "汇总表!4:5"],
  ["a row of no height", (sheet) => setRowHeight(sheet, at("A5"), 1), "汇总表!5:5"],
  ["a hidden column", (sheet) => setColumnsHidden(sheet, at("C1"), true), "汇总表!C:C"],
  ["a column of no width", (sheet) => setColumnWidth(sheet, at("C1"), 1), "汇总表!C:C"],
  ["a hidden sheet", (sheet) => setVisibility(sheet, "Hidden"), "汇总表"],
  ["white text", (sheet) => setLook(sheet, at("A1"), { fontColor: "#FFFFFF", fillPattern: "None" }), "汇总表!A1"],
  ["a rule that paints over", (sheet) => void addConditionalFormat(sheet, [at("A1")], { type: "Custom", formula: "=TRUE", look: { fillColor: "#000000", fontColor: "#000000" } }), "汇总表!A1"],
  ["icons alone", (sheet) => void addConditionalFormat(sheet, [at("A1")], { type: "IconSet", style: "ThreeArrows", reverse: false, showIconOnly: true, criteria: [] }), "汇总表!A1"],
])("what paper does not show is named: %s", async (_, touch, places) => {
  expect(await touched(touch)).toEqual({ ok: false, problem: { code: "export-hidden", values: { places } } });
});

test("less is printed than was", async () => {
  expect(await touched((sheet) => setPrintArea(sheet, [at("A1:H5")]))).toMatchObject({ problem: { code: "export-hidden", values: { places: expect.stringMatching(/^汇总表!A1:[A-Z]+\d+$/u) } } });
  expect((await touched((sheet) => setPrintArea(sheet, []))).ok).toBe(true);
});

test("a rule that prints another figure is a change of its sheet", async () => {
  expect(await touched((sheet) => void addConditionalFormat(sheet, [at("A1:H20")], { type: "Custom", formula: "=TRUE", look: { numberFormat: '"9"0.00' } }))).toMatchObject({ problem: { code: "export-changed", values: { sheets: "汇总表" } } });
});

test("other looks, sizes and hidden blanks change nothing", async () => {
  expect((await touched((sheet) => {
    setLook(sheet, at("A1:H20"), { bold: true, fontColor: "#FF0000", fillColor: "#FFFF00" });
    setRowHeight(sheet, at("A5:A6"), 40);
    setColumnsHidden(sheet, at("Z1:AC1"), true);
  })).ok).toBe(true);
});
