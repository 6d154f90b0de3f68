/**
 * What is to be written, as plain data. An edit says what it expects to find,
 * so that whoever applies it can refuse when somebody was faster.
 */

import type { CellPosition, CellRange } from "./address";
import type { ColourRule } from "./colour-rules";
import type { SheetContents, SheetLayout, Untold } from "./sheet-layout";
import { ERROR_VALUES, type CellValue } from "./snapshot";

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

/** One edge of a cell; "None" is no line. Words as Excel's (Continuous, Thin …). */
export interface BorderLook {
  readonly style: string;
  readonly weight: string;
  /** "#RRGGBB". */
  readonly color: string;
}

export const BORDER_EDGES = ["top", "bottom", "left", "right", "horizontal", "vertical"] as const;
export type BorderEdge = (typeof BORDER_EDGES)[number];

/** How cells look, as far as we ever change it. */
export interface CellLook {
  /** In Excel's en-US notation. */
  readonly numberFormat: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  /** "#RRGGBB"; null is no fill. */
  readonly fill: string | null;
  readonly font: { readonly name: string; readonly size: number; readonly bold: boolean; readonly italic: boolean; readonly underline: string; readonly color: string };
  /** The outer edges of the range that looks so, and the lines between its rows and between its columns. */
  readonly borders: Readonly<Record<BorderEdge, BorderLook>>;
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

/**
 * Make every cell of a range look like one cell of the same sheet (number format, fill, font, borders, alignment).
 * Lines around the range that are there already stay: the cells beside share them.
 */
export interface CopyLook extends InSheet {
  readonly kind: "copy-look";
  readonly from: CellPosition;
  /** Texts go there, whatever the cell holds: without its number format, and not at the right as figures stand. */
  readonly forTexts?: true;
}

/** What a range looks like that copies the look of a cell. */
export function copiedLook({ forTexts }: CopyLook, look: CellLook): CellLook {
  if (forTexts !== true) return look;
  return { ...look, numberFormat: "General", horizontalAlignment: look.horizontalAlignment === "Right" ? "General" : look.horizontalAlignment };
}

/** Give every cell of a range one look; how undo puts looks back. */
export interface SetLook extends InSheet {
  readonly kind: "look";
  readonly look: CellLook;
}

/** Column widths in points; one for each column of the range, whose rows do not matter. */
export interface WriteColumnWidths extends InSheet {
  readonly kind: "column-widths";
  readonly widths: readonly number[];
}

/** Make these the only colour rules of ours on a range; those of others stay. */
export interface WriteColourRules extends InSheet {
  readonly kind: "colour-rules";
  /** The first wins. */
  readonly rules: readonly ColourRule[];
}

/** Replace what we keep in the workbook for ourselves; null removes it. */
export interface WriteStored {
  readonly kind: "stored";
  readonly expected: string | null;
  readonly stored: string | null;
}

/** Make a sheet of ours, put another into its place, or take it away. What others put on it besides cells stays. */
export interface WriteSheet {
  readonly kind: "sheet";
  /** By which it is found: a sheet that is yet to be made has no id. */
  readonly name: string;
  /** What must still stand there; null: there must be no such sheet. */
  readonly expected: SheetContents | null;
  /** Its name may be another; null: the sheet goes away. */
  readonly layout: SheetLayout | null;
  /** Of the sheet that is there. */
  readonly untold: Untold;
}

/** An edit of cells that are there. */
export type CellEdit = WriteContents | WriteNumberFormat | CopyLook | SetLook | WriteColumnWidths | WriteColourRules;

export type Edit = CellEdit | WriteStored | WriteSheet;

export function isCellEdit(edit: Edit): edit is CellEdit {
  return edit.kind !== "stored" && edit.kind !== "sheet";
}

/** Whether cells get other contents, looks and what we keep for ourselves aside. */
export function writesContents(edits: readonly Edit[]): boolean {
  return edits.some(({ kind }) => kind === "contents");
}

/** The content behind a snapshot's formula and value: what must be written to get the same cell again. */
export function contentOf(formula: CellValue, value: CellValue): Content {
  if (typeof formula === "number") return { kind: "number", value: formula };
  if (typeof formula === "boolean") return { kind: "boolean", value: formula };
  if (formula === "") return { kind: "blank" };
  if (ERROR_VALUES.has(formula)) return { kind: "error", value: formula };
  if (formula.startsWith("=") && formula !== value) return { kind: "formula", value: formula };
  return { kind: "text", value: formula };
}
