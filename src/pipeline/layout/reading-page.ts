/** A sheet of ours while it is read: what stands on it, and what of that is accounted for. */

import type { CellPosition } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { contentsOfSheet, type SheetContents } from "../../workbook/sheet-layout";
import type { SheetSnapshot } from "../../workbook/snapshot";
import type { Entry } from "./entries";
import { marksIn, ourMark, proposalMark, type RecordedSheet } from "./record";

export interface Page {
  readonly sheet: SheetSnapshot;
  readonly contents: SheetContents;
  readonly ours: ReadonlySet<string>;
  readonly proposals: ReadonlySet<string>;
  /** By slot. */
  readonly entries: Map<string, Entry>;
  /** Cells that are accounted for. */
  readonly taken: Set<string>;
}

export function openPage(sheet: SheetSnapshot, { ours, proposals }: RecordedSheet): Page {
  return { sheet, contents: contentsOfSheet(sheet), ours: new Set(marksIn(ours)), proposals: new Set(marksIn(proposals)), entries: new Map(), taken: new Set() };
}

export function contentAt({ contents }: Page, row: number, column: number): Content {
  return contents[row]?.[column] ?? { kind: "blank" };
}

/** "" where no text stands: what names a line is one. */
export function textAt(page: Page, row: number, column: number | null): string {
  const content = column === null ? null : contentAt(page, row, column);
  return content?.kind === "text" ? content.value : "";
}

export function isBlank(page: Page, row: number, column: number): boolean {
  return contentAt(page, row, column).kind === "blank";
}

/** Whether we wrote such a thing anywhere on the sheet. */
export function isOurs(page: Page, row: number, column: number): boolean {
  return page.ours.has(ourMark(contentAt(page, row, column)));
}

/** A cell for people: theirs unless blank or what we proposed. Of two cells for one slot the first counts. */
export function take(page: Page, slot: string, at: CellPosition, label: string): void {
  const content = contentAt(page, at.row, at.column);
  if (content.kind === "blank" || page.proposals.has(proposalMark(slot, content))) page.taken.add(cellKey(at));
  else if (!page.entries.has(slot)) {
    page.taken.add(cellKey(at));
    page.entries.set(slot, entryAt(page, content, at, label));
  }
}

export function entryAt({ sheet }: Page, content: Content, at: CellPosition, label: string): Entry {
  return { content, numberFormat: sheet.numberFormats[at.row - sheet.top]?.[at.column - sheet.left] ?? "General", from: at, label };
}

export function cellKey({ row, column }: CellPosition): string {
  return `${row},${column}`;
}
