/**
 * What cells contain: reading, typing and putting. Rows and columns count from zero.
 * Values are calculated when they are read, so a read after a write is never stale.
 */

import type { CellRange } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import type { CellValue } from "../../workbook/snapshot";
import { notYet } from "./model";
import type { Sheet } from "./model";

export type ValueType = "Empty" | "String" | "Double" | "Boolean" | "Error";

/** What Office.js may write into one cell. null leaves the cell alone, "" clears its content. */
export type CellInput = string | number | boolean | null;

/** What a cell contains, to the letter; a part of a merge that is not its top-left is blank. */
export function contentAt(sheet: Sheet, row: number, column: number): Content { return notYet(sheet, row, column); }
/** The calculated value: "" for blank, dates as serial numbers, errors as their code ("#DIV/0!"). */
export function valueAt(sheet: Sheet, row: number, column: number): CellValue { return notYet(sheet, row, column); }
export function valueTypeAt(sheet: Sheet, row: number, column: number): ValueType { return notYet(sheet, row, column); }
/** The formula in en-US A1 notation with its "=", else the value. */
export function formulaAt(sheet: Sheet, row: number, column: number): CellValue { return notYet(sheet, row, column); }
/** The same in R1C1 notation. */
export function formulaR1C1At(sheet: Sheet, row: number, column: number): CellValue { return notYet(sheet, row, column); }
/** What the cell shows: its value through its number format. */
export function textAt(sheet: Sheet, row: number, column: number): string { return notYet(sheet, row, column); }
export function numberFormatAt(sheet: Sheet, row: number, column: number): string { return notYet(sheet, row, column); }

/** The grids of a range, row by row, of the range's shape; 100,000 × 10 cells in well under a second. */
export function readValues(sheet: Sheet, range: CellRange): CellValue[][] { return notYet(sheet, range); }
export function readFormulas(sheet: Sheet, range: CellRange): CellValue[][] { return notYet(sheet, range); }
export function readFormulasR1C1(sheet: Sheet, range: CellRange): CellValue[][] { return notYet(sheet, range); }
export function readTexts(sheet: Sheet, range: CellRange): string[][] { return notYet(sheet, range); }
export function readNumberFormats(sheet: Sheet, range: CellRange): string[][] { return notYet(sheet, range); }
export function readValueTypes(sheet: Sheet, range: CellRange): ValueType[][] { return notYet(sheet, range); }
/** What a snapshot of a sheet needs, in one pass. */
export function readBlock(sheet: Sheet, range: CellRange): { readonly values: CellValue[][]; readonly formulas: CellValue[][]; readonly numberFormats: string[][] } { return notYet(sheet, range); }

/**
 * Types into one cell as a person would, in an en-US session: "123" in a General cell is a number, "12.5%" a percentage,
 * "2016-12-31" a date, "=…" a formula, "'…" a text; a cell formatted "@" keeps texts.
 * A formula is refused with InvalidArgument if it cannot be read.
 * A cell inside a merge other than its top-left ignores what is typed, as Excel's API does.
 * @throws HostRefusal AccessDenied (protected), InvalidArgument (too long, not a number, bad formula), InvalidOperation (part of an array)
 */
export function enterValue(sheet: Sheet, row: number, column: number, input: CellInput): void { notYet(sheet, row, column, input); }
/** Types a grid into a range of the same shape, all or nothing; a 1×1 grid fills the range. */
export function enterValues(sheet: Sheet, range: CellRange, inputs: readonly (readonly CellInput[])[]): void { notYet(sheet, range, inputs); }
/** As `enterValues`; texts that begin with "=" are formulas in R1C1 notation. */
export function enterFormulasR1C1(sheet: Sheet, range: CellRange, inputs: readonly (readonly CellInput[])[]): void { notYet(sheet, range, inputs); }
/** One array formula over the range (as Range.setCellProperties cannot, but Ctrl+Shift+Enter does). */
export function enterArrayFormula(sheet: Sheet, range: CellRange, formula: string): void { notYet(sheet, range, formula); }

/** Puts exactly this content into the cell, nothing interpreted and no number format touched. */
export function putContent(sheet: Sheet, row: number, column: number, content: Content): void { notYet(sheet, row, column, content); }
export function putContents(sheet: Sheet, range: CellRange, contents: readonly (readonly Content[])[]): void { notYet(sheet, range, contents); }

/** Cells that hold something (or, unless `valuesOnly`, look like something); null when there are none. */
export function usedRange(sheet: Sheet, valuesOnly: boolean): CellRange | null { return notYet(sheet, valuesOnly); }
/** Does the cell hold a formula? */
export function hasFormulaAt(sheet: Sheet, row: number, column: number): boolean { return notYet(sheet, row, column); }
/** The array or spill range that the cell belongs to, if any. */
export function arrayRangeAt(sheet: Sheet, row: number, column: number): CellRange | null { return notYet(sheet, row, column); }
/** Ctrl+arrow: the far edge of the region of filled cells in that direction. */
export function rangeEdge(sheet: Sheet, row: number, column: number, direction: "Up" | "Down" | "Left" | "Right"): { row: number; column: number } { return notYet(sheet, row, column, direction); }
/** The block of filled cells around a range, bounded by blank rows and columns. */
export function surroundingRegion(sheet: Sheet, range: CellRange): CellRange { return notYet(sheet, range); }
