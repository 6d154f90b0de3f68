import { createBook } from "../../src/embedded/book/book";
import type { Sheet } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { setLook } from "../../src/embedded/book/formats";
import { setBorder } from "../../src/embedded/book/borders";
import { merge } from "../../src/embedded/book/merges";
import { setColumnWidth, setRowHeight, setRowsHidden } from "../../src/embedded/book/sizes";
import { freezePanes } from "../../src/embedded/book/view";
import { bordersOf } from "../../src/workbench/grid/borders";
import { drawCells, drawConfig, drawSheet, extentOf } from "../../src/workbench/grid/drawing";
import { range } from "./range";

/** Every character seven pixels wide. */
const measure = (text: string): number => text.length * 7;

function firstSheet(): Sheet {
  const [sheet] = createBook(["项目完成情况"]).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** The report's own picture of overspending: a title over two columns, a header, a line. */
function reportSheet(): Sheet {
  const sheet = firstSheet();
  enterValues(sheet, range("A1:C3"), [["项目完成情况", "", ""], ["项目", "预算", "完成比例"], ["综合治理经费", 98.81, 1.8433]]);
  merge(sheet, range("A1:C1"));
  setLook(sheet, range("A2:C2"), { bold: true, fillColor: "#DDEBF7", horizontalAlignment: "Center" });
  setLook(sheet, range("C3"), { numberFormat: "0.00%", fontColor: "#C00000" });
  return sheet;
}

describe("cells drawn from the book", () => {
  it("show texts as the book shows them, numbers to the right, texts to the left", () => {
    const [line] = drawCells(reportSheet(), range("A3:C3"), measure);
    expect(line?.map((cell) => [cell?.m, cell?.ht])).toEqual([["综合治理经费", 1], ["98.81", 2], ["184.33%", 2]]);
  });

  it("carry fonts and fills", () => {
    const [[header] = [], [, , rate] = []] = drawCells(reportSheet(), range("A2:C3"), measure);
    expect(header).toMatchObject({ m: "项目", bl: 1, bg: "#DDEBF7", ht: 0 });
    expect(rate).toMatchObject({ fc: "#C00000", bl: 0 });
    expect(rate).not.toHaveProperty("bg");
  });

  it("edit what is there, not what is shown of it", () => {
    const [line] = drawCells(reportSheet(), range("A3:C3"), measure);
    expect(line?.map((cell) => cell?.f)).toEqual(["综合治理经费", "98.81", "184.33%"]);
  });

  it("leave out what has neither content nor colour", () => {
    expect(drawCells(reportSheet(), range("D1:E3"), measure)).toEqual([[null, null], [null, null], [null, null]]);
  });

  it("point from every part of a merge to its first cell, also when only a part is drawn", () => {
    const sheet = reportSheet();
    const [line] = drawCells(sheet, range("A1:C1"), measure);
    expect(line?.map((cell) => cell?.mc)).toEqual([{ r: 0, c: 0, rs: 1, cs: 3 }, { r: 0, c: 0 }, { r: 0, c: 0 }]);
    expect(drawCells(sheet, range("B1"), measure)).toEqual([[{ mc: { r: 0, c: 0 } }]]);
  });

  it("never cut a number off", () => {
    const sheet = reportSheet();
    setColumnWidth(sheet, range("C1"), 30);
    expect(drawCells(sheet, range("C3"), measure)[0]?.[0]?.m).toBe("#####");
  });
});

describe("a sheet drawn from the book", () => {
  it("has sizes in pixels without the grid line, hidden rows, merges and frozen panes", () => {
    const sheet = reportSheet();
    setColumnWidth(sheet, range("B:B"), 75);
    setRowHeight(sheet, range("1:1"), 30);
    setRowsHidden(sheet, range("4:5"), true);
    freezePanes(sheet, 2, 1);
    const config = drawConfig(sheet, extentOf(sheet));
    expect(config.columnlen?.[1]).toBe(99);
    expect(config.rowlen).toMatchObject({ 0: 39 });
    expect(config.rowhidden).toEqual({ 3: 0, 4: 0 });
    expect(config.merge).toEqual({ "0_0": { r: 0, c: 0, rs: 1, cs: 3 } });
    expect(drawSheet(sheet, extentOf(sheet), measure).frozen).toEqual({ type: "rangeBoth", range: { row_focus: 1, column_focus: 0 } });
  });

  it("leaves room to type under and beside what is used", () => {
    const sheet = firstSheet();
    expect(extentOf(sheet)).toEqual({ rows: 80, columns: 26 });
    enterValues(sheet, range("Z100"), [["x"]]);
    expect(extentOf(sheet)).toEqual({ rows: 140, columns: 34 });
  });

  it("draws a block with one line all around at once, and single edges by themselves", () => {
    const sheet = reportSheet();
    for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const) {
      setBorder(sheet, range("A2:C3"), edge, { style: "Continuous", weight: "Thin", color: "#7F7F7F" });
    }
    setBorder(sheet, range("A6"), "EdgeBottom", { style: "Double", color: "#000000" });
    expect(bordersOf(sheet)).toEqual(
      expect.arrayContaining([
        { rangeType: "range", borderType: "border-all", style: "1", color: "#7F7F7F", range: [{ row: [1, 2], column: [0, 2] }] },
        { rangeType: "cell", value: { row_index: 5, col_index: 0, b: { style: "7", color: "#000000" } } },
      ]),
    );
  });
});
