/** Ranges of Excel by position, and positions of ranges. */

import { columnCount, rowCount, type CellRange } from "../workbook/address";
import { contentOf, type Content } from "../workbook/edits";
import type { CellValue } from "../workbook/snapshot";

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

/** Of a range whose formulas and values are loaded. */
export function contentsOf(range: Excel.Range): Content[][] {
  const values = range.values as CellValue[][];
  return (range.formulas as CellValue[][]).map((row, i) => row.map((formula, j) => contentOf(formula, values[i]?.[j] ?? "")));
}
