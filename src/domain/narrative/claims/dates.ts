/** The dates of one sentence as claims: cut-off dates, and the days on which things are said to have happened. */

import type { DateClaim, Subject } from "../claim";
import { clauseEnd } from "./clause";
import { inDocument, isCutOff, type SentenceContext } from "./context";

/** "×12月×" is a factor. Years alone and seasons (上半年) date nothing closely enough to be checked, unless the figures are cut off there. */
export function readDateClaims(context: SentenceContext, subject: Subject): readonly DateClaim[] {
  return context.dates.flatMap((date, at): readonly DateClaim[] => {
    const cutOff = isCutOff(context, date);
    const isClose = date.precision === "day" || date.precision === "month";
    if (!isClose && !(cutOff && date.precision === "part-of-year")) return [];
    if (/[×*]/u.test(context.text.charAt(date.start - 1) + context.text.charAt(date.end))) return [];
    const next = context.dates[at + 1]?.start ?? context.text.length;
    const end = clauseEnd(context.text, date.end, next);
    return [{
      kind: "date", use: cutOff ? "cut-off" : "event", date, what: context.sentence.text.slice(date.end, end).trim(),
      span: inDocument(context, date), sentence: context.sentence, subject, item: context.carried.item,
    }];
  });
}
