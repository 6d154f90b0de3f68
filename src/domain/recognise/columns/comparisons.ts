/** 增减额 behind 预算数 | 决算数, or against last year: what the figures show to be a difference of two columns changes no budget. */

import { because } from "../reason";
import { drop, isBudget, isBudgetOrSpending, isChange, isNumeric, isPast, ROUNDING, type Candidate } from "./candidate";
import { amountAt, MOST_COMPARED, valueAt, type Sum } from "./sums";

/** A change that makes up an adjusted budget of the table is one, whatever else it is equal to. */
export function leaveComparisons(candidates: readonly Candidate[], sums: readonly Sum[]): void {
  const proven = new Set(sums.flatMap(({ whole, terms }) => (isBudget(whole.meaning) ? terms : [])));
  const changes = candidates.filter((candidate) => isChange(candidate) && !proven.has(candidate));
  const compared = candidates.filter((candidate) => isNumeric(candidate) && (isBudgetOrSpending(candidate.meaning) || isPast(candidate)));
  if (compared.length > MOST_COMPARED) return;
  // 可用金额 may be what is left of the budget, or all of it.
  const balances = candidates.filter((candidate) => candidate.meaning === "adjusted-budget" && candidate.confidence === "likely" && !sums.some(({ whole }) => whole === candidate));
  // 增加 | 减少 are a difference together.
  for (const columns of [...changes.map((change) => [change]), changes, ...balances.map((balance) => [balance])]) {
    const pair = pairOf(columns, compared.filter((candidate) => !columns.includes(candidate)));
    if (pair !== null) for (const column of columns) drop(column, because("comparison", { header: column.header, first: pair[0].header, second: pair[1].header }));
  }
}

/** Two columns, not both budgets, whose difference the changes are in every line. What says for certain that it changes the budget may still be what was spent beyond it. */
function pairOf(changes: readonly Candidate[], compared: readonly Candidate[]): readonly [Candidate, Candidate] | null {
  const isCertain = changes.some(({ confidence }) => confidence === "sure");
  for (const [at, first] of compared.entries()) {
    for (const second of compared.slice(at + 1)) {
      const mayBe = isCertain ? isPast(first) || isPast(second) : !isBudget(first.meaning) || !isBudget(second.meaning);
      if (mayBe && isDifference(changes, first, second)) return [first, second];
    }
  }
  return null;
}

function isDifference(changes: readonly Candidate[], first: Candidate, second: Candidate): boolean {
  const lines = first.evidence.first.map((_, line) => ({ change: amountAt(changes, line), rest: valueAt(first, line) - valueAt(second, line) }));
  const isAlways = (sign: 1 | -1): boolean => lines.every(({ change, rest }) => Math.abs(change - sign * rest) < ROUNDING);
  return lines.some(({ change }) => change !== 0) && (isAlways(1) || isAlways(-1));
}
