/** What a text says of one line of a budget, gathered: its budget, what was spent, at what rate. */

import { subjectOfLine } from "../adjustments";
import type { AmountClaim, Claim, Narrative, RateClaim, Subject } from "../claim";
import { isBudget, isWhole } from "../self-check/search";
import type { Called } from "./names";

export interface Statement {
  readonly subject: Subject;
  readonly budget: AmountClaim | null;
  /** Of 年初预算 and 调整后预算 the one told second; null where only one is told. */
  readonly otherBudget: AmountClaim | null;
  readonly expenditure: AmountClaim | null;
  /** At most one of each basis. */
  readonly rates: readonly RateClaim[];
  /** Whether the text tells changes of its budget: its rates may be of the budget that these lead to. */
  readonly isChanged: boolean;
}

/**
 * One for each subject of an item or a paragraph, in reading order, those of a list after 其中 too; of several figures
 * of a kind the first counts, of rates the first of each budget. `isMeant` leaves figures out, of other years say.
 */
export function readStatements({ claims }: Narrative, isMeant: (claim: AmountClaim | RateClaim) => boolean = () => true): readonly Statement[] {
  const groups = new Map<string, Statement>();
  const changed = new Set(claims.flatMap((claim) => (claim.kind === "adjustment" ? [keyOf(claim, subjectOfLine(claim))] : [])));
  for (const claim of claims) {
    if (claim.subject.text === "" || (claim.kind !== "rate" && claim.kind !== "amount") || !isMeant(claim)) continue;
    const key = keyOf(claim, claim.subject);
    const known = groups.get(key) ?? { ...nothingOf(claim.subject), isChanged: changed.has(key) };
    const more = withFigure(known, claim);
    if (more !== known) groups.set(key, more);
  }
  return [...groups.values()];
}

/** All that `claims` tell, of one subject. */
export function statementOf(subject: Subject, claims: readonly (AmountClaim | RateClaim)[]): Statement {
  return claims.reduce(withFigure, nothingOf(subject));
}

function nothingOf(subject: Subject): Statement {
  return { subject, budget: null, otherBudget: null, expenditure: null, rates: [], isChanged: false };
}

function withFigure(known: Statement, claim: AmountClaim | RateClaim): Statement {
  return claim.kind === "rate" ? withRate(known, claim) : withAmount(known, claim);
}

function keyOf({ item, sentence }: Claim, subject: Subject): string {
  return `${item === null ? `p${sentence.paragraph}` : `i${item.paragraph}`}\n${subject.text}`;
}

function withRate(known: Statement, claim: RateClaim): Statement {
  return known.rates.some(({ basis }) => basis === claim.basis) ? known : { ...known, rates: [...known.rates, claim] };
}

function withAmount(known: Statement, claim: AmountClaim): Statement {
  if (!(isWhole(claim) || isNamedPart(claim))) return known;
  if (isBudget(claim)) return known.budget === null ? { ...known, budget: claim } : isOtherBudget(claim, known) ? { ...known, otherBudget: claim } : known;
  return claim.role === "expenditure" && known.expenditure === null ? { ...known, expenditure: claim } : known;
}

function isOtherBudget({ role }: AmountClaim, { budget, otherBudget }: Statement): boolean {
  return otherBudget === null && budget !== null && role !== budget.role && role !== "budget" && budget.role !== "budget";
}

/** 教育支出 in a list after 其中: a part of the sum above it, and the whole of its own line. */
function isNamedPart({ place, aspect, money, subject }: AmountClaim): boolean {
  return place === "part" && aspect === null && !money.approximate && subject.origin === "own";
}

export function calledIn({ subject, budget, expenditure }: Statement): Called {
  const label = expenditure?.label ?? "";
  // 教育支出完成91.88亿元.
  return { subject, labels: [label, ...(/^支出./u.test(label) ? ["支出"] : []), budget?.label ?? ""] };
}

/** Everything that a text says figures, or changes of figures, of. */
export function allCalled(narrative: Narrative): readonly Called[] {
  const changed = narrative.claims.flatMap((claim) => (claim.kind === "adjustment" ? [{ subject: subjectOfLine(claim), labels: [] }] : []));
  return [...readStatements(narrative).map(calledIn), ...changed];
}
