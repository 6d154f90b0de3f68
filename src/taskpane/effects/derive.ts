/** What follows from a workbook as it was just read, for a session that may know it from before. */

import type { SheetWords } from "../../domain/execution/sheet-words";
import { choicesToJson } from "../../pipeline/choices";
import type { ComputeOptions } from "../../pipeline/compute";
import { choicesOfReview, prepareWriting, storedChoices, type Prepared } from "../../pipeline/prepare";
import { mergeReviews, storedReview, type Review } from "../../pipeline/review";
import { isSameWorkbook } from "../../pipeline/same";
import type { Snapshot } from "../../workbook/snapshot";
import type { Session } from "../state/session";

export interface Derived {
  readonly reading: Prepared;
  readonly choices: ComputeOptions;
  readonly review: Review;
  /** Nothing differs from the reading before that checks look at. */
  readonly isSame: boolean;
}

/** At first what the workbook keeps is in force; later what was chosen here, and what anybody decided since. */
export function derive(snapshot: Snapshot, session: Pick<Session, "reading" | "choices" | "review">, words: SheetWords): Derived {
  const stored = storedReview(snapshot);
  const review = session.reading === null ? stored : mergeReviews(storedReview(session.reading.snapshot), session.review, stored);
  const choices = { ...(session.reading === null ? storedChoices(snapshot) : session.choices), ...choicesOfReview(review) };
  const reading = prepareWriting(snapshot, choices, words);
  const isSame = session.reading !== null && isSameChoices(choices, session.choices) && isSameWorkbook(session.reading, reading);
  return { reading, choices, review, isSame };
}

function isSameChoices(a: ComputeOptions, b: ComputeOptions): boolean {
  return JSON.stringify([choicesToJson(a), a.thresholds, a.adjustments]) === JSON.stringify([choicesToJson(b), b.thresholds, b.adjustments]);
}
