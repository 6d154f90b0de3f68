/** Finding the figures that belong together: told of one subject, close to one another. */

import type { AmountClaim, AmountRole, Claim } from "../claim";

/** Claims looked through in either direction; texts tell what belongs together closer than that. */
export const WINDOW = 60;

const BUDGETS: ReadonlySet<AmountRole> = new Set<AmountRole>(["original-budget", "adjusted-budget", "budget"]);

export function isBudget(claim: AmountClaim): boolean {
  return BUDGETS.has(claim.role);
}

/** A whole sum told of its subject: no part, no payment of it, no denominator. */
export function isWhole(claim: AmountClaim): boolean {
  return claim.place === "main" && claim.aspect === null && !claim.money.approximate;
}

/** Whether one goes on where the other was: in one item, or in one paragraph outside items. */
export function isSameMatter(a: Claim, b: Claim): boolean {
  return a.item === b.item && (a.item !== null || a.sentence.paragraph === b.sentence.paragraph);
}

/** The nearest amount that fits: in the sentence before `at`, then behind it, then in what came before. */
export function nearestAmount(claims: readonly Claim[], at: number, fits: (claim: AmountClaim) => boolean): AmountClaim | null {
  const here = claims[at];
  if (here === undefined) return null;
  const inSentence = (claim: Claim): boolean => claim.sentence.start === here.sentence.start;
  return scan(claims, at, -1, inSentence, fits)
    ?? scan(claims, at, 1, inSentence, fits)
    ?? scan(claims, at, -1, (claim) => isSameMatter(claim, here), fits);
}

function scan(claims: readonly Claim[], at: number, step: 1 | -1, within: (claim: Claim) => boolean, fits: (claim: AmountClaim) => boolean): AmountClaim | null {
  for (let next = at + step, seen = 0; seen < WINDOW; next += step, seen += 1) {
    const claim = claims[next];
    if (claim === undefined || !within(claim)) return null;
    if (claim.kind === "amount" && fits(claim)) return claim;
  }
  return null;
}
