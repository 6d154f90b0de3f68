/** What single things cost, below the line whose budget they are out of and without a budget of their own: 材料, 人工 below 道路维修. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { TableColumn } from "../../table";
import type { Grid } from "../grid";
import { because } from "../reason";
import { mark, type Line } from "./line";
import { ledgerOf, type Ledger } from "./payments";

interface Detailed {
  readonly head: Line;
  readonly details: readonly Line[];
}

/** They are parts of that line where what it spent is what all of them did, and no total counts both. */
export function markDetails(grid: Grid, lines: readonly Line[], columns: readonly TableColumn[]): void {
  const ledger = ledgerOf(grid, columns);
  const detailed = ledger === null ? [] : detailedIn(lines, ledger);
  if (ledger === null || !detailed.some(({ details }) => details.length > 1)) return;
  const spentIn = (line: Line): Decimal => ledger.at(line, ledger.spent.column) ?? ZERO;
  const isTold = ({ head, details }: Detailed): boolean => !spentIn(head).isZero() && spentIn(head).equals(sumOf(details, spentIn));
  if (!detailed.every(isTold) || isInTotal(lines, spentIn)) return;
  for (const line of detailed.flatMap(({ details }) => details)) mark(line, "of-which", because("row-of-which"));
}

function detailedIn(lines: readonly Line[], ledger: Ledger): readonly Detailed[] {
  const hasBudget = (line: Line): boolean => ledger.budgets.some((column) => ledger.isFilled(line, column));
  const detailed = new Map<Line, Line[]>();
  let head: Line | null = null;
  for (const line of lines) {
    const isLine = line.rank === 0 && line.hasFigures;
    if (isLine && hasBudget(line)) head = line;
    else if (!isLine || !ledger.isFilled(line, ledger.spent.column)) head = null;
    else if (head !== null) {
      const details = detailed.get(head);
      if (details === undefined) detailed.set(head, [line]);
      else details.push(line);
    }
  }
  return [...detailed].map(([line, details]) => ({ head: line, details }));
}

/** A total comes to all lines, these among them. */
function isInTotal(lines: readonly Line[], spentIn: (line: Line) => Decimal): boolean {
  const total = lines.findLast(({ rank, hasFigures }) => rank > 1 && hasFigures);
  return total !== undefined && spentIn(total).equals(sumOf(lines.filter(({ rank }) => rank === 0), spentIn));
}

function sumOf(lines: readonly Line[], spentIn: (line: Line) => Decimal): Decimal {
  return lines.reduce((sum, line) => sum.plus(spentIn(line)), ZERO);
}
