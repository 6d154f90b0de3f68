import { dateText, isDateFormat, isNumberFormat, printsContent } from "../../src/workbook/number-format";

test("dates, times and durations are told from figures, whatever letters stand in quotes, colours and paddings", () => {
  const dates = ["yyyy/m/d", "yyyy-mm-dd", "m/d/yyyy", "mmm-yy", "yyyy", 'yyyy"年"m"月"d"日"', "[$-804]yyyy", "[DBNum1][$-804]yyyy\"年\"m\"月\"", "yyyy/m/d;@", "[Red]yyyy-mm-dd", "m/d/yyyy h:mm", "aaaa", "h:mm", "[h]:mm", "mm:ss"];
  const figures = ["General", "@", "", "0.00", "#,##0.00_);[Red](#,##0.00)", "[Red]0", "[Magenta]0.0;[Cyan]0", '0"年"', '0.00"ymd"', '"日"0', "\\d0", "_m0_d", '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "0.00E+00", "0%", "G/通用格式"];
  expect(dates.filter((format) => !isDateFormat(format))).toEqual([]);
  expect(figures.filter(isDateFormat)).toEqual([]);
});

test("formats that Excel would refuse", () => {
  expect(["0.00", 'yyyy"年"', "0;0;0;@", "0;0;0;0;0", '"open', ""].map(isNumberFormat)).toEqual([true, true, true, false, false, false]);
});

// DATE(2026,11,22) is 46348.
test.each([
  [46348, "yyyy-mm-dd", "2026-11-22"], [46348, "m/d/yyyy", "2026-11-22"], [46348, 'm"月"d"日"', "2026-11-22"], [46348.93, "yyyy/m/d h:mm", "2026-11-22"], [46348, "aaaa", "2026-11-22"],
  [0.75, "h:mm", "18:00"], [2, "[h]:mm", "48:00"],
  [-1, "yyyy-mm-dd", "-1"], [2_958_466, "yyyy-mm-dd", "2958466"],
])("%d in %s is named %s", (serial, format, text) => expect(dateText(serial, format)).toBe(text));

const ACCOUNTING = '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ';

test.each<[number | string, string, boolean]>([
  [1234.5, ACCOUNTING, true], [-1234.5, ACCOUNTING, true], [0, ACCOUNTING, true], ["甲", ACCOUNTING, true],
  [-5, "0;0", false], [-5, "0;(0)", true], [-0.4, "0", true], [5, "0;0", true], [0.12345, "0.0%", true], [0.12345, "0.0", true],
  [1234.5, "#,##0,", false], [1234.5, '0.0,"千"', false], [12, '"9"0', false], [12, '0"个"', true], [12, '0"3"', false], [12, ";;;", false], [12, "yyyy-mm-dd", false],
  ["甲", ";;;", false], ["甲", '"乙"@', false], ["甲", "0.00", true],
])("%p in %s prints what it is: %p", (value, format, told) => expect(printsContent(value, format)).toBe(told));
