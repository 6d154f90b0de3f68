/** What is taken off a total: 合计, 减：收回存量, 净额合计. */

import type { Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import { isDeduction } from "./labels";
import { mark, type Line } from "./line";

/**
 * 减：… between two totals, where the second is what is left of the first in every column: no lines of the table, and
 * the second is no sum of lines. Printed as how much less, or with a minus sign.
 */
export function markDeductions(lines: readonly Line[], amountsOf: (line: Line) => readonly Decimal[]): void {
  for (let at = 0; at < lines.length; at += 1) {
    const whole = lines[at];
    if (whole === undefined || whole.rank === 0) continue;
    let end = at + 1;
    while (lines[end]?.rank === 0 && isDeduction(lines[end]?.name ?? "")) end += 1;
    const net = lines[end];
    const deducted = lines.slice(at + 1, end);
    if (deducted.length === 0 || net === undefined || net.rank === 0 || !isLeft(amountsOf(net), amountsOf(whole), deducted.map(amountsOf))) continue;
    for (const line of deducted) mark(line, "of-which", because("row-deduction", { label: whole.name }));
    net.through = null;
  }
}

function isLeft(net: readonly Decimal[], whole: readonly Decimal[], deducted: readonly (readonly Decimal[])[]): boolean {
  return net.every((left, column) => {
    const off = (whole[column] ?? left).minus(left);
    return deducted.reduce((rest, amounts) => rest.minus(amounts[column]?.abs() ?? 0), off).isZero();
  });
}
