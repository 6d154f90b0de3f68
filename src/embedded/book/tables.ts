/** Excel tables (ListObjects). */

import type { CellRange } from "../../workbook/address";
import type { CellInput } from "./cells";
import type { FilterCriteria } from "./filters";
import { notYet } from "./model";
import type { Book, Sheet } from "./model";
import type { Part } from "./package/package";

export interface TableColumn {
  /** Stays when the column is renamed or moved. */
  readonly id: number;
  name: string;
}

/** Others read it; the functions here change it. */
export interface Table {
  readonly sheet: Sheet;
  /** Unique in the workbook: "{00000000-000C-0000-0000-000000000000}". */
  readonly id: string;
  name: string;
  /** Header row, data and total row together. */
  range: CellRange;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  readonly columns: TableColumn[];
  /** The table's part; its tree holds what is not above: filters, formulas of columns, total functions. */
  readonly part: Part;
}

export function tablesOf(sheet: Sheet): readonly Table[] { return notYet(sheet); }
export function allTables(book: Book): readonly Table[] { return notYet(book); }
/** By name in any case, or by id. */
export function findTable(book: Book, nameOrId: string): Table | null { return notYet(book, nameOrId); }
/** Without headers a header row is put above (the cells below move down); blank or repeated headers get names. @throws HostRefusal TableOverlap, InvalidArgument */
export function addTable(sheet: Sheet, range: CellRange, hasHeaders: boolean, name?: string): Table { return notYet(sheet, range, hasHeaders, name); }
/** Deletes the table with its cells. */
export function deleteTable(table: Table): void { notYet(table); }
/** Leaves cells and formats; structured references become plain ones. */
export function convertToRange(table: Table): CellRange { return notYet(table); }
export function renameTable(table: Table, name: string): void { notYet(table, name); }
export function resizeTable(table: Table, range: CellRange): void { notYet(table, range); }
export function setTableOptions(table: Table, options: Partial<Pick<Table, "showHeaders" | "showTotals" | "style" | "highlightFirstColumn" | "highlightLastColumn" | "showBandedRows" | "showBandedColumns" | "showFilterButton">>): void { notYet(table, options); }

export function headerRange(table: Table): CellRange | null { return notYet(table); }
export function totalsRange(table: Table): CellRange | null { return notYet(table); }
/** A table always has at least one data row. */
export function dataRange(table: Table): CellRange { return notYet(table); }

/** Before data row `index`, at the end without one. @returns the index of the first new row */
export function addTableRows(table: Table, index: number | null, rows: readonly (readonly CellInput[])[]): number { return notYet(table, index, rows); }
export function deleteTableRows(table: Table, index: number, count: number): void { notYet(table, index, count); }
/** `values` with the header first when the table shows headers. @returns the new column */
export function addTableColumn(table: Table, index: number | null, values: readonly (readonly CellInput[])[] | null, name?: string): TableColumn { return notYet(table, index, values, name); }
export function deleteTableColumn(table: Table, column: TableColumn): void { notYet(table, column); }
export function renameTableColumn(table: Table, column: TableColumn, name: string): void { notYet(table, column, name); }

export function filterTable(table: Table, column: TableColumn, criteria: FilterCriteria): void { notYet(table, column, criteria); }
export function tableCriteria(table: Table, column: TableColumn): FilterCriteria | null { return notYet(table, column); }
/** Without a column: of all columns. */
export function clearTableFilter(table: Table, column?: TableColumn): void { notYet(table, column); }
export function reapplyTableFilters(table: Table): void { notYet(table); }
