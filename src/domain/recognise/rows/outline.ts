/** Tables that show their structure by numbering (一、 （一） 1. (1)) or indentation, with sums above their parts. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { markParent, type Line } from "./line";
import { because } from "../reason";

const NUMBERINGS: readonly RegExp[] = [/^[一二三四五六七八九十]{1,3}、/u, /^[（(][一二三四五六七八九十]{1,3}[）)]/u, /^\d{1,2}[.、．](?!\d)/u, /^[（(]\d{1,2}[）)]/u];
/** Lines without a number stand below all numbered ones. */
const UNNUMBERED = NUMBERINGS.length;

export interface Outline {
  /** Of each line, 0 the topmost. */
  readonly levels: readonly number[];
  /** Stray spaces are common, so indentation alone needs two parts to be believed. */
  readonly fewestParts: number;
}

/** null where all lines stand on one level. */
export function outlineOf(lines: readonly Line[]): Outline | null {
  const numbered = lines.map(({ name }) => numberingOf(name));
  const isNumbered = numbered.some((level) => level < UNNUMBERED);
  const levels = isNumbered ? numbered : lines.map(({ indent }) => indent);
  const [first] = levels;
  return levels.some((level) => level !== first) ? { levels, fewestParts: isNumbered ? 1 : 2 } : null;
}

function numberingOf(name: string): number {
  const first = name.charCodeAt(0);
  // Han numerals, digits and brackets only; most names begin with none of them.
  if (Number.isNaN(first) || !(first === 40 || first === 0xff08 || (first >= 48 && first <= 57) || "一二三四五六七八九十".includes(name.charAt(0)))) return UNNUMBERED;
  const level = NUMBERINGS.findIndex((pattern) => pattern.test(name));
  return level < 0 ? UNNUMBERED : level;
}

interface Parent {
  readonly line: Line;
  readonly level: number;
  children: number;
  sum: Decimal;
}

/** A line is the subtotal of the deeper lines after it only if it is their exact sum; layout alone proves nothing. */
export function markOutline(lines: readonly Line[], { levels, fewestParts }: Outline, amountOf: (line: Line) => Decimal): void {
  const open: Parent[] = [];
  let last: Line | null = null;
  const close = (level: number): void => {
    while ((open.at(-1)?.level ?? -1) >= level) {
      const parent = open.pop();
      const isSum = parent !== undefined && parent.children >= fewestParts && !parent.sum.isZero() && parent.sum.equals(amountOf(parent.line));
      if (isSum && last !== null) markParent(parent.line, last.row, because("row-outline-parent", { count: parent.children }));
    }
  };
  lines.forEach((line, at) => {
    if (line.kind !== "body" || line.rank > 0) return;
    const level = levels[at] ?? 0;
    close(level);
    last = line;
    const parent = open.at(-1);
    if (parent !== undefined) {
      parent.children += 1;
      parent.sum = parent.sum.plus(amountOf(line));
    }
    open.push({ line, level, children: 0, sum: ZERO });
  });
  close(0);
}
