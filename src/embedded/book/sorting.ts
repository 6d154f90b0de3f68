/** Sorting rows of a range. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

export interface SortField {
  /** Offset from the range's first column (or row, when sorting columns). */
  readonly key: number;
  readonly ascending: boolean;
  readonly sortOn?: "Value" | "CellColor" | "FontColor" | "Icon";
  readonly color?: string;
  readonly dataOption?: "Normal" | "TextAsNumber";
}
/** Numbers before texts before booleans before errors, blanks last; stable. @throws HostRefusal when merges are in the way */
export function sortRange(sheet: Sheet, range: CellRange, fields: readonly SortField[], options?: { readonly matchCase?: boolean; readonly hasHeaders?: boolean; readonly orientation?: "Rows" | "Columns" }): void { notYet(sheet, range, fields, options); }
