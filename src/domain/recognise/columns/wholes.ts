/** Columns that add up others: the figures prove what headers alone leave open, 总预算 behind 上年结转 | 本年预算 | 追加. */

import type { Meaning } from "../dialects/dialect";
import type { HeaderReader } from "../headers/text";
import { because } from "../reason";
import { tellChange } from "./changes";
import { assign, drop, headingsOf, isBudget, isBudgetOrSpending, isCarried, isChange, isNumeric, isSpending, says, type Candidate } from "./candidate";
import { leavePartOfGroup } from "./groups";
import { isSumOf, MOST_COMPARED, sumsOf, totalsOfChanges, type Sum } from "./sums";

/**
 * Of what adds up and what is added up, the sum counts. A budget with its changes is the adjusted one, whatever it is called;
 * any other sum whose own header is unknown is what its parts are.
 */
export function leavePartsOfSums(candidates: readonly Candidate[], read: HeaderReader): readonly Sum[] {
  const counted = totalsOfChanges(candidates);
  for (const total of counted) drop(total, because("changes-together", { header: total.header }));
  const sums = sumsOf(candidates.filter((candidate) => !counted.includes(candidate))).filter((sum) => isWhole(sum, candidates));
  for (const sum of sums) {
    const { whole, terms } = sum;
    if (terms.some(isChange)) {
      if (whole.meaning !== "adjusted-budget" || whole.confidence !== "sure") tellAdjusted(sum);
      if (isProven(sum)) tellTerms(sum);
      continue;
    }
    const change = changeCalledBudget(sum);
    if (change !== null) {
      tellAdjusted(sum);
      tellChange(change, because("part-of-budget", { header: change.header, whole: whole.header }));
      continue;
    }
    if (whole.meaning === "expenditure" && terms.some(isRest)) {
      drop(whole, because("handed-out", { header: whole.header }));
      continue;
    }
    const meaning = isOpen(whole) || whole.meaning === "other" ? sharedMeaning(terms) : whole.meaning;
    if (meaning === null || !isBudgetOrSpending(meaning)) continue;
    if (meaning !== whole.meaning) assign(whole, meaning, "likely", because("sum-of-columns", { header: whole.header }));
    const hasOther = terms.some((part) => part.meaning === "other");
    const isOfSources = meaning === "adjusted-budget" && !terms.some((part) => part.meaning === "other" || isCarried(part));
    for (const part of terms) if (isRival(part, meaning, hasOther) || (isOfSources && part.meaning === "original-budget" && part.confidence === "likely")) leavePartAndRate(part, whole, candidates, read);
  }
  return sums;
}

/** 拨付 = 支出 + 结余: what was handed out, of which some is left, was not all spent. */
function isRest(term: Candidate): boolean {
  return term.meaning !== "expenditure" && says(term, "rest");
}

/** 年初预算 | 调整预算 | 当年预算, of which the last is always the sum of both: no adjusted budget is added to the original one. */
function changeCalledBudget({ whole, terms }: Sum): Candidate | null {
  const [original, other, ...more] = [...terms].sort((a, b) => Number(b.meaning === "original-budget") - Number(a.meaning === "original-budget"));
  return isBudget(whole.meaning) && original?.meaning === "original-budget" && original.confidence === "sure" && other?.meaning === "adjusted-budget" && more.length === 0 ? other : null;
}

function isProven({ lines, missed }: Sum): boolean {
  return lines > 1 && missed === 0;
}

/** What the adjusted budget is shown to hold besides is what its words leave open: a change, or money that was carried over. */
function tellTerms({ whole, terms }: Sum): void {
  for (const term of terms) {
    if (term.meaning === "other" && isCarried(term)) assign(term, "carried-over", "sure", because("part-of-budget", { header: term.header, whole: whole.header }));
    else if (term.meaning === null) tellChange(term, because("part-of-budget", { header: term.header, whole: whole.header }));
  }
}

function tellAdjusted(sum: Sum): void {
  const { whole, missed } = sum;
  assign(whole, "adjusted-budget", isProven(sum) ? "sure" : "likely", because(missed === 0 ? "budget-with-changes" : "budget-with-changes-mostly", { header: whole.header }));
}

