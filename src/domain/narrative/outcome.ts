/** What comparing a text with itself or with the tables gives. */

import { Decimal } from "../amounts/decimal";
import { convert, UNITS, type Unit } from "../amounts/unit";
import type { Severity } from "../finding";
import type { KnownLine } from "./against-tables/known";
import type { Claim } from "./claim";

/** Which comparison it was; messages are `finding.<rule>.<kind>`. */
export type TextCheckKind =
  // Inside the text.
  | "rate" | "share" | "parts" | "lines" | "change" | "contrary" | "formula" | "points" | "adjusted-budget" | "balance" | "two-wholes" | "slip"
  | "cut-off" | "date-order" | "no-such-day" | "told-with-two-dates" | "two-cut-offs"
  // Against the tables.
  | "line" | "by-name" | "by-name-balance" | "told-change" | "total" | "other-currency" | "uncovered-line" | "class-unchanged";

export interface TextCheck {
  readonly rule: "narrative-mismatch" | "missing-in-text" | "stale-date";
  readonly kind: TextCheckKind;
  /** null: it was compared and agrees. */
  readonly severity: Severity | null;
  /** The claims compared, the one in question first; empty where the text says nothing. */
  readonly claims: readonly Claim[];
  /** The lines of tables compared. */
  readonly lines: readonly KnownLine[];
  /** Decimals in `values.unit`, percentages, or days as YYYY-MM-DD; null where that makes no sense. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Of another currency than yuan: in whole dollars, or as the table counts them, without a unit, as units here are those of yuan. */
export function inPlainFigures(check: TextCheck): TextCheck {
  const { claims, lines, expected, actual, values } = check;
  const { unit, actualUnit = unit, difference, change } = values;
  if (!claims.some(isForeign) || !isUnit(unit)) return check;
  const shown = lines.length > 0 ? unit : "元";
  const inShown = (figure: string, from: string | number | undefined): string => (isUnit(from) ? convert(new Decimal(figure), from, shown).toFixed() : figure);
  return {
    ...check, expected: expected === null ? null : inShown(expected, unit), actual: actual === null ? null : inShown(actual, actualUnit),
    values: {
      ...values, unit: "", actualUnit: "",
      ...(difference === undefined ? {} : { difference: inShown(String(difference), unit) }), ...(change === undefined ? {} : { change: inShown(String(change), unit) }),
    },
  };
}

function isForeign(claim: Claim): boolean {
  switch (claim.kind) {
    case "amount": case "adjustment": case "change": return claim.money !== null && claim.money.currency !== "CNY";
    default: return false;
  }
}

export function isUnit(unit: string | number | undefined): unit is Unit {
  return typeof unit === "string" && Object.hasOwn(UNITS, unit);
}

/** Without what agrees. */
export function foundIn(checks: readonly TextCheck[]): readonly TextCheck[] {
  return checks.filter(({ severity }) => severity !== null);
}
