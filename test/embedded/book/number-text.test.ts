// Formats: support.microsoft.com "Number format codes" and "Review guidelines for customizing a number format", whose examples these are,
// and the formats that Chinese budget sheets use.
import { numberFormatCategory, numberText } from "../../../src/embedded/book/number-text";

test.each<[string, number | string | boolean, string]>([
  ["####.#", 1234.59, "1234.6"],
  ["#.000", 8.9, "8.900"],
  ["0.#", 0.631, "0.6"],
  ["#.0#", 12, "12.0"],
  ["#.0#", 1234.568, "1234.57"],
  ["???.???", 44.398, " 44.398"],
  ["# ??/??", 5.25, "5  1/4 "],
  ["#,###", 12000, "12,000"],
  ["#,", 12000, "12"],
  ["0.0,,", 12200000, "12.2"],
  ["0%", 0.08, "8%"],
  ["0.00%", 1.8433, "184.33%"],
  ["0.00E+00", 12200000, "1.22E+07"],
  ["##0.0E+0", 12200000, "12.2E+6"],
  ["$#,##0.00;[Red]-$#,##0.00", -1234.5, "-$1,234.50"],
  ["0.00;[Red]0.00;\"零\";\"文字：\"@", 0, "零"],
  ["0.00;[Red]0.00;\"零\";\"文字：\"@", "预算", "文字：预算"],
  [";;;", 5, ""],
  ["@", 12.5, "12.5"],
  // halves go away from zero on the digits that are written, not on the double behind them
  ["0.00", 1.005, "1.01"],
  ["0.00", 2.675, "2.68"],
  ["0.00%", 0.59805, "59.81%"],
  ["0", 2.5, "3"],
  // dates (42735 is 2016-12-31, a Saturday)
  ["yyyy-mm-dd", 42735, "2016-12-31"],
  ["m/d/yyyy", 42735, "2016/12/31"],
  ['yyyy"年"m"月"d"日"', 42735, "2016年12月31日"],
  ["[$-804]yyyy年m月d日", 42735, "2016年12月31日"],
  ["aaaa", 42735, "星期六"],
  ["d-mmm-yy", 42735, "31-Dec-16"],
  ["dddd", 42735, "Saturday"],
  ["h:mm AM/PM", 0.75, "6:00 PM"],
  ["上午/下午h:mm", 0.75, "下午6:00"],
  ["[h]:mm:ss", 1.5, "36:00:00"],
  ["mm:ss.0", 0.5001, "00:08.6"],
  ["yyyy-mm-dd", 60, "1900-02-29"],
  ["yyyy-mm-dd", -1, "########"],
  // accounting
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 6805.36, " 6,805.36 "],
  // Chinese numerals of vouchers
  ["[DBNum1][$-804]General", 123, "一百二十三"],
  ["[DBNum2][$-804]General", 1234.5, "壹仟贰佰叁拾肆.伍"],
  ["[DBNum2][$-804]General", 100200300, "壹亿零贰拾万零叁佰"],
  ['[DBNum2]0"元"', 105, "壹零伍元"],
  // truth and text pass through
  ["0.00", true, "TRUE"],
  ["0.00", "合计", "合计"],
])("%p shows %p as %p", (format, value, shown) => {
  expect(numberText(value, format)).toBe(shown);
});

// "General" shows 11 characters of a number at most: support.microsoft.com "Number format codes", Guidelines.
test.each<[number, string]>([
  [0, "0"], [-0, "0"], [182.14, "182.14"], [0.1 + 0.2, "0.3"], [12345678901, "12345678901"], [123456789012, "1.23457E+11"], [2.0162e21, "2.0162E+21"],
  [1234567.891234, "1234567.891"], [0.123456789123, "0.123456789"], [0.00001234567890123, "1.23457E-05"], [-1234567890.12, "-1234567890"],
])("General shows %p as %p", (value, shown) => {
  expect(numberText(value, "General")).toBe(shown);
});

test("workbooks that count from 1904 mean days 1462 later", () => {
  expect(numberText(42735 - 1462, "yyyy-mm-dd", true)).toBe("2016-12-31");
  expect(numberText(1.5, "0.0", true)).toBe("1.5");
});

test("formats are told apart", () => {
  const formats = ["General", "0.00", "#,##0", '"¥"#,##0.00', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "yyyy/m/d", "h:mm", "0.00%", "# ?/?", "0.00E+00", "@"];
  expect(formats.map(numberFormatCategory)).toEqual(["General", "Number", "Number", "Currency", "Accounting", "Date", "Time", "Percentage", "Fraction", "Scientific", "Text"]);
});
