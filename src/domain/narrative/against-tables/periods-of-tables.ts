/** One table kept for several periods (1-3月, 1-6月): what is told of a period is of its table, and what is told of none of the latest. */

import { grouped } from "../../grouped";
import type { Claim } from "../claim";
import { dialectOf } from "../dialects/dialect";
import { fold } from "../text/fold";
import type { KnownTable } from "./known";
import { nameKey } from "./names";

export interface OfPeriod {
  readonly claims: readonly Claim[];
  readonly tables: readonly KnownTable[];
  /** YYYY-MM-DD; null where it is not known. */
  readonly cutOff: string | null;
}

/** The latest last; all together where the tables are not of several periods, or are not the same table. `cutOff` is the workbook's. */
export function byPeriod(claims: readonly Claim[], tables: readonly KnownTable[], cutOff: string | null, year: number | null): readonly OfPeriod[] {
  const byDay = grouped(tables, ({ names }) => names.map((name) => lastDayIn(name, year)).findLast((day) => day !== null) ?? null);
  const days = [...byDay.keys()].sort();
  const latest = days.at(-1);
  if (latest === undefined || days.length < 2 || !days.every((day) => areAlike(byDay.get(day) ?? [], byDay.get(latest) ?? []))) return [{ claims, tables, cutOff }];
  const claimsOf = grouped(daysTold(claims, year), ([, day]) => (day !== null && byDay.has(day) ? day : latest));
  return days.map((day) => ({
    claims: (claimsOf.get(day) ?? []).map(([claim]) => claim), cutOff: day,
    tables: day === latest ? tables.filter((table) => !days.some((other) => other !== day && byDay.get(other)?.includes(table))) : byDay.get(day) ?? [],
  }));
}

/** Of the months or the part of the year that is named last. */
function lastDayIn(text: string, year: number | null): string | null {
  const folded = fold(text);
  return dialectOf(folded).readDates(folded, year).findLast(({ days, precision }) => days !== null && precision !== "year")?.days?.last ?? null;
}

/** The date named last before each in its paragraph. */
function daysTold(claims: readonly Claim[], year: number | null): readonly (readonly [Claim, string | null])[] {
  let paragraph = -1;
  let day: string | null = null;
  return claims.map((claim) => {
    const { sentence, span } = claim;
    if (sentence.paragraph !== paragraph) [paragraph, day] = [sentence.paragraph, null];
    const end = "figure" in claim ? claim.figure.start : span.end;
    const own = lastDayIn(sentence.text.slice(0, end - sentence.start), year);
    day = own ?? day;
    return [claim, day];
  });
}

/** Of the lines of the smaller one, how many both must have. */
const LEAST_COMMON = 0.5;

function areAlike(some: readonly KnownTable[], others: readonly KnownTable[]): boolean {
  const [a, b] = [some, others].map((tables) => new Set(tables.flatMap(({ lines }) => lines.map(({ name }) => nameKey(name)))));
  return a !== undefined && b !== undefined && [...a].filter((name) => b.has(name)).length >= Math.min(a.size, b.size) * LEAST_COMMON;
}
