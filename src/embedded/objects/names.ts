/** Excel.NamedItem and NamedItemCollection, of the workbook or of one sheet */

import type { Book, Sheet } from "../book/book";
import { addName, changeName, type DefinedName, deleteName, findName, namesOf, nameRange, nameType, nameValue } from "../book/names";
import { columnName } from "../../workbook/address";
import { isObject, optionalText, plain, stateArgument, text } from "../protocol/arguments";
import { action, type ApiObject, type Arguments, child, defineObject, existing, object, type ObjectType, readable, value, writable } from "../protocol/definition";
import { ExcelError, invalidArgument } from "../protocol/errors";
import { quoteSheetName } from "../../workbook/address";
import type { Cells } from "./cells";
import { rangeObject, rangeType } from "./range/range";
import { flagOf, textOf } from "./values";
import { worksheetObject } from "./worksheet/worksheet";

interface Named {
  readonly book: Book;
  readonly defined: DefinedName;
}

type Owner = Book | Sheet;

function bookOf(owner: Owner): Book {
  return "book" in owner ? owner.book : owner;
}

function rangeOf({ book, defined }: Named): ApiObject | null {
  const found = nameRange(book, defined);
  return found === null ? null : rangeObject(found);
}

export const namedItemType: ObjectType<Named> = defineObject<Named>({
  name: "NamedItem",
  exists: ({ book, defined }) => namesOf(defined.sheet ?? book).includes(defined),
  properties: {
    _Id: readable("1.1", ({ defined }) => defined.name),
    Name: readable("1.1", ({ defined }) => defined.name),
    Type: readable("1.1", ({ book, defined }) => nameType(book, defined)),
    Value: readable("1.1", ({ book, defined }) => nameValue(book, defined)),
    Visible: writable("1.1", ({ defined }) => defined.visible, ({ book, defined }, visible) => changeName(book, defined, { visible: flagOf(visible) })),
    Comment: writable("1.4", ({ defined }) => defined.comment, ({ book, defined }, comment) => changeName(book, defined, { comment: textOf(comment) })),
    Scope: readable("1.4", ({ defined }) => (defined.sheet === null ? "Workbook" : "Worksheet")),
    Formula: writable("1.7", ({ defined }) => defined.formula, ({ book, defined }, formula) => changeName(book, defined, { formula: textOf(formula) })),
  },
  children: {
    Worksheet: child("1.4", ({ defined }) => {
      if (defined.sheet === null) throw new ExcelError("ItemNotFound");
      return worksheetObject(defined.sheet);
    }),
    WorksheetOrNullObject: child("1.4", ({ defined }) => (defined.sheet === null ? null : worksheetObject(defined.sheet))),
  },
  methods: {
    Delete: action("1.4", ({ book, defined }) => deleteName(book, defined)),
    GetRange: object("1.1", existing(rangeOf)),
    GetRangeOrNullObject: object("1.4", rangeOf),
  },
});

function named(owner: Owner, name: string): ApiObject | null {
  const defined = findName(owner, name);
  return defined === null ? null : namedItemType.of({ book: bookOf(owner), defined });
}

function absolute({ sheet, range }: Cells): string {
  const corner = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
  return `=${quoteSheetName(sheet.name)}!${corner(range.top, range.left)}:${corner(range.bottom, range.right)}`;
}

/** What the new name stands for: a range, a formula, or a plain value. */
function referenceOf(args: Arguments): string {
  if (isObject(args, 1)) {
    const cells = stateArgument(args, 1, rangeType);
    const isCell = cells.range.top === cells.range.bottom && cells.range.left === cells.range.right;
    return isCell ? absolute(cells).replace(/:.*$/, "") : absolute(cells);
  }
  const given = plain(args, 1);
  if (typeof given === "number" || typeof given === "boolean") return `=${String(given).toUpperCase()}`;
  if (typeof given !== "string") throw invalidArgument();
  return given.startsWith("=") ? given : `="${given.replaceAll('"', '""')}"`;
}

export const namedItemCollectionType: ObjectType<Owner> = defineObject<Owner>({
  name: "NamedItemCollection",
  methods: {
    Add: object("1.4", (owner, args) => namedItemType.of({ book: bookOf(owner), defined: addName(owner, text(args, 0), referenceOf(args), optionalText(args, 2) ?? undefined) })),
    AddFormulaLocal: object("1.4", (owner, args) => namedItemType.of({ book: bookOf(owner), defined: addName(owner, text(args, 0), text(args, 1), optionalText(args, 2) ?? undefined) })),
    GetCount: value("1.4", (owner) => namesOf(owner).length),
    GetItemOrNullObject: object("1.4", (owner, args) => named(owner, text(args, 0))),
  },
  items: (owner) => namesOf(owner).map((defined) => namedItemType.of({ book: bookOf(owner), defined })),
  item: (owner, key) => (typeof key === "string" ? named(owner, key) : null),
});

export function namesObject(owner: Owner): ApiObject {
  return namedItemCollectionType.of(owner);
}
