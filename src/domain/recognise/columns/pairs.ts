/** Pairs of budget and spending side by side, each before its rate: 总预算 | 累计支出 | 总执行率 | 本年预算 | 本年支出 | 本年执行率. What is computed is of one of them. */

import { isChangeRole, monthsOf, type Reason, type Role, type TableColumn } from "../../table";
import { isToDate } from "../headers/dates";
import { endsAsRate } from "../headers/text";
import { because } from "../reason";
import { assign, drop, isBudget, isNumeric, says, type Candidate } from "./candidate";
import { saysMonthOrQuarter } from "./periods";

/** Two columns of amounts right before a rate, and nothing else of money since the rate before it. */
export interface Pair {
  readonly budget: Candidate;
  readonly spent: Candidate;
  readonly rate: Candidate;
  /** Whether its headers let it count: no income, nothing of another year. */
  readonly mayCount: boolean;
}

/** Of candidates as their headers alone tell them; none where there are not several. */
export function pairsOf(candidates: readonly Candidate[]): readonly Pair[] {
  const found: Pair[] = [];
  let amounts: Candidate[] = [];
  for (const candidate of candidates) {
    if (!isHeadedAsRate(candidate)) {
      if (isAmount(candidate)) amounts.push(candidate);
      continue;
    }
    const [budget, spent, ...others] = amounts;
    amounts = [];
    const isPair = others.length === 0 && spent?.column === candidate.column - 1 && budget?.column === candidate.column - 2;
    if (isPair && candidate.meaning !== "other" && candidate.meaning !== "share") found.push({ budget, spent, rate: candidate, mayCount: areBudgetAndSpending(budget, spent) });
  }
  return found.length > 1 ? found : [];
}

/**
 * The pair that has to count alone, as what was decided for all columns together is of several, or puts the rate of one behind another; null where
 * that holds: all of one pair with its rate, or all pairs added up.
 */
export function pairInstead(pairs: readonly Pair[], decided: readonly TableColumn[]): Pair | null {
  if (pairs.length === 0 || decided.some(({ role, ofBudget }) => (role !== null && monthsOf(role) !== null) || (role === "rate" && ofBudget !== undefined))) return null;
  const pairOf = ({ column }: TableColumn): Pair | undefined => pairs.find(({ budget, spent, rate }) => [budget, spent, rate].some((own) => own.column === column));
  const among = (columns: readonly TableColumn[]): ReadonlySet<Pair | undefined> => new Set(columns.map(pairOf));
  const [budgets, spending] = [among(budgetsIn(decided)), among(spendingIn(decided))];
  if (budgets.size > 0 && spending.size > 0) {
    if (budgets.has(undefined) || spending.has(undefined)) return null;
    const [only] = budgets;
    const areSame = budgets.size === spending.size && [...budgets].every((pair) => spending.has(pair));
    if (areSame) return only !== undefined && budgets.size === 1 && only.mayCount && lacksRate(only, pairs, decided) ? only : null;
  }
  return likeliest(pairs.filter(({ mayCount }) => mayCount), budgets, spending);
}

/** The pair that a person means who said of a column that it is the budget or the spending. */
export function pairChosen(pairs: readonly Pair[], chosen: Readonly<Record<number, Role | null>>): Pair | null {
  const isMeant = ({ budget, spent }: Pair): boolean => isBudget(chosen[budget.column] ?? null) || chosen[spent.column] === "expenditure";
  const [meant, ...others] = pairs.filter(isMeant);
  return others.length === 0 ? (meant ?? null) : null;
}

/** Leaves the columns of all pairs but one, and says what that one's columns are. */
export function leaveOtherPairs(candidates: readonly Candidate[], pairs: readonly Pair[], counted: Pair): void {
  const at = ({ column }: Candidate): Candidate | undefined => candidates.find((candidate) => candidate.column === column);
  for (const pair of pairs.filter((other) => other.rate.column !== counted.rate.column)) {
    for (const left of [pair.budget, pair.spent, pair.rate].flatMap((column) => at(column) ?? [])) drop(left, because("other-pair", { header: left.header, counted: counted.budget.header }));
  }
  const [budget, spent, rate] = [at(counted.budget), at(counted.spent), at(counted.rate)];
  if (budget !== undefined && !isBudget(budget.meaning)) assign(budget, "original-budget", "likely", because("plain-budget", { header: budget.header }));
  if (spent !== undefined && spent.meaning !== "expenditure") assign(spent, "expenditure", "likely", because("header-likely", { header: spent.header }));
  if (rate !== undefined && isEmpty(rate)) assign(rate, "rate", "sure", because("header", { header: rate.header }));
}

