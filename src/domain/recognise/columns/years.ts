/** Columns of more years than the one that counts. */

import type { Reason } from "../../table";
import { because } from "../reason";
import { isWholeYear } from "../headers/dates";
import { isRateOf } from "./calculated";
import { drop, isBudget, isInEachLine, isMoney, isNumeric, isPast, isSpending, leavePart, ROUNDING, says, sumAt, type Candidate } from "./candidate";
import { isSumOf, missedInMost, MOST_COMPARED } from "./sums";

/**
 * Budget and spending of different years make no rate: 2015年决算数 | 2016年预算数. The latest year that has
 * both counts, else the latest budget's.
 */
export function leaveOtherYears(candidates: readonly Candidate[]): void {
  const yearsOf = (wanted: (candidate: Candidate) => boolean): readonly number[] => candidates.flatMap((candidate) => (candidate.year !== null && wanted(candidate) ? [candidate.year] : []));
  const budgets = yearsOf(({ meaning }) => isBudget(meaning));
  const spendings = new Set(yearsOf(({ meaning }) => isSpending(meaning)));
  if (budgets.length === 0 && leaveYearsAddedUp(candidates)) return;
  const both = budgets.filter((year) => spendings.has(year));
  const all = both.length > 0 ? both : budgets.length > 0 ? budgets : [...spendings];
  if (all.length === 0) return;
  const counting = all.reduce((a, b) => Math.max(a, b));
  for (const candidate of candidates) {
    const { meaning, year, header } = candidate;
    const isDated = meaning === "amount" || isMoney(meaning) || meaning === "rate" || meaning === "share" || meaning === "ratio";
    if (isDated && year !== null && year !== counting) drop(candidate, because("other-year", { header, year: String(year), counting: String(counting) }));
  }
}

/** 总预算 | 2023年支付 | 2024年支付 | 累计支付: where the budget is of no year, what the years come to is the spending. */
function leaveYearsAddedUp(candidates: readonly Candidate[]): boolean {
  const spending = candidates.filter((candidate) => candidate.meaning === "expenditure" && isNumeric(candidate));
  const dated = spending.filter(({ year }) => year !== null);
  const whole = dated.length < 2 ? undefined : spending.find((candidate) => candidate.year === null && isInEachLine(candidate, (line) => sumAt(dated, line)));
  if (whole !== undefined) for (const part of dated) leavePart(part, whole);
  return whole !== undefined;
}

/**
 * Projects over several years: 总投资 is no budget of the year beside one that is, nor is 累计支出 held against it, where 本年支出 stands
 * there, or another column that is all of it but what earlier years had; unless what is left, or a rate, is calculated from it.
 * Says what is to be asked about where nothing tells.
 */
export function leaveWholeProjects(candidates: readonly Candidate[]): readonly Reason[] {
  const budgets = candidates.filter(({ meaning }) => isBudget(meaning));
  const ofProjects = budgets.filter((budget) => says(budget, "wholeProject"));
  if (budgets.length > 0 && ofProjects.length === budgets.length) return [];
  for (const budget of ofProjects) drop(budget, because("several-years", { header: budget.header }));
  const isOfProjects = leaveUndatedBudgets(candidates) || ofProjects.length > 0;
  const spending = candidates.filter((candidate) => candidate.meaning === "expenditure" && isNumeric(candidate));
  const past = candidates.filter((candidate) => isNumeric(candidate) && isPast(candidate));
  if (spending.length + past.length > MOST_COMPARED) return [];
  const ofYears = (longer: Candidate): readonly Candidate[] => spending.filter((own) => own !== longer && (past.some((earlier) => isSumOf(longer, [own, earlier])) || isOverYears(longer, own, isOfProjects)));
  const asked: Reason[] = [];
  for (const longer of spending) {
    const ofOneYear = ofYears(longer);
    const [own] = ofOneYear;
    if (own === undefined) continue;
    const witness = witnessOf(longer, own, candidates);
    if (witness === null) {
      const budget = witnessOf(own, longer, candidates) === null ? budgetOfAnyYears(candidates, longer) : undefined;
      if (budget !== undefined) asked.push(because("doubt-spending-of-years", { header: longer.header, counted: own.header, budget: budget.header }));
      drop(longer, because("several-years", { header: longer.header }));
    } else for (const left of ofOneYear) drop(left, because("not-calculated-from", { header: left.header, counted: longer.header, witness: witness.header }));
  }
  return asked;
}

