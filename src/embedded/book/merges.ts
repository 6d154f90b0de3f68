/** Merged cells: one value in the top-left, one rectangle. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

/** In reading order. */
export function mergesOf(sheet: Sheet): readonly CellRange[] { return notYet(sheet); }
/** The merges whose top-left cell lies in the range (all that Excel's API answers), each with its whole extent. */
export function mergesStartingIn(sheet: Sheet, range: CellRange): readonly CellRange[] { return notYet(sheet, range); }
/** The merge that covers a cell. */
export function mergeAt(sheet: Sheet, row: number, column: number): CellRange | null { return notYet(sheet, row, column); }
/** Merges the range (each row by itself if `across`); the top-left value stays, the others are lost. Merges inside are taken up. */
export function merge(sheet: Sheet, range: CellRange, across = false): void { notYet(sheet, range, across); }
export function unmerge(sheet: Sheet, range: CellRange): void { notYet(sheet, range); }