/** A person is told which pair counts. */
export function pairsLeftOut(pairs: readonly Pair[], counted: Pair): Reason {
  const others = pairs.filter((pair) => pair !== counted).map(({ budget, spent }) => `${budget.header} / ${spent.header}`);
  return because("doubt-other-pairs", { budget: counted.budget.header, counted: counted.spent.header, others: others.join(", ") });
}

function isHeadedAsRate({ path }: Candidate): boolean {
  return endsAsRate(path.at(-1) ?? "");
}

function isAmount(candidate: Candidate): boolean {
  return isNumeric(candidate) && candidate.meaning !== "serial" && candidate.meaning !== "code" && candidate.meaning !== "code-part" && candidate.meaning !== "function-code";
}

function isEmpty({ evidence: { numbers, texts } }: Candidate): boolean {
  return numbers + texts === 0;
}

function areBudgetAndSpending(budget: Candidate, spent: Candidate): boolean {
  const isSpent = spent.meaning === "expenditure" || spent.meaning === "named-expenditure" || says(spent, "spent") || says(spent, "paid");
  // No budget of the year, but beside what was spent by then it is.
  const isUntilNow = budget.meaning === "other" && (isToDate(budget.period) || says(budget, "thisYear"));
  const mayBeBudget = isBudget(budget.meaning) || budget.meaning === "named-budget" || budget.meaning === "basic" || budget.meaning === "project" || budget.meaning === null || isUntilNow;
  return isSpent && mayBeBudget && spent.meaning !== "other" && !says(spent, "past") && !says(budget, "past");
}

/** What spending is held against: the budget, its changes, or the parts that make it up. */
function budgetsIn(decided: readonly TableColumn[]): readonly TableColumn[] {
  const of = (wanted: TableColumn["role"]): readonly TableColumn[] => decided.filter(({ role, partOf }) => role === wanted && partOf === undefined);
  const adjusted = of("adjusted-budget");
  if (adjusted.length > 0) return adjusted;
  const original = of("original-budget");
  return original.length > 0 ? [...original, ...decided.filter(({ role }) => isChangeRole(role))] : decided.filter(({ partOf }) => isBudget(partOf ?? null));
}

function spendingIn(decided: readonly TableColumn[]): readonly TableColumn[] {
  const whole = decided.filter(({ role, partOf }) => role === "expenditure" && partOf === undefined);
  return whole.length > 0 ? whole : decided.filter(({ partOf }) => partOf === "expenditure");
}

/** Its own column for rates would stay empty, or be compared with nothing, as another pair's is taken for it. */
function lacksRate({ rate }: Pair, pairs: readonly Pair[], decided: readonly TableColumn[]): boolean {
  const rates = decided.filter(({ role }) => role === "rate");
  return rates.every(({ column }) => column !== rate.column) && (isEmpty(rate) || rates.some(({ column }) => pairs.some((other) => other.rate.column === column)));
}

/** This year's, else no month's, else the one whose budget was taken, or whose spending. */
function likeliest(pairs: readonly Pair[], budgets: ReadonlySet<Pair | undefined>, spending: ReadonlySet<Pair | undefined>): Pair | null {
  const points = (pair: Pair): readonly boolean[] => [
    says(pair.budget, "thisYear") || says(pair.spent, "thisYear") || pair.budget.year !== null,
    !saysMonthOrQuarter(pair.budget),
    budgets.has(pair),
    spending.has(pair),
  ];
  const weight = (pair: Pair): number => points(pair).reduce((sum, isSo) => 2 * sum + (isSo ? 1 : 0), 0);
  return pairs.reduce<Pair | null>((best, pair) => (best === null || weight(pair) > weight(best) ? pair : best), null);
}
