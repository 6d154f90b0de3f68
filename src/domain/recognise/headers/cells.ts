/** The header's cells as paths: what stands above each column, from top to bottom. */

import type { CellRange } from "../../../workbook/address";
import { isDateFormat } from "../../../workbook/number-format";
import { KIND, type Grid } from "../grid";

/** The text a header cell shows: its own, or that of the merged area it is in. Dates read as 2016年1月. */
export function headerText(grid: Grid, row: number, column: number): string {
  const merge = grid.mergeAt(row, column);
  const [r, c] = merge === null ? [row, column] : [merge.top, merge.left];
  const value = grid.value(r, c);
  return typeof value === "number" && isDateFormat(grid.numberFormat(r, c)) ? monthOfSerial(value) : grid.text(r, c).replace(/\s+/gu, " ");
}

/** Whether anything is drawn there, be it by a merged area. */
export function hasInk(grid: Grid, row: number, column: number): boolean {
  if (grid.kind(row, column) !== KIND.blank) return true;
  const merge = grid.mergeAt(row, column);
  return merge !== null && grid.kind(merge.top, merge.left) !== KIND.blank;
}

const DATE_OR_MONTH = /^(?:19|20)\d{2}[./-](?:1[0-2]|0?[1-9])(?:[./-]\d{1,2})?$/u;

/** Years, and dates shown as months or written 2024.6.30, may stand in a header; other numbers are figures. */
export function isHeaderNumber(grid: Grid, row: number, column: number): boolean {
  const value = grid.value(row, column);
  if (typeof value === "string" && DATE_OR_MONTH.test(value.trim())) return true;
  const number = typeof value === "number" ? value : typeof value === "string" && value.length <= 6 ? Number(value) : Number.NaN;
  return (Number.isInteger(number) && number >= 1990 && number <= 2100) || (typeof value === "number" && isDateFormat(grid.numberFormat(row, column)));
}

/** Excel counts days from 1899-12-30 (serials before March 1900 aside). */
function monthOfSerial(serial: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
}

/**
 * Each column's header texts. A parent covers the columns it is merged over, or, where nothing is merged,
 * the blank cells to its right that have a text below: 其中 over 基本支出 | 项目支出.
 */
export function headerPaths(grid: Grid, header: CellRange): readonly (readonly string[])[] {
  const width = header.right - header.left + 1;
  const levels = Array.from({ length: header.bottom - header.top + 1 }, (_, level) =>
    Array.from({ length: width }, (_unused, at) => headerText(grid, header.top + level, header.left + at)));
  for (let level = 0; level < levels.length - 1; level += 1) spreadParents(levels, level);
  return Array.from({ length: width }, (_, at) => {
    const texts = levels.map((texts) => texts[at] ?? "").filter((text) => text !== "");
    return texts.filter((text, index) => text !== texts[index - 1]);
  });
}

function spreadParents(levels: string[][], level: number): void {
  const texts = levels[level] ?? [];
  const above = levels[level - 1];
  const below = (at: number): string => levels.slice(level + 1).map((lower) => lower[at] ?? "").find((text) => text !== "") ?? "";
  for (let at = 1; at < texts.length; at += 1) {
    const parent = texts[at - 1] ?? "";
    const isSpanned = texts[at] === "" && parent !== "" && below(at) !== "" && below(at - 1) !== "" && below(at - 1) !== parent;
    if (isSpanned && (above === undefined || above[at] === above[at - 1])) texts[at] = parent;
  }
}

/** The smallest range that holds both. */
export function unionOf(a: CellRange, b: CellRange): CellRange {
  return { top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom), left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) };
}
