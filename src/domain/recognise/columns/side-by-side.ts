/** Spending in columns side by side between the budget and its rate, of which none is the whole: 省级支出 | 专户资金支出 | 对个人和家庭的补助. */

import { DIALECTS } from "../dialects/dialect";
import { bareLabel, type HeaderReader } from "../headers/text";
import { isRate } from "./calculated";
import { headingsOf, isBudget, isCarried, isChange, isInEachLine, isMoney, isNumeric, isOfSpending, isOfWhich, isPast, ROUNDING, says, sumAt, type Candidate } from "./candidate";
import { leaveFund } from "./groups";
import { isAllSpending, kindOf } from "./named";

/**
 * All of them count where together they are at most the budget on every line, and a filled rate or balance does not say otherwise: none is left
 * out, nor is one called 一般公共预算支出 the budget of the others. A person is asked to confirm.
 */
export function tellSideBySide(candidates: readonly Candidate[], read: HeaderReader): void {
  const end = endOf(candidates);
  const parts = runBefore(candidates, end, read);
  const hasRate = candidates.some(({ meaning }) => meaning === "rate");
  const before = candidates[end - parts.length - 1];
  const budgets = candidates.filter((candidate) => isBudget(candidate.meaning) && candidate.partOf === undefined && !parts.includes(candidate));
  if (parts.length < 2 || before === undefined || !(budgets.includes(before) || isChange(before)) || parts.every(({ partOf }) => partOf === "expenditure")) return;
  if (candidates.some((candidate) => !parts.includes(candidate) && isOfSpending(candidate)) || !areOfOneKind(parts, read) || isOneAll(parts) || areDivided(parts) || (!hasRate && !parts.some((part) => isCalledSpending(part, read)))) return;
  const changes = candidates.filter(isChange);
  const isHeldAgainst = (budget: Candidate): boolean => !isOfOne(budget, parts) && [[budget], [budget, ...changes]].some((whole) => areWithin(parts, whole) && candidates.slice(end).every((result) => agrees(result, parts, whole)));
  if (budgets.some(isHeldAgainst)) for (const part of parts) leaveFund(part, "expenditure");
}

/** Where the rate stands, or what is left of the budget before it; without a rate behind the last figures. */
function endOf(candidates: readonly Candidate[]): number {
  const rate = candidates.findIndex(({ meaning }) => meaning === "rate");
  const before = candidates.slice(0, rate < 0 ? candidates.length : rate);
  return before.findLastIndex((candidate) => isNumeric(candidate) && !says(candidate, "rest")) + 1;
}

/** As far to the left as columns may be parts, one beside the other, under the same heading. */
function runBefore(candidates: readonly Candidate[], end: number, read: HeaderReader): readonly Candidate[] {
  const last = candidates[end - 1];
  const before = candidates.slice(0, end);
  const isPart = (candidate: Candidate, at: number): boolean =>
    mayBePart(candidate, candidates, read) && headingsOf(candidate) === headingsOf(last ?? candidate) && candidate.column === (last?.column ?? 0) - (end - 1 - at);
  return before.slice(before.findLastIndex((candidate, at) => !isPart(candidate, at)) + 1);
}

function mayBePart(candidate: Candidate, candidates: readonly Candidate[], read: HeaderReader): boolean {
  const { meaning, reason, year, partOf } = candidate;
  if (!isNumeric(candidate) || isOfWhich(candidate) || isPast(candidate) || year !== null || (isAllSpending(candidate) && !says(candidate, "thisYear")) || NO_PART.some((words) => says(candidate, words))) return false;
  if (partOf !== undefined) return partOf === "expenditure";
  const isUnknown = meaning === null && (reason.code === "header-unknown" || reason.code === "role-taken");
  return isUnknown || meaning === "expenditure" || meaning === "basic" || meaning === "project" || (isSpentOf(candidate, read) ? isBudgetByItsWords(candidate) || isCarried(candidate) || isChange(candidate) : isAnotherOfItsKind(candidate, candidates));
}

const NO_PART = ["noMoney", "handedOut", "rest", "contract", "wholeProject"] as const;

function isBudgetByItsWords({ meaning, confidence }: Candidate): boolean {
  return isBudget(meaning) && confidence === "likely";
}

