/**
 * What a check is: one small unit with an id, documented parameters and a pure function from what checks
 * read (input.ts) to what it found. To add one, write a file in the folder of its scope, list it in
 * registry.ts and give it words: `finding.<id>`, `finding.<id>.remedy` and `check.<id>…` in the catalogs.
 */

import type { Finding, Severity } from "../finding";
import type { TableInput, WorkbookInput } from "./input";
import type { Reconciliation } from "./reconciliation";

/** What a check looks at to judge: one cell, one line, one table, all tables, or the report's text beside them. */
export type Scope = "cell" | "row" | "table" | "workbook" | "text";

/** What a parameter counts. "points" are percentage points; "factor" is a ratio of two figures; "amount" is in the printed unit. */
export type ParameterUnit = "percent" | "points" | "amount" | "factor" | "digits";

/** Where a default comes from: catalog key `source.<code>`. */
export type SourceCode =
  | "definition" | "audit-practice" | "monitoring-practice" | "yueyang" | "budget-checkers" | "excel" | "experience";

export interface NumberParameter {
  readonly kind: "number";
  readonly default: number;
  readonly unit: ParameterUnit;
  /** Inclusive. */
  readonly min: number;
  readonly max: number;
  readonly source: SourceCode;
}

/** One of several words: catalog keys `check.<id>.<parameter>.<option>`. */
export interface ChoiceParameter {
  readonly kind: "choice";
  readonly default: string;
  readonly options: readonly string[];
  readonly source: SourceCode;
}

export type Parameter = NumberParameter | ChoiceParameter;

/** A parameter's value as kept in settings. */
export type ParameterValue = number | string;
export type Values = Readonly<Record<string, ParameterValue>>;

/** What a check declares about itself, for the runner and the settings page. */
export interface Declaration<V extends Values = Values> {
  readonly id: string;
  readonly scope: Scope;
  /** The severities its findings can have, the gravest first. */
  readonly severities: readonly Severity[];
  readonly parameters: { readonly [K in keyof V]: Parameter };
  /** Parameters of which none may be larger than the next: a warning comes before an error. */
  readonly ascending?: readonly (readonly (keyof V & string)[])[];
}

export interface Found {
  readonly findings: readonly Finding[];
  readonly reconciliations: readonly Reconciliation[];
}

/** What is found in one line, by index of `BudgetTable.rows`. */
export type LineFinder = (i: number) => readonly Finding[];

/** Judges line by line, so that long tables can be walked in slices. null: nothing to judge in this table. */
export interface LineCheck<V extends Values = Values> extends Declaration<V> {
  readonly scope: "cell" | "row";
  readonly find: (table: TableInput, values: V, workbook: WorkbookInput) => LineFinder | null;
}

export interface TableCheck<V extends Values = Values> extends Declaration<V> {
  readonly scope: "table";
  readonly find: (table: TableInput, values: V, workbook: WorkbookInput) => Found;
}

/** Gives what it finds in pieces, one after each piece of work that takes time. */
export interface WorkbookCheck<V extends Values = Values> extends Declaration<V> {
  readonly scope: "workbook";
  readonly find: (workbook: WorkbookInput, values: V) => Iterable<Found>;
}

/**
 * What is looked for in the report's text. It is declared here, where settings find all checks; reading the text
 * (domain/narrative) finds it, whatever else it reads besides.
 */
export interface TextCheck extends Declaration {
  readonly scope: "text";
}

export type Check = LineCheck | TableCheck | WorkbookCheck | TextCheck;

export const NOTHING: readonly Finding[] = [];
export const NOTHING_FOUND: Found = { findings: NOTHING, reconciliations: [] };

export function foundOf(findings: readonly Finding[]): Found {
  return { findings, reconciliations: [] };
}

/**
 * A check for the registry, which knows only that values are values. Settings give a check nothing but what its
 * own parameters declare, so the values are of the type it was written with.
 */
export function lineCheck<V extends Values>(check: LineCheck<V>): LineCheck {
  return { ...check, find: (table, values, workbook) => check.find(table, values as V, workbook) };
}

export function tableCheck<V extends Values>(check: TableCheck<V>): TableCheck {
  return { ...check, find: (table, values, workbook) => check.find(table, values as V, workbook) };
}

export function workbookCheck<V extends Values>(check: WorkbookCheck<V>): WorkbookCheck {
  return { ...check, find: (workbook, values) => check.find(workbook, values as V) };
}

/** A percentage as parameter, 0 to 1000. */
export function percent(value: number, source: SourceCode): NumberParameter {
  return { kind: "number", default: value, unit: "percent", min: 0, max: 1000, source };
}
