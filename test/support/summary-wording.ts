/** The summary's words, as the pane and the ribbon hand them to what builds it. */

import { keptWords } from "../../src/i18n/sheet-words";
import { summaryWords } from "../../src/i18n/summary-words";
import { createTranslator } from "../../src/i18n/catalogs";
import type { Locale } from "../../src/i18n/translate";
import type { SummaryWording } from "../../src/pipeline/summary";

export function summaryWording(locale: Locale = "zh-CN"): SummaryWording {
  const words = createTranslator(locale);
  return { summary: summaryWords(words), kept: keptWords(words) };
}
