/** Shares of the whole budget, as far as the figures tell them from rates. */

import { because } from "../reason";
import { isRateOf } from "./calculated";
import { assign, isBudget, isNumeric, says, type Candidate } from "./candidate";

/** 占预算比例 may be what was spent of the line's budget, or the line's share of the whole budget. */
export function tellSharesByFigures(candidates: readonly Candidate[]): void {
  const budgets = candidates.filter(({ meaning }) => isBudget(meaning));
  for (const candidate of candidates) {
    if (candidate.meaning !== "rate" || !isNumeric(candidate) || !says(candidate, "mayBeShare") || isQuotient(candidate, candidates)) continue;
    if (budgets.some((budget) => isShare(candidate, budget))) assign(candidate, "share", "sure", because("share-by-figures", { header: candidate.header }));
  }
}

function isQuotient(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  const spending = candidates.filter(({ meaning }) => meaning === "expenditure");
  return candidates.some((budget) => isBudget(budget.meaning) && spending.some((spent) => isRateOf(candidate, budget, spent)));
}

/** Rounded to whole percents. */
const MOST_ROUNDED = 0.006;

/** In proportion to the budget in every line. */
function isShare({ evidence: { first } }: Candidate, budget: Candidate): boolean {
  const told = first.flatMap((figure, line) => {
    const of = budget.evidence.first[line] ?? NaN;
    return Number.isNaN(figure) || Number.isNaN(of) || of === 0 ? [] : [{ figure, of }];
  });
  const whole = told.some(({ figure }) => figure > 1) ? 100 : 1;
  const most = told.reduce((a, b) => (b.of > a.of ? b : a), { figure: 0, of: 0 });
  return new Set(told.map(({ of }) => of)).size > 1 && most.figure > 0 && told.every(({ figure, of }) => Math.abs(figure - (most.figure / most.of) * of) < MOST_ROUNDED * whole);
}
