/**
 * Sums above their parts where nothing but the figures shows it. Believed only if they explain the whole table: each
 * sum is that of the lines after it in every column, and the sums and lines of the first level make up the total.
 */

import { ZERO, type Decimal } from "../../amounts/decimal";
import type { Reason } from "../../table";
import { because } from "../reason";
import { areParts, markParent, sumOfBody, type Line } from "./line";

/** Steps that the search may take, so that it ends soon where it leads nowhere. */
const MOST_STEPS = 200_000;
const STEPS_A_LINE = 40;

/** What the lines hold: the column that totals are checked by, and any of the columns of amounts. */
export interface Figures {
  readonly main: (line: Line) => Decimal;
  readonly all: (line: Line) => readonly Decimal[];
}

/** What a person should confirm: the rows taken for sums, or that lines count several times in the total. Nothing where neither is so. */
export function markSumsByFigures(lines: readonly Line[], total: Line, figures: Figures): readonly Reason[] {
  const body = lines.filter(({ kind }) => kind === "body");
  const [exact] = explain(body, figures.main(total), figures);
  const whole = exact ?? explainButForOneFigure(body, total, figures);
  const sums = whole === undefined ? [] : sumsIn(whole, body);
  if (sums.length === 0) return countedTwice(body, total, figures);
  return markSums(sums, exact === undefined ? "doubt-outline-by-most-sums" : "doubt-outline-by-sums");
}

/** Of lines of which some add up others, and which come to the line in every column; nothing where they do not. */
export function markNestedSums(body: readonly Line[], line: Line, figures: Figures): readonly Reason[] {
  const [whole] = explain(body, figures.main(line), figures);
  const sums = whole !== undefined && areParts(partsOf(whole, body), line, figures.all) ? sumsIn(whole, body) : [];
  return sums.length === 0 ? [] : markSums(sums, "doubt-outline-by-sums");
}

function markSums(sums: readonly Sum[], doubt: "doubt-outline-by-sums" | "doubt-outline-by-most-sums"): readonly Reason[] {
  for (const { line, last, parts } of sums) markParent(line, last.row, because("row-outline-parent", { count: parts.length }));
  return [because(doubt, { rows: sums.map(({ line }) => line.row + 1).join(", ") })];
}

/** A wrong figure is missing in its sum; a wrong sum differs from its parts, and is missing in the sum above. */
const BROKEN_BY_ONE = 2;
/** How many sums must hold for each that does not. */
const HOLDING = 3;

/** As one column has it, where the others hold with it but for one wrong figure. */
function explainButForOneFigure(body: readonly Line[], total: Line, { all }: Figures): Composition | undefined {
  const columns = all(total).flatMap((figure, column) => (figure.isZero() ? [] : [column]));
  if (columns.length < 2) return undefined;
  const read = new Map([...body, total].map((line) => [line, all(line)]));
  const figureOf = (line: Line, column: number): Decimal => read.get(line)?.[column] ?? ZERO;
  for (const column of columns) {
    const own = (line: Line): Decimal => figureOf(line, column);
    const [whole] = explain(body, own(total), { main: own, all: (line) => [own(line)] });
    if (whole === undefined) continue;
    const sums = [{ line: total, parts: partsOf(whole, body) }, ...sumsIn(whole, body)];
    const broken = columns.reduce((count, each) => count + sums.filter(({ line, parts }) => !areParts(parts, line, (one) => [figureOf(one, each)])).length, 0);
    if (broken <= BROKEN_BY_ONE && broken * HOLDING <= sums.length * columns.length - broken) return whole;
  }
  return undefined;
}

/** Twice or three times the total is no slip: sums stand among the lines, but which they are remains open. */
export function countedTwice(body: readonly Line[], total: Line, { main }: Figures): readonly Reason[] {
  const sum = sumOfBody(body, main);
  const times = [2, 3].find((factor) => sum.equals(main(total).times(factor)));
  if (times === undefined) return [];
  total.through = null;
  return [because("doubt-lines-counted-twice", { label: total.name, times })];
}

interface Sum {
  readonly line: Line;
  readonly last: Line;
  readonly parts: readonly Line[];
}

/** A line of a composition, standing for what follows it if it is a sum of that. */
interface Part {
  readonly at: number;
  readonly sum: Composition | null;
}

interface Composition {
  readonly parts: readonly Part[];
  /** The index after its last line. */
  readonly end: number;
}

