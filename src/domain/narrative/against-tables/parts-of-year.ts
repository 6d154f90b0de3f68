/** 四季度支出388.50万元, 截至9月底累计支出…: against the table's own columns of quarters, halves and months, or the sum of them. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { AmountClaim, Narrative, RateClaim } from "../claim";
import { dialectOf } from "../dialects/dialect";
import type { TextCheck } from "../outcome";
import { fold } from "../text/fold";
import { monthsOf } from "../../table";
import { judgeQuotient, type Precision, type Rounded } from "../self-check/printed";
import { checkOfLine, type LineFinder, type NamedLine } from "./by-name";
import { isSameAmount } from "./figures";
import { PERIOD_ROLES, type KnownLine, type KnownTable, type PeriodRole } from "./known";
import type { Period } from "./period";
import { isNameOfWhole, totalsOf } from "./whole";

/** Months of the tables' year, from 1. */
interface Months {
  readonly from: number;
  readonly to: number;
}

/** What the sentence says of one part of the year, right before the figure. */
export function checkPartsOfYear({ claims }: Narrative, tables: readonly KnownTable[], linesOf: LineFinder, precision: Precision, period: Period): readonly TextCheck[] {
  const unnamed: Told[] = [];
  const named = claims.flatMap((claim) => {
    if (claim.kind !== "rate" && (claim.kind !== "amount" || !isSpending(claim))) return [];
    const months = monthsTold(claim, period);
    if (months === null) return [];
    const { subject, label } = claim;
    const isUnnamed = subject.text === "" && claim.item === null;
    const lines = isUnnamed || isNameOfWhole(subject.text) ? totalsOf(tables) : linesOf({ subject, labels: [label] });
    const check = claim.kind === "rate" ? checkRate(claim, months, lines) : checkAmount(claim, months, lines, precision);
    if (check !== null && isUnnamed) unnamed.push({ claim, check });
    return check === null || isUnnamed ? [] : [check];
  });
  return [...named, ...ofWhole(unnamed)];
}

interface Told {
  readonly claim: AmountClaim | RateClaim;
  readonly check: TextCheck;
}

/** 一季度支出142.86万元，二季度支出186.51万元, of nothing that is named: of the whole where one amount in its paragraph is the table's to the digit. */
function ofWhole(unnamed: readonly Told[]): readonly TextCheck[] {
  const proven = new Set(unnamed.flatMap(({ claim, check: { severity } }) => (severity === null && claim.kind === "amount" && claim.money.value.precision() >= TELLING_DIGITS ? [claim.sentence.paragraph] : [])));
  return unnamed.flatMap(({ claim, check }) => (proven.has(claim.sentence.paragraph) ? [check] : []));
}

const TELLING_DIGITS = 4;

function isSpending({ role, aspect, money, place }: AmountClaim): boolean {
  return role === "expenditure" && aspect === null && !money.approximate && (place === "main" || place === "part");
}

function checkAmount(claim: AmountClaim, months: Months, lines: readonly NamedLine[], precision: Precision): TextCheck | null {
  const known = lines.flatMap((at) => {
    const spent = spentIn(at.line, months);
    return spent === null ? [] : [{ at, spent }];
  });
  const [first] = known;
  if (first === undefined) return null;
  const same = known.find(({ at, spent }) => isSameAmount(claim, spent.value, at.unit, precision));
  const { at, spent } = same ?? first;
  return checkOfLine("by-name", claim, { subject: claim.subject.text, role: spent.role, severity: same === undefined ? "warning" : null, expected: spent.value.toFixed() }, at);
}

/** 截至9月末…，完成年度预算的67.07%: of either budget. Of single months nobody tells a rate. */
function checkRate(claim: RateClaim, months: Months, lines: readonly NamedLine[]): TextCheck | null {
  const rates = months.from > 1 ? [] : lines.flatMap((at) => {
    const spent = spentIn(at.line, months);
    return spent === null ? [] : (["adjusted-budget", "original-budget"] as const).flatMap((role) => {
      const budget = at.line.figures[role];
      const ratio = budget === undefined ? null : judgeQuotient(claim.percent, spent, { value: budget.value, half: budget.halfDigit });
      return ratio === null ? [] : [{ at, ratio, role: role === "adjusted-budget" ? "adjusted-rate" as const : "original-rate" as const }];
    });
  });
  const found = rates.find(({ ratio }) => ratio.severity !== "error") ?? rates[0];
  return found === undefined ? null : checkOfLine("by-name", claim, { subject: claim.subject.text, role: found.role, severity: found.ratio.severity === "error" ? "warning" : null, expected: found.ratio.expected.toFixed() }, found.at);
}

