import { createBook, onChange } from "../../src/embedded/book/book";
import type { Change, Sheet } from "../../src/embedded/book/book";
import { enterValue, enterValues } from "../../src/embedded/book/entering";
import { setLook } from "../../src/embedded/book/formats";
import { merge } from "../../src/embedded/book/merges";
import { setColumnWidth } from "../../src/embedded/book/sizes";
import { drawSheet } from "../../src/workbench/grid/drawing";
import type { GridCells, GridConfig } from "../../src/workbench/grid/drawing";
import { createPainter } from "../../src/workbench/grid/painter";
import type { GridOp, Painter } from "../../src/workbench/grid/painter";
import { range } from "./range";

const measure = (text: string): number => text.length * 7;

/** A component that does what it is told. */
interface Picture {
  data: GridCells;
  config: GridConfig;
}

function pictureOf(painter: Painter): Picture {
  const { rows, columns } = painter.extent();
  const data: GridCells = Array.from({ length: rows }, () => new Array(columns).fill(null));
  for (const { r, c, v } of painter.sheet.celldata ?? []) {
    const line = data[r];
    if (line !== undefined) line[c] = v;
  }
  return { data, config: painter.sheet.config ?? {} };
}

function follow(picture: Picture, ops: readonly GridOp[]): void {
  for (const { id, path, value } of ops) {
    const [what, row, column] = path;
    if (id === undefined) continue;
    if (what === "config") picture.config = value as GridConfig;
    else if (what === "data" && row === undefined) picture.data = (value as GridCells).map((line) => [...line]);
    else if (what === "data") {
      const line = picture.data[row as number];
      if (line !== undefined) line[column as number] = value as GridCells[number][number];
    }
  }
}

/** Does the work, and gives what the painter makes of it. */
function repaintAfter(sheet: Sheet, painter: Painter, work: () => void): GridOp[] {
  const changes: Change[] = [];
  const stop = onChange(sheet.book, (change) => changes.push(change));
  work();
  stop();
  return painter.repaint(changes);
}

function budgetSheets(): { budget: Sheet; other: Sheet } {
  const book = createBook(["预算执行", "说明"]);
  const [budget, other] = book.sheets;
  if (budget === undefined || other === undefined) throw new Error("no sheets");
  enterValues(budget, range("A1:C4"), [["类别", "支出", "预算"], ["人大事务", 71.16, 118.3], ["政协事务", 0, 2.05], ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)"]]);
  return { budget, other };
}

describe("the picture of a sheet after a change", () => {
  const changes: [string, (sheets: { budget: Sheet; other: Sheet }) => void][] = [
    ["a typed figure and the total above it", ({ budget }) => enterValue(budget, 1, 1, "80")],
    ["a formula typed over a figure", ({ budget }) => enterValue(budget, 2, 1, "=B2*2")],
    ["a figure typed over a formula", ({ budget }) => enterValue(budget, 3, 1, "9")],
    ["a column written at once", ({ budget }) => enterValues(budget, range("D1:D4"), [["完成比例"], ["=B2/C2"], ["=B3/C3"], ["=B4/C4"]])],
    ["a look", ({ budget }) => setLook(budget, range("A1:C1"), { bold: true, fillColor: "#FFF2CC" })],
    ["a width", ({ budget }) => setColumnWidth(budget, range("C1"), 20)],
    ["a merge", ({ budget }) => merge(budget, range("A1:C1"))],
    ["something far outside", ({ budget }) => enterValue(budget, 300, 40, "x")],
    ["another sheet that is depended on", ({ budget, other }) => { enterValue(budget, 2, 1, "=说明!A1"); enterValue(other, 0, 0, "5"); }],
    ["five thousand figures", ({ budget }) => enterValues(budget, range("E1:I60"), Array.from({ length: 60 }, (_, row) => [1, 2, 3, 4, 5].map((n) => n * row)))],
  ];

  it.each(changes)("is the sheet drawn anew: %s", (_, work) => {
    const sheets = budgetSheets();
    const painter = createPainter(sheets.budget, measure);
    const picture = pictureOf(painter);
    follow(picture, repaintAfter(sheets.budget, painter, () => work(sheets)));
    const { data, config } = drawSheet(sheets.budget, painter.extent(), measure);
    expect(picture).toEqual({ data, config });
  });

  it("needs one cell for one typed text", () => {
    const { budget } = budgetSheets();
    const painter = createPainter(budget, measure);
    const ops = repaintAfter(budget, painter, () => enterValue(budget, 1, 0, "人大"));
    expect(ops.map(({ path }) => path)).toEqual([["data", 1, 0]]);
  });

  it("moves nothing when another sheet changes that no formula reads", () => {
    const { budget, other } = budgetSheets();
    const painter = createPainter(budget, measure);
    expect(repaintAfter(budget, painter, () => enterValue(other, 0, 0, "5"))).toEqual([]);
  });

  it("takes back what the component did to its own copy", () => {
    const { budget } = budgetSheets();
    const painter = createPainter(budget, measure);
    const picture = pictureOf(painter);
    picture.data[1] = [];
    follow(picture, painter.restoreAll());
    expect(picture.data[1]?.[0]?.m).toBe("人大事务");
  });
});
