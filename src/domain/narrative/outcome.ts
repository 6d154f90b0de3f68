/** What comparing a text with itself or with the tables gives. */

import type { Severity } from "../finding";
import type { KnownLine } from "./against-tables/known";
import type { Claim } from "./claim";

/** Which comparison it was; messages are `finding.<rule>.<kind>`. */
export type TextCheckKind =
  // Inside the text.
  | "rate" | "share" | "parts" | "lines" | "change" | "contrary" | "formula" | "adjusted-budget" | "balance" | "two-wholes" | "slip"
  | "cut-off" | "date-order" | "no-such-day" | "told-with-two-dates" | "two-cut-offs"
  // Against the tables.
  | "line" | "by-name" | "by-name-balance" | "told-change" | "total" | "uncovered-line" | "class-unchanged";

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

/** Without what agrees. */
export function foundIn(checks: readonly TextCheck[]): readonly TextCheck[] {
  return checks.filter(({ severity }) => severity !== null);
}
