/** English, as budget execution reports are written for readers abroad. */

import type { TextDialect } from "./dialect";
import { readDates } from "./en/dates";
import { readSentenceFigures } from "./en/claims";
import { leadingName } from "./en/subject";

const HAN = /\p{Script=Han}/u;
const WORD = /[A-Za-z]{3}/u;

export const en: TextDialect = {
  speaks: (folded) => !HAN.test(folded) && WORD.test(folded),
  year: /\b(?:FY ?)?(?<year>(?:19|20)\d{2})\b(?![,.]?\d)/gu,
  readDates,
  cutOffBefore: /\b(?:as of|as at|up to|until|through|by)(?: the)?(?: end of)? $/iu,
  readFigures: readSentenceFigures,
  leadingName,
};
