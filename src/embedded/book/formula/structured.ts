/** Table references inside formulas ("Table1[[#Totals],[Sum]]"). */

import { parseStructRef } from "@borgar/fx/xlsx";
import type { CellRange } from "../../../workbook/address";
import type { Book, Sheet } from "../model";
import type { Table } from "../tables";

/** The whole table that a reference ("Table1[Sum]") or a bare table name means. */
export function parseStructuredReference(book: Book, text: string): { readonly sheet: Sheet; readonly table: Table; readonly range: CellRange } | null {
  const bracket = text.indexOf("[");
  const name = (bracket < 0 ? text : text.slice(0, bracket)).toLowerCase();
  if (name === "") return null;
  for (const sheet of book.sheets) {
    for (const table of sheet.tables) if (table.name.toLowerCase() === name) return { sheet, table, range: table.range };
  }
  return null;
}

/** The cells that a reference means, seen from a row for "[@Sum]"; null when there are none. */
export function structuredRange(text: string, own: Table, row: number): CellRange | null {
  const parsed = parseStructRef(text);
  if (!parsed) return null;
  const { range, columns, showHeaders, showTotals } = own;
  const names = parsed.columns ?? [];
  const indexes = names.map((name) => columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()));
  if (indexes.some((index) => index < 0)) return null;
  const left = range.left + (indexes[0] ?? 0);
  const right = indexes.length === 0 ? range.right : range.left + (indexes.at(-1) ?? 0);
  const top = range.top + (showHeaders ? 1 : 0);
  const bottom = range.bottom - (showTotals ? 1 : 0);
  const sections = new Set((parsed.sections ?? []).map((section) => section.toLowerCase()));
  const sides = { left: Math.min(left, right), right: Math.max(left, right) };
  if (sections.has("this row")) return row < top || row > bottom ? null : { ...sides, top: row, bottom: row };
  if (sections.has("all")) return { ...sides, top: range.top, bottom: range.bottom };
  const first = sections.has("headers") ? range.top : sections.has("totals") && !sections.has("data") ? range.bottom : top;
  const last = sections.has("totals") ? range.bottom : sections.has("headers") && !sections.has("data") ? range.top : bottom;
  if ((sections.has("headers") && !showHeaders) || (sections.has("totals") && !showTotals)) return null;
  return { ...sides, top: first, bottom: last };
}
