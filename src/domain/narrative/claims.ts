/** From a report's text to its claims: one pass over the sentences, carrying subjects along. */

import { finished } from "../steps";
import type { AmountClaim, Claim, Item, Narrative, Subject } from "./claim";
import { inReadingOrder, NO_SUBJECT, type Carried, type SentenceContext } from "./claims/context";
import { readDateClaims } from "./claims/dates";
import { openItem, subjectOfItem, type OpenItems } from "./claims/items";
import { addedUpTotals, ofWhichTotals } from "./claims/parts";
import { dialectOf } from "./dialects/dialect";
import { readNarrative, type NarrativeDocument } from "./document";
import { grouped } from "./grouped";
import { fold } from "./text/fold";
import type { Sentence } from "./text/sentences";

export function readClaims(text: string): Narrative {
  return extractClaims(readNarrative(text));
}

export function extractClaims(document: NarrativeDocument): Narrative {
  return finished(extractInSteps(document));
}

/** Characters read between two rests, as far as sentences end. */
const SLICE = 5_000;

/** The same, resting after each slice of the text. */
export function* extractInSteps(document: NarrativeDocument): Generator<void, Narrative> {
  const claims: Claim[] = [];
  const items: Item[] = [];
  const itemOf: (Item | null)[] = [];
  const sentencesOf = grouped(document.sentences, ({ paragraph }) => paragraph);
  const year = document.year?.year ?? null;
  let open: OpenItems = [];
  for (const paragraph of document.paragraphs) {
    const sentences = sentencesOf.get(paragraph.index) ?? [];
    open = openItem(open, paragraph, () => firstSubject(sentences[0], year));
    const item = open.at(-1)?.item ?? null;
    if (item !== null && items.at(-1) !== item) items.push(item);
    itemOf.push(item);
    for (const claim of yield* readParagraph(sentences, item, year)) claims.push(claim);
  }
  return { document, claims, items, itemOf };
}

/** What a numbered line is about: the name it begins with, else the first subject that stands beside a figure in its first sentence. */
function firstSubject(sentence: Sentence | undefined, year: number | null): Subject | null {
  if (sentence === undefined) return null;
  const context = contextOf(sentence, { subject: NO_SUBJECT, item: null, lastMain: null, year });
  const { claims } = context.dialect.readFigures(context);
  const own = claims.find(({ subject }) => subject.origin === "own")?.subject;
  const { dialect } = context;
  const found = dialect.leadingName(context, "ends-like-one") ?? own ?? (claims.length === 0 ? null : dialect.leadingName(context, "says-nothing"));
  return found === null ? null : { ...found, origin: "item" };
}

function* readParagraph(sentences: readonly Sentence[], item: Item | null, year: number | null): Generator<void, readonly Claim[]> {
  const claims: Claim[] = [];
  let carried: Carried = { subject: subjectOfItem(item), item, lastMain: null, year };
  for (const sentence of sentences) {
    const context = withLeadingName(contextOf(sentence, carried));
    const read = context.dialect.readFigures(context);
    const amounts = read.claims.filter((claim) => claim.kind === "amount");
    const position = (claim: AmountClaim): number => claim.figure.start - sentence.start;
    const wordsBefore = (claim: AmountClaim): string => {
      const from = amounts.findLast((other) => other.figure.end <= claim.figure.start)?.figure.end ?? sentence.start;
      return context.text.slice(from - sentence.start, position(claim));
    };
    const told = amounts.filter((amount) => !read.claims.some((claim) => claim.kind === "rate" && claim.budget === amount));
    const ofSentence = inReadingOrder([
      ...read.claims,
      ...readDateClaims(context, read.subject),
      ...ofWhichTotals(read.scopes, told, carried.lastMain, position),
      ...addedUpTotals(amounts, wordsBefore),
    ]);
    for (const claim of ofSentence) claims.push(claim);
    if (Math.floor(sentence.start / SLICE) !== Math.floor(sentence.end / SLICE)) yield;
    carried = { ...carried, subject: read.subject, lastMain: told.findLast((amount) => amount.place === "main") ?? carried.lastMain };
  }
  return claims;
}

function withLeadingName(context: SentenceContext): SentenceContext {
  const { carried, dialect } = context;
  const name = carried.subject.text === "" ? dialect.leadingName(context, "ends-like-one") : null;
  return name === null ? context : { ...context, carried: { ...carried, subject: name } };
}

function contextOf(sentence: Sentence, carried: Carried): SentenceContext {
  const text = fold(sentence.text);
  const dialect = dialectOf(text);
  return { sentence, text, dialect, dates: dialect.readDates(text, carried.year), carried };
}
