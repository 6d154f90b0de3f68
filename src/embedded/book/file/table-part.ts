/** A table's part (ECMA-376 18.5). */

import { formatRange, parseRange } from "../../../workbook/address";
import type { Sheet } from "../model";
import type { Part } from "../package/package";
import { xmlOf } from "../package/package";
import { childOf, childrenOf, clone, element, flag, insertInOrder, numberAttribute, removeChild, setAttributes, writeDocument } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { decodeText } from "./strings";
import type { Table } from "../tables";

export const TABLE_ORDER = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

export function tableId(fileId: number): string {
  return `{00000000-000C-0000-FFFF-FFFF${byteSwapped(fileId - 1)}000000}`;
}

/** Excel writes its running numbers lowest byte first. */
export function byteSwapped(number: number): string {
  const hex = (number % 65536).toString(16).toUpperCase().padStart(4, "0");
  return hex.slice(2) + hex.slice(0, 2);
}

export function readTablePart(sheet: Sheet, part: Part): Table | null {
  const root = xmlOf(part);
  const range = parseRange(root.attributes["ref"] ?? "");
  if (!range) return null;
  const style = childOf(root, "tableStyleInfo");
  return {
    sheet, part, range,
    id: tableId(numberAttribute(root, "id", 1)),
    name: decodeText(root.attributes["displayName"] ?? root.attributes["name"] ?? ""),
    showHeaders: numberAttribute(root, "headerRowCount", 1) > 0,
    showTotals: numberAttribute(root, "totalsRowCount", 0) > 0,
    style: style?.attributes["name"] ?? "",
    highlightFirstColumn: flag(style, "showFirstColumn"),
    highlightLastColumn: flag(style, "showLastColumn"),
    showBandedRows: flag(style, "showRowStripes"),
    showBandedColumns: flag(style, "showColumnStripes"),
    showFilterButton: childOf(root, "autoFilter") !== undefined,
    columns: childrenOf(childOf(root, "tableColumns") ?? element("tableColumns")).map((column, index) => ({
      id: numberAttribute(column, "id", index + 1),
      name: decodeText(column.attributes["name"] ?? ""),
    })),
  };
}

export function writeTablePart(table: Table): string {
  const root = clone(xmlOf(table.part));
  const { range } = table;
  setAttributes(root, {
    name: table.name, displayName: table.name, ref: formatRange(range),
    headerRowCount: table.showHeaders ? undefined : 0,
    totalsRowCount: table.showTotals ? 1 : undefined,
    totalsRowShown: table.showTotals ? undefined : (root.attributes["totalsRowShown"] ?? 0),
  });
  const filter = childOf(root, "autoFilter");
  if (filter && table.showFilterButton && table.showHeaders) setAttributes(filter, { ref: formatRange({ ...range, bottom: range.bottom - (table.showTotals ? 1 : 0) }) });
  else if (filter) removeChild(root, filter);
  else if (table.showFilterButton && table.showHeaders) insertInOrder(root, element("autoFilter", { ref: formatRange({ ...range, bottom: range.bottom - (table.showTotals ? 1 : 0) }) }), TABLE_ORDER);
  writeColumns(root, table);
  writeStyle(root, table);
  return writeDocument(root);
}

function writeColumns(root: XmlElement, table: Table): void {
  const old = childOf(root, "tableColumns");
  const known = new Map(old ? childrenOf(old).map((column) => [numberAttribute(column, "id", 0), column]) : []);
  const columns = element("tableColumns", { count: table.columns.length }, table.columns.map(({ id, name }) => {
    const column = known.get(id) ?? element("tableColumn", { id });
    // Line breaks in a header are written as Excel writes them in attributes.
    setAttributes(column, { name: name.replaceAll("\n", "_x000a_") });
    return column;
  }));
  if (old) root.children[root.children.indexOf(old)] = columns;
  else insertInOrder(root, columns, TABLE_ORDER);
}

function writeStyle(root: XmlElement, table: Table): void {
  const old = childOf(root, "tableStyleInfo");
  const info = old ?? element("tableStyleInfo");
  setAttributes(info, {
    name: table.style || undefined,
    showFirstColumn: table.highlightFirstColumn, showLastColumn: table.highlightLastColumn,
    showRowStripes: table.showBandedRows, showColumnStripes: table.showBandedColumns,
  });
  if (!old) insertInOrder(root, info, TABLE_ORDER);
}
