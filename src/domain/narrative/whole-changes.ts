/** What a text tells of how the whole budget was changed. */

import type { AdjustmentClaim } from "./claim";
import type { TextCheck } from "./outcome";

/** Changes that lead to the figure which the text gives for the total of a table of adjusted budgets; as often as they are told. */
export function wholeChanges(checks: readonly TextCheck[]): AdjustmentClaim[] {
  const totals = new Set(checks.flatMap(({ kind, claims: [claim], values }) => (kind === "total" && values["role"] === "adjusted-budget" && claim !== undefined ? [claim] : [])));
  const results = checks.filter(({ kind, claims: [claim] }) => kind === "adjusted-budget" && claim !== undefined && totals.has(claim));
  return results.flatMap(({ claims }) => claims.filter((claim): claim is AdjustmentClaim => claim.kind === "adjustment"));
}
