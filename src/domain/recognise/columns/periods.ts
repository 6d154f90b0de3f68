/** Columns that count part of a year: which are the year's budget and its spending, up to the cut-off date. */

import { columnName } from "../../../workbook/address";
import { formatCutOff } from "../../execution/cut-off";
import type { CutOff } from "../../execution/result";
import { monthsOf, type Role, type TableColumn } from "../../table";
import { isPartOfYear, isWholeYear, type Period } from "../headers/dates";
import type { HeaderReader } from "../headers/text";
import { because } from "../reason";
import { isRateOf } from "./calculated";
import { assign, drop, headingsOf, isBudget, isInEachLine, isNumeric, isOfSpending, isPast, isPeriod, leafSays, ROUNDING, sumAt, type Candidate } from "./candidate";

/** The day up to which a table counts. */
export interface UpTo {
  readonly cutOff: CutOff;
  /** A person's, or called so by the table; a mere date leaves nothing out. */
  readonly isCalled: boolean;
}

/** The month of the cut-off date in the table's year; null where it is not known, or of an earlier year than the table. */
export function lastMonth(upTo: UpTo | null, year: number | null): number | null {
  if (upTo === null || (year !== null && year > upTo.cutOff.year)) return null;
  return year === null || year === upTo.cutOff.year ? upTo.cutOff.month : 12;
}

/** 上半年计划 is no year's budget; nor is a budget under 上半年 where one for the year stands beside it, or one under each of 1月 | 2月 | 3月. */
export function leavePlansOfParts(candidates: readonly Candidate[]): void {
  const budgets = candidates.filter(({ meaning }) => isBudget(meaning));
  const hasWhole = budgets.some(({ isPlanOfPart, period }) => !isPlanOfPart && !isPartOfYear(period));
  const periods = new Set(budgets.map(({ period }) => period?.to ?? null));
  for (const budget of budgets) {
    if (budget.isPlanOfPart || ((hasWhole || periods.size > 1) && isPartOfYear(budget.period))) drop(budget, because("part-of-year-plan", { header: budget.header }));
  }
}

/** 二季度累计 behind 4月 | 5月 | 6月 is what the quarter alone had where the figures say so, though earlier months had some, too. */
export function tellOwnQuarters(candidates: readonly Candidate[]): void {
  for (const candidate of candidates) {
    const { meaning, period, header, evidence } = candidate;
    if (meaning !== "expenditure" || period === null || period.from !== null || period.to === null || period.to < 6 || period.to % 3 !== 0 || evidence.numbers === 0) continue;
    const { to } = period;
    const role = roleOf(to - 2, to);
    const own = monthsWithin(candidates, to - 2, to);
    const earlier = monthsWithin(candidates, 1, to - 3);
    if (role !== null && own.length === 3 && isInEachLine(candidate, (line) => sumAt(own, line)) && evidence.first.some((_, line) => sumAt(earlier, line) !== 0)) assign(candidate, role, "likely", because("header-likely", { header }));
  }
}

/**
 * 3月 | 6月 | 9月, of which none falls in any line: what was spent by then, for nobody leaves out the months between, unless filled rates are of their sum.
 * A person is asked to confirm.
 */
export function tellCumulative(candidates: readonly Candidate[]): void {
  const ends = candidates.filter(({ meaning, period }) => isPeriod(meaning) && period !== null);
  const areEnds = ends.length > 1 && ends.every(({ period, path }, at) => period !== null && path.length === 1 && period.from === period.to && (period.to ?? 1) % 3 === 0 && (period.to ?? 0) > (ends[at - 1]?.period?.to ?? 0));
  if (!areEnds || candidates.some(({ meaning, partOf }) => meaning === "expenditure" || partOf === "expenditure")) return;
  const isRising = ends.slice(1).every((later, at) => {
    const steps = later.evidence.first.map((figure, line) => figure - (ends[at]?.evidence.first[line] ?? NaN)).filter((step) => !Number.isNaN(step));
    return steps.every((step) => step > -ROUNDING) && steps.some((step) => step >= ROUNDING);
  });
  const rates = candidates.filter((candidate) => candidate.meaning === "rate" && isNumeric(candidate));
  const budgets = candidates.filter(({ meaning }) => isBudget(meaning));
  const isTheirs = (rate: Candidate): boolean => budgets.some((budget) => ends.some((end) => isRateOf(rate, budget, end)));
  if (isRising && budgets.length > 0 && rates.every(isTheirs)) for (const end of ends) assign(end, "expenditure", "likely", because("cumulative-by-figures", { header: end.header }));
}

