/** Reading one header text: cleaning it up, and what the dialects say it means. */

import { statedUnit } from "../../amounts/unit";
import { DIALECTS, type HeaderRule, type Meaning, type NamedBudget } from "../dialects/dialect";
import type { Role } from "../../table";

export interface HeaderMeaning {
  readonly meaning: Meaning;
  readonly confidence: "sure" | "likely";
  readonly otherwise: Role | null;
  readonly ofBudget: NamedBudget | null;
  /** Place of the rule in its dialect: the smaller is the more telling. */
  readonly rank: number;
  /** The year a header names, e.g. 2016 in "2016年预算数". */
  readonly year: number | null;
  /** 截至…, 1-6月, YTD: it counts up to a date, so it is spending and no plan. */
  readonly isToDate: boolean;
}

export type HeaderReader = (text: string) => HeaderMeaning | null;

/** Longer texts are sentences. */
export const LONGEST_HEADER = 60;

/** Headers repeat (in months, stacked tables, print layouts), so each text is read once. */
export function createHeaderReader(): HeaderReader {
  const known = new Map<string, HeaderMeaning | null>();
  return (text) => {
    if (text.length > LONGEST_HEADER) return null;
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const meaning = readHeader(text);
    known.set(text, meaning);
    return meaning;
  };
}

function readHeader(text: string): HeaderMeaning | null {
  const tidied = tidy(text);
  if (/^\(?(?:金额|货币|计量)?单位:/u.test(tidied)) return null;
  const cleaned = withoutMarks(tidied);
  const { stem, year, isToDate } = withoutDates(cleaned);
  const bare = stem.replace(/\([^()]*\)/gu, "").trim();
  const found = ruleFor(stem) ?? (bare === stem ? null : ruleFor(bare)) ?? (isToDate || cleaned === stem ? null : ruleFor(cleaned));
  if (found === null) return null;
  const { rule, rank } = found;
  return { meaning: rule.meaning, confidence: rule.confidence, otherwise: rule.otherwise ?? null, ofBudget: rule.ofBudget ?? null, rank, year, isToDate };
}

function ruleFor(text: string): { readonly rule: HeaderRule; readonly rank: number } | null {
  if (text === "") return null;
  for (const { headers } of DIALECTS) {
    const rank = headers.findIndex(({ patterns }) => patterns.some((pattern) => pattern.test(text)));
    const rule = headers[rank];
    if (rule !== undefined) return { rule, rank };
  }
  return null;
}

/** Half-width, lower case, one kind of brackets, single spaces, and none beside Chinese characters. */
export function tidy(text: string): string {
  return text
    .normalize("NFKC").toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[[{【〔]/gu, "(").replace(/[\]}】〕]/gu, ")")
    .replace(/\s+/gu, " ")
    .replace(/(?<=[\p{Script=Han}()]) | (?=[\p{Script=Han})])/gu, "")
    .trim();
}

/** Units, footnote and column marks and formulas say nothing about the meaning: "执行率(%)(3=2/1)", "一、支出(万元)". */
function withoutMarks(text: string): string {
  return text
    .replace(/\(([^()]*)\)/gu, (group, inner: string) => (isMark(inner) ? "" : group))
    .replace(/[:/,-]?\s*(?:单位:?)?(?:人民币)?[千万亿]?元$/u, (unit, at: number) => (at > 0 ? "" : unit))
    .replace(/,? (?:in .*|[¥$].*)$/u, (note, at: number) => (at > 0 && statedUnit(note.replace(/^,? /u, "")) !== null ? "" : note))
    .replace(/,? (?:in |unit:? ?)?(?:thousands? of |10,000 )?(?:yuan|rmb(?:'000)?|cny)$/u, "")
    .replace(/^(?:[(（]?[一二三四五六七八九十]+[)）、.]|\d{1,2}[、.)](?!\d))\s*/u, "")
    .replace(/[*:;。.①-⑳]+$/u, "")
    .trim();
}

function isMark(inner: string): boolean {
  return inner === "" || inner === "%" || /^[\da-z①-⑳]{1,2}$/u.test(inner) || /^[\da-z①-⑳]{0,2}=[\da-z①-⑳()=+*/×÷%-]+$/u.test(inner) || statedUnit(inner) !== null || /^单位:?[^()]*$/u.test(inner);
}

const YEAR = String.raw`(?:19|20)\d{2}`;
const DAY = String.raw`(?:${YEAR}年?度?)?(?:(?:1[0-2]|0?[1-9])月份?)?(?:\d{1,2}[日号])?(?:[末底]|止)?`;
const CHINESE_DATES: readonly (readonly [RegExp, boolean])[] = [
  // Up to a date: 截止2016年12月31日, 截至6月末, 1-6月, 2016年上半年, 6月底, 2016.12.31
  [new RegExp(`^(?:截[止至]到?|[到至](?=\\d|目前|今))(?:目前|今|${DAY})(?:为?止)?(?:的)?`, "u"), true],
  [new RegExp(String.raw`^(?:${YEAR}年)?(?:0?1|一|元)月?份?[-—~–至到](?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2}|[xn])月份?(?:累计)?`, "u"), true],
  [new RegExp(String.raw`^(?:${YEAR}年)?(?:上半年|前三季度)(?:累计)?`, "u"), true],
  [new RegExp(String.raw`^(?:${YEAR}年)?(?:1[0-2]|0?[1-9])月[末底]`, "u"), true],
  [new RegExp(String.raw`^${YEAR}(?:年(?:1[0-2]|0?[1-9])月\d{1,2}日|[./-]\d{1,2}[./-]\d{1,2})`, "u"), true],
  [new RegExp(String.raw`^(?:${YEAR}年度?|\(${YEAR}年?度?\)|${YEAR}(?=\p{Script=Han}))`, "u"), false],
  [/^(?:本年度?|当年|今年)(?=预算|支出|执行|年初|决算|调整)/u, false],
];
const ENGLISH_TO_DATE = /,? ?\(?(?:as of|through|thru|up to|as at|to) (?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? ?\d{0,2},? ?(?:(?:19|20)\d\d)?|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)\)?$/u;
const ENGLISH_YEAR = /(?:^|\s|\()(?:(?:fy|cy) ?'?\d{2}(?:\d{2})?(?:[-/]\d{2,4})?|(?:19|20)\d{2}(?:[-/]\d{2,4})?)(?=$|\s|\))\)?/u;

interface Dated {
  readonly stem: string;
  readonly year: number | null;
  readonly isToDate: boolean;
}

function withoutDates(text: string): Dated {
  const yearText = /(?:19|20)\d{2}(?!\d)/u.exec(text)?.[0] ?? text.replace(/^.*\b(?:fy|cy) ?'?(\d{2})\b.*$/u, "20$1").match(/^20\d{2}$/u)?.[0];
  const year = yearText === undefined ? null : Number(yearText);
  for (const [pattern, isToDate] of CHINESE_DATES) {
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > 0 && length < text.length) return { stem: text.slice(length).trim(), year, isToDate };
  }
  const isToDate = ENGLISH_TO_DATE.test(text);
  const stem = text.replace(ENGLISH_TO_DATE, "").replace(ENGLISH_YEAR, " ").replace(/\s+/gu, " ").trim();
  return { stem: stem === "" ? text : stem, year, isToDate };
}

/** A parent that is nothing but a year: 2016年 over 预算数 | 执行数. */
export function yearAlone(text: string): number | null {
  const year = /^(?:fy ?)?((?:19|20)\d{2})年?度?$/iu.exec(text.trim())?.[1];
  return year === undefined ? null : Number(year);
}
