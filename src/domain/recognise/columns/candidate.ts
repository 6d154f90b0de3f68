/** A column of a table while its meaning is being decided. */

import { columnName } from "../../../workbook/address";
import { because } from "../reason";
import { AMOUNT_ROLES, isChangeRole, monthsOf, type BudgetRole, type Reason, type Role, type TableColumn } from "../../table";
import { DIALECTS, type Meaning, type NamedBudget } from "../dialects/dialect";
import type { Period } from "../headers/dates";
import { tidy } from "../headers/text";

/** What a column holds in the table's first lines. */
export interface Evidence {
  readonly numbers: number;
  readonly texts: number;
  /** Of the texts, those without a letter: 100-10. */
  readonly codes: number;
  /** Characters of those texts together. */
  readonly letters: number;
  /** How many different texts these are. */
  readonly different: number;
  /** Numbers that run 1, 2, 3… */
  readonly isSerial: boolean;
  /** What stands in the first of those lines, NaN where that is no amount. */
  readonly first: readonly number[];
  /** Whether one of those lines has a text that the lines above it have not had last. */
  readonly begins: readonly boolean[];
}

export interface HeaderColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly evidence: Evidence;
}

export type Confidence = TableColumn["confidence"];

export interface Candidate extends HeaderColumn {
  meaning: Meaning | null;
  confidence: Confidence;
  reason: Reason;
  /** The header's texts as one, for reasons. */
  readonly header: string;
  readonly otherwise: Role | null;
  readonly rank: number;
  readonly year: number | null;
  /** The part of the year that the header, or one above it, says it counts. */
  readonly period: Period | null;
  /** A budget so headed is a plan for part of the year. */
  readonly isPlanOfPart: boolean;
  /** See `TableColumn.partOf`. */
  partOf?: Role;
  /** What a rate's own header or a heading above it names. */
  ofBudget: NamedBudget | null;
}

export function assign(candidate: Candidate, meaning: Meaning, confidence: Confidence, reason: Reason): void {
  candidate.meaning = meaning;
  candidate.confidence = confidence;
  candidate.reason = reason;
}

/** Takes the column out of consideration. */
export function drop(candidate: Candidate, reason: Reason): void {
  candidate.meaning = null;
  candidate.confidence = "unknown";
  delete candidate.partOf;
  candidate.reason = reason;
}

/** A part of what another column holds whole. */
export function leavePart(part: Candidate, whole: Candidate): void {
  drop(part, because("part-of-amount", { header: part.header, column: columnName(whole.column) }));
}

/** What printed parts may differ from their sum by. */
export const ROUNDING = 0.015;

/** Of what columns hold in one of the first lines; what is no amount counts as nothing. */
export function sumAt(columns: readonly Candidate[], line: number): number {
  return columns.reduce((sum, { evidence: { first: { [line]: figure = NaN } } }) => (Number.isNaN(figure) ? sum : sum + figure), 0);
}

/** Whether it holds this in all of the first lines that have it. */
export function isInEachLine({ evidence: { first } }: Candidate, figureOf: (line: number) => number): boolean {
  return first.every((figure, line) => Number.isNaN(figure) || Math.abs(figure - figureOf(line)) < ROUNDING);
}

/** The headings above it, to be compared with those of other columns. */
export function headingsOf({ path }: Pick<Candidate, "path">): string {
  return JSON.stringify(path.slice(0, -1));
}

const NO_ROLE: ReadonlySet<Meaning> = new Set<Meaning>(["named-budget", "named-expenditure", "named-rate", "budget-of-now", "spending-of-now", "rate-of-now", "amount", "ratio", "of-which", "serial", "code-part", "other"]);

export function isRole(meaning: Meaning): meaning is Role {
  return !NO_ROLE.has(meaning);
}

export function isMoney(meaning: Meaning | null): boolean {
  return meaning !== null && isRole(meaning) && AMOUNT_ROLES.has(meaning);
}

export function isBudget(meaning: Meaning | null): meaning is BudgetRole {
  return meaning === "original-budget" || meaning === "adjusted-budget";
}

/** A month, quarter or half of the year. */
export function isPeriod(meaning: Meaning | null): boolean {
  return meaning !== null && monthsOf(meaning) !== null;
}

/** Of the year, or of a part of it. */
export function isSpending(meaning: Meaning | null): boolean {
  return meaning === "expenditure" || isPeriod(meaning);
}

/** What was spent, or a part of it. */
export function isOfSpending({ meaning, partOf }: Pick<Candidate, "meaning" | "partOf">): boolean {
  return isSpending(meaning) || partOf === "expenditure";
}

/** What a rate is calculated from. */
export function isBudgetOrSpending(meaning: Meaning | null): meaning is BudgetRole | "expenditure" {
  return isBudget(meaning) || meaning === "expenditure";
}

export function isNumeric({ evidence: { numbers, texts } }: Candidate): boolean {
  return numbers > 0 && numbers >= texts;
}

/** Of the budget. */
export function isChange({ meaning }: Candidate): boolean {
  return isChangeRole(meaning);
}

/** Money from before this year, or what is left of this year's. */
export function isCarried(candidate: Candidate): boolean {
  return candidate.meaning === "carried-over" || (candidate.meaning === "other" && says(candidate, "carried"));
}

/** 以前年度支出, or what is of a year that does not count; but 上年结转 is spent this year. */
export function isPast(candidate: Candidate): boolean {
  return candidate.reason.code === "other-year" || (!isCarried(candidate) && says(candidate, "past"));
}

/** What its header says besides its meaning. */
export function says({ header }: Candidate, words: "carried" | "contract" | "difference" | "granted" | "handedOut" | "left" | "lineClass" | "mayBeShare" | "noMoney" | "ofYear" | "paid" | "past" | "received" | "rest" | "source" | "spent" | "thisYear" | "wholeProject"): boolean {
  const tidied = tidy(header);
  return DIALECTS.some((dialect) => dialect[words].test(tidied));
}

/** 其中：上级追加, itself or under a heading. */
export function isOfWhich({ path }: Candidate): boolean {
  return path.some((text) => DIALECTS.some(({ ofWhichRow }) => ofWhichRow.test(text)));
}

/** The same of the lowest header alone, whatever stands above it. */
export function leafSays({ path }: Pick<Candidate, "path">, words: "audited" | "auditChange" | "claimed" | "cumulative" | "indicatorNumber" | "mayBeRate" | "ofNow" | "paidOn" | "person" | "planned" | "rateOfMoney" | "untilLast"): boolean {
  const leaf = tidy(path.at(-1) ?? "");
  return DIALECTS.some((dialect) => dialect[words].test(leaf));
}
