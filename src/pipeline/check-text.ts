/** 文表核对: a report's text against itself and the tables, as findings. */

import { Decimal } from "../domain/amounts/decimal";
import { convert, UNITS, type Unit } from "../domain/amounts/unit";
import { formatCutOff } from "../domain/execution/cut-off";
import type { CutOff } from "../domain/execution/result";
import type { AnyFinding, MessageValue, Shown, TextPlace } from "../domain/finding";
import { divisionNames } from "../domain/functional-class/dictionary";
import { compareInSteps, type TablesComparison } from "../domain/narrative/against-tables";
import { currencyOfWorkbook } from "../domain/narrative/against-tables/currency";
import type { FigureRole, KnownFigure, KnownLine } from "../domain/narrative/against-tables/known";
import { lineNames } from "../domain/narrative/against-tables/names";
import { yearTold } from "../domain/narrative/against-tables/period";
import { knownTables } from "../domain/narrative/against-tables/read-known";
import type { Claim, Narrative } from "../domain/narrative/claim";
import { extractInSteps } from "../domain/narrative/claims";
import { readNarrative } from "../domain/narrative/document";
import type { TextCheck, TextCheckKind } from "../domain/narrative/outcome";
import { selfCheckInSteps } from "../domain/narrative/self-check";
import { withoutBorneOut } from "../domain/narrative/borne-out";
import type { Span } from "../domain/narrative/text/paragraphs";
import type { Sentence } from "../domain/narrative/text/sentences";
import { finished } from "../domain/steps";
import type { BudgetTable } from "../domain/table";
import type { Place } from "../workbook/address";
import type { Snapshot } from "../workbook/snapshot";

export interface CheckedText {
  readonly narrative: Narrative;
  /** All comparisons that were made, those that agree too (severity null). */
  readonly checks: readonly TextCheck[];
  readonly comparison: TablesComparison;
}

/** `cutOff` is the workbook's; null where it does not say, then the text's own counts. */
export function checkText(text: string, snapshot: Snapshot, tables: readonly BudgetTable[], cutOff: CutOff | null): CheckedText {
  return finished(checkTextInSteps(text, snapshot, tables, cutOff));
}

/** The same, resting after each slice of work. */
export function* checkTextInSteps(text: string, snapshot: Snapshot, tables: readonly BudgetTable[], cutOff: CutOff | null): Generator<void, CheckedText> {
  const narrative = yield* extractInSteps(readNarrative(text), { isLine: lineNames(tables), currency: currencyOfWorkbook(snapshot, tables), year: cutOff?.year ?? yearTold(titlesOf(tables)) });
  const year = cutOff?.year ?? narrative.document.year?.year ?? null;
  const day = cutOff === null ? null : formatCutOff(cutOff);
  const comparison = yield* compareInSteps(narrative, knownTables(snapshot, tables, narrative), year === null ? new Map() : divisionNames(year), day);
  const own = yield* selfCheckInSteps(narrative, day);
  return { narrative, comparison, checks: [...withoutBorneOut(own, comparison.checks), ...comparison.checks] };
}

function titlesOf(tables: readonly BudgetTable[]): readonly string[] {
  return tables.flatMap(({ sheetName, title }) => (title === null ? [sheetName] : [sheetName, title.text]));
}

/** What does not agree, in the text's order; what the text leaves out at the end. */
export function textFindings(checked: CheckedText): AnyFinding[] {
  return textComparisons(checked).flatMap(({ finding }) => finding ?? []);
}

/** A comparison as it is shown. */
export interface TextComparison {
  readonly rule: TextCheck["rule"];
  readonly kind: TextCheckKind;
  /** null: it agrees. */
  readonly finding: AnyFinding | null;
  /** Whom or what it is about; "" where the text does not say so in a few words. */
  readonly subject: string;
  /** The text's figure, in its own unit; "" where there is none. */
  readonly told: MessageValue;
  /** The sentence with the words compared; null where the text says nothing. */
  readonly sentence: ComparedSentence | null;
  /** The cell compared with. */
  readonly place: Place | null;
}

export interface ComparedSentence extends Sentence {
  /** What was compared, inside the sentence: in order, apart from each other. */
  readonly marks: readonly Span[];
}

/** All that were made, in the text's order; what the text leaves out at the end. */
export function textComparisons({ narrative, checks }: CheckedText): TextComparison[] {
  const start = ({ claims: [claim] }: TextCheck): number => claim?.span.start ?? narrative.document.text.length;
  return [...checks].sort((a, b) => start(a) - start(b)).map((check) => comparisonOf(check, narrative));
}

function comparisonOf(check: TextCheck, narrative: Narrative): TextComparison {
  const { rule, kind, claims: [claim] } = check;
  const place = knownFigureOf(check)?.place ?? null;
  const values = wordsOf(check, narrative);
  const finding = findingOf(check, { place, text: claim === undefined ? null : textPlace(claim, narrative), values });
  const subject = subjectOf(check.values["subject"]);
  return { rule, kind, finding, subject, told: values["told"] ?? "", sentence: claim === undefined ? null : comparedSentence(claim, check.claims), place };
}

interface Evidence {
  readonly place: Place | null;
  readonly text: TextPlace | null;
  readonly values: Readonly<Record<string, MessageValue>>;
}

function findingOf(check: TextCheck, { place, text, values }: Evidence): AnyFinding | null {
  const { rule, kind, severity, expected } = check;
  if (severity === null) return null;
  const judgement = { rule, kind, severity, expected, actual: inTableUnit(check), values };
  if (text !== null) return { ...judgement, place, text };
  return place === null ? null : { ...judgement, place };
}

