/** What people wrote on our sheets, by the slot it belongs to: a line and column of a table, a field of a form, a place beside a line. */

import type { CellPosition } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { keyMark } from "../../workbook/ledger";
import type { Slot } from "./draft";

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
  /** How many columns beside each table hold something, by the table's id. */
  readonly beside: ReadonlyMap<string, number>;
}

export const NO_ENTRIES: EntriesBySlot = { get: () => undefined, beside: new Map() };

const SEPARATOR = "\u0000";

/** Rows are known by a mark of their key only, once they have been written. */
export function slotKey({ table, row, column }: Slot): string {
  return markedSlot(table, keyMark(row), column);
}

export function markedSlot(table: string, rowMark: string, column: string): string {
  return [table, rowMark, column].join(SEPARATOR);
}

/** So many columns right of a table, beside a line or (null) its header. */
export function besideSlot(table: string, row: string | null, offset: number): string {
  return markedBesideSlot(table, row === null ? "" : keyMark(row), offset);
}

export function markedBesideSlot(table: string, rowMark: string, offset: number): string {
  return [table, rowMark, "", String(offset)].join(SEPARATOR);
}

export function entriesOf(bySlot: ReadonlyMap<string, Entry>): EntriesBySlot {
  const beside = new Map<string, number>();
  for (const key of bySlot.keys()) {
    const [table = "", , , offset] = key.split(SEPARATOR);
    if (offset !== undefined) beside.set(table, Math.max(beside.get(table) ?? 0, Number(offset)));
  }
  return { get: (slot) => bySlot.get(slot), beside };
}
