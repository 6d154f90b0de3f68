/** From a report's text to its claims: one pass over the sentences, carrying subjects along. */

import { finished } from "../steps";
import type { AmountClaim, Claim, Item, Narrative, Subject } from "./claim";
import { inReadingOrder, NO_SUBJECT, type Carried, type SentenceContext } from "./claims/context";
import { readDateClaims } from "./claims/dates";
import { readSentenceFigures } from "./claims/figures";
import { leadingName } from "./claims/leading-name";
import { openItem, subjectOfItem, type OpenItems } from "./claims/items";
import { addedUpTotals, ofWhichTotals } from "./claims/parts";
import { readNarrative, type NarrativeDocument } from "./document";
import { grouped } from "./grouped";
import { readDates } from "./text/dates";
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
  const { claims } = readSentenceFigures(context);
  const own = claims.find(({ subject }) => subject.origin === "own")?.subject;
  const found = leadingName(context, "ends-like-one") ?? own ?? (claims.length === 0 ? null : leadingName(context, "says-nothing"));
  return found === null ? null : { ...found, origin: "item" };
}

function* readParagraph(sentences: readonly Sentence[], item: Item | null, year: number | null): Generator<void, readonly Claim[]> {
  const claims: Claim[] = [];
  let carried: Carried = { subject: subjectOfItem(item), item, lastMain: null, year };
  for (const sentence of sentences) {
    if (carried.subject.text === "") carried = { ...carried, subject: leadingName(contextOf(sentence, carried), "ends-like-one") ?? NO_SUBJECT };
    const context = contextOf(sentence, carried);
    const read = readSentenceFigures(context);
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

function contextOf(sentence: Sentence, carried: Carried): SentenceContext {
  const text = fold(sentence.text);
  return { sentence, text, dates: readDates(text, carried.year), carried };
}