/** 合计 | 支出 | 结余, or words unknown to us: what is left shows which total it is left of, where no budget of the table is it. */
export function tellBudgetsByRest(candidates: readonly Candidate[]): void {
  const numeric = candidates.filter(isNumeric);
  if (numeric.length > MOST_COMPARED) return;
  const budgets = numeric.filter(({ meaning }) => isBudget(meaning));
  const isRestOrDifference = (candidate: Candidate): boolean => (candidate.meaning === "other" || candidate.meaning === null) && (says(candidate, "left") || says(candidate, "difference"));
  const [spending, left] = [numeric.filter(({ meaning }) => meaning === "expenditure"), numeric.filter(isRestOrDifference)];
  const pairs = spending.flatMap((spent) => left.map((rest) => [spent, rest] as const)).filter((pair) => !budgets.some((budget) => isSumOf(budget, pair)));
  const isSum = (candidate: Candidate): boolean => pairs.some((pair) => !pair.includes(candidate) && isSumOf(candidate, pair));
  const hasBudget = budgets.length > 0;
  const isUnknown = ({ meaning, reason }: Candidate): boolean => meaning === null && (reason.code === "header-unknown" || (reason.code === "handed-out" && !hasBudget));
  const whole = numeric.find((candidate) => candidate.meaning === "amount" && isSum(candidate)) ?? numeric.find((candidate) => isUnknown(candidate) && tellsInLines(candidate) && !(hasBudget && says(candidate, "received")) && isSum(candidate));
  if (whole !== undefined) assign(whole, hasBudget ? "adjusted-budget" : "original-budget", "likely", because("budget-by-rest", { header: whole.header }));
}

/** One line may be chance where words tell nothing. */
function tellsInLines({ evidence: { first } }: Candidate): boolean {
  return first.filter((figure) => !Number.isNaN(figure) && figure !== 0).length > 1;
}

/**
 * Spending is no budget with its changes: 预算 + 超支 = 支出; nor is what may be it, where nothing else is. What is known to be of no use
 * may be the whole budget where last year's money is in it, before what was spent: Total Available.
 */
function isWhole({ whole, terms }: Sum, candidates: readonly Candidate[]): boolean {
  const spent = candidates.findIndex((candidate) => candidate !== whole && isSpending(candidate.meaning));
  const isBefore = candidates.indexOf(whole) < spent;
  if (whole.meaning === "other") return isBefore && terms.some((term) => isChange(term) || term.meaning === "carried-over");
  if (whole.meaning === "expenditure") return !terms.some((term) => isChange(term) || (isBudget(term.meaning) && term.confidence === "sure"));
  if (!terms.some(isChange)) return isOpen(whole) || isBudget(whole.meaning);
  const isTotalBehind = whole.meaning === "amount" && terms.every((term) => term.column < whole.column);
  return isBudget(whole.meaning) || (isOpen(whole) && (spent >= 0 || isTotalBehind));
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
function leavePartAndRate(part: Candidate, whole: Candidate, candidates: readonly Candidate[], read: HeaderReader): void {
  leavePartOfGroup(part, whole, read);
  if (part.path.length < 2) return;
  const headings = headingsOf(part);
  for (const rate of candidates) if (rate.meaning === "rate" && headingsOf(rate) === headings && rate.path.length === part.path.length) drop(rate, because("rate-of-part", { header: rate.header }));
}

/** What all parts are that say so themselves, but spending and what is left of a budget are no spending: neither 基本支出 and 项目支出, which may be of either, nor what was left from last year. */
function sharedMeaning(parts: readonly Candidate[]): Meaning | null {
  const isLeft = parts.some((part) => part.meaning !== "expenditure" && says(part, "left"));
  const meanings = new Set(parts.map(({ meaning }) => meaning).filter((meaning) => meaning === "expenditure" || isBudget(meaning)));
  const [only] = meanings;
  return meanings.size === 1 && only !== undefined && !(only === "expenditure" && isLeft) ? only : null;
}
