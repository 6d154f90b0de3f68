/** The cut-off date (截至): the day up to which a table's expenditure counts, found in its own words. */

import { rangeOfCell, type Place } from "../../workbook/address";
import { monthsOf, placeOf, type BudgetTable } from "../table";
import { isOfFiscalYear, isOfOtherYear, textsOf } from "./fiscal-year";
import type { CutOff } from "./result";
import { daysInMonth } from "./time-progress";

export interface FoundCutOff {
  readonly cutOff: CutOff;
  /** The cell that says so. */
  readonly place: Place;
}

/** Reads "2016-12-31"; null for anything that is no such day. */
export function parseCutOff(text: string): CutOff | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  return match === null ? null : dayOf(match[1], match[2], match[3]);
}

/** "2016-12-31". */
export function formatCutOff({ year, month, day }: CutOff): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/**
 * The table's cut-off date, from its headers, title, the lines above it and its notes. A date that is called one (截止2016年12月31日,
 * as of June 30, 2016) or a span from January (1-6月) counts before a mere date in header or title; notes
 * count only if they call it so. Of equal ones a day counts before a month, then the year that title, headers and what
 * else stands above name more often, then the expenditure's header before the title, the title before the rest. A month means its last day. null where nothing says it, nothing says of which year, or the year is none that begins in January.
 */
export function findCutOff(table: BudgetTable): FoundCutOff | null {
  const best = bestDate(sourcesOf(table));
  return best === null || isOfOtherYear(textsOf(table), best.date.cutOff) ? null : { cutOff: best.date.cutOff, place: best.source.place };
}

/** The same from texts above a table, in the order in which they count, before its columns are known; and whether it is called a cut-off date. */
export function cutOffOfHeadings(texts: readonly string[]): Pick<DatedText, "cutOff" | "isCalled"> | null {
  const sources = texts.filter((text) => text.length <= LONGEST_HEADING).map((text) => ({ text: plain(text), isNote: false }));
  const date = bestDate(sources)?.date ?? null;
  return date === null || isOfOtherYear(texts, date.cutOff) ? null : date;
}

function bestDate<S extends Pick<Source, "text" | "isNote">>(sources: readonly S[]): { readonly date: DatedText; readonly source: S } | null {
  let best: { readonly date: DatedText; readonly source: S; readonly rank: number; readonly mentions: number } | null = null;
  const years = sources.flatMap(({ text, isNote }) => (isNote ? [] : yearsIn(text)));
  const year = years[0] ?? sources.flatMap(({ text }) => yearsIn(text))[0] ?? null;
  for (const source of sources) {
    for (const date of datesIn(source.text, year, source.isNote)) {
      if (!date.isCalled && source.isNote) continue;
      const rank = (date.isCalled ? 10 : 0) + (date.isDay ? 5 : 0);
      // A header left over from last year is outvoted by a title that names this one twice.
      const mentions = years.filter((other) => other === String(date.cutOff.year)).length;
      if (best === null || rank > best.rank || (rank === best.rank && mentions > best.mentions)) best = { date, source, rank, mentions };
    }
  }
  return best;
}

/** Every date that the table calls its cut-off, in titles, notes and the headers of columns we know; the headers of others may be of last year. */
export function statedCutOffs(table: BudgetTable): FoundCutOff[] {
  const sources = sourcesOf(table);
  const year = sources.flatMap(({ text }) => yearsIn(text))[0] ?? null;
  const known = sources.filter(({ isKnown }) => isKnown);
  return known.flatMap(({ text, isNote, place }) => datesIn(text, year, isNote).flatMap(({ cutOff, isCalled }) => (isCalled ? [{ cutOff, place }] : [])));
}

interface Source {
  readonly text: string;
  readonly isNote: boolean;
  /** Not the header of a column whose meaning is unknown. */
  readonly isKnown: boolean;
  readonly place: Place;
}

/** Why columns do not count whose dates are therefore not the table's; and months tell which they are, not up to when the table counts. */
const LEFT_OUT: ReadonlySet<string> = new Set(["role-taken", "other-period", "other-year", "part-of-year", "part-of-year-plan"]);

/** In the order in which they count. */
function sourcesOf(table: BudgetTable): Source[] {
  const at = (row: number, column: number): Place => placeOf(table, rangeOfCell(row, column));
  const isSpending = (role: string | null): boolean => role === "expenditure" || role === "rate";
  const headers = table.columns
    .filter(({ role, reason }) => (role === null ? !LEFT_OUT.has(reason.code) : monthsOf(role) === null))
    .sort((a, b) => Number(isSpending(b.role)) - Number(isSpending(a.role)))
    .flatMap(({ column, header, role }) => header.map((text, i): Source => ({ text, isNote: false, isKnown: role !== null, place: at(table.headerTop + i, column) })));
  const title = table.title === null ? [] : [{ text: table.title.text, isNote: false, isKnown: true, place: at(table.title.row, table.title.column) }];
  // Sentences above a table may tell of other days.
  const captions = table.captions.filter(({ text }) => text.length <= LONGEST_HEADING).map(({ text, row, column }): Source => ({ text, isNote: false, isKnown: true, place: at(row, column) }));
  const notes = table.notes.map(({ text, row, column }): Source => ({ text, isNote: true, isKnown: true, place: at(row, column) }));
  return [...headers, ...title, ...captions, ...notes].map((source) => ({ ...source, text: plain(source.text) }));
}

