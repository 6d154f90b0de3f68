/** From a report's text to its claims: one pass over the sentences, carrying subjects along. */

import { finished } from "../steps";
import type { AmountClaim, Claim, Item, Narrative, Subject } from "./claim";
import { inReadingOrder, NO_SUBJECT, NOTHING_BESIDE, type Beside, type Carried, type SentenceContext } from "./claims/context";
import { readDateClaims } from "./claims/dates";
import { headingSubject, openItem, subjectOfItem, type OpenItems } from "./claims/items";
import { addedUpTotals, bracketedChanges, ofWhichTotals } from "./claims/parts";
import { byCurrency } from "./currencies";
import { amountOfChange } from "./claims/adjustments";
import { readPoints } from "./claims/points";
import { dialectOf } from "./dialects/dialect";
import { readNarrative, type NarrativeDocument } from "./document";
import { grouped } from "../grouped";
import { fold } from "./text/fold";
import type { Paragraph } from "./text/paragraphs";
import type { Sentence } from "./text/sentences";

export function readClaims(text: string, beside: Beside = NOTHING_BESIDE): Narrative {
  return extractClaims(readNarrative(text), beside);
}

export function extractClaims(document: NarrativeDocument, beside: Beside = NOTHING_BESIDE): Narrative {
  return finished(extractInSteps(document, beside));
}

/** Characters read between two rests, as far as sentences end. */
const SLICE = 500;

/** The same, resting after each slice of the text. */
export function* extractInSteps(document: NarrativeDocument, beside: Beside): Generator<void, Narrative> {
  const claims: Claim[] = [];
  const items: Item[] = [];
  const itemOf: (Item | null)[] = [];
  const sentencesOf = grouped(document.sentences, ({ paragraph }) => paragraph);
  const year = yearOf(document, beside);
  let open: OpenItems = [];
  let above: Subject | null = null;
  for (const paragraph of document.paragraphs) {
    const sentences = sentencesOf.get(paragraph.index) ?? [];
    open = openItem(open, paragraph, beside, () => firstSubject(sentences[0], { ...NOTHING_CARRIED, year }, beside));
    const item = open.at(-1)?.item ?? null;
    if (item !== null && items.at(-1) !== item) items.push(item);
    itemOf.push(item);
    above = paragraph.number !== null ? null : paragraph.kind === "heading" ? lineAbove(paragraph, beside) : above;
    for (const claim of yield* readParagraph(sentences, { subject: above ?? subjectOfItem(item), item, lastMain: null, year }, beside)) claims.push(claim);
  }
  const { own, foreign } = byCurrency(claims, beside.currency);
  return { document, currency: beside.currency, claims: own, foreign, items, itemOf };
}

const NOTHING_CARRIED: Carried = { subject: NO_SUBJECT, item: null, lastMain: null, year: null };

/** The title's year, else the workbook's, else the one named most often. */
function yearOf({ year }: NarrativeDocument, beside: Beside): number | null {
  const isInTitle = year?.reason.code === "text-year-title";
  return (isInTitle ? year.year : beside.year) ?? year?.year ?? null;
}

/** A line of the workbook that stands alone above its figures, without a number. */
function lineAbove(paragraph: Paragraph, beside: Beside): Subject | null {
  return beside.isLine(paragraph.text) ? { ...headingSubject(paragraph), origin: "own" } : null;
}

/** What a numbered line is about: the name it begins with, else the first subject that stands beside a figure in its first sentence. */
function firstSubject(sentence: Sentence | undefined, carried: Carried, beside: Beside): Subject | null {
  if (sentence === undefined) return null;
  const context = contextOf(sentence, carried, beside);
  const { claims } = context.dialect.readFigures(context);
  const own = claims.find(({ subject }) => subject.origin === "own")?.subject;
  const { dialect } = context;
  const found = leadingLine(context) ?? dialect.leadingName(context, "ends-like-one") ?? own ?? (claims.length === 0 ? null : dialect.leadingName(context, "says-nothing"));
  return found === null ? null : { ...found, origin: "item" };
}

function* readParagraph(sentences: readonly Sentence[], first: Carried, beside: Beside): Generator<void, readonly Claim[]> {
  const claims: Claim[] = [];
  let carried = first;
  for (const sentence of sentences) {
    const context = withLeadingName(contextOf(sentence, carried, beside));
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
      ...readPoints(context, read.claims, read.subject),
      ...ofWhichTotals(read.scopes, read.claims.flatMap((claim) => (claim.kind === "adjustment" ? [amountOfChange(claim)] : [])), told, carried.lastMain, position),
      ...bracketedChanges(read.claims.filter((claim) => claim.kind === "adjustment")),
      ...addedUpTotals(amounts, wordsBefore),
    ]);
    for (const claim of ofSentence) claims.push(claim);
    if (Math.floor(sentence.start / SLICE) !== Math.floor(sentence.end / SLICE)) yield;
    carried = { ...carried, subject: read.subject, lastMain: told.findLast((amount) => amount.place === "main") ?? carried.lastMain };
  }
  return claims;
}

/** A line of the workbook that leads a sentence is what it speaks of; another name is only where nothing else is known. */
function withLeadingName(context: SentenceContext): SentenceContext {
  const { carried, dialect } = context;
  const name = leadingLine(context) ?? (carried.subject.text === "" ? dialect.leadingName(context, "ends-like-one") : null);
  return name === null || name.text === carried.subject.text ? context : { ...context, carried: { ...carried, subject: name } };
}

function leadingLine(context: SentenceContext): Subject | null {
  const name = context.dialect.leadingName(context, "says-nothing");
  return name !== null && context.beside.isLine(name.text) ? name : null;
}

function contextOf(sentence: Sentence, carried: Carried, beside: Beside): SentenceContext {
  const text = fold(sentence.text);
  const dialect = dialectOf(text);
  return { sentence, text, dialect, dates: dialect.readDates(text, carried.year), carried, beside };
}
