/** Lines that are part of another line, or the sum of lines below: neither counts twice. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { because } from "../reason";
import { mark, markBody, markParent, type Line } from "./line";

/** Parts are few; further down is another matter. */
const MOST_PARTS = 40;

/**
 * 其中：… and the parts that go on after it: as far as they add up to the row they are part of, else as far as
 * they are indented. Parts that add up to a total standing above them are the table's lines themselves.
 */
export function markParts(lines: readonly Line[], amountOf: (line: Line) => Decimal): void {
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at]?.kind !== "of-which") continue;
    const parent = lines[at - 1];
    const whole = parent === undefined ? ZERO : amountOf(parent);
    const adding = endOfSum(lines, at, whole, amountOf);
    const end = adding ?? endOfIndent(lines, at, parent?.indent ?? 0);
    const isTotalAbove = adding !== null && parent !== undefined && parent.rank > 0;
    for (const line of lines.slice(at, end)) {
      if (isTotalAbove) markBody(line);
      else mark(line, "of-which", because("row-of-which"));
    }
    at = end - 1;
  }
}

/** The index after the line with which the sum from `start` on becomes `whole`; null if it never does. */
function endOfSum(lines: readonly Line[], start: number, whole: Decimal, amountOf: (line: Line) => Decimal): number | null {
  let sum = ZERO;
  for (let at = start; at < Math.min(lines.length, start + MOST_PARTS); at += 1) {
    const line = lines[at];
    if (line === undefined || line.kind === "group" || line.rank > 0) return null;
    sum = sum.plus(amountOf(line));
    if (!whole.isZero() && sum.equals(whole)) return at + 1;
  }
  return null;
}

function endOfIndent(lines: readonly Line[], start: number, indent: number): number {
  let end = start + 1;
  while (end < lines.length && lines[end]?.kind === "body" && (lines[end]?.indent ?? 0) > indent) end += 1;
  return end;
}

/**
 * 201 above 20101 above 2010101 (类, 款 and 项 of three, five and seven digits), or 248 above 248001: a line is part of
 * the nearest ones above that its code begins with, and they add up their parts. 20103 after 2010101 is part of 201
 * again. A line without a code ends them all, and leaves open whether it belongs to them.
 */
export function markCodeParents(lines: readonly Line[]): void {
  const open: Line[] = [];
  let last: Line | null = null;
  const closeBefore = (code: string | null): void => {
    for (let parent = open.at(-1); parent !== undefined && (code === null || !isPartOf(code, parent.code)); parent = open.at(-1)) {
      open.pop();
      if (last !== null && last !== parent) markParent(parent, code === "" ? null : last.row, because("row-code-parent", { code: parent.code }));
    }
  };
  for (const line of lines) {
    if (line.kind !== "body" || line.rank > 0) continue;
    closeBefore(line.code);
    last = line;
    if (CODE.test(line.code)) open.push(line);
  }
  closeBefore(null);
}

/** Of a class or a unit. The long codes of projects are no tree: one that begins another was cut off. */
const CODE = /^\d{3,12}$/u;

function isPartOf(code: string, parent: string): boolean {
  return code.length > parent.length && code.startsWith(parent);
}
