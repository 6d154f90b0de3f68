/** Reading one header text: cleaning it up, and what the dialects say it means. */

import { statedUnit } from "../../amounts/unit";
import { DIALECTS, type HeaderRule, type Meaning, type NamedBudget } from "../dialects/dialect";
import type { Role } from "../../table";
import { isToDate, withoutDates, type Period } from "./dates";

export interface HeaderMeaning {
  readonly meaning: Meaning;
  readonly confidence: "sure" | "likely";
  readonly otherwise: Role | null;
  readonly ofBudget: NamedBudget | null;
  /** Place of the rule in its dialect: the smaller is the more telling. */
  readonly rank: number;
  /** The year a header names, e.g. 2016 in "2016年预算数". */
  readonly year: number | null;
  /** The part of the year that it says it counts; null where it says none. */
  readonly period: Period | null;
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
    const meaning = readHeader(text) ?? readTwoLanguages(text);
    known.set(text, meaning);
    return meaning;
  };
}

function readHeader(text: string): HeaderMeaning | null {
  const tidied = tidy(text);
  if (/^\(?(?:金额|货币|计量)?单位:/u.test(tidied)) return null;
  const cleaned = withoutMarks(tidied);
  const { stem, year, period } = withoutDates(cleaned);
  const bare = stem.replace(/\([^()]*\)/gu, "").trim();
  const unlettered = bare.replace(COLUMN_LETTER, "");
  const found = ruleFor(stem) ?? (bare === stem ? null : ruleFor(bare)) ?? (isToDate(period) || cleaned === stem ? null : ruleFor(cleaned)) ?? (unlettered === bare ? null : ruleFor(unlettered));
  if (found === null) return null;
  const { rule, rank } = found;
  return { meaning: ofNow(rule, bare) ?? rule.meaning, confidence: rule.confidence, otherwise: rule.otherwise ?? null, ofBudget: rule.ofBudget ?? null, rank, year, period };
}

/** 预算 Budget, or Budget (预算): the same in two languages, each of which is known; the Chinese one tells. */
function readTwoLanguages(text: string): HeaderMeaning | null {
  const parts = /^(?<chinese>\p{Script=Han}[^a-z]*?)[ /(]*(?<other>[a-z][a-z %.'&-]*)\)?$|^(?<other2>[a-z][a-z %.'&-]*?)[ /(]*(?<chinese2>\p{Script=Han}[^a-z]*?)\)?$/u.exec(tidy(text))?.groups;
  const [chinese, other] = [parts?.["chinese"] ?? parts?.["chinese2"], parts?.["other"] ?? parts?.["other2"]];
  return chinese === undefined || other === undefined || (readHeader(other) === null && !endsAsRate(other)) ? null : readHeader(chinese);
}

/** 总进度, Rate: a rate or a share, whatever it is of. */
export function endsAsRate(text: string): boolean {
  return DIALECTS.some((dialect) => dialect.endsAsRate.test(tidy(text)));
}

/** 本月预算 is the budget, 本月支出 the spending, of the month alone. */
function ofNow({ meaning }: HeaderRule, text: string): Meaning | null {
  if (!isOfNow(text) || meaning !== "other" || DIALECTS.some(({ cumulative }) => cumulative.test(text))) return null;
  const whole = DIALECTS.map(({ now }) => text.replace(now, "").trim()).find((rest) => rest !== text) ?? "";
  const counted = ruleFor(whole)?.rule.meaning;
  return counted === "original-budget" ? "budget-of-now" : counted === "expenditure" ? "spending-of-now" : counted === "rate" ? "rate-of-now" : null;
}

/** 本月预算: of this month or quarter alone. */
export function isOfNow(header: string): boolean {
  return DIALECTS.some(({ now }) => now.test(tidy(header)));
}

/** 预算 over 万元: a unit in a row of its own says nothing about the meaning. */
export function withoutUnitRow(path: readonly string[], read: HeaderReader): readonly string[] {
  return path.length > 1 && isUnitAlone(path.at(-1) ?? "", read) ? path.slice(0, -1) : path;
}

/** 万元, ($), but not 支出（万元）. */
export function isUnitAlone(text: string, read: HeaderReader): boolean {
  return statedUnit(text) !== null && read(text) === null;
}

export type Side = "income" | "spending";

/** 收 入, 支出项目, REVENUES: the side of a table that a heading is of; null for all others. */
export function sideCalled(text: string): Side | null {
  const tidied = tidy(text);
  return DIALECTS.some(({ income }) => income.side.test(tidied)) ? "income" : DIALECTS.some(({ income }) => income.other.test(tidied)) ? "spending" : null;
}

/** A label without number, unit, marks and brackets, and without a date: 1. 2024年预算数（万元） is 预算数. */
export function bareLabel(label: string): string {
  return withoutDates(withoutMarks(tidy(label))).stem.replace(/\([^()]*\)/gu, "").trim();
}

/** 结余, 上年决算数: money that the table tells besides its budget and spending, and no percentages. */
export function isOtherMoney(header: string): boolean {
  const bare = withoutMarks(tidy(header)).replace(/\([^()]*\)/gu, "").trim();
  return header.length <= LONGEST_HEADER && !/[%％]/u.test(header) && !/[/÷]/u.test(bare) && DIALECTS.some(({ otherMoney }) => otherMoney.test(bare));
}

/** 结余, 未执行数: what is left of a budget, as far as its header tells. */
export function isLeftOver(header: string): boolean {
  return DIALECTS.some(({ left }) => left.test(tidy(header)));
}

/** 年初结转和结余, carried over: what was there before the year. */
export function isCarriedOver(header: string): boolean {
  const tidied = tidy(header);
  return !isLeftOver(header) && DIALECTS.some(({ carried }) => carried.test(tidied));
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

/** Half-width, lower case, without a number before it in a circle, one kind of brackets, single spaces, and none beside Chinese characters. */
export function tidy(text: string): string {
  return text
    .replace(/^\s*[①-⑳]/u, "").normalize("NFKC").toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[[{【〔]/gu, "(").replace(/[\]}】〕]/gu, ")")
    .replace(/\s+/gu, " ")
    .replace(/(?<=[\p{Script=Han}()]) | (?=[\p{Script=Han})])/gu, "")
    .trim();
}

/** What printed forms call a column by: 预算数①, 支出数B, A.预算数. */
const COLUMN_LETTER = /^[a-z][.、)]?(?=\p{Script=Han})|(?<=\p{Script=Han})(?:[a-z]|\d{1,2})$/gu;
/** How a column is calculated from those: 执行率③=②/①, 执行率(3)=(2)/(1). */
const COLUMN_FORMULA = /(?<=[\p{Script=Han}%)])\(?[\da-z]{0,2}\)?=[\da-z()+*/×÷%-]+$/u;
/** The same in brackets: (3=2/1), (B/A), (②÷①×100%). */
const FORMULA = /^[\da-z①-⑳]{0,2}=[\da-z①-⑳()=+*/×÷%-]+$|^[\da-z]{1,2}(?:[+*/×÷-](?:[\da-z]{1,2}|100%))+$/u;

