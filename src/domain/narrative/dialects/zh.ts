/** Chinese, as finance offices write their reports. */

import { CUT_OFF_WORDS } from "../claims/subject";
import { readSentenceFigures } from "../claims/figures";
import { leadingName } from "../claims/leading-name";
import { readDates } from "../text/dates";
import type { TextDialect } from "./dialect";

export const zh: TextDialect = {
  speaks: () => true,
  year: /(?<!\d)(?<year>(?:19|20)\d{2})\s?年/gu,
  readDates,
  cutOffBefore: new RegExp(`(?:${CUT_OFF_WORDS.join("|")})$`, "u"),
  readFigures: readSentenceFigures,
  leadingName,
};
