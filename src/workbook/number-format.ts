/** Number formats in Excel's en-US notation, as a snapshot has them. */

import { format as formatValue, getFormatDateInfo, isDateFormat as showsDate, isValidFormat } from "numfmt";

/** Would Excel accept this number format? */
export function isNumberFormat(format: string): boolean {
  return format !== "" && isValidFormat(format);
}

/** Does a number in this format show as a date, a time or a duration? Letters in quotes, colours and the like make none. */
export function isDateFormat(format: string): boolean {
  return isNumberFormat(format) && showsDate(format);
}

/**
 * A number that shows as a date or a time, for people to find it by: the date as 2026-11-22 in whichever order its
 * format has it, times and durations as shown. Outside the calendar, where Excel shows only ####, the number.
 */
export function dateText(serial: number, format: string): string {
  if (serial < 0 || serial >= END_OF_DATES) return String(serial);
  const { year, month, day } = getFormatDateInfo(format);
  return formatValue(year || month || day ? "yyyy-mm-dd" : format, serial, { throws: false });
}

/** Whether a cell prints what it contains: its text to the letter, or the figure as far as its digits go. False where digits are put before it, say, where a date shows, or nothing. */
export function printsContent(value: number | string, format: string): boolean {
  if (!isNumberFormat(format)) return true;
  const shown = formatValue(format, value, { throws: false });
  if (typeof value === "string") return shown.trim() === value.trim();
  const digits = /^[^\d.]*?(\d[\d,]*(?:\.\d+)?|\.\d+)(\s*%)?[^\d.]*$/u.exec(shown);
  // Accountants print zero as a dash.
  if (digits === null) return value === 0 && !/\d/u.test(shown);
  const figure = (digits[1] ?? "").replaceAll(",", "");
  const decimals = figure.includes(".") ? figure.length - figure.indexOf(".") - 1 : 0;
  const scale = digits[2] === undefined ? 1 : 100;
  return Math.abs(Number(figure) - Math.abs(value) * scale) <= 0.5 * 10 ** -decimals * (1 + 1e-6) && (value >= 0 || Number(figure) === 0 || /[-−(（]/u.test(shown));
}

/** The day after 9999-12-31. */
export const END_OF_DATES = 2_958_466;
