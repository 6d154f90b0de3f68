/** 社区 | 年初预算 | 支出内容 | 支出金额, the budget in the first line of each 社区: what the budgets are of names the lines. */

import { columnName } from "../../../workbook/address";
import { because } from "../reason";
import { assign, drop, isBudget, isChange, isNumeric, type Candidate } from "./candidate";

/**
 * The nearest column before the budgets in which a name begins just where a budget stands, where others have lines in between that were
 * spent on without one: those tell what single payments were for.
 */
export function nameByBudgets(candidates: readonly Candidate[]): void {
  const budgets = candidates.filter((candidate) => (isBudget(candidate.meaning) || isChange(candidate)) && isNumeric(candidate));
  const [budget] = budgets;
  const spent = candidates.find((candidate) => candidate.meaning === "expenditure" && isNumeric(candidate));
  if (budget === undefined || spent === undefined) return;
  const payments = candidates.filter((candidate) => candidate.meaning === "name" && isOfPayments(candidate, budgets, spent));
  const holder = payments.length === 0 ? undefined : candidates.findLast((candidate) => payments.every(({ column }) => candidate.column < Math.min(column, budget.column)) && mayName(candidate) && beginsWithBudgets(candidate, budgets, spent));
  if (holder === undefined) return;
  if (holder.meaning === null) assign(holder, "name", "likely", because("name-by-content", { column: columnName(holder.column) }));
  for (const other of payments) if (other !== holder) drop(other, because("role-taken", { header: other.header, column: columnName(holder.column) }));
}

function mayName({ meaning, evidence: { texts, numbers } }: Candidate): boolean {
  return (meaning === "name" || meaning === "function-name" || meaning === null) && texts > numbers;
}

/** It says something in lines with spending and no budget: in one where it stands behind the budget, else in several. */
function isOfPayments({ column, evidence: { begins } }: Candidate, budgets: readonly Candidate[], spent: Candidate): boolean {
  const lines = begins.filter((says, line) => says && !hasBudget(budgets, line) && hasFigure(spent, line)).length;
  return lines > (budgets.every((budget) => column > budget.column) ? 0 : 1);
}

/** A total may have its label elsewhere; and one name may have spent without a budget, where others go on below theirs. */
function beginsWithBudgets({ evidence: { begins } }: Candidate, budgets: readonly Candidate[], spent: Candidate): boolean {
  const inLines = (isSuch: (says: boolean, line: number) => boolean): number => begins.filter(isSuch).length;
  const unnamed = inLines((says, line) => !says && hasBudget(budgets, line));
  const unbudgeted = inLines((says, line) => says && !hasBudget(budgets, line));
  const mayBeOne = unbudgeted === 1 && inLines((says, line) => says && hasBudget(budgets, line)) > 1 && inLines((says, line) => !says && !hasBudget(budgets, line) && hasFigure(spent, line)) > 0;
  return begins.some((says) => says) && (unbudgeted === 0 || mayBeOne) && unnamed <= 1;
}

/** Or money that was added to it. */
function hasBudget(budgets: readonly Candidate[], line: number): boolean {
  return budgets.some((budget) => hasFigure(budget, line));
}

function hasFigure({ evidence: { first } }: Candidate, line: number): boolean {
  return !Number.isNaN(first[line] ?? NaN);
}
