/** What a text's own figures leave in doubt, and the tables settle. */

import type { TextCheck } from "./outcome";

/**
 * Without rates that fail in the text alone while the rate and both amounts are a table's, which is checked itself: 批复预算400万元，支出420万元，执行率97.67%,
 * the rate of another budget of the table. Without shares, balances and rates of other amounts that the table's amounts bear out. And without parts that are not all, where the sum and each of them are a table's.
 */
export function withoutBorneOut(own: readonly TextCheck[], againstTables: readonly TextCheck[]): readonly TextCheck[] {
  const agreeing = new Set(againstTables.flatMap(({ severity, claims: [claim] }) => (severity === null && claim !== undefined ? [claim] : [])));
  const ratesOfOthers = new Set(againstTables.flatMap(({ kind, severity, claims: [claim] }) => (kind === "rate" && severity === null ? [claim] : [])));
  const isInDoubt = ({ kind, severity }: TextCheck): boolean => (kind === "rate" && severity === "error") || (kind === "parts" && severity === "info");
  const isOfOther = ({ kind, severity, claims: [claim] }: TextCheck): boolean => (severity === "error" || severity === "warning") && claim !== undefined && (kind === "rate" ? ratesOfOthers.has(claim) : (kind === "share" || kind === "balance") && agreeing.has(claim));
  return own.filter((check) => !isOfOther(check) && (!isInDoubt(check) || !check.claims.every((claim) => agreeing.has(claim))));
}
