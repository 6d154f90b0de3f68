/** Table references inside formulas ("Table1[[#Totals],[Sum]]"): the cells they mean. */

import { parseStructRef } from "@borgar/fx/xlsx";
import { contains } from "../../../workbook/address";
import type { CellRange } from "../../../workbook/address";
import type { Book, Sheet } from "../model";
import type { Table } from "../tables";

export interface TableArea {
  readonly sheet: Sheet;
  /** null: the table has no such cells. */
  readonly range: CellRange | null;
}

/**
 * The cells of a table reference or a bare table name, which means the data; null when no table is meant.
 * A reference without a table's name, as formulas inside tables have them, means the table around the place.
 */
export function tableArea(home: Sheet, text: string, row: number, column: number): TableArea | null {
  const bracket = text.indexOf("[");
  const name = (bracket < 0 ? text : text.slice(0, bracket)).toLowerCase();
  const table = name === "" ? home.tables.find((own) => contains(own.range, row, column)) : findByName(home.book, name);
  return table ? { sheet: table.sheet, range: structuredRange(bracket < 0 ? `${text}[]` : text, table, row) } : null;
}

function findByName(book: Book, name: string): Table | null {
  for (const sheet of book.sheets) for (const table of sheet.tables) if (table.name.toLowerCase() === name) return table;
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
