/** The texts of a sheet's cells, line by line. */

import { createMergedValues } from "../../../workbook/merged-values";
import type { SheetSnapshot } from "../../../workbook/snapshot";

/** What stands in a cell, or in one of its column that is merged over it, without outer spaces. */
export type CellTexts = (row: number, column: number) => string;

export function createCellTexts(sheet: SheetSnapshot): CellTexts {
  const valueAt = createMergedValues(sheet);
  return (row, column) => String(valueAt(row, column)).trim();
}
