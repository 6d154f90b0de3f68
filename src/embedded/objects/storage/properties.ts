/** Excel.DocumentProperties with its custom properties */

import type { Book } from "../../book/book";
import { customProperties, type CustomProperty, deleteCustomProperty, type DocumentProperties, documentProperties, setCustomProperty, setDocumentProperties } from "../../book/storage";
import { plain, text } from "../../protocol/arguments";
import { action, type ApiObject, child, defineObject, object, type ObjectType, type Property, readable, value, writable } from "../../protocol/definition";
import { ExcelError, invalidArgument } from "../../protocol/errors";
import type { Json } from "../../protocol/json";
import { numberOf, textOf } from "../values";

interface Custom {
  readonly book: Book;
  readonly key: string;
}

function find(book: Book, key: string): CustomProperty | null {
  return customProperties(book).find((property) => property.key.toLowerCase() === key.toLowerCase()) ?? null;
}

function get({ book, key }: Custom): CustomProperty {
  const property = find(book, key);
  if (property === null) throw new ExcelError("ItemNotFound");
  return property;
}

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value's property: its type follows the value. */
function propertyOf(key: string, given: Json): CustomProperty {
  if (typeof given === "boolean") return { key, type: "Boolean", value: given };
  if (typeof given === "number") return { key, type: Number.isInteger(given) ? "Number" : "Float", value: given };
  if (typeof given === "string") return { key, type: DATE.test(given) ? "Date" : "String", value: given };
  throw invalidArgument();
}

export const customPropertyType: ObjectType<Custom> = defineObject<Custom>({
  name: "CustomProperty",
  exists: ({ book, key }) => find(book, key) !== null,
  properties: {
    Key: readable("1.7", (custom) => get(custom).key),
    Type: readable("1.7", (custom) => get(custom).type),
    Value: writable("1.7", (custom) => get(custom).value, ({ book, key }, content) => setCustomProperty(book, propertyOf(key, content))),
    _Id: readable("1.7", ({ key }) => key),
  },
  methods: {
    Delete: action("1.7", ({ book, key }) => deleteCustomProperty(book, key)),
  },
});

function custom(book: Book, key: string): ApiObject | null {
  return find(book, key) === null ? null : customPropertyType.of({ book, key });
}

export const customPropertyCollectionType: ObjectType<Book> = defineObject<Book>({
  name: "CustomPropertyCollection",
  methods: {
    Add: object("1.7", (book, args) => {
      const property = propertyOf(text(args, 0), plain(args, 1));
      setCustomProperty(book, property);
      return customPropertyType.of({ book, key: property.key });
    }),
    DeleteAll: action("1.7", (book) => {
      for (const { key } of [...customProperties(book)]) deleteCustomProperty(book, key);
    }),
    GetCount: value("1.7", (book) => customProperties(book).length),
    GetItemOrNullObject: object("1.7", (book, args) => custom(book, text(args, 0))),
  },
  items: (book) => customProperties(book).map(({ key }) => customPropertyType.of({ book, key })),
  item: (book, key) => (typeof key === "string" ? custom(book, key) : null),
});

function textProperty(key: Exclude<keyof DocumentProperties, "revisionNumber" | "lastAuthor" | "creationDate">): Property<Book> {
  return writable(
    "1.7",
    (book) => documentProperties(book)[key],
    (book, content) => {
      const changes: Partial<Record<typeof key, string>> = {};
      changes[key] = textOf(content);
      setDocumentProperties(book, changes);
    },
  );
}

export const documentPropertiesType: ObjectType<Book> = defineObject<Book>({
  name: "DocumentProperties",
  properties: {
    Title: textProperty("title"),
    Subject: textProperty("subject"),
    Author: textProperty("author"),
    Keywords: textProperty("keywords"),
    Comments: textProperty("comments"),
    Category: textProperty("category"),
    Manager: textProperty("manager"),
    Company: textProperty("company"),
    LastAuthor: readable("1.7", (book) => documentProperties(book).lastAuthor),
    CreationDate: readable("1.7", (book) => documentProperties(book).creationDate || null),
    RevisionNumber: writable("1.7", (book) => documentProperties(book).revisionNumber, (book, content) => setDocumentProperties(book, { revisionNumber: numberOf(content) })),
  },
  children: { Custom: child("1.7", customPropertyCollectionType.of) },
});

export function propertiesObject(book: Book): ApiObject {
  return documentPropertiesType.of(book);
}
