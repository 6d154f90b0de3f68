/** A rate of the text against a line's figures: the budget that the text names decides which rate is meant. */

import type { Decimal } from "../../amounts/decimal";
import type { Severity } from "../../finding";
import type { RateClaim } from "../claim";
import { judgeQuotient, type Ratio } from "../self-check/printed";
import type { Percent } from "../text/figures";
import { SAYS_ADJUSTED } from "../self-check/changes";
import type { KnownFigure, KnownLine } from "./known";

/** The rate that a table prints, or one that its amounts come to on one of its budgets. */
export type RateRole = "rate" | "original-rate" | "adjusted-rate";

export interface JudgedRate {
  readonly role: RateRole;
  /** null: it agrees. "info": what rounding of the table's amounts allows. */
  readonly severity: Severity | null;
  /** In percent. */
  readonly expected: Decimal;
}

const BUDGETS = ["adjusted-budget", "original-budget"] as const;
type Budget = (typeof BUDGETS)[number];
const RATE_ON: Readonly<Record<Budget, RateRole>> = { "adjusted-budget": "adjusted-rate", "original-budget": "original-rate" };

interface RateOn {
  readonly budget: Budget;
  readonly ratio: Ratio;
}

/**
 * null where nothing can be compared: 完成年初预算的98% beside a table that has the adjusted budget alone. A rate that is
 * the table's own agrees, whatever budget the text calls it of; so does one that the table's amounts come to.
 */
export function judgeRate(claim: RateClaim, figures: KnownLine["figures"]): JudgedRate | null {
  const { percent } = claim;
  const { rate: printed, expenditure } = figures;
  if (percent.approximate) return null;
  if (printed !== undefined && isSamePercent(percent, printed)) return { role: "rate", severity: null, expected: printed.value };
  const rates = budgetsMeant(claim, figures).flatMap((budget): RateOn[] => {
    const ratio = ratioOf(percent, expenditure, figures[budget]);
    return ratio === null ? [] : [{ budget, ratio }];
  });
  const near = rates.find(({ ratio }) => ratio.severity === null) ?? rates.find(({ ratio }) => ratio.severity === "info");
  if (near !== undefined) return { role: RATE_ON[near.budget], severity: near.ratio.severity, expected: near.ratio.expected };
  const [first] = rates;
  if (printed !== undefined && (claim.basis === "budget" || rates.some(({ ratio }) => isWithin(printed, ratio)))) return { role: "rate", severity: "error", expected: printed.value };
  return first === undefined ? null : { role: RATE_ON[first.budget], severity: "error", expected: first.ratio.expected };
}

/** 全年预算 is the original one where nothing else is known. */
function budgetsMeant({ basis, label }: RateClaim, figures: KnownLine["figures"]): readonly Budget[] {
  const known = BUDGETS.filter((budget) => figures[budget] !== undefined);
  if (basis === "budget") return known;
  if (basis === "original-budget" || known.includes("adjusted-budget")) return known.filter((budget) => budget === basis);
  const original = figures["original-budget"];
  return original !== undefined && isOnlyOriginal(original, label) ? [] : known;
}

/** A column of 年初预算 beside words of a budget that was changed. */
export function isOnlyOriginal({ isNamed }: KnownFigure, label: string): boolean {
  return isNamed && SAYS_ADJUSTED.test(label);
}

function ratioOf(percent: Percent, expenditure: KnownFigure | undefined, budget: KnownFigure | undefined): Ratio | null {
  if (expenditure === undefined || budget === undefined) return null;
  return judgeQuotient(percent, { value: expenditure.value, half: expenditure.halfDigit }, { value: budget.value, half: budget.halfDigit });
}

/** Equal as far as the less exact of the two is printed. */
export function isSamePercent({ value, decimals }: Percent, printed: KnownFigure): boolean {
  if (printed.value.toDecimalPlaces(decimals).eq(value)) return true;
  const half = printed.halfDigit;
  return value.decimalPlaces() > half.decimalPlaces() - 1 && value.minus(printed.value).abs().lte(half);
}

/** Whether a printed rate is of this budget. */
function isWithin({ value, halfDigit }: KnownFigure, { low, high }: Ratio): boolean {
  return value.plus(halfDigit).gte(low) && value.minus(halfDigit).lte(high);
}
