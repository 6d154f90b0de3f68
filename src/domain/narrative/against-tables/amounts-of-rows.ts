/** The amounts of a row, whatever their columns are, and what two of them come to. */

import type { Decimal } from "../../amounts/decimal";
import type { RateClaim, ShareClaim } from "../claim";
import { judgeQuotient } from "../self-check/printed";
import type { KnownFigure, KnownLine } from "./known";

export function amountsIn({ figures, others }: KnownLine): readonly KnownFigure[] {
  return [...Object.entries(figures).flatMap(([role, figure]) => (role === "rate" || role === "share" ? [] : [figure])), ...others];
}

/** 未支出: what no column tells, as it follows from two. */
export function leftIn({ figures: { expenditure, "adjusted-budget": adjusted, "original-budget": original } }: KnownLine): readonly Decimal[] {
  return expenditure === undefined ? [] : [adjusted, original].flatMap((budget) => (budget === undefined || budget.value.eq(expenditure.value) ? [] : [budget.value.minus(expenditure.value)]));
}

/** Both of one table. */
export function fits({ percent }: Pick<RateClaim | ShareClaim, "percent">, part: KnownFigure, whole: KnownFigure): boolean {
  const ratio = judgeQuotient(percent, { value: part.value, half: part.halfDigit }, { value: whole.value, half: whole.halfDigit });
  return ratio !== null && ratio.severity !== "error";
}
