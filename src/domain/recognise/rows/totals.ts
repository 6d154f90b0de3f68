/** Which line is the table's total, and which are subtotals. */

import type { Decimal } from "../../amounts/decimal";
import type { Reason } from "../../table";
import { because } from "../reason";
import { markDivisions } from "./divisions";
import type { LineFigures } from "./figures";
import { isBalance } from "./labels";
import { areParts, isSpending, mark, markParent, sumOfBody, type Line } from "./line";
import { markSumOfAll, markUnlabelled } from "./wholes";

export function markChosenTotal(lines: readonly Line[], chosen: number | null): readonly Reason[] {
  for (const line of lines) {
    if (line.row === chosen) mark(line, "total", because("row-chosen-total"));
    else if (line.rank > 0 && line.kind !== "total") markSubtotal(line);
  }
  return [];
}

function markSubtotal(line: Line): void {
  mark(line, "subtotal", because("row-subtotal", { label: line.name }));
}

/** The highest-ranking label is the total. Where several rank alike, or only 小计 is there, the figures decide. */
export function markTotals(lines: readonly Line[], figures: LineFigures): readonly Reason[] {
  const amountOf = figures.main;
  const labelled = lines.filter(({ rank, kind }) => rank > 0 && kind !== "of-which" && kind !== "total");
  labelled.forEach(markSubtotal);
  if (labelled.length === 0) return markUnlabelled(lines, figures);
  const ofSpending = labelled.filter(isSpending);
  const judged = ofSpending.length === 0 ? labelled : ofSpending;
  const highest = Math.max(...judged.map(({ rank }) => rank));
  const tops = judged.filter(({ rank }) => rank === highest);
  const [first] = tops;
  const last = tops.at(-1);
  if (first === undefined || last === undefined) return [];
  if (tops.length === 1) {
    if (highest === 1 && last !== lines.findLast(isSpending) && !isSumOfAllBelow(lines, last, figures)) return markSumOfAll(lines, figures);
    markTotal(last);
    if (markHeads(lines, labelled, last, figures)) return [];
    markTotalOfIncome(lines, last);
    return markDivisions(lines, last, figures) ? [] : doubtRowsAfter(lines, last);
  }
  const sum = sumOfBody(lines.filter(isSpending), amountOf);
  const total = [last, first].find((line) => amountOf(line).equals(sum));
  if (total !== undefined) markTotal(total);
  else if (highest > 1 && !isSumOfSection(lines, last, amountOf)) markTotal(last);
  markTotalOfIncome(lines, last);
  return total === undefined ? [because("doubt-several-totals", { label: last.name, rows: tops.map(({ row }) => row + 1).join(", ") })] : [];
}

/** “三保”支出合计 above its lines, none of which is outside it. */
function isSumOfAllBelow(lines: readonly Line[], sum: Line, figures: LineFigures): boolean {
  return sum === lines.find(isSpending) && figures.areAboutTotal(lines, sum) && areParts(lines.filter((line) => line.kind === "body" && isSpending(line)), sum, figures.all);
}

function markTotal(line: Line): void {
  mark(line, "total", because("row-total", { label: line.name }));
}

/** The last sum of income before that of the spending is of all income. */
function markTotalOfIncome(lines: readonly Line[], total: Line): void {
  const ofIncome = lines.slice(0, lines.indexOf(total)).findLast(({ side, rank }) => side === "income" && rank > 0);
  if (ofIncome !== undefined) markTotal(ofIncome);
}

/**
 * 收入合计 | its lines | 支出合计 | its lines: where the first line is a sum and the figures show of one that it stands above
 * its parts, all do, and the total is that of the lines after it.
 */
function markHeads(lines: readonly Line[], heads: readonly Line[], total: Line, { all }: Pick<LineFigures, "all">): boolean {
  if (heads.length < 2 || heads[0] !== lines.find(({ kind }) => kind !== "group")) return false;
  const partsOf = heads.map((head, i) => linesBelow(lines, head, heads[i + 1]));
  const isSum = (head: Line, parts: readonly Line[]): boolean => areParts(parts, head, all);
  const above = partsOf[heads.indexOf(total) - 1] ?? [];
  if (partsOf.some(({ length }) => length === 0) || isSum(total, above) || !heads.some((head, i) => (partsOf[i]?.length ?? 0) > 1 && isSum(head, partsOf[i] ?? []))) return false;
  heads.forEach((head, i) => {
    const parts = partsOf[i] ?? [];
    if (head === total) head.through = parts.at(-1)?.row ?? null;
    else markParent(head, parts.at(-1)?.row ?? null, because("row-outline-parent", { count: parts.length }));
  });
  return true;
}

/** Down to the next sum, or to what is left of it: 三、结余. */
function linesBelow(lines: readonly Line[], head: Line, next: Line | undefined): readonly Line[] {
  const below = lines.slice(lines.indexOf(head) + 1, next === undefined ? lines.length : lines.indexOf(next));
  const left = below.findIndex(({ name }) => isBalance(name));
  return below.slice(0, left < 0 ? below.length : left).filter(({ kind }) => kind === "body");
}

/** It adds up only the rows since the last such label, so it closes its section, not the table. */
function isSumOfSection(lines: readonly Line[], label: Line, amountOf: (line: Line) => Decimal): boolean {
  const at = lines.indexOf(label);
  const start = lines.findLastIndex(({ rank }, index) => index < at && rank === label.rank);
  return amountOf(label).equals(sumOfBody(lines.slice(start + 1, at), amountOf));
}

/** A total stands first or last; lines after one in the middle may be outside it. */
function doubtRowsAfter(lines: readonly Line[], total: Line): readonly Reason[] {
  const at = lines.indexOf(total);
  const isFirst = !lines.slice(0, at).some((line) => line.kind === "body" && isSpending(line));
  const after = lines.slice(at + 1).filter((line) => line.kind === "body" && isSpending(line)).length;
  return isFirst || after === 0 ? [] : [because("doubt-rows-after-total", { label: total.name, count: after })];
}