interface Spent extends Rounded {
  readonly role: PeriodRole | "expenditure";
}

/** In its own column, else the sum of the shorter parts of the year; null where one of them is not told. */
function spentIn({ figures }: KnownLine, { from, to }: Months): Spent | null {
  let [value, half]: [Decimal, Decimal] = [ZERO, ZERO];
  let last: PeriodRole | null = null;
  for (let month = from; month <= to;) {
    const role = PERIOD_ROLES.filter((one) => monthsOf(one)?.from === month && figures[one] !== undefined && (monthsOf(one)?.to ?? 0) <= to)
      .reduce<PeriodRole | null>((longest, one) => ((monthsOf(one)?.to ?? 0) > (longest === null ? 0 : monthsOf(longest)?.to ?? 0) ? one : longest), null);
    const figure = role === null ? undefined : figures[role];
    if (role === null || figure === undefined) return null;
    value = value.plus(figure.value);
    half = half.plus(figure.halfDigit);
    last = role;
    month = (monthsOf(role)?.to ?? month) + 1;
  }
  return last === null ? null : { value, half, role: isAllOf(last, { from, to }) ? last : "expenditure" };
}

function isAllOf(role: PeriodRole, { from, to }: Months): boolean {
  const months = monthsOf(role);
  return months?.from === from && months.to === to;
}

/** The day up to which tables of months or quarters count; null where there are none, or they differ. */
export function lastDayTold(tables: readonly KnownTable[], year: number): string | null {
  const ends = new Set(tables.flatMap(({ total, lines }) => {
    const told = PERIOD_ROLES.filter((role) => [...(total === null ? [] : [total]), ...lines].some(({ figures }) => figures[role]?.value.isZero() === false));
    return told.length < FEWEST_PERIODS ? [] : [Math.max(...told.map((role) => monthsOf(role)?.to ?? 0))];
  }));
  const [month] = ends;
  return month === undefined || ends.size > 1 ? null : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

const FEWEST_PERIODS = 2;

function monthsTold({ sentence, figure, label }: AmountClaim | RateClaim, { year, cutOff }: Period): Months | null {
  const before = fold(sentence.text.slice(0, figure.start - sentence.start));
  const from = Math.max(...["；", ";", "。"].map((mark) => before.lastIndexOf(mark))) + 1;
  const dialect = dialectOf(before);
  const date = dialect.readDates(before, year).findLast(({ start }) => start >= from);
  if (date === undefined || date.days === null || year === null || !date.days.last.startsWith(String(year)) || NOT_SPENT.test(before.slice(from))) return null;
  const { first, last } = date.days;
  const isUpTo = dialect.cutOffBefore.test(before.slice(0, date.start));
  // What is counted up to the tables' own day is in their columns of spending.
  if (isUpTo) return last === cutOff || !endsMonth(last) || OF_THE_YEAR.test(before.slice(date.end)) ? null : { from: 1, to: monthIn(last) };
  const behind = before.slice(date.end);
  const isLead = /[，,]/u.test(behind) ? /^[^，,\d]{0,20}[，,][^，,\d]*$/u.test(behind) && LEADS.test(before.slice(from, date.start)) : /^[^\d]*$/u.test(behind);
  return !isLead || OF_MORE.test(behind) || OF_MORE.test(label) || date.precision === "year" ? null : { from: monthIn(first), to: monthIn(last) };
}

function monthIn(day: string): number {
  return Number(day.slice(5, 7));
}

function endsMonth(day: string): boolean {
  return new Date(Date.parse(day) + MS_A_DAY).getUTCDate() === 1;
}

const MS_A_DAY = 86_400_000;

/** 2024年一季度，二中支出…: the date stands first. */
const LEADS = /^\s*(?:其中[，,:：]?)?$/u;
const OF_THE_YEAR = /全年(?!度?预算)/u;
const OF_MORE = /全年|累计|^[底末]|前$/u;
const NOT_SPENT = /预计|计划|预期|拟|将|力争|安排|上年|去年|同期|较|比|人均|前[二三]季度/u;
