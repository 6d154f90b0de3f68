/** Splitting tall ranges so that no message exceeds what Excel on the web takes (5 MB each way). */

import type { CellRange } from "../workbook/address";

/** Leaves room below 5 MB for the envelope and for estimates that are too low. */
export const CHUNK_BYTES = 4_000_000;

/** The range in slices of whole rows, each of at most `rows` rows, top to bottom. */
export function sliceRows(range: CellRange, rows: number): CellRange[] {
  const slices: CellRange[] = [];
  for (let top = range.top; top <= range.bottom; top += rows) {
    slices.push({ ...range, top, bottom: Math.min(range.bottom, top + rows - 1) });
  }
  return slices;
}

/** Asked before so many bytes are put into a request, or into what it answers. */
export type Room = (bytes: number) => Promise<void>;

/** Sends what is queued whenever more would be too large. */
export function createRoom(send: () => Promise<void>): Room {
  let taken = 0;
  return async (wanted) => {
    if (taken > 0 && taken + wanted > CHUNK_BYTES) {
      await send();
      taken = 0;
    }
    taken += wanted;
  };
}

/** How many rows of `columns` cells fit a chunk when a cell takes about `cellBytes`; at least one. */
export function rowsPerChunk(columns: number, cellBytes: number): number {
  return Math.max(1, Math.floor(CHUNK_BYTES / (columns * cellBytes)));
}

/** The bytes a text takes in UTF-8 JSON, without encoding it: escapes are counted as two. */
export function jsonBytes(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code < 0x20 || code === 0x22 || code === 0x5c ? 2 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
