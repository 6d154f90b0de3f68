/**
 * What is to be written, as plain data. An edit says what it expects to find,
 * so that whoever applies it can refuse when somebody was faster.
 */

import type { CellRange } from "./address";
import type { CellValue } from "./snapshot";

/**
 * What a cell contains, not what it shows: a formula keeps its "=",
 * a text is a text even if it looks like a number or begins with "=".
 */
export type Content =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly value: string }
  | { readonly kind: "formula"; readonly value: string };

/** How cells look, as far as we may change it; opaque outside the applier that read it. */
export interface CellLook {
  readonly numberFormat: string;
  readonly format: Readonly<Record<string, unknown>>;
}

interface InSheet {
  readonly sheetId: string;
  readonly range: CellRange;
}

/** Put contents into cells. `expected` is what must still be there. Both grids have the range's shape. */
export interface WriteContents extends InSheet {
  readonly kind: "contents";
  readonly contents: readonly (readonly Content[])[];
  readonly expected: readonly (readonly Content[])[];
}

/** Give a whole range one number format. */
export interface WriteNumberFormat extends InSheet {
  readonly kind: "number-format";
  readonly format: string;
}

/** Make a range look like another one of the same sheet (fills, fonts, borders, alignment, number format). */
export interface CopyLook extends InSheet {
  readonly kind: "copy-look";
  /** As wide as the range, and as high, or one cell or row that is repeated. */
  readonly from: CellRange;
}

/** Give every cell back the look it had. */
export interface RestoreLook extends InSheet {
  readonly kind: "restore-look";
  readonly looks: readonly (readonly CellLook[])[];
}

/** Column widths in points; one for each column of the range, whose rows do not matter. */
export interface WriteColumnWidths extends InSheet {
  readonly kind: "column-widths";
  readonly widths: readonly number[];
}

/** Replace what we keep in the workbook for ourselves; null removes it. */
export interface WriteStored {
  readonly kind: "stored";
  readonly expected: string | null;
  readonly stored: string | null;
}

export type Edit = WriteContents | WriteNumberFormat | CopyLook | RestoreLook | WriteColumnWidths | WriteStored;

/** The content behind a snapshot's formula and value: what must be written to get the same cell again. */
export function contentOf(formula: CellValue, value: CellValue): Content {
  if (typeof formula === "number") return { kind: "number", value: formula };
  if (typeof formula === "boolean") return { kind: "boolean", value: formula };
  if (formula === "") return { kind: "blank" };
  if (formula.startsWith("=") && formula !== value) return { kind: "formula", value: formula };
  return { kind: "text", value: formula };
}
