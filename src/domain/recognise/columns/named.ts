/** Budgets and spending that are named after what they are for, in words that no dialect lists: 活动预算 | 活动支出. */

import { DIALECTS } from "../dialects/dialect";
import { bareLabel, tidy } from "../headers/text";
import { because } from "../reason";
import { assign, drop, headingsOf, isBudget, isNumeric, isPeriod, leafSays, type Candidate } from "./candidate";

/** Where no other column is the budget, the one column alone that is called one; likewise the spending. Several may be parts of a whole that is not there: what is so left of the spending is returned. */
export function tellNamedAmounts(candidates: readonly Candidate[]): readonly Candidate[] {
  const hasParts = candidates.some(({ meaning }) => meaning === "basic");
  const isSpent = candidates.some(({ meaning, evidence: { numbers } }) => (meaning === "expenditure" && numbers > 0) || meaning === "project" || isPeriod(meaning));
  const budget = tellOnly(candidates, "named-budget", hasParts || candidates.some(({ meaning }) => isBudget(meaning)));
  if (budget !== null) assign(budget, "original-budget", "likely", because("plain-budget", { header: budget.header }));
  // 合计 beside a budget is the spending.
  const hasSum = candidates.some(({ meaning }) => meaning === "amount");
  const spendings = candidates.filter(({ meaning }) => meaning === "named-expenditure");
  const spending = tellOnly(candidates, "named-expenditure", hasParts || isSpent || hasSum);
  if (spending !== null) assign(spending, "expenditure", "likely", because("header-likely", { header: spending.header }));
  tellRateNamedAfter(candidates, [budget, spending].filter((named) => named !== null));
  return spending === null ? spendings : [];
}

/** null where there is another, or several; these are unknown then. */
function tellOnly(candidates: readonly Candidate[], meaning: "named-budget" | "named-expenditure", isTaken: boolean): Candidate | null {
  const named = candidates.filter((candidate) => candidate.meaning === meaning);
  const [only, ...others] = named.filter(isNumeric);
  for (const candidate of named) drop(candidate, because("header-unknown", { header: candidate.header }));
  return isTaken || only === undefined || others.length > 0 ? null : only;
}

/** 财政支出 | 非财政支出: spending that is not said to be all of it, beside another of the same kind that does not count. A person is asked. */
export function isSourceLeft(left: Candidate, counted: Candidate): boolean {
  return left.meaning === null && left.partOf === undefined && LEFT.has(left.reason.code) && isNumeric(left) && isBesideSource(left, counted);
}

const LEFT: ReadonlySet<string> = new Set(["header-unknown", "role-taken"]);

/** 非财政支出 beside 财政支出, which is not said to be all. */
export function isBesideSource(candidate: Candidate, spending: Candidate): boolean {
  return !isAllSpending(spending) && headingsOf(candidate) === headingsOf(spending) && kindOf(candidate) === kindOf(spending);
}

/** 支出, of 财政支出数; spending, of Grant spending. */
export function kindOf({ path }: Candidate): string {
  return /(?:\p{Script=Han}{2}|[a-z]+)(?=(?:数|额|金额|合计)?$)/u.exec(bareLabel(path.at(-1) ?? ""))?.[0] ?? "";
}

/** 当年支出, of which nothing else is spent. */
export function isAllSpending({ path }: Candidate): boolean {
  return DIALECTS.some(({ allSpending }) => allSpending.test(bareLabel(path.at(-1) ?? "")));
}

/** 活动执行率 beside 活动预算 or 活动支出. */
function tellRateNamedAfter(candidates: readonly Candidate[], amounts: readonly Candidate[]): void {
  for (const candidate of candidates.filter(({ meaning }) => meaning === "named-rate")) {
    const stem = tidy(candidate.path.at(-1) ?? "").slice(0, SHORTEST_STEM);
    const isOfThese = amounts.some(({ path }) => tidy(path.at(-1) ?? "").startsWith(stem));
    if (isOfThese) assign(candidate, "rate", "likely", because("header-likely", { header: candidate.header }));
    else drop(candidate, because("header-unknown", { header: candidate.header }));
  }
}

/** Letters of a stem, as in 活动. */
const SHORTEST_STEM = 2;

/** 进度, 完成, 执行 beside budget and spending, under the same heading or none, left empty for their rate, where no other column is that. */
export function tellEmptyRates(candidates: readonly Candidate[]): void {
  const isFilled = (candidate: Candidate): boolean => candidate.evidence.numbers > 0 && candidate.partOf === undefined;
  const [budgets, spending] = [candidates.filter((one) => isBudget(one.meaning) && isFilled(one)), candidates.filter((one) => one.meaning === "expenditure" && isFilled(one))];
  if (candidates.some(({ meaning }) => meaning === "rate")) return;
  const empty = candidates.filter((candidate) => {
    const { meaning, reason, path, evidence: { numbers, texts } } = candidate;
    const isUnder = (other: Candidate): boolean => path.length === 1 || headingsOf(other) === headingsOf(candidate);
    return numbers + texts === 0 && (reason.code === "header-unknown" || MAY_BE_RATE.has(meaning)) && leafSays(candidate, "mayBeRate") && budgets.some(isUnder) && spending.some(isUnder);
  });
  const [only, ...others] = empty;
  if (only !== undefined && others.length === 0) assign(only, "rate", "likely", because("header-likely", { header: only.header }));
}

/** What a column of rates left empty is taken for by its words: 支出占比, 序时执行率. */
const MAY_BE_RATE: ReadonlySet<Candidate["meaning"]> = new Set<Candidate["meaning"]>(["expenditure", "share", "other"]);
