/** Budget execution of one table: what computing gives and what writing, the pane and the CLI read. */

import type { Decimal } from "../amounts/decimal";
import type { Finding } from "../finding";
import type { BudgetTable, RowKind } from "../table";

/** Which budget a rate is of: 年初预算 or 调整后预算. */
export type Basis = "original" | "adjusted";

/** Why there is no rate. */
export type NoRate = "no-budget" | "zero-budget" | "negative-budget" | "unreadable-budget" | "no-expenditure-figure" | "unreadable-expenditure" | "unit-unknown";

/** Percent, half up at 0.01: 184.33 means 184.33 %. */
export type Rate = { readonly ok: true; readonly percent: Decimal } | { readonly ok: false; readonly why: NoRate };

export type Status = "over" | "unbudgeted" | "unspent" | "far-behind" | "behind" | "on-track" | "not-computable";

export interface ExecutionRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly code: string;
  readonly name: string;
  /** In the table's unit; null where the cell is blank or unreadable. */
  readonly budget: Decimal | null;
  readonly expenditure: Decimal | null;
  readonly rate: Rate;
  readonly status: Status;
}

export interface TableExecution {
  readonly table: BudgetTable;
  /** The basis really used: the other one if the chosen one has no column. */
  readonly basis: Basis;
  readonly rows: readonly ExecutionRow[];
  /** The table's own total row, as it stands. */
  readonly total: ExecutionRow | null;
  /** Sums of the body rows, always, whether or not the table prints a total. */
  readonly sum: { readonly budget: Decimal; readonly expenditure: Decimal; readonly rate: Rate; readonly rows: number };
  readonly findings: readonly Finding[];
}

/** Months elapsed ÷ 12 at the cut-off date, in percent: what 序时进度 means. */
export interface CutOff {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
