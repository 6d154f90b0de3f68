/** In which unit a table's amounts are, and how that is known. */

import type { Decimal } from "../../amounts/decimal";
import { parseAmount } from "../../amounts/parse";
import type { CellValue } from "../../../workbook/snapshot";
import { findUnit, statedUnit, UNITS, type StatedUnit, type Unit } from "../../amounts/unit";
import { AMOUNT_ROLES, type LocatedText, type Reason, type TableColumn } from "../../table";
import { isUnitNote, unitOf, type Caption } from "./caption";
import { because, type ReasonCode } from "../reason";

export interface TableUnit {
  readonly unit: Unit | null;
  readonly reason: Reason;
  /** A person should confirm it. */
  readonly isLikely: boolean;
  /** Another text states another unit. */
  readonly contradiction?: Reason;
}

/** Columns whose unit speaks for the table; 其中 columns may leave theirs out. */
const MAIN_ROLES: ReadonlySet<string> = new Set([...AMOUNT_ROLES].filter((role) => role !== "basic" && role !== "project"));

export interface UnitEvidence {
  readonly columns: readonly TableColumn[];
  readonly caption: Caption;
  readonly notes: readonly LocatedText[];
  readonly sheetName: string;
  /** Figures of the total row. A sentence above that states one of them with its unit tells the table's. */
  readonly totals: readonly Decimal[];
  /** What the cells of a column of amounts hold, from the first line to the last. */
  readonly cellsOf: (column: TableColumn) => Iterable<CellValue>;
}

/**
 * Nearest first: the columns' own headers, the lines above, beside, and below the table, the sheet's name, a sentence
 * that states the total, and the amounts' own units where each has one. Where the nearest is none that we count in (百万元, dollars), the unit is unknown and the
 * text is named: what stands further away is not about these figures.
 */
export function decideUnit(evidence: UnitEvidence): TableUnit {
  const decided = nearestUnit(evidence);
  const contradiction = contradictionOf(decided, evidence);
  return contradiction === null ? decided : { ...decided, contradiction };
}

/** The first title or note that states another unit than the one decided on by a text. Columns may each have their own. */
function contradictionOf({ unit, reason }: TableUnit, { columns, caption, notes }: UnitEvidence): Reason | null {
  if (unit === null || !STATED.has(reason.code)) return null;
  const texts = [...caption.texts, ...caption.beside, ...notes].map(({ text }) => text).filter((text) => isUnitNote(text) || text === caption.title?.text || NOTE.test(text));
  const other = texts.find((text) => (findUnit(text) ?? unit) !== unit);
  const own = reason.values?.["text"] ?? columns.find((column) => column.unit === unit)?.header.at(-1) ?? unit;
  return other === undefined ? null : because("doubt-units-differ", { text: own, other });
}

const STATED: ReadonlySet<string> = new Set<ReasonCode>(["unit-in-columns", "unit-in-header", "unit-above", "unit-beside", "unit-below"]);
/** 注：单位：元, a note that is about the unit. */
const NOTE = /^(?:注|说明|备注|notes?)\d*[:：]\s*(?:(?:金额|货币|计量)?单位|(?:all )?(?:amounts?|figures) )/iu;

