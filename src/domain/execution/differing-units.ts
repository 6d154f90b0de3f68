/**
 * Amounts that meet in one rate though headers, notes or the cells themselves say that they are counted in different
 * units or currencies. Units of yuan that we count in are converted; what is in any other is divided only by the same.
 */

import { formatRange, rangeOfCell } from "../../workbook/address";
import { areOneCurrency } from "../amounts/currency";
import { isCounted, statedMeasure } from "../amounts/unit";
import type { Finding } from "../finding";
import { placeOf, type BudgetTable } from "../table";
import type { CommonUnit, Measure } from "./basis";
import type { AmountColumn, AmountColumns } from "./columns";
import type { NoRate } from "./result";

/** One side of a rate, or both: columns of a table with their amounts. */
export interface Counted {
  readonly table: BudgetTable;
  readonly amounts: AmountColumn;
}

/** The columns of a measure that hold any amount; the others say nothing of units. */
export function countedIn(table: BudgetTable, { terms }: Measure, columns: AmountColumns): readonly Counted[] {
  return terms.flatMap(({ column }) => {
    const amounts = columns.get(column.column);
    return amounts === undefined || !holdsAmount(amounts) ? [] : [{ table, amounts }];
  });
}

function holdsAmount({ scaled, exact }: AmountColumn): boolean {
  return exact.size > 0 || scaled.some((amount) => !Number.isNaN(amount));
}

/** The first two that cannot be put together, as a finding that names both; null where all can. */
export function differingUnits(columns: readonly Counted[]): Finding | null {
  const told = columns.flatMap(tellings);
  for (const [i, one] of told.entries()) {
    const other = told.slice(0, i).find((before) => clash(before.measure, one.measure) !== null);
    if (other !== undefined) return findingOf(other, one);
  }
  return null;
}

/** Why there are no rates; null where both sides are in one unit. */
export function incomparable(common: CommonUnit, differing: Finding | null): NoRate | null {
  return differing !== null ? "units-differ" : common.ok ? null : "unit-unknown";
}

/** Of two columns of one table, as far as their headers say. */
export function areInOneUnit(a: AmountColumn, b: AmountColumn): boolean {
  return a.unit === b.unit && (a.stated === null || b.stated === null || clash(a.stated, b.stated) === null);
}

type Clash = "unit" | "currency";

/** `exponent` null: the scale is not told here. */
interface Partly {
  readonly currency: string | null;
  readonly exponent: number | null;
}

interface Telling {
  readonly of: Counted;
  readonly measure: Partly;
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

function clash(a: Partly, b: Partly): Clash | null {
  if (a.currency !== null && b.currency !== null && !areOneCurrency(a.currency, b.currency)) return "currency";
  if (a.exponent === null || b.exponent === null || a.exponent === b.exponent) return null;
  return isCounted({ ...a, exponent: a.exponent }) && isCounted({ ...b, exponent: b.exponent }) ? null : "unit";
}

/** Nearest first: what stands before amounts themselves, their header, the table's note, what number formats print. */
function tellings(of: Counted): readonly Telling[] {
  const { table, amounts: { column, stated, currencies, formatCurrencies } } = of;
  const head = stated === null ? ofNote(table) : { measure: stated, text: noteIn(column.header.findLast((words) => statedMeasure(words) !== null) ?? ""), row: table.headerBottom, column: column.column };
  const inCells = [...currencies].map(([currency, i]) => ({ of, measure: { currency, exponent: head?.measure.exponent ?? null }, text: currency === "CNY" ? "¥" : currency, row: table.rows[i]?.row ?? 0, column: column.column }));
  if (inCells.length > 0) return inCells;
  if (head !== null) return [{ of, ...head }];
  const [printed, ...others] = formatCurrencies;
  // Of several, one was chosen by mistake.
  return printed === undefined || others.length > 0 ? [] : [{ of, measure: { currency: printed, exponent: null }, text: printed, row: table.rows[0]?.row ?? 0, column: column.column }];
}

/** What stands in brackets, if that says it: £000 of Budget (£000). */
function noteIn(text: string): string {
  return [...text.matchAll(/[(（[【]([^()（）[\]【】]+)[)）\]】]/gu)].map(([, inner = ""]) => inner.trim()).find((inner) => statedMeasure(inner) !== null) ?? text;
}

/**
 * What the table says of all its amounts. Where other columns state a unit of their own it is of the currency alone: "(in thousands)" over
 * Actual ($) is thousands of dollars. What a person chose, or other tables told, is no statement.
 */
function ofNote(table: BudgetTable): Omit<Telling, "of"> | null {
  const { unitReason: { values }, captions, title, columns } = table;
  const reason = values?.["text"];
  const isOfColumn = columns.some(({ header }) => header.some((words) => typeof reason === "string" && words.includes(reason)));
  const notes = [...captions, ...(title === null ? [] : [title]), ...table.notes];
  const at = notes.find(({ text }) => (isOfColumn ? statedMeasure(text) !== null : typeof reason === "string" && text.includes(reason)));
  const text = isOfColumn ? at?.text : reason;
  const measure = typeof text === "string" ? statedMeasure(text) : null;
  if (typeof text !== "string" || measure === null) return null;
  return { measure: isOfColumn ? { ...measure, exponent: null } : measure, text: noteIn(text), row: at?.row ?? table.headerTop, column: at?.column ?? table.range.left };
}

function findingOf(one: Telling, other: Telling): Finding {
  const isOneSheet = one.of.table.sheetId === other.of.table.sheetId;
  const at = ({ of: { table }, row, column }: Telling): string => `${isOneSheet ? "" : `${table.sheetName} `}${formatRange(rangeOfCell(row, column))}`;
  return {
    rule: "units-differ", ...(clash(one.measure, other.measure) === "currency" ? { kind: "currency" } : {}), severity: "error",
    place: placeOf(other.of.table, rangeOfCell(other.row, other.column)), expected: null, actual: null,
    values: { text: one.text, at: at(one), other: other.text, otherAt: at(other) },
  };
}
