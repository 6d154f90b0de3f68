/** Printed shares beside those that the amounts give: what they are shares of is found by trying the totals at hand. */

import type { Decimal } from "../amounts/decimal";
import { convert } from "../amounts/unit";
import { figureIn, type AmountColumn } from "../execution/columns";
import { createSum, scaledDecimal } from "../execution/scaled";
import type { Shown } from "../finding";
import type { TableInput, WorkbookInput } from "./input";
import { isPercentOf, recomputedPercent, scaledPercent } from "./percent";
import { createHalfDigitAt, percentInterval } from "./precision";
import { showTotal, type PrintedTotal } from "./printed-totals";
import { halfDigitOfPercent, percentAt, type RatioColumn } from "./ratios";
import { amount } from "./shown";

export interface JudgedShares {
  readonly ratio: RatioColumn;
  /** null: the shares are of no total at hand. */
  readonly denominator: Denominator | null;
  /** Shares that do not follow from the amounts, by index of the rows. */
  readonly misfits: ReadonlyMap<number, ShareMisfit>;
}

export interface Denominator {
  /** The amounts that the shares are of. */
  readonly parts: AmountColumn;
  /** In the unit of the parts. */
  readonly whole: Decimal;
  /** Where the whole is printed; null where it is the sum of the rows. */
  readonly total: PrintedTotal | null;
}

/** The whole as its cell prints it, or in the unit that the amounts are printed in where it is their sum. */
export function showWhole({ parts, whole, total }: Denominator): Shown {
  return total === null ? amount(whole, parts.unit, parts.printedUnit) : showTotal(total);
}

export interface ShareMisfit {
  readonly printed: Decimal;
  readonly expected: Decimal;
  readonly part: Decimal;
  readonly isWithinRounding: boolean;
}

/** So many of the largest shares say what they are of; smaller ones fit too many totals. */
const MOST_WITNESSES = 24;
/** Of other tables' totals the first so many are tried: a workbook of a thousand tables is not searched a thousand times. */
const MOST_OTHER_TOTALS = 300;

export function judgeShares(input: TableInput, workbook: WorkbookInput): JudgedShares[] {
  const ratios = input.ratios().filter(({ role }) => role === "share");
  return ratios.map((ratio) => {
    const denominator = findDenominator(input, ratio, workbook.totals());
    return { ratio, denominator, misfits: denominator === null ? new Map<number, ShareMisfit>() : misfitsOf(input, ratio, denominator) };
  });
}

/** Of all amounts of the table and all totals, the pair that most of the largest shares fit; at least half of them must. */
function findDenominator(input: TableInput, ratio: RatioColumn, totals: readonly PrintedTotal[]): Denominator | null {
  const witnesses = witnessesOf(input, ratio);
  if (witnesses.length === 0) return null;
  let best: Denominator | null = null;
  let mostFits = Math.max(1, Math.ceil(witnesses.length / 2)) - 1;
  for (const parts of nearestFirst(input, ratio)) {
    const candidates = candidatesFor(input, parts, totals);
    const fits = countFits(candidates, impliedWholes(input, ratio, parts, witnesses));
    candidates.forEach((candidate, k) => {
      const count = fits[k] ?? 0;
      if (count <= mostFits) return;
      best = candidate;
      mostFits = count;
    });
  }
  return best;
}

/** Rows with the largest shares. */
function witnessesOf({ table }: TableInput, { scaled }: RatioColumn): number[] {
  const rows = table.rows.flatMap(({ kind }, i) => (kind === "body" && Math.abs(scaled[i] ?? NaN) > 0 ? [i] : []));
  return rows.sort((a, b) => Math.abs(scaled[b] ?? 0) - Math.abs(scaled[a] ?? 0)).slice(0, MOST_WITNESSES);
}

/** Shares stand to the right of their amounts. */
function nearestFirst(input: TableInput, { column }: RatioColumn): AmountColumn[] {
  const distance = ({ column: { column: at } }: AmountColumn): number => (at < column.column ? column.column - at : 10_000 + at);
  return [...input.amounts().values()].sort((a, b) => distance(a) - distance(b));
}

