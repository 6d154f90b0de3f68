/** What stands around a column of figures that a person selected: its header, and the column that names its lines. */

import type { SheetSnapshot } from "../../workbook/snapshot";
import { parseAmount } from "../amounts/parse";
import { trimmed } from "../recognise/grid";
import { createHeaderReader, type HeaderReader } from "../recognise/headers/text";
import type { Meaning } from "../recognise/dialects/dialect";
import type { BudgetRole } from "../table";

/** Header rows above the lines that are looked at. */
const MOST_HEADERS = 4;
/** Lines that tell what a column holds. */
const SAMPLE = 200;

/** The header's texts above row `top`, from the top down; merged ones count for all their columns. */
export function headerAbove(sheet: SheetSnapshot, column: number, top: number): readonly string[] {
  const texts: string[] = [];
  for (let row = top - 1; row >= Math.max(sheet.top, top - MOST_HEADERS); row -= 1) {
    const merge = sheet.merges.find((area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right);
    const text = textAt(sheet, merge?.top ?? row, merge?.left ?? column);
    if (text !== "" && text !== texts[0]) texts.unshift(text);
  }
  return texts;
}

/** Which budget a header names; null where it leaves that open. */
export function budgetNamedBy(header: readonly string[]): BudgetRole | null {
  const read = createHeaderReader();
  for (const text of [...header].reverse()) {
    const { meaning, confidence } = read(text) ?? {};
    if (meaning === "original-budget" || meaning === "adjusted-budget") return confidence === "sure" ? meaning : null;
  }
  return null;
}

/** Left of the figures: of the columns called names, else of all that hold texts, the one that tells most lines apart; of equal ones the nearest. */
export function nameColumnBeside(sheet: SheetSnapshot, left: number, top: number, bottom: number): number | null {
  const read = createHeaderReader();
  let best: { readonly column: number; readonly isCalledName: boolean; readonly different: number } | null = null;
  for (let column = left - 1; column >= sheet.left; column -= 1) {
    const different = differentTexts(sheet, column, top, Math.min(bottom, top + SAMPLE));
    const called = meaningOf(headerAbove(sheet, column, top), read);
    if (different === 0 || NO_NAMES.has(called)) continue;
    const isCalledName = called === "name" || called === "function-name";
    const isBetter = best === null || (isCalledName === best.isCalledName ? different > best.different : isCalledName);
    if (isBetter) best = { column, isCalledName, different };
  }
  return best?.column ?? null;
}

const NO_NAMES: ReadonlySet<Meaning | null> = new Set<Meaning | null>(["serial", "status", "reason"]);

function meaningOf(header: readonly string[], read: HeaderReader): Meaning | null {
  return read(header.at(-1) ?? "")?.meaning ?? null;
}

function differentTexts(sheet: SheetSnapshot, column: number, top: number, bottom: number): number {
  const texts = new Set<string>();
  for (let row = top; row <= bottom; row += 1) {
    const text = textAt(sheet, row, column);
    if (text !== "" && parseAmount(text).kind === "unreadable") texts.add(text);
  }
  return texts.size;
}

function textAt(sheet: SheetSnapshot, row: number, column: number): string {
  return trimmed(sheet.values[row - sheet.top]?.[column - sheet.left] ?? "");
}
