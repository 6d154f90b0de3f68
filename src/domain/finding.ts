/** Something worth a person's look, with the cell that proves it. Words come from the catalogs: `finding.<rule>`. */

import type { Place } from "../workbook/address";

export type Severity = "error" | "warning" | "info";

export interface Finding {
  /** Stable id of the rule, e.g. "total-mismatch". */
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  /** What it should be and what it is, as decimals in the table's unit (or percent), or null where that makes no sense. */
  readonly expected: string | null;
  readonly actual: string | null;
  /** What the message names besides; plain text or numbers. */
  readonly values: Readonly<Record<string, string | number>>;
}
