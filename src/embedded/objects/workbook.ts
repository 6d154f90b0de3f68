/** Excel.Workbook, the root of every request */

import type { Book } from "../book/book";
import { activeSheet, selectionOf } from "../book/view";
import { child, defineObject, object, readable, value } from "../protocol/definition";
import { ExcelError } from "../protocol/errors";
import { cellAt } from "./cells";
import { rangeObject } from "./range/range";
import { worksheetsObject } from "./worksheet/worksheets";

const type = defineObject<Book>({
  name: "Workbook",
  properties: {
    Name: readable("1.7", ({ fileName }) => fileName),
  },
  children: {
    Worksheets: child("1.1", worksheetsObject),
  },
  methods: {
    GetSelectedRange: object("1.1", (book) => {
      const sheet = activeSheet(book);
      const [range, ...others] = selectionOf(sheet).ranges;
      if (range === undefined || others.length > 0) throw new ExcelError("InvalidSelection");
      return rangeObject({ sheet, range });
    }),
    GetActiveCell: object("1.7", (book) => {
      const sheet = activeSheet(book);
      const { row, column } = selectionOf(sheet).active;
      return rangeObject({ sheet, range: cellAt(row, column) });
    }),
    _GetReferenceCount: value("1.1", (_book, _args, { references }) => references.count()),
  },
});

export const workbookObject = type.of;
