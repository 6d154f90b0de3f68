/** How cells look, in the words of Office.js. */

import type { CellRange } from "../../workbook/address";
import { notYet } from "./model";
import type { Sheet } from "./model";

/**
 * Every property of a look but its borders. Colours are "#RRGGBB", theme colours resolved; fillColor "" is no fill.
 * textOrientation is degrees (-90…90, 180 is stacked vertical text).
 */
export interface Look {
  readonly numberFormat: string;
  readonly fillColor: string;
  readonly fillPattern: FillPattern;
  readonly fillPatternColor: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly horizontalAlignment: "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
  readonly verticalAlignment: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  readonly wrapText: boolean;
  readonly shrinkToFit: boolean;
  readonly indentLevel: number;
  readonly textOrientation: number;
  readonly readingOrder: "Context" | "LeftToRight" | "RightToLeft";
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

export type FillPattern = "None" | "Solid" | "Gray50" | "Gray75" | "Gray25" | "Horizontal" | "Vertical" | "Down" | "Up" | "Checker" | "SemiGray75" | "LightHorizontal" | "LightVertical" | "LightDown" | "LightUp" | "Grid" | "CrissCross" | "Gray16" | "Gray8" | "LinearGradient" | "RectangularGradient";

export type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideVertical" | "InsideHorizontal" | "DiagonalDown" | "DiagonalUp";
export const EDGES: readonly Edge[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"];

export interface Line {
  readonly style: "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
  readonly weight: "Hairline" | "Thin" | "Medium" | "Thick";
  readonly color: string;
}

/** null where the cells differ. */
export type Uniform<T> = { readonly [K in keyof T]: T[K] | null };

export function lookAt(sheet: Sheet, row: number, column: number): Look { return notYet(sheet, row, column); }
export function readLook(sheet: Sheet, range: CellRange): Uniform<Look> { return notYet(sheet, range); }
/** One property for every cell of a range (what getCellProperties answers). */
export function readLooks(sheet: Sheet, range: CellRange): Look[][] { return notYet(sheet, range); }
/** @throws HostRefusal AccessDenied on a protected sheet, InvalidArgument for a value Excel does not know */
export function setLook(sheet: Sheet, range: CellRange, look: Partial<Look>): void { notYet(sheet, range, look); }
/** A number format for each cell; null leaves it; a 1×1 grid fills the range. */
export function setNumberFormats(sheet: Sheet, range: CellRange, formats: readonly (readonly (string | null)[])[]): void { notYet(sheet, range, formats); }

/** An outer edge or inner lines of a range; fields are null where its cells differ. */
export function readBorder(sheet: Sheet, range: CellRange, edge: Edge): Uniform<Line> { return notYet(sheet, range, edge); }
export function setBorder(sheet: Sheet, range: CellRange, edge: Edge, line: Partial<Line>): void { notYet(sheet, range, edge, line); }

/** The named cell style ("Normal", "Good", "Percent" …); null where cells differ. */
export function readStyleName(sheet: Sheet, range: CellRange): string | null { return notYet(sheet, range); }
export function setStyleName(sheet: Sheet, range: CellRange, name: string): void { notYet(sheet, range, name); }
export function styleNames(sheet: Sheet): readonly { readonly name: string; readonly builtIn: boolean }[] { return notYet(sheet); }

/** Makes `target` look like `source` of any sheet of the book, repeated as often as it fits. */
export function copyFormats(source: { readonly sheet: Sheet; readonly range: CellRange }, target: { readonly sheet: Sheet; readonly range: CellRange }): void { notYet(source, target); }

export type ClearWhat = "All" | "Contents" | "Formats" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents";
export function clear(sheet: Sheet, range: CellRange, what: ClearWhat): void { notYet(sheet, range, what); }
