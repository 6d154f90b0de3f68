import { createBook } from "../../src/embedded/book/book";
import type { Sheet } from "../../src/embedded/book/book";
import { setColumnWidth, setRowHeight, setRowsHidden } from "../../src/embedded/book/sizes";
import { freezePanes } from "../../src/embedded/book/view";
import { scrollToShow } from "../../src/workbench/grid/scroll";
import { range } from "./range";

/** Columns of 100 pixels and rows of 20, of which 500 × 200 are seen. */
function evenSheet(): Sheet {
  const [sheet] = createBook(["预算执行"]).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  setColumnWidth(sheet, range("A:Z"), 75);
  setRowHeight(sheet, range("1:200"), 15);
  return sheet;
}
const view = { scrollLeft: 200, scrollTop: 400, width: 500, height: 200 };

describe("scrolling to a range", () => {
  it("stays where the range is seen already", () => {
    expect(scrollToShow(evenSheet(), range("C21:G30"), view)).toEqual({ scrollLeft: 200, scrollTop: 400 });
  });

  it("goes no further than it must, in both directions", () => {
    expect(scrollToShow(evenSheet(), range("A11"), view)).toEqual({ scrollLeft: 0, scrollTop: 200 });
    expect(scrollToShow(evenSheet(), range("J51"), view)).toEqual({ scrollLeft: 500, scrollTop: 820 });
  });

  it("shows the beginning of what is larger than the window", () => {
    expect(scrollToShow(evenSheet(), range("J41:Z200"), view)).toEqual({ scrollLeft: 900, scrollTop: 800 });
  });

  it("counts hidden rows as nothing", () => {
    const sheet = evenSheet();
    setRowsHidden(sheet, range("1:10"), true);
    expect(scrollToShow(sheet, range("C11"), view).scrollTop).toBe(0);
  });

  it("does not hide the range behind frozen rows, and never scrolls for a frozen one", () => {
    const sheet = evenSheet();
    freezePanes(sheet, 3, 0);
    expect(scrollToShow(sheet, range("C2"), view).scrollTop).toBe(400);
    // Three frozen rows leave 140 pixels: row 51 begins 940 pixels into what moves.
    expect(scrollToShow(sheet, range("C51"), view).scrollTop).toBe(820);
    expect(scrollToShow(sheet, range("C11"), view).scrollTop).toBe(140);
  });
});
