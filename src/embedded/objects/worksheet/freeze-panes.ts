/** Excel.WorksheetFreezePanes */

import type { Sheet } from "../../book/book";
import { freezePanes, frozenPanes } from "../../book/view";
import { LAST_COLUMN, LAST_ROW } from "../../../workbook/address";
import { optionalInteger } from "../../protocol/arguments";
import { action, type ApiObject, defineObject, existing, object, type ObjectType } from "../../protocol/definition";
import { rangeOnSheet } from "../range/argument";
import { rangeObject } from "../range/range";

function location(sheet: Sheet): ApiObject | null {
  const { rows, columns } = frozenPanes(sheet);
  if (rows === 0 && columns === 0) return null;
  return rangeObject({ sheet, range: { top: 0, left: 0, bottom: rows === 0 ? LAST_ROW : rows - 1, right: columns === 0 ? LAST_COLUMN : columns - 1 } });
}

export const worksheetFreezePanesType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "WorksheetFreezePanes",
  exists: (sheet) => sheet.book.sheets.includes(sheet),
  methods: {
    /** Whole rows freeze rows only, whole columns columns only. */
    FreezeAt: action("1.7", (sheet, args) => {
      const { range } = rangeOnSheet(sheet, args, 0);
      freezePanes(sheet, range.bottom === LAST_ROW ? 0 : range.bottom + 1, range.right === LAST_COLUMN ? 0 : range.right + 1);
    }),
    FreezeRows: action("1.7", (sheet, args) => freezePanes(sheet, optionalInteger(args, 0) ?? 1, 0)),
    FreezeColumns: action("1.7", (sheet, args) => freezePanes(sheet, 0, optionalInteger(args, 0) ?? 1)),
    GetLocation: object("1.7", existing(location)),
    GetLocationOrNullObject: object("1.7", location),
    Unfreeze: action("1.7", (sheet) => freezePanes(sheet, 0, 0)),
  },
});

export function freezePanesObject(sheet: Sheet): ApiObject {
  return worksheetFreezePanesType.of(sheet);
}
