/** What is known while one sentence is read, and the drafts its figures become. */

import type { Currency } from "../../amounts/currency";
import type { AmountClaim, Claim, Item, Quote, Subject } from "../claim";
import type { TextDialect } from "../dialects/dialect";
import type { TextDate } from "../text/dates";
import type { Span } from "../text/paragraphs";
import type { Sentence } from "../text/sentences";
import { clauseStart } from "./clause";
import { subjectIn } from "./subject";

/** What the sentences before left behind. */
export interface Carried {
  /** The paragraph's subject so far; in an item, the item's. */
  readonly subject: Subject;
  readonly item: Item | null;
  /** The last whole sum told in this paragraph: what a sentence that begins with 其中 divides. */
  readonly lastMain: AmountClaim | null;
  readonly year: number | null;
}

/** What the workbook beside a text says, as far as it helps to read the text. */
export interface Beside {
  /** Whether a line of a budget is called so. */
  readonly isLine: (name: string) => boolean;
  /** That its figures are of; null is unknown. */
  readonly year: number | null;
  /** That its figures are in. */
  readonly currency: Currency;
}

export const NOTHING_BESIDE: Beside = { isLine: () => false, year: null, currency: "CNY" };

export interface SentenceContext {
  readonly sentence: Sentence;
  /** The sentence folded; offsets here are relative to it. */
  readonly text: string;
  readonly dates: readonly TextDate[];
  readonly dialect: TextDialect;
  readonly carried: Carried;
  readonly beside: Beside;
}

export const NO_SUBJECT: Subject = { text: "", span: null, origin: "none" };

export function inDocument(context: SentenceContext, span: Span): Span {
  return { start: context.sentence.start + span.start, end: context.sentence.start + span.end };
}

export function quoteOf(context: SentenceContext, span: Span): Quote {
  return { ...inDocument(context, span), text: context.sentence.text.slice(span.start, span.end) };
}

/** 项目 alone points to the item, but outside items 项目支出 and 项目预算 are names, beside 基本支出. */
export function projectHalf(context: SentenceContext, about: Span, label: Span): Subject | null {
  const { text, carried } = context;
  const trimmed = text.slice(about.start, about.end).replace(/^(?:其中|[：:、\s])+/u, "");
  const isName = trimmed === "项目" && about.end === label.start && ["支出", "预算"].includes(text.slice(label.start, label.end));
  if (!isName || carried.item !== null) return null;
  return { text: trimmed, span: inDocument(context, { start: about.end - trimmed.length, end: about.end }), origin: "own" };
}

/**
 * The subject that the words in `about` name, else null. A name before a colon counts: "装修改造经费：年初预算…"; so does
 * a line of the workbook that a clause behind `from`, the figure before, consists of: "课后服务，年初预算…".
 */
export function ownSubject(context: SentenceContext, about: Span, from: number = about.start): Subject | null {
  const found = subjectIn(context.text, about, datesIn(context, about)) ?? nameBeforeColon(context, about.start) ?? lineBefore(context, from, about.start);
  if (found === null) return null;
  const { text, start, end } = quoteOf(context, found);
  return { text, span: { start, end }, origin: "own" };
}

/** 社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）. */
const LONGEST_NAME_BEFORE_COLON = 60;

function nameBeforeColon(context: SentenceContext, at: number): Span | null {
  const { text } = context;
  if (at < 2 || at > LONGEST_NAME_BEFORE_COLON || !"：:".includes(text.charAt(at - 1))) return null;
  const before = { start: 0, end: at - 1 };
  if (clauseStart(text, 0, at - 1) !== 0) return null;
  return subjectIn(text, before, datesIn(context, before));
}

/** 县交通局未调整预算，支出…; 县教育局最快，执行率为…. */
const TELLS_OF_LINE = /^(?<name>[^，,]{2,30}?)(?:(?:全年|当年|年中|年内)?(?:预算)?(?:未|没有|无)(?:作|做|进行)?(?:任何)?调整(?:预算)?|(?:预算)?(?:未|没有)(?:调整|变化|变动)|最[高低快慢])$/u;

/** 老旧小区改造先后两次追加预算，5月追加… */
const ANNOUNCES_CHANGES = /^(?<name>[^，,]{2,40}?)(?:年内|年中|全年)?(?:先后|共|分|累计)*[一二两三四五六多\d]次(?:追加|调[增减整])/u;

function lineBefore(context: SentenceContext, from: number, at: number): Span | null {
  const { text, beside } = context;
  for (let end = at - 1; end > from; end = clauseStart(text, from, end) - 1) {
    const clause = { start: clauseStart(text, from, end), end };
    const name = subjectIn(text, clause, datesIn(context, clause));
    const told = name === null ? undefined : TELLS_OF_LINE.exec(text.slice(name.start, clause.end))?.groups?.["name"];
    if (name !== null && told !== undefined && beside.isLine(told)) return { start: name.start, end: name.start + told.length };
    if (name !== null && beside.isLine(text.slice(name.start, name.end))) return name;
    const announced = name === null ? undefined : ANNOUNCES_CHANGES.exec(text.slice(name.start, clause.end))?.groups?.["name"];
    if (name !== null && announced !== undefined && beside.isLine(announced)) return { start: name.start, end: name.start + announced.length };
  }
  return null;
}

export function datesIn(context: SentenceContext, span: Span): readonly TextDate[] {
  return context.dates.filter((date) => date.start >= span.start && date.end <= span.end);
}

/** The dates after 截至, as of and the like. */
export function isCutOff(context: SentenceContext, date: TextDate): boolean {
  return context.dialect.cutOffBefore.test(context.text.slice(Math.max(0, date.start - NEAR_DATE), date.start));
}

/** How far before a date the words stand that make it a cut-off. */
const NEAR_DATE = 16;

export function lastBefore<T extends Span>(spans: readonly T[], at: number): T | null {
  return spans.findLast((span) => span.end <= at) ?? null;
}

export function inReadingOrder(claims: readonly Claim[]): readonly Claim[] {
  return [...claims].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
