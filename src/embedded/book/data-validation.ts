/** Data validation: rules by range, and whether a cell obeys them. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

export type ValidationOperator = "Between" | "NotBetween" | "EqualTo" | "NotEqualTo" | "GreaterThan" | "LessThan" | "GreaterThanOrEqualTo" | "LessThanOrEqualTo";

export type ValidationRule =
  | { readonly type: "WholeNumber" | "Decimal" | "TextLength" | "Date" | "Time"; readonly operator: ValidationOperator; readonly formula1: string; readonly formula2?: string }
  /** `source`: "a,b,c", or a formula with "=". */
  | { readonly type: "List"; readonly source: string; readonly inCellDropDown: boolean }
  | { readonly type: "Custom"; readonly formula: string };

export interface Validation {
  readonly ranges: readonly CellRange[];
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly errorAlert: { readonly show: boolean; readonly style: "Stop" | "Warning" | "Information"; readonly title: string; readonly message: string };
}

export function validationsOf(sheet: Sheet): readonly Validation[] { return notYet(sheet); }
/** The rule of all cells of the range; "none" where there is none, "mixed" where they differ. */
export function validationAt(sheet: Sheet, range: CellRange): Validation | "none" | "mixed" { return notYet(sheet, range); }
export function setValidation(sheet: Sheet, range: CellRange, validation: Partial<Omit<Validation, "ranges">> & { readonly rule: ValidationRule }): void { notYet(sheet, range, validation); }
export function clearValidation(sheet: Sheet, range: CellRange): void { notYet(sheet, range); }
/** Cells of the range whose value breaks its rule. The API never refuses such a value; a person's typing is refused by the grid. */
export function invalidCells(sheet: Sheet, range: CellRange): readonly { row: number; column: number }[] { return notYet(sheet, range); }
