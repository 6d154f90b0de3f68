/** Tables and shifts: they move, grow and shrink, but are never cut. */

import { setContent } from "../writing";
import { refuse } from "../refusal";
import { ensureCell } from "../store";
import { uniqueName } from "../table-edits";
import { removeTable } from "../table-parts";
import type { Table } from "../tables";
import { changedArea, isInBand, isTouched, shiftRange } from "./shift";
import type { Shift } from "./shift";

/** @throws HostRefusal InsertDeleteConflict */
export function checkTables(shift: Shift): void {
  for (const table of shift.sheet.tables) {
    if (!isTouched(table.range, shift)) continue;
    if (!isInBand(table.range, shift)) refuse("InsertDeleteConflict", "This operation would shift cells in a table.");
    if (shift.axis === "rows" && shift.count < 0) checkRowsLeft(table, shift);
  }
}

/** Headers, totals and at least one row of data stay, unless the whole table goes. */
function checkRowsLeft(table: Table, shift: Shift): void {
  const { range } = table;
  const area = changedArea(shift);
  if (area.top > range.bottom || area.bottom < range.top || shiftRange(range, shift) === null) return;
  const data = { top: range.top + (table.showHeaders ? 1 : 0), bottom: range.bottom - (table.showTotals ? 1 : 0) };
  const losesHeader = table.showHeaders && area.top <= range.top;
  const losesAll = area.top <= data.top && area.bottom >= data.bottom;
  if (losesHeader || losesAll) refuse("InsertDeleteConflict", "A table keeps its header row and a row of data.");
}

export function shiftTables(shift: Shift): void {
  for (const table of [...shift.sheet.tables]) {
    if (!isTouched(table.range, shift)) continue;
    const before = table.range;
    const after = shiftRange(before, shift);
    if (!after) {
      removeTable(table);
      continue;
    }
    if (shift.axis === "columns") shiftColumns(table, shift, before.left);
    table.range = after;
    if (shift.axis === "columns") nameNewColumns(table);
  }
}

function shiftColumns(table: Table, shift: Shift, left: number): void {
  const at = shift.at - left;
  if (shift.count < 0) {
    const first = Math.max(0, at);
    table.columns.splice(first, Math.max(0, at - shift.count - first));
  } else if (at > 0) {
    const highest = Math.max(0, ...table.columns.map((column) => column.id));
    table.columns.splice(at, 0, ...Array.from({ length: shift.count }, (_, offset) => ({ id: highest + 1 + offset, name: "" })));
  }
}

function nameNewColumns(table: Table): void {
  table.columns.forEach((column, index) => {
    if (column.name !== "") return;
    column.name = uniqueName("", index, table.columns.map((other) => other.name));
    if (table.showHeaders) setContent(ensureCell(table.sheet, table.range.top, table.range.left + index), column.name, null);
  });
}
