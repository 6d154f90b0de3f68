/** 单位：万元 over the first of several tables of a sheet holds for those below it, until another note. */

import type { SheetSnapshot } from "../../../workbook/snapshot";
import { readAmountColumns } from "../../execution/columns";
import { isAmount, type BudgetTable } from "../../table";
import { isUnitNote } from "./caption";
import { because, type ReasonCode } from "../reason";

/** The tables of a sheet in reading order. Figures of quite another size may be in another unit, which nothing tells then. */
export function takeUnitsFromAbove(sheet: SheetSnapshot, tables: readonly BudgetTable[]): readonly BudgetTable[] {
  const told: BudgetTable[] = [];
  for (const table of tables) {
    const above = told.findLast(({ range }) => range.bottom < table.range.top && range.left <= table.range.right && table.range.left <= range.right);
    const takes = above !== undefined && isNoted(above) && isUnknown(table) && areOfOneSize(sheet, above, table);
    told.push(takes ? { ...table, unit: above.unit, unitReason: because("unit-of-table-above", { text: above.unitReason.values?.["text"] ?? above.unit ?? "" }) } : table);
  }
  return told;
}

const ABOVE: ReadonlySet<string> = new Set<ReasonCode>(["unit-above", "unit-of-table-above"]);

/** In a line of its own; the unit in a title is that of the table so called. */
function isNoted({ unitReason: { code, values } }: BudgetTable): boolean {
  const text = String(values?.["text"] ?? "");
  return ABOVE.has(code) && (isUnitNote(text) || /^[（(].*[)）]$/u.test(text));
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