/** Claims of other sentences are left out, and those that overlap are one mark. */
function comparedSentence({ sentence }: Claim, claims: readonly Claim[]): ComparedSentence {
  const spans = claims.filter((claim) => claim.sentence.start === sentence.start).map(({ span }) => span).sort((a, b) => a.start - b.start);
  const marks: Span[] = [];
  for (const span of spans) {
    const last = marks.at(-1);
    if (last === undefined || span.start > last.end) marks.push(span);
    else marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return { ...sentence, marks };
}

/** The text's figure in the unit of the one it is compared with. */
function inTableUnit({ expected, actual, values: { unit, actualUnit } }: TextCheck): string | null {
  return expected === null || actual === null || !isUnit(unit) || !isUnit(actualUnit) ? actual : convert(new Decimal(actual), actualUnit, unit).toFixed();
}

function isUnit(unit: unknown): unit is Unit {
  return typeof unit === "string" && Object.hasOwn(UNITS, unit);
}

/** The budget that a rate was recomputed on or that changes led to, or the amount that a share is of, as the cell that shows why. */
const SHOWN_BY: Readonly<Record<string, FigureRole>> = {
  "original-rate": "original-budget", "adjusted-rate": "adjusted-budget", "net-change": "adjusted-budget",
  growth: "last-year", "growth-amount": "last-year", income: "expenditure",
  "expenditure-share": "expenditure", "original-share": "original-budget", "adjusted-share": "adjusted-budget",
};

/** The table's figure that was compared; of a line compared as a whole, its project budget or whatever it has. */
function knownFigureOf({ lines: [line], values: { role: compared } }: TextCheck): KnownFigure | null {
  if (line === undefined) return null;
  const role = SHOWN_BY[String(compared)] ?? compared;
  const roles: readonly FigureRole[] = ["project", "adjusted-budget", "original-budget", "expenditure"];
  return (isRoleOf(line, role) ? line.figures[role] : roles.map((other) => line.figures[other]).find((figure) => figure !== undefined)) ?? null;
}

function isRoleOf({ figures }: KnownLine, role: string | number | undefined): role is FigureRole {
  return typeof role === "string" && Object.hasOwn(figures, role);
}

function textPlace({ span: { start, end }, sentence }: Claim, { document }: Narrative): TextPlace {
  return { line: sentence.line, start, end, quote: document.text.slice(start, end) };
}

/** The figures as messages show them: the table's as its cell prints it, the text's in its own unit, days as they are. */
function wordsOf(check: TextCheck, narrative: Narrative): Readonly<Record<string, MessageValue>> {
  const { severity, claims, expected, actual, values } = check;
  const { unit, actualUnit = unit, part, whole, difference, change } = values;
  const known = knownFigureOf(check);
  const other = claims[1];
  const shown = (figure: string | null, of: string | number | undefined, isOfTable: boolean): MessageValue => {
    if (figure === null || check.rule === "stale-date") return figure ?? "";
    return isOfTable && isUnit(of) && isUnit(known?.printedUnit) ? inUnit(figure, of, known.printedUnit) : figureOf(figure, of);
  };
  return {
    ...values,
    subject: subjectOf(values["subject"]) || "none",
    told: shown(actual, actualUnit, expected === null),
    right: shown(expected === null || unit !== "points" ? expected : unsigned(expected), unit, true),
    by: unit === undefined ? "percent" : "amount",
    severity: severity ?? "none",
    ...(part === undefined || whole === undefined ? {} : { part: printedFigure(part), whole: printedFigure(whole) }),
    ...(difference === undefined ? {} : { difference: figureOf(unsigned(difference), unit) }),
    ...(change === undefined ? {} : { change: figureOf(unsigned(change), unit), direction: String(change).startsWith("-") ? "down" : "up" }),
    ...(other === undefined ? {} : { otherWords: wordsIn(other.span, narrative), other: other.kind === "date" ? other.date.text : "" }),
  };
}

/** Enough to find a passage by: lines of a document have no numbers that people see. */
const LONGEST_PASSAGE = 30;

function wordsIn({ start, end }: Span, { document }: Narrative): string {
  return end - start <= LONGEST_PASSAGE ? document.text.slice(start, end) : `…${document.text.slice(end - LONGEST_PASSAGE, end)}`;
}

function unsigned(figure: string | number): string {
  return String(figure).replace(/^-/u, "");
}

function inUnit(figure: string, from: Unit, to: Unit): Shown {
  return { figure: convert(new Decimal(figure), from, to).toFixed(), unit: to };
}

/** Without a unit, or in "%", it is a percentage. */
function figureOf(figure: string, unit: string | number | undefined): Shown {
  return { figure, unit: unit === undefined || unit === "%" ? "percent" : unit === "points" ? "points" : isUnit(unit) ? unit : null };
}

/** "2.17万元" as figure and unit. */
function printedFigure(printed: string | number): MessageValue {
  const { figure = "", unit = "" } = /^(?<figure>-?[\d.]+)(?<unit>\D*)$/u.exec(String(printed))?.groups ?? {};
  return figure === "" ? printed : figureOf(figure, unit);
}

/** Longer ones are half a sentence, which is shown beside the message anyway. */
const LONGEST_SUBJECT = 24;

function subjectOf(subject: string | number | undefined): string {
  return typeof subject === "string" && subject.length <= LONGEST_SUBJECT ? subject : "";
}
