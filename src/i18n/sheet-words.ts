/** What computing writes into a sheet, in the user's language. */

import type { SheetWords } from "../domain/execution/sheet-words";
import type { Translator } from "./translate";

export function sheetWords(words: Translator): SheetWords {
  return {
    rateHeader: words("sheet.rate-header"),
    statusHeader: words("sheet.status-header"),
    status: (status) => words(`status.${status}`),
    over: (amount, unit) => words("sheet.over", { amount, unit: unit === null ? "none" : words(`unit.${unit}`) }),
    noRate: (why) => words("sheet.no-rate", { why: words(`no-rate.${why}`) }),
  };
}
