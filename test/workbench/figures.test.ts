import { createBook } from "../../src/embedded/book/book";
import { enterValues } from "../../src/embedded/book/entering";
import { select } from "../../src/embedded/book/view";
import { selectionFigures } from "../../src/workbench/grid/figures";
import { range } from "./range";

function figuresOf(...addresses: string[]): ReturnType<typeof selectionFigures> {
  const book = createBook(["预算执行"]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  enterValues(sheet, range("A1:B4"), [["类别", "支出"], ["人大事务", 71.16], ["政协事务", "'0.00"], ["", "=B2*2"]]);
  select(sheet, addresses.map(range));
  return selectionFigures(book);
}

describe("figures of the selection", () => {
  it("count what is filled and add up what is a number, texts that look like numbers left out", () => {
    expect(figuresOf("A1:B4")).toEqual({ count: 7, numbers: 2, sum: 213.48 });
  });

  it("take several ranges together, and of whole columns what is filled", () => {
    expect(figuresOf("B:B", "A2")).toEqual({ count: 5, numbers: 2, sum: 213.48 });
  });

  it("are nothing for blank cells", () => {
    expect(figuresOf("F9:G12")).toEqual({ count: 0, numbers: 0, sum: 0 });
  });
});
