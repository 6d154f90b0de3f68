/** Years that do not begin in January: which part of one a day ends is not known, so it is no cut-off date that progress can be told by. */

import type { CutOff } from "./result";
import { timeProgress } from "./time-progress";

/** 2015/16, for the year ended June 30, for the six months ended December 31: the text of a date up to it. */
export function isOfFiscalYear(text: string, month: number): boolean {
  const [, first, second] = /(?<!\d)((?:19|20)\d{2})[/–-](\d{2})(?!\d)/u.exec(text) ?? [];
  if (first !== undefined && areTwoYears(first, second)) return true;
  const [, months] = /\b(?:(three|four|five|six|seven|eight|nine|ten|eleven|twelve) months?|(?:fiscal )?year) (?:ended|ending)\b/iu.exec(text) ?? [null, null];
  if (months === null) return false;
  return month !== (months === undefined ? 12 : MONTH_COUNTS.indexOf(months.toLowerCase()) + 3);
}

const MONTH_COUNTS = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/**
 * Whether the texts around a table tell that its year is another than the calendar's: 2025/26, a fiscal year that is
 * called by a later one (FY26 in 2025), or how much of it is over (25% of fiscal year).
 */
export function isOfOtherYear(texts: readonly string[], cutOff: CutOff): boolean {
  return texts.some((text) => namesTwoYears(text, cutOff.year) || namesLaterYear(text, cutOff.year) || tellsOtherProgress(text, cutOff));
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

/** As far as a percentage without decimals tells. */
const NEARLY = 1;

function tellsOtherProgress(text: string, cutOff: CutOff): boolean {
  const [, told] = /(\d{1,3}(?:\.\d+)?) ?% of (?:the )?(?:(?:fiscal|financial|budget) )?year\b/iu.exec(text) ?? [];
  return told !== undefined && timeProgress(cutOff).minus(told).abs().gt(NEARLY);
}
