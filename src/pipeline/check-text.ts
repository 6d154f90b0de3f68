/** 文表核对: a report's text against itself and the tables, as findings. */

import { Decimal } from "../domain/amounts/decimal";
import { formatAmount } from "../domain/amounts/format";
import type { Unit } from "../domain/amounts/unit";
import { formatCutOff } from "../domain/execution/cut-off";
import type { CutOff } from "../domain/execution/result";
import type { AnyFinding, TextPlace } from "../domain/finding";
import { divisionNames } from "../domain/functional-class/dictionary";
import { compareWithTables, type TablesComparison } from "../domain/narrative/against-tables";
import type { FigureRole, KnownLine } from "../domain/narrative/against-tables/known";
import { knownTables } from "../domain/narrative/against-tables/read-known";
import type { Claim, Narrative } from "../domain/narrative/claim";
import { readClaims } from "../domain/narrative/claims";
import type { TextCheck } from "../domain/narrative/outcome";
import { checkNarrative } from "../domain/narrative/self-check";
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
  const narrative = readClaims(text);
  const year = cutOff?.year ?? narrative.document.year?.year ?? null;
  const comparison = compareWithTables(narrative, knownTables(snapshot, tables, narrative), year === null ? new Map() : divisionNames(year));
  return { narrative, comparison, checks: [...checkNarrative(narrative, cutOff === null ? null : formatCutOff(cutOff)), ...comparison.checks] };
}

/** What does not agree, in the text's order; what the text leaves out at the end. */
export function textFindings({ narrative, checks }: CheckedText): AnyFinding[] {
  const start = ({ text }: AnyFinding): number => text?.start ?? narrative.document.text.length;
  return checks.flatMap((check) => findingOf(check, narrative) ?? []).sort((a, b) => start(a) - start(b));
}

function findingOf(check: TextCheck, narrative: Narrative): AnyFinding | null {
  const { rule, kind, severity, expected, actual, claims } = check;
  if (severity === null) return null;
  const place = cellOf(check);
  const text = claims[0] === undefined ? null : textPlace(claims[0], narrative);
  const judgement = { rule, kind, severity, expected, actual, values: wordsOf(check) };
  if (text !== null) return { ...judgement, place, text };
  return place === null ? null : { ...judgement, place };
}

/** The cell of the figure compared; of a line compared as a whole, its project budget or whatever it has. */
function cellOf({ lines: [line], values: { role } }: TextCheck): Place | null {
  if (line === undefined) return null;
  const roles: readonly FigureRole[] = ["project", "adjusted-budget", "original-budget", "expenditure"];
  return (isRoleOf(line, role) ? line.figures[role] : roles.map((other) => line.figures[other]).find((figure) => figure !== undefined))?.place ?? null;
}

function isRoleOf({ figures }: KnownLine, role: string | number | undefined): role is FigureRole {
  return typeof role === "string" && Object.hasOwn(figures, role);
}

function textPlace({ span: { start, end }, sentence }: Claim, { document }: Narrative): TextPlace {
  return { line: sentence.line, start, end, quote: document.text.slice(start, end) };
}

/** The figures as messages show them: amounts with two decimals and unit, percentages with their sign, days as they are. */
function wordsOf(check: TextCheck): Readonly<Record<string, string | number>> {
  const { rule, severity, claims, expected, actual, values } = check;
  const { unit, actualUnit = unit, part, whole, difference, change } = values;
  const other = claims[1];
  const shown = (figure: string | null, of: string | number | undefined): string => (figure === null ? "" : rule === "stale-date" ? figure : figureWord(figure, of));
  return {
    ...values,
    subject: subjectWord(values["subject"]),
    told: shown(actual, actualUnit),
    right: shown(expected, unit),
    by: unit === undefined ? "percent" : "amount",
    severity: severity ?? "none",
    ...(part === undefined || whole === undefined ? {} : { part: printedWord(part), whole: printedWord(whole) }),
    ...(difference === undefined ? {} : { difference: figureWord(String(difference).replace(/^-/u, ""), unit) }),
    ...(change === undefined ? {} : { change: figureWord(String(change), unit) }),
    ...(other === undefined ? {} : { otherLine: other.sentence.line + 1, other: other.kind === "date" ? other.date.text : "" }),
  };
}

function figureWord(figure: string, unit: Unit | string | number | undefined): string {
  return unit === undefined || unit === "%" ? `${figure}%` : `${formatAmount(new Decimal(figure))} ${unit}`.trimEnd();
}

/** "2.17万元" as "2.17 万元". */
function printedWord(printed: string | number): string {
  const { figure = "", unit = "" } = /^(?<figure>-?[\d.]+)(?<unit>\D*)$/u.exec(String(printed))?.groups ?? {};
  return figure === "" ? String(printed) : figureWord(figure, unit);
}

/** Longer ones are half a sentence, which is shown beside the message anyway. */
const LONGEST_SUBJECT = 24;

function subjectWord(subject: string | number | undefined): string {
  return typeof subject !== "string" || subject === "" || subject.length > LONGEST_SUBJECT ? "none" : subject;
}
