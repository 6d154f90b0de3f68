/** Filters of tables. */

import { announce } from "./changes";
import { criteriaOf, dropCriteria, hideRows, putCriteria } from "./filter/applying";
import type { FilterCriteria } from "./filter/criteria";
import { cellsChanged } from "./formula/dependencies";
import { TABLE_ORDER } from "./file/table-part";
import { editXml } from "./package/package";
import { ensureChild } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { dataRange } from "./tables";
import type { Table, TableColumn } from "./tables";

function filterOf(table: Table): XmlElement {
  return ensureChild(editXml(table.part), "autoFilter", TABLE_ORDER);
}

export function filterTable(table: Table, column: TableColumn, criteria: FilterCriteria): void {
  putCriteria(table.sheet, filterOf(table), table.columns.indexOf(column), table.columns.length, criteria);
  table.showFilterButton = true;
  refresh(table);
}

export function tableCriteria(table: Table, column: TableColumn): FilterCriteria | null {
  return criteriaOf(table.sheet, filterOf(table), table.columns.indexOf(column));
}

/** Without a column: of all columns. */
export function clearTableFilter(table: Table, column?: TableColumn): void {
  dropCriteria(filterOf(table), column && table.columns.indexOf(column));
  refresh(table);
}

export function reapplyTableFilters(table: Table): void {
  refresh(table);
}

function refresh(table: Table): void {
  const { sheet } = table;
  hideRows(sheet, filterOf(table), dataRange(table));
  cellsChanged(sheet, table.range);
  announce(sheet.book, { kind: "table-filtered", sheetId: sheet.id, tableId: table.id });
}
