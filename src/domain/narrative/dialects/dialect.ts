/** How a language tells money, rates and dates in prose. To add a language, add a file like en.ts and list it here. */

import type { Subject } from "../claim";
import type { SentenceContext } from "../claims/context";
import type { SentenceFigures } from "../claims/figures";
import type { TextDate } from "../text/dates";
import { en } from "./en";
import { zh } from "./zh";

export interface TextDialect {
  /** Whether a folded sentence, or a title, is in this language. */
  readonly speaks: (folded: string) => boolean;
  /** Years that a text names, group `year`; for the year that it is about. */
  readonly year: RegExp;
  /** A date without a year takes the year of the date before it in the same sentence, else the document's. */
  readonly readDates: (folded: string, documentYear: number | null) => readonly TextDate[];
  /** The words directly before a day up to which figures are counted. */
  readonly cutOffBefore: RegExp;
  readonly readFigures: (context: SentenceContext) => SentenceFigures;
  /**
   * The line that a passage names in its first clause, its figures behind a comma or a full stop; null where that is no
   * name. "ends-like-one": by its own words; "says-nothing": enough behind a list number and before figures.
   */
  readonly leadingName: (context: SentenceContext, sign: "ends-like-one" | "says-nothing") => Subject | null;
}

/** The first that speaks a sentence reads it; the last reads everything. */
const DIALECTS: readonly [...TextDialect[], TextDialect] = [en, zh];

export function dialectOf(folded: string): TextDialect {
  return DIALECTS.find(({ speaks }) => speaks(folded)) ?? zh;
}
