/** 四季度支出388.50万元: against the table's own columns of quarters, halves and months. */

import type { AmountClaim, Narrative } from "../claim";
import { dialectOf } from "../dialects/dialect";
import type { TextCheck } from "../outcome";
import { fold } from "../text/fold";
import type { Days } from "../text/dates";
import { monthsOf } from "../../table";
import type { Precision } from "../self-check/printed";
import { checkOfLine, type LineFinder } from "./by-name";
import { isSameAmount } from "./figures";
import { PERIOD_ROLES, type KnownTable, type PeriodRole } from "./known";
import type { Period } from "./period";
import { isNameOfWhole, totalsOf } from "./whole";

/** What the sentence says of one part of the year, right before the figure. */
export function checkPartsOfYear({ claims }: Narrative, tables: readonly KnownTable[], linesOf: LineFinder, precision: Precision, period: Period): readonly TextCheck[] {
  return claims.flatMap((claim) => {
    if (claim.kind !== "amount" || claim.role !== "expenditure" || claim.aspect !== null || claim.money.approximate || (claim.place !== "main" && claim.place !== "part")) return [];
    const role = partToldBy(claim, period);
    if (role === null) return [];
    const { subject } = claim;
    const lines = isNameOfWhole(subject.text) ? totalsOf(tables) : linesOf({ subject, labels: [claim.label] });
    const known = lines.flatMap((at) => {
      const figure = at.line.figures[role];
      return figure === undefined ? [] : [{ at, value: figure.value }];
    });
    const [first] = known;
    if (first === undefined) return [];
    const same = known.find(({ at, value }) => isSameAmount(claim, value, at.unit, precision));
    const { at, value } = same ?? first;
    return [checkOfLine("by-name", claim, { subject: subject.text, role, severity: same === undefined ? "warning" : null, expected: value.toFixed() }, at)];
  });
}

function partToldBy({ sentence, figure, label }: AmountClaim, { year }: Period): PeriodRole | null {
  const before = fold(sentence.text.slice(0, figure.start - sentence.start));
  const from = Math.max(...["；", ";", "。"].map((mark) => before.lastIndexOf(mark))) + 1;
  const dialect = dialectOf(before);
  const date = dialect.readDates(before, year).findLast(({ start }) => start >= from);
  if (date === undefined || date.days === null || year === null || !date.days.last.startsWith(String(year)) || dialect.cutOffBefore.test(before.slice(0, date.start))) return null;
  const behind = before.slice(date.end);
  const isLead = /[，,]/u.test(behind) ? /^[^，,\d]{0,20}[，,][^，,\d]*$/u.test(behind) && LEADS.test(before.slice(from, date.start)) : /^[^\d]*$/u.test(behind);
  if (!isLead || OF_MORE.test(behind) || OF_MORE.test(label) || NOT_SPENT.test(before.slice(from))) return null;
  return roleOf(date.days);
}

/** 2024年一季度，二中支出…: the date stands first. */
const LEADS = /^\s*(?:其中[，,:：]?)?$/u;
const OF_MORE = /全年|累计|^[底末]|前$/u;
const NOT_SPENT = /预计|计划|预期|拟|将|力争|安排|上年|去年|同期|较|比|人均|前[二三]季度/u;

function roleOf({ first, last }: Days): PeriodRole | null {
  const [from, to] = [Number(first.slice(5, 7)), Number(last.slice(5, 7))];
  return PERIOD_ROLES.find((role) => {
    const months = monthsOf(role);
    return months !== null && months.from === from && months.to === to;
  }) ?? null;
}
