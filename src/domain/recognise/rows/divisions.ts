/** 合计 of the lines above, and then 其中：基本支出 and 项目支出: what divides it once more is no lines of the table. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import type { LineFigures } from "./figures";
import { isSpending, mark, sumOfBody, type Line } from "./line";

/** Whether all lines below the total divide it again, once or several times over, while those above it come to no less. */
export function markDivisions(lines: readonly Line[], total: Line, figures: Pick<LineFigures, "main" | "all">): boolean {
  const at = lines.indexOf(total);
  const [above, below] = [lines.slice(0, at).filter(isSpending), lines.slice(at + 1)];
  const whole = figures.main(total);
  if (!whole.gt(0) || sumOfBody(above, figures.main).lt(whole) || !below.every(mayDivide) || !areDivisions(below, figures.all(total), figures.all)) return false;
  for (const line of below) mark(line, "of-which", because("row-of-which"));
  return true;
}

function mayDivide(line: Line): boolean {
  return line.rank === 0 && isSpending(line) && (line.kind === "body" || line.kind === "of-which");
}

/** One after the other they come to the whole, each of several lines, until none is left. */
function areDivisions(lines: readonly Line[], whole: readonly Decimal[], all: LineFigures["all"]): boolean {
  const none = whole.map(() => ZERO);
  let sums: readonly Decimal[] = none;
  let parts = 0;
  let divisions = 0;
  for (const line of lines) {
    const own = all(line);
    if (own.every((figure) => figure.isZero())) continue;
    sums = sums.map((sum, column) => sum.plus(own[column] ?? ZERO));
    parts += 1;
    if (parts < 2 || !comeTo(sums, whole)) continue;
    [sums, parts] = [none, 0];
    divisions += 1;
  }
  return parts === 0 && divisions > 0;
}

/** In more of the columns that they fill than not: one figure may be wrong. */
function comeTo(sums: readonly Decimal[], whole: readonly Decimal[]): boolean {
  const filled = sums.flatMap((sum, column) => (sum.isZero() ? [] : [sum.equals(whole[column] ?? ZERO)]));
  return filled.filter((isSame) => isSame).length * 2 > filled.length;
}
