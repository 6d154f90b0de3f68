/** A line of a table while it is being judged. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Reason, RowKind } from "../../table";

export interface Line {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  /** Its number where these stand in a column of their own: 一, （一）, 1.1; else "". */
  readonly number: string;
  /** Spaces before the name; a full-width one counts two. */
  readonly indent: number;
  /** It holds a figure, or words where one belongs. */
  readonly hasFigures: boolean;
  /** How much its label adds up; see totalRank. */
  rank: 0 | 1 | 2 | 3;
  /** Where a total's label stands in another column than the line's name: that name, and the column. */
  readonly beside?: { readonly name: string; readonly column: number };
  kind: RowKind;
  /** null on plain body lines. */
  reason: Reason | null;
  /** In a table of income and spending, one below the other: that it is income, or what is left of both. */
  side?: "income" | "rest";
  /** See `TableRow.through`. */
  through?: number | null;
  /** See `TableRow.since`. */
  since?: number;
}

/** A line of the table's spending, as far as it has sides. */
export function isSpending({ side }: Line): boolean {
  return side === undefined;
}

export function mark(line: Line, kind: RowKind, reason: Reason): void {
  line.kind = kind;
  line.reason = reason;
}

/** A subtotal whose parts follow it, down to that row if it is known. */
export function markParent(line: Line, through: number | null, reason: Reason): void {
  mark(line, "subtotal", reason);
  line.through = through;
}

export function markBody(line: Line): void {
  line.kind = "body";
  line.reason = null;
}

/** Of the body lines among them. */
export function sumOfBody(lines: readonly Line[], amountOf: (line: Line) => Decimal): Decimal {
  return lines.reduce((sum, line) => (line.kind === "body" ? sum.plus(amountOf(line)) : sum), ZERO);
}

/** Whether they come to the line's figures in every column. */
export function areParts(parts: readonly Line[], line: Line, all: (line: Line) => readonly Decimal[]): boolean {
  const sums = parts.map(all);
  return all(line).every((figure, column) => figure.equals(sums.reduce((sofar, figures) => sofar.plus(figures[column] ?? ZERO), ZERO)));
}
