/** Income and spending one below the other in one table: REVENUES … Total revenues, EXPENDITURES … Total expenditures, and what is left of both. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Side } from "../headers/text";
import { isBalance, sideOf } from "./labels";
import type { Line } from "./line";

/**
 * Says of lines that they are income, or what is left, where headings or totals tell both sides. A total below its lines
 * ends its side; one above them, or a heading, begins it.
 */
export function markSides(lines: readonly Line[], amountsOf: (line: Line) => readonly Decimal[]): void {
  const told = lines.map(({ name }) => sideOf(name));
  if (!told.includes("income") || !told.includes("spending")) return;
  let side: Side | null = null;
  let start = 0;
  const totals: { income?: Line; spending?: Line } = {};
  lines.forEach((line, at) => {
    const of = told[at] ?? null;
    if (side === "income" && of !== "spending") line.side = "income";
    else if (of === null && isLeft(line, totals, amountsOf)) line.side = "rest";
    if (of === null) return;
    const closes = line.rank > 0 && (side === null || side === of) && lines.slice(start, at).some(({ kind }) => kind === "body");
    if (of === "income") for (const each of closes ? lines.slice(start, at + 1) : [line]) each.side = "income";
    if (line.rank > 0) totals[of] ??= line;
    side = closes ? null : of;
    start = at + 1;
  });
}

/** 收支结余, fund balances; or whatever is just the difference of the two totals. */
function isLeft(line: Line, { income, spending }: { readonly income?: Line; readonly spending?: Line }, amountsOf: (line: Line) => readonly Decimal[]): boolean {
  if (spending === undefined || line.kind !== "body") return false;
  if (isBalance(line.name)) return true;
  const amounts = amountsOf(line);
  return income !== undefined && amounts.some((amount) => !amount.isZero()) && amounts.every((amount, i) => amount.equals((amountsOf(income)[i] ?? ZERO).minus(amountsOf(spending)[i] ?? ZERO)));
}