function monthsWithin(candidates: readonly Candidate[], from: number, to: number): readonly Candidate[] {
  return candidates.filter(({ meaning }) => {
    const month = meaning === null ? null : monthsOf(meaning);
    return month !== null && month.from === month.to && month.from >= from && month.to <= to;
  });
}

/** What was left for a later date, but is more than was spent by then: it was no cumulative figure. */
export function isMoreThanLater(left: Candidate, counted: Candidate): boolean {
  const [until, later] = [left.period?.to ?? null, counted.period?.to ?? null];
  return until !== null && later !== null && until < later && left.evidence.first.some((figure, line) => figure > (counted.evidence.first[line] ?? NaN));
}

/** 本月, but not 本期, which beside 上年同期 is all up to now. */
export function saysMonthOrQuarter({ header }: Candidate): boolean {
  return /[月季]|month|quarter/iu.test(header);
}

/** 上月累计 | 本月支出, and nothing else of spending: together all that was spent up to now. So is 本期支出 beside 上年同期支出. A person is asked to confirm. */
export function tellUntilNow(candidates: readonly Candidate[], read: HeaderReader): void {
  if (candidates.some(isOfSpending)) return;
  const isOfBudget = ({ path }: Candidate): boolean => path.slice(0, -1).some((text) => isBudget(read(text)?.meaning ?? null));
  const of = (words: "untilLast" | "ofNow"): readonly Candidate[] => candidates.filter((candidate) => isNumeric(candidate) && !isOfBudget(candidate) && leafSays(candidate, words));
  const [before, now] = [of("untilLast"), of("ofNow")];
  const [period] = now;
  if (period !== undefined && now.length === 1 && !saysMonthOrQuarter(period) && candidates.some((candidate) => candidate.meaning === "other" && isPast(candidate))) return assign(period, "expenditure", "likely", because("header-likely", { header: period.header }));
  if (before.length !== 1 || now.length !== 1) return;
  for (const part of [...before, ...now]) {
    drop(part, because("part-added", { header: part.header }));
    part.confidence = "likely";
    part.partOf = "expenditure";
  }
}

/** 1-2月 | 1-3月, 截至6月底, Jan-Mar beside a budget, and nothing that is called spending: what was spent then. A person is asked to confirm. */
export function tellPeriodsAlone(candidates: readonly Candidate[]): void {
  if (!candidates.some(({ meaning }) => isBudget(meaning)) || candidates.some(({ meaning }) => meaning === "expenditure")) return;
  for (const candidate of candidates) {
    const { meaning, period, path, header, reason } = candidate;
    const isSpan = period !== null && period.to !== null && period.from !== period.to;
    if (meaning === null && reason.code === "header-unknown" && isSpan && path.length === 1 && isNumeric(candidate)) assign(candidate, "expenditure", "likely", because("header-likely", { header }));
  }
}

/** 下半年支出, 4-6月支出: not what was spent up to a date, but a half or a quarter of the year; anything else has no role. */
export function tellPeriods(candidates: readonly Candidate[]): void {
  for (const candidate of candidates) {
    const { meaning, period, header, confidence, reason } = candidate;
    if (meaning !== "expenditure" || period === null || period.from === null || period.from === 1) continue;
    const role = roleOf(period.from, period.to);
    if (role === null) drop(candidate, because("part-of-year", { header }));
    else assign(candidate, role, confidence, reason);
  }
}

function roleOf(from: number, to: number | null): Role | null {
  return PERIODS.find((role) => monthsOf(role)?.from === from && monthsOf(role)?.to === to) ?? null;
}

const PERIODS: readonly Role[] = (["half", "quarter", "month"] as const).flatMap((period) => Array.from({ length: { half: 2, quarter: 4, month: 12 }[period] }, (_, i) => `${period}-${String(i + 1)}` as Role));

/**
 * How well a column of spending fits the cut-off month: up to it, or up to now; then what tells no date; then the latest before it, and last
 * what goes beyond. Without a cut-off date the latest. Higher is better.
 */
export function createFit(month: number | null): (candidate: Pick<Candidate, "period">) => number {
  return ({ period }) => {
    if (period === null) return month === null ? 0 : 50;
    const { to } = period;
    if (to === null || to === month) return 100;
    if (month === null) return to;
    return to < month ? to : -to;
  };
}

/**
 * After one column a role is left: 上半年支出 before 下半年支出 is a half like that, and is added to it, unless the
 * cut-off date is between them; and what was spent in the whole year gives way to periods that end at the cut-off date.
 */
