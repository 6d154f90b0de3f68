import fc from "fast-check";
import { editText } from "../../src/workbench/grid/edit-text";

describe("what the formula bar shows", () => {
  it.each([
    [0.5981, "Double", "0.00%", "59.81%"],
    [1.84335593, "Double", "0.00%", "184.335593%"],
    [23349.93, "Double", "#,##0", "23349.93"],
    ["28,265.19", "String", "General", "28,265.19"],
    ["=SUM(B3:B25)", "Double", "0.00", "=SUM(B3:B25)"],
    [true, "Boolean", "General", "TRUE"],
    ["", "Empty", "General", ""],
  ] as const)("of %s (%s, %s)", (content, type, format, expected) => {
    expect(editText(content, type, format)).toBe(expected);
  });

  it("is the whole number of a percentage, whatever its format rounds away", () => {
    const rate = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((digits) => digits / 10 ** 8);
    fc.assert(fc.property(rate, (value) => {
      const text = editText(value, "Double", "0.00%");
      expect(Number(`${text.slice(0, -1)}e-2`)).toBe(value);
    }));
  });
});