/** Units, footnote and column marks and formulas say nothing about the meaning: "执行率(%)(3=2/1)", "一、支出(万元)". */
function withoutMarks(text: string): string {
  return text
    .replace(COLUMN_FORMULA, "")
    .replace(/\(([^()]*)\)/gu, (group, inner: string, at: number) => (isMark(inner) && !isOfUnspent(text.slice(0, at), inner) ? "" : group))
    .replace(/[:/,-]?\s*(?:单位:?)?(?:人民币)?[千万亿]?元$/u, (unit, at: number) => (at > 0 ? "" : unit))
    .replace(/,? (?:in .*|(?:us|hk)?[¥$£€].*)$/u, (note, at: number) => (at > 0 && statedUnit(note.replace(/^,? /u, "")) !== null ? "" : note))
    .replace(/,? (?:in |unit:? ?)?(?:thousands? of |10,000 )?(?:yuan|rmb(?:'000)?|cny)$/u, "")
    .replace(/^(?:[(（]?[一二三四五六七八九十]+[)）、.]|\d{1,2}[、.)](?!\d))\s*/u, "")
    .replace(/[*:;。.①-⑳]+$/u, "")
    .trim();
}

/** What is counted in or left out (含上年结转) does not change what a figure is. */
const SCOPE = /^(?:已|均|不)?(?:包?含|包括)/u;

/** 执行率(含在途): of more than was spent. */
function isOfUnspent(before: string, inner: string): boolean {
  return DIALECTS.some(({ unspent }) => unspent.test(`${before}(${inner})`));
}

function isMark(inner: string): boolean {
  return inner === "" || SCOPE.test(inner) || inner === "%" || /^[\da-z①-⑳]{1,2}$/u.test(inner) || FORMULA.test(inner) || statedUnit(inner) !== null || /^单位:?[^()]*$/u.test(inner);
}
