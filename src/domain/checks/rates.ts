/** Printed rates beside those that the amounts give: which budget a column divides by, and which rates fit none. */

import { Decimal } from "../amounts/decimal";
import { budgetMeasure, expenditureMeasure, type Measure } from "../execution/basis";
import { createFigureAt, type Figure } from "../execution/columns";
import type { Basis } from "../execution/result";
import type { TableInput, WorkbookInput } from "./input";
import { isPercentOf, roundedPercent } from "./percent";
import { createHalfDigitAt, percentInterval, type HalfDigitAt } from "./precision";
import { halfDigitOfPercent, percentAt, type RatioColumn } from "./ratios";

export interface JudgedRates {
  readonly ratio: RatioColumn;
  /** The budget that the column's rates are of: the one that more of them fit. */
  readonly basis: Basis;
  /** Rates that are of no budget at hand, by index of the rows. */
  readonly misfits: ReadonlyMap<number, Misfit>;
}

export interface Misfit {
  readonly printed: Decimal;
  /** Recomputed, with as many decimals as printed. */
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
  readonly halfAt: () => HalfDigitAt;
}

/** No rates are judged where the table has no expenditure, or where its amounts cannot be put into one unit. */
export function judgeRates(input: TableInput, workbook: WorkbookInput): JudgedRates[] {
  const spent = expenditureMeasure(input.table);
  const ratios = input.ratios().filter(({ role }) => role === "rate");
  if (spent === null || ratios.length === 0) return [];
  const divisors = divisorsOf(input, workbook, spent);
  const expenditureAt = createFigureAt(spent, input.amounts());
  return divisors.length === 0 ? [] : ratios.map((ratio) => judgeColumn(input, ratio, { at: expenditureAt, halfAt: () => halfDigitOf(input, spent) }, divisors));
}

function divisorsOf(input: TableInput, workbook: WorkbookInput, spent: Measure): Divisor[] {
  const own = (["adjusted", "original"] as const).flatMap((basis): Divisor[] => {
    const measure = budgetMeasure(input.table, basis);
    if (measure === null || measure.basis !== basis || !isOneUnit(input, [...measure.terms, ...spent.terms])) return [];
    return [{ basis, at: createFigureAt(measure, input.amounts()), halfAt: () => halfDigitOf(input, measure) }];
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
  return [{ basis: execution.basis, at: (i) => execution.rows[i]?.budget ?? "blank", halfAt: halfOfJoined }];
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
  return (i) => halves.reduce((sum, halfAt) => sum.plus(halfAt(i)), new Decimal(0));
}

function judgeColumn({ table }: TableInput, ratio: RatioColumn, spent: Omit<Divisor, "basis">, divisors: readonly Divisor[]): JudgedRates {
  const fits = divisors.map(() => 0);
  const open: number[] = [];
  table.rows.forEach(({ kind }, i) => {
    const printed = ratio.scaled[i] ?? NaN;
    if (Number.isNaN(printed) || kind === "group") return;
    const expenditure = spent.at(i);
    if (typeof expenditure === "string") return;
    let isFitting = false;
    let isJudged = false;
    divisors.forEach(({ at }, k) => {
      const budget = at(i);
      if (typeof budget === "string" || budget.isZero()) return;
      isJudged = true;
      if (!isPercentOf(printed, ratio.places[i] ?? 0, expenditure, budget)) return;
      isFitting = true;
      fits[k] = (fits[k] ?? 0) + 1;
    });
    if (isJudged && !isFitting) open.push(i);
  });
  const best = divisors.reduce((sofar, divisor, k) => ((fits[k] ?? 0) > (fits[divisors.indexOf(sofar)] ?? 0) ? divisor : sofar), divisors[0] as Divisor);
  const misfits = new Map<number, Misfit>();
  if (open.length > 0) {
    const [halfOfExpenditure, halfOfBudget] = [spent.halfAt(), best.halfAt()];
    for (const i of open) {
      const [expenditure, budget] = [spent.at(i), best.at(i)];
      if (typeof expenditure === "string" || typeof budget === "string" || budget.isZero()) continue;
      const printed = percentAt(ratio, i);
      const half = halfDigitOfPercent(ratio, i);
      const interval = percentInterval(expenditure, halfOfExpenditure(i), budget, halfOfBudget(i));
      misfits.set(i, {
        printed, expenditure, budget,
        expected: roundedPercent(expenditure, budget, ratio.places[i] ?? 2),
        isWithinRounding: interval === null || (printed.plus(half).gte(interval.low) && printed.minus(half).lte(interval.high)),
      });
    }
  }
  return { ratio, basis: best.basis, misfits };
}
