/** The sheet's AutoFilter: criteria, and the rows they hide. */

import { formatRange, intersects, parseRange, quoteSheetName } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { WORKSHEET_ORDER } from "./file/order";
import { criteriaOf, dropCriteria, hideRows, putCriteria } from "./filter/applying";
import type { FilterCriteria } from "./filter/criteria";
import { absolute } from "./formula/references";
import type { Sheet } from "./model";
import { setBuiltInName } from "./names";
import { editXml, xmlOf } from "./package/package";
import { childOf, childrenOf, ensureChild, removeChild, setAttributes } from "./package/xml";
import type { XmlElement } from "./package/xml";
import { checkAllowed } from "./protection";
import { refuse } from "./refusal";
import { surroundingRegion } from "./regions";
import { cellsChanged } from "./formula/dependencies";

export type { DateGroup, FilterCriteria } from "./filter/criteria";

export interface AutoFilterState {
  readonly range: CellRange;
  /** By column offset; null where a column has no criteria. */
  readonly criteria: readonly (FilterCriteria | null)[];
  readonly isDataFiltered: boolean;
}

function filterOf(sheet: Sheet): { readonly filter: XmlElement; readonly range: CellRange } | null {
  const filter = childOf(xmlOf(sheet.part), "autoFilter");
  const range = filter && parseRange(filter.attributes["ref"] ?? "");
  return filter && range ? { filter, range } : null;
}

export function autoFilterOf(sheet: Sheet): AutoFilterState | null {
  const found = filterOf(sheet);
  if (!found) return null;
  const { filter, range } = found;
  const criteria = Array.from({ length: range.right - range.left + 1 }, (_, column) => criteriaOf(sheet, filter, column));
  return { range, criteria, isDataFiltered: criteria.some((one) => one !== null) };
}

/** Another range begins a new filter; a single cell means the region around it. */
export function applyAutoFilter(sheet: Sheet, range: CellRange, column?: number, criteria?: FilterCriteria): void {
  checkAllowed(sheet, "allowAutoFilter");
  const wanted = range.top === range.bottom && range.left === range.right ? surroundingRegion(sheet, range) : range;
  if (sheet.tables.some((table) => intersects(table.range, wanted))) refuse("InvalidOperation", "A table has a filter of its own.");
  const before = filterOf(sheet);
  if (before && formatRange(before.range) !== formatRange(wanted)) removeAutoFilter(sheet);
  const filter = ensureChild(editXml(sheet.part), "autoFilter", WORKSHEET_ORDER);
  filter.attributes["ref"] = formatRange(wanted);
  setBuiltInName(sheet, "_FilterDatabase", `=${quoteSheetName(sheet.name)}!${absolute(wanted)}`, false);
  if (column !== undefined) {
    if (criteria) putCriteria(sheet, filter, column, wanted.right - wanted.left + 1, criteria);
    else dropCriteria(filter, column);
  }
  refresh(sheet, filter, wanted);
}

function refresh(sheet: Sheet, filter: XmlElement, range: CellRange): void {
  const data = { ...range, top: range.top + 1 };
  if (data.top <= data.bottom) hideRows(sheet, filter, data);
  const isFiltered = childrenOf(filter, "filterColumn").length > 0;
  const properties = ensureChild(editXml(sheet.part), "sheetPr", WORKSHEET_ORDER);
  setAttributes(properties, { filterMode: isFiltered ? 1 : undefined });
  cellsChanged(sheet, range);
  announce(sheet.book, { kind: "filtered", sheetId: sheet.id, range });
}

/** Without a column: of all columns. */
export function clearFilterCriteria(sheet: Sheet, column?: number): void {
  const found = filterOf(sheet);
  if (!found) return;
  checkAllowed(sheet, "allowAutoFilter");
  dropCriteria(found.filter, column);
  refresh(sheet, found.filter, found.range);
}

export function reapplyAutoFilter(sheet: Sheet): void {
  const found = filterOf(sheet);
  if (found) refresh(sheet, found.filter, found.range);
}

export function removeAutoFilter(sheet: Sheet): void {
  const found = filterOf(sheet);
  if (!found) return;
  checkAllowed(sheet, "allowAutoFilter");
  dropCriteria(found.filter);
  refresh(sheet, found.filter, found.range);
  removeChild(editXml(sheet.part), found.filter);
  setBuiltInName(sheet, "_FilterDatabase", null);
}
