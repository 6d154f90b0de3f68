/** 批复预算400万元，支出420万元，执行率97.67%, all three as the table has them: the rate is of another budget of the table. */

import type { TextCheck } from "./outcome";

/** The text's own comparisons without rates that fail in it alone: rate and both amounts are a table's, which is checked itself. */
export function withoutBorneOut(own: readonly TextCheck[], againstTables: readonly TextCheck[]): readonly TextCheck[] {
  const agreeing = new Set(againstTables.flatMap(({ severity, claims: [claim] }) => (severity === null && claim !== undefined ? [claim] : [])));
  return own.filter(({ kind, severity, claims }) => kind !== "rate" || severity !== "error" || !claims.every((claim) => agreeing.has(claim)));
}
