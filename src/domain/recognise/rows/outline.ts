/**
 * Tables that show their structure by numbering or indentation, with sums above their parts. Layout alone proves
 * nothing: a line is the sum of the deeper lines after it where the figures say so, from below (they add up to it)
 * or from above (the total counts the lines of one level, and the deeper ones are parts of these).
 */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import { sideOf } from "./labels";
import { isNumbered, levelsOf } from "./levels";
import { mark, markParent, type Line } from "./line";

/** A line and what stands below it. One without an amount of its own heads the lines below it, and is worth what they are. */
interface Node {
  readonly line: Line;
  readonly amount: Decimal;
  readonly parts: Node[];
}

export type Outline = readonly Node[];

/** Lines that are no part of the outline yet: neither totals nor of-which, nor sums that codes tell. null where nothing shows any. */
export function outlineOf(lines: readonly Line[], amountOf: (line: Line) => Decimal): Outline | null {
  const levels = levelsOf(lines);
  if (levels === null) return null;
  const tops: Node[] = [];
  const open: { readonly node: Node; readonly level: number }[] = [];
  lines.forEach((line, at) => {
    if (closesAll(line)) open.length = 0;
    if ((line.kind !== "body" && line.kind !== "group") || line.rank > 0) return;
    const level = levels[at] ?? 0;
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const node: Node = { line, amount: amountOf(line), parts: [] };
    (open.at(-1)?.node.parts ?? tops).push(node);
    open.push({ node, level });
  });
  return tops.every(({ parts }) => parts.length === 0) ? null : tops;
}

/** 合计, 本年收入合计: what follows is no part of a line before it, 年初结转 no part of 四、其他收入. */
function closesAll({ name, rank }: Line): boolean {
  return rank > 1 || (rank > 0 && sideOf(name) !== null);
}

/**
 * Sums proven from below. One line that repeats the one above may be a stray blank before its name, so the parts of
 * one sum at least must be two, or numbered. Where nearly all are proven, so are the rest: those hold a wrong figure.
 */
export function markProvenSums(outline: Outline): void {
  const parents = parentsIn(outline);
  const exact = parents.filter(isExact);
  if (!exact.some(({ line, parts }) => parts.length > 1 || isNumbered(line))) return;
  const isSettled = exact.length > 1 && exact.length > 3 * (parents.length - exact.length);
  (isSettled ? parents : exact).forEach(markSum);
}

/** Sums proven from above, by the total of the table; to be asked where its lines do not add up to it. */
export function markSumsByTotal(outline: Outline, total: Decimal): void {
  const parents = parentsIn(outline);
  settle(outline, total, parents.some(isExact));
}

function settle(siblings: readonly Node[], total: Decimal, isBorneOut: boolean): void {
  const parents = siblings.flatMap((node) => (isHeading(node) ? node.parts : [node])).filter(hasParts);
  const areLeavesAll = sum(leavesOf(siblings)).equals(total);
  if (parents.length === 0 || !(areLeavesAll || sum(siblings).equals(total))) return;
  for (const parent of parents) {
    if (areLeavesAll || isBorneOut || isExact(parent)) {
      markSum(parent);
      settle(parent.parts, parent.amount, isBorneOut);
    } else for (const { line } of descendantsOf(parent)) mark(line, "of-which", because("row-of-which"));
  }
}

function markSum(parent: Node): void {
  markParent(parent.line, lastOf(parent).line.row, because("row-outline-parent", { count: parent.parts.length }));
}

function isExact(parent: Node): boolean {
  return sum(parent.parts).equals(parent.amount);
}

/** Headings are no sums, nor are lines whose parts hold nothing. */
function hasParts({ amount, parts }: Node): boolean {
  return parts.length > 0 && !amount.isZero() && parts.some((part) => !worthOf(part).isZero());
}

function isHeading({ amount, parts }: Node): boolean {
  return amount.isZero() && parts.length > 0;
}

function worthOf(node: Node): Decimal {
  return isHeading(node) ? sum(node.parts) : node.amount;
}

function parentsIn(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (node.parts.length === 0 ? [] : [...(hasParts(node) ? [node] : []), ...parentsIn(node.parts)]));
}

function descendantsOf({ parts }: Node): Node[] {
  return parts.flatMap((part) => [part, ...descendantsOf(part)]);
}

function leavesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => (hasParts(node) || isHeading(node) ? leavesOf(node.parts) : [node]));
}

function lastOf(node: Node): Node {
  const last = node.parts.at(-1);
  return last === undefined ? node : lastOf(last);
}

function sum(nodes: readonly Node[]): Decimal {
  return nodes.reduce((sofar, node) => sofar.plus(worthOf(node)), ZERO);
}
