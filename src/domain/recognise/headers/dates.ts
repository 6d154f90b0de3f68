/** Which year, and which part of it, a header speaks of. */

/**
 * Months from 1. `from` is null where only the end is told (截至6月底): what counts from the year's beginning is spending up
 * to then, but a budget as it stood then. `to` is null where it is not told either (累计, 截至目前, YTD).
 */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

/** Up to a date that the header tells, rather than to the year's end or to no date in particular. */
export function isToDate(period: Period | null): boolean {
  return period !== null && period.to !== null && !isWholeYear(period);
}

export function isWholeYear({ from, to }: Period): boolean {
  return from === 1 && to === 12;
}

/** A span of months that is not the whole year: 上半年, 4-6月, but not 截至6月底. */
export function isPartOfYear(period: Period | null): boolean {
  return period !== null && period.from !== null && !isWholeYear(period);
}

export interface Dated {
  /** The header without its dates. */
  readonly stem: string;
  readonly year: number | null;
  readonly period: Period | null;
}

const WHOLE_YEAR: Period = { from: 1, to: 12 };
const TO_NOW: Period = { from: null, to: null };

const YEAR = String.raw`(?:19|20)\d{2}`;
const DAY = String.raw`(?:${YEAR}年?度?)?(?:(?<month>1[0-2]|0?[1-9])月份?)?(?:\d{1,2}[日号])?(?<end>[末底]|止)?`;
const MONTH = String.raw`1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2}|元`;
const QUARTER = "[1-4一二两三四]";

type Read = (groups: Readonly<Record<string, string | undefined>>) => Period | null;

/** Up to a date: 截止2016年12月31日, 截至6月末, 6月底, 6月30日, 三季度末, 2016.12.31; a span: 1-6月, 1-3季度, 2016年上半年, 前8个月; or no more than a year. */
const CHINESE_DATES: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(String.raw`^(?:截[止至]到?|[到至])?(?:(?:${YEAR}[./-])(?<month>1[0-2]|0?[1-9])[./-]\d{1,2}|(?<=截[止至]到?|[到至])(?<alone>1[0-2]|0?[1-9])[./]\d{1,2})(?:日?为?止)?`, "u"), ({ month, alone }) => ({ from: null, to: monthOf(month ?? alone) })],
  [new RegExp(`^(?:截[止至]到?|[到至](?=\\d|目前|今))(?:目前|今|${DAY})(?:为?止)?(?:的)?`, "u"), ({ month, end }) => ({ from: null, to: monthOf(month) ?? (end === "末" || end === "底" ? 12 : null) })],
  [new RegExp(String.raw`^(?:${YEAR}年)?第?(?<first>${QUARTER})季?度?[-—~–至到]第?(?<last>${QUARTER})季度(?:累计)?`, "u"), ({ first, last }) => ({ from: (quarterOf(first) ?? 1) * 3 - 2, to: endOfQuarter(last) })],
  [new RegExp(String.raw`^(?:${YEAR}年)?(?<first>${MONTH})月?份?[-—~–至到](?<last>${MONTH}|[xn])月份?(?:累计)?`, "u"), ({ first, last }) => ({ from: monthOf(first), to: monthOf(last) })],
  [new RegExp(String.raw`^(?:${YEAR}年)?前(?:(?<quarter>${QUARTER})个?季度|(?<last>${MONTH})个?月)(?:累计)?`, "u"), ({ quarter, last }) => ({ from: 1, to: endOfQuarter(quarter) ?? monthOf(last) })],
  [new RegExp(String.raw`^(?:${YEAR}年)?(?<half>[上下])半年(?:累计)?`, "u"), ({ half }) => (half === "上" ? { from: 1, to: 6 } : { from: 7, to: 12 })],
  [new RegExp(String.raw`^(?:${YEAR}年)?(?:(?<month>1[0-2]|0?[1-9])月(?:份?[末底]|(?:[12]\d|3[01]|0?[1-9])日(?:为?止)?|份?止|份?(?=累计))|第?(?<quarter>${QUARTER})季度(?:[末底]|(?=累计)))`, "u"), ({ month, quarter }) => ({ from: null, to: monthOf(month) ?? endOfQuarter(quarter) })],
  [new RegExp(String.raw`^${YEAR}[./-](?<month>1[0-2]|0?[1-9])$`, "u"), ({ month }) => ({ from: monthOf(month), to: monthOf(month) })],
  [new RegExp(String.raw`^(?:${YEAR}年度?|\(${YEAR}年?度?\)|${YEAR}(?=\p{Script=Han}))`, "u"), () => null],
  [/^(?:本年度?|当年|今年)(?=预算|支出|执行|年初|决算|调整)/u, () => null],
];

const ONE_PART = new RegExp(String.raw`(?<![\d.\-—~–至到前止])(?:(?<month>${MONTH})月份?|第?(?<quarter>${QUARTER})季度)(?![\d\-—~–至到末底止])`, "u");
const SINCE_JANUARY = new RegExp(String.raw`累计|截[至止]|年初至|(?<!\d)(?:0?1|一|元)月?份?[-—~–至到]+(?:${MONTH})月|[1一]季?度?[-—~–至到]+${QUARTER}季度|前(?:${MONTH})个?月|前${QUARTER}个?季度|\b(?:ytd|cumulative|to[ -]date|as of|through)\b`, "u");

const ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
const ENGLISH_SPAN = String.raw`(?:h(?<half>[12])|(?<ordinal>first|second|1st|2nd) half(?: of(?: the)?(?: year)?)?|(?<first>${MONTH_NAME})\.? ?(?:[-–—]|to|through|thru) ?(?<last>${MONTH_NAME})\.?)`;
const ENGLISH_DATES: readonly (readonly [RegExp, Read])[] = [
  [/^q(?<quarter>[1-4]) (?:ytd|cumulative)$/u, ({ quarter }) => ({ from: 1, to: endOfQuarter(quarter) })],
  [new RegExp(`^${ENGLISH_SPAN}(?= )`, "u"), spanOf],
  [new RegExp(`(?:^|,? )\\(?${ENGLISH_SPAN}\\)?$`, "u"), spanOf],
  [
    new RegExp(String.raw`,? ?\(?(?:as of|through|thru|up to|as at|to) (?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?<name>${MONTH_NAME})\.? ?\d{0,2},? ?(?:(?:19|20)\d\d)?|(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/\d{2,4})?)\)?$`, "u"),
    ({ name, month, day }) => ({ from: null, to: name === undefined ? (monthOf(month) ?? monthOf(day)) : englishMonth(name) }),
  ],
];
const ENGLISH_YEAR = /(?:^|\s|\()(?:(?:fy|cy) ?'?\d{2}(?:\d{2})?(?:[-/]\d{2,4})?|(?:19|20)\d{2}(?:[-/]\d{2,4})?)(?=$|\s|\))\)?/gu;

export function withoutDates(text: string): Dated {
  const yearText = /(?:19|20)\d{2}(?!\d)/u.exec(text)?.[0] ?? text.replace(/^.*\b(?:fy|cy) ?'?(\d{2})\b.*$/u, "20$1").match(/^20\d{2}$/u)?.[0];
  const year = yearText === undefined ? null : Number(yearText);
  for (const [pattern, read] of CHINESE_DATES) {
    const match = pattern.exec(text);
    const length = match?.[0].length ?? 0;
    // 1-9月累计 is a 累计 up to September.
    const stem = match?.[0].endsWith("累计") === true && length === text.length ? "累计" : text.slice(length).trim();
    if (match !== null && length > 0 && stem !== "") return { stem, year, period: read(match.groups ?? {}) ?? toldByWords(text) };
  }
  for (const [pattern, read] of ENGLISH_DATES) {
    const match = pattern.exec(text);
    const stem = match === null ? "" : withoutYear(text.replace(match[0], " "));
    if (match !== null && stem !== "") return { stem, year, period: read(match.groups ?? {}) };
  }
  const stem = withoutYear(text);
  return { stem: stem === "" ? text : stem, year, period: toldByWords(text) };
}

/** A heading over columns that is nothing but a period: 上半年 over 预算 | 支出. */
export function periodAlone(text: string): Period | null {
  for (const [pattern, read] of [...CHINESE_DATES, ...ENGLISH_DATES]) {
    const match = pattern.exec(text);
    if (match !== null && match[0].length === text.length) return read(match.groups ?? {});
  }
  return /^(?:全年|full[ -]year)$/u.test(text) ? WHOLE_YEAR : null;
}

/** A month or a quarter alone that a sheet's name or a title tells: 3月, XX单位2023年第一季度支出表; neither 1-3月, 截至3月 nor 3月累计. */
export function partNamed(text: string): Period | null {
  const { month, quarter } = ONE_PART.exec(text)?.groups ?? {};
  if (toldByWords(text) !== null || (month === undefined && quarter === undefined)) return null;
  const to = monthOf(month) ?? endOfQuarter(quarter);
  return to === null ? null : { from: month === undefined ? to - 2 : to, to };
}

/** Whether a text says that figures count from the year's beginning: 累计, 截至3月, 1-3月, 前3个月, YTD. */
export function isCounted(text: string): boolean {
  return SINCE_JANUARY.test(text);
}

/** A parent that is nothing but a year: 2016年 over 预算数 | 执行数. */
export function yearAlone(text: string): number | null {
  const year = /^(?:fy ?)?((?:19|20)\d{2})年?度?$/iu.exec(text.trim())?.[1];
  return year === undefined ? null : Number(year);
}

function withoutYear(text: string): string {
  return text.replace(ENGLISH_YEAR, " ").replace(/\s+/gu, " ").trim();
}

function toldByWords(text: string): Period | null {
  if (/全年|年终|\b(?:full[ -]year|annual)\b/u.test(text)) return WHOLE_YEAR;
  return /累计|\b(?:ytd|to[ -]date)\b/u.test(text) ? TO_NOW : null;
}

function spanOf({ half, ordinal, first, last }: Readonly<Record<string, string | undefined>>): Period {
  if (first !== undefined && last !== undefined) return { from: englishMonth(first), to: englishMonth(last) };
  return half === "1" || ordinal === "first" || ordinal === "1st" ? { from: 1, to: 6 } : { from: 7, to: 12 };
}

function englishMonth(name: string): number {
  return ENGLISH_MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function quarterOf(text: string | undefined): number | null {
  const at = ["1一", "2二两", "3三", "4四"].findIndex((quarter) => text !== undefined && quarter.includes(text));
  return at < 0 ? null : at + 1;
}

function endOfQuarter(text: string | undefined): number | null {
  const quarter = quarterOf(text);
  return quarter === null ? null : quarter * 3;
}

/** null for what is no month: the X of 1-X月. */
function monthOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d+$/u.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  const month = ["元", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].indexOf(text);
  return month < 0 ? null : Math.max(1, month);
}
