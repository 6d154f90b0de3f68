/** What a person decided about one table, for others with the same headers: next month's sheet, or another unit's. */

import { parseRange } from "../../workbook/address";
import type { BudgetTable } from "../table";
import type { TableOverride } from "./override";

/** A table's headers, column by column; numbers in them may change from month to month. */
export function headersOf({ columns }: Pick<BudgetTable, "columns">): readonly string[] {
  return columns.map(({ header }) => header.join("\n").normalize("NFKC").replaceAll(/[^\S\n]/gu, "").replaceAll(/\d+/gu, "#"));
}

/** Whether it decides anything that tables with the same headers share. */
export function isReusable({ ignored, columns, unit, headerTop, headerBottom, ignoredLines = [], subtotalLines = [] }: TableOverride): boolean {
  return ignored !== true && (columns !== undefined || unit !== undefined || headerTop !== undefined || headerBottom !== undefined || ignoredLines.length > 0 || subtotalLines.length > 0);
}

/**
 * What was decided last for a table of the same headers: its columns, its unit, its header rows, and the lines left out or called subtotals, at the place of this one.
 * Where the table ends, and which row is its total, is that table's own; so are rows that say nothing to be known by. null where this one was decided about itself.
 */
export function reusedOverride(table: BudgetTable, overrides: readonly TableOverride[]): TableOverride | null {
  if (overrides.some(({ tableId }) => tableId === table.id)) return null;
  const headers = headersOf(table).join("\t");
  const known = overrides.findLast((override) => isReusable(override) && override.headers?.join("\t") === headers);
  const [from, to] = [known?.tableId, table.id].map((id) => parseRange(id?.slice(id.lastIndexOf("!") + 1) ?? ""));
  if (known === undefined || from === null || from === undefined || to === null || to === undefined) return null;
  const { columns, unit, headerTop, headerBottom, headers: kept } = known;
  const [right, down] = [to.left - from.left, to.top - from.top];
  const leftOut = sayingRows(known.ignoredRows, known.ignoredLines, down);
  const subtotals = sayingRows(known.subtotalRows, known.subtotalLines, down);
  return {
    tableId: table.id,
    ...(kept === undefined ? {} : { headers: kept }),
    ...(columns === undefined ? {} : { columns: Object.fromEntries(Object.entries(columns).map(([column, role]) => [Number(column) + right, role])) }),
    ...(unit === undefined ? {} : { unit }),
    ...(headerTop === undefined ? {} : { headerTop: headerTop + down }),
    ...(headerBottom === undefined ? {} : { headerBottom: headerBottom + down }),
    ...(leftOut.length === 0 ? {} : { ignoredRows: leftOut.map(({ row }) => row), ignoredLines: leftOut.map(({ line }) => line) }),
    ...(subtotals.length === 0 ? {} : { subtotalRows: subtotals.map(({ row }) => row), subtotalLines: subtotals.map(({ line }) => line) }),
  };
}

function sayingRows(rows: readonly number[] = [], lines: readonly string[] = [], down: number): readonly { readonly row: number; readonly line: string }[] {
  if (rows.length !== lines.length) return [];
  return rows.flatMap((row, at) => (lines[at] === "" ? [] : [{ row: row + down, line: lines[at] ?? "" }]));
}
