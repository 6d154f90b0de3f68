/** Which cells of a column a filter lets through. */

import { dateFromSerial } from "numfmt";
import type { CellRange } from "../../../workbook/address";
import type { CellValue } from "../../../workbook/snapshot";
import { readTexts, readValues } from "../cells";
import type { Sheet } from "../model";
import { styleAt } from "../store";
import { lookOf } from "../styles/look";
import { parseColor } from "../styles/colors";
import { splitCriterion } from "./criteria";
import type { DateGroup, FilterCriteria } from "./criteria";

/** @param column one column of data @returns for each of its rows whether it stays */
export function matchColumn(sheet: Sheet, column: CellRange, criteria: FilterCriteria): boolean[] {
  const values = readValues(sheet, column).map((line) => line[0] ?? "");
  switch (criteria.filterOn) {
    case "Values": {
      const texts = readTexts(sheet, column).map((line) => line[0] ?? "");
      const wanted = new Set((criteria.values ?? []).filter((value) => typeof value === "string").map((value) => value.toLowerCase()));
      const dates = (criteria.values ?? []).filter((value) => typeof value !== "string");
      return texts.map((text, index) => wanted.has(text.toLowerCase()) || dates.some((group) => isInGroup(values[index] ?? "", group)));
    }
    case "Custom": {
      const tests = [criteria.criterion1, criteria.criterion2].filter((criterion) => criterion !== undefined).map(customTest);
      return values.map((value) => (criteria.operator === "Or" ? tests.some((test) => test(value)) : tests.every((test) => test(value))));
    }
    case "TopItems": case "TopPercent": case "BottomItems": case "BottomPercent": return ranked(values, criteria.filterOn, Number(criteria.criterion1 ?? 10));
    case "Dynamic": return dynamic(values, criteria.dynamicCriteria ?? "");
    case "CellColor": case "FontColor": {
      const color = parseColor(criteria.color ?? "");
      const property = criteria.filterOn === "CellColor" ? "fillColor" : "fontColor";
      return values.map((_, index) => lookOf(sheet.book.styles, styleAt(sheet, column.top + index, column.left))[property] === color);
    }
    case "Icon": return values.map(() => true);
  }
}

/** "*" is any text, "?" any character, "~" takes their meaning away; in any case. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (match, literal: string | undefined) =>
    literal !== undefined ? `\\${literal}` : match === "*" ? ".*" : match === "?" ? "." : `\\${match}`);
  return new RegExp(`^${source}$`, "isu");
}

function customTest(criterion: string): (value: CellValue) => boolean {
  const { word, value } = splitCriterion(criterion);
  const number = value.trim() === "" ? NaN : Number(value);
  const pattern = wildcard(value);
  const isEqual = (cell: CellValue): boolean => (typeof cell === "number" && !Number.isNaN(number) ? cell === number : pattern.test(String(cell)));
  const compare = (test: (order: number) => boolean) => (cell: CellValue): boolean => {
    if (cell === "") return false;
    if (Number.isNaN(number)) return typeof cell === "string" && test(cell.localeCompare(value, "zh-CN", { sensitivity: "base" }));
    return typeof cell === "number" && test(cell - number);
  };
  switch (word) {
    case "equal": return isEqual;
    case "notEqual": return (cell) => !isEqual(cell);
    case "greaterThan": return compare((order) => order > 0);
    case "greaterThanOrEqual": return compare((order) => order >= 0);
    case "lessThan": return compare((order) => order < 0);
    default: return compare((order) => order <= 0);
  }
}

function ranked(values: readonly CellValue[], kind: "TopItems" | "TopPercent" | "BottomItems" | "BottomPercent", count: number): boolean[] {
  const numbers = values.filter((value) => typeof value === "number").sort((a, b) => (kind.startsWith("Top") ? b - a : a - b));
  const size = kind.endsWith("Percent") ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
  const limit = numbers[Math.min(size, numbers.length) - 1];
  return values.map((value) => typeof value === "number" && limit !== undefined && (kind.startsWith("Top") ? value >= limit : value <= limit));
}

function isInGroup(value: CellValue, { date, specificity }: DateGroup): boolean {
  if (typeof value !== "number") return false;
  const has = dateFromSerial(value) ?? [];
  const wanted = date.split(/[-T:/ .]/).map(Number);
  const depth = ["Year", "Month", "Day", "Hour", "Minute", "Second"].indexOf(specificity) + 1;
  return wanted.slice(0, depth).every((part, index) => part === has[index]);
}

function dynamic(values: readonly CellValue[], word: string): boolean[] {
  const numbers = values.filter((value) => typeof value === "number");
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  if (word === "AboveAverage") return values.map((value) => typeof value === "number" && value > mean);
  if (word === "BelowAverage") return values.map((value) => typeof value === "number" && value < mean);
  const isIn = periodTest(word, new Date());
  return values.map((value) => typeof value === "number" && isIn(value));
}

const DAY = 86_400_000;

/** Whether a serial number lies in the period that a word means today. */
export function periodTest(word: string, today: Date): (serial: number) => boolean {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const serial = (y: number, m: number, d: number): number => (Date.UTC(y, m, d) - Date.UTC(1899, 11, 30)) / DAY;
  const between = (first: number, end: number) => (value: number): boolean => value >= first && value < end;
  const quarter = Math.floor(month / 3) * 3;
  const sunday = day - today.getDay();
  switch (word) {
    case "Today": return between(serial(year, month, day), serial(year, month, day + 1));
    case "Yesterday": return between(serial(year, month, day - 1), serial(year, month, day));
    case "Tomorrow": return between(serial(year, month, day + 1), serial(year, month, day + 2));
    case "ThisWeek": return between(serial(year, month, sunday), serial(year, month, sunday + 7));
    case "LastWeek": return between(serial(year, month, sunday - 7), serial(year, month, sunday));
    case "NextWeek": return between(serial(year, month, sunday + 7), serial(year, month, sunday + 14));
    case "ThisMonth": return between(serial(year, month, 1), serial(year, month + 1, 1));
    case "LastMonth": return between(serial(year, month - 1, 1), serial(year, month, 1));
    case "NextMonth": return between(serial(year, month + 1, 1), serial(year, month + 2, 1));
    case "ThisQuarter": return between(serial(year, quarter, 1), serial(year, quarter + 3, 1));
    case "LastQuarter": return between(serial(year, quarter - 3, 1), serial(year, quarter, 1));
    case "NextQuarter": return between(serial(year, quarter + 3, 1), serial(year, quarter + 6, 1));
    case "ThisYear": return between(serial(year, 0, 1), serial(year + 1, 0, 1));
    case "LastYear": return between(serial(year - 1, 0, 1), serial(year, 0, 1));
    case "NextYear": return between(serial(year + 1, 0, 1), serial(year + 2, 0, 1));
    case "YearToDate": return between(serial(year, 0, 1), serial(year, month, day + 1));
    case "LastSevenDays": case "Last7Days": return between(serial(year, month, day - 6), serial(year, month, day + 1));
    default: return inPeriod(word);
  }
}

/** A month or quarter of any year. */
function inPeriod(word: string): (serial: number) => boolean {
  const quarter = /Quarter(\d)$/.exec(word);
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const wanted = months.findIndex((name) => word.endsWith(name)) + 1;
  return (serial) => {
    const month = dateFromSerial(serial)?.[1] ?? 0;
    return quarter ? Math.ceil(month / 3) === Number(quarter[1]) : month === wanted;
  };
}
