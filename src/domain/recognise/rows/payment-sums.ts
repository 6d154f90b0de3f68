/** 小计 below the payments out of one line's budget. */

import type { Decimal } from "../../amounts/decimal";
import type { Line } from "./line";
import type { Payments } from "./payments";

/** By each such sum the line whose payments it adds up, and nothing else: what it tells is what that line comes to. */
export function sumsOfPayments(lines: readonly Line[], { of }: Payments, all: (line: Line) => readonly Decimal[]): ReadonlyMap<Line, Line> {
  const found = new Map<Line, Line>();
  if (of.size === 0) return found;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const head = before === undefined ? undefined : (of.get(before) ?? before);
    if (line.kind === "subtotal" && head?.kind === "body" && tellsNoOther(all(line), all(head))) found.set(line, head);
  });
  return found;
}

/** Some figure of its own, and none that the line does not come to. */
function tellsNoOther(own: readonly Decimal[], figures: readonly Decimal[]): boolean {
  return own.some((figure) => !figure.isZero()) && own.every((figure, column) => figure.isZero() || figure.equals(figures[column] ?? figure.plus(1)));
}
