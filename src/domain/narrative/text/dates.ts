/** Dates in running text, whole or partial, as the days they cover. */

import type { Span } from "./paragraphs";

/** First and last day, inclusive, as YYYY-MM-DD: "2016年6月" is 2016-06-01 to 2016-06-30. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** Where the year was taken from when the date itself does not say it. */
export type YearSource = "written" | "sentence" | "document";

/** Offsets are those of the text that was read. */
export interface TextDate extends Span {
  readonly text: string;
  /** null: no such day (2月30日), or no year can be told. */
  readonly days: Days | null;
  readonly isImpossible: boolean;
  readonly yearFrom: YearSource;
  readonly precision: "day" | "month" | "part-of-year" | "year";
}

const YEAR = String.raw`(?<year>(?:19|20)\d{2})\s?年(?:度|份)?`;
/** 1-8月 counts from the year's beginning. */
const SINCE = String.raw`(?:(?<since>[1一])\s?月?\s?[-—–~至到]\s?)?`;
const MONTH = String.raw`${SINCE}(?<month>\d{1,2})\s?月(?:份|中旬)?`;
const DAY = String.raw`(?<day>\d{1,2})\s?[日号](?![楼院线])`;
const PART = String.raw`(?<part>上半年|下半年|第?[一二三四1-4]季度|年底|年末|年初|年中|底|末|初(?![步中级期]))`;
const WRITTEN = new RegExp(
  String.raw`${YEAR}(?:\s?${MONTH}(?:\s?${DAY})?)?(?:${PART})?|(?<![\d.])${named(MONTH)}(?:\s?${named(DAY)})?${named(PART)}?|(?<![\d.])(?<isoYear>(?:19|20)\d{2})[-/.](?<isoMonth>\d{1,2})[-/.](?<isoDay>\d{1,2})(?![\d.])|(?:今年|本年|当年)?(?<season>上半年|下半年|第?[一二三四1-4]季度|(?<=[至止])年[底末])`,
  "gu",
);

/** The same groups under other names: one pattern may not repeat a name. */
function named(pattern: string): string {
  return pattern.replace(/\?<(since|month|day|part)>/gu, "?<$1Alone>");
}

/**
 * A date without a year takes the year of the date before it in the same sentence, else the document's.
 * `folded` is one sentence, as `fold` gives it.
 */
export function readDates(folded: string, documentYear: number | null): readonly TextDate[] {
  const dates: TextDate[] = [];
  let sentenceYear: number | null = null;
  for (const match of folded.matchAll(WRITTEN)) {
    const groups = match.groups ?? {};
    const written = numberIn(groups["year"] ?? groups["isoYear"]);
    const year: number | null = written ?? sentenceYear ?? documentYear;
    const yearFrom: YearSource = written !== null ? "written" : sentenceYear !== null ? "sentence" : "document";
    if (written !== null) sentenceYear = written;
    const month = numberIn(groups["month"] ?? groups["monthAlone"] ?? groups["isoMonth"]);
    const day = numberIn(groups["day"] ?? groups["dayAlone"] ?? groups["isoDay"]);
    const part = groups["part"] ?? groups["partAlone"] ?? groups["season"];
    const isSinceJanuary = day === null && (groups["since"] ?? groups["sinceAlone"]) !== undefined;
    dates.push(dateOf(match.index, match[0], { year, month, day, part, isSinceJanuary }, yearFrom));
  }
  return dates;
}

export interface DateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 上半年, 下半年, 二季度, 年底, 年初 …, in whatever language it is written. */
  readonly part: string | undefined;
  /** The months up to this one. */
  readonly isSinceJanuary?: boolean;
}

/** The date that these words are; `start` is where they begin. */
export function dateOf(start: number, words: string, { year, month, day, part, isSinceJanuary = false }: DateParts, yearFrom: YearSource): TextDate {
  const text = words.trimEnd();
  const isImpossible = !exists(year, month, day);
  return {
    start, end: start + text.length, text, yearFrom, isImpossible,
    days: year === null || isImpossible ? null : daysOf(year, isSinceJanuary ? 1 : month, month, day, part),
    precision: day !== null ? "day" : month !== null ? "month" : part !== undefined ? "part-of-year" : "year",
  };
}

function numberIn(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** Without a year any 29 February may exist. */
function exists(year: number | null, month: number | null, day: number | null): boolean {
  if (month === null) return true;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= lastDay(year ?? 2000, month));
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

function daysOf(year: number, since: number | null, month: number | null, day: number | null, part: string | undefined): Days {
  if (month !== null && day !== null) return { first: isoDay(year, month, day), last: isoDay(year, month, day) };
  if (month !== null) return months(year, since ?? month, month);
  if (part === "上半年") return months(year, 1, 6);
  if (part === "下半年") return months(year, 7, 12);
  if (part?.endsWith("季度")) {
    const quarter = QUARTERS[part.replace("第", "").charAt(0)] ?? 1;
    return months(year, quarter * 3 - 2, quarter * 3);
  }
  if (part === "年中") return months(year, 6, 6);
  if (part === "年初" || part === "初") return months(year, 1, 1);
  if (part !== undefined) return months(year, 12, 12);
  return months(year, 1, 12);
}

function months(year: number, from: number, to: number): Days {
  return { first: isoDay(year, from, 1), last: isoDay(year, to, lastDay(year, to)) };
}

function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
