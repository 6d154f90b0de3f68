// Rules: support.microsoft.com "Stop automatically changing numbers to dates", "Enter data manually in worksheet cells",
// "Display numbers as fractions", "Keeping leading zeros and large numbers"; formats: ECMA-376 18.8.30.
import fc from "fast-check";
import { contentAt, numberFormatAt } from "../../../src/embedded/book/cells";
import { enterValue } from "../../../src/embedded/book/entering";
import { setLook } from "../../../src/embedded/book/formats";
import type { Content } from "../../../src/workbook/edits";
import { at, bookOf, cell, refusal, type } from "./support";

function typed(input: string | number | boolean, format = "General"): [Content, string] {
  const { sheet } = bookOf();
  setLook(sheet, at("A1"), { numberFormat: format });
  enterValue(sheet, 0, 0, input);
  return [contentAt(sheet, 0, 0), numberFormatAt(sheet, 0, 0)];
}

const number = (value: number): Content => ({ kind: "number", value });
const text = (value: string): Content => ({ kind: "text", value });

/** 2016-12-31 as Excel counts: day 1 is 1900-01-01, and 1900 had a 29th of February. */
const LAST_OF_2016 = 42735;

test.each<[string, Content, string]>([
  // numbers
  ["123", number(123), "General"],
  ["-12.50", number(-12.5), "General"],
  ["+5", number(5), "General"],
  [".5", number(0.5), "General"],
  [" 12 ", number(12), "General"],
  ["(1234.5)", number(-1234.5), "General"],
  ["1,234", number(1234), "#,##0"],
  ["28,265.19", number(28265.19), "#,##0.00"],
  ["1.5E3", number(1500), "0.00E+00"],
  // fifteen digits are kept, the rest become zeros
  ["1234567890123456", number(1234567890123450), "General"],
  ["2016201620162016201620", number(2016201620162010000000), "General"],
  // percentages, amounts, fractions
  ["12%", number(0.12), "0%"],
  ["12.5%", number(0.125), "0.00%"],
  ["$1,234", number(1234), "$#,##0_);[Red]($#,##0)"],
  ["¥12.50", number(12.5), '"¥"#,##0.00_);[Red]("¥"#,##0.00)'],
  ["1 1/2", number(1.5), "# ?/?"],
  // dates and times
  ["2016-12-31", number(LAST_OF_2016), "m/d/yyyy"],
  ["2016/12/31", number(LAST_OF_2016), "m/d/yyyy"],
  ["12/31/2016", number(LAST_OF_2016), "m/d/yyyy"],
  ["31-Dec-2016", number(LAST_OF_2016), "d-mmm-yy"],
  ["2016年12月31日", number(LAST_OF_2016), 'yyyy"年"m"月"d"日"'],
  ["2016年12月", number(LAST_OF_2016 - 30), 'yyyy"年"m"月"'],
  ["10:30", number(0.4375), "h:mm"],
  ["6:00 PM", number(0.75), "h:mm AM/PM"],
  ["36:00", number(1.5), "[h]:mm:ss"],
  ["2016-12-31 12:00", number(LAST_OF_2016 + 0.5), "m/d/yyyy h:mm"],
  // truth and errors
  ["TRUE", { kind: "boolean", value: true }, "General"],
  ["false", { kind: "boolean", value: false }, "General"],
  ["#N/A", { kind: "error", value: "#N/A" }, "General"],
  ["#DIV/0!", { kind: "error", value: "#DIV/0!" }, "General"],
  // formulas
  ["=1+1", { kind: "formula", value: "=1+1" }, "General"],
  ["=sum(a1:b2)", { kind: "formula", value: "=SUM(A1:B2)" }, "General"],
  ["=if(true,\"是\",\"否\")", { kind: "formula", value: '=IF(TRUE,"是","否")' }, "General"],
  // texts
  ["'123", text("123"), "General"],
  ["'=1+1", text("=1+1"), "General"],
  ["=", text("="), "General"],
  ["综合治理经费", text("综合治理经费"), "General"],
  ["24号院", text("24号院"), "General"],
  ["2016.12.31", text("2016.12.31"), "General"],
  ["2016-13-01", text("2016-13-01"), "General"],
  ["2016-02-30", text("2016-02-30"), "General"],
  ["1,2", text("1,2"), "General"],
  ["65.41 万元", text("65.41 万元"), "General"],
  ["１２３", text("１２３"), "General"],
  ["-", text("-"), "General"],
  ["　", text("　"), "General"],
])("typing %p into a General cell", (input, content, format) => {
  expect(typed(input)).toEqual([content, format]);
});

test.each<[string | number, string, Content]>([
  ["2016201620162016201620", "@", text("2016201620162016201620")],
  ["=1+1", "@", text("=1+1")],
  ["12.5%", "@", text("12.5%")],
  [182.14, "@", text("182.14")],
])("a text cell keeps %p as text", (input, format, content) => {
  expect(typed(input, format)).toEqual([content, format]);
});

test("a format of one's own outlives what is typed into it", () => {
  expect(typed("12.5%", "0.000")).toEqual([number(0.125), "0.000"]);
  expect(typed("2016-12-31", "yyyy-mm-dd")).toEqual([number(LAST_OF_2016), "yyyy-mm-dd"]);
});

test("what no cell can hold is refused and changes nothing", () => {
  const { sheet } = bookOf([["before"]]);
  const refused: [string | number, string][] = [["x".repeat(32_768), "InvalidArgument"], [NaN, "InvalidArgument"], [Infinity, "InvalidArgument"], ["=SUM(", "InvalidArgument"], ["=1+", "InvalidArgument"], [`=${"1+".repeat(4_100)}1`, "FormulaLengthExceedsLimit"]];
  expect(refused.map(([input]) => refusal(() => type(sheet, "A1", input)))).toEqual(refused.map(([, code]) => code));
  expect(contentAt(sheet, ...cell("A1"))).toEqual(text("before"));
  expect(refusal(() => type(sheet, "A1", "x".repeat(32_767)))).toBe("done");
});

test("a number that is shown in full is the same number when it is typed again", () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
    const shown = Number(value.toPrecision(15));
    const plain = Math.abs(shown) < 1e-6 && shown !== 0 ? shown.toFixed(20) : String(shown);
    expect(typed(plain)[0]).toEqual(number(Number(plain) === 0 ? 0 : Number(plain)));
  }));
});
