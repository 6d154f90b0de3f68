/** A report's text, read once: its paragraphs, sentences and the year it speaks of. */

import type { Reason } from "../table";
import { dialectOf } from "./dialects/dialect";
import { fold } from "./text/fold";
import { readParagraphs, type Paragraph } from "./text/paragraphs";
import { readSentences, type Sentence } from "./text/sentences";

export interface NarrativeDocument {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** In reading order; only prose has any. */
  readonly sentences: readonly Sentence[];
  readonly year: DocumentYear | null;
}

/** The year that dates without one belong to. */
export interface DocumentYear {
  readonly year: number;
  /** `reason.text-year-title` or `reason.text-year-frequent` with { year }. */
  readonly reason: Reason;
}

export function readNarrative(text: string): NarrativeDocument {
  const plain = text.replace(/\r\n?/gu, (ending) => "\n".padStart(ending.length));
  const paragraphs = readParagraphs(plain);
  return { text, paragraphs, sentences: paragraphs.flatMap(readSentences), year: yearOf(paragraphs) };
}

/** The title's year, else the one named most often; of two named equally often, the later. */
function yearOf(paragraphs: readonly Paragraph[]): DocumentYear | null {
  const title = paragraphs[0];
  if (title?.kind === "heading") {
    const [year] = yearsIn(title.text);
    if (year !== undefined) return { year, reason: { code: "text-year-title", values: { year: String(year) } } };
  }
  const counts = new Map<number, number>();
  for (const paragraph of paragraphs) {
    for (const year of yearsIn(paragraph.text)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
  if (most === undefined) return null;
  return { year: most[0], reason: { code: "text-year-frequent", values: { year: String(most[0]) } } };
}

function yearsIn(text: string): readonly number[] {
  const folded = fold(text);
  return Array.from(folded.matchAll(dialectOf(folded).year), ({ groups }) => Number(groups?.["year"]));
}
