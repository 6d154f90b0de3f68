/** Excel.TableRow and TableRowCollection */

import { readValues } from "../../book/cells";
import { type CellInput, enterValues } from "../../book/entering";
import { dataRange, type Table } from "../../book/tables";
import { addTableRows, deleteTableRows } from "../../book/table-rows";
import { rowCount } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import { integer, optionalInteger, plain } from "../../protocol/arguments";
import { action, type ApiObject, defineObject, object, type ObjectType, readable, value, writable } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import { isList, type Json } from "../../protocol/json";
import { inputsOf, isCellInput } from "../range/contents";
import { rangeObject } from "../range/range";
import { columnNumbers } from "../range/editing";
import { tableExists } from "./table";

interface Row {
  readonly table: Table;
  /** Among the data rows. */
  readonly index: number;
}

/** A two-dimensional array of cell values. @throws ExcelError InvalidArgument */
export function cellRows(given: Json): readonly (readonly CellInput[])[] {
  if (!isList(given)) throw invalidArgument();
  return given.map((row) => {
    if (!isList(row) || !row.every(isCellInput)) throw invalidArgument();
    return row;
  });
}

function rangeOf({ table, index }: Row): CellRange {
  const data = dataRange(table);
  return { ...data, top: data.top + index, bottom: data.top + index };
}

function countOf(table: Table): number {
  return rowCount(dataRange(table));
}

export const tableRowType: ObjectType<Row> = defineObject<Row>({
  name: "TableRow",
  exists: ({ table, index }) => tableExists(table) && index < countOf(table),
  properties: {
    Index: readable("1.1", ({ index }) => index),
    Values: writable(
      "1.1",
      (row) => readValues(row.table.sheet, rangeOf(row)),
      (row, values) => enterValues(row.table.sheet, rangeOf(row), inputsOf(values, rangeOf(row), isCellInput)),
    ),
  },
  methods: {
    Delete: action("1.1", ({ table, index }) => deleteTableRows(table, index, 1)),
    GetRange: object("1.1", (row) => rangeObject({ sheet: row.table.sheet, range: rangeOf(row) })),
  },
});

function rowAt(table: Table, index: number): ApiObject {
  if (index < 0 || index >= countOf(table)) throw invalidArgument();
  return tableRowType.of({ table, index });
}

/** Values for new rows: a grid, one value for every cell of one row, or none. */
function newRows(table: Table, given: Json): readonly (readonly CellInput[])[] {
  if (isList(given)) return cellRows(given);
  return cellRows([table.columns.map(() => given)]);
}

/** Each once, from the last to the first, so that those before stay where they are. */
function deleteRows(table: Table, indexes: readonly number[]): void {
  for (const index of [...new Set(indexes)].sort((a, b) => b - a)) deleteTableRows(table, index, 1);
}

export const tableRowCollectionType: ObjectType<Table> = defineObject<Table>({
  name: "TableRowCollection",
  exists: tableExists,
  properties: { Count: readable("1.1", countOf) },
  methods: {
    Add: object("1.1", (table, args) => {
      const index = optionalInteger(args, 0);
      return tableRowType.of({ table, index: addTableRows(table, index === -1 ? null : index, newRows(table, plain(args, 1))) });
    }),
    DeleteRowsAt: action("online", (table, args) => deleteTableRows(table, integer(args, 0), optionalInteger(args, 1) ?? 1)),
    DeleteRows: action("online", (table, args) => deleteRows(table, columnNumbers(args, 0))),
    GetCount: value("1.4", countOf),
    GetItemAt: object("1.1", (table, args) => rowAt(table, integer(args, 0))),
  },
  items: (table) => Array.from({ length: countOf(table) }, (_, index) => tableRowType.of({ table, index })),
});

export function rowsObject(table: Table): ApiObject {
  return tableRowCollectionType.of(table);
}
