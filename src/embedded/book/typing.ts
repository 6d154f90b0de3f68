/**
 * What Excel makes of a typed text. The rules: support.microsoft.com "Automatically number, date and time formats" and
 * ECMA-376's built-in formats; dates are read year first, as month/day/year, and in Chinese.
 */

import { dateToSerial, parseValue } from "numfmt";
import { isDateFormat } from "../../workbook/number-format";
import { ERROR_VALUES } from "../../workbook/snapshot";
import { errorValue } from "./file/read-cells";
import type { Scalar } from "./model";

export interface Typed {
  readonly value: Scalar;
  /** What a General cell becomes; null: it stays. */
  readonly format: string | null;
}

/** Excel's limit for a cell's text. */
export const LONGEST_TEXT = 32_767;

/** Only what begins like a number, an amount or a month can be one. */
const MAYBE_NUMBER = /^(?:[\d.+\-($¥￥]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** @param text does not begin with "=" or an apostrophe */
export function typedValue(text: string): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return { value: text, format: null };
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE", format: null };
  if (ERROR_VALUES.has(upper)) return { value: errorValue(upper), format: null };
  if (!MAYBE_NUMBER.test(trimmed)) return { value: text, format: null };
  return plainNumber(trimmed) ?? chineseDate(trimmed) ?? duration(trimmed) ?? fraction(trimmed) ?? fromLibrary(trimmed) ?? { value: text, format: null };
}

/** Digits with an optional point: by far the most frequent case. */
function plainNumber(text: string): Typed | null {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? { value: fifteenDigits(text), format: null } : null;
}

/** Excel keeps 15 digits of what is typed and makes the rest zeros: "201620162016201620" becomes 201620162016201000. */
function fifteenDigits(text: string): number {
  let digits = 0;
  let kept = "";
  for (const character of text) {
    if (!/\d/.test(character)) kept += character;
    else {
      if (digits > 0 || character !== "0") digits++;
      kept += digits > 15 ? "0" : character;
    }
  }
  const value = Number(kept);
  return value === 0 ? 0 : value;
}

/** "45:30:10" and "30:00" are spans of time that a day does not hold. */
function duration(text: string): Typed | null {
  const match = /^(\d{2,4}):(\d{1,2})(?::(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours < 24 || minutes > 59 || seconds > 59) return null;
  return { value: (hours * 3600 + minutes * 60 + seconds) / 86_400, format: "[h]:mm:ss" };
}

function fraction(text: string): Typed | null {
  const match = /^([+-]?)(\d+) (\d+)\/(\d{1,5})$/.exec(text);
  if (!match) return null;
  const [, sign, whole, top, bottom = ""] = match;
  if (Number(bottom) === 0) return null;
  const value = Number(whole) + Number(top) / Number(bottom);
  return { value: sign === "-" ? -value : value, format: bottom.length > 1 ? "# ??/??" : "# ?/?" };
}

function chineseDate(text: string): Typed | null {
  const match = /^(\d{4}|\d{2})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text) ?? /^()(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (!match) return null;
  const [, year = "", month, day] = match;
  const serial = serialOf(year === "" ? new Date().getFullYear() : fullYear(Number(year)), Number(month), day === undefined ? 1 : Number(day));
  if (serial === null) return null;
  return { value: serial, format: year === "" ? 'm"月"d"日"' : day === undefined ? 'yyyy"年"m"月"' : 'yyyy"年"m"月"d"日"' };
}

/** Two digits mean 1930–2029. */
function fullYear(year: number): number {
  return year >= 100 ? year : year + (year < 30 ? 2000 : 1900);
}

function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return dateToSerial([year, month, day]);
}

/** What the library reads and Excel does not: "2016.12.31" and commas that do not part thousands. */
const NOT_EXCEL = /^\d{1,4}\.\d{1,2}\.\d|\d,\d{0,2}(?!\d)|\d,\d{4}/;

function fromLibrary(text: string): Typed | null {
  if (NOT_EXCEL.test(text)) return null;
  // The yuan sign is read as a dollar sign, which the library knows.
  const yuan = /^([+-]?\(?)[¥￥]/.exec(text);
  const read = parseValue(yuan ? text.replace(/[¥￥]/, "$") : text);
  if (!read || typeof read.v !== "number" || !Number.isFinite(read.v)) return null;
  const format = read.z === undefined ? null : excelFormat(read.z, text);
  if (format !== null && isDateFormat(format) && read.v < 0) return null;
  return { value: read.v === 0 ? 0 : read.v, format: yuan && format !== null ? format.replaceAll("$", '"¥"') : format };
}

/** The format that Excel gives, where the library names a closer one. */
function excelFormat(format: string, text: string): string {
  if (isDateFormat(format)) return dateFormat(format);
  if (format.includes("$")) return format.includes(".") ? "$#,##0.00_);[Red]($#,##0.00)" : "$#,##0_);[Red]($#,##0)";
  if (format.includes("%")) return text.includes(".") ? "0.00%" : "0%";
  if (format.includes("E")) return "0.00E+00";
  return format.includes(".") ? "#,##0.00" : "#,##0";
}

function dateFormat(format: string): string {
  const date = format.replace(/\s*\[?h.*$/i, "");
  const hasTime = /h/i.test(format);
  if (date === "") return /AM\/PM/i.test(format) ? (/s/i.test(format) ? "h:mm:ss AM/PM" : "h:mm AM/PM") : /\[h/i.test(format) ? "[h]:mm:ss" : /s/i.test(format) ? "h:mm:ss" : "h:mm";
  if (hasTime) return "m/d/yyyy h:mm";
  const hasYear = /y/i.test(date);
  const hasDay = /d/i.test(date);
  if (/mmm/i.test(date)) return hasDay ? (hasYear ? "d-mmm-yy" : "d-mmm") : "mmm-yy";
  return hasYear ? (hasDay ? "m/d/yyyy" : "mmm-yy") : "d-mmm";
}
