/** Which lines a person says are sums. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import { mark, markBody, markParent, sumOfBody, type Line } from "./line";

export interface ChosenSums {
  /** The total's row; null for none, undefined where the lines tell it. */
  readonly total: number | null | undefined;
  readonly subtotals: ReadonlySet<number>;
  /** They are all there are; else what the lines tell counts as well. */
  readonly areAll: boolean;
}

export const NOTHING_CHOSEN: ChosenSums = { total: undefined, subtotals: new Set(), areAll: false };

/** Of which lines each is the sum, the figures tell: those since the last such line, else those that follow it. */
export function markChosenSubtotals(lines: readonly Line[], { subtotals }: ChosenSums, amountOf: (line: Line) => Decimal): void {
  lines.forEach((line, at) => {
    if (!subtotals.has(line.row) || line.kind === "subtotal") return;
    const reason = because("row-chosen-subtotal");
    const above = lines.slice(lines.findLastIndex(({ row, kind, through }, before) => before < at && through === undefined && (kind === "subtotal" || subtotals.has(row))) + 1, at).filter(({ kind }) => kind === "body");
    const below = lines.slice(at + 1, nextSum(lines, at, subtotals)).filter(({ kind }) => kind === "body");
    const last = above.length > 0 && amountOf(line).equals(sumOfBody(above, amountOf)) ? null : lastOfSum(below, amountOf(line), amountOf);
    if (last !== null || above.length === 0) markParent(line, last?.row ?? null, reason);
    else mark(line, "subtotal", reason);
  });
}

/** What a person does not call a subtotal is a line, where they said which there are. */
export function unmarkOthers(lines: readonly Line[], { subtotals, areAll }: ChosenSums): void {
  if (!areAll) return;
  for (const line of lines) {
    if (line.kind !== "subtotal" || subtotals.has(line.row)) continue;
    markBody(line);
    delete line.through;
  }
}

function nextSum(lines: readonly Line[], at: number, subtotals: ReadonlySet<number>): number {
  const next = lines.findIndex(({ row }, after) => after > at && subtotals.has(row));
  return next < 0 ? lines.length : next;
}

function lastOfSum(lines: readonly Line[], amount: Decimal, amountOf: (line: Line) => Decimal): Line | null {
  let sum = ZERO;
  return lines.find((line) => (sum = sum.plus(amountOf(line))).equals(amount)) ?? null;
}
