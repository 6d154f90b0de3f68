/** The figures of lines while these are being judged, each column as it is printed, whatever its unit. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { parseCell } from "../../amounts/parse";
import type { Grid } from "../grid";
import type { Figures } from "./by-sums";
import type { Line } from "./line";
import type { Payments } from "./payments";

export interface LineFigures extends Figures {
  /** Whether the body lines make up the total as nearly as binary numbers tell; further off, sums may be counted among them. */
  readonly areAboutTotal: (lines: readonly Line[], total: Line) => boolean;
}

/** Far below any rounded addend, far above what binary sums lose. */
const NEARLY = 1e-10;

/** Cells that hold no amount count as none. A line's further payments count with it. */
export function createLineFigures(grid: Grid, { main, amounts }: { readonly main: number | null; readonly amounts: readonly number[] }, { of, running }: Pick<Payments, "of" | "running">): LineFigures {
  const cellAt = (row: number, column: number): Decimal | null => {
    const parsed = parseCell(grid.value(row, column), grid.numberFormat(row, column));
    return parsed.kind === "amount" ? parsed.value : null;
  };
  const further = new Map<number, number[]>();
  for (const [{ row }, head] of of) further.set(head.row, [...(further.get(head.row) ?? []), row]);
  const figureAt = (row: number, column: number): Decimal => {
    const payments = further.get(row);
    if (payments === undefined) return cellAt(row, column) ?? ZERO;
    const figures = [row, ...payments].map((each) => cellAt(each, column)).filter((figure) => figure !== null);
    return running.includes(column) ? (figures.at(-1) ?? ZERO) : figures.reduce((sum, figure) => sum.plus(figure), ZERO);
  };
  const mainOf = ({ row }: Line): Decimal => (main === null ? ZERO : figureAt(row, main));
  const roughly = (line: Line): number => {
    const value = main === null ? 0 : grid.value(line.row, main);
    return typeof value === "number" ? value : mainOf(line).toNumber();
  };
  return {
    main: mainOf,
    all: ({ row }) => amounts.map((column) => figureAt(row, column)),
    areAboutTotal: (lines, total) => {
      const whole = roughly(total);
      let sum = 0;
      let size = Math.abs(whole);
      for (const line of lines) {
        if (line.kind !== "body") continue;
        const figure = roughly(line);
        sum += figure;
        size += Math.abs(figure);
      }
      return Math.abs(sum - whole) <= size * NEARLY;
    },
  };
}
