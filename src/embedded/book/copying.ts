/** Copying and moving cells, filling and searching. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

export interface Area {
  readonly sheet: Sheet;
  readonly range: CellRange;
}

export interface CopyOptions {
  readonly what: "All" | "Formulas" | "Values" | "Formats" | "Link";
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Range.copyFrom: the target grows to the source's size; a larger multiple is filled by repeating. Relative references follow. */
export function copyCells(source: Area, target: Area, options?: Partial<CopyOptions>): void { notYet(source, target, options); }
/** Range.moveTo: like cut and paste; formulas that pointed at the source point at the target. */
export function moveCells(source: Area, target: Area): void { notYet(source, target); }

export interface SearchCriteria {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
}
/** Cells whose shown text contains (or is) `text`, in reading order. */
export function findCells(sheet: Sheet, range: CellRange, text: string, criteria: SearchCriteria): readonly { row: number; column: number }[] { return notYet(sheet, range, text, criteria); }
/** @returns how many replacements were made */
export function replaceAll(sheet: Sheet, range: CellRange, text: string, replacement: string, criteria: SearchCriteria): number { return notYet(sheet, range, text, replacement, criteria); }
/** Range.removeDuplicates: `columns` are offsets inside the range. */
export function removeDuplicates(sheet: Sheet, range: CellRange, columns: readonly number[], includesHeader: boolean): { readonly removed: number; readonly uniqueRemaining: number } { return notYet(sheet, range, columns, includesHeader); }
/** Range.autoFill of `source` over `target`, which contains it. */
export function autoFill(sheet: Sheet, source: CellRange, target: CellRange, type: "FillDefault" | "FillCopy" | "FillSeries" | "FillFormats" | "FillValues"): void { notYet(sheet, source, target, type); }
