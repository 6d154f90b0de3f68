/** Excel.RangeView: the visible rows and columns of a range. */

import { readFormulas, readNumberFormats, readTexts, readValues, readValueTypes } from "../../book/cells";
import type { Sheet } from "../../book/book";
import { isColumnHidden, isRowHidden } from "../../book/sizes";
import { type CellRange, formatRange } from "../../../workbook/address";
import { type ApiObject, defineObject, object, type ObjectType, type Property, readable } from "../../protocol/definition";
import type { Json } from "../../protocol/json";
import { type Cells, cellsExist, movedCells } from "../cells";
import { rangeObject } from "./range";

function indexes(first: number, last: number, isHidden: (index: number) => boolean): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset).filter((index) => !isHidden(index));
}

function visibleRows({ sheet, range }: Cells): readonly number[] {
  return indexes(range.top, range.bottom, (row) => isRowHidden(sheet, row));
}

function visibleColumns({ sheet, range }: Cells): readonly number[] {
  return indexes(range.left, range.right, (column) => isColumnHidden(sheet, column));
}

/** A grid of the range without its hidden lines. */
function visible<T extends Json>(read: (sheet: Sheet, range: CellRange) => readonly (readonly T[])[]): Property<Cells> {
  return readable("1.3", (cells): Json => {
    const grid = read(cells.sheet, cells.range);
    const columns = visibleColumns(cells);
    return visibleRows(cells).map((row) => columns.map((column) => grid[row - cells.range.top]?.[column - cells.range.left] ?? ""));
  });
}

export const rangeViewType: ObjectType<Cells> = defineObject<Cells>({
  name: "RangeView",
  moved: movedCells,
  exists: cellsExist,
  properties: {
    Values: visible(readValues),
    Formulas: visible(readFormulas),
    FormulasLocal: visible(readFormulas),
    Text: visible(readTexts),
    NumberFormat: visible(readNumberFormats),
    ValueTypes: visible(readValueTypes),
    RowCount: readable("1.3", (cells) => visibleRows(cells).length),
    ColumnCount: readable("1.3", (cells) => visibleColumns(cells).length),
    CellAddresses: readable("1.3", (cells) => {
      const columns = visibleColumns(cells);
      return visibleRows(cells).map((row) => columns.map((column) => formatRange({ top: row, left: column, bottom: row, right: column })));
    }),
  },
  methods: { GetRange: object("1.3", rangeObject) },
});

export function visibleViewObject(cells: Cells): ApiObject {
  return rangeViewType.of(cells);
}
