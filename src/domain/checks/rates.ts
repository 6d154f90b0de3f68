/** Printed rates beside those that the amounts give: which budget a column divides by, and which rates fit none. */

import { Decimal, ZERO } from "../amounts/decimal";
import { budgetMeasure, expenditureMeasure, type Measure } from "../execution/basis";
import { createFigureAt, type Figure } from "../execution/columns";
import type { Basis } from "../execution/result";
import { createShowBudget } from "./execution-lines";
import type { TableInput, WorkbookInput } from "./input";
import { isPercentOf, recomputedPercent, scaledPercent } from "./percent";
import { createHalfDigitAt, percentInterval, type HalfDigitAt } from "./precision";
import { halfDigitOfPercent, percentAt, type RatioColumn } from "./ratios";
import { createShowAmount, type ShowAmount } from "./shown";

export interface JudgedRates {
  readonly ratio: RatioColumn;
  /** The budget that the column's rates are of: the one that more of them fit. */
  readonly basis: Basis;
  /** Whether any of its rates are of it. */
  readonly isBorneOut: boolean;
  /** Rates that are of no budget at hand, by index of the rows. */
  readonly misfits: ReadonlyMap<number, Misfit>;
  /** Lines whose rate is of the original budget and not of the adjusted one. */
  readonly onOriginal: ReadonlySet<number>;
  readonly showExpenditure: ShowAmount;
  readonly showBudget: ShowAmount;
}

export interface Misfit {
  readonly printed: Decimal;
  /** Recomputed, to the hundredth or as exactly as printed. */
  readonly expected: Decimal;
  readonly expenditure: Decimal;
  readonly budget: Decimal;
  /** Whether amounts that were rounded for printing could have given the printed rate. */
  readonly isWithinRounding: boolean;
}

/** A budget that rates may be of. */
interface Divisor {
  readonly basis: Basis;
  readonly at: (i: number) => Figure;
  /** The same in ten-thousandths, where that is quickly known; else NaN. */
  readonly scaledAt: (i: number) => number;
  readonly halfAt: () => HalfDigitAt;
  readonly show: ShowAmount;
}

/** No rates are judged where the table has no expenditure, or where its amounts cannot be put into one unit. */
export function judgeRates(input: TableInput, workbook: WorkbookInput): JudgedRates[] {
  const spent = expenditureMeasure(input.table);
  const ratios = input.ratios().filter(({ role }) => role === "rate");
  if (spent === null || ratios.length === 0) return [];
  const divisors = divisorsOf(input, workbook, spent);
  const expenditure = { ...figuresOf(input, spent), halfAt: () => halfDigitOf(input, spent), show: showIn(input, spent) };
  return divisors.length === 0 ? [] : ratios.map((ratio) => judgeColumn(input, ratio, expenditure, divisorsFor(ratio, divisors)));
}

/** The budget that the column's header names, where that is at hand. */
function divisorsFor({ column: { ofBudget } }: RatioColumn, divisors: readonly Divisor[]): readonly Divisor[] {
  const named = divisors.filter(({ basis }) => ofBudget === `${basis}-budget`);
  return named.length === 0 ? divisors : named;
}

function divisorsOf(input: TableInput, workbook: WorkbookInput, spent: Measure): Divisor[] {
  const own = (["adjusted", "original"] as const).flatMap((basis): Divisor[] => {
    const measure = budgetMeasure(input.table, basis);
    if (measure === null || measure.basis !== basis || !isOneUnit(input, [...measure.terms, ...spent.terms])) return [];
    return [{ basis, ...figuresOf(input, measure), halfAt: () => halfDigitOf(input, measure), show: showIn(input, measure) }];
  });
  const { execution } = input;
  if (own.length > 0 || execution === null) return own;
  const source = workbook.tables.find(({ table }) => table.id === execution.budgetFrom.tableId);
  const columns = execution.budgetFrom.columns.flatMap((at) => source?.table.columns.filter(({ column }) => column === at) ?? []);
  const halfOfJoined = (): HalfDigitAt => {
    // The joined line is another one there, so the column's usual precision stands for every line's.
    const half = source === undefined ? new Decimal("0.005") : halfDigitOf(source, { terms: columns.map((column) => ({ column, sign: 1 })), reason: execution.budgetFrom.reason })(null);
    return () => half;
  };
  return [{ basis: execution.basis, at: (i) => execution.rows[i]?.original?.budget ?? execution.rows[i]?.budget ?? "blank", scaledAt: () => NaN, halfAt: halfOfJoined, show: createShowBudget(input, workbook, execution) }];
}