/** A budget that may be of as many years as this spending: no header of budgets tells a year, and in all it is not overspent. */
function budgetOfAnyYears(candidates: readonly Candidate[], longer: Candidate): Candidate | undefined {
  const budgets = candidates.filter(({ meaning }) => isBudget(meaning));
  if (budgets.some((budget) => budget.year !== null || says(budget, "ofYear"))) return undefined;
  const inAll = (column: Candidate): number => column.evidence.first.reduce((sum, _, line) => sum + sumAt([column], line), 0);
  return budgets.find((budget) => isNumeric(budget) && inAll(budget) >= inAll(longer));
}

/** 结余 or 执行率 of the budget, or of contracts where there is none, that is calculated from this spending, and less so from the other. */
function witnessOf(counted: Candidate, other: Candidate, candidates: readonly Candidate[]): Candidate | null {
  const numeric = candidates.filter(isNumeric);
  const budgets = numeric.filter(({ meaning }) => isBudget(meaning));
  const wholes = budgets.length > 0 ? budgets : numeric.filter((candidate) => says(candidate, "contract"));
  const isOf = (witness: Candidate, whole: Candidate): boolean => {
    if (witness.meaning === "rate") return isRateOf(witness, whole, counted) && !isRateOf(witness, whole, other);
    const missed = says(witness, "left") ? missedInMost(whole, [counted, witness]) : null;
    return missed !== null && missed < (missedInMost(whole, [other, witness]) ?? Infinity);
  };
  return numeric.find((witness) => wholes.some((whole) => isOf(witness, whole))) ?? null;
}

/** 预算总额 beside 2025年预算 | 2025年支出, or 本年预算 | 本年支出: what plainly says which year both are of counts before what may be of several, unless figures showed what that is. */
function leaveUndatedBudgets(candidates: readonly Candidate[]): boolean {
  const spent = new Set(candidates.flatMap((candidate) => (candidate.meaning === "expenditure" ? [yearOf(candidate)] : [])));
  const dated = candidates.filter((candidate) => isBudget(candidate.meaning) && yearOf(candidate) !== null && spent.has(yearOf(candidate)));
  if (dated.length === 0) return false;
  const isPlain = (budget: Candidate): boolean => yearOf(budget) === null && budget.meaning === "original-budget" && budget.confidence === "likely" && (budget.reason.code === "plain-budget" || budget.reason.code === "header-likely");
  // 年初预算 would make 预算数 the other budget, unless the table tells of more years.
  const isRival = dated.some(({ meaning, confidence }) => meaning === "original-budget" && confidence === "likely");
  const left = isRival || candidates.some(isPast) ? candidates.filter(isPlain) : [];
  const reason = isRival && candidates.some(isPast) ? "several-years" : "amount-unclear";
  for (const budget of left) drop(budget, because(reason, { header: budget.header }));
  return left.length > 0;
}

function yearOf(candidate: Candidate): number | "this" | null {
  return candidate.year ?? (says(candidate, "thisYear") ? "this" : null);
}

/**
 * 累计支出 beside 本年支出 or 2025年支出, and more than it somewhere and nowhere less: no part of one year is more than the year.
 * 总支出 is so only where the budgets tell that these are projects over several years.
 */
function isOverYears(cumulative: Candidate, ofYear: Candidate, isOfProjects: boolean): boolean {
  const { period, year } = cumulative;
  const mayBe = period === null ? isOfProjects && year === null : period.from === null && period.to === null;
  const isYears = says(ofYear, "thisYear") || (ofYear.year !== null && year === null && (ofYear.period === null || isWholeYear(ofYear.period)));
  if (!mayBe || !isYears || says(cumulative, "thisYear")) return false;
  const excess = cumulative.evidence.first.map((figure, line) => figure - sumAt([ofYear], line)).filter((figure) => !Number.isNaN(figure));
  return excess.every((figure) => figure > -ROUNDING) && excess.some((figure) => figure >= ROUNDING);
}
