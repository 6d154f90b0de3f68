/** What people wrote and what the next summary has a place for: nothing of theirs is lost, what has no place stands in a table of its own. */

import type { SheetKey, SummarySheet, TableBlock } from "../../domain/summary/model";
import type { Content } from "../../workbook/edits";
import { entriesOf, isBesideAny, isFree, lineMark, SIGN_OFF, slotKey, type EntriesBySlot, type Entry } from "./entries";
import type { ReadSheet } from "./reading";

/** Over and in the table of what has no place any more. */
export interface KeptWords {
  /** 以下为原有填写 */
  readonly heading: string;
  /** 原位置 */
  readonly place: string;
  /** 原有填写 */
  readonly content: string;
}

export interface SettledSheet {
  readonly sheet: SummarySheet;
  readonly entries: EntriesBySlot;
}

const KEPT = "kept-";

export function isKeptTable(id: string): boolean {
  return id.startsWith(KEPT);
}

export function settle(sheet: SummarySheet, { entries, loose }: ReadSheet, words: KeptWords): SettledSheet {
  const slots = slotsOf(sheet);
  const lines = linesOf(sheet);
  const placed = new Map<string, Entry>();
  const rest: Entry[] = [];
  for (const [slot, entry] of entries) {
    if (slots.has(slot) || isBesideAny(slot, lines)) placed.set(slot, entry);
    else rest.push(entry);
  }
  rest.push(...loose);
  if (rest.length === 0) return { sheet, entries: entriesOf(placed) };
  const table = keptTable(sheet.key, rest, words);
  rest.forEach((entry, i) => placed.set(slotKey({ table: table.id, row: table.rows[i]?.key ?? "", column: "content" }), { ...entry, content: asWritten(entry.content) }));
  return { sheet: { ...sheet, blocks: [...sheet.blocks, { kind: "heading", text: words.heading }, table] }, entries: entriesOf(placed) };
}

/** A formula would calculate something else where it does not belong. */
function asWritten(content: Content): Content {
  return content.kind === "formula" ? { kind: "text", value: content.value } : content;
}

function keptTable(key: SheetKey, rest: readonly Entry[], words: KeptWords): TableBlock {
  const seen = new Map<string, number>();
  return {
    kind: "table", id: KEPT + key, title: null,
    columns: [
      { key: "place", header: [words.place], kind: "name", isOpen: false },
      { key: "content", header: [words.content], kind: "long-text", isOpen: true },
    ],
    rows: rest.map(({ label }) => {
      const before = seen.get(label) ?? 0;
      seen.set(label, before + 1);
      return { key: `${label}\u0000${before}`, kind: "body", level: 0, cells: [{ kind: "text", text: label }, { kind: "open", proposal: "" }] };
    }),
  };
}

function slotsOf({ blocks }: SummarySheet): Set<string> {
  const slots = new Set<string>();
  for (const block of blocks) {
    if (block.kind === "table") {
      for (const { key: row, cells } of block.rows) cells.forEach((cell, c) => {
        if (isFree(cell)) slots.add(slotKey({ table: block.id, row, column: block.columns[c]?.key ?? "" }));
      });
    } else if (block.kind === "form") {
      for (const { key, cell } of block.fields) if (isFree(cell)) slots.add(slotKey({ table: block.id, row: "", column: key }));
    } else if (block.kind === "sign-off") for (const label of block.labels) slots.add(slotKey({ table: SIGN_OFF, row: "", column: label }));
  }
  return slots;
}

/** Something can stand beside any line of a table, and beside its header. */
function linesOf({ blocks }: SummarySheet): Set<string> {
  return new Set(blocks.flatMap((block) => (block.kind === "table" ? [lineMark(block.id, null), ...block.rows.map(({ key }) => lineMark(block.id, key))] : [])));
}

