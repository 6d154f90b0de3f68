/** A table's lines as the pane lists them: which ones, in what order, on what scale. */

import type { Decimal } from "../../domain/amounts/decimal";
import { ZERO } from "../../domain/amounts/decimal";
import type { ExecutionRow, OriginalBudget, Status, TableExecution } from "../../domain/execution/result";

/** From what needs a look most to what needs none. */
export const STATUSES = ["over", "unbudgeted", "not-computable", "unspent", "far-behind", "behind", "unjudged", "within-budget", "on-track"] as const satisfies readonly Status[];

const URGENCY: ReadonlyMap<Status, number> = new Map(STATUSES.map((status, i) => [status, i]));

/**
 * The body rows by how much they need a look: by status, then the largest overspend, the most money
 * spent without a budget, the most money unspent, the lowest rate first; ties stay in the table's order.
 */
export function sortedLines(rows: readonly ExecutionRow[]): ExecutionRow[] {
  return rows
    .filter((row) => row.kind === "body")
    .sort((a, b) => (URGENCY.get(a.status) ?? 0) - (URGENCY.get(b.status) ?? 0) || compareWithin(a, b));
}

function compareWithin(a: ExecutionRow, b: ExecutionRow): number {
  switch (a.status) {
    case "over":
    case "unjudged":
      return percentOf(b).comparedTo(percentOf(a));
    case "unbudgeted":
    case "not-computable":
      return (b.expenditure ?? ZERO).comparedTo(a.expenditure ?? ZERO);
    case "unspent":
      return (b.budget ?? ZERO).comparedTo(a.budget ?? ZERO);
    case "far-behind":
    case "behind":
    case "within-budget":
    case "on-track":
      return percentOf(a).comparedTo(percentOf(b));
  }
}

function percentOf(row: ExecutionRow): Decimal {
  return row.rate.ok ? row.rate.percent : ZERO;
}

export interface StatusCount {
  readonly status: Status;
  readonly count: number;
}

/** How many lines have each status, in order of urgency; statuses without lines are left out. */
export function countByStatus(lines: readonly ExecutionRow[]): StatusCount[] {
  const counts = new Map<Status, number>();
  for (const { status } of lines) counts.set(status, (counts.get(status) ?? 0) + 1);
  return STATUSES.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ status, count }];
  });
}

/** Beyond this the bars would leave nothing of the others' differences; longer ones are cut and say so. */
const WIDEST_SCALE = 200;

/** The percentage at the right end of every bar's track: the largest rate, within 100 and 200. */
export function scaleEnd(lines: readonly ExecutionRow[]): number {
  let end = 100;
  for (const line of lines) if (line.rate.ok) end = Math.max(end, line.rate.percent.toNumber());
  return Math.min(end, WIDEST_SCALE);
}

/** Where a percentage lies on the track, in percent of its width. */
export function positionOnScale(percent: number, end: number): number {
  return Math.min(100, Math.max(0, (percent / end) * 100));
}

/** Lines that bring a budget or spending into the sum, but not both. Payments that share one budget bring it in together. */
export function oneSided(rows: readonly ExecutionRow[]): number {
  const isShared = ({ rate }: ExecutionRow): boolean => !rate.ok && rate.why === "shared-budget";
  return rows.filter((row) => row.kind === "body" && (row.budget === null) !== (row.expenditure === null) && !isShared(row)).length;
}

/**
 * The whole table in one rate: its printed total row where that gives a rate, else the sum of its lines. Where neither
 * gives one, what the total row prints.
 */
export function overall({ total, sum }: TableExecution): Pick<ExecutionRow, "rate" | "budget" | "expenditure"> & { readonly original?: OriginalBudget; readonly source: "total" | "sum" } {
  const isPrinted = total !== null && (total.rate.ok || (!sum.rate.ok && (total.budget !== null || total.expenditure !== null)));
  return isPrinted ? { ...total, source: "total" } : { ...sum, source: "sum" };
}
