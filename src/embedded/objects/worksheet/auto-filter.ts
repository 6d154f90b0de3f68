/** Excel.AutoFilter of a worksheet */

import type { Sheet } from "../../book/book";
import { applyAutoFilter, autoFilterOf, clearFilterCriteria, reapplyAutoFilter, removeAutoFilter } from "../../book/filters";
import { integer, optionalInteger, optionalRecord } from "../../protocol/arguments";
import { action, type ApiObject, type Arguments, defineObject, existing, object, type ObjectType, readable } from "../../protocol/definition";
import { rangeOnSheet } from "../range/argument";
import { rangeObject } from "../range/range";
import { criteriaJson, criteriaOf } from "../table/filter";

function filtered(sheet: Sheet): ApiObject | null {
  const state = autoFilterOf(sheet);
  return state === null ? null : rangeObject({ sheet, range: state.range });
}

function apply(sheet: Sheet, args: Arguments): void {
  const { range } = rangeOnSheet(sheet, args, 0);
  const criteria = optionalRecord(args, 2);
  applyAutoFilter(sheet, range, optionalInteger(args, 1) ?? undefined, criteria === null ? undefined : criteriaOf(criteria));
}

export const autoFilterType: ObjectType<Sheet> = defineObject<Sheet>({
  name: "AutoFilter",
  exists: (sheet) => sheet.book.sheets.includes(sheet),
  properties: {
    Enabled: readable("1.9", (sheet) => autoFilterOf(sheet) !== null),
    IsDataFiltered: readable("1.9", (sheet) => autoFilterOf(sheet)?.isDataFiltered ?? false),
    Criteria: readable("1.9", (sheet) => (autoFilterOf(sheet)?.criteria ?? []).map(criteriaJson)),
  },
  methods: {
    Apply: action("1.9", apply),
    ClearCriteria: action("1.9", (sheet) => clearFilterCriteria(sheet)),
    ClearColumnCriteria: action("1.14", (sheet, args) => clearFilterCriteria(sheet, integer(args, 0))),
    GetRange: object("1.9", existing(filtered)),
    GetRangeOrNullObject: object("1.9", filtered),
    Reapply: action("1.9", reapplyAutoFilter),
    Remove: action("1.9", removeAutoFilter),
  },
});

export function autoFilterObject(sheet: Sheet): ApiObject {
  return autoFilterType.of(sheet);
}
