/** Money carried over from last year that no budget of the table is shown to hold. */

import type { Reason } from "../../table";
import { because } from "../reason";
import { isBudget, isCarried, isInEachLine, isNumeric, isOfWhich, says, sumAt, type Candidate } from "./candidate";
import type { Sum } from "./sums";

/** 上年结转 | 年初预算 | 追加 | 支出 without a column that adds it: what was spent may be of that money, too. */
export function carriedLeftOut(candidates: readonly Candidate[], sums: readonly Sum[]): readonly Reason[] {
  const budgets = candidates.filter(({ meaning, partOf }) => isBudget(meaning) && partOf === undefined);
  const spending = candidates.filter(({ meaning }) => meaning === "expenditure");
  if (budgets.length === 0 || spending.length === 0) return [];
  const explained = sums.filter(({ whole }) => budgets.includes(whole));
  const isOpen = !budgets.some((budget) => budget.meaning === "adjusted-budget" && !explained.some(({ whole }) => whole === budget));
  const isLeftOut = (carried: Candidate): boolean => !explained.some(({ terms }) => terms.includes(carried)) && isCarriedIn(carried, budgets, spending) && !isOfWhich(carried);
  return isOpen ? candidates.filter(isLeftOut).map(({ header }) => because("doubt-carried-left-out", { header })) : [];
}

/** 结转资金 before the spending, and not what is left after it. */
function isCarriedIn(carried: Candidate, budgets: readonly Candidate[], spending: readonly Candidate[]): boolean {
  if (!isNumeric(carried) || carried.partOf !== undefined || !carried.evidence.first.some((figure) => figure > 0)) return false;
  if (carried.meaning === "carried-over") return true;
  const isBefore = spending.every(({ column }) => carried.column < column);
  const isRest = budgets.some((budget) => spending.some((spent) => isInEachLine(carried, (line) => sumAt([budget], line) - sumAt([spent], line))));
  return isBefore && !isRest && isCarried(carried) && says(carried, "left") && !says(carried, "rest");
}
