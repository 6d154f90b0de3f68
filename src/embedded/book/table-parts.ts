/** Tables and the parts that keep them. */

import { WORKSHEET_ORDER } from "./file/order";
import type { Sheet } from "./model";
import { addPart, editXml, freePath, relate, relationId, removeRelation } from "./package/package";
import type { Part } from "./package/package";
import { childOf, childrenOf, element, ensureChild, MAIN, removeChild, setAttributes } from "./package/xml";
import type { Table } from "./tables";

const TABLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";

/** A part for a new table of the sheet. */
export function addTablePart(sheet: Sheet, fileId: number): Part {
  const { pack } = sheet.book;
  const part = addPart(pack, freePath(pack, "xl/tables/table", ".xml"), TABLE_TYPE, element("table", { xmlns: MAIN, id: fileId }));
  const root = editXml(sheet.part);
  const list = ensureChild(root, "tableParts", WORKSHEET_ORDER);
  list.children.push(element("tablePart", { "r:id": relate(sheet.part, "table", part.path) }));
  setAttributes(list, { count: childrenOf(list).length });
  return part;
}

/** Forgets the table; its cells stay. */
export function removeTable(table: Table): void {
  const { sheet } = table;
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  const relation = sheet.part.relations.find((candidate) => candidate.target === table.part.path);
  const root = editXml(sheet.part);
  const list = childOf(root, "tableParts");
  const entry = list && childrenOf(list).find((candidate) => relationId(candidate) === relation?.id);
  if (list && entry) {
    removeChild(list, entry);
    setAttributes(list, { count: childrenOf(list).length });
    if (childrenOf(list).length === 0) removeChild(root, list);
  }
  if (relation) removeRelation(sheet.book.pack, sheet.part, relation.id);
}
