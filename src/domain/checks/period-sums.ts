/** Spending of longer periods beside that of the shorter ones in them: a quarter of its months, the year of its quarters. */

import { monthsOf, type TableColumn } from "../table";
import { figureIn } from "../execution/columns";
import type { TableInput } from "./input";
import { bearsOutStated, compose, type ComparedLines, type Composition } from "./parts";

interface PeriodColumn {
  readonly column: TableColumn;
  readonly from: number;
  readonly to: number;
}

/** One line in so many must hold where it could also fail: what no line bears out, months that each count from January say, is another sum. */
const LEAST_WITNESSES = 1 / 3;

/**
 * Each quarter and half of which the shorter periods are all there, and the year's expenditure of all its months, quarters or
 * halves. Of months that stop before December nothing is said: the expenditure may go on.
 */
export function periodSums(input: TableInput): Composition[] {
  const periods = input.table.columns.flatMap((column): PeriodColumn[] => {
    const months = column.role === null ? null : monthsOf(column.role);
    return months === null ? [] : [{ column, ...months }];
  });
  if (periods.length < 2) return [];
  const year = input.table.columns.filter(({ role }) => role === "expenditure").map((column) => ({ column, from: 1, to: 12 }));
  return [...periods, ...year].flatMap((whole) => {
    const parts = finest(periods, whole);
    return parts.length < 2 ? [] : compose(input, whole.column, parts.map(({ column }) => [column, 1]), (compared, terms) => bearsOutStated(compared, terms) && isWitnessed(compared, terms));
  });
}

/** The shortest periods that make up a longer one, without a gap; none where there is one. */
function finest(periods: readonly PeriodColumn[], { from, to }: PeriodColumn): PeriodColumn[] {
  const parts: PeriodColumn[] = [];
  for (let month = from; month <= to;) {
    const [next] = periods.filter((period) => period.from === month && period.to <= to && period.to - period.from < to - from).sort((a, b) => a.to - b.to);
    if (next === undefined) return [];
    parts.push(next);
    month = next.to + 1;
  }
  return parts;
}

/** Lines with spending in one period only hold whatever the columns mean, so they prove nothing. */
function isWitnessed({ lines, differences }: ComparedLines, terms: Composition["terms"]): boolean {
  const telling = lines.filter((i) => differences.has(i) || terms.filter(({ column }) => isSpent(figureIn(column, i))).length > 1);
  const holding = telling.filter((i) => !differences.has(i)).length;
  return holding > 0 && holding >= telling.length * LEAST_WITNESSES;
}

function isSpent(figure: ReturnType<typeof figureIn>): boolean {
  return typeof figure !== "string" && !figure.isZero();
}
