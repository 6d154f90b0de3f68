import fc from "fast-check";
import { fromClipboardText, toClipboardText } from "../../src/workbench/grid/clipboard";

describe("cells as clipboard text", () => {
  it("come back as they went, whatever they hold", () => {
    const text = fc.oneof(fc.string({ unit: fc.constantFrom("a", "预", '"', "\t", "\n", " ", "1") }), fc.string());
    // A carriage return alone is no line end anywhere; and one empty cell is no text at all.
    const cell = text.filter((value) => !/\r/.test(value));
    const grid = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(fc.property(grid, (cells) => {
      fc.pre(cells.at(-1)?.some((value) => value !== "") === true);
      expect(fromClipboardText(toClipboardText(cells))).toEqual(cells);
    }));
  });

  it("reads what Excel puts there: a line end after the last row, short rows filled up", () => {
    expect(fromClipboardText("名称\t预算\r\n综合治理经费\r\n")).toEqual([["名称", "预算"], ["综合治理经费", ""]]);
  });

  it("keeps an inch mark inside a text", () => {
    expect(fromClipboardText('5" disk\tx')).toEqual([['5" disk', "x"]]);
  });
});
