/** Which columns rates and statuses go to. */

import type { TableExecution } from "../domain/execution/result";
import { columnOf, placeOf, type BudgetTable } from "../domain/table";
import { intersects, LAST_COLUMN, type CellRange } from "../workbook/address";
import { done, failed, type Outcome } from "../workbook/problem";
import type { SheetSnapshot } from "../workbook/snapshot";
import { contentAt } from "./cells";
import type { FoundColumn } from "./written";

/** A column to write to. A new one gets our header and the table's look. */
export interface Target {
  readonly column: number;
  readonly isNew: boolean;
  /** What we wrote there before, if we did. */
  readonly ours: FoundColumn | null;
}

export interface Targets {
  readonly rate: Target;
  readonly status: Target;
}

/**
 * A column that we wrote, else the table's own if it is entirely empty, else the first free columns to the right.
 * `ours` are the columns found on the sheet. Fails with `no-free-columns` where another table stands in the way.
 */
export function chooseTargets(sheet: SheetSnapshot, { table }: TableExecution, ours: readonly FoundColumn[], obstacles: readonly CellRange[]): Outcome<Targets> {
  const near = ours.filter((found) => isBeside(found, table, obstacles)).sort((a, b) => a.headerRow - b.headerRow || a.column - b.column);
  const rate = existing(sheet, table, near, "rate");
  const status = existing(sheet, table, near.filter(({ column }) => column !== rate?.column), "status");
  const missing = [rate, status].filter((target) => target === null).length;
  if (rate !== null && status !== null) return done({ rate, status });
  const free = freeColumns(sheet, table, missing, obstacles);
  if (free === null) return failed({ code: "no-free-columns", place: placeOf(table, table.range) });
  const fresh = (column: number): Target => ({ column, isNew: true, ours: null });
  return done({ rate: rate ?? fresh(free), status: status ?? fresh(free + (rate === null ? 1 : 0)) });
}

/** In the table's rows: inside it if somebody else headed the column, else between it and the next one on its right. */
function isBeside({ column, headerRow, written }: FoundColumn, { range }: BudgetTable, obstacles: readonly CellRange[]): boolean {
  if (headerRow < range.top || headerRow > range.bottom) return false;
  if (!written.ownHeader) return column >= range.left && column <= range.right;
  return column > range.right && !obstacles.some(({ left, top, bottom }) => left > range.right && left <= column && top <= headerRow && headerRow <= bottom);
}

function existing(sheet: SheetSnapshot, table: BudgetTable, near: readonly FoundColumn[], role: "rate" | "status"): Target | null {
  const [first, ...more] = near.filter(({ written }) => written.kind === role);
  if (first !== undefined) {
    // Two tables may have grown together; then what we wrote for either is ours in the one column they share.
    const marks = more.filter(({ column }) => column === first.column).flatMap((found) => [...found.marks]);
    return { column: first.column, isNew: false, ours: marks.length === 0 ? first : { ...first, marks: new Set([...first.marks, ...marks]) } };
  }
  const own = columnOf(table, role);
  const isUsable = own !== null && isBlank(sheet, own.column, table.headerBottom + 1, table.range.bottom) && !table.mergedBody.some((merge) => own.column >= merge.left && own.column <= merge.right);
  return isUsable ? { column: own.column, isNew: false, ours: null } : null;
}

/**
 * The first of `count` neighbouring columns right of the table that are blank and unmerged from its header to its
 * last row. Beside an Excel table one column stays empty: Excel makes what is written right at its edge part of
 * the table (AutoCorrect acts on add-ins' writing too).
 */
function freeColumns(sheet: SheetSnapshot, table: BudgetTable, count: number, obstacles: readonly CellRange[]): number | null {
  const { headerTop, range } = table;
  const span = (left: number, right: number): CellRange => ({ top: headerTop, bottom: range.bottom, left, right });
  const excelTable = sheet.tables.find(({ name }) => name === table.excelTable);
  let first = excelTable === undefined ? range.right + 1 : excelTable.range.right + 2;
  for (let column = first; column <= LAST_COLUMN; column++) {
    const here = span(column, column);
    if (obstacles.some((obstacle) => intersects(obstacle, here))) return null;
    const isFree = isBlank(sheet, column, headerTop, range.bottom) && !sheet.merges.some((merge) => intersects(merge, here));
    if (!isFree) first = column + 1;
    else if (column - first + 1 === count) return first;
  }
  return null;
}

function isBlank(sheet: SheetSnapshot, column: number, top: number, bottom: number): boolean {
  if (column >= sheet.left + (sheet.values[0]?.length ?? 0)) return true;
  for (let row = Math.max(top, sheet.top); row <= Math.min(bottom, sheet.top + sheet.values.length - 1); row++) {
    if (contentAt(sheet, row, column).kind !== "blank") return false;
  }
  return true;
}
