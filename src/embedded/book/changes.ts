/** What happened to a workbook, for whoever must know: events for add-ins, the grid that draws it. */

import type { CellRange } from "../../workbook/address";
import type { Book } from "./model";

/** Who did it: this session's user or add-in, or somebody else who has the workbook open. */
export type ChangeSource = "local" | "remote";

export type CellChangeKind = "edited" | "rows-inserted" | "rows-deleted" | "columns-inserted" | "columns-deleted" | "cells-inserted" | "cells-deleted";

export type ChangeDetail =
  /** Contents of cells; for insertions and deletions the range is what was inserted or deleted, and `axis` says which way others moved. */
  | { readonly kind: CellChangeKind; readonly sheetId: string; readonly range: CellRange; readonly before?: CellBefore; readonly axis?: "rows" | "columns" }
  | { readonly kind: "format" | "merges" | "hyperlinks" | "validation" | "conditional-formats"; readonly sheetId: string; readonly range: CellRange }
  | { readonly kind: "row-hidden" | "column-hidden" | "sizes"; readonly sheetId: string; readonly range: CellRange }
  | { readonly kind: "sorted" | "filtered"; readonly sheetId: string; readonly range: CellRange }
  | { readonly kind: "selection"; readonly sheetId: string; readonly ranges: readonly CellRange[] }
  | { readonly kind: "sheet-added" | "sheet-deleted" | "sheet-activated" | "sheet-deactivated" | "sheet-protection" | "view" | "page-layout" | "calculated"; readonly sheetId: string }
  | { readonly kind: "sheet-renamed"; readonly sheetId: string; readonly from: string; readonly to: string }
  | { readonly kind: "sheet-moved"; readonly sheetId: string; readonly from: number; readonly to: number }
  | { readonly kind: "sheet-visibility"; readonly sheetId: string; readonly from: SheetVisibility; readonly to: SheetVisibility }
  | { readonly kind: "table-added" | "table-deleted" | "table-changed" | "table-filtered"; readonly sheetId: string; readonly tableId: string }
  | { readonly kind: "chart-added" | "chart-deleted" | "chart-changed"; readonly sheetId: string; readonly chartId: string }
  | { readonly kind: "comment-added" | "comment-deleted" | "comment-changed"; readonly sheetId: string; readonly commentId: string }
  | { readonly kind: "names" | "storage" | "book-protection" | "saved" };

/** What a single edited cell held before, as `WorksheetChangedEventArgs.details` tells it. */
export interface CellBefore {
  readonly value: string | number | boolean;
  readonly valueType: "Empty" | "String" | "Double" | "Boolean" | "Error";
}

export type SheetVisibility = "Visible" | "Hidden" | "VeryHidden";

export type Change = ChangeDetail & { readonly source: ChangeSource; readonly revision: number };

/** Calls `listener` after each change, in order. The returned function stops it. */
export function onChange(book: Book, listener: (change: Change) => void): () => void {
  book.listeners.add(listener);
  return () => {
    book.listeners.delete(listener);
  };
}

/** Counts a change and tells the listeners. Only the functions of this folder announce. */
export function announce(book: Book, detail: ChangeDetail): void {
  book.revision += 1;
  const change: Change = { ...detail, source: book.source, revision: book.revision };
  for (const listener of [...book.listeners]) listener(change);
}

/** Does `work` as somebody else who has the workbook open: its changes are announced as remote. */
export function asRemote<T>(book: Book, work: () => T): T {
  const before = book.source;
  book.source = "remote";
  try {
    return work();
  } finally {
    book.source = before;
  }
}
