/** The checks of one run, with the settings and decisions in force. */

import { checkExecution, type CheckOutcome } from "../pipeline/check";
import { ownColumnsOf } from "../pipeline/own-columns";
import type { Prepared } from "../pipeline/prepare";
import { reviewFindings, type Review, type ReviewedFinding } from "../pipeline/review";

export interface Checked {
  readonly outcome: CheckOutcome;
  /** The findings, with what was decided about each. */
  readonly reviewed: readonly ReviewedFinding[];
}

/** `text` is the report's; null: there is none. */
export function checkPrepared({ snapshot, execution, plan }: Prepared, review: Review, text: string | null): Checked {
  const { settings, confirmed } = review;
  const outcome = checkExecution(snapshot, execution, { settings, text, confirmed, ownColumns: ownColumnsOf(plan) });
  return { outcome, reviewed: reviewFindings(outcome.findings, execution.tables, snapshot, review) };
}
