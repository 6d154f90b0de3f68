import { Decimal } from "../../amounts/decimal";
import { headerOf } from "../../execution/basis";
import { figureIn, type AmountColumn } from "../../execution/columns";
import { areInOneUnit } from "../../execution/differing-units";
import { columnOf, type Role } from "../../table";
import { lineCheck, NOTHING } from "../check";
import { findingOf } from "../findings";
import { lineName, placeAt, type TableInput } from "../input";
import { cellAmount } from "../shown";

/** 千元 or 万元 for 元. */
const FACTORS = [1_000, 10_000] as const;
/** A printed rate is the recomputed one times a factor if they agree this closely. */
const CLOSENESS = new Decimal("0.005");
/** Budgets of one line that are this many times apart were not adjusted, but entered in two units. */
const NO_ADJUSTMENT = 500;
/** A budget this many times larger than every other one of the table is odd enough to explain a tiny rate. */
const OUTLIER = 10;
const LEAST_OTHERS = 3;

/** Digits after the point that amounts have in any unit: 分. */
const USUAL_PLACES = 2;
/** What is spent of a budget once its unit is right: most of it, and no more. */
const LIKELY_PART = { least: 0.5, most: 1.01 } as const;

/** Which of a line's figures is out of place, and against which. */
interface Suspicion {
  readonly odd: AmountColumn;
  readonly other: AmountColumn;
}

/**
 * One line 1,000 or 10,000 times off its own other figures: spending that no overspending explains; two budgets
 * that no adjustment explains; a printed rate that is the recomputed one times the factor; a tiny rate of a
 * budget far above all others; or spending of more decimals than any other line's, which in another unit would be most
 * of the budget. A tiny rate alone proves nothing.
 */
export const unitSuspect = lineCheck<{ times: number }>({
  id: "unit-suspect",
  scope: "row",
  severities: ["warning"],
  parameters: { times: { kind: "number", default: 100, unit: "factor", min: 10, max: 10_000, source: "experience" } },
  find: (table, { times }) => {
    const suspicionAt = createSuspicionAt(table, times);
    return suspicionAt === null ? null : (i) => {
      const row = table.table.rows[i];
      const suspicion = row?.kind === "body" ? suspicionAt(i) : null;
      if (suspicion === null) return NOTHING;
      const { odd, other: against } = suspicion;
      const [figure, other] = [figureIn(odd, i), figureIn(against, i)];
      if (typeof figure === "string" || typeof other === "string") return NOTHING;
      return [findingOf({
        rule: "unit-suspect", severity: "warning", place: placeAt(table, i, odd.column.column), actual: figure,
        values: { name: lineName(row), column: headerOf(odd.column), figure: cellAmount(table, i, odd, figure), otherColumn: headerOf(against.column), other: cellAmount(table, i, against, other), factor: timesApart(figure, other) },
      })];
    };
  },
});

function createSuspicionAt(table: TableInput, times: number): ((i: number) => Suspicion | null) | null {
  const of = (role: Role): AmountColumn | null => {
    const column = columnOf(table.table, role);
    return column === null ? null : (table.amounts().get(column.column) ?? null);
  };
  const [original, adjusted, expenditure] = [of("original-budget"), of("adjusted-budget"), of("expenditure")];
  const budget = table.execution?.basis === "original" ? (original ?? adjusted) : (adjusted ?? original);
  const misfits = table.rates()[0]?.misfits ?? null;
  const isOutlier = budget === null ? null : createIsOutlier(table, budget);
  const tooFine = createTooFine(table);
  const misplaced = createMisplaced(table, [original, adjusted, expenditure].filter((column) => column !== null));
  const amongBudgets = (i: number): Suspicion | null => (original === null || adjusted === null ? null : misplaced(apart(original, adjusted, i, NO_ADJUSTMENT), i));
  if (budget === null || expenditure === null || isOutlier === null) return original === null || adjusted === null ? null : amongBudgets;
  return (i) => {
    const misfit = misfits?.get(i);
    const computed = misfit?.expenditure.div(misfit.budget).times(100);
    if (misfit !== undefined && computed !== undefined && areByUnits(misfit.printed, computed)) return misplaced(computed.gt(misfit.printed) ? { odd: expenditure, other: budget } : { odd: budget, other: expenditure }, i);
    const spent = apart(expenditure, budget, i, times);
    const tiny = spent?.odd === budget ? tooFine(expenditure, budget, i) : null;
    if (tiny !== null) return tiny;
    const isExplained = spent?.odd === budget && !(isOutlier(i) && quotientOf(budget, expenditure, i) >= NO_ADJUSTMENT);
    return spent === null || isExplained ? amongBudgets(i) : misplaced(spent, i);
  };
}

function apart(a: AmountColumn, b: AmountColumn, i: number, least: number): Suspicion | null {
  const quotient = quotientOf(a, b, i);
  if (quotient >= least) return { odd: a, other: b };
  return quotient > 0 && quotient <= 1 / least ? { odd: b, other: a } : null;
}

/**
 * Of two figures that are too far apart, either may be out of place, the larger as well as the smaller: the one that stands alone
 * beside the line's third figure, else the one further from what is usual in its column; else it stays as suspected.
 */
