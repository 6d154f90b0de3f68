/** Excel.Table */

import { convertToRange, dataRange, deleteTable, headerRange, renameTable, resizeTable, setTableOptions, type Table, tablesOf, totalsRange } from "../../book/tables";
import { clearTableFilter, reapplyTableFilters } from "../../book/table-filters";
import type { CellRange } from "../../../workbook/address";
import { action, type ApiObject, child, defineObject, object, type ObjectType, type Property, readable, writable } from "../../protocol/definition";
import { ExcelError } from "../../protocol/errors";
import { EVENT, registrations } from "../events/registration";
import { rangeOnSheet } from "../range/argument";
import { rangeObject } from "../range/range";
import { flagOf, textOf } from "../values";
import { worksheetObject } from "../worksheet/worksheet";
import { columnsObject } from "./columns";
import { rowsObject } from "./rows";
import { tableSortObject } from "../sorting";

export function tableExists(table: Table): boolean {
  return table.sheet.book.sheets.includes(table.sheet) && tablesOf(table.sheet).includes(table);
}

type FlagOption = "showHeaders" | "showTotals" | "highlightFirstColumn" | "highlightLastColumn" | "showBandedRows" | "showBandedColumns" | "showFilterButton";

function option(set: "1.1" | "1.3", name: FlagOption): Property<Table> {
  return writable(
    set,
    (table) => table[name],
    (table, shown) => {
      const options: Partial<Record<FlagOption, boolean>> = {};
      options[name] = flagOf(shown);
      setTableOptions(table, options);
    },
  );
}

/** A part of the table as a Range; "ItemNotFound" when the table does not show it. */
export function partObject(table: Table, range: CellRange | null): ApiObject {
  if (range === null) throw new ExcelError("ItemNotFound");
  return rangeObject({ sheet: table.sheet, range });
}

export const tableType: ObjectType<Table> = defineObject<Table>({
  name: "Table",
  exists: tableExists,
  properties: {
    Id: readable("1.1", ({ id }) => id),
    Name: writable("1.1", ({ name }) => name, (table, name) => renameTable(table, textOf(name))),
    Style: writable("1.1", ({ style }) => style, (table, style) => setTableOptions(table, { style: textOf(style) })),
    ShowHeaders: option("1.1", "showHeaders"),
    ShowTotals: option("1.1", "showTotals"),
    HighlightFirstColumn: option("1.3", "highlightFirstColumn"),
    HighlightLastColumn: option("1.3", "highlightLastColumn"),
    ShowBandedRows: option("1.3", "showBandedRows"),
    ShowBandedColumns: option("1.3", "showBandedColumns"),
    ShowFilterButton: option("1.3", "showFilterButton"),
  },
  children: {
    Columns: child("1.1", columnsObject),
    Rows: child("1.1", rowsObject),
    Sort: child("1.2", tableSortObject),
    Worksheet: child("1.2", ({ sheet }) => worksheetObject(sheet)),
  },
  methods: {
    ...registrations<Table>({ DataChangedEvent: [EVENT.tableChanged, "1.7"], SelectionChangedEvent: [EVENT.tableSelectionChanged, "1.7"] }, ({ id }) => id),
    ClearFilters: action("1.2", (table) => clearTableFilter(table)),
    ReapplyFilters: action("1.2", reapplyTableFilters),
    ConvertToRange: object("1.2", (table) => rangeObject({ sheet: table.sheet, range: convertToRange(table) })),
    Delete: action("1.1", deleteTable),
    GetRange: object("1.1", (table) => partObject(table, table.range)),
    GetHeaderRowRange: object("1.1", (table) => partObject(table, headerRange(table))),
    GetDataBodyRange: object("1.1", (table) => partObject(table, dataRange(table))),
    GetTotalRowRange: object("1.1", (table) => partObject(table, totalsRange(table))),
    Resize: action("1.13", (table, args) => {
      resizeTable(table, rangeOnSheet(table.sheet, args, 0).range);
    }),
  },
});

export function tableObject(table: Table): ApiObject {
  return tableType.of(table);
}
