/** The figures of lines while these are being judged, each column as it is printed, whatever its unit. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { parseCell } from "../../amounts/parse";
import type { Grid } from "../grid";
import type { Figures } from "./by-sums";
import type { Line } from "./line";

export interface LineFigures extends Figures {
  /** Whether the body lines make up the total as nearly as binary numbers tell; further off, sums may be counted among them. */
  readonly areAboutTotal: (lines: readonly Line[], total: Line) => boolean;
}

/** Far below any rounded addend, far above what binary sums lose. */
const NEARLY = 1e-10;

/** Cells that hold no amount count as none. */
export function createLineFigures(grid: Grid, { main, amounts }: { readonly main: number | null; readonly amounts: readonly number[] }): LineFigures {
  const figureAt = (row: number, column: number): Decimal => {
    const parsed = parseCell(grid.value(row, column), grid.numberFormat(row, column));
    return parsed.kind === "amount" ? parsed.value : ZERO;
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
