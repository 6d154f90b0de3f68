/** 小计 with lines of others beside its parts: which it adds up the figures tell, or the category that it and they stand in. */

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

/** 公用经费 of one line without a sum, before 特定目标类, its lines and 小计: what is right above a subtotal is all it adds up where all that is above is not what it comes to. */
export function markSumsBelow(lines: readonly Line[], figures: Pick<LineFigures, "all" | "areAboutTotal">, isOfCategory: (line: Line, sum: Line) => boolean): void {
  lines.forEach((line, at) => {
    if (line.kind !== "subtotal" || line.rank === 0 || line.through !== undefined) return;
    const above = linesAbove(lines, at).filter(({ kind }) => kind === "body");
    if (figures.areAboutTotal(above, line)) return;
    const upwards = [...above].reverse();
    const others = upwards.findIndex((part) => !isOfCategory(part, line));
    const count = countOfParts(line, upwards, figures.all) || Math.max(others, 0);
    const first = count < above.length ? upwards[count - 1] : undefined;
    if (first !== undefined) line.since = first.row;
  });
}

/** Up to the sum or heading before it. */
function linesAbove(lines: readonly Line[], at: number): readonly Line[] {
  let from = at;
  while (lines[from - 1]?.rank === 0 && lines[from - 1]?.kind !== "group") from -= 1;
  return lines.slice(from, at);
}

/** Down to the next sum, or the next heading. */
function linesBelow(lines: readonly Line[], at: number): readonly Line[] {
  let end = at + 1;
  while (lines[end]?.rank === 0 && lines[end]?.kind !== "group") end += 1;
  return lines.slice(at + 1, end).filter(({ kind }) => kind === "body");
}

/** How many of the nearest lines, two or more, it adds up in every column; else 0. */
function countOfParts(line: Line, nearest: readonly Line[], all: LineFigures["all"]): number {
  const own = all(line);
  if (own.every((figure) => figure.isZero())) return 0;
  let sums: readonly Decimal[] = own.map(() => ZERO);
  for (const [i, part] of nearest.entries()) {
    const figures = all(part);
    sums = sums.map((sum, column) => sum.plus(figures[column] ?? ZERO));
    if (i > 0 && own.every((figure, column) => figure.equals(sums[column] ?? ZERO))) return i + 1;
  }
  return 0;
}
