/** What computing writes into a sheet, in the user's language. */

import type { Unit } from "../domain/amounts/unit";
import type { SheetWords } from "../domain/execution/sheet-words";
import type { Translator } from "./translate";

/** Stands where the amount goes: messages are formatted once and not for each of 100,000 rows. */
const AMOUNT = "\u0000";

export function sheetWords(words: Translator): SheetWords {
  const overIn = new Map<Unit | null, readonly string[]>();
  const over = (unit: Unit | null): readonly string[] => {
    const parts = overIn.get(unit) ?? words("sheet.over", { amount: AMOUNT, unit: unit === null ? "none" : words(`unit.${unit}`) }).split(AMOUNT);
    overIn.set(unit, parts);
    return parts;
  };
  return {
    rateHeader: words("sheet.rate-header"),
    statusHeader: words("sheet.status-header"),
    headerOf: (header, table) => words("sheet.header-of", { header, table }),
    columns: (left, right) => words("sheet.columns", { left, right }),
    status: once((status) => words(`status.${status}`)),
    over: (amount, unit) => over(unit).join(amount),
    onAdjusted: (said, { unit, rate, ...figures }) => words("sheet.on-adjusted", { said, ...figures, unit: unit === null ? "none" : words(`unit.${unit}`), rate: rate === "" ? "none" : rate }),
    noRate: once((why) => words("sheet.no-rate", { why: words(`no-rate.${why}`) })),
  };
}

function once<Key>(say: (key: Key) => string): (key: Key) => string {
  const said = new Map<Key, string>();
  return (key) => {
    const known = said.get(key) ?? say(key);
    said.set(key, known);
    return known;
  };
}

/** Over and in the table of what people wrote on our sheets and what has no place there any more. */
export function keptWords(words: Translator): { readonly heading: string; readonly place: string; readonly content: string } {
  return { heading: words("sheet.kept-heading"), place: words("sheet.kept-place"), content: words("sheet.kept-content") };
}
