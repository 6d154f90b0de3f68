/** Changes of lines' budgets that the report's text tells and a person confirmed, put to a table of original budgets. */

import { ZERO, type Decimal } from "../amounts/decimal";
import { convert, type Unit } from "../amounts/unit";
import { normaliseName } from "../recognise/normalise";
import type { BudgetTable } from "../table";
import type { Basis, TableExecution } from "./result";
import { coverages } from "./totals";

export interface LineAdjustment {
  /** The line's name as its tables print it. */
  readonly name: string;
  /** Signed: a cut is negative. */
  readonly change: Decimal;
  readonly unit: Unit;
  /** The words that tell it. */
  readonly quote: string;
}

/**
 * By index of the table's rows what a budget is changed by, in `unit`: of the one line of each name, and of the totals and
 * subtotals over it. A line whose name stands twice is left as it is.
 */
export function changesOfRows({ rows }: Pick<BudgetTable, "rows">, adjustments: readonly LineAdjustment[], unit: Unit): ReadonlyMap<number, Decimal> {
  const changes = new Map<number, Decimal>();
  if (adjustments.length === 0) return changes;
  const told = new Map<string, Decimal>();
  for (const { name, change, unit: own } of adjustments) {
    const key = normaliseName(name);
    told.set(key, convert(change, own, unit).plus(told.get(key) ?? ZERO));
  }
  const lines = new Map<string, number | null>();
  rows.forEach(({ kind, name }, i) => {
    const key = kind === "body" ? normaliseName(name) : "";
    if (told.has(key)) lines.set(key, lines.has(key) ? null : i);
  });
  for (const [key, i] of lines) if (i !== null) changes.set(i, told.get(key) ?? ZERO);
  const ofLines = [...changes];
  for (const { at, from, to } of coverages(rows)) {
    const covered = ofLines.filter(([i]) => i >= from && i <= to);
    if (covered.length > 0) changes.set(at, covered.reduce((sum, [, change]) => sum.plus(change), ZERO));
  }
  return changes;
}

/** Which budget the rates and statuses of a table's lines are of: where changes were put to any of them, the adjusted one; of the others it is what was approved. */
export function basisOfRates({ basis, rows }: Pick<TableExecution, "basis" | "rows">): Basis {
  return rows.some(({ original }) => original !== undefined) ? "adjusted" : basis;
}
