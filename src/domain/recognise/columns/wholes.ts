/** Columns that add up others: the figures prove what headers alone leave open, 总预算 behind 上年结转 | 本年预算. */

import { grouped } from "../../grouped";
import { DIALECTS, type Meaning } from "../dialects/dialect";
import { tidy } from "../headers/text";
import { because } from "../reason";
import { assign, drop, headingsOf, isBudget, isMoney, leavePart, ROUNDING, sumAt, type Candidate } from "./candidate";

/** Of what adds up and what is added up, the sum counts. A sum whose own header is unknown is what its parts are. */
export function leavePartsOfSums(candidates: readonly Candidate[]): void {
  const byLeaf = grouped(candidates, ({ path }) => (path.length > 1 ? (path.at(-1) ?? "") : null));
  const sums = candidates.flatMap((whole, at) => {
    const alike = whole.path.length < 2 ? [] : (byLeaf.get(whole.path.at(-1) ?? "") ?? []);
    const parts = partsOf(whole, [alike.length > MOST_GROUPS ? [] : alike.filter((other) => other !== whole), ...blocksBeside(candidates, at)]);
    return parts === null ? [] : [{ whole, parts }];
  });
  for (const { whole, parts } of sums) {
    const meaning = isOpen(whole) ? sharedMeaning(parts) : whole.meaning;
    if (meaning === null || !(isBudget(meaning) || meaning === "expenditure")) continue;
    if (isOpen(whole)) assign(whole, meaning, "likely", because("sum-of-columns", { header: whole.header }));
    const hasOther = parts.some((part) => part.meaning === "other");
    for (const part of parts) if (isRival(part, meaning, hasOther)) leavePartAndRate(part, whole, candidates);
  }
}

/** Its own header does not tell what it is: 合计, or words unknown to us. */
function isOpen({ meaning }: Candidate): boolean {
  return meaning === null || meaning === "amount";
}

/** 一般公共预算支出 among parts of spending is no budget; beside what was left over it may be one. */
function isRival({ meaning, confidence }: Candidate, whole: Meaning, hasOther: boolean): boolean {
  return meaning === whole || (whole === "expenditure" && isBudget(meaning) && confidence === "likely" && !hasOther);
}

/** Where a group of columns is a part, its rate is one of that part. */
function leavePartAndRate(part: Candidate, whole: Candidate, candidates: readonly Candidate[]): void {
  leavePart(part, whole);
  if (part.path.length < 2) return;
  const headings = headingsOf(part);
  for (const rate of candidates) if (rate.meaning === "rate" && headingsOf(rate) === headings && rate.path.length === part.path.length) drop(rate, because("rate-of-part", { header: rate.header }));
}

/** What all parts are that say so themselves: neither 基本支出 and 项目支出, which may be of either, nor what was left from last year. */
function sharedMeaning(parts: readonly Candidate[]): Meaning | null {
  const meanings = new Set(parts.map(({ meaning }) => meaning).filter((meaning) => meaning === "expenditure" || isBudget(meaning)));
  const [only] = meanings;
  return meanings.size === 1 && only !== undefined ? only : null;
}

/** Those of the same header under other headings, or adjoining columns on one side, that make up this one. */
function partsOf(whole: Candidate, blocks: readonly (readonly Candidate[])[]): readonly Candidate[] | null {
  const isSum = isOpen(whole) || isBudget(whole.meaning) || whole.meaning === "expenditure";
  if (!isSum || !isNumeric(whole)) return null;
  return blocks.find((block) => block.every(isPart) && addsUp(whole, block)) ?? null;
}

/** At most so many adjoining columns are tried as parts of one, and so many headings with the same columns. */
const MOST_PARTS = 8;
const MOST_GROUPS = 40;

function blocksBeside(candidates: readonly Candidate[], at: number): (readonly Candidate[])[] {
  const before = numericRun(candidates.slice(Math.max(0, at - MOST_PARTS), at).reverse());
  const behind = numericRun(candidates.slice(at + 1, at + 1 + MOST_PARTS));
  return [before, behind].flatMap((run) => run.slice(1).map((_, i) => run.slice(0, i + 2)));
}

function numericRun(columns: readonly Candidate[]): readonly Candidate[] {
  const end = columns.findIndex((column) => !isNumeric(column));
  return columns.slice(0, end < 0 ? columns.length : end);
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

/** In each of the first lines that has a sum; by more than one part, or nothing would be added. */
function addsUp(whole: Candidate, parts: readonly Candidate[]): boolean {
  let lines = 0;
  const filled = new Set<Candidate>();
  for (const [line, sum] of whole.evidence.first.entries()) {
    if (Number.isNaN(sum)) continue;
    if (Math.abs(sumAt(parts, line) - sum) >= ROUNDING) return false;
    if (sum !== 0) lines += 1;
    for (const part of parts) if (sumAt([part], line) !== 0) filled.add(part);
  }
  return lines > 1 && filled.size > 1 && filled.size === parts.length;
}
