/** Putting criteria into a filter and hiding the rows they do not let through. */

import type { CellRange } from "../../../workbook/address";
import type { Sheet } from "../model";
import { childrenOf, element, numberAttribute, removeChild } from "../package/xml";
import type { XmlElement } from "../package/xml";
import { refuse } from "../refusal";
import { ensureRow } from "../store";
import { columnOf, criteriaElement, readCriteria } from "./criteria";
import type { FilterCriteria } from "./criteria";
import { matchColumn } from "./matching";

/** @throws HostRefusal InvalidArgument for a column outside, NotImplemented for icons */
export function putCriteria(sheet: Sheet, filter: XmlElement, column: number, width: number, criteria: FilterCriteria): void {
  if (!Number.isInteger(column) || column < 0 || column >= width) refuse("InvalidArgument", "There is no such column in the filter.");
  const made = criteriaElement(criteria, sheet.book.styles) ?? refuse("NotImplemented", "Filtering by icon is not supported.");
  dropCriteria(filter, column);
  const entry = element("filterColumn", { colId: column }, [made]);
  const after = childrenOf(filter, "filterColumn").findLast((other) => numberAttribute(other, "colId", 0) < column);
  filter.children.splice(after ? filter.children.indexOf(after) + 1 : 0, 0, entry);
}

/** Of one column, or of all. */
export function dropCriteria(filter: XmlElement, column?: number): void {
  for (const entry of childrenOf(filter, "filterColumn")) if (column === undefined || numberAttribute(entry, "colId", -1) === column) removeChild(filter, entry);
}

export function criteriaOf(sheet: Sheet, filter: XmlElement, column: number): FilterCriteria | null {
  const entry = columnOf(filter, column);
  return entry ? readCriteria(entry, sheet.book.styles) : null;
}

/** Shows and hides the rows of data below the filter's header. */
export function hideRows(sheet: Sheet, filter: XmlElement, data: CellRange): void {
  const stays = new Array<boolean>(data.bottom - data.top + 1).fill(true);
  for (let column = 0; column <= data.right - data.left; column++) {
    const criteria = criteriaOf(sheet, filter, column);
    if (!criteria) continue;
    matchColumn(sheet, { ...data, left: data.left + column, right: data.left + column }, criteria).forEach((matches, index) => {
      if (!matches) stays[index] = false;
    });
  }
  stays.forEach((stay, index) => {
    const row = data.top + index;
    if (!stay || sheet.rows.get(row)?.hidden === true) ensureRow(sheet, row).hidden = !stay;
  });
}