/** 项目经费 behind 公用经费, which is unknown by itself, beside a budget that is called otherwise. */
function isAnotherOfItsKind(candidate: Candidate, candidates: readonly Candidate[]): boolean {
  const isAlike = (other: Candidate): boolean => other.reason.code === "header-unknown" && isNumeric(other) && Math.abs(other.column - candidate.column) === 1 && kindOf(other) === kindOf(candidate);
  return isBudgetByItsWords(candidate) && kindOf(candidate) !== "" && candidates.some(isAlike) && candidates.some((other) => isBudget(other.meaning) && other.column < candidate.column && kindOf(other) !== kindOf(candidate));
}

/** Its last words are of spending, 一般公共预算支出; or a heading above it is. */
function isSpentOf(candidate: Candidate, read: HeaderReader): boolean {
  const kind = kindOf(candidate);
  return DIALECTS.some(({ spent, paid }) => spent.test(kind) || paid.test(kind)) || candidate.path.slice(0, -1).some((text) => read(text)?.meaning === "expenditure");
}

/** 基本支出 | 项目支出 alone may divide a budget as well. */
function isCalledSpending({ meaning, partOf, path }: Candidate, read: HeaderReader): boolean {
  const told = meaning ?? read(path.at(-1) ?? "")?.meaning;
  return partOf !== undefined || told === "expenditure" || told === "named-expenditure";
}

/** 财政拨款预算数 beside 财政拨款支出 | 自有资金支出. */
function isOfOne(budget: Candidate, parts: readonly Candidate[]): boolean {
  const stemOf = ({ path }: Candidate): string => /^(?:\p{Script=Han}{2}|[a-z]+(?= ))/u.exec(bareLabel(path.at(-1) ?? ""))?.[0] ?? "";
  const isPlain = DIALECTS.some(({ plainBudget }) => plainBudget.test(bareLabel(budget.path.at(-1) ?? "")));
  const stem = isPlain ? "" : stemOf(budget);
  const ofIt = parts.filter((part) => stem !== "" && stemOf(part) === stem);
  return ofIt.length > 0 && ofIt.length < parts.length;
}

/** Called the same, and what is called otherwise stands between two of them; or none of them is called anything known. Two books of the same, 国库支付 | 账面支出, are none. */
function areOfOneKind(parts: readonly Candidate[], read: HeaderReader): boolean {
  const spent = parts.filter((part) => part.partOf !== undefined || isSpentOf(part, read));
  if (spent.length === 0) return parts.every(({ meaning }) => !isMoney(meaning) || isBudget(meaning)) && new Set(parts.map(({ header }) => header)).size === parts.length;
  const isBetween = parts[0] === spent[0] && parts.at(-1) === spent.at(-1);
  return isBetween && spent.length > 1 && new Set(spent.filter(({ path }) => path.length === 1).map(kindOf)).size < 2 && new Set(parts.map(({ header }) => header)).size === parts.length;
}

/** 当年支出 is all there is, unless 结转支出 stands beside it. */
function isOneAll(parts: readonly Candidate[]): boolean {
  return parts.some(isAllSpending) && !parts.some((part) => !isAllSpending(part) && says(part, "carried"));
}

/** One of them adds up the others. */
function areDivided(parts: readonly Candidate[]): boolean {
  return parts.length > 2 && parts.some((part) => isInEachLine(part, (line) => sumAt(parts.filter((other) => other !== part), line)));
}

/** Some of the budget is left on some line: what divides all of it is no spending. */
function areWithin(parts: readonly Candidate[], whole: readonly Candidate[]): boolean {
  const [budget] = whole;
  const left = budget?.evidence.first.flatMap((figure, line) => (Number.isNaN(figure) ? [] : [sumAt(whole, line) - sumAt(parts, line)])) ?? [];
  return left.every((figure) => figure > -ROUNDING) && left.some((figure) => figure > ROUNDING);
}

/** A rate or a balance that is filled is of all of them. */
function agrees(result: Candidate, parts: readonly Candidate[], whole: readonly Candidate[]): boolean {
  if (!isNumeric(result)) return true;
  if (result.meaning === "rate") return result.evidence.first.every((figure, line) => Number.isNaN(figure) || sumAt(whole, line) === 0 || isRate(figure, sumAt(parts, line) / sumAt(whole, line)));
  return !says(result, "rest") || isInEachLine(result, (line) => sumAt(whole, line) - sumAt(parts, line));
}
