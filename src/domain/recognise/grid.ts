/** A sheet's used range, looked at cell by cell: what kind of thing stands where, in one pass over all cells. */

import type { CellRange } from "../../workbook/address";
import { ERROR_VALUES, type CellValue, type SheetSnapshot } from "../../workbook/snapshot";

/** A dash stands for zero in columns of money, and names nothing. "other" are booleans and errors. */
export const KIND = { blank: 0, text: 1, number: 2, dash: 3, other: 4 } as const;

export interface Grid {
  readonly sheet: SheetSnapshot;
  readonly range: CellRange;
  value(row: number, column: number): CellValue;
  /** "General" outside the used range. */
  numberFormat(row: number, column: number): string;
  kind(row: number, column: number): number;
  /** The cell as text without outer spaces of any kind. */
  text(row: number, column: number): string;
  /** Whether the row holds any text at all: only those can be headers, titles and notes. */
  hasText(row: number): boolean;
  /** The merged area a cell is in, if it is a low one, as headers and titles have. */
  mergeAt(row: number, column: number): CellRange | null;
  /** The merged areas that begin in these rows, top to bottom. */
  mergesFrom(top: number, bottom: number): readonly CellRange[];
}

/** Merged areas higher than this are no part of a header. */
const HIGHEST_HEADER_MERGE = 8;
const NO_MERGES: readonly CellRange[] = [];

export function createGrid(sheet: SheetSnapshot): Grid {
  const { top, left, values } = sheet;
  const height = values.length;
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const kinds = new Uint8Array(height * width);
  const textRows = new Uint8Array(height);
  for (let r = 0; r < height; r += 1) {
    const row = values[r] ?? [];
    for (let c = 0; c < row.length; c += 1) {
      const kind = kindOf(row[c] ?? "");
      kinds[r * width + c] = kind;
      if (kind === KIND.text) textRows[r] = 1;
    }
  }
  const mergesByRow = lowMergesByRow(sheet.merges);
  const merges = [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left);
  const kind = (row: number, column: number): number => (column < left || column >= left + width ? KIND.blank : (kinds[(row - top) * width + column - left] ?? KIND.blank));
  const value = (row: number, column: number): CellValue => values[row - top]?.[column - left] ?? "";
  return {
    sheet,
    range: { top, left, bottom: top + height - 1, right: left + width - 1 },
    value,
    numberFormat: (row, column) => sheet.numberFormats[row - top]?.[column - left] ?? "General",
    kind,
    text: (row, column) => trimmed(value(row, column)),
    hasText: (row) => textRows[row - top] === 1,
    mergesFrom: (first, last) => merges.slice(firstFrom(merges, first), firstFrom(merges, last + 1)),
    mergeAt: (row, column) => mergeIn(mergesByRow.get(row) ?? NO_MERGES, column),
  };
}

/** The value as text, without outer spaces of any kind (U+3000 among them). */
export function trimmed(value: CellValue): string {
  if (typeof value !== "string") return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(value.charCodeAt(start))) start += 1;
  while (end > start && isSpace(value.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === value.length ? value : value.slice(start, end);
}

/** By bisection: the first merged area that begins at this row or below. */
function firstFrom(merges: readonly CellRange[], row: number): number {
  let low = 0;
  let high = merges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((merges[middle]?.top ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lowMergesByRow(merges: readonly CellRange[]): ReadonlyMap<number, readonly CellRange[]> {
  const byRow = new Map<number, CellRange[]>();
  for (const merge of merges) {
    if (merge.bottom - merge.top >= HIGHEST_HEADER_MERGE) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const inRow = byRow.get(row);
      if (inRow === undefined) byRow.set(row, [merge]);
      else inRow.push(merge);
    }
  }
  return byRow;
}

/** Asked for every blank cell, mostly of no areas at all. */
function mergeIn(merges: readonly CellRange[], column: number): CellRange | null {
  for (const merge of merges) if (column >= merge.left && column <= merge.right) return merge;
  return null;
}

function kindOf(value: CellValue): number {
  if (typeof value === "number") return KIND.number;
  if (typeof value === "boolean") return KIND.other;
  if (value === "") return KIND.blank;
  return kindOfText(value);
}

/** A rough look, for shape only: whether a text is an amount is for amounts/parse.ts to say. */
function kindOfText(text: string): number {
  let digits = 0;
  let dashes = 0;
  let units = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) {
      if (units > 0 || (dashes > 0 && digits > 0)) return KIND.text;
      digits += 1;
    } else if (isSpace(code) || isPunctuation(code)) continue;
    else if (isDash(code)) dashes += 1;
    else if (isUnit(code) && digits > 0) units += 1;
    else return code === 35 && ERROR_VALUES.has(text) ? KIND.other : KIND.text;
  }
  if (digits > 0) return KIND.number;
  if (dashes > 0) return KIND.dash;
  return isAllSpace(text) ? KIND.blank : KIND.text;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 0x3000 || code === 0xa0 || (code >= 9 && code <= 13) || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff;
}

/** , . ( ) % + $ ¥ € £ ₩ ' and their full-width forms. */
const PUNCTUATION: ReadonlySet<number> = new Set(Array.from(",.()%+$¥€£₩'’，．（）％＋＄￥", (character) => character.charCodeAt(0)));
const UNITS: ReadonlySet<number> = new Set(Array.from("千万亿元整", (character) => character.charCodeAt(0)));

function isPunctuation(code: number): boolean {
  return PUNCTUATION.has(code);
}

function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xff0d;
}

function isUnit(code: number): boolean {
  return UNITS.has(code);
}

function isAllSpace(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
