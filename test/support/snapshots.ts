/** Snapshots from literal cells, as a workbook would give them. */

import { parseRange, type CellRange } from "../../src/workbook/address";
import type { CellValue, ExcelTable, SheetSnapshot, Snapshot } from "../../src/workbook/snapshot";

export interface SheetOptions {
  /** Where the first cell stands, in A1 notation; A1 if left out. */
  readonly at?: string;
  /** Letters: "D:E". */
  readonly hidden?: readonly string[];
  /** In A1 notation, as addresses of the sheet. */
  readonly merges?: readonly string[];
  readonly tables?: readonly (Omit<ExcelTable, "range"> & { readonly range: string })[];
  /** Formulas by address: { B5: "=SUM(B2:B4)" }. The value beside it is what it gives. */
  readonly formulas?: Readonly<Record<string, string>>;
  /** Number formats by range; "General" elsewhere. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** A sheet of these rows. Short rows are blank to the right; null is blank. */
export function sheetOf(name: string, rows: readonly (readonly (CellValue | null)[])[], options: SheetOptions = {}): SheetSnapshot {
  const { top, left } = rangeOf(options.at ?? "A1");
  const width = Math.max(1, ...rows.map((row) => row.length));
  const values = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
  const formulas: CellValue[][] = values.map((row) => [...row]);
  const numberFormats = values.map((row) => row.map(() => "General"));
  for (const [address, formula] of Object.entries(options.formulas ?? {})) fill(formulas, address, formula);
  for (const [address, format] of Object.entries(options.formats ?? {})) fill(numberFormats, address, format);
  return {
    id: `{${name}}`, name, visible: true, protected: false, top, left, values, formulas, numberFormats,
    hiddenColumns: (options.hidden ?? []).map(rangeOf).map(({ left, right }) => ({ left, right })),
    merges: (options.merges ?? []).map(rangeOf),
    tables: (options.tables ?? []).map((table) => ({ ...table, range: rangeOf(table.range) })),
  };

  function fill<T>(grid: T[][], address: string, content: T): void {
    const range = rangeOf(address);
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1) {
        const line = grid[row - top];
        if (line === undefined || column - left >= width || column < left) throw new Error(`${address} lies outside the sheet`);
        line[column - left] = content;
      }
    }
  }
}

export function snapshotOf(...sheets: readonly SheetSnapshot[]): Snapshot {
  return { sheets, activeSheetId: sheets[0]?.id ?? "", stored: null };
}

export function rangeOf(address: string): CellRange {
  const range = parseRange(address);
  if (range === null) throw new Error(`${address} is no address`);
  return range;
}
