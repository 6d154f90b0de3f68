/** Budgets and spending told in a currency that no table counts in: they are not compared, which is said once. */

import type { AmountClaim, Narrative } from "../claim";
import type { TextCheck } from "../outcome";
import { isBudget, isWhole } from "../self-check/search";
import { lineFinder } from "./by-name";
import type { KnownTable } from "./known";
import { isNameOfWhole } from "./whole";

/** Of a line of the tables or the whole; not where the sentence tells it in the tables' currency as well (（折合12万美元）). */
export function checkOtherCurrencies({ claims, foreign }: Narrative, tables: readonly KnownTable[]): readonly TextCheck[] {
  const counted = new Set(tables.map(({ currency }) => currency));
  const linesOf = lineFinder(tables);
  const toldBoth = new Set(claims.flatMap((claim) => (claim.kind === "amount" ? [claim.sentence.start] : [])));
  const first = [...foreign].flatMap(([currency, others]) => (counted.has(currency) ? [] : others)).find((claim): claim is AmountClaim => claim.kind === "amount"
    && isWhole(claim) && (isBudget(claim) || claim.role === "expenditure") && !toldBoth.has(claim.sentence.start)
    && (isNameOfWhole(claim.subject.text) || linesOf({ subject: claim.subject, labels: [claim.label] }).length > 0));
  return first === undefined ? [] : [{
    rule: "narrative-mismatch", kind: "other-currency", severity: "info", claims: [first], lines: [], expected: null, actual: null, values: { subject: first.subject.text },
  }];
}
