/** Whom or what a figure is about, in an English sentence. */

import type { Subject } from "../../claim";
import { inDocument, type SentenceContext } from "../../claims/context";
import { LEFT_FOR } from "./words";

const NOUNS = String.raw`(?:spending|expenditures?|budgets?|appropriations?|outlays?|allocations?|balance)`;
const VERB = String.raw`(?:(?:has|have|had|was|were|is|are|been)\b ?)*(?:spent|executed|received|disbursed|used|overspent|recorded|reached|totall?ed|amounted|accounted|stood|came|rose|fell|increased|decreased|cut|was|were|is|has|had)\b`;
/** "As of 30 June 2023, ", "In 2023, ", "; and ". */
const OPENING = /^[\s,;.)]*(?:(?:and|while|whereas|but|of which|of this|including)\b,? )?(?:(?:as of|as at|by|in|during|up to|until|for|at)\b[^,;:]{0,40}, )?(?:the |an? )?/iu;

/** Tried in this order. */
const NAMED: readonly RegExp[] = [
  new RegExp(String.raw`\b${NOUNS} (?:on|for|of|in|under) (?:the )?(?<name>[^,;:()]{2,80}?) ${VERB}`, "diu"),
  /^(?<name>[^,;:()]{2,80}): /diu,
  new RegExp(String.raw`^(?<name>[^,;:()]{2,80}?) ${VERB}`, "diu"),
  /^(?<name>[A-Z][^,;:()]{2,80}),/du,
];
/** Behind the name itself: "education's revised budget", "education expenditure". */
const ROLE_NOUN = new RegExp(String.raw`(?:(?:'s|’s)? ?(?:\b(?:original|initial|approved|adopted|revised|adjusted|amended|annual|actual|total|final|unspent)\b ?)*\b${NOUNS})$`, "iu");
/** "Outturn for the year was": when, and not of what. */
const PERIOD = String.raw`(?:financial |fiscal )?(?:year|period|quarter|month|half[ -]year)`;
const IN_THE_YEAR = new RegExp(String.raw` (?:for|in|of|during) (?:the )?${PERIOD}$`, "iu");
const STAND_IN = /^(?:(?:financial |fiscal )?(?:year|period|quarter|month)|it|its|this|that|which|who|they|these|there|total|a total of|project|this project|that project|actual|of|out|was|were|is|are|has|have|had|of (?:its|the|their)|overall|altogether|in (?:total|all|aggregate))?$/iu;

/** The subject that [from, to) names, else null. */
export function subjectIn(context: SentenceContext, from: number, to: number): Subject | null {
  if (context.text.slice(from, to).includes(";")) return subjectIn(context, context.text.lastIndexOf(";", to - 1) + 1, to);
  const opening = OPENING.exec(context.text.slice(from, to))?.[0].length ?? 0;
  const clause = context.text.slice(from + opening, to);
  const line = lineIn(context, from + opening, clause);
  if (line !== null) return line;
  for (const pattern of NAMED) {
    const span = pattern.exec(clause)?.indices?.groups?.["name"];
    if (span === undefined) continue;
    const name = clause.slice(span[0], span[1]).replace(IN_THE_YEAR, "").replace(ROLE_NOUN, "").trimEnd();
    if (STAND_IN.test(name) || /\d\s*$/u.test(name)) continue;
    const start = from + opening + span[0];
    const end = start + name.length;
    return { text: context.sentence.text.slice(start, end), span: inDocument(context, { start, end }), origin: "own" };
  }
  return OF_ALL.test(context.text.slice(from, to)) ? { text: "", span: null, origin: "none" } : null;
}

/** "In total, 94.41% of the budget was executed": of the whole, whatever line was told before. */
const OF_ALL = /^[\s,;.)]*(?:and )?(?:in (?:total|all|aggregate)|overall|altogether),? /iu;

/** Behind what is left: whom it is left for. */
export function subjectLeftFor(context: SentenceContext, from: number): Subject | null {
  const [start, end] = LEFT_FOR.exec(context.text.slice(from))?.indices?.groups?.["name"] ?? [];
  return start === undefined || end === undefined ? null : { text: context.sentence.text.slice(from + start, from + end), span: inDocument(context, { start: from + start, end: from + end }), origin: "own" };
}

/** A line of the workbook that the clause begins with, whatever it goes on with. */
function lineIn({ beside, sentence, ...context }: SentenceContext, start: number, clause: string): Subject | null {
  const ends = Array.from(clause.matchAll(/\b(?=[^\p{L}\p{N}]|$)/gu), ({ index }) => index).slice(0, MOST_WORDS).filter((end) => end > 1);
  const end = ends.findLast((one) => beside.isLine(clause.slice(0, one)) && !/^,? (?:and|plus|together)\b/iu.test(clause.slice(one)));
  return end === undefined ? null : { text: sentence.text.slice(start, start + end), span: inDocument({ ...context, beside, sentence }, { start, end: start + end }), origin: "own" };
}

const MOST_WORDS = 12;

const NAME_ALONE = /^(?<name>[A-Z][^.,;:()]{2,80}(?:\([^()]{1,20}\))?)[.,](?: |$)/u;
const SAYS_SOMETHING = new RegExp(String.raw`\b${VERB}|\b(?:will|may|must|should|can|not|this|these|that|for|by|in|as)\b|\d`, "iu");

/** "Elderly care centre. The approved budget is CNY 600,000." A clause with a verb, a date or a figure is no name. */
export function leadingName(context: SentenceContext): Subject | null {
  const name = NAME_ALONE.exec(context.text)?.groups?.["name"];
  if (name === undefined || SAYS_SOMETHING.test(name)) return null;
  return { text: context.sentence.text.slice(0, name.length), span: inDocument(context, { start: 0, end: name.length }), origin: "own" };
}
