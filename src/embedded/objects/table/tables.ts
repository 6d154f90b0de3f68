/** Excel.TableCollection (of the workbook or of a sheet) and TableScopedCollection (of cells) */

import type { Book, Sheet } from "../../book/book";
import { addTable, allTables, findTable, type Table, tablesOf } from "../../book/tables";
import { activeSheet } from "../../book/view";
import { flag, integer, text } from "../../protocol/arguments";
import { type ApiObject, type Arguments, defineObject, existing, object, type ObjectType, readable, value } from "../../protocol/definition";
import { invalidArgument } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import type { Cells } from "../cells";
import { EVENT, registrations, WORKBOOK_TARGET } from "../events/registration";
import { rangeArgument } from "../range/argument";
import { tableObject } from "./table";
import { cellCount, overlap } from "../../../workbook/address";

type Owner = Book | Sheet;

function tablesIn(owner: Owner): readonly Table[] {
  return "book" in owner ? tablesOf(owner) : allTables(owner);
}

function named(owner: Owner, key: Json): ApiObject | null {
  if (typeof key !== "string") return null;
  const table = findTable("book" in owner ? owner.book : owner, key);
  return table === null || !tablesIn(owner).includes(table) ? null : tableObject(table);
}

export const tableCollectionType: ObjectType<Owner> = defineObject<Owner>({
  name: "TableCollection",
  properties: { Count: readable("1.1", (owner) => tablesIn(owner).length) },
  methods: {
    ...registrations<Owner>(
      { DataChangedEvent: [EVENT.tableChanged, "1.7"], AddedEvent: [EVENT.tableAdded, "1.9"], DeletedEvent: [EVENT.tableDeleted, "1.9"] },
      (owner) => ("book" in owner ? owner.id : WORKBOOK_TARGET),
    ),
    Add: object("1.1", (owner, args) => {
      const { sheet, range } = rangeArgument("book" in owner ? owner : activeSheet(owner), args, 0);
      return tableObject(addTable(sheet, range, flag(args, 1)));
    }),
    GetCount: value("1.4", (owner) => tablesIn(owner).length),
    GetItemAt: object("1.1", (owner, args) => {
      const table = tablesIn(owner)[integer(args, 0)];
      if (table === undefined) throw invalidArgument();
      return tableObject(table);
    }),
    GetItemOrNullObject: object("1.4", (owner, args) => named(owner, text(args, 0))),
  },
  items: (owner) => tablesIn(owner).map(tableObject),
  item: named,
});

export function tablesObject(owner: Owner): ApiObject {
  return tableCollectionType.of(owner);
}

/** Tables that overlap cells, or that lie fully inside them. */
interface TablesOver {
  readonly areas: readonly Cells[];
  readonly fullyContained: boolean;
}

function tablesOver({ areas, fullyContained }: TablesOver): readonly Table[] {
  const found = areas.flatMap(({ sheet, range }) =>
    tablesOf(sheet).filter((table) => {
      const common = overlap(table.range, range);
      return common !== null && (!fullyContained || cellCount(common) === cellCount(table.range));
    }),
  );
  return [...new Set(found)].sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left);
}

function over(scoped: TablesOver, key: Json): ApiObject | null {
  const table = tablesOver(scoped).find(({ id, name }) => id === key || (typeof key === "string" && name.toLowerCase() === key.toLowerCase()));
  return table === undefined ? null : tableObject(table);
}

export const tableScopedCollectionType: ObjectType<TablesOver> = defineObject<TablesOver>({
  name: "TableScopedCollection",
  methods: {
    GetCount: value("1.9", (scoped) => tablesOver(scoped).length),
    GetFirst: object(
      "1.9",
      existing((scoped) => {
        const [first] = tablesOver(scoped);
        return first === undefined ? null : tableObject(first);
      }),
    ),
    GetItemOrNullObject: object("1.14", (scoped, args) => over(scoped, text(args, 0))),
  },
  items: (scoped) => tablesOver(scoped).map(tableObject),
  item: over,
});

export function tablesOverObject(areas: readonly Cells[], args: Arguments): ApiObject {
  return tableScopedCollectionType.of({ areas, fullyContained: flag(args, 0) });
}
