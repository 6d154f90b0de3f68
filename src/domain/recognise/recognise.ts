/** Finding the budget tables of a workbook. Pure: the same snapshot and overrides always give the same tables. */

import type { SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import type { BudgetTable } from "../table";
import { createGrid } from "./grid";
import { createHeaderReader } from "./headers/text";
import type { TableOverride } from "./override";
import { findSections } from "./table/sections";
import { tableOf } from "./table/assemble";

/**
 * The budget tables of every sheet, hidden ones too, in reading order: by sheet, then top to bottom, left to
 * right. A budget table has a column of names or codes and a column of amounts with figures in it; prose,
 * dictionaries and other lists give none. Overrides of tables that are not there are ignored.
 */
export function recogniseTables(snapshot: Snapshot, overrides: readonly TableOverride[]): readonly BudgetTable[] {
  return snapshot.sheets.flatMap((sheet) => recogniseSheet(sheet, overrides.filter(({ tableId }) => tableId.startsWith(`${sheet.id}!`))));
}

function recogniseSheet(sheet: SheetSnapshot, overrides: readonly TableOverride[]): readonly BudgetTable[] {
  const grid = createGrid(sheet);
  const read = createHeaderReader();
  const sections = findSections(grid, read, overrides);
  const tables: BudgetTable[] = [];
  for (const section of sections) {
    const table = tableOf(grid, read, section, sections, tables);
    if (table !== null) tables.push(table);
  }
  return tables;
}
