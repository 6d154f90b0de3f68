/** What people wrote on our sheets, by the slot it belongs to: a line and column of a table, a field of a form, a place beside a line. */

import type { SummaryCell } from "../../domain/summary/model";
import type { CellPosition } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { keyMark } from "../../workbook/ledger";
import type { Slot } from "./draft";

/** Signatures are slots of a table of this id. */
export const SIGN_OFF = "sign-off";

export interface Entry {
  readonly content: Content;
  readonly numberFormat: string;
  /** Where it stood. */
  readonly from: CellPosition;
  /** What it stood with, for people: the line and the column, or the cell. */
  readonly label: string;
}

export interface EntriesBySlot {
  get(slot: string): Entry | undefined;
  /** How many columns beside a table hold something. */
  columnsBeside(table: string): number;
}

export const NO_ENTRIES: EntriesBySlot = { get: () => undefined, columnsBeside: () => 0 };

/** Whether we leave a cell to people: an open one, or one that we write nothing in. */
export function isFree(cell: SummaryCell): boolean {
  return cell.kind === "open" || cell.kind === "blank" || (cell.kind === "text" && cell.text === "");
}

const SEPARATOR = "\u0000";

/** Tables and rows are known by a mark of their key only, once they have been written. */
export function slotKey({ table, row, column }: Slot): string {
  return markedSlot(keyMark(table), keyMark(row), column);
}

export function markedSlot(tableMark: string, rowMark: string, column: string): string {
  return [tableMark, rowMark, column].join(SEPARATOR);
}

/** So many columns right of a table, beside a line or (null) its header. */
export function besideSlot(table: string, row: string | null, offset: number): string {
  return markedBesideSlot(keyMark(table), row === null ? "" : keyMark(row), offset);
}

export function markedBesideSlot(tableMark: string, rowMark: string, offset: number): string {
  return [tableMark, rowMark, "", String(offset)].join(SEPARATOR);
}

/** Where a slot is beside a line: the same for all of that line. */
export function isBesideAny(slot: string, lines: ReadonlySet<string>): boolean {
  const [tableMark = "", rowMark = "", , offset] = slot.split(SEPARATOR);
  return offset !== undefined && lines.has(tableMark + rowMark);
}

/** The header (null) or a line of a table, for `isBesideAny`. */
export function lineMark(table: string, row: string | null): string {
  return keyMark(table) + (row === null ? "" : keyMark(row));
}

export function entriesOf(bySlot: ReadonlyMap<string, Entry>): EntriesBySlot {
  const widths = new Map<string, number>();
  for (const slot of bySlot.keys()) {
    const [tableMark = "", , , offset] = slot.split(SEPARATOR);
    if (offset !== undefined) widths.set(tableMark, Math.max(widths.get(tableMark) ?? 0, Number(offset)));
  }
  return { get: (slot) => bySlot.get(slot), columnsBeside: (table) => widths.get(keyMark(table)) ?? 0 };
}
