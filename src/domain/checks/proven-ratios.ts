/**
 * Percentages that the figures prove to be a quotient of two columns, whatever the headers say: 完成% of income, 支出进度
 * of what was received, 比上年增减%. All lines but one at most must be it, and several of them tell.
 */

import { Decimal } from "../amounts/decimal";
import { figureIn, type AmountColumn } from "../execution/columns";
import { headerOf } from "../execution/basis";
import type { TableInput } from "./input";
import { mayHold, mayMiss } from "./most-lines";
import { numericColumns } from "./numeric-columns";
import { createHalfDigitAt, percentInterval } from "./precision";
import { halfDigitOfPercent, percentAt, readRatioColumn, type RatioColumn } from "./ratios";

export interface ProvenRatio {
  readonly ratio: RatioColumn;
  readonly part: AmountColumn;
  readonly whole: AmountColumn;
  /** Whether it is by how much the part is more than the whole. */
  readonly isGrowth: boolean;
  /** By index of the rows. */
  readonly misfits: ReadonlyMap<number, { readonly printed: Decimal; readonly expected: Decimal; readonly part: Decimal; readonly whole: Decimal }>;
}

/** Percentages of several digits, which no two columns come to by chance. */
const FEWEST_TELLING = 2;
const TELLING_DIGITS = 3;
const HUNDRED = new Decimal(100);

/** Of columns that neither a rate of execution nor a share of a total explains. */
export function provenRatios(input: TableInput): readonly ProvenRatio[] {
  const explained = new Set([...input.rates().filter(({ isBorneOut }) => isBorneOut).map(({ ratio }) => ratio), ...input.shares().filter(({ denominator }) => denominator !== null).map(({ ratio }) => ratio)].map(({ column }) => column.column));
  const open = percentColumns(input).filter(({ column }) => !explained.has(column.column));
  const columns = open.length === 0 ? [] : numericColumns(input);
  return open.flatMap((ratio) => {
    const candidates = columns.flatMap((part) => columns.filter((whole) => whole !== part && whole.unit === part.unit).flatMap((whole) => [false, true].map((isGrowth) => ({ ratio, part, whole, isGrowth }))));
    const proven = candidates.filter((candidate) => isLikely(input, candidate)).flatMap((candidate) => provenBy(input, candidate));
    const [best] = proven.sort((a, b) => a.misfits.size - b.misfits.size || distance(a) - distance(b));
    return best === undefined ? [] : [best];
  });
}

function percentColumns(input: TableInput): readonly RatioColumn[] {
  const known = input.ratios();
  const others = input.table.columns.filter((column) => column.role === null && IN_PERCENT.test(headerOf(column)));
  return [...known, ...others.map((column) => readRatioColumn(input.table, input.sheet, column, "rate", input.formatOf))];
}

const IN_PERCENT = /[%％]|率$|占比|比重|进度$|幅度?$|\brate$/iu;

/** Its figures stand near before a percentage. */
function distance({ ratio, part, whole }: Candidate): number {
  return [part, whole].reduce((sum, { column: { column } }) => sum + (column < ratio.column.column ? ratio.column.column - column : FAR), 0);
}

const FAR = 100;

type Candidate = Omit<ProvenRatio, "misfits">;

/** What fails by far in two of the first lines is another ratio. */
function isLikely({ table }: TableInput, { ratio, part, whole, isGrowth }: Candidate): boolean {
  return mayHold(table.rows.length, (i) => {
    const [a, b, printed] = [part.scaled[i] ?? NaN, whole.scaled[i] ?? NaN, (ratio.scaled[i] ?? NaN) / 10_000];
    if (Number.isNaN(a + b + printed) || b === 0) return null;
    const percent = ((isGrowth ? a - b : a) / b) * 100;
    return Math.abs(percent - printed) <= 2 * 10 ** -(ratio.places[i] ?? 0);
  });
}

function provenBy(input: TableInput, candidate: Candidate): readonly ProvenRatio[] {
  const { ratio, part, whole, isGrowth } = candidate;
  const [halfOfPart, halfOfWhole] = [createHalfDigitAt(input, part), createHalfDigitAt(input, whole)];
  const misfits = new Map<number, { printed: Decimal; expected: Decimal; part: Decimal; whole: Decimal }>();
  const told = new Set<string>();
  let lines = 0;
  input.table.rows.forEach(({ kind }, i) => {
    const [a, b] = [figureIn(part, i), figureIn(whole, i)];
    if (kind === "group" || Number.isNaN(ratio.scaled[i] ?? NaN) || typeof a === "string" || typeof b === "string" || b.isZero()) return;
    lines += 1;
    const printed = percentAt(ratio, i);
    const half = halfDigitOfPercent(ratio, i);
    const interval = percentInterval(a, halfOfPart(i), b, halfOfWhole(i));
    const more = isGrowth ? HUNDRED : 0;
    const isWithin = interval === null || (printed.plus(half).gte(interval.low.minus(more)) && printed.minus(half).lte(interval.high.minus(more)));
    if (!isWithin) misfits.set(i, { printed, expected: a.div(b).times(100).minus(more).toDecimalPlaces(Math.max(2, ratio.places[i] ?? 2), Decimal.ROUND_HALF_UP), part: a, whole: b });
    else if (!printed.eq(HUNDRED) && printed.toFixed(ratio.places[i] ?? 0).replace(/\D/gu, "").length >= TELLING_DIGITS) told.add(printed.toFixed());
  });
  return told.size >= FEWEST_TELLING && mayMiss(misfits.size, lines) ? [{ ...candidate, misfits }] : [];
}