function figuresOf(input: TableInput, measure: Measure): Pick<Divisor, "at" | "scaledAt"> {
  const [term, another] = measure.terms;
  const column = term === undefined || another !== undefined ? undefined : input.amounts().get(term.column.column);
  return { at: createFigureAt(measure, input.amounts()), scaledAt: (i) => column?.scaled[i] ?? NaN };
}

function showIn(input: TableInput, { terms }: Measure): ShowAmount {
  return createShowAmount(input, terms.map(({ column: { column } }) => column), input.unit);
}

function isOneUnit(input: TableInput, terms: Measure["terms"]): boolean {
  const units = new Set(terms.map(({ column }) => input.amounts().get(column.column)?.unit ?? null));
  return units.size === 1;
}

/** Of a sum of columns, their halves added up. */
function halfDigitOf(input: TableInput, { terms }: Measure): HalfDigitAt {
  const halves = terms.flatMap(({ column }) => {
    const amounts = input.amounts().get(column.column);
    return amounts === undefined ? [] : [createHalfDigitAt(input, amounts)];
  });
  return (i) => halves.reduce((sum, halfAt) => sum.plus(halfAt(i)), ZERO);
}

type Dividend = Omit<Divisor, "basis">;

/** "unknown": one of the two is no figure, or the budget is zero. */
type Fit = "fits" | "differs" | "unknown";

function judgeColumn({ table }: TableInput, ratio: RatioColumn, spent: Dividend, divisors: readonly Divisor[]): JudgedRates {
  const fits = divisors.map(() => 0);
  const open: number[] = [];
  let judged = 0;
  const onOriginal = new Set<number>();
  table.rows.forEach(({ kind }, i) => {
    if (kind === "group" || Number.isNaN(ratio.scaled[i] ?? NaN)) return;
    const found = divisors.map((divisor) => fitOf(ratio, i, spent, divisor));
    found.forEach((fit, k) => {
      if (fit === "fits") fits[k] = (fits[k] ?? 0) + 1;
    });
    if (found.some((fit) => fit !== "unknown")) judged++;
    if (found.includes("fits")) {
      if (found.some((fit, k) => fit === "differs" && divisors[k]?.basis === "adjusted")) onOriginal.add(i);
    } else if (found.includes("differs")) open.push(i);
  });
  const best = divisors.reduce((sofar, divisor, k) => ((fits[k] ?? 0) > (fits[divisors.indexOf(sofar)] ?? 0) ? divisor : sofar), divisors[0] as Divisor);
  const fitting = (i: number): boolean => !open.includes(i) && fitOf(ratio, i, spent, best) === "fits";
  const misfits = open.length === 0 ? new Map<number, Misfit>() : withoutLoneRounding(misfitsOf(open, ratio, spent, best), ratio, (places) => countsExact(table.rows.flatMap((_, i) => (fitting(i) ? [i] : [])), spent, best, places));
  const wrong = [...misfits.values()].filter(({ isWithinRounding }) => !isWithinRounding).length;
  const isOtherRatio = wrong > FEW_WRONG && wrong * 2 > judged;
  return { ratio, basis: best.basis, isBorneOut: Math.max(0, ...fits) > 0 && !isOtherRatio, onOriginal, showExpenditure: spent.show, showBudget: best.show, misfits: isOtherRatio ? new Map<number, Misfit>() : misfits };
}

