/** What a text says of one line of a budget, gathered: its budget, what was spent, at what rate. */

import type { AmountClaim, Claim, Narrative, RateClaim, Subject } from "../claim";
import { isBudget, isWhole } from "../self-check/search";
import type { Called } from "./names";

export interface Statement {
  readonly subject: Subject;
  readonly budget: AmountClaim | null;
  readonly expenditure: AmountClaim | null;
  readonly rate: RateClaim | null;
}

/**
 * One for each subject of an item or a paragraph, in reading order, those of a list after 其中 too; of several figures
 * of a kind the first counts.
 */
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

/** 教育支出 in a list after 其中: a part of the sum above it, and the whole of its own line. */
function isNamedPart({ place, aspect, money, subject }: AmountClaim): boolean {
  return place === "part" && aspect === null && !money.approximate && subject.origin === "own";
}

export function calledIn({ subject, budget, expenditure }: Statement): Called {
  return { subject, labels: [expenditure?.label ?? "", budget?.label ?? ""] };
}

/** Everything that a text says figures, or changes of figures, of. */
export function allCalled(narrative: Narrative): readonly Called[] {
  const changed = narrative.claims.flatMap((claim) => (claim.kind === "adjustment" ? [{ subject: claim.item?.subject ?? claim.subject, labels: [] }] : []));
  return [...readStatements(narrative).map(calledIn), ...changed];
}

function fieldOf(claim: Claim): "budget" | "expenditure" | "rate" | null {
  if (claim.kind === "rate") return "rate";
  if (claim.kind !== "amount" || !(isWhole(claim) || isNamedPart(claim))) return null;
  return isBudget(claim) ? "budget" : claim.role === "expenditure" ? "expenditure" : null;
}
