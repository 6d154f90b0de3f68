/** Whether a figure of the text is of the period that the tables are of, as far as its sentence says. */

import type { AmountClaim, RateClaim, ShareClaim } from "../claim";
import { dialectOf, type TextDialect } from "../dialects/dialect";
import type { TextDate } from "../text/dates";
import { fold } from "../text/fold";

export interface Period {
  /** null: nothing says it. */
  readonly year: number | null;
  /** YYYY-MM-DD; null where it is not known. */
  readonly cutOff: string | null;
}

/** Of other years, and of what has not happened. */
const OF_ANOTHER = /上年|去年|同期|往年|历年|以前年度|次年|明年|下一?年|预计|计划|力争|拟|近[一二三两几]年|\b(?:last|previous|prior|next|coming) year\b|\b(?:planned|expected|will|would)\b/iu;

/** Dates before the figure in its sentence must be the period's; those inside `name` are a part of the name. */
export function isOfPeriod({ sentence, figure }: AmountClaim | RateClaim | ShareClaim, name: string, { year, cutOff }: Period): boolean {
  const before = fold(sentence.text.slice(0, figure.start - sentence.start)).replace(fold(name), "");
  if (OF_ANOTHER.test(before)) return false;
  const dialect = dialectOf(before);
  return dialect.readDates(before, year).every((date) => isPeriod(date, before.slice(0, date.start), dialect, { year, cutOff }));
}

function isPeriod({ days, precision }: TextDate, before: string, { cutOffBefore }: TextDialect, { year, cutOff }: Period): boolean {
  if (days === null || year === null || Number(days.last.slice(0, 4)) !== year) return false;
  if (precision === "year") return true;
  if (cutOff !== null) return days.last === cutOff;
  return cutOffBefore.test(before);
}
