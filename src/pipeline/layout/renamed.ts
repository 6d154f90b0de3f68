/**
 * Sheets of ours under names that people gave them. Whether one was renamed, to be used on, or copied, to be kept as it is,
 * nothing tells; so it stays as it is, and that is said.
 */

import type { SheetKey, Summary, SummarySheet } from "../../domain/summary/model";
import type { Ledger } from "../../workbook/ledger";
import type { CellValue, SheetSnapshot } from "../../workbook/snapshot";
import { isMadeByUs } from "./made";
import { holdsMost, type OwnSheet } from "./own";
import { sheetsFromJson } from "./record";

/** Their names, where a sheet is made anew that one of them may be. */
export function renamedSheets(summary: Summary, sheets: readonly SheetSnapshot[], own: ReadonlyMap<SheetKey, OwnSheet>, { sheets: recorded }: Pick<Ledger, "sheets">): readonly string[] {
  const records = new Map(sheetsFromJson(recorded).map((record) => [record.key, record]));
  const missing = summary.sheets.filter(({ key }) => !own.has(key));
  if (missing.length === 0) return [];
  const used = new Set([...own.values()].map(({ sheet }) => sheet.id));
  const wanted = new Set(summary.sheets.map(({ name }) => name.toLowerCase()));
  const others = sheets.filter((sheet) => !used.has(sheet.id) && !wanted.has(sheet.name.toLowerCase()) && isMadeByUs(sheet));
  const isOne = (sheet: SheetSnapshot): boolean => missing.some((one) => {
    const record = records.get(one.key);
    return record === undefined ? hasTitle(sheet, one) : holdsMost(sheet, record);
  });
  return others.filter(isOne).map(({ name }) => name);
}

function hasTitle({ values }: SheetSnapshot, { blocks }: SummarySheet): boolean {
  const titles = new Set<CellValue>(blocks.flatMap((block) => (block.kind === "title" ? [block.text] : block.kind === "form" ? [block.title] : [])));
  return values.some((cells) => cells.some((value) => titles.has(value)));
}
