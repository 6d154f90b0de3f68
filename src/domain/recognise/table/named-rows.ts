/** Rows of a table that a person named, to leave them out or as subtotals: found again by what their lines say. */

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

/** Rows by number, with what each of them said; without, they are known by their place alone. */
interface NamedRows {
  readonly rows: readonly number[];
  readonly texts: readonly string[] | undefined;
}

/** The rows of the table's `lines` that a person left out. A line too many is seen; one too few is not. */
export function ignoredAmong(lines: readonly number[], override: TableOverride | null, valueAt: RowValues, columns: Columns): ReadonlySet<number> {
  return namedAmong(lines, { rows: override?.ignoredRows ?? [], texts: override?.ignoredLines }, valueAt, columns);
}

/** Those that a person called subtotals. */
export function subtotalsAmong(lines: readonly number[], override: TableOverride | null, valueAt: RowValues, columns: Columns): ReadonlySet<number> {
  return namedAmong(lines, { rows: override?.subtotalRows ?? [], texts: override?.subtotalLines }, valueAt, columns);
}

/** One that does not say what it said stands elsewhere now: where exactly one line says it, that is meant instead, else none is. */
function namedAmong(lines: readonly number[], { rows, texts }: NamedRows, valueAt: RowValues, columns: Columns): ReadonlySet<number> {
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

/** The decision with what the rows that it names say, where they were chosen anew. */
export function withNamedLines(override: TableOverride, before: TableOverride | null, valueAt: RowValues, columns: Columns): TableOverride {
  const { ignoredRows = [], subtotalRows = [] } = override;
  const textsOf = (rows: readonly number[]): readonly string[] => rows.map((row) => lineText(valueAt, row, columns));
  return {
    ...override,
    ...(override.ignoredRows === before?.ignoredRows ? {} : { ignoredRows, ignoredLines: textsOf(ignoredRows) }),
    ...(override.subtotalRows === before?.subtotalRows ? {} : { subtotalRows, subtotalLines: textsOf(subtotalRows) }),
  };
}
