/** 勾稽: two figures that must agree, and whether they do. Every comparison made is kept, the passed ones too. */

import type { Place } from "../../workbook/address";
import type { Unit } from "../amounts/unit";
import type { Severity } from "../finding";

/** What ties the two figures together; catalog key `reconciliation.<kind>`. */
export type ReconciliationKind =
  /** A printed total, and the sum of its rows. */
  | "total"
  /** 合计, and 基本支出 + 项目支出. */
  | "parts"
  /** What was spent in a quarter, a half or the year, and the shorter periods in it. */
  /** A column, and others that the figures show it to be made up of. */
  | "sums"
  | "periods"
  /** 结余, and the budget less what was spent of it. */
  | "balance"
  /** 调整后预算, and 年初预算 + 调增 − 调减 + 指标调整. */
  | "adjustment"
  /** A printed total of shares, and their sum. */
  | "share-total"
  /** The same line in two tables; the same total in two tables. */
  | "same-line" | "same-total"
  /** A line, and the lines of its function in another table. */
  | "grouped"
  /** A line, and adjacent lines of another table with that sum (one line under another name, if it is one). */
  | "adjacent-sum";

export interface Side {
  /** The cells the figure comes from; several where it is a sum. Adjacent cells are one place. */
  readonly places: readonly Place[];
  /** Cells that are taken away from those: 调减. Left out for none. */
  readonly taken?: readonly Place[];
  /** What words add to the cells, as a decimal: changes that the report's text tells. */
  readonly told?: string;
  /** Whose figure it is: a line's name, or the column's header for a total. */
  readonly label: string;
  readonly figure: string;
}

export interface Reconciliation {
  readonly kind: ReconciliationKind;
  /** How many comparisons it stands for: 1, or the lines of a long table that passed, with the sums of both sides. */
  readonly lines: number;
  /** The figure that is put to the test. */
  readonly left: Side;
  /** What it is compared with: a sum, or the other table's figure. */
  readonly right: Side;
  /** left − right, as a decimal. */
  readonly difference: string;
  /** Of both figures; null where the workbook does not say. Shares are in percent. */
  readonly unit: Unit | "percent" | null;
  /** "info": they agree but for rounding, or are tied by nothing but an equal sum and want a person's word. */
  readonly outcome: "passed" | "failed" | "info";
}

/** Of more lines than these in one comparison of columns, those that pass are kept as one, with their sums. */
export const MOST_SINGLE_LINES = 1_000;

export function outcomeOf(severity: Severity | null): Reconciliation["outcome"] {
  if (severity === null) return "passed";
  return severity === "info" ? "info" : "failed";
}
