/** In which unit a table's amounts are, and how that is known. */

import type { Decimal } from "../../amounts/decimal";
import { parseAmount } from "../../amounts/parse";
import { UNITS, type Unit } from "../../amounts/unit";
import { AMOUNT_ROLES, type LocatedText, type Reason, type TableColumn } from "../../table";
import { unitOf, type Caption } from "./caption";
import { because } from "../reason";

export interface TableUnit {
  readonly unit: Unit | null;
  readonly reason: Reason;
  /** A person should confirm it. */
  readonly isLikely: boolean;
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
}

/** Nearest first: the columns' own headers, the lines above, beside, and below the table, the sheet's name, a sentence that states the total. */
export function decideUnit({ columns, caption, notes, sheetName, totals }: UnitEvidence): TableUnit {
  const amounts = columns.filter(({ role }) => role !== null && AMOUNT_ROLES.has(role));
  const main = amounts.filter(({ role }) => role !== null && MAIN_ROLES.has(role));
  const stated = (main.length > 0 ? main : amounts).map(({ unit }) => unit);
  const [first] = stated;
  if (first !== undefined && first !== null && stated.every((unit) => unit === first)) return sure(first, because("unit-in-columns", { unit: first }));

  const above = unitOf(caption.texts);
  if (above !== null) return sure(above.unit, because("unit-above", { text: above.text }));
  const known = stated.filter((unit) => unit !== null);
  if (known.length > 0 && known.length === stated.length) {
    const largest = known.reduce((a, b) => (UNITS[b] > UNITS[a] ? b : a));
    return sure(largest, because("unit-columns-differ", { unit: largest }));
  }
  const headed = unitOf(columns.flatMap(({ header, column }) => header.map((text) => ({ text, row: 0, column }))).filter(({ column }) => !amounts.some((amount) => amount.column === column)));
  if (headed !== null) return sure(headed.unit, because("unit-in-header", { text: headed.text }));
  const beside = unitOf(caption.beside);
  if (beside !== null) return likely(beside.unit, because("unit-beside", { text: beside.text }));
  const below = unitOf(notes);
  if (below !== null) return sure(below.unit, because("unit-below", { text: below.text }));
  const named = unitOf([{ text: sheetName, row: 0, column: 0 }]);
  if (named !== null) return sure(named.unit, because("unit-in-sheet-name", { text: sheetName }));
  return unitOfStatedTotal(caption.texts, totals) ?? { unit: null, reason: because("unit-unknown"), isLikely: false };
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
