/** A text against itself: every figure that other figures of the text determine, recomputed exactly. */

import { finished } from "../steps";
import type { Claim, Narrative } from "./claim";
import { inPlainFigures, type TextCheck } from "./outcome";
import { isRest } from "./rests";
import { checkAdjustedBudgetAt, checkBalanceAt, checkChangeAt } from "./self-check/changes";
import { checkAdjustmentDates, checkCutOffs, checkDateOrder } from "./self-check/dates";
import { usualPrecision, type Precision } from "./self-check/printed";
import { checkRateAt, checkShareAt } from "./self-check/rates";
import { checkFormulas, checkLines, checkParts } from "./self-check/sums";
import { checkSlipAt, checkWholes } from "./self-check/wholes";

type SelfCheck = (narrative: Narrative, precision: Precision, cutOff: string | null) => readonly TextCheck[];
/** Of one claim among the others. */
type ClaimCheck = (claims: readonly Claim[], at: number, precision: Precision, cutOff: string | null) => readonly TextCheck[];

const SELF_CHECKS: readonly (SelfCheck | { readonly ofClaim: ClaimCheck })[] = [
  { ofClaim: checkRateAt },
  { ofClaim: checkShareAt },
  ({ claims }, precision) => checkParts(claims, precision),
  (narrative, precision) => checkLines(narrative, precision),
  { ofClaim: checkChangeAt },
  { ofClaim: checkBalanceAt },
  { ofClaim: checkAdjustedBudgetAt },
  ({ claims }, precision) => checkFormulas(claims, precision),
  ({ claims }, precision) => checkWholes(claims, precision),
  { ofClaim: checkSlipAt },
  ({ claims }, _, cutOff) => checkCutOffs(claims, cutOff),
  ({ claims }) => checkDateOrder(claims),
  ({ claims }) => checkAdjustmentDates(claims),
];

/**
 * All comparisons that were made, those that agree too (severity null).
 * `cutOff` is the document's cut-off day, YYYY-MM-DD, where it is known; else the one its text names most often.
 */
export function checkNarrative(narrative: Narrative, cutOff: string | null = null): readonly TextCheck[] {
  return finished(selfCheckInSteps(narrative, cutOff));
}

/** The same, resting after each kind of comparison, and after each slice of the claims. */
export function* selfCheckInSteps(narrative: Narrative, cutOff: string | null): Generator<void, readonly TextCheck[]> {
  const checks: TextCheck[] = [];
  for (const claims of [narrative.claims, ...narrative.foreign.values()]) {
    for (const check of yield* checksInSteps({ ...narrative, claims }, cutOff)) checks.push(check);
  }
  return checks.map(inPlainFigures);
}

function* checksInSteps(narrative: Narrative, cutOff: string | null): Generator<void, readonly TextCheck[]> {
  const { claims } = narrative;
  const precision = usualPrecision(claims);
  const checks: TextCheck[] = [];
  for (const check of SELF_CHECKS) {
    if (typeof check === "function") for (const found of check(narrative, precision, cutOff)) checks.push(found);
    else for (let at = 0; at < claims.length; at += 1) {
      for (const found of check.ofClaim(claims, at, precision, cutOff)) checks.push(found);
      if (isRest(at)) yield;
    }
    yield;
  }
  return checks;
}
