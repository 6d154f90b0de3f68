/** Excel tables (ListObjects): what they are, making and ending them. Rows and columns are in table-rows.ts. */

import { intersects } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { readTexts } from "./cells";
import { afterWrite, setContent } from "./writing";
import { tableId } from "./file/table-part";
import { cellsChanged, placesChanged, recalculateAll } from "./formula/dependencies";
import { isBlankCell } from "./file/read-cells";
import { clear } from "./clearing";
import { loseTable, renameTableInFormulas, spellOutTable } from "./formula/table-references";
import type { Book, Sheet } from "./model";
import { nameProblem } from "./names";
import { editXml } from "./package/package";
import type { Part } from "./package/package";
import { childOf, numberAttribute, removeChild } from "./package/xml";
import { checkWritable } from "./protection";
import { refuse } from "./refusal";
import { eachCell, ensureCell } from "./store";
import { insertCells } from "./structure";
import { uniqueName } from "./table-edits";
import { addTablePart, removeTable } from "./table-parts";
import { clearTotals, writeTotals } from "./table-totals";


export interface TableColumn {
  /** Stays when the column is renamed or moved. */
  readonly id: number;
  name: string;
}

/** Others read it; the functions here change it. */
export interface Table {
  readonly sheet: Sheet;
  /** Unique in the workbook: "{00000000-000C-0000-FFFF-FFFF00000000}". */
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

export function tablesOf(sheet: Sheet): readonly Table[] {
  return sheet.tables;
}

export function allTables(book: Book): readonly Table[] {
  return book.sheets.flatMap((sheet) => sheet.tables);
}

/** By name in any case, or by id. */
export function findTable(book: Book, nameOrId: string): Table | null {
  const wanted = nameOrId.toLowerCase();
  return allTables(book).find((table) => table.name.toLowerCase() === wanted || table.id.toLowerCase() === wanted) ?? null;
}

/**
 * Without headers a header row is put above (the cells below move down); blank or repeated headers get names.
 * @throws HostRefusal MergedRangeConflict over another table or merged cells, InvalidArgument for a bad name
 */
export function addTable(sheet: Sheet, range: CellRange, hasHeaders: boolean, name?: string): Table {
  const { book } = sheet;
  checkWritable(sheet, range);
  if (name !== undefined) checkTableName(book, name);
  if ([...sheet.tables.map((table) => table.range), ...sheet.merges].some((other) => intersects(other, range))) {
    refuse("MergedRangeConflict", "A table can't overlap with another table or merged cells.");
  }
  let whole = range;
  if (!hasHeaders) {
    makeRoom(sheet, { ...range, bottom: range.top });
    whole = { ...range, bottom: range.bottom + 1 };
  } else if (range.top === range.bottom) {
    whole = { ...range, bottom: range.bottom + 1 };
    makeRoom(sheet, { ...whole, top: whole.bottom });
  }
  const fileId = Math.max(0, ...allTables(book).map((table) => numberAttribute(editXml(table.part), "id", 0))) + 1;
  const table: Table = {
    sheet, id: tableId(fileId), name: name ?? freeTableName(book), range: whole, part: addTablePart(sheet, fileId),
    showHeaders: true, showTotals: false, style: "TableStyleMedium2", highlightFirstColumn: false, highlightLastColumn: false, showBandedRows: true, showBandedColumns: false, showFilterButton: true,
    columns: [],
  };
  takeHeaders(table, hasHeaders);
  sheet.tables.push(table);
  recalculateAll(book);
  announce(book, { kind: "table-added", sheetId: sheet.id, tableId: table.id });
  return table;
}

/** Pushes down what stands in these cells; blank ones are simply taken. */
export function makeRoom(sheet: Sheet, range: CellRange): void {
  let isFree = true;
  eachCell(sheet, range, (cell) => {
    if (!isBlankCell(cell)) isFree = false;
  });
  if (!isFree || sheet.tables.some((table) => intersects(table.range, range))) insertCells(sheet, range, "Down");
}

function takeHeaders(table: Table, hasHeaders: boolean): void {
  const { sheet, range, columns } = table;
  const header = { ...range, bottom: range.top };
  const [texts = []] = hasHeaders ? readTexts(sheet, header) : [];
  for (let index = 0; index <= range.right - range.left; index++) {
    const name = uniqueName(texts[index] ?? "", index, columns.map((column) => column.name));
    columns.push({ id: index + 1, name });
    setContent(ensureCell(sheet, range.top, range.left + index), name, null);
  }
  afterWrite(sheet, header);
}

export function freeTableName(book: Book): string {
  const taken = new Set([...allTables(book).map((table) => table.name), ...book.names.map((defined) => defined.name)].map((name) => name.toLowerCase()));
  for (let n = allTables(book).length + 1; ; n++) if (!taken.has(`table${n}`)) return `Table${n}`;
}

function checkTableName(book: Book, name: string, except?: Table): void {
  const problem = nameProblem(name);
  if (problem !== null) refuse("InvalidArgument", problem);
  const wanted = name.toLowerCase();
  const isTaken = allTables(book).some((table) => table !== except && table.name.toLowerCase() === wanted) || book.names.some((defined) => defined.sheet === null && defined.name.toLowerCase() === wanted);
  if (isTaken) refuse("ItemAlreadyExists", "There is a table or name like that.");
}

/** Deletes the table with its cells. */
export function deleteTable(table: Table): void {
  const { sheet, range } = table;
  checkWritable(sheet, range);
  loseTable(table);
  removeTable(table);
  clear(sheet, range, "All");
  recalculateAll(sheet.book);
  announce(sheet.book, { kind: "table-deleted", sheetId: sheet.id, tableId: table.id });
}

/** Leaves cells and formats; structured references become plain ones. */
export function convertToRange(table: Table): CellRange {
  const { sheet } = table;
  spellOutTable(table);
  removeTable(table);
  recalculateAll(sheet.book);
  announce(sheet.book, { kind: "table-deleted", sheetId: sheet.id, tableId: table.id });
  return table.range;
}

export function renameTable(table: Table, name: string): void {
  const { book } = table.sheet;
  if (name === table.name) return;
  checkTableName(book, name, table);
  const from = table.name;
  table.name = name;
  renameTableInFormulas(book, from, name);
  changed(table);
}

/** The header row stays where it is. @throws HostRefusal InvalidArgument */
export function resizeTable(table: Table, range: CellRange): void {
  const { sheet } = table;
  const needed = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  if (range.top !== table.range.top || !intersects(range, table.range) || range.bottom - range.top + 1 < needed) refuse("InvalidArgument", "The header row stays in its row, and the new range overlaps the old one.");
  if (sheet.tables.some((other) => other !== table && intersects(other.range, range)) || sheet.merges.some((merge) => intersects(merge, range))) refuse("MergedRangeConflict", "A table can't overlap with another table or merged cells.");
  const kept = new Map(table.columns.map((column, index) => [table.range.left + index, column]));
  const width = range.right - range.left + 1;
  let nextId = Math.max(0, ...table.columns.map((column) => column.id));
  const columns = Array.from({ length: width }, (_, index) => kept.get(range.left + index) ?? { id: ++nextId, name: "" });
  table.range = range;
  table.columns.splice(0, table.columns.length, ...columns);
  const [texts = []] = table.showHeaders ? readTexts(sheet, { ...range, bottom: range.top }) : [];
  table.columns.forEach((column, index) => {
    if (column.name !== "") return;
    column.name = uniqueName(texts[index] ?? "", index, table.columns.map((other) => other.name));
    if (table.showHeaders) setContent(ensureCell(sheet, range.top, range.left + index), column.name, null);
  });
  changed(table);
}

export type TableOptions = Pick<Table, "showHeaders" | "showTotals" | "style" | "highlightFirstColumn" | "highlightLastColumn" | "showBandedRows" | "showBandedColumns" | "showFilterButton">;

export function setTableOptions(table: Table, options: Partial<TableOptions>): void {
  const { showHeaders, showTotals, ...looks } = options;
  if (showHeaders !== undefined && showHeaders !== table.showHeaders) setHeaders(table, showHeaders);
  if (showTotals !== undefined && showTotals !== table.showTotals) setTotals(table, showTotals);
  Object.assign(table, looks);
  changed(table);
}

function setHeaders(table: Table, shows: boolean): void {
  const { sheet, range } = table;
  table.showHeaders = shows;
  if (!shows) {
    eachCell(sheet, { ...range, bottom: range.top }, (cell) => setContent(cell, null, null));
    table.range = { ...range, top: range.top + 1 };
    const filter = childOf(editXml(table.part), "autoFilter");
    if (filter) removeChild(editXml(table.part), filter);
  } else {
    const above = { ...range, top: range.top - 1, bottom: range.top - 1 };
    let isFree = range.top > 0 && !sheet.tables.some((other) => intersects(other.range, above));
    if (isFree) eachCell(sheet, above, (cell) => {
      if (!isBlankCell(cell)) isFree = false;
    });
    if (isFree) table.range = { ...range, top: range.top - 1 };
    else {
      insertCells(sheet, { ...range, bottom: range.top }, "Down");
      table.range = { ...table.range, top: range.top };
    }
    table.columns.forEach((column, index) => setContent(ensureCell(sheet, table.range.top, table.range.left + index), column.name, null));
  }
  afterWrite(sheet, { ...range, bottom: range.top });
}

function setTotals(table: Table, shows: boolean): void {
  const { sheet } = table;
  if (shows) {
    const row = { ...table.range, top: table.range.bottom + 1, bottom: table.range.bottom + 1 };
    makeRoom(sheet, row);
    table.range = { ...table.range, bottom: row.bottom };
    table.showTotals = true;
    writeTotals(table);
  } else {
    const row = { ...table.range, top: table.range.bottom };
    clearTotals(table);
    table.showTotals = false;
    table.range = { ...table.range, bottom: row.top - 1 };
    clear(sheet, row, "All");
  }
}

/** Formulas that name the table may mean other cells now. */
export function changed(table: Table): void {
  placesChanged(table.sheet.book);
  cellsChanged(table.sheet, table.range);
  announce(table.sheet.book, { kind: "table-changed", sheetId: table.sheet.id, tableId: table.id });
}

export function headerRange(table: Table): CellRange | null {
  return table.showHeaders ? { ...table.range, bottom: table.range.top } : null;
}

export function totalsRange(table: Table): CellRange | null {
  return table.showTotals ? { ...table.range, top: table.range.bottom } : null;
}

/** A table always has at least one data row. */
export function dataRange(table: Table): CellRange {
  return { ...table.range, top: table.range.top + (table.showHeaders ? 1 : 0), bottom: table.range.bottom - (table.showTotals ? 1 : 0) };
}