interface DatedText {
  readonly cutOff: CutOff;
  readonly isDay: boolean;
  /** Said to be the cut-off date, not just a date. */
  readonly isCalled: boolean;
}

const CALLED = String.raw`(?<called>截[止至][到至]?(?:日期?|时间|时点)?[:为]?|as (?:of|at)|(?:year|period|months?) (?:ended|ending)|ended|ending|through|up to|until|ytd|year[ -]to[ -]date|(?<![\w-])to)?\s*`;
/** A mere date is taken for the cut-off only in a real heading, not in a sentence that tells what happened when. */
const LONGEST_HEADING = 40;
const OTHER_EVENT = /^\s*(?:追加|调[增减整剂]|批[复准]|下达|通知|会议|报账|approved|issued)/iu;
const OTHER_DATE = /(?:日期|时间|填报|编制|印发|制表|打印|date|printed|prepared)\s*[:为]?\s*$/iu;
const ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?`;
const MONTH_NAME = `(?<name>${MONTH})`;
const QUARTER_ENDS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, "1": 3, "2": 6, "3": 9, "4": 12, first: 3, second: 6, third: 9, fourth: 12 };
/** A fiscal year's quarters begin who knows when. */
const ENGLISH_PART = String.raw`(?<!fy ?'?(?:\d{2}|\d{4})[ ,]*)(?:q(?:uarter )?(?<quarter>[1-4])|(?<ordinal>first|second|third|fourth) quarter|(?<half>h1|first half))`;

/** Each notation once; `year` may be missing where the table states it elsewhere. A match that is inside a longer one is dropped. */
const NOTATIONS: readonly RegExp[] = [
  new RegExp(String.raw`${CALLED}(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]`, "giu"),
  new RegExp(String.raw`${CALLED}(?<![\d.])(?<year>\d{4})(?<separator>[-/.])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?![\d月])`, "giu"),
  new RegExp(String.raw`${CALLED}(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?![\d.])`, "giu"),
  // Which of the two is the month is certain only where one of them cannot be.
  new RegExp(String.raw`${CALLED}(?<![\d/])(?<month>1[0-2]|0?[1-9])/(?<day>1[3-9]|2\d|3[01])/(?<year>\d{4})(?!\d)`, "giu"),
  new RegExp(String.raw`${CALLED}(?<![\d/])(?<day>1[3-9]|2\d|3[01])/(?<month>1[0-2]|0?[1-9])/(?<year>\d{4})(?!\d)`, "giu"),
  new RegExp(String.raw`${CALLED}${MONTH_NAME}\s*(?<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(?<year>\d{4})(?!\d)`, "giu"),
  new RegExp(String.raw`${CALLED}(?<day>\d{1,2})(?:st|nd|rd|th)?\s+${MONTH_NAME},?\s*(?<year>\d{4})(?!\d)`, "giu"),
  new RegExp(String.raw`(?:(?<year>\d{4})\s*年度?\s*)?(?<![\d.])(?<span>0?1\s*月?\s*(?:[-~至到]|—|–)+)\s*(?<month>\d{1,2})\s*月份?`, "giu"),
  new RegExp(String.raw`(?:(?<year>\d{4})\s*年度?\s*)?(?<span>前)\s*(?<month>\d{1,2})\s*个月`, "giu"),
  new RegExp(String.raw`\b(?<start>${MONTH})\s*(?:[-–—]|to|through|thru)\s*${MONTH_NAME},?\s+(?<year>\d{4})(?!\d)`, "giu"),
  new RegExp(String.raw`${CALLED}(?<![\d.])(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月(?:份|底|末)?`, "giu"),
  new RegExp(String.raw`${CALLED}${MONTH_NAME},?\s+(?<year>\d{4})(?!\d)`, "giu"),
  new RegExp(String.raw`${CALLED}(?<![\d.])(?<year>\d{4})\s*年度?\s*(?<half>上?半年)`, "giu"),
  new RegExp(String.raw`${CALLED}(?<![\d.])(?<year>\d{4})\s*年度?\s*(?:第|前)?(?<quarter>[一二三四1-4])季度末?`, "giu"),
  new RegExp(String.raw`${CALLED}(?<![\d.])(?<year>\d{4})\s*年(?<end>底|末|终)`, "giu"),
  new RegExp(String.raw`\b${ENGLISH_PART}(?:,| of)?\s*(?<year>\d{4})(?!\d)`, "giu"),
  new RegExp(String.raw`(?<!fy ?|\d)(?<year>\d{4})\s*,?\s*${ENGLISH_PART}\b`, "giu"),
];

/** The same without a year, which the table states elsewhere. In notes they may be of anything. */
const NOTATIONS_OF_THE_YEAR: readonly RegExp[] = [
  /(?<called>截[止至][到至]?(?:日期?|时间|时点)?[:为]?)\s*(?<![\d.])(?<month>\d{1,2})\s*月\s*(?:(?<day>\d{1,2})\s*[日号]|份?[底末]?)/gu,
  /(?<![\d.年])(?<month>\d{1,2})\s*月[底末]/gu,
  /(?<half>上半年)/gu, /\((?<month>\d{1,2})\s*月份?\)$/gu,
  /前(?<quarter>[一二三1-3])个?季度|第?(?<quarterEnd>[一二三四1-4])季度[底末]/gu,
];

function datesIn(text: string, defaultYear: string | null, isNote: boolean): DatedText[] {
  const taken: { from: number; to: number }[] = [];
  return [...NOTATIONS, ...(isNote ? [] : NOTATIONS_OF_THE_YEAR)].flatMap((notation) => [...text.matchAll(notation)].flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    if (taken.some((other) => from < other.to && other.from < to)) return [];
    taken.push({ from, to });
    const groups = match.groups ?? {};
    const { start } = groups;
    // April to August is not all of the year up to August.
    if (start !== undefined && !/^jan/iu.test(start)) return [];
    if (isOfFiscalYear(text.slice(0, to), Number(monthOf(groups) ?? NaN))) return [];
    const isCalled = groups["called"] !== undefined || groups["span"] !== undefined || start !== undefined;
    if (!isCalled && (text.length > LONGEST_HEADING || OTHER_DATE.test(text.slice(0, from)) || OTHER_EVENT.test(text.slice(to)))) return [];
    const cutOff = dayOf(groups["year"] ?? defaultYear ?? undefined, monthOf(groups), groups["day"]);
    return cutOff === null ? [] : [{ cutOff, isDay: groups["day"] !== undefined, isCalled }];
  }));
}

function monthOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { month, name, half, quarter = groups["quarterEnd"] ?? groups["ordinal"], end } = groups;
  if (name !== undefined) return String(ENGLISH_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
  if (half !== undefined) return "6";
  if (quarter !== undefined) return String(QUARTER_ENDS[quarter.toLowerCase()]);
  return end === undefined ? month : "12";
}

/** Without a day the month's last one; null for a date that does not exist. */
function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): CutOff | null {
  const [y, m] = [Number(year ?? NaN), Number(month ?? NaN)];
  if (!(y >= 1000 && m >= 1 && m <= 12)) return null;
  const last = daysInMonth(y, m);
  const d = day === undefined ? last : Number(day);
  return d >= 1 && d <= last ? { year: y, month: m, day: d } : null;
}

/** The one year that texts name; null where they name none, or several. */
export function yearTold(texts: readonly string[]): number | null {
  const [year, another] = new Set(texts.flatMap((text) => yearsIn(plain(text))));
  return year === undefined || another !== undefined ? null : Number(year);
}

function yearsIn(text: string): string[] {
  return [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=\s*年|\s*$|[^\d,.])/gu)].flatMap(([, year]) => year ?? []);
}

const NUMERALS = "〇一二三四五六七八九";

/** Half-width, with Chinese numerals of dates as digits: 二〇一六年十二月三十一日 → 2016年12月31日. */
function plain(text: string): string {
  const halfWidth = text.normalize("NFKC");
  if (!/[〇○零一二三四五六七八九十]/u.test(halfWidth)) return halfWidth;
  return halfWidth
    .replace(/[○零]/gu, "〇")
    .replace(/[〇一二三四五六七八九]{4}(?=年)/gu, (year) => [...year].map((char) => NUMERALS.indexOf(char)).join(""))
    .replace(/[一二三四五六七八九]?十?[一二三四五六七八九]?(?=月|日|号|(?:[-~至到]|—|–)十?[一二三四五六七八九]?月)/gu, (numeral) => (numeral === "" ? "" : String(valueOf(numeral))));
}

/** 一 … 九十九. */
function valueOf(numeral: string): number {
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["〇", numeral];
  return (tens === "" ? 1 : NUMERALS.indexOf(tens ?? "〇")) * 10 + (ones === "" || ones === undefined ? 0 : NUMERALS.indexOf(ones));
}
