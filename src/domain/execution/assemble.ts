/** Rates, statuses and sums from the figures of both sides, wherever these were read. */

import type { Decimal } from "../amounts/decimal";
import type { Unit } from "../amounts/unit";
import type { Finding } from "../finding";
import { lacksAdjusted, type BudgetTable, type TableRow } from "../table";
import { changesOfRows, type LineAdjustment } from "./adjustment";
import type { Figure } from "./columns";
import { createExecutionRate } from "./rate";
import type { Basis, CutOff, ExecutionRow, FigureSource, NoRate, Rate, TableExecution } from "./result";
import { createSum } from "./scaled";
import { createStatusOf, type Thresholds } from "./status";

/** Choices that hold for every table. */
export interface ExecutionOptions {
  readonly basis: Basis;
  /** null: not known. */
  readonly cutOff: CutOff | null;
  readonly thresholds: Thresholds;
  /** Confirmed; they count where the adjusted budget is asked for and the table has the original one only. */
  readonly adjustments?: readonly LineAdjustment[];
}

export interface Sides {
  /** Its rows are the rows of the result. */
  readonly table: BudgetTable;
  readonly basis: Basis;
  readonly unit: Unit | null;
  /** Why the two sides cannot be put into one unit: then there are no rates. null where they can. */
  readonly incomparable: NoRate | null;
  readonly budgetFrom: FigureSource;
  readonly expenditureFrom: FigureSource;
  /** By index of the table's rows: the amount, or why there is none. */
  readonly budgetAt: (i: number) => Decimal | NoRate;
  readonly expenditureAt: (i: number) => Decimal | NoRate;
  /** The budget on the other basis, in the same unit, where a rate column asks for rates on it. */
  readonly otherBudgetAt: ((i: number) => Decimal | NoRate) | null;
  /** The sum of all budgets, where these are not simply those of the rows. */
  readonly budgetSum?: Decimal;
  /** The sum of all that was spent, likewise; null where a figure of it cannot be read. */
  readonly expenditureSum?: Decimal | null;
  /** Index of the table's own total row. */
  readonly total: number | null;
  readonly findings: readonly Finding[];
}

const NOT_SPENDING: Rate = { ok: false, why: "not-spending" };
const HOLDS_BALANCE: Rate = { ok: false, why: "holds-balance" };
const PARTIAL_BUDGET: Rate = { ok: false, why: "partial-budget" };

/** Of what was left over, of a total with it, and of a total of some lines' budgets; null for lines that may have a rate. */
function noRateOf({ kind, isBalance, isPartial }: TableRow, basis: Basis): Rate | null {
  if (isPartial === true && basis === "adjusted") return PARTIAL_BUDGET;
  return isBalance !== true ? null : kind === "total" ? HOLDS_BALANCE : NOT_SPENDING;
}

export function assembleExecution(sides: Sides, options: ExecutionOptions): TableExecution {
  const { cutOff, thresholds } = options;
  const { table, basis, unit, incomparable, budgetFrom, expenditureFrom, findings } = sides;
  const statusOf = createStatusOf(cutOff, thresholds);
  const rateOf = incomparable === null ? createExecutionRate() : () => ({ ok: false, why: incomparable }) as const;
  const changes = changesIn(sides, options);
  const budgets = createSum();
  const changed = createSum();
  const expenditures = createSum();
  let bodyRows = 0;
  const unknown = new Set<NoRate>(basis === "adjusted" && sides.budgetSum === undefined && lacksAdjusted(table) ? ["partial-budget"] : []);
  const rows = table.rows.map((each, i): ExecutionRow => {
    const { row, kind, code, name, isBalance, isIncome } = each;
    const printedBudget = sides.budgetAt(i);
    const change = typeof printedBudget === "string" ? undefined : changes.get(i);
    const budgetSide = typeof printedBudget === "string" || change === undefined ? printedBudget : printedBudget.plus(change);
    const expenditureSide = sides.expenditureAt(i);
    const budget = typeof budgetSide === "string" ? null : budgetSide;
    const expenditure = typeof expenditureSide === "string" ? null : expenditureSide;
    const rate = noRateOf(each, basis) ?? rateOf(expenditureSide, budgetSide);
    if (kind === "body" && isBalance !== true && isIncome !== true) {
      bodyRows++;
      for (const side of [budgetSide, expenditureSide]) if (side === "unreadable-budget" || side === "unreadable-expenditure") unknown.add(side);
      if (budget !== null) budgets.add(budget);
      if (change !== undefined) changed.add(change);
      if (expenditure !== null) expenditures.add(expenditure);
    }
    if (isIncome === true) return { row, kind, code, name, budget, expenditure, rate, status: rate.ok ? "unjudged" : "not-computable", isIncome };
    const line = { row, kind, code, name, budget, expenditure, rate, status: kind === "of-which" && budget === null ? "not-computable" : statusOf({ rate, budget, expenditure }) };
    if (typeof printedBudget === "string" || change === undefined || isBalance === true) return line;
    const originalRate = rateOf(expenditureSide, printedBudget);
    return { ...line, original: { budget: printedBudget, rate: originalRate, status: statusOf({ rate: originalRate, budget: printedBudget, expenditure }) } };
  });
  const change = changed.total();
  const budget = sides.budgetSum?.plus(change) ?? budgets.total();
  const expenditure = sides.expenditureSum ?? expenditures.total();
  if (sides.expenditureSum === null) unknown.add("unreadable-expenditure");
  // A sum without figures that stand there but cannot be read is none, and no base for a rate of the whole.
  const [why] = unknown;
  const rate: Rate = why === undefined ? rateOf(expenditure, budget) : { ok: false, why };
  const original = changes.size === 0 || unknown.has("unreadable-budget") ? {} : { original: { budget: budget.minus(change), rate: why === undefined ? rateOf(expenditure, budget.minus(change)) : rate } };
  const sum = { budget: unknown.has("unreadable-budget") || unknown.has("partial-budget") ? null : budget, expenditure: unknown.has("unreadable-expenditure") ? null : expenditure, rate, rows: bodyRows, ...original };
  const { otherBudgetAt } = sides;
  const otherRates = otherBudgetAt === null ? null : table.rows.map((each, i) => noRateOf(each, basis === "adjusted" ? "original" : "adjusted") ?? rateOf(sides.expenditureAt(i), otherBudgetAt(i)));
  const total = sides.total === null ? null : (rows[sides.total] ?? null);
  return { table, basis, unit, cutOff, budgetFrom, expenditureFrom, rows, otherRates, total, sum, findings };
}

function changesIn({ table, basis, unit }: Sides, { basis: asked, adjustments = [] }: ExecutionOptions): ReadonlyMap<number, Decimal> {
  return asked === "adjusted" && basis === "original" && unit !== null ? changesOfRows(table, adjustments, unit) : new Map();
}

export function budgetSide(figure: Figure): Decimal | NoRate {
  return figure === "blank" ? "no-budget" : figure === "unreadable" ? "unreadable-budget" : figure;
}

export function expenditureSide(figure: Figure): Decimal | NoRate {
  return figure === "blank" ? "no-expenditure-figure" : figure === "unreadable" ? "unreadable-expenditure" : figure;
}
