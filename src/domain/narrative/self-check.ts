/** A text against itself: every figure that other figures of the text determine, recomputed exactly. */

import type { Narrative } from "./claim";
import type { TextCheck } from "./outcome";
import { checkAdjustedBudgets, checkBalances, checkChanges } from "./self-check/changes";
import { checkAdjustmentDates, checkCutOffs, checkDateOrder } from "./self-check/dates";
import { usualPrecision } from "./self-check/printed";
import { checkRates, checkShares } from "./self-check/rates";
import { checkFormulas, checkLines, checkParts } from "./self-check/sums";
import { checkSlips, checkWholes } from "./self-check/wholes";

/**
 * All comparisons that were made, those that agree too (severity null).
 * `cutOff` is the document's cut-off day, YYYY-MM-DD, where it is known; else the one its text names most often.
 */
export function checkNarrative(narrative: Narrative, cutOff: string | null = null): readonly TextCheck[] {
  const { claims } = narrative;
  const precision = usualPrecision(claims);
  return [
    ...checkRates(claims, precision),
    ...checkShares(claims, precision),
    ...checkParts(claims, precision),
    ...checkLines(narrative, precision),
    ...checkChanges(claims, precision),
    ...checkBalances(claims, precision),
    ...checkAdjustedBudgets(claims, precision),
    ...checkFormulas(claims, precision),
    ...checkWholes(claims, precision),
    ...checkSlips(claims),
    ...checkCutOffs(claims, cutOff),
    ...checkDateOrder(claims),
    ...checkAdjustmentDates(claims),
  ];
}
