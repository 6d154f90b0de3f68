/** Budget tables written down instead of recognised, for tests of what comes after recognition. */

import { columnIndex } from "../../src/workbook/address";
import type { SheetSnapshot } from "../../src/workbook/snapshot";
import type { Unit } from "../../src/domain/amounts/unit";
import type { BudgetTable, Role, RowKind, TableColumn } from "../../src/domain/table";

export interface TableShape {
  /** Header rows as Excel counts them; the last header row alone if one number. */
  readonly header: number | readonly [number, number];
  /** By column letter. */
  readonly roles: Readonly<Record<string, Role | null>>;
  readonly unit?: Unit | null;
  /** By column letter. */
  readonly units?: Readonly<Record<string, Unit>>;
  /** By row as Excel counts; other rows are body rows. */
  readonly kinds?: Readonly<Record<number, RowKind>>;
  /** Of sums above their parts the last of these, by row; both as Excel counts. */
  readonly through?: Readonly<Record<number, number>>;
  /** Last row as Excel counts; the sheet's last if left out. */
  readonly last?: number;
  readonly title?: string;
  readonly notes?: readonly string[];
  readonly excelTable?: string;
}

export function tableIn(sheet: SheetSnapshot, shape: TableShape): BudgetTable {
  const [headerTop, headerBottom] = typeof shape.header === "number" ? [shape.header - 1, shape.header - 1] : [shape.header[0] - 1, shape.header[1] - 1];
  const bottom = (shape.last ?? sheet.top + sheet.values.length) - 1;
  const text = (row: number, column: number): string => String(sheet.values[row - sheet.top]?.[column - sheet.left] ?? "").trim();
  const columns = Object.entries(shape.roles).map(([letter, role]): TableColumn => {
    const column = columnIndex(letter) ?? 0;
    const header = Array.from({ length: headerBottom - headerTop + 1 }, (_, i) => text(headerTop + i, column));
    return { column, header, role, unit: shape.units?.[letter] ?? null, reason: { code: "test" }, confidence: "sure" };
  });
  const columnOfRole = (role: Role): number | undefined => columns.find((column) => column.role === role)?.column;
  const [code, name] = [columnOfRole("code"), columnOfRole("name")];
  const rows = Array.from({ length: bottom - headerBottom }, (_, i) => headerBottom + 1 + i).map((row) => ({
    row,
    kind: shape.kinds?.[row + 1] ?? ("body" as const),
    code: code === undefined ? "" : text(row, code),
    name: name === undefined ? "" : text(row, name),
    ...throughOf(shape.through?.[row + 1]),
  }));
  const lefts = columns.map(({ column }) => column);
  const range = { top: headerTop, bottom, left: Math.min(...lefts), right: Math.max(...lefts) };
  return {
    id: `${sheet.id}!${headerTop}:${range.left}`, sheetId: sheet.id, sheetName: sheet.name, range,
    title: shape.title === undefined ? null : { text: shape.title, row: 0, column: 0 },
    captions: [],
    unit: shape.unit ?? null, unitReason: { code: "test" }, headerTop, headerBottom, columns, rows,
    notes: (shape.notes ?? []).map((note, i) => ({ text: note, row: bottom + 1 + i, column: 0 })),
    excelTable: shape.excelTable ?? null,
    mergedBody: sheet.merges.filter((merge) => merge.top > headerBottom && merge.bottom <= bottom),
    doubts: [],
  };
}

function throughOf(last: number | undefined): { through?: number } {
  return last === undefined ? {} : { through: last - 1 };
}
