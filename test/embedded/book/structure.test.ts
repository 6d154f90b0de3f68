// Rules: support.microsoft.com "Insert or delete rows and columns" and learn.microsoft.com/javascript/api/excel/excel.range (insert, delete).
import fc from "fast-check";
import { formatRange } from "../../../src/workbook/address";
import { numberFormatAt } from "../../../src/embedded/book/cells";
import { enterArrayFormula, enterValues } from "../../../src/embedded/book/entering";
import { addConditionalFormat, conditionalFormatsOf, ruleLookAt } from "../../../src/embedded/book/conditional-formats";
import { readLook, setLook } from "../../../src/embedded/book/formats";
import { readBorder, setBorder } from "../../../src/embedded/book/borders";
import { setHyperlink, hyperlinkAt } from "../../../src/embedded/book/hyperlinks";
import { merge, mergesOf } from "../../../src/embedded/book/merges";
import { addName, nameRange } from "../../../src/embedded/book/names";
import { columnWidth, rowHeight, setColumnWidth, setRowHeight } from "../../../src/embedded/book/sizes";
import { deleteCells, deleteColumns, deleteRows, insertCells, insertColumns, insertRows } from "../../../src/embedded/book/structure";
import { addTable } from "../../../src/embedded/book/tables";
import type { Sheet } from "../../../src/embedded/book/book";
import { at, bookOf, contentsOf, formulaOf, refusal, sheetOf, type, valueOf, valuesOf } from "./support";

const GRID = [
  ["项目", "预算", "支出", "率"],
  ["甲", 10, 5, "=C2/B2"],
  ["乙", 20, 30, "=C3/B3"],
  ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)", "=C4/B4"],
];

test("references follow inserted rows; what is inserted inside a sum belongs to it", () => {
  const { book, sheet } = bookOf(GRID, "另表");
  type(sheetOf(book, "另表"), "A1", "=S!B4+SUM(S!$C$2:$C$3)");
  addName(book, "支出", "=S!$C$2:$C$3");
  insertRows(sheet, 2, 2);
  expect(valuesOf(sheet, "A1:A6")).toEqual([["项目"], ["甲"], [""], [""], ["乙"], ["合计"]]);
  expect([formulaOf(sheet, "B6"), formulaOf(sheet, "D5"), formulaOf(sheetOf(book, "另表"), "A1"), book.names[0]?.formula]).toEqual(["=SUM(B2:B5)", "=C5/B5", "=S!B6+SUM(S!$C$2:$C$5)", "=S!$C$2:$C$5"]);
  type(sheet, "B3", 100);
  expect(valueOf(sheet, "B6")).toBe(130);
});

test("references to deleted cells are lost, sums that keep a cell shrink", () => {
  const { sheet } = bookOf(GRID);
  deleteRows(sheet, 1, 1);
  expect([formulaOf(sheet, "B3"), valueOf(sheet, "B3")]).toEqual(["=SUM(B2:B2)", 20]);
  type(sheet, "F1", "=B2*2");
  deleteRows(sheet, 1, 1);
  expect([formulaOf(sheet, "B2"), valueOf(sheet, "B2"), formulaOf(sheet, "F1"), valueOf(sheet, "F1")]).toEqual(["=SUM(#REF!)", "#REF!", "=#REF!*2", "#REF!"]);
});

test("columns move sideways in the same way", () => {
  const { sheet } = bookOf(GRID);
  insertColumns(sheet, 1, 1);
  expect([formulaOf(sheet, "E2"), formulaOf(sheet, "C4")]).toEqual(["=D2/C2", "=SUM(C2:C3)"]);
  deleteColumns(sheet, 3, 1);
  expect([formulaOf(sheet, "D2"), valueOf(sheet, "D2")]).toEqual(["=#REF!/C2", "#REF!"]);
});

test("part of a row or column moves alone", () => {
  const { sheet } = bookOf([[1, 2, 3], [4, 5, 6], ["=B2", "=SUM(B1:B2)", "=A2"]]);
  insertCells(sheet, at("B2"), "Down");
  expect(valuesOf(sheet, "A1:C4")).toEqual([[1, 2, 3], [4, "", 6], [5, 5, 4], ["", 7, ""]]);
  expect([formulaOf(sheet, "A3"), formulaOf(sheet, "B4")]).toEqual(["=B3", "=SUM(B1:B3)"]);
  deleteCells(sheet, at("A1:B1"), "Left");
  expect(valuesOf(sheet, "A1:C1")).toEqual([[3, "", ""]]);
});

