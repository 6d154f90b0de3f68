import fc from "fast-check";
import { fitNumber } from "../../src/workbench/grid/fit";

/** Every character ten pixels wide; four pixels are padding. */
const measure = (text: string): number => text.length * 10;
const look = { numberFormat: "0.00", fontName: "宋体", fontSize: 11, bold: false, italic: false };
const general = { ...look, numberFormat: "General" };

describe("a number in a narrow column", () => {
  it.each([
    ["184.33%", 74, look, "184.33%"],
    ["184.33%", 73, look, "######"],
    ["9061.71", 74, general, "9061.71"],
    ["9061.71", 64, general, "9061.7"],
    ["9061.71", 44, general, "9062"],
    ["9061.71", 43, general, "###"],
    ["23349.93", 4, general, "#"],
  ])("%s in %d pixels", (text, width, cellLook, expected) => {
    expect(fitNumber(text, Number.parseFloat(text), cellLook, width, measure)).toBe(expected);
  });

  it("is never shown as another number", () => {
    const amount = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 })).map(([digits, places]) => digits / 10 ** places);
    fc.assert(fc.property(amount, fc.integer({ min: 1, max: 200 }), (value, width) => {
      const shown = fitNumber(String(value), value, general, width, measure);
      if (/^#+$/.test(shown)) return;
      const places = shown.split(".")[1]?.length ?? 0;
      expect(Math.abs(Number(shown) - value)).toBeLessThanOrEqual(0.5 / 10 ** places + Math.abs(value) * Number.EPSILON);
      expect(measure(shown)).toBeLessThanOrEqual(width);
    }));
  });
});
