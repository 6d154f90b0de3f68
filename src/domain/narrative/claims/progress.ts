/** What the figures read so far leave behind in their sentence, and what every claim is made of. */

import type { AmountClaim, Claim, Subject } from "../claim";
import type { Figure } from "../text/figures";
import type { Span } from "../text/paragraphs";
import { inDocument, isCutOff, lastBefore, type SentenceContext } from "./context";
import type { AmountLead } from "./lead";
import { ROLE_WORDS_BEHIND } from "./words";

export type MoneyFigure = Extract<Figure, { kind: "money" }>;
export type PercentFigure = Extract<Figure, { kind: "percent" }>;
export type AmountWords = Extract<AmountLead, { kind: "amount" }>;

/** What the figures before have left behind in this sentence. */
export interface Progress {
  readonly claims: Claim[];
  /** Subjects named so far: a total behind several of them is none of theirs. */
  named: number;
  /** Named last beside a figure; of the list's line only, inside 其中. */
  local: Subject | null;
  main: Subject;
  /** Both of them as they were before the bracket that opened at `open`; null outside of brackets. */
  beforeBracket: { readonly open: number; readonly local: Subject | null; readonly main: Subject } | null;
  lastAmount: AmountClaim | null;
  lastLead: AmountLead | null;
  /** End of the figure before. */
  from: number;
}

export function amountClaim(context: SentenceContext, progress: Progress, figure: MoneyFigure, words: AmountWords, own: Subject | null): AmountClaim {
  const behind = context.text.slice(figure.end, figure.end + 4);
  const cutOff = lastBefore(context.dates.filter((date) => isCutOff(context, date)), figure.start);
  return {
    ...about(context, progress, own, { start: words.label.start, end: figure.end }),
    ...(own === null && words.isTotal && progress.named > 1 ? { subject: carriedOn(context.carried.subject) } : {}),
    kind: "amount", money: figure.money, figure: inDocument(context, figure),
    role: ROLE_WORDS_BEHIND.find(([word]) => behind.startsWith(word))?.[1] ?? words.role,
    label: context.sentence.text.slice(words.label.start, words.label.end),
    aspect: words.aspect === null || words.aspect.start === words.aspect.end ? null : context.sentence.text.slice(words.aspect.start, words.aspect.end),
    place: words.place, isTotal: words.isTotal, cutOff,
  };
}

export function about(context: SentenceContext, progress: Progress, own: Subject | null, span: Span): Pick<AmountClaim, "span" | "sentence" | "subject" | "item"> {
  const start = own?.span === null || own === null ? span.start : Math.min(span.start, own.span.start - context.sentence.start);
  return {
    span: inDocument(context, { start: Math.max(0, start), end: span.end }), sentence: context.sentence, item: context.carried.item,
    subject: own ?? carriedOn(progress.local ?? progress.main),
  };
}

function carriedOn(subject: Subject): Subject {
  return subject.origin === "own" ? { ...subject, origin: "carried" } : subject;
}

/** A figure whose words say nothing of it. */
export function wordless(about: Span): AmountWords {
  return { kind: "amount", role: "other", label: { start: about.end, end: about.end }, about, aspect: null, place: "main", isTotal: false };
}