/**
 * One rate alone is off by more than a digit, within what rounding of its amounts allows, while those of several other
 * lines are exact though rounding would allow as much of them: then the amounts are not rounded, and the rate is wrong.
 */
function withoutLoneRounding(misfits: Map<number, Misfit>, ratio: RatioColumn, exactOthers: (places: number) => number): Map<number, Misfit> {
  const [only] = misfits;
  if (only === undefined || misfits.size > 1) return misfits;
  const [i, misfit] = only;
  const places = ratio.places[i] ?? 0;
  const isOff = misfit.printed.minus(misfit.expected).abs().gte(digits(places, DIGITS_OFF));
  return !misfit.isWithinRounding || !isOff || exactOthers(places) < EXACT_OTHERS ? misfits : new Map([[i, { ...misfit, isWithinRounding: false }]]);
}

const DIGITS_OFF = 2;
const EXACT_OTHERS = 3;
/** Among so many lines are those that tell. */
const MOST_WITNESSES = 200;

function digits(places: number, count: number): Decimal {
  return new Decimal(count).div(new Decimal(10).pow(places));
}

/** Of these lines, whose rates are exact, how many rounding of their amounts could have put off by more than a digit. */
function countsExact(lines: readonly number[], spent: Dividend, budgetOf: Divisor, places: number): number {
  const [halfOfExpenditure, halfOfBudget] = [spent.halfAt(), budgetOf.halfAt()];
  return lines.slice(0, MOST_WITNESSES).filter((i) => {
    const [expenditure, budget] = [spent.at(i), budgetOf.at(i)];
    const interval = typeof expenditure === "string" || typeof budget === "string" || expenditure.isZero() || expenditure.eq(budget) ? null : percentInterval(expenditure, halfOfExpenditure(i), budget, halfOfBudget(i));
    return interval !== null && interval.high.minus(interval.low).gte(digits(places, 2 * DIGITS_OFF));
  }).length;
}

/** A column of which more than a few, and most, are of no budget at hand holds another ratio, of work done say, and nothing is said about it. */
const FEW_WRONG = 2;

/** Rounded as usual, whatever digits others of the column have: =ROUND(…,4) among figures that are not rounded. */
const USUAL_DECIMALS = 2;

function fitOf({ scaled, places }: RatioColumn, i: number, spent: Dividend, budget: Divisor): Fit {
  const printed = scaled[i] ?? NaN;
  const isRounded = printed % 10 ** (4 - USUAL_DECIMALS) === 0;
  const decimals = isRounded ? Math.min(places[i] ?? 0, USUAL_DECIMALS) : (places[i] ?? 0);
  const [part, whole] = [spent.scaledAt(i), budget.scaledAt(i)];
  const quick = scaledPercent(part, whole, decimals);
  if (quick !== null) return quick === printed ? "fits" : "differs";
  const [expenditure, amount] = [spent.at(i), budget.at(i)];
  if (typeof expenditure === "string" || typeof amount === "string" || amount.isZero()) return "unknown";
  return isPercentOf(printed, decimals, expenditure, amount) ? "fits" : "differs";
}

function misfitsOf(open: readonly number[], ratio: RatioColumn, spent: Dividend, budgetOf: Divisor): Map<number, Misfit> {
  const [halfOfExpenditure, halfOfBudget] = [spent.halfAt(), budgetOf.halfAt()];
  return new Map(open.flatMap((i): [number, Misfit][] => {
    const [expenditure, budget] = [spent.at(i), budgetOf.at(i)];
    if (typeof expenditure === "string" || typeof budget === "string" || budget.isZero()) return [];
    const printed = percentAt(ratio, i);
    const half = halfDigitOfPercent(ratio, i);
    const interval = percentInterval(expenditure, halfOfExpenditure(i), budget, halfOfBudget(i));
    return [[i, {
      printed, expenditure, budget,
      expected: recomputedPercent(expenditure, budget, ratio.places[i] ?? 2),
      isWithinRounding: interval === null || (printed.plus(half).gte(interval.low) && printed.minus(half).lte(interval.high)),
    }]];
  }));
}
