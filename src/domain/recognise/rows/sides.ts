/** Income and spending one below the other in one table: REVENUES … Total revenues, EXPENDITURES … Total expenditures, and what is left of both. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { sideCalled, type Side } from "../headers/text";
import { because } from "../reason";
import { budgetPartOf, isBalance, isClosingBalance, sideOf } from "./labels";
import { isSpending, mark, type Line } from "./line";

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

/**
 * 收入 | 财政拨款, 收入 | 合计, 支出 | 人员经费: a column before the names that says of every line which side it is of, where it is
 * filled. `classOf`: its text, of a merged cell too. Whether there is such a column.
 */
export function markSidesOfClass(lines: readonly Line[], classOf: (line: Line) => string): boolean {
  const sides: (Side | null)[] = [];
  for (const line of lines) {
    const text = classOf(line);
    const side = text === "" ? (sides.at(-1) ?? null) : sideCalled(text);
    if (side === null && text !== "") return false;
    sides.push(side);
  }
  if (!sides.includes("income") || !sides.includes("spending")) return false;
  lines.forEach((line, at) => { if (sides[at] === "income") line.side = "income"; });
  return true;
}

/** 收支结余, fund balances; or whatever is just the difference of the two totals. */
function isLeft(line: Line, { income, spending }: { readonly income?: Line; readonly spending?: Line }, amountsOf: (line: Line) => readonly Decimal[]): boolean {
  if (spending === undefined || line.kind !== "body") return false;
  if (isBalance(line.name)) return true;
  const amounts = amountsOf(line);
  return income !== undefined && amounts.some((amount) => !amount.isZero()) && amounts.every((amount, i) => amount.equals((amountsOf(income)[i] ?? ZERO).minus(amountsOf(spending)[i] ?? ZERO)));
}

/**
 * 本年支出合计 | 结余分配 | 年末结转和结余 | 总计: where the figures show that the last total is of what was spent and what is left over,
 * both are apart from the spending, whose total is the one before, unless a person chose that row as the total.
 */
export function markTotalsWithRest(lines: readonly Line[], chosen: number | null | undefined, amountsOf: (line: Line) => readonly Decimal[]): void {
  lines.forEach((total, at) => {
    if (total.rank < WHOLE || total.row === chosen) return;
    const left = balancesAbove(lines, at);
    const above = lines.slice(0, at - left.length);
    const spent = above.at(-1)?.rank === 0 ? above.findLast(({ rank }) => rank >= WHOLE) : above.at(-1);
    if (spent === undefined || spent.rank < WHOLE || !isSpending(spent) || left.length === 0 || !addsUp(total, spent, left, amountsOf)) return;
    for (const line of [...left, total]) line.side = "rest";
    mark(total, "total", because("row-total-with-rest", { label: total.name }));
  });
}

/**
 * 合计 or 本年支出 above its lines, and below these what is left over: apart from the spending where the figures show, in one
 * column, that the total does not count it.
 */
export function markRestBelow(lines: readonly Line[], chosen: number | null | undefined, amountsOf: (line: Line) => readonly Decimal[]): void {
  const first = lines.findIndex((line) => line.kind !== "group" && isSpending(line));
  const total = lines[first];
  if (total === undefined || total.rank < WHOLE || (chosen !== undefined && total.row !== chosen)) return;
  const below = lines.slice(first + 1).filter(isSpending);
  const left = balancesAbove(below, below.length);
  const parts = below.slice(0, below.length - left.length).filter(({ kind, rank }) => kind === "body" && rank === 0);
  if (left.length > 0 && leavesOut(total, parts, left, amountsOf)) for (const line of left) line.side = "rest";
}

/** Of sums among its lines, the top ones are told by 基本支出 and 项目支出 alone. */
function leavesOut(total: Line, lines: readonly Line[], left: readonly Line[], amountsOf: (line: Line) => readonly Decimal[]): boolean {
  const halves = lines.filter(({ name }) => budgetPartOf(name) !== null);
  const [all, tops, rests] = [lines, halves, left].map((some) => some.map(amountsOf));
  const sumAt = (some: readonly (readonly Decimal[])[] | undefined, i: number): Decimal => (some ?? []).reduce((sum, amounts) => sum.plus(amounts[i] ?? ZERO), ZERO);
  return amountsOf(total).some((amount, i) => !amount.isZero() && !sumAt(rests, i).isZero() && [all, tops].some((some) => sumAt(some, i).equals(amount)));
}

/** What is left over stands apart, below the lines of the total. */
export function endBeforeRest(lines: readonly Line[]): void {
  const total = lines.find((line) => line.kind === "total" && isSpending(line));
  const last = lines.findLast((line) => line.kind !== "group" && isSpending(line));
  const isRestBelow = last !== undefined && lines.slice(lines.indexOf(last) + 1).some((line) => line.side === "rest" && line.kind === "body");
  if (total === undefined || total === last || last === undefined || total.through !== undefined || !isRestBelow) return;
  if (!lines.slice(0, lines.indexOf(total)).some((line) => line.kind === "body" && isSpending(line))) total.through = last.row;
}

/** Right above the line, up to the first that is none. */
function balancesAbove(lines: readonly Line[], at: number): readonly Line[] {
  const isBalanceLine = (line: Line | undefined): boolean => line?.kind === "body" && isClosingBalance(line.name);
  let from = at;
  while (isBalanceLine(lines[from - 1])) from -= 1;
  return lines.slice(from, at);
}

/** 合计, and not 小计, which is of a section. */
const WHOLE = 2;

/** In one column of amounts, for another may be wrong; and something is left. */
function addsUp(total: Line, spent: Line, left: readonly Line[], amountsOf: (line: Line) => readonly Decimal[]): boolean {
  const [wholes, rests] = [amountsOf(total), left.map(amountsOf)];
  const restAt = (i: number): Decimal => rests.reduce((sum, amounts) => sum.plus(amounts[i] ?? ZERO), ZERO);
  const isSum = (amount: Decimal, i: number): boolean => !amount.isZero() && amount.plus(restAt(i)).equals(wholes[i] ?? ZERO);
  return wholes.some((_, i) => !restAt(i).isZero()) && amountsOf(spent).some(isSum);
}
