/** A text against itself: every figure that other figures of the text determine, recomputed exactly. */

import { finished } from "../steps";
import type { Narrative } from "./claim";
import { inPlainFigures, type TextCheck } from "./outcome";
import { checkAdjustedBudgets, checkBalances, checkChanges } from "./self-check/changes";
import { checkAdjustmentDates, checkCutOffs, checkDateOrder } from "./self-check/dates";
import { usualPrecision, type Precision } from "./self-check/printed";
import { checkRates, checkShares } from "./self-check/rates";
import { checkFormulas, checkLines, checkParts } from "./self-check/sums";
import { checkSlips, checkWholes } from "./self-check/wholes";

type SelfCheck = (narrative: Narrative, precision: Precision, cutOff: string | null) => readonly TextCheck[];

const SELF_CHECKS: readonly SelfCheck[] = [
  ({ claims }, precision) => checkRates(claims, precision),
  ({ claims }, precision) => checkShares(claims, precision),
  ({ claims }, precision) => checkParts(claims, precision),
  (narrative, precision) => checkLines(narrative, precision),
  ({ claims }, precision) => checkChanges(claims, precision),
  ({ claims }, precision, cutOff) => checkBalances(claims, precision, cutOff),
  ({ claims }, precision) => checkAdjustedBudgets(claims, precision),
  ({ claims }, precision) => checkFormulas(claims, precision),
  ({ claims }, precision) => checkWholes(claims, precision),
  ({ claims }) => checkSlips(claims),
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

/** The same, resting after each kind of comparison. */
export function* selfCheckInSteps(narrative: Narrative, cutOff: string | null): Generator<void, readonly TextCheck[]> {
  const precision = usualPrecision(narrative.claims);
  const checks: TextCheck[] = [];
  for (const check of SELF_CHECKS) {
    for (const found of check(narrative, precision, cutOff)) checks.push(found);
    yield;
  }
  for (const claims of narrative.foreign.values()) {
    const own = { ...narrative, claims };
    for (const found of SELF_CHECKS.flatMap((check) => check(own, usualPrecision(claims), cutOff))) checks.push(found);
    yield;
  }
  return checks.map(inPlainFigures);
}
