/** The two ends of a change: 由A增加到B, 比上年的A减少…. Offsets are the sentence's own. */

import type { Figure } from "../text/figures";
import type { Span } from "../text/paragraphs";
import { clauseStart, lastVerb } from "./clause";
import { ADJUSTING_VERBS, CHANGING_VERBS } from "./words";

/** `about` is what stands before 由: the subject and what it is an amount of. */
export type ChangeEnds =
  | { readonly end: "from" | "base"; readonly about: Span }
  | { readonly end: "to"; readonly verb: Span };

const CHANGES = [...ADJUSTING_VERBS, ...CHANGING_VERBS, ["调整", 1], ["增", 1], ["减", -1], ["降", -1]] as const;
/** Words between 由 and its figure, and between the figures. */
const LONGEST_GAP = 16;
const LEADS_ON = /^[^\d，,。；;]{0,12}(?:到|至|为)(?:(?:19|20)\d{2}年度?)?[^\d，,。；;]{0,6}$/u;
const COMPARED = /(?:比|较|与)[^，,。；;]{0,6}(?:年|月份?|季度|同期|预算|决算|计划|上期)[^，,。；;比较增减降升]{0,10}$/u;
const COMPARISON_GOES_ON = /^(?:相比)?[，,]?(?:实际)?(?:增|减|压减|压缩|调增|调减|追加|多|少|下降|降低|上升|提高|增长|节约)/u;

/** null where the figure is no end of a change. `from` is the end of the figure before. */
export function endsOfChange(text: string, from: number, figure: Figure, next: Figure | null): ChangeEnds | null {
  const between = text.slice(from, figure.start);
  const start = clauseStart(text, from, figure.start);
  if (from > 0 && between.length <= LONGEST_GAP && LEADS_ON.test(between)) {
    const verb = lastVerb(text, from, figure.start, CHANGES);
    const origin = beforeFigure(text, from);
    if (verb !== null && origin !== null) return { end: "to", verb: { start: verb.start, end: verb.end } };
  }
  const nextGap = next?.kind === "money" ? text.slice(figure.end, next.start) : null;
  const opener = Math.max(text.lastIndexOf("由", figure.start - 1), text.lastIndexOf("从", figure.start - 1));
  if (nextGap !== null && opener >= start && figure.start - opener <= LONGEST_GAP && LEADS_ON.test(nextGap) && lastVerb(nextGap, 0, nextGap.length, CHANGES) !== null) {
    return { end: "from", about: { start, end: opener } };
  }
  if (next !== null && COMPARED.test(text.slice(start, figure.start)) && COMPARISON_GOES_ON.test(text.slice(figure.end, next.start))) {
    return { end: "base", about: { start, end: start } };
  }
  return null;
}

/** Whether the figure that ends at `end` was opened by 由 or 从. */
function beforeFigure(text: string, end: number): number | null {
  const start = clauseStart(text, 0, end);
  const opener = Math.max(text.lastIndexOf("由", end - 1), text.lastIndexOf("从", end - 1));
  return opener >= start ? opener : null;
}