function nearestUnit({ columns, caption, notes, sheetName, totals, cellsOf }: UnitEvidence): TableUnit {
  const amounts = columns.filter(({ role }) => role !== null && AMOUNT_ROLES.has(role));
  const main = amounts.filter(({ role }) => role !== null && MAIN_ROLES.has(role));
  const stated = (main.length > 0 ? main : amounts).map(({ unit }) => unit);
  const [first] = stated;
  if (first !== undefined && first !== null && stated.every((unit) => unit === first)) return sure(first, because("unit-in-columns", { unit: first }));
  const foreign = amounts.flatMap(headerTexts).find(({ text }) => statedUnit(text) === "other");
  if (foreign !== undefined) return uncounted(foreign.text);

  const above = unitOf(caption.texts);
  if (above !== null) return decided(above, "unit-above");
  const known = stated.filter((unit) => unit !== null);
  if (known.length > 0 && known.length === stated.length) {
    const largest = known.reduce((a, b) => (UNITS[b] > UNITS[a] ? b : a));
    return sure(largest, because("unit-columns-differ", { unit: largest }));
  }
  const others = columns.filter((column) => !amounts.includes(column));
  const before = unitOf(others.filter(({ column }) => amounts.every((amount) => column < amount.column)).flatMap(headerTexts));
  if (before !== null) return decided(before, "unit-in-header");
  // Variance ($) behind them speaks for itself alone, unless it says a unit that we count in.
  const behind = unitOf(others.flatMap(headerTexts));
  if (behind !== null && behind.unit !== "other") return decided(behind, "unit-in-header");
  const beside = unitOf(caption.beside);
  if (beside !== null) return decided(beside, "unit-beside");
  const below = unitOf(notes);
  if (below !== null) return decided(below, "unit-below");
  const named = unitOf([{ text: sheetName, row: 0, column: 0 }]);
  if (named !== null) return decided(named, "unit-in-sheet-name");
  return unitOfStatedTotal(caption.texts, totals) ?? unitInCells(amounts, cellsOf) ?? { unit: null, reason: because("unit-unknown"), isLikely: false };
}

function headerTexts({ header, column }: TableColumn): LocatedText[] {
  return header.map((text) => ({ text, row: 0, column }));
}

function decided({ unit, text }: { readonly unit: StatedUnit; readonly text: string }, code: ReasonCode): TableUnit {
  if (unit === "other") return uncounted(text);
  return code === "unit-beside" ? likely(unit, because(code, { text })) : sure(unit, because(code, { text }));
}

/** Of a longer line what stands in brackets is told: For the period ended September 30 (USD). */
function uncounted(text: string): TableUnit {
  const inner = [...text.matchAll(/[(（[][^()（）[\]]+[)）\]]/gu)].map(([words]) => words).find((words) => statedUnit(words) === "other");
  return { unit: null, reason: because("unit-not-counted", { text: inner ?? text }), isLikely: true };
}

function sure(unit: Unit, reason: Reason): TableUnit {
  return { unit, reason, isLikely: false };
}

function likely(unit: Unit, reason: Reason): TableUnit {
  return { unit, reason, isLikely: true };
}

const AMOUNT_WITH_UNIT = /\d[\d,，.]*\s*[千万亿]?元/gu;

/** "…调整后预算为27752.10万元。详见下表" above a table whose total is 27752.10. */
function unitOfStatedTotal(texts: readonly LocatedText[], totals: readonly Decimal[]): TableUnit | null {
  const found = new Map<Unit, string>();
  for (const [phrase] of texts.flatMap(({ text }) => Array.from(text.matchAll(AMOUNT_WITH_UNIT)))) {
    const parsed = parseAmount(phrase);
    if (parsed.kind === "amount" && parsed.unit !== null && totals.some((total) => !total.isZero() && total.equals(parsed.value))) found.set(parsed.unit, phrase);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? likely(only[0], because("unit-of-stated-total", { text: only[1] })) : null;
}

/** 12.5万元 | 62500元: the largest of them, if no figure goes without. */
function unitInCells(columns: readonly TableColumn[], cellsOf: UnitEvidence["cellsOf"]): TableUnit | null {
  const found = new Map<Unit, string>();
  for (const column of columns) {
    for (const value of cellsOf(column)) {
      const parsed = parseAmount(value);
      if (parsed.kind !== "amount" || parsed.value.isZero()) continue;
      if (parsed.unit === null) return null;
      found.set(parsed.unit, String(value));
    }
  }
  const largest = [...found].reduce<[Unit, string] | null>((best, entry) => (best === null || UNITS[entry[0]] > UNITS[best[0]] ? entry : best), null);
  return largest === null ? null : sure(largest[0], because("unit-in-cells", { text: largest[1] }));
}
