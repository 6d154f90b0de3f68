/** A value as its cell shows it. */

import { format as formatValue, getFormatDateInfo, getFormatInfo } from "numfmt";

import { END_OF_DATES, isDateFormat, isNumberFormat } from "../../workbook/number-format";
import { chineseNumeral } from "./chinese-numerals";

/** Days between the two ways Excel counts: 1904-01-01 is day 1462 of the usual one. */
const DAYS_TO_1904 = 1462;

/** What the short date of the system shows; it follows the region, and our users' region is China. */
const REGIONAL: Readonly<Record<string, string>> = { "m/d/yyyy": "yyyy/m/d", "m/d/yyyy h:mm": "yyyy/m/d h:mm" };

/** Weekdays and halves of the day that formats ask for in Chinese; month names stay English, as in Chinese Excel. */
const IN_CHINESE = /aaa|上午\/下午/;

/** The text of a value through a number format in en-US notation; `date1904` counts days from 1904. */
export function numberText(value: string | number | boolean, format: string, date1904 = false): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const chinese = typeof value === "number" ? CHINESE_DIGITS.exec(format) : null;
  if (chinese && typeof value === "number") return inChinese(value, chinese[1] === "1" ? "plain" : "formal", format.replace(CHINESE_DIGITS, ""), date1904);
  if (format === "General") return typeof value === "number" ? generalText(value) : value;
  if (typeof value === "number" && isDateFormat(format) && (value < 0 || value >= END_OF_DATES)) return "########";
  const pattern = (REGIONAL[format] ?? format).replaceAll("上午/下午", "AM/PM");
  return formatValue(pattern, typeof value === "number" ? asExcelCounts(value, format, date1904) : value, {
    throws: false,
    bigintErrorNumber: true,
    invalid: typeof value === "number" ? generalText(value) : value,
    ...(IN_CHINESE.test(format) ? { locale: "zh-CN" } : {}),
  });
}

/** [DBNum1] 一二三, [DBNum2] 壹贰叁, the form of amounts on vouchers. */
const CHINESE_DIGITS = /\[DBNum([12])\](?:\[\$-[^\]]*\])?/;

function inChinese(value: number, style: "plain" | "formal", format: string, date1904: boolean): string {
  if (format === "" || /^(General|G\/通用格式)$/i.test(format)) return chineseNumeral(value, style);
  const digits = style === "plain" ? "〇一二三四五六七八九" : "零壹贰叁肆伍陆柒捌玖";
  return numberText(value, format, date1904).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/**
 * Excel knows 15 digits and rounds halves away from zero as they are written, not as they are stored:
 * 1.005 in "0.00" is 1.01 although the double lies below. Whole numbers beyond 2^70 keep their zeros.
 */
function asExcelCounts(value: number, format: string, date1904: boolean): number | bigint {
  if (isDateFormat(format)) return date1904 ? value + DAYS_TO_1904 : value;
  const known = Number(value.toPrecision(15));
  if (Math.abs(known) >= 1e21 && !/E[+-]/i.test(format)) return BigInt(known);
  return Number.isInteger(known) ? known : known * (1 + Number.EPSILON);
}

/** At most 11 characters: 10 digits with a point, or scientific with 6 digits. */
function generalText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e11 ? String(value === 0 ? 0 : value) : formatValue("General", value);
}

/** Excel's NumberFormatCategory of a format: "General", "Number", "Currency", "Accounting", "Date", "Time", "Percentage", "Fraction", "Scientific", "Text", "Special", "Custom". */
export function numberFormatCategory(format: string): string {
  if (!isNumberFormat(format)) return "Custom";
  if (/^_.*\* /.test(format)) return "Accounting";
  const { type } = getFormatInfo(format);
  switch (type) {
    case "general": return "General";
    case "number": case "grouped": return "Number";
    case "currency": return "Currency";
    case "percent": return "Percentage";
    case "fraction": return "Fraction";
    case "scientific": return "Scientific";
    case "text": return "Text";
    case "date": case "datetime": return getFormatDateInfo(format).year || getFormatDateInfo(format).month || getFormatDateInfo(format).day ? "Date" : "Time";
    case "time": return "Time";
    default: return "Custom";
  }
}
