/** What stands below the end of a table without a header of its own: more of its lines, or amounts that only a person can place. */

import { ZERO, type Decimal } from "../../amounts/decimal";
import { parseCell } from "../../amounts/parse";
import { KIND, type Grid } from "../grid";
import { isHeaderNumber } from "../headers/cells";
import { isUnitNote } from "./caption";
import { firstText, inksOf, isComparison, isFigure, lookAt, rankOf, type ColumnPlan } from "./looks";

export interface Below {
  /** Further rows of the table, headings among them. */
  readonly lines: readonly number[];
  /** Rows with figures in the table's columns of which it is uncertain whether they belong to it. */
  readonly leftOut: readonly number[];
}

/** The columns in which a table has figures. */
interface Shape {
  readonly all: ReadonlySet<number>;
  /** In most of its lines. */
  readonly usual: readonly number[];
}

interface Row {
  readonly row: number;
  readonly isHeading: boolean;
  readonly rank: number;
  readonly isBelowBlank: boolean;
}

/** Rows of the table's shape, down to where something else begins. */
interface Block {
  readonly rows: readonly Row[];
  /** Blank lines alone part it from the table, or a note right under the last line. */
  readonly isNear: boolean;
}

const NOTHING: Below = { lines: [], leftOut: [] };
/** Lines that tell the table's shape. */
const SAMPLE = 20;
/** More blank lines than templates have ready for what is still to come. */
const FAR = 30;
/** One column may come to a sum by chance. */
const FEWEST_SUMS = 2;

/** `lines` are those of the table, whose last one is a total if it `isClosed`; no other header stands above row `to`. */
export function linesBelow(grid: Grid, plan: ColumnPlan, { lines, isClosed }: { readonly lines: readonly number[]; readonly isClosed: boolean }, to: number): Below {
  const last = lines.at(-1);
  if (last === undefined || last >= to) return NOTHING;
  const shape = shapeOf(grid, plan, lines);
  const { rows, isNear } = blockBelow(grid, plan, shape, last, to);
  if (rows.length === 0) return NOTHING;
  const figuresAt = (row: number): readonly Decimal[] => shape.usual.map((column) => figureAt(grid, row, column));
  const whole = wholeOf(lines.map((row) => ({ row, rank: rankOf(grid, plan, row) })), isClosed, figuresAt);
  const proven = lastTotalOfAll(rows, whole, figuresAt);
  const end = proven >= 0 ? proven + 1 : isNear && !whole.isComplete ? endOf(rows) : 0;
  const rest = rows.slice(end).filter(({ isHeading }) => !isHeading).map(({ row }) => row);
  return { lines: rows.slice(0, end).map(({ row }) => row), leftOut: rest.some((row) => hasUsual(grid, shape, row)) ? rest : [] };
}

function shapeOf(grid: Grid, { figures }: ColumnPlan, lines: readonly number[]): Shape {
  const sample = lines.slice(-SAMPLE).filter((row) => figures.some((column) => isFigure(grid, row, column)));
  const counted = figures.map((column) => ({ column, count: sample.filter((row) => isFigure(grid, row, column)).length })).filter(({ count }) => count > 0);
  return { all: new Set(counted.map(({ column }) => column)), usual: counted.filter(({ count }) => count * 2 >= sample.length).map(({ column }) => column) };
}

function blockBelow(grid: Grid, plan: ColumnPlan, shape: Shape, last: number, to: number): Block {
  const rows: Row[] = [];
  let headings: Row[] = [];
  let blanks = 0;
  let isNear = true;
  for (let row = last + 1; row <= to; row += 1) {
    const look = lookAt(grid, plan, row);
    const text = firstText(grid, plan.leads, plan.figures, row) ?? "";
    const isBelowBlank = blanks > 0;
    if (look === "blank") {
      blanks += 1;
      if (rows.length === 0 && blanks > FAR) isNear = false;
      continue;
    }
    if (look === "note" || isUnitNote(text)) {
      // Under its line a note is the line's; below a gap it may be of anything, and a unit is of what follows.
      if (rows.length === 0 && (isBelowBlank || look !== "note")) isNear = false;
    } else if (look === "name") headings.push({ row, isHeading: true, rank: 0, isBelowBlank });
    else if (look === "stray") {
      if (rows.length > 0 && !isBelowBlank) rows.push({ row, isHeading: false, rank: 0, isBelowBlank });
    } else {
      if (look === "block" || isComparison(grid, plan, row) || !fits(grid, plan, shape, row)) break;
      rows.push(...headings, { row, isHeading: false, rank: rankOf(grid, plan, row), isBelowBlank });
      headings = [];
    }
    blanks = 0;
  }
  return { rows: rows.some(({ row }) => hasUsual(grid, shape, row)) ? rows : [], isNear };
}