/** Sums above their parts one after the other, two at least, and no line that is neither. */
export function markHeadsOfAll(body: readonly Line[], figures: Figures): readonly Reason[] {
  const { sums } = searchIn(body, figures);
  const heads: Part[] = [];
  let at = 0;
  while (at < body.length) {
    const sum = sums[at]?.find(({ parts }) => parts.length > 1);
    if (sum === undefined) return [];
    heads.push({ at, sum });
    at = sum.end;
  }
  return heads.length < 2 ? [] : markSums(sumsIn({ parts: heads, end: at }, body), "doubt-outline-by-sums");
}

/** How the sums and lines of the first level make up the total; none if that cannot be. */
function explain(body: readonly Line[], total: Decimal, figures: Figures): readonly Composition[] {
  return compose({ ...searchIn(body, figures), most: 1 }, 0, total, (_, end) => end === body.length);
}

function searchIn(body: readonly Line[], figures: Figures): Omit<Search, "most"> {
  const main = body.map(figures.main);
  const sums: (readonly Composition[])[] = body.map(() => []);
  const steps = { left: Math.min(MOST_STEPS, body.length * STEPS_A_LINE) };
  for (let at = body.length - 2; at >= 0 && steps.left > 0; at -= 1) {
    const own = body[at];
    if (own === undefined || main[at]?.isZero() !== false) continue;
    sums[at] = compose({ main, sums, steps, most: MOST_WAYS }, at + 1, main[at] ?? ZERO, (parts, end) => areParts(partsOf({ parts, end }, body), own, figures.all));
  }
  return { main, sums, steps };
}

function sumsIn({ parts }: Composition, body: readonly Line[]): Sum[] {
  return parts.flatMap(({ at, sum }) => {
    const [line, last] = [body[at], body[(sum?.end ?? 0) - 1]];
    return sum === null || line === undefined || last === undefined ? [] : [{ line, last, parts: partsOf(sum, body) }, ...sumsIn(sum, body)];
  });
}

function partsOf({ parts }: Composition, body: readonly Line[]): readonly Line[] {
  return parts.flatMap(({ at }) => body[at] ?? []);
}

/** A line that may be taken as a sum or alone, while the rest is looked for behind it. */
interface Choice {
  readonly at: number;
  /** What is to be made up before this line. */
  readonly rest: Decimal;
  readonly ways: readonly (Composition | null)[];
  way: number;
}

interface Search {
  readonly main: readonly Decimal[];
  /** By line: the ways in which it is a sum of those after it. */
  readonly sums: readonly (readonly Composition[])[];
  readonly steps: { left: number };
  /** How many ways to look for. */
  readonly most: number;
}

/** Where a part repeats its own single part, a sum may end before or after that. */
const MOST_WAYS = 3;

/**
 * Lines from `from` on that make up `target`, in the first ways that are right. A line that is the sum of several
 * others counts as that if it can; one that merely repeats the next one stands alone if it can.
 */
function compose({ main, sums, steps, most }: Search, from: number, target: Decimal, isRight: (parts: readonly Part[], end: number) => boolean): Composition[] {
  const found: Composition[] = [];
  const choices: Choice[] = [];
  let at = from;
  let rest = target;
  for (steps.left -= 1; steps.left > 0; steps.left -= 1) {
    if (rest.isZero() && choices.length > 0) {
      // Looking at all of them is as many steps; lines of nothing would ask for it again and again.
      steps.left -= choices.length;
      const parts = choices.map((choice): Part => ({ at: choice.at, sum: choice.ways[choice.way] ?? null }));
      if (isRight(parts, at) && found.push({ parts, end: at }) === most) return found;
    }
    const isOpen = at < main.length && !(target.gt(0) && rest.minus(main[at] ?? ZERO).lt(0));
    if (isOpen) choices.push({ at, rest, ways: waysOf(sums[at] ?? []), way: 0 });
    else if (!goBack(choices)) return found;
    const choice = choices.at(-1);
    if (choice === undefined) return found;
    at = choice.ways[choice.way]?.end ?? choice.at + 1;
    rest = choice.rest.minus(main[choice.at] ?? ZERO);
  }
  return found;
}

/** To the last line that can be taken otherwise. */
function goBack(choices: Choice[]): boolean {
  for (let last = choices.at(-1); last !== undefined; last = choices.at(-1)) {
    if (last.way + 1 < last.ways.length) {
      last.way += 1;
      return true;
    }
    choices.pop();
  }
  return false;
}

function waysOf(sums: readonly Composition[]): readonly (Composition | null)[] {
  return [...sums.filter(({ parts }) => parts.length > 1), null, ...sums.filter(({ parts }) => parts.length === 1)];
}
