/** What has to be calculated again. */

import type { CellRange } from "../../../workbook/address";
import type { Book, Sheet } from "../model";
import type { Graph } from "./graph";
import type { Area } from "./precedents";

export interface Calculation {
  mode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** Every formula, whatever changed. */
  everything: boolean;
  /** Changed since the last calculation. */
  changed: ChangedArea[];
  /** null: cells have moved, the index must be built anew. */
  graph: Graph | null;
  /** Reading while calculating must not begin another calculation. */
  isRunning: boolean;
}

export interface ChangedArea extends Area {
  /** The cells are right already, only what reads them is not. */
  readonly readersOnly?: boolean;
}

export function newCalculation(): Calculation {
  return { mode: "Automatic", everything: false, changed: [], graph: null, isRunning: false };
}

/** The contents of these cells are new. */
export function cellsChanged(sheet: Sheet, range: CellRange): void {
  sheet.book.calculation.changed.push({ sheet, range });
}

/** Formulas stand in other places, or the names they use mean something else. */
export function placesChanged(book: Book): void {
  book.calculation.graph = null;
}

/** Whatever depends on sheets, names and tables themselves has changed. */
export function recalculateAll(book: Book): void {
  placesChanged(book);
  book.calculation.everything = true;
}
