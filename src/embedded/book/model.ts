/**
 * The workbook in memory. Others read ids, names and flags; everything else belongs to this folder's functions.
 *
 * Why not the library's own workbook objects (`@cj-tech-master/excelts` 10.2, tried): writing 100,000 × 10 cells took
 * 10 s and 1.6 GB; dates become JavaScript dates and lose digits; what its model does not know is dropped on saving.
 * Here the file's package itself is kept: every part, and inside a sheet every element, that nobody changes is written
 * back as it was read; only cells live in a store of their own. From the library come zip, XML and the formula engine.
 */

import type { CellRange } from "../../workbook/address";
import type { Change, ChangeSource, SheetVisibility } from "./changes";
import type { Calculation } from "./formula/dependencies";
import type { DefinedName } from "./names";
import type { Package, Part } from "./package/package";
import type { XmlElement } from "./package/xml";
import type { Stylesheet } from "./styles/stylesheet";
import type { Table } from "./tables";

export interface Book {
  /** Worksheets in the order of their tabs. */
  readonly sheets: Sheet[];
  /** Grows with every change. */
  revision: number;
  source: ChangeSource;
  readonly listeners: Set<(change: Change) => void>;
  /** The name Excel would show in its title bar. */
  fileName: string;
  /** Dates count from 1904 in files that came from old Macs. */
  readonly date1904: boolean;
  readonly pack: Package;
  /** xl/workbook.xml */
  readonly part: Part;
  readonly styles: Stylesheet;
  /** Tabs that are no worksheets (chart sheets), after the worksheet that precedes them. */
  readonly otherTabs: OtherTab[];
  activeId: string;
  /** The highest number a sheet has had; ids are never given twice. */
  lastFileId: number;
  readonly names: DefinedName[];
  readonly calculation: Calculation;
}

export interface OtherTab {
  readonly element: XmlElement;
  readonly after: Sheet | null;
}

export interface Sheet {
  readonly book: Book;
  /** Stays when the sheet is renamed or moved: "{00000000-0001-0000-0000-000000000000}". */
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  protected: boolean;
  /** The number by which the file knows the sheet. */
  readonly fileId: number;
  /** The sheet's part; its tree holds everything but cells, columns and merges, which are below. */
  readonly part: Part;
  /** By row number; not in order. */
  rows: Map<number, Row>;
  columns: ColumnSpan[];
  /** As the file had them: it counts widths finer than in the pixels that Office.js can set. */
  readonly columnsRead: readonly ColumnSpan[];
  merges: CellRange[];
  /** Array formulas and spills, by what they cover. */
  arrays: ArrayArea[];
  readonly tables: Table[];
}

export interface Row {
  /** By column number, with holes. */
  cells: (Cell | undefined)[];
  /** Points; null: as high as its content. */
  height: number | null;
  hidden: boolean;
  /** Of cells that are not there; null: the column's. */
  style: number | null;
  /** What else the file says of the row. */
  attributes: Readonly<Record<string, string>> | null;
}

export interface Cell {
  value: Scalar;
  formula: Formula | null;
  style: number;
  /** What the file attaches to the value (a picture in the cell, a data type); gone when the value is replaced. */
  valueMetadata?: string;
  /** The file lists the cell though it is blank. Other blank cells are there only if they look unlike their row or column. */
  listed?: true;
}

/** A stored value; of a formula, its latest result. */
export type Scalar = null | number | string | boolean | CellError | RichText;

export interface CellError {
  readonly error: string;
}

/** A text parts of which look different; `runs` is what the file has between <si> and </si>. */
export interface RichText {
  readonly text: string;
  readonly runs: string;
}

/** en-US A1 notation without "=". */
export interface Formula {
  readonly text: string;
  /** Anchors an array or spill. */
  readonly array: ArrayArea | null;
  /** Typed, not read from a file of older rules: a result of many values spills into the cells beside. */
  readonly spills: boolean;
}

export interface ArrayArea {
  readonly range: CellRange;
  /** Spills as far as its result reaches; else the range is fixed (Ctrl+Shift+Enter). */
  readonly dynamic: boolean;
}

/** Columns min…max look alike. */
export interface ColumnSpan {
  readonly min: number;
  readonly max: number;
  /** Characters of the default font; null: the standard width. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: number | null;
  readonly attributes: Readonly<Record<string, string>> | null;
}

export function isError(value: Scalar): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}
