/** Figures of one currency say nothing of those of another: each is read, checked and compared by itself. */

import type { Currency } from "../amounts/currency";
import type { AmountClaim, Claim } from "./claim";
import type { Money } from "./text/figures";

export interface ClaimsByCurrency {
  /** In the workbook's currency, and what is in none. */
  readonly own: readonly Claim[];
  /** The other currencies, each with its claims, in the order in which they are first told. */
  readonly foreign: ReadonlyMap<Currency, readonly Claim[]>;
}

/** Rates and shares go with the money told right before them in their sentence. What joins two currencies is left out. */
export function byCurrency(claims: readonly Claim[], own: Currency): ClaimsByCurrency {
  const foreign = new Map<Currency, Claim[]>();
  const kept: Claim[] = [];
  let [sentence, ofSentence] = [-1, own];
  for (const claim of claims) {
    const [told, ...others] = new Set(moneyIn(claim).map((money) => money.currency));
    if (others.length > 0) continue;
    const currency = told ?? (sentence === claim.sentence.start ? ofSentence : own);
    if (claim.kind === "amount") [sentence, ofSentence] = [claim.sentence.start, currency];
    if (currency === own || claim.kind === "date") kept.push(claim);
    else pushTo(foreign, currency, claim);
  }
  return { own: kept, foreign };
}

function pushTo(groups: Map<Currency, Claim[]>, currency: Currency, claim: Claim): void {
  const known = groups.get(currency);
  if (known === undefined) groups.set(currency, [claim]);
  else known.push(claim);
}

function moneyIn(claim: Claim): readonly Money[] {
  const of = (...amounts: readonly (AmountClaim | null)[]): readonly Money[] => amounts.flatMap((amount) => amount?.money ?? []);
  switch (claim.kind) {
    case "amount": case "adjustment": return [claim.money];
    case "rate": return of(claim.budget);
    case "share": return of(claim.part.amount, claim.whole.amount);
    case "change": return [...of(claim.from, claim.to), ...(claim.money === null ? [] : [claim.money])];
    case "total": return of(claim.whole, ...claim.parts);
    case "formula": return of(claim.result);
    case "points": case "date": return [];
  }
}
