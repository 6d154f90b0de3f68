/** How grave it is that two figures differ which must agree. */

import type { Decimal } from "./amounts/decimal";
import type { Severity } from "./finding";

/** Beyond the tolerance, one unit of the last printed digit as a rule, an error, at it a warning, below it information; null where the figures agree. */
export function severityOfDifference(difference: Decimal, tolerance: Decimal): Severity | null {
  if (difference.isZero()) return null;
  const size = difference.abs().cmp(tolerance);
  return size > 0 ? "error" : size === 0 ? "warning" : "info";
}
