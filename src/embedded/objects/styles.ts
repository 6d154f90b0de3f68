/** Excel.StyleCollection and Style: which named cell styles there are; cells take them by name. */

import type { Book } from "../book/book";
import { styleNames } from "../book/cell-styles";
import { activeSheet } from "../book/view";
import { integer, text } from "../protocol/arguments";
import { type ApiObject, defineObject, object, type ObjectType, readable, value } from "../protocol/definition";
import { invalidArgument } from "../protocol/errors";

type NamedStyle = ReturnType<typeof styleNames>[number];

export const styleType: ObjectType<NamedStyle> = defineObject<NamedStyle>({
  name: "Style",
  properties: {
    Name: readable("1.7", ({ name }) => name),
    BuiltIn: readable("1.7", ({ builtIn }) => builtIn),
  },
});

function all(book: Book): readonly NamedStyle[] {
  return styleNames(activeSheet(book));
}

function named(book: Book, name: string): ApiObject | null {
  const style = all(book).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return style === undefined ? null : styleType.of(style);
}

export const styleCollectionType: ObjectType<Book> = defineObject<Book>({
  name: "StyleCollection",
  methods: {
    GetCount: value("1.9", (book) => all(book).length),
    GetItemAt: object("1.9", (book, args) => {
      const style = all(book)[integer(args, 0)];
      if (style === undefined) throw invalidArgument();
      return styleType.of(style);
    }),
    GetItemOrNullObject: object("1.14", (book, args) => named(book, text(args, 0))),
  },
  items: (book) => all(book).map(styleType.of),
  item: (book, key) => (typeof key === "string" ? named(book, key) : null),
});

export function stylesObject(book: Book): ApiObject {
  return styleCollectionType.of(book);
}
