/** Ranges of Excel by position, and positions of ranges. */

import { columnCount, rowCount, type CellRange } from "../workbook/address";

export function getRange(sheet: Excel.Worksheet, range: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(range.top, range.left, rowCount(range), columnCount(range));
}

/** Of a range whose indexes and counts are loaded. */
export function rangeOf(range: Excel.Range): CellRange {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}
