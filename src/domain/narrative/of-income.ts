/** Rates told right behind income: 收入813.97万元，完成预算的102.21%；支出721.28万元，完成预算的99.30%. */

import type { AmountClaim, Claim } from "./claim";
import { WINDOW } from "./self-check/search";

/** 全县一般公共预算收入完成18.62亿元，为预算的101.2%: of what came in. */
export function isOfIncome(claims: readonly Claim[], at: number): boolean {
  const told = amountBefore(claims, at);
  return told !== null && (told.role === "income" || ENDS_IN_INCOME.test(told.sentence.text.slice(0, told.figure.start - told.sentence.start)));
}

/** The amount told last before a figure, in its sentence. */
export function amountBefore(claims: readonly Claim[], at: number): AmountClaim | null {
  const here = claims[at];
  if (here?.kind !== "rate") return null;
  return claims.slice(Math.max(0, at - WINDOW), at).findLast((claim): claim is AmountClaim => claim.kind === "amount" && claim.sentence.start === here.sentence.start && claim.place !== "base" && claim.figure.end <= here.figure.start) ?? null;
}

const ENDS_IN_INCOME = /收入(?:累计)?(?:完成|实现)?(?:数|额|为|了)?$/u;

/** Those whose sentence tells spending, too: never the rate of that. Where it tells income alone, the table may be one of income. */
export function ratesBesideSpending(claims: readonly Claim[]): ReadonlySet<Claim> {
  const spending = new Set(claims.flatMap((claim) => (claim.kind === "amount" && claim.role === "expenditure" ? [claim.sentence.start] : [])));
  return new Set(claims.filter((claim, at) => claim.kind === "rate" && spending.has(claim.sentence.start) && isOfIncome(claims, at)));
}