/** The nearest explanation first: the table's own total, the sum of its rows, its other totals, those of other tables. */
function candidatesFor(input: TableInput, parts: AmountColumn, totals: readonly PrintedTotal[]): Denominator[] {
  const ofTable = totals.filter(({ table }) => table === input);
  const ofOthers = totals.filter(({ table }) => table !== input).slice(0, MOST_OTHER_TOTALS);
  const candidate = (total: PrintedTotal): Denominator => ({ parts, whole: inUnitOf(parts, total), total });
  return [
    ...ofTable.filter(({ column }) => column === parts).map(candidate),
    { parts, whole: sumOf(input, parts), total: null },
    ...ofTable.filter(({ column }) => column !== parts).map(candidate),
    ...ofOthers.map(candidate),
  ].filter(({ whole }) => !whole.isZero());
}

function inUnitOf(parts: AmountColumn, { column, figure }: PrintedTotal): Decimal {
  return parts.unit === null || column.unit === null ? figure : convert(figure, column.unit, parts.unit);
}

function sumOf({ table }: TableInput, column: AmountColumn): Decimal {
  const sum = createSum();
  table.rows.forEach(({ kind }, i) => {
    const figure = kind === "body" ? figureIn(column, i) : "blank";
    if (typeof figure !== "string") sum.add(figure);
  });
  return sum.total();
}

/** For each witness the wholes of which its amount would have its share. */
function impliedWholes(input: TableInput, ratio: RatioColumn, parts: AmountColumn, witnesses: readonly number[]): [number, number][] {
  const halfAt = createHalfDigitAt(input, parts);
  return witnesses.flatMap((i) => {
    const part = figureIn(parts, i);
    if (typeof part === "string" || part.isZero()) return [];
    const interval = percentInterval(part, halfAt(i), percentAt(ratio, i), halfDigitOfPercent(ratio, i));
    return interval === null ? [] : [[interval.low.toNumber(), interval.high.toNumber()]];
  });
}

/** How many intervals hold each candidate's whole. Which total is meant needs no exact arithmetic; whether a share is right does. */
function countFits(candidates: readonly Denominator[], intervals: readonly [number, number][]): number[] {
  return candidates.map(({ whole }) => {
    const value = whole.toNumber();
    return intervals.filter(([low, high]) => value >= low && value <= high).length;
  });
}

function misfitsOf(input: TableInput, ratio: RatioColumn, { parts, whole, total }: Denominator): Map<number, ShareMisfit> {
  const misfits = new Map<number, ShareMisfit>();
  const scaledWhole = scaledDecimal(whole) ?? NaN;
  let precision: { readonly ofParts: (i: number | null) => Decimal; readonly ofWhole: Decimal } | null = null;
  input.table.rows.forEach(({ kind }, i) => {
    const scaled = ratio.scaled[i] ?? NaN;
    if (Number.isNaN(scaled) || kind === "group") return;
    const places = ratio.places[i] ?? 0;
    if (scaledPercent(parts.scaled[i] ?? NaN, scaledWhole, places) === scaled) return;
    const part = figureIn(parts, i);
    if (typeof part === "string" || isPercentOf(scaled, places, part, whole)) return;
    precision ??= { ofParts: createHalfDigitAt(input, parts), ofWhole: halfDigitOfWhole(input, parts, total) };
    const printed = percentAt(ratio, i);
    const half = halfDigitOfPercent(ratio, i);
    const interval = percentInterval(part, precision.ofParts(i), whole, precision.ofWhole);
    misfits.set(i, {
      printed, part,
      expected: recomputedPercent(part, whole, places),
      isWithinRounding: interval === null || (printed.plus(half).gte(interval.low) && printed.minus(half).lte(interval.high)),
    });
  });
  return misfits;
}

function halfDigitOfWhole(input: TableInput, parts: AmountColumn, total: PrintedTotal | null): Decimal {
  if (total === null) return createHalfDigitAt(input, parts)(null);
  const half = createHalfDigitAt(total.table, total.column)(total.table.totalRow());
  return parts.unit === null || total.column.unit === null ? half : convert(half, total.column.unit, parts.unit);
}
