/** How written columns look: like the table they belong to, rates as 0.00%, statuses as texts. */

import type { BudgetTable } from "../domain/table";
import { contains, type CellPosition, type CellRange } from "../workbook/address";
import type { Edit, WriteContents } from "../workbook/edits";
import type { SheetSnapshot } from "../workbook/snapshot";
import { isHidden } from "./cells";
import type { Targets } from "./target";

/** What is written into columns of rates: of the basis in force, and of those whose header names a budget. */
interface RateWrites {
  readonly rates: readonly WriteContents[];
  readonly named: readonly WriteContents[];
}

export const RATE_FORMAT = "0.00%";

/** Total and subtotal rows that get their own row's look; in a table of more, the body's look serves for all. */
const MOST_TOTALS = 50;

/** New columns take the look of the table's last column that has a header: header, body, totals. Columns that were there keep theirs. */
export function lookEdits(sheet: SheetSnapshot, table: BudgetTable, targets: Targets, { rates, named }: RateWrites): Edit[] {
  const { rate, status } = targets;
  const fresh = [rate, status].filter(({ isNew }) => isNew);
  const columns = fresh.map(({ column }) => column);
  const { headerTop, headerBottom, range } = table;
  const last = table.columns.findLast(({ header }) => header.some((text) => text !== ""))?.column ?? range.right;
  const from = (row: number): CellPosition => cornerOf(sheet, row, last);
  const copy = (top: number, bottom: number, fromRow: number): Edit[] => fresh.map((target) => ({
    kind: "copy-look", sheetId: sheet.id, range: { top, bottom, left: target.column, right: target.column }, from: from(fromRow), ...(target === status ? { forTexts: true } : {}),
  }));
  const edits: Edit[] = [];
  if (fresh.length > 0) {
    if (headerBottom >= headerTop) edits.push({ kind: "copy-look", sheetId: sheet.id, range: { top: headerTop, bottom: headerBottom, left: Math.min(...columns), right: Math.max(...columns) }, from: from(headerBottom) });
    edits.push(...copy(headerBottom + 1, range.bottom, table.rows.find(({ kind }) => kind === "body")?.row ?? headerBottom + 1));
    const totals = table.rows.filter(({ kind }) => kind === "total" || kind === "subtotal");
    if (totals.length <= MOST_TOTALS) edits.push(...totals.flatMap(({ row }) => copy(row, row, row)));
  }
  const filled = [...(rate.isNew ? [] : rates), ...named].map((write) => write.range).filter((block) => !isFormatted(sheet, block));
  const rateCells = [...(rate.isNew ? [{ top: headerBottom + 1, bottom: range.bottom, left: rate.column, right: rate.column }] : []), ...filled];
  return [...edits, ...rateCells.map((block): Edit => ({ kind: "number-format", sheetId: sheet.id, range: block, format: RATE_FORMAT }))];
}

/** New columns that nobody has used or sees get as wide as what they hold; others keep the width somebody gave them. */
export function widthEdits(sheet: SheetSnapshot, table: BudgetTable, columns: readonly { readonly column: number; readonly isNew: boolean; readonly texts: Iterable<string> }[]): Edit[] {
  const usedRight = sheet.left + (sheet.values[0]?.length ?? 0) - 1;
  return columns.filter(({ column, isNew }) => isNew && (column > usedRight || isHidden(sheet, column))).map(({ column, texts }): Edit => {
    let width = 0;
    for (const text of texts) width = Math.max(width, textWidth(text));
    return { kind: "column-widths", sheetId: sheet.id, range: { top: table.range.top, bottom: table.range.bottom, left: column, right: column }, widths: [Math.min(width, WIDEST)] };
  });
}

const WIDEST = 200;
const PADDING = 12;

/** In points, at Excel's usual 11-point font: a Chinese character is a square, a digit about half of one. */
function textWidth(text: string): number {
  let width = PADDING;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    width += code >= 0x2e80 && code <= 0xffef ? 11 : 6;
    if (code > 0xffff) at++;
  }
  return width;
}

function isFormatted(sheet: SheetSnapshot, { top, bottom, left }: CellRange): boolean {
  for (let row = top; row <= bottom; row++) {
    if (sheet.numberFormats[row - sheet.top]?.[left - sheet.left] !== RATE_FORMAT) return false;
  }
  return true;
}

/** The cell whose look a cell shows: the corner of the merge it is in. */
function cornerOf(sheet: SheetSnapshot, row: number, column: number): CellPosition {
  const merge = sheet.merges.find((range) => contains(range, row, column));
  return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
}
