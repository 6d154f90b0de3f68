/** Rows and columns of tables. */

import type { CellRange } from "../../workbook/address";
import { enterValues } from "./entering";
import { setContent } from "./writing";
import type { CellInput } from "./entering";
import { renameColumnInFormulas } from "./formula/table-references";
import { childOf, textOf } from "./package/xml";
import { checkWritable } from "./protection";
import { refuse } from "./refusal";
import { ensureCell, styleAt } from "./store";
import { deleteCells, insertCells } from "./structure";
import { uniqueName } from "./table-edits";
import { columnElement } from "./table-totals";
import { changed, dataRange, makeRoom } from "./tables";
import type { Table, TableColumn } from "./tables";

/** Before data row `index`, at the end without one. @returns the index of the first new row */
export function addTableRows(table: Table, index: number | null, rows: readonly (readonly CellInput[])[]): number {
  const { sheet } = table;
  const data = dataRange(table);
  const size = data.bottom - data.top + 1;
  const at = index === null || index === -1 ? size : index;
  if (at < 0 || at > size) refuse("InvalidArgument", "There is no such row in the table.");
  const width = table.range.right - table.range.left + 1;
  if (rows.length === 0 || rows.some((row) => row.length !== width)) refuse("InvalidArgument", "The values don't match the columns of the table.");
  const place = { ...table.range, top: data.top + at, bottom: data.top + at + rows.length - 1 };
  if (sheet.protected) checkWritable(sheet, place);
  if (at === size && !table.showTotals) {
    makeRoom(sheet, place);
    table.range = { ...table.range, bottom: place.bottom };
    copyLook(table, place, data.bottom);
  } else {
    insertCells(sheet, place, "Down");
    // A row before the totals is inside the table; one before its first row looks like the header, so it takes its look from below.
    if (at === 0) copyLook(table, place, place.bottom + 1);
  }
  fillFormulas(table, place);
  enterValues(sheet, place, rows.map((row) => row.map((value) => (value === "" ? null : value))));
  changed(table);
  return at;
}

function copyLook(table: Table, place: CellRange, from: number): void {
  for (let row = place.top; row <= place.bottom; row++) {
    for (let column = place.left; column <= place.right; column++) ensureCell(table.sheet, row, column).style = styleAt(table.sheet, from, column);
  }
}

/** Columns with a formula of their own have it in new rows too. */
function fillFormulas(table: Table, place: CellRange): void {
  table.columns.forEach((column, index) => {
    const formula = childOf(columnElement(table, column), "calculatedColumnFormula");
    if (!formula) return;
    for (let row = place.top; row <= place.bottom; row++) setContent(ensureCell(table.sheet, row, place.left + index), null, { text: textOf(formula), array: null, spills: false });
  });
}

export function deleteTableRows(table: Table, index: number, count: number): void {
  const data = dataRange(table);
  if (index < 0 || count < 1 || index + count > data.bottom - data.top + 1) refuse("InvalidArgument", "There is no such row in the table.");
  const place = { ...data, top: data.top + index, bottom: data.top + index + count - 1 };
  checkWritable(table.sheet, place);
  if (place.top === data.top && place.bottom === data.bottom) {
    // The last row of a table stays, blank.
    if (place.bottom > place.top) deleteCells(table.sheet, { ...place, top: place.top + 1 }, "Up");
    enterValues(table.sheet, { ...place, bottom: place.top }, [[""]]);
  } else deleteCells(table.sheet, place, "Up");
  changed(table);
}

/** `values` with the header first when the table shows headers. @returns the new column */
export function addTableColumn(table: Table, index: number | null, values: readonly (readonly CellInput[])[] | null, name?: string): TableColumn {
  const { sheet, range } = table;
  const at = index === null || index === -1 ? table.columns.length : index;
  if (at < 0 || at > table.columns.length) refuse("InvalidArgument", "There is no such column in the table.");
  const height = range.bottom - range.top + 1;
  if (values && values.length !== height && values.length !== 1) refuse("InvalidArgument", "The values don't match the rows of the table.");
  const place = { ...range, left: range.left + at, right: range.left + at };
  if (at === table.columns.length) {
    insertCells(sheet, place, "Right");
    const id = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
    table.columns.push({ id, name: uniqueName("", at, table.columns.map((column) => column.name)) });
    table.range = { ...range, right: place.right };
  } else if (at === 0) {
    insertCells(sheet, place, "Right");
    const id = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
    table.columns.unshift({ id, name: uniqueName("", 0, table.columns.map((column) => column.name)) });
    table.range = { ...range, right: range.right + 1 };
  } else insertCells(sheet, place, "Right");
  const column = table.columns[at] ?? refuse("GeneralException", "The column was not added.");
  if (table.showHeaders) setContent(ensureCell(sheet, table.range.top, place.left), column.name, null);
  if (values) enterValues(sheet, place, values);
  if (name !== undefined) renameTableColumn(table, column, name);
  changed(table);
  return column;
}

export function deleteTableColumn(table: Table, column: TableColumn): void {
  const at = table.columns.indexOf(column);
  if (table.columns.length === 1) refuse("InvalidOperation", "A table keeps at least one column.");
  const place = { ...table.range, left: table.range.left + at, right: table.range.left + at };
  checkWritable(table.sheet, place);
  deleteCells(table.sheet, place, "Left");
  changed(table);
}

export function renameTableColumn(table: Table, column: TableColumn, name: string): void {
  const { sheet, range } = table;
  const others = table.columns.filter((other) => other !== column);
  if (name === "" || others.some((other) => other.name.toLowerCase() === name.toLowerCase())) refuse("InvalidArgument", "A column's name is not blank and occurs once in the table.");
  const from = column.name;
  column.name = name;
  if (table.showHeaders) {
    const place = { ...range, bottom: range.top, left: range.left + table.columns.indexOf(column), right: range.left + table.columns.indexOf(column) };
    checkWritable(sheet, place);
    enterValues(sheet, place, [[`'${name}`]]);
  }
  renameColumnInFormulas(table, from, name);
  changed(table);
}
