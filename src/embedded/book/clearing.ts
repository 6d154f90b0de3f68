/** Clearing cells: contents, formats, links, or all of them. */

import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { removeHyperlinks } from "./hyperlinks";
import { unmerge } from "./merges";
import type { Sheet } from "./model";
import { checkAllowed, checkWritable } from "./protection";
import { setStyles } from "./restyling";
import { columnStyle, eachCell } from "./store";
import { afterWrite, checkArrays, dropArraysInside } from "./writing";

export type ClearWhat = "All" | "Contents" | "Formats" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents";

export function clear(sheet: Sheet, range: CellRange, what: ClearWhat): void {
  if (what === "Contents" || what === "All" || what === "ResetContents") clearContents(sheet, range);
  if (what === "Formats" || what === "All") clearFormats(sheet, range);
  if (what === "Hyperlinks" || what === "RemoveHyperlinks" || what === "All") removeHyperlinks(sheet, range, what !== "Hyperlinks");
}

function clearContents(sheet: Sheet, range: CellRange): void {
  checkWritable(sheet, narrowed(sheet, range));
  checkArrays(sheet, range);
  dropArraysInside(sheet, range);
  eachCell(sheet, range, (cell) => {
    cell.value = null;
    cell.formula = null;
    delete cell.valueMetadata;
  });
  afterWrite(sheet, range);
}

/** Of whole rows and columns only the cells that are there can be locked and filled. */
function narrowed(sheet: Sheet, range: CellRange): CellRange {
  const last = Math.max(range.top, ...sheet.rows.keys());
  return { ...range, bottom: Math.min(range.bottom, last) };
}

function clearFormats(sheet: Sheet, range: CellRange): void {
  checkAllowed(sheet, "allowFormatCells");
  unmerge(sheet, range);
  setStyles(sheet, range, () => 0);
  for (const [number, row] of sheet.rows) {
    if (number < range.top || number > range.bottom) continue;
    for (let column = range.left; column <= Math.min(range.right, row.cells.length - 1); column++) {
      const cell = row.cells[column];
      // A cell that says nothing beyond its row or column need not be there.
      if (cell && cell.value === null && cell.formula === null && (row.style ?? columnStyle(sheet, column)) === 0) row.cells[column] = undefined;
    }
  }
  announce(sheet.book, { kind: "format", sheetId: sheet.id, range });
}
