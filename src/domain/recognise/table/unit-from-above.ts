/** 单位：万元 over the first of several tables of a sheet holds for those below it, until another note; beside the first one's columns, for all. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { readAmountColumns } from "../../execution/columns";
import { findUnit } from "../../amounts/unit";
import { isAmount, type BudgetTable } from "../../table";
import { isCaptionText, isUnitNote } from "./caption";
import { because, type ReasonCode } from "../reason";

/** The tables of a sheet in reading order. Figures of quite another size may be in another unit, which nothing tells then. */
export function takeUnitsFromAbove(sheet: SheetSnapshot, tables: readonly BudgetTable[]): readonly BudgetTable[] {
  const told: BudgetTable[] = [];
  const note = tables.length > 1 ? noteOfSheet(sheet, tables) : null;
  for (const table of tables) {
    const above = told.findLast(({ range }) => range.bottom < table.range.top && range.left <= table.range.right && table.range.left <= range.right);
    if (!isUnknown(table) || (above !== undefined && !areOfOneSize(sheet, above, table))) told.push(table);
    else if (above !== undefined && isNoted(above)) told.push({ ...table, unit: above.unit, unitReason: because("unit-of-table-above", { text: above.unitReason.values?.["text"] ?? above.unit ?? "" }) });
    else told.push(note === null ? table : { ...table, ...note });
  }
  return told;
}

/** A unit noted above all tables, which stands over none of them: 截至… and 单位：… in one line, of the sheet. */
function noteOfSheet({ values, top }: SheetSnapshot, tables: readonly BudgetTable[]): Pick<BudgetTable, "unit" | "unitReason"> | null {
  const end = tables.reduce((first, { range }) => Math.min(first, range.top), Infinity);
  const notes = values.slice(0, Math.max(0, end - top)).flat().flatMap((value) => (typeof value === "string" && isUnitNote(value) ? [value] : []));
  const [unit = null, ...others] = new Set(notes.map(findUnit));
  const [text] = notes;
  const isTaken = tables.some(({ unitReason }) => unitReason.code === "unit-above" && notes.some((note) => unitReason.values?.["text"] === note));
  return unit === null || others.length > 0 || text === undefined || isTaken ? null : { unit, unitReason: because("unit-above", { text }) };
}

const ABOVE: ReadonlySet<string> = new Set<ReasonCode>(["unit-above", "unit-of-table-above"]);

/** In a line of its own, or of the period; the unit in a title is that of the table so called. */
function isNoted({ unitReason: { code, values } }: BudgetTable): boolean {
  const text = String(values?.["text"] ?? "");
  return ABOVE.has(code) && (isCaptionText(text) || /^[（(].*[)）]$/u.test(text));
}

function isUnknown({ unit, unitReason, columns }: BudgetTable): boolean {
  return unit === null && unitReason.code === "unit-unknown" && columns.every((column) => column.unit === null);
}

/** Less than 万元 and 元 are apart. */
const MOST_APART = 1000;

function areOfOneSize(sheet: SheetSnapshot, above: BudgetTable, table: BudgetTable): boolean {
  const [first, second] = [largestIn(sheet, above), largestIn(sheet, table)];
  return first === 0 || second === 0 || Math.max(first, second) < MOST_APART * Math.min(first, second);
}

/** As printed; roughly. */
function largestIn(sheet: SheetSnapshot, table: BudgetTable): number {
  const amounts = [...readAmountColumns(table, sheet, table.unit, table.columns.filter(isAmount)).values()];
  return amounts.reduce((most, { scaled }) => scaled.reduce((a, b) => (b > a ? b : a), most), 0);
}
