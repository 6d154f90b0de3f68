/** Excel.PageBreak and PageBreakCollection */

import type { Sheet } from "../../book/book";
import { pageBreaks, setPageBreaks } from "../../book/page-layout";
import { action, type ApiObject, defineObject, object, type ObjectType, readable, value } from "../../protocol/definition";
import { ExcelError, invalidArgument } from "../../protocol/errors";
import { rangeOnSheet } from "../range/argument";
import { rangeObject } from "../range/range";
import { numberOf } from "../values";

/** Breaks between rows ("Horizontal") or columns ("Vertical") of a sheet. */
interface Breaks {
  readonly sheet: Sheet;
  readonly axis: "rows" | "columns";
}

interface Break extends Breaks {
  readonly index: number;
  /** The row or column that begins a new page. */
  readonly at: number;
}

function changeBreaks({ sheet, axis }: Breaks, change: (at: readonly number[]) => readonly number[]): void {
  const breaks = pageBreaks(sheet);
  setPageBreaks(sheet, { ...breaks, [axis]: change(breaks[axis]) });
}

export const pageBreakType: ObjectType<Break> = defineObject<Break>({
  name: "PageBreak",
  exists: ({ sheet, axis, at }) => sheet.book.sheets.includes(sheet) && pageBreaks(sheet)[axis].includes(at),
  properties: {
    _Id: readable("1.9", ({ index }) => index),
    RowIndex: readable("1.9", ({ axis, at }) => (axis === "rows" ? at : 0)),
    ColumnIndex: readable("1.9", ({ axis, at }) => (axis === "columns" ? at : 0)),
  },
  methods: {
    Delete: action("1.9", (self) => changeBreaks(self, (all) => all.filter((at) => at !== self.at))),
    GetCellAfterBreak: object("1.9", ({ sheet, axis, at }) => {
      const [row, column] = axis === "rows" ? [at, 0] : [0, at];
      return rangeObject({ sheet, range: { top: row, left: column, bottom: row, right: column } });
    }),
  },
});

function breaksIn({ sheet, axis }: Breaks): readonly Break[] {
  return [...pageBreaks(sheet)[axis]].sort((a, b) => a - b).map((at, index) => ({ sheet, axis, at, index }));
}

export const pageBreakCollectionType: ObjectType<Breaks> = defineObject<Breaks>({
  name: "PageBreakCollection",
  exists: ({ sheet }) => sheet.book.sheets.includes(sheet),
  methods: {
    Add: object("1.9", (breaks, args) => {
      const { range } = rangeOnSheet(breaks.sheet, args, 0);
      const at = breaks.axis === "rows" ? range.top : range.left;
      if (at === 0) throw invalidArgument();
      changeBreaks(breaks, (all) => [...new Set([...all, at])]);
      return breakAt(breaks, breaksIn(breaks).findIndex((added) => added.at === at));
    }),
    GetCount: value("1.9", (breaks) => breaksIn(breaks).length),
    RemovePageBreaks: action("1.9", (breaks) => changeBreaks(breaks, () => [])),
  },
  items: (breaks) => breaksIn(breaks).map(pageBreakType.of),
  item: (breaks, key) => breakAt(breaks, numberOf(key)),
});

function breakAt(breaks: Breaks, index: number): ApiObject {
  const found = breaksIn(breaks)[index];
  if (found === undefined) throw new ExcelError("ItemNotFound");
  return pageBreakType.of(found);
}

export function pageBreaksObject(sheet: Sheet, axis: "rows" | "columns"): ApiObject {
  return pageBreakCollectionType.of({ sheet, axis });
}
