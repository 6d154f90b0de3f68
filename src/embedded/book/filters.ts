/** The sheet's AutoFilter and the filters of tables: criteria, and the rows they hide. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

/** The fields of Excel.FilterCriteria. */
export interface FilterCriteria {
  readonly filterOn: "BottomItems" | "BottomPercent" | "CellColor" | "Dynamic" | "FontColor" | "Values" | "TopItems" | "TopPercent" | "Icon" | "Custom";
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: "And" | "Or";
  readonly values?: readonly (string | { readonly date: string; readonly specificity: string })[];
  readonly color?: string;
  readonly dynamicCriteria?: string;
}

export interface AutoFilterState {
  readonly range: CellRange;
  /** By column offset; null where a column has no criteria. */
  readonly criteria: readonly (FilterCriteria | null)[];
  readonly isDataFiltered: boolean;
}

export function autoFilterOf(sheet: Sheet): AutoFilterState | null { return notYet(sheet); }
export function applyAutoFilter(sheet: Sheet, range: CellRange, column?: number, criteria?: FilterCriteria): void { notYet(sheet, range, column, criteria); }
/** Without a column: of all columns. */
export function clearFilterCriteria(sheet: Sheet, column?: number): void { notYet(sheet, column); }
export function reapplyAutoFilter(sheet: Sheet): void { notYet(sheet); }
export function removeAutoFilter(sheet: Sheet): void { notYet(sheet); }