/** It has a name, figures only where the table has them, and is no header of something else. */
function fits(grid: Grid, { leads, figures }: ColumnPlan, { all, usual }: Shape, row: number): boolean {
  const inks = figures.filter((column) => grid.kind(row, column) !== KIND.blank);
  const own = inks.filter((column) => isFigure(grid, row, column));
  const isHeader = own.length === 0 ? inks.length >= Math.min(2, usual.length) : own.length > 1 && own.every((column) => isHeaderNumber(grid, row, column));
  return inksOf(grid, leads, row) > 0 && !isHeader && own.every((column) => all.has(column));
}

/** Figures in more than half of the columns that most lines have them in. */
function hasUsual(grid: Grid, { usual }: Shape, row: number): boolean {
  return usual.filter((column) => isFigure(grid, row, column)).length * 2 > usual.length;
}

/** Down to the first total that a blank line follows. */
function endOf(rows: readonly Row[]): number {
  const closing = rows.findIndex(({ rank }, at) => rank >= 2 && rows[at + 1]?.isBelowBlank === true);
  return closing < 0 ? rows.length : closing + 1;
}

interface Whole {
  /** Of the lines that add up no others. */
  readonly sums: readonly Decimal[];
  /** Of the total that the table ends with; null for none. */
  readonly closing: readonly Decimal[] | null;
  /** A total says that these are all lines. */
  readonly isComplete: boolean;
}

function wholeOf(lines: readonly Pick<Row, "row" | "rank">[], isClosed: boolean, figuresAt: (row: number) => readonly Decimal[]): Whole {
  const sums = lines.reduce<readonly Decimal[] | null>((sofar, { row, rank }) => (rank > 0 ? sofar : plus(sofar, figuresAt(row))), null) ?? [];
  const [first] = lines;
  const last = lines.at(-1);
  const closing = isClosed && last !== undefined ? figuresAt(last.row) : null;
  return { sums, closing, isComplete: closing !== null || (first !== undefined && first.rank >= 2 && comesTo(figuresAt(first.row), sums)) };
}

/** The last of them that adds up everything above it: all lines, or the total above and what came since; -1 for none. */
function lastTotalOfAll(rows: readonly Row[], { sums, closing }: Whole, figuresAt: (row: number) => readonly Decimal[]): number {
  let lines: readonly Decimal[] | null = null;
  let parts: readonly Decimal[] | null = null;
  let last = -1;
  rows.forEach(({ row, rank }, at) => {
    const figures = figuresAt(row);
    const since = closing === null ? [] : [lines, parts].flatMap((further) => (further === null ? [] : [plus(further, closing)]));
    if (rank >= 2 && [plus(lines, sums), ...since].some((sum) => comesTo(figures, sum))) last = at;
    if (rank > 0) parts = plus(parts, figures);
    else lines = plus(lines, figures);
  });
  return last;
}

function comesTo(total: readonly Decimal[], sums: readonly Decimal[]): boolean {
  const fitting = total.filter((figure, at) => !figure.isZero() && figure.equals(sums[at] ?? ZERO)).length;
  return fitting >= Math.min(FEWEST_SUMS, total.length) && fitting > 0;
}

function plus(sums: readonly Decimal[] | null, figures: readonly Decimal[]): readonly Decimal[] {
  return sums === null ? figures : figures.map((figure, at) => figure.plus(sums[at] ?? ZERO));
}

function figureAt(grid: Grid, row: number, column: number): Decimal {
  const parsed = parseCell(grid.value(row, column), grid.numberFormat(row, column));
  return parsed.kind === "amount" ? parsed.value : ZERO;
}
