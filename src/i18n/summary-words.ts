/** What stands on the summary sheets, in the user's language. */

import type { SummaryWords } from "../domain/summary/words";
import { describePlace, findingWords } from "./describe";
import { reconciliationWords } from "./describe-checks";
import { formatFigure } from "./figures";
import type { Translator } from "./translate";

export function summaryWords(words: Translator): SummaryWords {
  return {
    say: (word, values) => words(`summary.${word}`, values),
    status: (status) => words(`status.${status}`),
    noRate: (why) => words("sheet.no-rate", { why: words(`no-rate.${why}`) }),
    role: (role) => words(`role.${role}`),
    severity: (severity) => words(`severity.${severity}`),
    unit: (unit) => (unit === null ? words("unit.unknown") : unit === "percent" ? "%" : words(`unit.${unit}`)),
    finding: (finding) => findingWords(words, finding),
    reconciliation: (reconciliation) => reconciliationWords(words, reconciliation),
    place: describePlace,
    amount: (amount) => formatFigure(words.locale, amount.toFixed()),
  };
}