export function joinPeriods(candidates: readonly Candidate[], month: number | null): void {
  const spent = candidates.find(({ meaning, partOf }) => meaning === "expenditure" && partOf === undefined);
  const until = spent?.period?.to ?? null;
  if (spent === undefined || (month !== null && until === month)) return;
  const parts = candidates.flatMap(({ meaning }) => (meaning === null ? [] : (monthsOf(meaning) ?? [])));
  const end = endOf(spent, candidates);
  if (month !== null && end !== null && end > month && reachOf(parts, month)) {
    const last = candidates.findLast(({ meaning }) => meaning !== null && monthsOf(meaning)?.to === month);
    drop(spent, because("other-period", { header: spent.header, column: columnName(last?.column ?? spent.column) }));
    return;
  }
  const own = until === null ? null : roleOf(1, until);
  const isFollowed = parts.some(({ from }) => from - 1 === until && (month === null || from <= month));
  if (own !== null && isFollowed && !candidates.some(({ meaning }) => meaning === own)) assign(spent, own, spent.confidence, because("period-added", { header: spent.header }));
}

/** The last month that a column of spending counts: 合计 beside months as far as these are filled. */
function endOf({ period, reason }: Candidate, candidates: readonly Candidate[]): number | null {
  if (reason.code !== "sum-of-months") return period?.to ?? null;
  const filled = candidates.flatMap(({ meaning, evidence }) => (meaning !== null && evidence.numbers > 0 ? (monthsOf(meaning)?.to ?? []) : []));
  return filled.length === 0 ? null : Math.max(...filled);
}

/** Whether periods follow on each other from January to that month. */
function reachOf(parts: readonly { readonly from: number; readonly to: number }[], month: number): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < month; at++) if (reached.has(at)) for (const { from, to } of parts) if (from === at + 1) reached.add(to);
  return reached.has(month);
}

/** Rates up to another date than the spending that counts are not its rates, nor is the rate of one period that of several added up. */
export function leaveRatesOfOtherPeriods(candidates: readonly Candidate[]): void {
  const spent = candidates.find(({ meaning }) => meaning === "expenditure");
  const counted = spent?.period?.to ?? null;
  for (const rate of candidates) {
    const { meaning, period, header } = rate;
    if (meaning !== "rate" || period === null || period.to === null) continue;
    if (spent === undefined ? !isOfSum(period, candidates) : counted === null && isUnderOther(rate, spent, candidates)) drop(rate, because("rate-of-part", { header }));
    else if (spent !== undefined && counted !== null && period.to !== counted) drop(rate, because("other-period", { header, column: columnName(spent.column) }));
  }
}

/** 1-6月执行率 beside 一季度支出 | 二季度支出, or 全年执行率. Without periods to add, as where the spending stands in another table, nothing is known against it. */
function isOfSum(period: Period, candidates: readonly Candidate[]): boolean {
  const parts = candidates.flatMap(({ meaning }) => (meaning === null ? [] : (monthsOf(meaning) ?? [])));
  const first = Math.min(...parts.map(({ from }) => from));
  const last = Math.max(...parts.map(({ to }) => to));
  return parts.length === 0 || isWholeYear(period) || (period.to === last && (period.from === null || period.from === first));
}

/** 执行率 beside 支出 under 二季度, where what was spent stands outside. */
function isUnderOther(rate: Candidate, spent: Candidate, candidates: readonly Candidate[]): boolean {
  const own = candidates.filter((other) => other.path.length > 1 && other.meaning !== "rate" && headingsOf(other) === headingsOf(rate));
  return own.length > 0 && !own.includes(spent);
}

/** What was spent in periods after the cut-off date does not count; a period that the date is in counts as a whole. */
export function leavePeriodsAfter(columns: readonly TableColumn[], upTo: UpTo | null, month: number | null): readonly TableColumn[] {
  if (upTo?.isCalled !== true || month === null) return columns;
  const isFirstSpent = columns.every(({ role }) => role !== "expenditure");
  return columns.map((column): TableColumn => {
    const period = column.role === null ? null : monthsOf(column.role);
    if (period === null || period.to <= month) return column;
    const values = { header: column.header.join(" "), date: formatCutOff(upTo.cutOff) };
    if (period.from > month) return { ...column, isAfterCutOff: true, reason: because("after-cut-off", values) };
    return isFirstSpent ? { ...column, reason: because("beyond-cut-off", values) } : column;
  });
}
