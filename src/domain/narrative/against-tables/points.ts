/** Differences of rates in percentage points, against the rates that the text or the tables tell of both sides. */

import { Decimal } from "../../amounts/decimal";
import { timeProgress } from "../../execution/time-progress";
import type { Narrative, PointsClaim, RateClaim, Subject } from "../claim";
import type { TextCheck } from "../outcome";
import { isSameSubject } from "../same-subject";
import type { Percent } from "../text/figures";
import type { LineFinder, NamedLine } from "./by-name";
import type { KnownLine, KnownTable } from "./known";
import { isOfPeriod, type Period } from "./period";
import { isNameOfWhole, totalsOf } from "./whole";

/** In percent. */
interface Side {
  readonly value: Decimal;
  /** How far rounding may have moved it. */
  readonly half: Decimal;
  /** The line that it is of; null where the text tells it, and for the time elapsed. */
  readonly line: NamedLine | null;
}

/** Nothing where one side is not known. An error where the text tells both, else a warning. */
export function checkPoints({ claims }: Narrative, tables: readonly KnownTable[], linesOf: LineFinder, period: Period): readonly TextCheck[] {
  const told = claims.filter((claim): claim is RateClaim => claim.kind === "rate" && !claim.percent.approximate);
  const find = (subject: Subject): readonly NamedLine[] => (isNameOfWhole(subject.text) ? totalsOf(tables) : linesOf({ subject, labels: [] }));
  return claims.flatMap((claim) => {
    if (claim.kind !== "points") return [];
    const ofPeriod = isOfPeriod(claim, claim.subject.text, period);
    const own = claim.rates.length > 0 ? claim.rates.map(({ percent }) => sideOf(percent)) : ofPeriod ? find(claim.subject).flatMap(ratesOf) : [];
    const others = othersOf(claim, { told, find, tables, period, ofPeriod });
    return own.length === 0 || others.length === 0 ? [] : [checkOf(claim, own, others)];
  });
}

interface Known {
  readonly told: readonly RateClaim[];
  readonly find: (subject: Subject) => readonly NamedLine[];
  readonly tables: readonly KnownTable[];
  readonly period: Period;
  readonly ofPeriod: boolean;
}

function othersOf({ against, cutOff, sentence, figure, rates }: PointsClaim, { told, find, tables, period, ofPeriod }: Known): readonly Side[] {
  if (against.told !== null) return [sideOf(against.told)];
  switch (against.kind) {
    case "time": {
      const day = cutOff?.days?.last ?? (ofPeriod ? period.cutOff : null);
      return day === null ? [] : progressOn(day);
    }
    case "average": return ofPeriod ? totalsOf(tables).flatMap(ratesOf) : [];
    case "name": {
      const subject: Subject = { text: against.name, span: null, origin: "own" };
      const before = told.filter((rate) => rate.sentence.paragraph === sentence.paragraph && rate.figure.end <= figure.start && isSameSubject(rate.subject, subject) && !rates.includes(rate));
      return before.length > 0 ? before.map(({ percent }) => sideOf(percent)) : ofPeriod ? find(subject).flatMap(ratesOf) : [];
    }
  }
}

function sideOf({ value, decimals }: Percent): Side {
  return { value, half: new Decimal(10).pow(-decimals).div(2), line: null };
}

/** The rate that the table prints, and those that its amounts come to. */
function ratesOf(line: NamedLine): readonly Side[] {
  const { rate, expenditure }: KnownLine["figures"] = line.line.figures;
  const computed = (["adjusted-budget", "original-budget"] as const).flatMap((role) => {
    const budget = line.line.figures[role];
    return budget === undefined || expenditure === undefined || !budget.value.isPositive() || budget.value.isZero() ? [] : [{ value: expenditure.value.div(budget.value).times(100), half: HALF_PRINTED, line }];
  });
  return [...(rate === undefined ? [] : [{ value: rate.value, half: rate.halfDigit, line }]), ...computed];
}

/** Rates are told to a hundredth. */
const HALF_PRINTED = new Decimal("0.005");

/** By months and by days. */
function progressOn(day: string): readonly Side[] {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const days = (Date.UTC(year, month - 1, date) - Date.UTC(year - 1, 11, 31)) / DAY;
  const ofYear = (Date.UTC(year, 11, 31) - Date.UTC(year - 1, 11, 31)) / DAY;
  return [timeProgress({ year, month, day: date }), new Decimal(days).div(ofYear).times(100)].map((value) => ({ value, half: HALF_PRINTED, line: null }));
}

const DAY = 86_400_000;

function checkOf(claim: PointsClaim, own: readonly Side[], others: readonly Side[]): TextCheck {
  const { percent, direction, subject, against } = claim;
  const pairs = own.flatMap((one) => others.map((other) => ({ one, other, difference: one.value.minus(other.value).times(direction) })));
  // 45% beside 6.84个百分点 is 45.00%.
  const { half } = sideOf(percent);
  const fits = ({ one, other, difference }: (typeof pairs)[number]): boolean => difference.minus(percent.value).abs().lte([one, other].reduce((sum, side) => sum.plus(Decimal.min(side.half, half)), half));
  const [first] = pairs;
  const found = pairs.find(fits) ?? first;
  const lines = found === undefined ? [] : [found.one.line, found.other.line].flatMap((at) => at ?? []);
  const [at] = lines;
  return {
    rule: "narrative-mismatch", kind: "points", severity: pairs.some(fits) ? null : lines.length > 0 ? "warning" : "error", claims: [claim], lines: lines.map(({ line }) => line),
    expected: found?.difference.toFixed(2) ?? null, actual: percent.value.toFixed(percent.decimals),
    values: {
      subject: subject.text, unit: "points", direction: direction < 0 ? "down" : "up", against: against.kind === "name" ? against.name : against.kind, isOpposite: String(found?.difference.isNegative() === true),
      part: `${(found?.one.value ?? percent.value).toFixed(2)}%`, whole: `${(found?.other.value ?? percent.value).toFixed(2)}%`, ...(at === undefined ? {} : { line: at.line.name, table: at.table.names[0] ?? "", role: "rate" }),
    },
  };
}
