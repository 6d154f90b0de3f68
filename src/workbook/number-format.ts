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

/** The day after 9999-12-31. */
export const END_OF_DATES = 2_958_466;
