/** Excel.CustomXmlPart and its collections */

import type { Book } from "../../book/book";
import { addCustomXmlPart, customXmlParts, deleteCustomXmlPart, findCustomXmlPart, setCustomXml } from "../../book/storage";
import { text } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, defineObject, existing, object, type ObjectType, readable, value } from "../../protocol/definition";
import { ExcelError } from "../../protocol/errors";

interface Part {
  readonly book: Book;
  readonly id: string;
}

function contentOf({ book, id }: Part): { readonly xml: string; readonly namespaceUri: string } {
  const part = findCustomXmlPart(book, id);
  if (part === null) throw new ExcelError("ItemNotFound");
  return part;
}

export const customXmlPartType: ObjectType<Part> = defineObject<Part>({
  name: "CustomXmlPart",
  exists: ({ book, id }) => findCustomXmlPart(book, id) !== null,
  properties: {
    Id: readable("1.5", ({ id }) => id),
    NamespaceUri: readable("1.5", (part) => contentOf(part).namespaceUri),
  },
  methods: {
    GetXml: value("1.5", (part) => contentOf(part).xml),
    SetXml: action("1.5", ({ book, id }, args) => setCustomXml(book, id, text(args, 0))),
    Delete: action("1.5", ({ book, id }) => deleteCustomXmlPart(book, id)),
  },
});

/** All parts, or those of one namespace. */
interface Parts {
  readonly book: Book;
  readonly namespaceUri: string | null;
}

function partsIn({ book, namespaceUri }: Parts): readonly ApiObject[] {
  return customXmlParts(book)
    .filter((part) => namespaceUri === null || part.namespaceUri === namespaceUri)
    .map(({ id }) => customXmlPartType.of({ book, id }));
}

function partById(parts: Parts, id: string): ApiObject | null {
  const part = findCustomXmlPart(parts.book, id);
  const belongs = part !== null && (parts.namespaceUri === null || part.namespaceUri === parts.namespaceUri);
  return belongs ? customXmlPartType.of({ book: parts.book, id: part.id }) : null;
}

/** The part if there is exactly one. */
function onlyPart(parts: Parts): ApiObject | null {
  const [only, ...others] = partsIn(parts);
  return others.length > 0 ? null : (only ?? null);
}

const shared = {
  GetCount: value<Parts>("1.5", (parts) => partsIn(parts).length),
  GetItemOrNullObject: object<Parts>("1.5", (parts: Parts, args: Arguments) => partById(parts, text(args, 0))),
};

export const customXmlPartScopedCollectionType: ObjectType<Parts> = defineObject<Parts>({
  name: "CustomXmlPartScopedCollection",
  methods: {
    ...shared,
    GetOnlyItem: object("1.5", existing(onlyPart)),
    GetOnlyItemOrNullObject: object("1.5", onlyPart),
  },
  items: partsIn,
  item: (parts, key) => (typeof key === "string" ? partById(parts, key) : null),
});

export const customXmlPartCollectionType: ObjectType<Parts> = defineObject<Parts>({
  name: "CustomXmlPartCollection",
  methods: {
    ...shared,
    Add: object("1.5", ({ book }, args) => customXmlPartType.of({ book, id: addCustomXmlPart(book, text(args, 0)).id })),
    GetByNamespace: object("1.5", ({ book }, args) => customXmlPartScopedCollectionType.of({ book, namespaceUri: text(args, 0) })),
  },
  items: partsIn,
  item: (parts, key) => (typeof key === "string" ? partById(parts, key) : null),
});

export function customXmlObject(book: Book): ApiObject {
  return customXmlPartCollectionType.of({ book, namespaceUri: null });
}
