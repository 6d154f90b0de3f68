/** Finding, replacing and removing duplicates. */

import type { CellRange } from "../../workbook/address";
import { contentAt, readTexts, readValues } from "./cells";
import { enterValue } from "./entering";
import { afterWrite, checkArrays, setContent } from "./writing";
import { wildcard } from "./filter/matching";
import { moveRelative } from "./formula/references";
import type { Sheet } from "./model";
import { checkWritable } from "./protection";
import { refuse } from "./refusal";
import { cellAt, clip, ensureCell } from "./store";

export interface SearchCriteria {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
}

/** Cells whose shown text contains (or is) `text`, in reading order. */
export function findCells(sheet: Sheet, range: CellRange, text: string, criteria: SearchCriteria): readonly { row: number; column: number }[] {
  if (text === "") refuse("InvalidArgument", "There is nothing to look for.");
  const area = clip(sheet, range);
  if (!area) return [];
  const found: { row: number; column: number }[] = [];
  const matches = matcher(text, criteria);
  readTexts(sheet, area).forEach((line, y) => line.forEach((shown, x) => {
    if (matches(shown)) found.push({ row: area.top + y, column: area.left + x });
  }));
  return found;
}

/** "*" and "?" stand for texts and characters, as in Excel's own dialog. */
function matcher(text: string, { completeMatch, matchCase }: SearchCriteria): (shown: string) => boolean {
  const { source } = wildcard(text);
  const pattern = new RegExp(completeMatch ? source : source.slice(1, -1), matchCase ? "su" : "isu");
  return (shown) => shown !== "" && pattern.test(shown);
}

/** Replaces in formulas and constants. @returns how many replacements were made */
export function replaceAll(sheet: Sheet, range: CellRange, text: string, replacement: string, { completeMatch, matchCase }: SearchCriteria): number {
  const area = clip(sheet, range);
  if (!area) return 0;
  if (text === "") refuse("InvalidArgument", "There is nothing to look for.");
  checkWritable(sheet, area);
  const { source } = wildcard(text);
  const pattern = new RegExp(completeMatch ? source : source.slice(1, -1).replaceAll(".*", ".*?"), matchCase ? "gsu" : "gisu");
  let count = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const content = contentAt(sheet, row, column);
      if (content.kind === "blank" || content.kind === "error") continue;
      const written = String(content.value);
      let here = 0;
      const changed = written.replace(pattern, () => {
        here++;
        return replacement;
      });
      if (here === 0) continue;
      count += here;
      enterValue(sheet, row, column, changed);
    }
  }
  return count;
}

/** Range.removeDuplicates: `columns` are offsets inside the range. The rows that stay move up; nothing outside the range moves. */
export function removeDuplicates(sheet: Sheet, range: CellRange, columns: readonly number[], includesHeader: boolean): { readonly removed: number; readonly uniqueRemaining: number } {
  const area = clip(sheet, range);
  const body = area && { ...area, left: range.left, right: range.right, top: range.top + (includesHeader ? 1 : 0) };
  if (!body || body.top > body.bottom) return { removed: 0, uniqueRemaining: 0 };
  if (columns.length === 0 || columns.some((column) => column < 0 || column > range.right - range.left)) refuse("InvalidArgument", "There is no such column in the range.");
  checkWritable(sheet, body);
  checkArrays(sheet, body);
  const seen = new Set<string>();
  const kept: number[] = [];
  readValues(sheet, body).forEach((line, y) => {
    const key = JSON.stringify(columns.map((column) => (typeof line[column] === "string" ? line[column].toLowerCase() : line[column])));
    if (!seen.has(key)) kept.push(body.top + y);
    seen.add(key);
  });
  for (let row = body.top; row <= body.bottom; row++) moveLine(sheet, kept[row - body.top], row, body);
  afterWrite(sheet, body);
  return { removed: body.bottom - body.top + 1 - kept.length, uniqueRemaining: kept.length };
}

/** Contents go up from one row to another; without a row to come from, the cells become blank. */
function moveLine(sheet: Sheet, from: number | undefined, to: number, { left, right }: CellRange): void {
  if (from === to) return;
  for (let column = left; column <= right; column++) {
    const source = from === undefined ? undefined : cellAt(sheet, from, column);
    const formula = source?.formula && from !== undefined ? { ...source.formula, text: moveRelative(source.formula.text, to - from, 0) } : null;
    if (source || cellAt(sheet, to, column)) setContent(ensureCell(sheet, to, column), source?.value ?? null, formula);
  }
}
