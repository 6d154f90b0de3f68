/** The reasons recognition gives, each worded in the catalogs as `reason.<code>`. */

import type { Reason } from "../table";

export const REASON_CODES = [
  /** Why a column has its role, or none. */
  "header", "header-likely", "header-to-date", "header-not-used", "header-unknown", "no-header", "chosen", "chosen-before",
  "plain-budget", "beside-budget", "beside-expenditure", "beside-original-budget", "sum-of-months", "amount-by-context", "amount-unclear",
  "parts-of-expenditure", "fund-part", "contract-as-budget", "unaudited", "ratio-is-rate", "rate-by-figures", "share-by-figures", "ratio-is-share", "rate-of-original-budget", "rate-of-adjusted-budget", "rate-of-missing-original-budget", "rate-of-missing-adjusted-budget", "name-by-content", "serial-number", "code-part", "part-of-amount", "part-added", "rate-of-part", "adjusted-empty", "rate-of-other-spending", "sum-of-columns", "budget-with-changes", "budget-with-changes-mostly", "budget-by-rest", "changes-together", "part-of-budget", "change-by-result", "change-likely", "comparison", "handed-out", "handed-out-only", "not-calculated-from", "holds-texts", "label-of-lines", "holds-numbers", "holds-codes", "other-year", "several-years", "part-of-year-plan", "part-of-year", "other-period", "period-added", "cumulative-by-figures", "after-cut-off", "beyond-cut-off", "income", "lines-are-measures", "other-pair", "role-taken",
  /** Where the unit is from. */
  "unit-in-columns", "unit-in-header", "unit-columns-differ", "unit-above", "unit-of-table-above", "unit-beside", "unit-below", "unit-in-sheet-name", "unit-of-stated-total", "unit-in-cells", "unit-chosen", "unit-chosen-before", "unit-not-counted", "unit-unknown",
  /** Why a row is no plain line. */
  "row-without-amounts", "row-of-which", "row-payment", "row-deduction", "row-code-parent", "row-outline-parent", "row-subtotal", "row-total", "row-total-with-rest", "row-sum-without-label", "row-sum-of-all", "row-chosen-total", "row-chosen-subtotal",
  /** What a person should look at. */
  "selected", "selected-instead",
  "doubt-several-totals", "doubt-rows-after-total", "doubt-rows-left-out", "doubt-total-without-label", "doubt-total-by-sums", "doubt-whole-differs", "doubt-outline-by-sums", "doubt-outline-by-most-sums", "doubt-lines-counted-twice", "doubt-total-displaced", "doubt-income", "doubt-lines-are-measures", "doubt-several-budgets", "doubt-several-expenditures", "doubt-spending-of-years", "doubt-amount-left-out", "doubt-rates-left-empty", "doubt-rate-beside", "doubt-other-pairs", "doubt-carried-left-out", "doubt-change-left-out", "doubt-unchanged", "doubt-further-payments", "doubt-payments-differ", "doubt-units-differ", "doubt-year-begins",
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** Doubts that end where a person says which column is the rate. */
export const OF_RATES: ReadonlySet<string> = new Set<ReasonCode>(["doubt-rates-left-empty", "doubt-rate-beside"]);
/** And those that end where they say which is the budget. */
export const OF_BUDGET: ReadonlySet<string> = new Set<ReasonCode>(["doubt-several-budgets"]);
/** Doubts that end where a person says which column is the spending; and all of those that end where they say which two columns count. */
export const OF_SPENDING: ReadonlySet<string> = new Set<string>([...OF_RATES, ...(["doubt-several-expenditures", "doubt-spending-of-years"] satisfies ReasonCode[])]);
export const OF_COUNTED: ReadonlySet<string> = new Set<string>([...OF_SPENDING, ...(["doubt-several-budgets", "doubt-amount-left-out", "doubt-other-pairs", "doubt-carried-left-out", "doubt-change-left-out", "doubt-unchanged"] satisfies ReasonCode[])]);

export function because(code: ReasonCode, values?: Readonly<Record<string, string | number>>): Reason {
  return values === undefined ? { code } : { code, values };
}