/** Everything that insertion must carry along and deletion bring back. */
function stateOf(sheet: Sheet): unknown {
  return {
    contents: contentsOf(sheet), merges: mergesOf(sheet).map(formatRange), tables: sheet.tables.map((table) => [table.name, formatRange(table.range), table.columns.map((column) => column.name)]),
    rules: conditionalFormatsOf(sheet).map((format) => [format.ranges.map(formatRange), format.rule]),
    names: sheet.book.names.map((defined) => defined.formula), looks: Array.from({ length: 14 }, (_, row) => readLook(sheet, { top: row, left: 0, bottom: row, right: 9 })),
    widths: Array.from({ length: 12 }, (_, column) => columnWidth(sheet, column)), heights: Array.from({ length: 14 }, (_, row) => rowHeight(sheet, row)),
    link: hyperlinkAt(sheet, 1, 0), other: contentsOf(sheetOf(sheet.book, "另表")),
  };
}

test("inserting and then deleting the same rows, columns or cells changes nothing", () => {
  const act = fc.record({
    what: fc.constantFrom("rows", "columns", "down", "right"), at: fc.nat(9), count: fc.integer({ min: 1, max: 3 }), from: fc.nat(5), size: fc.nat(5),
  });
  fc.assert(fc.property(act, ({ what, at: place, count, from, size }) => {
    const { book, sheet } = bookOf(GRID, "另表");
    type(sheetOf(book, "另表"), "A1", "=SUM(S!A1:D4)+S!$B$3+SUM(S!B:B)+SUM(S!2:3)");
    addName(book, "区域", "=S!$A$1:$D$4");
    enterValues(sheet, at("F1:H3"), [["码", "名", "额"], ["01", "甲", 1], ["02", "乙", 2]]);
    addTable(sheet, at("F1:H3"), true, "表");
    merge(sheet, at("A7:B8"));
    setLook(sheet, at("B2:C4"), { numberFormat: "0.00%", fillColor: "#FFFF00" });
    setColumnWidth(sheet, at("C1:D1"), 90);
    setRowHeight(sheet, at("A3:A4"), 30);
    setHyperlink(sheet, at("A2"), { address: "https://example.org/" });
    addConditionalFormat(sheet, [at("B2:D3")], { type: "CellValue", operator: "GreaterThan", formula1: "=5", look: { bold: true } });
    const before = stateOf(sheet);
    const band = what === "down" ? { top: place, bottom: place + count - 1, left: from, right: from + size } : { left: place, right: place + count - 1, top: from, bottom: from + size };
    const inserted = refusal(() => {
      if (what === "rows") insertRows(sheet, place, count);
      else if (what === "columns") insertColumns(sheet, place, count);
      else insertCells(sheet, band, what === "down" ? "Down" : "Right");
    });
    if (inserted === "done") {
      if (what === "rows") deleteRows(sheet, place, count);
      else if (what === "columns") deleteColumns(sheet, place, count);
      else deleteCells(sheet, band, what === "down" ? "Up" : "Left");
    }
    expect(stateOf(sheet)).toEqual(before);
  }), { numRuns: 150 });
});

test("new rows look like the row above", () => {
  const { sheet } = bookOf(GRID);
  setLook(sheet, at("A2:D2"), { numberFormat: "0.00", bold: true });
  insertRows(sheet, 2, 1);
  expect([numberFormatAt(sheet, 2, 1), readLook(sheet, at("A3:D3")).bold, readLook(sheet, at("A4:D4")).bold]).toEqual(["0.00", true, false]);
});

test("looks, borders, merges, links and rules go with their cells", () => {
  const { sheet } = bookOf(GRID);
  setBorder(sheet, at("A4:D4"), "EdgeTop", { style: "Double" });
  merge(sheet, at("A6:B7"));
  setHyperlink(sheet, at("A3"), { documentReference: "S!A1" });
  addConditionalFormat(sheet, [at("D2:D4")], { type: "CellValue", operator: "GreaterThan", formula1: "=1", look: { fontColor: "#FF0000" } });
  insertRows(sheet, 1, 3);
  expect(mergesOf(sheet).map(formatRange)).toEqual(["A9:B10"]);
  expect(readBorder(sheet, at("A7:D7"), "EdgeTop").style).toBe("Double");
  expect([hyperlinkAt(sheet, 2, 0), hyperlinkAt(sheet, 5, 0)]).toEqual([null, { documentReference: "S!A1" }]);
  expect(conditionalFormatsOf(sheet).map((format) => format.ranges.map(formatRange))).toEqual([["D5:D7"]]);
});

