/**
 * What people decided about a workbook's findings: which they dismissed and why, the reasons of deviations, the
 * settings of the checks and the report's text. Kept in the workbook's ledger beside the choices.
 */

import type { WriteStored } from "../workbook/edits";
import { EMPTY_LEDGER, readLedger, serialiseLedger } from "../workbook/ledger";
import { done, type Outcome } from "../workbook/problem";
import type { Snapshot } from "../workbook/snapshot";
import { reviewFromJson, reviewToJson } from "./review/json";
import { findingMarkId, lineMarkId, type FindingMark, type LineMark } from "./review/marks";
import { EMPTY_REVIEW, type ReasonCategory, type Review } from "./review/model";

export { mattersInSteps, reviewFindings, reviewMatters, type Matters, type ReviewedFinding } from "./review/findings";
export { reviewFromJson, reviewToJson } from "./review/json";
export { findingMarkId, isLine, lineMarkId, type FindingMark, type LineMark, type SheetMark } from "./review/marks";
export { mergeReviews } from "./review/merge";
export { adjustmentsOf, confirmationOf, isConfirmed } from "./review/confirmed";
export { COLOURS, EMPTY_REVIEW, REASON_CATEGORIES, type Colours, type ConfirmedAdjustment, type Dismissal, type Reason, type ReasonCategory, type ReportText, type Review } from "./review/model";

/** What the workbook holds; a record that cannot be read counts as empty. */
export function storedReview({ stored }: Pick<Snapshot, "stored">): Review {
  const ledger = readLedger(stored);
  return ledger.ok ? reviewFromJson(ledger.value.review) : EMPTY_REVIEW;
}

/**
 * The edit that keeps a review in the workbook; null where it holds the same. A damaged record is replaced. Fails with
 * `decisions-full`, and with `stored-newer` where a later version of the add-in keeps a record.
 */
export function keepReview(snapshot: Pick<Snapshot, "stored">, review: Review): Outcome<WriteStored | null> {
  const ledger = readLedger(snapshot.stored);
  if (!ledger.ok && ledger.problem.code !== "stored-damaged") return ledger;
  const json = reviewToJson(review);
  if (JSON.stringify(json) === JSON.stringify(reviewToJson(storedReview(snapshot)))) return done(null);
  const kept = serialiseLedger({ ...(ledger.ok ? ledger.value : EMPTY_LEDGER), review: json });
  return kept.ok ? done({ kind: "stored", expected: snapshot.stored, stored: kept.value }) : kept;
}

/** Dismissed with this note, in place of an earlier one. */
export function withDismissal(review: Review, mark: FindingMark, note: string, on: string): Review {
  return { ...review, dismissals: [...withoutDismissal(review, mark).dismissals, { mark, note, on }] };
}

export function withoutDismissal(review: Review, mark: FindingMark): Review {
  const id = findingMarkId(mark);
  return { ...review, dismissals: review.dismissals.filter((dismissal) => findingMarkId(dismissal.mark) !== id) };
}

/** A line's reason in place of the one before; without category and text it is removed. */
export function withReason(review: Review, line: LineMark, category: ReasonCategory | null, text: string): Review {
  const id = lineMarkId(line);
  const others = review.reasons.filter((reason) => lineMarkId(reason.line) !== id);
  return { ...review, reasons: category === null && text.trim() === "" ? others : [...others, { line, category, text }] };
}
