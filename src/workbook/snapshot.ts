/** A workbook as plain data, read once and never changed. */

import type { CellRange } from "./address";

/** A cell's calculated value as Excel gives it: "" is blank; an error is its code, e.g. "#DIV/0!". */
export type CellValue = string | number | boolean;

/** Excel's error codes, as they stand in a cell. */
export const ERROR_VALUES: ReadonlySet<CellValue> = new Set([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#BLOCKED!", "#CONNECT!", "#FIELD!", "#UNKNOWN!",
]);

/** An Excel table (ListObject). */
export interface ExcelTable {
  readonly name: string;
  /** Header row, data and total row together. */
  readonly range: CellRange;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

/** Columns `left` to `right`, both included. */
export interface ColumnRun {
  readonly left: number;
  readonly right: number;
}

/** The used range of a sheet. The three grids have one shape; their first cell is at `top`, `left`. */
export interface SheetSnapshot {
  /** Stays the same when the sheet is renamed or moved. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
  /** The formula where there is one ("=SUM(A1:A3)"), else the value. */
  readonly formulas: readonly (readonly CellValue[])[];
  /** Number formats in Excel's en-US notation. */
  readonly numberFormats: readonly (readonly string[])[];
  readonly merges: readonly CellRange[];
  readonly tables: readonly ExcelTable[];
  /** Columns nobody sees, from left to right; runs may touch. */
  readonly hiddenColumns: readonly ColumnRun[];
}

export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
  /** The sheet the user looks at. */
  readonly activeSheetId: string;
  /** What we stored in this workbook earlier, as text; null when there is nothing. See ledger.ts. */
  readonly stored: string | null;
}
