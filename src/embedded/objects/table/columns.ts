/** Excel.TableColumn and TableColumnCollection */

import { readValues } from "../../book/cells";
import { enterValues, type CellInput } from "../../book/entering";
import { dataRange, headerRange, type Table, type TableColumn, totalsRange } from "../../book/tables";
import { addTableColumn, deleteTableColumn, renameTableColumn } from "../../book/table-rows";
import type { CellRange } from "../../../workbook/address";
import { integer, optionalInteger, optionalText, plain } from "../../protocol/arguments";
import { action, type ApiObject, child, defineObject, object, type ObjectType, readable, value, writable } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import { isList, type Json } from "../../protocol/json";
import { textOf } from "../values";
import { filterObject } from "./filter";
import { partObject, tableExists } from "./table";
import { cellRows } from "./rows";

export interface Column {
  readonly table: Table;
  readonly column: TableColumn;
}

function indexOf({ table, column }: Column): number {
  return table.columns.indexOf(column);
}

/** The column's slice of a part of the table. */
function slice(column: Column, part: CellRange | null): CellRange | null {
  if (part === null) return null;
  const left = part.left + indexOf(column);
  return { ...part, left, right: left };
}

export const tableColumnType: ObjectType<Column> = defineObject<Column>({
  name: "TableColumn",
  exists: ({ table, column }) => tableExists(table) && table.columns.includes(column),
  properties: {
    Id: readable("1.1", ({ column }) => column.id),
    Index: readable("1.1", indexOf),
    Name: writable("1.1", ({ column }) => column.name, ({ table, column }, name) => renameTableColumn(table, column, textOf(name))),
    /** Header, data and total cells, one in a row. */
    Values: writable(
      "1.1",
      (column) => readValues(column.table.sheet, slice(column, column.table.range) ?? column.table.range),
      (column, values) => {
        const range = slice(column, column.table.range) ?? column.table.range;
        const rows = cellRows(values);
        if (rows.length !== range.bottom - range.top + 1) throw invalidArgument();
        enterValues(column.table.sheet, range, rows);
      },
    ),
  },
  children: { Filter: child("1.2", filterObject) },
  methods: {
    Delete: action("1.1", ({ table, column }) => deleteTableColumn(table, column)),
    GetRange: object("1.1", (column) => partObject(column.table, slice(column, column.table.range))),
    GetHeaderRowRange: object("1.1", (column) => partObject(column.table, slice(column, headerRange(column.table)))),
    GetDataBodyRange: object("1.1", (column) => partObject(column.table, slice(column, dataRange(column.table)))),
    GetTotalRowRange: object("1.1", (column) => partObject(column.table, slice(column, totalsRange(column.table)))),
  },
});

/** By id, or by name in any case. */
function find(table: Table, key: Json): ApiObject | null {
  const column =
    typeof key === "number" ? table.columns.find(({ id }) => id === key) : table.columns.find(({ name }) => typeof key === "string" && name.toLowerCase() === key.toLowerCase());
  return column === undefined ? null : tableColumnType.of({ table, column });
}

/** Values for a new column: a grid, one value for every cell, or none. */
function newValues(table: Table, given: Json): readonly (readonly CellInput[])[] | null {
  if (given === null) return null;
  if (isList(given)) return cellRows(given);
  const rows = table.range.bottom - table.range.top + 1;
  return cellRows(Array.from({ length: rows }, () => [given]));
}

export const tableColumnCollectionType: ObjectType<Table> = defineObject<Table>({
  name: "TableColumnCollection",
  exists: tableExists,
  properties: { Count: readable("1.1", ({ columns }) => columns.length) },
  methods: {
    Add: object("1.1", (table, args) => {
      const index = optionalInteger(args, 0);
      const column = addTableColumn(table, index === -1 ? null : index, newValues(table, plain(args, 1)), optionalText(args, 2) ?? undefined);
      return tableColumnType.of({ table, column });
    }),
    GetCount: value("1.4", ({ columns }) => columns.length),
    GetItemAt: object("1.1", (table, args) => {
      const column = table.columns[integer(args, 0)];
      if (column === undefined) throw invalidArgument();
      return tableColumnType.of({ table, column });
    }),
    GetItemOrNullObject: object("1.4", (table, args) => find(table, plain(args, 0))),
  },
  items: (table) => table.columns.map((column) => tableColumnType.of({ table, column })),
  item: find,
});

export function columnsObject(table: Table): ApiObject {
  return tableColumnCollectionType.of(table);
}
