/** What a text says of one line of a budget, gathered: its budget, what was spent, at what rate. */

import type { AmountClaim, Claim, Narrative, RateClaim, Subject } from "../claim";
import { isBudget, isWhole } from "../self-check/search";

export interface Statement {
  readonly subject: Subject;
  readonly budget: AmountClaim | null;
  readonly expenditure: AmountClaim | null;
  readonly rate: RateClaim | null;
}

/** One for each subject of an item or a paragraph, in reading order; of several figures of a kind the first counts. */
export function readStatements({ claims }: Narrative): readonly Statement[] {
  const groups = new Map<string, Statement>();
  for (const claim of claims) {
    const field = fieldOf(claim);
    if (field === null || claim.subject.text === "") continue;
    const key = `${claim.item === null ? `p${claim.sentence.paragraph}` : `i${claim.item.paragraph}`}\n${claim.subject.text}`;
    const known = groups.get(key) ?? { subject: claim.subject, budget: null, expenditure: null, rate: null };
    if (known[field] === null) groups.set(key, { ...known, [field]: claim });
  }
  return [...groups.values()];
}

function fieldOf(claim: Claim): "budget" | "expenditure" | "rate" | null {
  if (claim.kind === "rate") return "rate";
  if (claim.kind !== "amount" || !isWhole(claim)) return null;
  return isBudget(claim) ? "budget" : claim.role === "expenditure" ? "expenditure" : null;
}
