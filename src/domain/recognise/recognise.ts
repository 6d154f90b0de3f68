/** Finding the budget tables of a workbook. Pure: the same snapshot and overrides always give the same tables. */

import type { Place } from "../../workbook/address";
import type { SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import type { CutOff } from "../execution/result";
import type { BudgetTable } from "../table";
import { createGrid } from "./grid";
import { isBudget } from "./columns/candidate";
import { headerPaths } from "./headers/cells";
import { sampleBelow } from "./headers/probe";
import { findRuns, joinRuns } from "./headers/runs";
import { createHeaderReader } from "./headers/text";
import type { AppliedOverride, TableOverride } from "./override";
import { reusedOverride } from "./reuse";
import { leaveTotalsOfSeveral } from "./table/over-tables";
import { findSections } from "./table/sections";
import { tableOf } from "./table/assemble";
import { takeUnitsFromAbove } from "./table/unit-from-above";
import { tellUnchanged } from "./table/unchanged";

/**
 * The budget tables of every sheet, hidden ones too, in reading order: by sheet, then top to bottom, left to
 * right. A budget table has a column of names or codes and a column of amounts with figures in it; prose,
 * dictionaries and other lists give none. Overrides of tables that are not there are ignored; those of tables with the same
 * headers serve a table of which nothing was decided. A person's cut-off date settles
 * which of several columns of spending counts; without it what the table says does.
 */
export function recogniseTables(snapshot: Snapshot, overrides: readonly TableOverride[], cutOff: CutOff | null = null): readonly BudgetTable[] {
  const recognise = (applied: readonly AppliedOverride[]): readonly BudgetTable[] =>
    snapshot.sheets.flatMap((sheet) => recogniseSheet(sheet, applied.filter(({ tableId }) => tableId.startsWith(`${sheet.id}!`)), cutOff));
  const tables = recognise(overrides);
  const reused = overrides.some(({ headers }) => headers !== undefined) ? tables.flatMap((table) => reusedOverride(table, overrides) ?? []) : [];
  return reused.length === 0 ? tables : recognise([...overrides, ...reused.map((override) => ({ ...override, isReused: true as const }))]);
}

function recogniseSheet(sheet: SheetSnapshot, overrides: readonly AppliedOverride[], cutOff: CutOff | null): readonly BudgetTable[] {
  const grid = createGrid(sheet);
  const read = createHeaderReader();
  // By column: the first row that no table so far, with its notes, takes up.
  const floors = new Int32Array(grid.range.right - grid.range.left + 1).fill(grid.range.top);
  const tables: BudgetTable[] = [];
  for (const section of findSections(grid, read, overrides)) {
    const { top, left, right } = section.header;
    const floor = floors.subarray(left - grid.range.left, right - grid.range.left + 1).reduce((a, b) => Math.max(a, b), grid.range.top);
    // A header inside a table above is that table's, repeated on a new page.
    const table = floor > top ? null : tableOf(grid, read, section, { floor, cutOff });
    if (table === null) continue;
    tables.push(table);
    const below = 1 + table.notes.reduce((last, { row }) => Math.max(last, row), table.range.bottom);
    floors.fill(below, table.range.left - grid.range.left, table.range.right - grid.range.left + 1);
  }
  return leaveTotalsOfSeveral(sheet, takeUnitsFromAbove(sheet, tables)).map((table) => tellUnchanged(sheet, table));
}

/** A header of budget and spending without any figure below it, where a sheet has such a one. */
export function findEmptyHeader({ sheets }: Snapshot): Place | null {
  const read = createHeaderReader();
  for (const sheet of sheets) {
    const grid = createGrid(sheet);
    const header = joinRuns(grid, read, findRuns(grid, read)).find((found) => {
      const meanings = headerPaths(grid, found).map((path) => read(path.at(-1) ?? "")?.meaning ?? null);
      return meanings.some(isBudget) && meanings.includes("expenditure") && meanings.every((_, at) => sampleBelow(grid, found.bottom, found.left + at).numbers === 0);
    });
    if (header !== undefined) return { sheetId: sheet.id, sheetName: sheet.name, range: { top: header.top, bottom: header.bottom, left: header.left, right: header.right } };
  }
  return null;
}
