/**
 * A table of the corpus as its author means it, and how it is put on a sheet. What is expected of recognition is
 * derived from this alone.
 */

import type { Unit } from "../../src/domain/amounts/unit";
import type { Role, RowKind } from "../../src/domain/table";
import type { CellRange } from "../../src/workbook/address";
import type { CellValue, SheetSnapshot } from "../../src/workbook/snapshot";

/** What a column of a line holds: money in hundredths, or anything else as it stands. */
export type Content = { readonly cents: number } | CellValue;

export interface PlannedColumn {
  readonly role: Role | null;
  /** Texts from top to bottom, as many as the header has rows; "" is covered by the one above. */
  readonly header: readonly string[];
  readonly contents: readonly Content[];
}

export interface PlannedLine {
  readonly kind: RowKind;
  readonly name: string;
  /** In hundredths of the table's unit; null where the line has no such figure. */
  readonly budget: number | null;
  readonly expenditure: number | null;
}

export interface PlannedTable {
  readonly title: string | null;
  readonly unitNote: string | null;
  readonly unit: Unit | null;
  readonly columns: readonly PlannedColumn[];
  readonly lines: readonly PlannedLine[];
  /** Before these lines stands a blank row. */
  readonly gaps: ReadonlySet<number>;
  /** Amounts as this cell holds them. */
  readonly write: (cents: number) => CellValue;
  /** Lines whose first cell is merged over the whole width. */
  readonly mergedLines: ReadonlySet<number>;
  /** Whether rates are expected; a table of one side has none. */
  readonly isComputed: boolean;
}

export interface ExpectedTable {
  readonly sheet: string;
  readonly range: CellRange;
  readonly title: string | null;
  readonly unit: Unit | null;
  readonly roles: readonly (Role | null)[];
  readonly rows: readonly PlannedLine[];
  readonly isComputed: boolean;
}

export interface PlacedTable {
  readonly sheet: SheetSnapshot;
  readonly expected: readonly ExpectedTable[];
}

interface Canvas {
  readonly cells: Map<number, Map<number, CellValue>>;
  readonly merges: CellRange[];
}

/** Tables on one sheet, each with its top left cell. */
export function sheetWith(name: string, placed: readonly { readonly table: PlannedTable; readonly row: number; readonly column: number }[]): PlacedTable {
  const canvas: Canvas = { cells: new Map(), merges: [] };
  const expected = placed.map(({ table, row, column }) => put(canvas, name, table, row, column));
  return { sheet: toSheet(name, canvas), expected };
}

function put(canvas: Canvas, sheet: string, table: PlannedTable, top: number, left: number): ExpectedTable {
  const { title, unitNote, columns, lines, gaps, write, mergedLines } = table;
  const right = left + columns.length - 1;
  const set = (row: number, column: number, value: CellValue): void => {
    if (value === "") return;
    const line = canvas.cells.get(row) ?? new Map<number, CellValue>();
    canvas.cells.set(row, line.set(column, value));
  };
  let row = top;
  if (title !== null) {
    set(row, left, title);
    canvas.merges.push({ top: row, bottom: row, left, right });
    row += 1;
  }
  if (unitNote !== null) {
    set(row, right, unitNote);
    row += 1;
  }
  const headerTop = row;
  const height = columns[0]?.header.length ?? 1;
  for (let level = 0; level < height; level += 1) {
    let at = 0;
    while (at < columns.length) {
      const text = columns[at]?.header[level] ?? "";
      let end = at;
      if (level < height - 1) while (end + 1 < columns.length && text !== "" && columns[end + 1]?.header[level] === text && columns[end + 1]?.header[level + 1] !== "") end += 1;
      set(headerTop + level, left + at, text);
      let below = level;
      if (text !== "" && end === at) while (below + 1 < height && (columns[at]?.header[below + 1] ?? "") === "") below += 1;
      if (end > at || below > level) canvas.merges.push({ top: headerTop + level, bottom: headerTop + below, left: left + at, right: left + end });
      at = end + 1;
    }
  }
  row = headerTop + height;
  lines.forEach((_, i) => {
    if (gaps.has(i)) row += 1;
    columns.forEach(({ contents }, at) => {
      const content = contents[i] ?? "";
      set(row, left + at, typeof content === "object" ? write(content.cents) : content);
    });
    if (mergedLines.has(i)) canvas.merges.push({ top: row, bottom: row, left, right });
    row += 1;
  });
  return { sheet, range: { top: headerTop, left, bottom: row - 1, right }, title, unit: table.unit, roles: columns.map(({ role }) => role), rows: lines, isComputed: table.isComputed };
}

/** Blank rows are one and the same, as there may be a million. */
function toSheet(name: string, { cells, merges }: Canvas): SheetSnapshot {
  const rows = [...cells.keys()];
  const columns = [...cells.values()].flatMap((line) => [...line.keys()]);
  const [top, bottom] = [rows.reduce((a, b) => Math.min(a, b)), rows.reduce((a, b) => Math.max(a, b))];
  const [left, right] = [columns.reduce((a, b) => Math.min(a, b)), merges.reduce((a, merge) => Math.max(a, merge.right), columns.reduce((a, b) => Math.max(a, b)))];
  const blank = new Array<CellValue>(right - left + 1).fill("");
  const general = new Array<string>(right - left + 1).fill("General");
  const values = Array.from({ length: bottom - top + 1 }, (_, r) => {
    const filled = cells.get(top + r);
    return filled === undefined ? blank : blank.map((nothing, c) => filled.get(left + c) ?? nothing);
  });
  return {
    id: `{${name}}`, name, visible: true, protected: false, top, left, values, formulas: values, numberFormats: values.map(() => general), merges, tables: [], hiddenColumns: [],
  };
}
