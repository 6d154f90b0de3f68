/** A line of a table while it is being judged. */

import type { Reason, RowKind } from "../../table";

export interface Line {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  /** Spaces before the name; a full-width one counts two. */
  readonly indent: number;
  /** How much its label adds up; see totalRank. */
  readonly rank: 0 | 1 | 2 | 3;
  kind: RowKind;
  /** null on plain body lines. */
  reason: Reason | null;
}

export function mark(line: Line, kind: RowKind, reason: Reason): void {
  line.kind = kind;
  line.reason = reason;
}

export function markBody(line: Line): void {
  line.kind = "body";
  line.reason = null;
}
