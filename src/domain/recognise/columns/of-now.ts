/** 本月预算 | 本月支出: budget and spending of the same month, where a table tells no other. */

import { monthsOf } from "../../table";
import { because } from "../reason";
import { assign, isBudgetOrSpending, isNumeric, type Candidate } from "./candidate";

/** Beside a budget or spending of the year they are none that counts. */
export function tellOfNow(candidates: readonly Candidate[]): readonly Candidate[] {
  const [budget, ...budgets] = candidates.filter((candidate) => candidate.meaning === "budget-of-now" && isNumeric(candidate));
  const [spent, ...spendings] = candidates.filter((candidate) => candidate.meaning === "spending-of-now" && isNumeric(candidate));
  if (budget !== undefined && spent !== undefined && budgets.length + spendings.length === 0 && !candidates.some(isOfYear)) {
    assign(budget, "original-budget", "likely", because("plain-budget", { header: budget.header }));
    assign(spent, "expenditure", "sure", because("header", { header: spent.header }));
    for (const rate of candidates.filter(({ meaning }) => meaning === "rate-of-now")) assign(rate, "rate", "sure", because("header", { header: rate.header }));
  }
  for (const left of candidates.filter(({ meaning }) => meaning !== null && OF_NOW.has(meaning))) left.meaning = "other";
  return candidates;
}

const OF_NOW: ReadonlySet<NonNullable<Candidate["meaning"]>> = new Set(["budget-of-now", "spending-of-now", "rate-of-now"] as const);
const MAY_BE_OF_YEAR: ReadonlySet<Candidate["meaning"]> = new Set<Candidate["meaning"]>(["named-budget", "named-expenditure", "amount", "basic", "project"]);

function isOfYear(candidate: Candidate): boolean {
  const { meaning, evidence } = candidate;
  return evidence.numbers > 0 && meaning !== null && (isBudgetOrSpending(meaning) || MAY_BE_OF_YEAR.has(meaning) || monthsOf(meaning) !== null);
}
