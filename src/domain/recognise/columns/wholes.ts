/** Columns that add up others: the figures prove what headers alone leave open, 总预算 behind 上年结转 | 本年预算. */

import { columnName } from "../../../workbook/address";
import { DIALECTS, type Meaning } from "../dialects/dialect";
import { tidy } from "../headers/text";
import { because } from "../reason";
import { assign, drop, isBudget, isMoney, type Candidate } from "./candidate";

/** Of what adds up and what is added up, the sum counts. A sum whose own header is unknown is what its parts are. */
export function leavePartsOfSums(candidates: readonly Candidate[]): void {
  const sums = candidates.flatMap((whole) => {
    const parts = partsOf(whole, candidates);
    return parts === null ? [] : [{ whole, parts }];
  });
  for (const { whole, parts } of sums) {
    const meaning = isOpen(whole) ? sharedMeaning(parts) : whole.meaning;
    if (meaning === null || !(isBudget(meaning) || meaning === "expenditure")) continue;
    if (isOpen(whole)) assign(whole, meaning, "likely", because("sum-of-columns", { header: whole.header }));
    const hasOther = parts.some((part) => part.meaning === "other");
    for (const part of parts) if (isRival(part, meaning, hasOther)) leavePart(part, whole, candidates);
  }
}

/** 一般公共预算支出 among parts of spending is no budget. */
/** Its own header does not tell what it is: 合计, or words unknown to us. */
function isOpen({ meaning }: Candidate): boolean {
  return meaning === null || meaning === "amount";
}

function isRival({ meaning, confidence }: Candidate, whole: Meaning, hasOther: boolean): boolean {
  return meaning === whole || (whole === "expenditure" && isBudget(meaning) && confidence === "likely" && !hasOther);
}

/** Where a group of columns is a part, its rate is one of that part. */
function leavePart(part: Candidate, whole: Candidate, candidates: readonly Candidate[]): void {
  drop(part, because("part-of-amount", { header: part.header, column: columnName(whole.column) }));
  if (part.path.length < 2) return;
  const heading = headingOf(part);
  for (const rate of candidates) if (rate.meaning === "rate" && headingOf(rate) === heading && rate.path.length === part.path.length) drop(rate, because("rate-of-part", { header: rate.header }));
}

function headingOf({ path }: Candidate): string {
  return JSON.stringify(path.slice(0, -1));
}

/** What all parts are that say so themselves: neither 基本支出 and 项目支出, which may be of either, nor what was left from last year. */
function sharedMeaning(parts: readonly Candidate[]): Meaning | null {
  const meanings = new Set(parts.map(({ meaning }) => meaning).filter((meaning) => meaning === "expenditure" || isBudget(meaning)));
  const [only] = meanings;
  return meanings.size === 1 && only !== undefined ? only : null;
}

/** Adjoining columns on one side, or those of the same header under other headings, that make up this one. */
function partsOf(whole: Candidate, candidates: readonly Candidate[]): readonly Candidate[] | null {
  const isSum = isOpen(whole) || isBudget(whole.meaning) || whole.meaning === "expenditure";
  if (!isSum || !isNumeric(whole)) return null;
  const at = candidates.indexOf(whole);
  const before = numericRun(candidates.slice(0, at).reverse());
  const behind = numericRun(candidates.slice(at + 1));
  const alike = whole.path.length < 2 ? [] : candidates.filter((other) => other !== whole && other.path.length > 1 && other.path.at(-1) === whole.path.at(-1));
  const blocks = [alike, ...[before, behind].flatMap((run) => run.slice(1).map((_, i) => run.slice(0, i + 2)))];
  return blocks.find((block) => block.every(isPart) && addsUp(whole, block)) ?? null;
}

/** At most so many columns are tried as parts of one. */
const MOST_PARTS = 8;

function numericRun(columns: readonly Candidate[]): readonly Candidate[] {
  const end = columns.findIndex((column) => !isNumeric(column));
  return columns.slice(0, Math.min(end < 0 ? columns.length : end, MOST_PARTS));
}

function isNumeric({ evidence: { numbers, texts } }: Candidate): boolean {
  return numbers > 0 && numbers >= texts;
}

/** 年初预算 + 追加 = 调整后预算 and 预算 + 超支 = 支出 are no parts of a whole; nor are codes and rates. 当年预算 + 结转资金 = 年度预算 are. */
function isPart({ meaning, header }: Candidate): boolean {
  if (meaning === "other") return DIALECTS.some(({ carried }) => carried.test(tidy(header)));
  return meaning === null ? header !== "" : isBudget(meaning) || (isMoney(meaning) && !CHANGES.has(meaning));
}

const CHANGES: ReadonlySet<Meaning> = new Set<Meaning>(["increase", "decrease", "quota-change"]);
/** What printed parts may differ from their sum by. */
const ROUNDING = 0.015;

/** In each of the first lines that has a sum; by more than one part, or nothing would be added. */
function addsUp(whole: Candidate, parts: readonly Candidate[]): boolean {
  let lines = 0;
  const filled = new Set<Candidate>();
  for (const [line, sum] of whole.evidence.first.entries()) {
    if (Number.isNaN(sum)) continue;
    const figures = parts.map((part) => ({ part, figure: part.evidence.first[line] ?? NaN })).filter(({ figure }) => !Number.isNaN(figure) && figure !== 0);
    if (Math.abs(figures.reduce((total, { figure }) => total + figure, 0) - sum) >= ROUNDING) return false;
    if (sum !== 0) lines += 1;
    for (const { part } of figures) filled.add(part);
  }
  return lines > 1 && filled.size > 1 && filled.size === parts.length;
}
