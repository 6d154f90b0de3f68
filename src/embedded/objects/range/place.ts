/** Where a Range lies, and whether it is seen. */

import { arrayRangeAt } from "../../book/cells";
import { geometry, isColumnHidden, isRowHidden, setColumnsHidden, setRowsHidden } from "../../book/sizes";
import { cellCount, columnCount, isWholeColumns, isWholeRows, rowCount } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { type Property, readable, writable } from "../../protocol/definition";
import { addressOf, type Cells } from "../cells";
import { flagOf } from "../values";

/** Counts beyond this are answered as -1, as documented for cellCount. */
const MOST_CELLS_COUNTED = 2_147_483_647;

/** True or false if it holds for all of `first`…`last` or for none, null where they differ. */
function uniform(first: number, last: number, holds: (index: number) => boolean): boolean | null {
  const answer = holds(first);
  for (let index = first + 1; index <= last; index += 1) if (holds(index) !== answer) return null;
  return answer;
}

export function rowsHidden({ sheet, range }: Cells): boolean | null {
  return uniform(range.top, range.bottom, (row) => isRowHidden(sheet, row));
}

export function columnsHidden({ sheet, range }: Cells): boolean | null {
  return uniform(range.left, range.right, (column) => isColumnHidden(sheet, column));
}

/** A cell is hidden when its row or its column is. */
function allHidden(cells: Cells): boolean | null {
  const rows = rowsHidden(cells);
  const columns = columnsHidden(cells);
  if (rows === true || columns === true) return true;
  return rows === false && columns === false ? false : null;
}

function spills({ sheet, range }: Cells): boolean {
  return arrayRangeAt(sheet, range.top, range.left) !== null;
}

function inPoints(side: "left" | "top" | "width" | "height"): (cells: Cells) => number {
  return ({ sheet, range }: { sheet: Cells["sheet"]; range: CellRange }) => geometry(sheet, range)[side];
}

export const placeProperties: Readonly<Record<string, Property<Cells>>> = {
  Address: readable("1.1", addressOf),
  AddressLocal: readable("1.1", addressOf),
  RowIndex: readable("1.1", ({ range }) => range.top),
  ColumnIndex: readable("1.1", ({ range }) => range.left),
  RowCount: readable("1.1", ({ range }) => rowCount(range)),
  ColumnCount: readable("1.1", ({ range }) => columnCount(range)),
  CellCount: readable("1.1", ({ range }) => (cellCount(range) > MOST_CELLS_COUNTED ? -1 : cellCount(range))),
  IsEntireColumn: readable("1.7", ({ range }) => isWholeColumns(range)),
  IsEntireRow: readable("1.7", ({ range }) => isWholeRows(range)),
  Hidden: readable("1.2", allHidden),
  RowHidden: writable("1.2", rowsHidden, ({ sheet, range }, value) => setRowsHidden(sheet, range, flagOf(value))),
  ColumnHidden: writable("1.2", columnsHidden, ({ sheet, range }, value) => setColumnsHidden(sheet, range, flagOf(value))),
  Left: readable("1.10", inPoints("left")),
  Top: readable("1.10", inPoints("top")),
  Width: readable("1.10", inPoints("width")),
  Height: readable("1.10", inPoints("height")),
  HasSpill: readable("1.12", spills),
  SavedAsArray: readable("1.12", spills),
};
