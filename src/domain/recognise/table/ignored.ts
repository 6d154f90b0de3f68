/** Rows that a person left out of a table, found again by what their lines say. */

import type { CellValue } from "../../../workbook/snapshot";
import { trimmed } from "../grid";
import type { TableOverride } from "../override";

/** What a cell of the table's row holds, by column of the sheet. */
export type RowValues = (row: number, column: number) => CellValue;

interface Columns {
  readonly left: number;
  readonly right: number;
}

/** A line's names and headings, up to its first figure; numbers before them may change from month to month. */
export function lineText(valueAt: RowValues, row: number, { left, right }: Columns): string {
  const texts: string[] = [];
  for (let column = left; column <= right; column += 1) {
    const value = valueAt(row, column);
    if (typeof value === "number" && texts.length > 0) break;
    if (typeof value === "string" && /\p{L}/u.test(value)) texts.push(trimmed(value).normalize("NFKC").replaceAll(/\s/gu, ""));
  }
  return texts.join("\t");
}

/**
 * The rows of the table's `lines` that are left out. One that does not say what it said stands elsewhere now: where exactly
 * one line says it, that is left out instead, else none is. A line too many is seen; one too few is not.
 */
export function ignoredAmong(lines: readonly number[], override: TableOverride | null, valueAt: RowValues, columns: Columns): ReadonlySet<number> {
  const { ignoredRows: rows = [], ignoredLines: texts } = override ?? {};
  if (rows.length === 0) return NONE;
  const known = new Set(lines);
  if (texts === undefined || texts.length !== rows.length) return new Set(rows.filter((row) => known.has(row)));
  const elsewhere = new Set<string>();
  const found = new Set<number>();
  rows.forEach((row, at) => {
    const text = texts[at] ?? "";
    if (known.has(row) && lineText(valueAt, row, columns) === text) found.add(row);
    else if (text !== "") elsewhere.add(text);
  });
  for (const text of elsewhere) {
    const same = lines.filter((row) => !found.has(row) && lineText(valueAt, row, columns) === text);
    if (same.length === 1) same.forEach((row) => found.add(row));
  }
  return found;
}

const NONE: ReadonlySet<number> = new Set();

/** The decision with what its left-out rows say, where they were chosen anew. */
export function withIgnoredLines(override: TableOverride, before: TableOverride | null, valueAt: RowValues, columns: Columns): TableOverride {
  const { ignoredRows = [] } = override;
  if (override.ignoredRows === before?.ignoredRows) return override;
  return { ...override, ignoredRows, ignoredLines: ignoredRows.map((row) => lineText(valueAt, row, columns)) };
}
