/** 预算调增为1300万元: a change that only the budget of the workbook tells how large it was. */

import type { Decimal } from "../../amounts/decimal";
import { convert, type Unit } from "../../amounts/unit";
import type { AdjustmentClaim, AmountClaim, Claim } from "../claim";
import { IS_NEW_AMOUNT } from "../claims/words";

/** What budgets are said to have come to, of lines of which no change is told: that is what such a sentence is. */
export function newAmounts(claims: readonly Claim[]): readonly AmountClaim[] {
  const changed = new Set(claims.flatMap((claim) => (claim.kind === "adjustment" ? [claim.subject.text] : [])));
  return claims.filter((claim): claim is AmountClaim => claim.kind === "amount" && claim.role === "adjusted-budget" && claim.place === "main" && !claim.money.approximate
    && IS_NEW_AMOUNT.test(claim.label) && !changed.has(claim.subject.text));
}

/** As a change of the budget in `unit`; null where it does not go the way that the verb says. */
export function changeTo(claim: AmountClaim, budget: Decimal, unit: Unit): AdjustmentClaim | null {
  const { money, label, figure, subject, sentence, span, item } = claim;
  const difference = money.value.minus(convert(budget, unit, money.unit));
  if (difference.isZero() || (UP.test(label) && difference.isNegative()) || (DOWN.test(label) && difference.isPositive())) return null;
  return {
    kind: "adjustment", direction: difference.isNegative() ? -1 : 1, money: { ...money, value: difference.abs() }, figure, label, isQuota: false, when: null, isOfOtherLine: false,
    subject, sentence, span, item, quote: { ...span, text: sentence.text.slice(span.start - sentence.start, span.end - sentence.start) },
  };
}

const UP = /增|追加|提高|上升/u;
const DOWN = /[减降]|压缩|收回/u;