function createMisplaced({ table }: TableInput, figures: readonly AmountColumn[]): (suspicion: Suspicion | null, i: number) => Suspicion | null {
  const usual = new Map<AmountColumn, number>();
  const offUsual = (column: AmountColumn, i: number): number => {
    if (!usual.has(column)) usual.set(column, usualAmount(table, column));
    return distance(column.scaled[i] ?? NaN, usual.get(column) ?? NaN);
  };
  return (suspicion, i) => {
    if (suspicion === null) return null;
    const { odd, other } = suspicion;
    const swapped = { odd: other, other: odd };
    const third = figures.find((column) => column !== odd && column !== other);
    const [fromOdd, fromOther] = [odd, other].map((column) => distance(column.scaled[i] ?? NaN, third?.scaled[i] ?? NaN));
    if (fromOdd !== undefined && fromOther !== undefined && Math.min(fromOdd, fromOther) <= ALIKE) return fromOdd < fromOther ? swapped : suspicion;
    return offUsual(other, i) > offUsual(odd, i) ? swapped : suspicion;
  };
}

/** Figures of one line within this many times are in one unit. */
const ALIKE = 10;
const LEAST_AMOUNTS = 3;

/** How many times two amounts are apart; NaN where either is not positive. */
function distance(a: number, b: number): number {
  return a > 0 && b > 0 ? Math.max(a, b) / Math.min(a, b) : NaN;
}

/** The amount in the middle of a column; NaN where it has too few. */
function usualAmount({ rows }: TableInput["table"], { scaled }: AmountColumn): number {
  const amounts = scaled.filter((amount, i) => amount > 0 && rows[i]?.kind === "body").sort();
  return amounts.length < LEAST_AMOUNTS ? NaN : (amounts[amounts.length >> 1] ?? NaN);
}

/** 0 where either holds no positive amount. How far two figures are apart needs no exact arithmetic. */
function quotientOf(a: AmountColumn, b: AmountColumn, i: number): number {
  const [x, y] = [a.scaled[i] ?? NaN, b.scaled[i] ?? NaN];
  return areInOneUnit(a, b) && x > 0 && y > 0 ? x / y : 0;
}

/** To one digit: 8,170 times is about 8,000. */
function timesApart(a: Decimal, b: Decimal): number {
  const [less, more] = a.abs().lt(b.abs()) ? [a.abs(), b.abs()] : [b.abs(), a.abs()];
  return more.div(less).toSignificantDigits(1).toNumber();
}

/** Whether a line's spending is finer than that of all others, and nearly its budget in another unit. The others are looked at when a line first asks. */
function createTooFine({ table }: TableInput): (expenditure: AmountColumn, budget: AmountColumn, i: number) => Suspicion | null {
  let linesByPlaces: readonly number[] | null = null;
  return (expenditure, budget, i) => {
    const places = placesOf(expenditure.scaled[i] ?? NaN);
    const part = quotientOf(expenditure, budget, i);
    const isExplained = FACTORS.some((times) => part * times >= LIKELY_PART.least && part * times <= LIKELY_PART.most);
    if (places <= USUAL_PLACES || !isExplained) return null;
    linesByPlaces ??= countPlaces(table, expenditure);
    const asFine = linesByPlaces.slice(places).reduce((sum, lines) => sum + lines, 0);
    return asFine > 1 ? null : { odd: expenditure, other: budget };
  };
}

/** How many lines have amounts of no decimals, one, two, three and four. */
function countPlaces({ rows }: TableInput["table"], { scaled }: AmountColumn): readonly number[] {
  const lines = [0, 0, 0, 0, 0];
  rows.forEach(({ kind }, i) => {
    const amount = scaled[i] ?? NaN;
    if (kind === "body" && !Number.isNaN(amount)) lines[placesOf(amount)] = (lines[placesOf(amount)] ?? 0) + 1;
  });
  return lines;
}

const WITH_PLACES = [10_000, 1_000, 100, 10, 1];

/** Decimals of an amount in ten-thousandths; 0 where there is none. */
function placesOf(scaled: number): number {
  return Math.max(0, WITH_PLACES.findIndex((unit) => scaled % unit === 0));
}

/** Whether one is the other in another unit. */
function areByUnits(printed: Decimal, computed: Decimal): boolean {
  if (!printed.gt(0) || !computed.gt(0)) return false;
  const quotient = computed.gt(printed) ? computed.div(printed) : printed.div(computed);
  return FACTORS.some((factor) => quotient.div(factor).minus(1).abs().lte(CLOSENESS));
}

function createIsOutlier({ table }: TableInput, { scaled }: AmountColumn): (i: number) => boolean {
  let [largest, second, lines] = [0, 0, 0];
  table.rows.forEach(({ kind }, i) => {
    const amount = kind === "body" ? (scaled[i] ?? NaN) : NaN;
    if (Number.isNaN(amount)) return;
    lines++;
    if (amount > largest) [largest, second] = [amount, largest];
    else if (amount > second) second = amount;
  });
  return (i) => lines > LEAST_OTHERS && scaled[i] === largest && largest >= OUTLIER * second;
}
