/** Years that do not begin in January: which part of one a day ends is not known, so it is no cut-off date that progress can be told by. */

import type { BudgetTable } from "../table";
import type { CutOff } from "./result";
import { timeProgress } from "./time-progress";

/** 2015/16, for the year ended June 30, for the six months ended December 31: the text of a date up to it. */
export function isOfFiscalYear(text: string, month: number): boolean {
  const [, first, second] = /(?<!\d)((?:19|20)\d{2})[/–-](\d{2})(?!\d)/u.exec(text) ?? [];
  if (first !== undefined && areTwoYears(first, second)) return true;
  const [, months] = /\b(?:(three|four|five|six|seven|eight|nine|ten|eleven|twelve) months?|(?:fiscal )?year) (?:ended|ending|to(?! date))\b/iu.exec(text) ?? [null, null];
  if (months === null) return false;
  return month !== (months === undefined ? 12 : MONTH_COUNTS.indexOf(months.toLowerCase()) + 3);
}

const MONTH_COUNTS = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/**
 * Whether the texts around a table tell that its year is another than the calendar's: 2025/26, a fiscal year that is
 * called by a later one (FY26 in 2025), the day it ends (year ending 31 March 2026) or its months (July 2025 - June 2026), which of these is over (Period 6 to 30 September), or how much of it (25% of fiscal year).
 */
export function isOfOtherYear(texts: readonly string[], cutOff: CutOff): boolean {
  return texts.some((text) => namesTwoYears(text, cutOff.year) || namesLaterYear(text, cutOff.year) || endsInOtherMonth(text) || countsOtherMonths(text, cutOff.month) || tellsOtherProgress(text, cutOff));
}

/**
 * Whether that the year begins in January, as it does in China by law (预算法, article 18), is only assumed: the table is in another
 * language and in no unit of yuan, and nothing names the calendar year as the budget's: 2025 Budget, January to September, nine months ended September 30.
 */
export function isYearAssumed(table: Pick<BudgetTable, "title" | "captions" | "columns" | "unit" | "sheetName">, { year }: CutOff): boolean {
  const texts = [table.sheetName, ...textsOf(table)];
  const named = new RegExp(`\\b(?:${year} (?:\\w+ ){0,2}(?:budget|actual|expenditure|appropriation)|(?:budget|actuals?) ${year}\\b)|calendar year|\\bjan(?:uary)?\\b|\\b(?:${MONTH_COUNTS.join("|")}) months (?:ended|ending)|year (?:ended|ending|to) (?:31 december|december 31)`, "iu");
  return table.unit === null && !texts.some((text) => /\p{Script=Han}/u.test(text) || named.test(text));
}

/** All that may tell of which year a table is. */
export function textsOf({ title, captions, columns }: Pick<BudgetTable, "title" | "captions" | "columns">): readonly string[] {
  return [title?.text ?? "", ...captions.map(({ text }) => text), ...columns.flatMap(({ header }) => header)];
}

const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
/** The month by its name or its number. */
const YEAR_END = new RegExp(String.raw`\byear (?:to|ended|ending|ends?)(?: on)? (?:\d{1,2}(?:st|nd|rd|th)? ?)?(?:${MONTH}|\d{1,2}[./](\d{1,2})[./](?=\d{4}))`, "iu");
const TWO_YEARS_MONTHS = new RegExp(String.raw`\b${MONTH},? (?:\d{1,2},? )?((?:19|20)\d{2}) ?(?:to|-|–|through|until) ?(?:\d{1,2}(?:st|nd|rd|th)? )?${MONTH},? (?:\d{1,2},? )?((?:19|20)\d{2})`, "iu");

/** Year ending 31 March 2026; 1 April 2025 to 31 March 2026. */
function endsInOtherMonth(text: string): boolean {
  const [end, name, month] = YEAR_END.exec(text) ?? [];
  if (end !== undefined && (name ?? month)?.toLowerCase() !== (name === undefined ? "12" : "dec")) return true;
  const [, , first, , second] = TWO_YEARS_MONTHS.exec(text) ?? [];
  return first !== undefined && Number(first) + 1 === Number(second);
}

/** 2025-26, and not 2011-12, which may be a month. */
function namesTwoYears(text: string, year: number): boolean {
  return [...text.matchAll(/(fy ?)?(?<!\d)((?:19|20)\d{2})[/–-](\d{2})(?!\d)/giu)].some(([, fiscal, first = "", second]) =>
    areTwoYears(first, second) && (fiscal !== undefined || Number(second) > 12) && (Number(first) === year || Number(first) + 1 === year));
}

function areTwoYears(first: string, second: string | undefined): boolean {
  return (Number(first) + 1) % 100 === Number(second);
}

function namesLaterYear(text: string, year: number): boolean {
  return [...text.matchAll(/\bfy ?'?(?:20)?(\d{2})(?!\d)/giu)].some(([, named]) => Number(named) === (year + 1) % 100);
}

/** Period 6 that ends in September began in April. */
function countsOtherMonths(text: string, month: number): boolean {
  const [, told] = /\b(?:period|month|mth) ?(\d{1,2})\b(?=.*\b(?:19|20)\d{2}\b)/iu.exec(text) ?? [];
  return told !== undefined && Number(told) >= 1 && Number(told) <= 12 && Number(told) !== month;
}

/** As far as a percentage without decimals tells. */
const NEARLY = 1;

function tellsOtherProgress(text: string, cutOff: CutOff): boolean {
  const [, told] = /(\d{1,3}(?:\.\d+)?) ?% of (?:the )?(?:(?:fiscal|financial|budget) )?year\b/iu.exec(text) ?? [];
  return told !== undefined && timeProgress(cutOff).minus(told).abs().gt(NEARLY);
}
