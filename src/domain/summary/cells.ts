/** Cells and figures of the summary, put together. */

import type { Place } from "../../workbook/address";
import { ZERO, type Decimal } from "../amounts/decimal";
import { executionRate } from "../execution/rate";
import type { Basis, NoRate, Rate } from "../execution/result";
import type { Expression, Figure, FigureFormat, SummaryCell, SummaryColumn } from "./model";

/** A value, and how it follows from the workbook. */
export interface Known {
  readonly value: Decimal;
  readonly formula: Expression;
}

export const NOTHING: Known = { value: ZERO, formula: { op: "value", value: ZERO } };

export const BLANK: SummaryCell = { kind: "blank" };

export function text(value: string): SummaryCell {
  return value === "" ? BLANK : { kind: "text", text: value };
}

export function link(value: string, place: Place | null): SummaryCell {
  return place === null || value === "" ? text(value) : { kind: "link", text: value, place };
}

export function open(proposal = ""): SummaryCell {
  return { kind: "open", proposal };
}

export function count(value: Decimal): SummaryCell {
  return figure({ value, missing: null, formula: null }, "count");
}

export function figure(of: Figure, format: FigureFormat): SummaryCell {
  return { kind: "figure", figure: of, format };
}

/** Blank where there is none and nothing is to be said about it. */
export function amount(known: Known | null, missing = ""): SummaryCell {
  if (known !== null) return figure({ ...known, missing: null }, "amount");
  return missing === "" ? BLANK : figure({ value: null, missing, formula: null }, "amount");
}

/** Part ÷ whole as a fraction, half up at 0.01 %. */
export function ratio(part: Known | null, whole: Known | null, missing: (why: NoRate) => string): SummaryCell {
  const rate = executionRate(part?.value ?? "no-expenditure-figure", whole?.value ?? "no-budget");
  if (!rate.ok || part === null || whole === null) return figure({ value: null, missing: missing(rate.ok ? "no-budget" : rate.why), formula: null }, "percent");
  return figure({ value: rate.percent.div(100), missing: null, formula: { op: "ratio", numerator: part.formula, denominator: whole.formula, places: 4 } }, "percent");
}

/** The same of a line that was computed: where that gave no rate, its reason is said. */
export function rateOfLine(computed: Rate | null, part: Known | null, whole: Known | null, missing: (why: NoRate) => string): SummaryCell {
  return computed?.ok === false ? figure({ value: null, missing: missing(computed.why), formula: null }, "percent") : ratio(part, whole, missing);
}

/** Of those that are known; null where none is. */
export function sum(terms: readonly (Known | null)[]): Known | null {
  const known = terms.filter((term) => term !== null);
  const [first] = known;
  if (first === undefined) return null;
  if (known.length === 1) return first;
  return { value: known.reduce((total, { value }) => total.plus(value), ZERO), formula: { op: "sum", terms: known.map(({ formula }) => formula) } };
}

export function difference(from: Known | null, take: Known | null): Known | null {
  return from === null || take === null ? null : { value: from.value.minus(take.value), formula: { op: "difference", from: from.formula, take: take.formula } };
}

/** A figure as other cells refer to it: by its place in the summary, not by its sources once more. */
export function at(known: Known | null, table: string, row: string, column: string): Known | null {
  return known === null ? null : { value: known.value, formula: { op: "figure", table, row, column } };
}

export function column(key: string, header: string | readonly string[], kind: SummaryColumn["kind"], isOpen = false): SummaryColumn {
  return { key, header: typeof header === "string" ? [header] : header, kind, isOpen };
}

/** A column about one of the two budgets; null: about either, line by line. */
export function columnOn(basis: Basis | null, ...rest: Parameters<typeof column>): SummaryColumn {
  return { ...column(...rest), ...(basis === null ? {} : { basis }) };
}

/** One whose texts tell lines apart, as codes and names do. */
export function identity(of: SummaryColumn): SummaryColumn {
  return { ...of, isIdentity: true };
}
