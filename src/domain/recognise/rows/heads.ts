/** 小计 above its parts, with lines of others behind them: which it adds up the figures tell. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import type { LineFigures } from "./figures";
import { markParent, type Line } from "./line";

/** Of subtotals that are what the first lines below come to, in every column, and not what the lines above come to. */
export function markSumsAbove(lines: readonly Line[], { all }: Pick<LineFigures, "all">): void {
  lines.forEach((line, at) => {
    if (line.kind !== "subtotal" || line.rank === 0 || line.through !== undefined) return;
    const own = all(line);
    const isSum = (sums: readonly Decimal[]): boolean => own.every((figure, i) => figure.equals(sums[i] ?? ZERO));
    if (own.every((figure) => figure.isZero()) || isSum(sumOf(bodyBetween(lines, lines.findLastIndex(({ rank }, i) => i < at && rank > 0) + 1, at), all))) return;
    const next = lines.findIndex(({ rank, kind }, i) => i > at && (rank > 0 || kind === "group"));
    const below = bodyBetween(lines, at + 1, next < 0 ? lines.length : next);
    const count = below.findIndex((_, i) => i > 0 && isSum(sumOf(below.slice(0, i + 1), all))) + 1;
    // Where all below are its parts it is plain, and nothing else is behind them.
    if (count > 1 && count < below.length) markParent(line, below[count - 1]?.row ?? null, because("row-outline-parent", { count }));
  });
}

function bodyBetween(lines: readonly Line[], from: number, end: number): readonly Line[] {
  return lines.slice(from, end).filter(({ kind }) => kind === "body");
}

function sumOf(lines: readonly Line[], all: LineFigures["all"]): readonly Decimal[] {
  const [first, ...others] = lines;
  return first === undefined ? [] : others.reduce<readonly Decimal[]>((sums, line) => { const own = all(line); return sums.map((sum, i) => sum.plus(own[i] ?? ZERO)); }, all(first));
}