test("a table grows and shrinks with the rows inside it", () => {
  const { sheet } = bookOf([["名", "额"], ["甲", 1], ["乙", 2]]);
  const table = addTable(sheet, at("A1:B3"), true, "表");
  insertRows(sheet, 2, 2);
  expect(formatRange(table.range)).toBe("A1:B5");
  insertColumns(sheet, 1, 1);
  expect([formatRange(table.range), table.columns.map((column) => column.name), valueOf(sheet, "B1")]).toEqual(["A1:C5", ["名", "Column2", "额"], "Column2"]);
  deleteColumns(sheet, 1, 1);
  deleteRows(sheet, 2, 2);
  expect([formatRange(table.range), table.columns.map((column) => column.name)]).toEqual(["A1:B3", ["名", "额"]]);
});

test("what would be cut in two is refused and everything stays", () => {
  const { sheet } = bookOf([["名", "额", "", 1], ["甲", 1, "", 2], ["乙", 2, "", ""]]);
  addTable(sheet, at("A1:B3"), true, "表");
  merge(sheet, at("F2:G3"));
  const before = contentsOf(sheet);
  const acts = [
    () => insertCells(sheet, at("A2"), "Down"), () => insertCells(sheet, at("A2:A3"), "Right"), () => deleteRows(sheet, 0, 1), () => deleteRows(sheet, 1, 2),
    () => insertCells(sheet, at("F1"), "Down"), () => deleteCells(sheet, at("E2"), "Left"),
  ];
  expect(acts.map(refusal)).toEqual(new Array(acts.length).fill("InsertDeleteConflict"));
  expect(contentsOf(sheet)).toEqual(before);
});

test("an array formula moves as a whole or not at all", () => {
  const { sheet } = bookOf([[1, ""], [2, ""]]);
  enterArrayFormula(sheet, at("C2:C3"), "=A1:A2*10");
  const acts = [() => insertRows(sheet, 2, 1), () => deleteRows(sheet, 2, 1), () => insertCells(sheet, at("C3"), "Right")];
  expect(acts.map(refusal)).toEqual(new Array(acts.length).fill("InvalidOperation"));
  insertRows(sheet, 0, 1);
  expect(valuesOf(sheet, "C3:C4")).toEqual([[10], [20]]);
});

test("a rule keeps its meaning when its first cell goes", () => {
  const { sheet } = bookOf([["", 1], ["", 9], ["", 3], ["", 8]]);
  addConditionalFormat(sheet, [at("A1:A4")], { type: "Custom", formula: "=B1>5", look: { bold: true } });
  deleteRows(sheet, 0, 1);
  expect(conditionalFormatsOf(sheet).map((format) => [format.ranges.map(formatRange), format.rule])).toEqual([[["A1:A3"], { type: "Custom", formula: "=B1>5", look: { bold: true } }]]);
  expect([0, 1, 2].map((row) => ruleLookAt(sheet, row, 0).bold === true)).toEqual([true, false, true]);
});

test("nothing is pushed off the sheet", () => {
  const { sheet } = bookOf();
  type(sheet, "XFD1", "末列");
  type(sheet, "A1048576", "末行");
  expect([refusal(() => insertColumns(sheet, 0, 1)), refusal(() => insertRows(sheet, 0, 1)), refusal(() => insertCells(sheet, at("A2"), "Down"))]).toEqual(["NonBlankCellOffSheet", "NonBlankCellOffSheet", "NonBlankCellOffSheet"]);
});

test("a name whose cells are gone means no range any more", () => {
  const { book, sheet } = bookOf(GRID);
  const defined = addName(book, "甲", "=S!$A$2:$D$2");
  deleteRows(sheet, 1, 1);
  expect([defined.formula, nameRange(book, defined)]).toEqual(["=#REF!", null]);
});
