/** On which level a line stands, as numbering (一、 （一） 1. 1.1 (1)) and blanks before the name show it. */

import type { Line } from "./line";

/** Numbers before a name, from the highest level down. */
const BEFORE_NAMES: readonly RegExp[] = [
  /^[IVX]{1,4}[.、．]/u, /^[一二三四五六七八九十]{1,3}、/u, /^[（(][一二三四五六七八九十]{1,3}[）)]/u, /^\d{1,2}[.、．](?!\d)/u,
  /^\d{1,2}[.．]\d{1,2}(?=[\s、])/u, /^\d{1,2}(?:[.．]\d{1,2}){2}(?=[\s、])/u, /^[（(]\d{1,2}[）)]/u, /^[①-⑳]/u,
];
/** The same where they stand in a column of their own. */
const ALONE: readonly RegExp[] = [
  /^[IVX]{1,4}[.、．]?$/u, /^[一二三四五六七八九十]{1,3}[.、．]?$/u, /^[（(][一二三四五六七八九十]{1,3}[）)]、?$/u, /^\d{1,4}[.、．]?$/u,
  /^\d{1,4}[.．-]\d{1,2}[.、．]?$/u, /^\d{1,4}(?:[.．-]\d{1,2}){2}[.、．]?$/u, /^(?:[（(]\d{1,2}[）)]|\d{1,2}[）)])$/u, /^[①-⑳]$/u,
];
/** Lines without a number stand below all numbered ones. */
const UNNUMBERED = ALONE.length;
/** More than anybody indents. */
const DEEPEST_INDENT = 100;

/** Of each line, the topmost smallest; null where all lines stand on one level. */
export function levelsOf(lines: readonly Line[]): readonly number[] | null {
  const levels = lines.map((line) => numberingOf(line) * DEEPEST_INDENT + Math.min(line.indent, DEEPEST_INDENT - 1));
  const isNumbered = levels.some((level) => level < UNNUMBERED * DEEPEST_INDENT);
  // Numbers say it all; blanks before them are ornament.
  const told = isNumbered ? levels.map((level) => (level < UNNUMBERED * DEEPEST_INDENT ? level - (level % DEEPEST_INDENT) : level)) : levels;
  const [first] = told;
  return told.some((level) => level !== first) ? told : null;
}

export function isNumbered(line: Pick<Line, "name" | "number">): boolean {
  return numberingOf(line) < UNNUMBERED;
}

/** The level of a number that stands alone; null if it is none. */
export function levelOfNumber(text: string): number | null {
  const level = ALONE.findIndex((pattern) => pattern.test(text));
  return level < 0 ? null : level;
}

function numberingOf({ name, number }: Pick<Line, "name" | "number">): number {
  return number === "" ? levelOfName(name) : (levelOfNumber(number) ?? UNNUMBERED);
}

function levelOfName(name: string): number {
  const first = name.charCodeAt(0);
  // Han and Roman numerals, digits and brackets only; most names begin with none of them.
  const mayBegin = (first >= 48 && first <= 57) || first === 40 || first === 0xff08 || (first >= 0x2460 && first <= 0x2473) || first === 73 || first === 86 || first === 88 || "一二三四五六七八九十".includes(name.charAt(0));
  if (Number.isNaN(first) || !mayBegin) return UNNUMBERED;
  const level = BEFORE_NAMES.findIndex((pattern) => pattern.test(name));
  return level < 0 ? UNNUMBERED : level;
}
