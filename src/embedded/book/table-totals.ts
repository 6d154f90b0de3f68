/** A table's total row. */

import { afterWrite, setContent } from "./writing";
import { keptFormula } from "./formula/notation";
import { editXml } from "./package/package";
import { childOf, childrenOf, element, numberAttribute, setAttributes } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { ensureCell } from "./store";
import type { Table, TableColumn } from "./tables";

/** The column's element in the part; made if the part does not have it yet. */
export function columnElement(table: Table, column: TableColumn): XmlElement {
  const root = editXml(table.part);
  let list = childOf(root, "tableColumns");
  if (!list) root.children.push((list = element("tableColumns")));
  const known = childrenOf(list).find((entry) => numberAttribute(entry, "id", 0) === column.id);
  if (known) return known;
  const made = element("tableColumn", { id: column.id, name: column.name });
  list.children.push(made);
  return made;
}

/** What Excel puts into a new total row: "Total" in the first column, the sum (or count) of the last one. */
export function writeTotals(table: Table): void {
  const { sheet, range, columns } = table;
  const last = columns.at(-1);
  const [first] = columns;
  if (!last || !first) return;
  const row = range.bottom;
  if (columns.length > 1) {
    setContent(ensureCell(sheet, row, range.left), "Total", null);
    setAttributes(columnElement(table, first), { totalsRowLabel: "Total" });
  }
  const isNumeric = typeof ensureCell(sheet, row - 1, range.right).value === "number";
  const formula = `=SUBTOTAL(${isNumeric ? 109 : 103},[${escapedColumn(last.name)}])`;
  setContent(ensureCell(sheet, row, range.right), null, { text: qualified(table, keptFormula(formula)), array: null, spills: false });
  setAttributes(columnElement(table, last), { totalsRowFunction: isNumeric ? "sum" : "count" });
  afterWrite(sheet, { ...range, top: row });
}

/** Files name the table where a formula inside it need not. */
function qualified(table: Table, formula: string): string {
  return formula.replace(/(?<=,)\[/, `${table.name}[`);
}

/** Brackets, "#" and apostrophes in a column's name are marked with an apostrophe. */
function escapedColumn(name: string): string {
  return name.replace(/['#[\]@]/g, "'$&");
}

export function clearTotals(table: Table): void {
  for (const column of table.columns) setAttributes(columnElement(table, column), { totalsRowLabel: undefined, totalsRowFunction: undefined });
}
