/** 小计 above its parts, with lines of others behind them: which it adds up the figures tell. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import type { LineFigures } from "./figures";
import { markParent, type Line } from "./line";

/** Of subtotals that are what the first lines below come to, in every column, and not what the lines above come to. */
export function markSumsAbove(lines: readonly Line[], figures: Pick<LineFigures, "all" | "areAboutTotal">): void {
  lines.forEach((line, at) => {
    if (line.kind !== "subtotal" || line.rank === 0 || line.through !== undefined || figures.areAboutTotal(linesAbove(lines, at), line)) return;
    const below = linesBelow(lines, at);
    const count = countOfParts(line, below, figures.all);
    // Where all below are its parts it is plain, and nothing else is behind them.
    if (count > 1 && count < below.length) markParent(line, below[count - 1]?.row ?? null, because("row-outline-parent", { count }));
  });
}

/** Up to the sum before it. */
function linesAbove(lines: readonly Line[], at: number): readonly Line[] {
  let from = at;
  while (lines[from - 1]?.rank === 0) from -= 1;
  return lines.slice(from, at);
}

/** Down to the next sum, or the next heading. */
function linesBelow(lines: readonly Line[], at: number): readonly Line[] {
  let end = at + 1;
  while (lines[end]?.rank === 0 && lines[end]?.kind !== "group") end += 1;
  return lines.slice(at + 1, end).filter(({ kind }) => kind === "body");
}

/** How many of the first lines, two or more, it adds up in every column; else 0. */
function countOfParts(line: Line, below: readonly Line[], all: LineFigures["all"]): number {
  const own = all(line);
  if (own.every((figure) => figure.isZero())) return 0;
  let sums: readonly Decimal[] = own.map(() => ZERO);
  for (const [i, part] of below.entries()) {
    const figures = all(part);
    sums = sums.map((sum, column) => sum.plus(figures[column] ?? ZERO));
    if (i > 0 && own.every((figure, column) => figure.equals(sums[column] ?? ZERO))) return i + 1;
  }
  return 0;
}
