/** Of several columns that may be the spending or the budget, that which others in the table were calculated from. */

import { because } from "../reason";
import { assign, drop, isBudget, isCarried, isChange, isNumeric, isPast, ROUNDING, says, type Candidate } from "./candidate";
import { amountAt, MOST_COMPARED, valueAt } from "./sums";

/** A rate or a balance that somebody filled in, and what it is calculated from. */
interface Calculated {
  readonly budget: Candidate;
  readonly spent: Candidate;
  readonly witness: Candidate;
  /** Lines in which it is not. */
  readonly missed: number;
}

/** 支付数 | 支出数 beside 执行率 or 结余 that are filled: what these are calculated from is the spending, and the budget that it is held against. */
export function settleByCalculated(candidates: readonly Candidate[]): void {
  const numeric = candidates.filter((candidate) => isNumeric(candidate) && candidate.partOf === undefined);
  const [budgets, spending] = [numeric.filter(({ meaning }) => isBudget(meaning)), numeric.filter(({ meaning }) => meaning === "expenditure")];
  if (budgets.length + spending.length < 3 || candidates.length > MOST_COMPARED || !areOfOneTime(spending)) return;
  const found = numeric.flatMap((witness) => {
    // What was handed out and is not spent yet is no balance of the budget.
    const mayBe = budgets.filter((budget) => witness.meaning === "rate" || !says(budget, "handedOut") || budgets.every((other) => says(other, "handedOut")));
    const pairs = mayBe.flatMap((budget) => spending.flatMap((spent) => calculated(witness, budget, spent, candidates) ?? []));
    const fewest = Math.min(...pairs.map(({ missed }) => missed));
    return pairs.filter(({ missed }) => missed === fewest);
  });
  settle(spending, found.map(({ spent, witness }) => ({ counted: spent, witness })));
  for (const role of ["original-budget", "adjusted-budget"] as const) {
    const ofRole = budgets.filter(({ meaning }) => meaning === role);
    settle(ofRole, found.flatMap(({ budget, witness }) => (ofRole.includes(budget) ? [{ counted: budget, witness }] : [])));
  }
}

/** 进度, 占计划%, Outturn/budget: a column of unknown words, or called a share, that is spending ÷ budget, line by line, is their rate. All of a budget spent, or none of it, shows nothing. */
export function tellRatesByFigures(candidates: readonly Candidate[]): void {
  const numeric = candidates.filter((candidate) => isNumeric(candidate) && candidate.partOf === undefined);
  if (numeric.length > MOST_COMPARED) return;
  const [budgets, spending] = [numeric.filter(({ meaning }) => isBudget(meaning)), numeric.filter(({ meaning }) => meaning === "expenditure")];
  for (const unknown of numeric.filter(({ meaning, reason }) => meaning === "share" || reason.code === "header-unknown")) {
    const isTheirs = budgets.some((budget) => spending.some((spent) => {
      const { lines, missed, telling } = rateIn(unknown, budget, spent);
      return telling > 1 && lines >= MOST * missed;
    }));
    if (isTheirs) assign(unknown, "rate", "likely", because("rate-by-figures", { header: unknown.header }));
  }
}

/** Of other dates each is its own, and the cut-off date tells. */
function areOfOneTime(spending: readonly Candidate[]): boolean {
  return new Set(spending.map(({ period }) => period?.to ?? null)).size <= 1;
}

function settle(rivals: readonly Candidate[], found: readonly { readonly counted: Candidate; readonly witness: Candidate }[]): void {
  const [first] = found;
  if (first === undefined || found.some(({ counted }) => counted !== first.counted)) return;
  for (const rival of rivals) if (rival !== first.counted) drop(rival, because("not-calculated-from", { header: rival.header, counted: first.counted.header, witness: first.witness.header }));
}

function calculated(witness: Candidate, budget: Candidate, spent: Candidate, candidates: readonly Candidate[]): Calculated | null {
  if (witness.meaning === "rate") {
    const found = rateIn(witness, budget, spent);
    return isInMost(found) ? { budget, spent, witness, missed: found.missed } : null;
  }
  const isRest = (witness.meaning === "other" || witness.meaning === null) && !isPast(witness) && says(witness, "rest");
  return isRest && isBalanceOf(witness, budget, spent, candidates) ? { budget, spent, witness, missed: 0 } : null;
}

/** For each line that a rate is wrong in. */
const MOST = 3;

/** And in more than one. */
function isInMost({ lines, missed }: ReturnType<typeof rateIn>): boolean {
  return lines > 1 && lines >= MOST * missed;
}

/** In most lines. */
export function isRateOf(rate: Candidate, budget: Candidate, spent: Candidate): boolean {
  return isInMost(rateIn(rate, budget, spent));
}

/** In how many of the first lines it is their quotient, in how many not, and in how many it shows something. */
function rateIn(rate: Candidate, budget: Candidate, spent: Candidate): Pick<Calculated, "missed"> & { readonly lines: number; readonly telling: number } {
  const told = rate.evidence.first.flatMap((figure, line) => {
    const quotient = (spent.evidence.first[line] ?? NaN) / (budget.evidence.first[line] ?? NaN);
    return Number.isNaN(figure) || !Number.isFinite(quotient) || quotient === 0 ? [] : [{ figure, quotient }];
  });
  const right = told.filter(({ figure, quotient }) => isRate(figure, quotient));
  return { lines: right.length, missed: told.length - right.length, telling: right.filter(({ quotient }) => quotient !== 1).length };
}

/** As a fraction or in percent. */
export function isRate(figure: number, quotient: number): boolean {
  return [1, 100].some((whole) => Math.abs(figure / whole - quotient) < Math.min(MOST_ROUNDED, lastPlaceOf(figure) / whole));
}

/** 98 % for 98.4 %, or cut off. */
const MOST_ROUNDED = 0.01;

/** 0.01 for 97.92. */
function lastPlaceOf(figure: number): number {
  const places = /^-?\d+(?:\.(?<places>\d+))?$/u.exec(String(figure))?.groups?.["places"]?.length ?? 0;
  return 10 ** -Math.min(places, 4);
}

/** What is left of the budget, of the budget as it was changed, or of that with what was carried over. */
function isBalanceOf(rest: Candidate, budget: Candidate, spent: Candidate, candidates: readonly Candidate[]): boolean {
  const changes = candidates.filter((other) => isChange(other));
  const carried = candidates.filter((other) => isCarried(other) && !says(other, "rest"));
  return [[], changes, carried, [...changes, ...carried]].some((further) => {
    const isAt = (line: number): boolean => Math.abs(amountAt([budget, ...further], line) - valueAt(spent, line) - valueAt(rest, line)) < ROUNDING;
    const lines = rest.evidence.first.flatMap((figure, line) => (Number.isNaN(figure) ? [] : [line]));
    return lines.every(isAt) && lines.filter((line) => valueAt(spent, line) !== 0).length > 1;
  });
}
