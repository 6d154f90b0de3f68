/** Which line is the table's total, and which are subtotals. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Reason } from "../../table";
import { because } from "../reason";
import { mark, type Line } from "./line";

export function markChosenTotal(lines: readonly Line[], chosen: number | null): readonly Reason[] {
  for (const line of lines) {
    if (line.row === chosen) mark(line, "total", because("row-chosen-total"));
    else if (line.rank > 0) markSubtotal(line);
  }
  return [];
}

function markSubtotal(line: Line): void {
  mark(line, "subtotal", because("row-subtotal", { label: line.name }));
}

/** The highest-ranking label is the total. Where several rank alike, or only 小计 is there, the figures decide. */
export function markTotals(lines: readonly Line[], amountOf: (line: Line) => Decimal): readonly Reason[] {
  const labelled = lines.filter(({ rank, kind }) => rank > 0 && kind !== "of-which");
  labelled.forEach(markSubtotal);
  if (labelled.length === 0) return markUnlabelled(lines, amountOf);
  const highest = Math.max(...labelled.map(({ rank }) => rank));
  const tops = labelled.filter(({ rank }) => rank === highest);
  const [first] = tops;
  const last = tops.at(-1);
  if (first === undefined || last === undefined) return [];
  if (tops.length === 1) {
    if (highest === 1 && last !== lines.at(-1)) return [];
    markTotal(last);
    return doubtRowsAfter(lines, last);
  }
  const sum = sumOf(lines, amountOf);
  const total = [last, first].find((line) => amountOf(line).equals(sum));
  if (total !== undefined) markTotal(total);
  else if (highest > 1 && !isSumOfSection(lines, last, amountOf)) markTotal(last);
  return total === undefined ? [because("doubt-several-totals", { label: last.name, rows: tops.map(({ row }) => row + 1).join(", ") })] : [];
}

function markTotal(line: Line): void {
  mark(line, "total", because("row-total", { label: line.name }));
}

function sumOf(lines: readonly Line[], amountOf: (line: Line) => Decimal): Decimal {
  return lines.reduce((sum, line) => (line.kind === "body" ? sum.plus(amountOf(line)) : sum), ZERO);
}

/** It adds up only the rows since the last such label, so it closes its section, not the table. */
function isSumOfSection(lines: readonly Line[], label: Line, amountOf: (line: Line) => Decimal): boolean {
  const at = lines.indexOf(label);
  const start = lines.findLastIndex(({ rank }, index) => index < at && rank === label.rank);
  return amountOf(label).equals(sumOf(lines.slice(start + 1, at), amountOf));
}

/** A last row without a name whose figure is the sum of the rows above. */
function markUnlabelled(lines: readonly Line[], amountOf: (line: Line) => Decimal): readonly Reason[] {
  const last = lines.at(-1);
  if (last === undefined || last.kind !== "body" || last.name !== "" || last.code !== "" || lines.length < 3) return [];
  if (!amountOf(last).equals(sumOf(lines.slice(0, -1), amountOf))) return [];
  mark(last, "total", because("row-sum-without-label"));
  return [because("doubt-total-without-label", { row: last.row + 1 })];
}

/** A total stands first or last; lines after one in the middle may be outside it. */
function doubtRowsAfter(lines: readonly Line[], total: Line): readonly Reason[] {
  const at = lines.indexOf(total);
  const isFirst = !lines.slice(0, at).some(({ kind }) => kind === "body");
  const after = lines.slice(at + 1).filter(({ kind }) => kind === "body").length;
  return isFirst || after === 0 ? [] : [because("doubt-rows-after-total", { label: total.name, count: after })];
}
