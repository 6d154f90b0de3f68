/** Budget execution of one table: what computing gives and what writing, the pane and the CLI read. */

import type { Decimal } from "../amounts/decimal";
import type { Unit } from "../amounts/unit";
import type { Finding } from "../finding";
import type { BudgetTable, Reason, RowKind } from "../table";

/** Which budget a rate is of: 年初预算 or 调整后预算. */
export type Basis = "original" | "adjusted";

/** Why there is no rate. */
export type NoRate =
  | "no-budget" | "zero-budget" | "negative-budget" | "unreadable-budget"
  | "no-expenditure-figure" | "unreadable-expenditure"
  /** The unit of one side is not known; the sides are in different ones. */
  | "unit-unknown" | "units-differ"
  /** Two tables: no line of the budget table has this line's code or name; more than one has; one has, but for several lines here. */
  | "unmatched" | "duplicate-key" | "shared-budget"
  /** Two tables: the code tells one line of the budget table, the name another. */
  | "name-conflict"
  /** What was left over: 年末结转和结余. */
  | "not-spending"
  /** What was spent and what was left over in one: 总计 below 年末结转和结余. */
  | "holds-balance"
  /** A total of adjusted budgets that leaves out lines whose own is left blank. */
  | "partial-budget";

/** Percent, half up at 0.01: 184.33 means 184.33 %. */
export type Rate = { readonly ok: true; readonly percent: Decimal } | { readonly ok: false; readonly why: NoRate };

/**
 * `within-budget`: not over, and whether it is behind is not said: the cut-off date is unknown, or nobody asks.
 * `unjudged`: more than the budget, where nobody asks whether that is too much; and income, of which nobody does.
 */
export type Status = "over" | "unbudgeted" | "unspent" | "far-behind" | "behind" | "on-track" | "within-budget" | "unjudged" | "not-computable";

export interface ExecutionRow {
  /** Row of the table's sheet, from zero. */
  readonly row: number;
  readonly kind: RowKind;
  readonly code: string;
  readonly name: string;
  /** In `TableExecution.unit`; null where the cell is blank or unreadable. */
  readonly budget: Decimal | null;
  readonly expenditure: Decimal | null;
  readonly rate: Rate;
  readonly status: Status;
  /** See `TableRow.isIncome`. */
  readonly isIncome?: true;
  /** The table's own budget, where the one above is that after changes which the text tells and a person confirmed. */
  readonly original?: OriginalLine;
}

/** What stands in the table, and the rate on it. */
export interface OriginalBudget {
  readonly budget: Decimal;
  readonly rate: Rate;
}

export interface OriginalLine extends OriginalBudget {
  readonly status: Status;
}

/** Where one side of the rates was read, and why there. */
export interface FigureSource {
  readonly tableId: string;
  readonly sheetId: string;
  readonly sheetName: string;
  /** Columns of that sheet, from zero; several where the figure is computed from them. */
  readonly columns: readonly number[];
  /** `reason.<code>` with what it names. */
  readonly reason: Reason;
}

export interface TableExecution {
  /** Where rates are written: for two tables, the one with the expenditure; the one with the budget where payments are added up on its lines. */
  readonly table: BudgetTable;
  /** The basis really used: the other one if the chosen one has no column. A row with an `original` is on the adjusted budget all the same. */
  readonly basis: Basis;
  /** The unit of all figures here; null is unknown. */
  readonly unit: Unit | null;
  readonly cutOff: CutOff | null;
  readonly budgetFrom: FigureSource;
  readonly expenditureFrom: FigureSource;
  /** Every row of the table in its order: body, group, subtotal and total rows. Count and list by `kind`. */
  readonly rows: readonly ExecutionRow[];
  /** By index of the rows the rates on the other budget, where a rate column of the table names that one and its figures are known. */
  readonly otherRates: readonly Rate[] | null;
  /** The table's own total row, as it stands; one of `rows`. */
  readonly total: ExecutionRow | null;
  /** Sums of the body rows that are spending, whether or not the table prints a total; null where a figure stands that cannot be read, for the others are not the whole. */
  readonly sum: { readonly budget: Decimal | null; readonly expenditure: Decimal | null; readonly rate: Rate; readonly rows: number; readonly original?: OriginalBudget };
  readonly findings: readonly Finding[];
}

/** The day up to which expenditure is counted (截至). Months from 1. */
export interface CutOff {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether a row is told why it has no rate: groups and subtotals carry no figures of their own, but their budget may be incomplete. */
export function isToldWhy({ kind, rate }: Pick<ExecutionRow, "kind" | "rate">): boolean {
  return !rate.ok && (kind === "body" || kind === "total" || rate.why === "partial-budget");
}

/** The rates on one of the two budgets, line by line; null where they are not known. */
export function ratesOn({ basis, rows, otherRates }: Pick<TableExecution, "basis" | "rows" | "otherRates">, wanted: Basis): readonly Rate[] | null {
  return wanted === basis ? rows.map(({ rate, original }) => original?.rate ?? rate) : otherRates;
}
