/** Excel.WorksheetCustomProperty and its collection */

import type { Sheet } from "../../book/book";
import { setSheetProperty, sheetProperties } from "../../book/storage";
import { text } from "../../protocol/arguments";
import { action, type ApiObject, defineObject, object, type ObjectType, readable, value, writable } from "../../protocol/definition";
import { textOf } from "../values";

interface Property {
  readonly sheet: Sheet;
  readonly key: string;
}

function all(sheet: Sheet): ReadonlyMap<string, string> {
  return sheetProperties(sheet.book, sheet.id);
}

export const worksheetCustomPropertyType: ObjectType<Property> = defineObject<Property>({
  name: "WorksheetCustomProperty",
  exists: ({ sheet, key }) => all(sheet).has(key),
  properties: {
    _Id: readable("1.12", ({ key }) => key),
    Key: readable("1.12", ({ key }) => key),
    Value: writable("1.12", ({ sheet, key }) => all(sheet).get(key) ?? "", ({ sheet, key }, content) => setSheetProperty(sheet.book, sheet.id, key, textOf(content))),
  },
  methods: {
    Delete: action("1.12", ({ sheet, key }) => setSheetProperty(sheet.book, sheet.id, key, null)),
  },
});

/** Keys are alike in any case. */
function find(sheet: Sheet, key: string): ApiObject | null {
  const found = [...all(sheet).keys()].find((candidate) => candidate.toLowerCase() === key.toLowerCase());
  return found === undefined ? null : worksheetCustomPropertyType.of({ sheet, key: found });
}

export const worksheetCustomPropertyCollectionType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "WorksheetCustomPropertyCollection",
  methods: {
    Add: object("1.12", (sheet, args) => {
      const key = text(args, 0);
      setSheetProperty(sheet.book, sheet.id, key, text(args, 1));
      return worksheetCustomPropertyType.of({ sheet, key });
    }),
    GetCount: value("1.12", (sheet) => all(sheet).size),
    GetItemOrNullObject: object("1.12", (sheet, args) => find(sheet, text(args, 0))),
  },
  items: (sheet) => [...all(sheet).keys()].map((key) => worksheetCustomPropertyType.of({ sheet, key })),
  item: (sheet, key) => (typeof key === "string" ? find(sheet, key) : null),
});

export function customPropertiesObject(sheet: Sheet): ApiObject {
  return worksheetCustomPropertyCollectionType.of(sheet);
}
