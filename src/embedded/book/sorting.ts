/** Sorting rows (or columns) of a range. */

import { intersects } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import { announce } from "./changes";
import { afterWrite, checkArrays } from "./writing";
import { moveRelative } from "./formula/references";
import { isError } from "./model";
import type { Cell, Scalar, Sheet } from "./model";
import { checkAllowed, checkWritable } from "./protection";
import { recalculate } from "./recalculate";
import { refuse } from "./refusal";
import { cellAt, clip, ensureRow, styleAt } from "./store";
import { lookOf } from "./styles/look";
import { parseColor } from "./styles/colors";

export interface SortField {
  /** Offset from the range's first column (or row, when sorting columns). */
  readonly key: number;
  readonly ascending: boolean;
  readonly sortOn?: "Value" | "CellColor" | "FontColor" | "Icon";
  readonly color?: string;
  readonly dataOption?: "Normal" | "TextAsNumber";
}

export interface SortOptions {
  readonly matchCase?: boolean;
  readonly hasHeaders?: boolean;
  /** "Rows" puts rows into order, "Columns" columns. */
  readonly orientation?: "Rows" | "Columns";
}

/** Numbers before texts before booleans before errors, blanks last in either direction; stable. Hidden rows stay. @throws HostRefusal when merges are in the way */
export function sortRange(sheet: Sheet, range: CellRange, fields: readonly SortField[], options: SortOptions = {}): void {
  const { matchCase = false, hasHeaders = false, orientation = "Rows" } = options;
  checkAllowed(sheet, "allowSort");
  const area = clip(sheet, range);
  if (!area) return;
  const isRows = orientation === "Rows";
  const body = hasHeaders ? (isRows ? { ...area, top: range.top + 1 } : { ...area, left: range.left + 1 }) : area;
  if (body.top > body.bottom || body.left > body.right) return;
  if (sheet.merges.some((merge) => intersects(merge, body))) refuse("MergedRangeConflict", "To do this, all the merged cells need to be the same size.");
  checkWritable(sheet, body);
  checkArrays(sheet, body);
  recalculate(sheet.book);
  const lines = isRows ? span(body.top, body.bottom).filter((row) => sheet.rows.get(row)?.hidden !== true) : span(body.left, body.right);
  const order = sortedLines(sheet, range, lines, fields, matchCase, isRows);
  rearrange(sheet, body, lines, order, isRows);
  afterWrite(sheet, body);
  announce(sheet.book, { kind: "sorted", sheetId: sheet.id, range: body });
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** The lines in their new order. */
function sortedLines(sheet: Sheet, range: CellRange, lines: readonly number[], fields: readonly SortField[], matchCase: boolean, isRows: boolean): number[] {
  const collator = new Intl.Collator("zh-CN", { sensitivity: matchCase ? "variant" : "base", caseFirst: "lower" });
  const keys = fields.map((field) => lines.map((line) => keyOf(sheet, isRows ? line : range.top + field.key, isRows ? range.left + field.key : line, field)));
  const order = lines.map((_, index) => index);
  order.sort((a, b) => {
    for (const [at, field] of fields.entries()) {
      const [left = BLANK, right = BLANK] = [keys[at]?.[a], keys[at]?.[b]];
      const difference = left.rank === 5 || right.rank === 5 ? left.rank - right.rank : (field.ascending ? 1 : -1) * compare(left, right, collator);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return order.map((index) => lines[index] ?? 0);
}

interface Key {
  /** 1 number, 2 text, 3 boolean, 4 error, 5 blank */
  readonly rank: number;
  readonly value: number | string;
}

const BLANK: Key = { rank: 5, value: 0 };

function keyOf(sheet: Sheet, row: number, column: number, field: SortField): Key {
  if (field.sortOn === "CellColor" || field.sortOn === "FontColor") {
    const look = lookOf(sheet.book.styles, styleAt(sheet, row, column));
    const color = field.sortOn === "CellColor" ? look.fillColor : look.fontColor;
    return { rank: 1, value: color === (parseColor(field.color ?? "") ?? "") ? 0 : 1 };
  }
  return keyOfValue(cellAt(sheet, row, column)?.value ?? null, field.dataOption === "TextAsNumber");
}

function keyOfValue(value: Scalar, textAsNumber: boolean): Key {
  if (value === null) return BLANK;
  if (typeof value === "number") return { rank: 1, value };
  if (typeof value === "boolean") return { rank: 3, value: value ? 1 : 0 };
  if (isError(value)) return { rank: 4, value: 0 };
  const text = typeof value === "string" ? value : value.text;
  const number = textAsNumber && text.trim() !== "" ? Number(text) : NaN;
  return Number.isNaN(number) ? { rank: 2, value: text } : { rank: 1, value: number };
}

function compare(a: Key, b: Key, collator: Intl.Collator): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return typeof a.value === "string" || typeof b.value === "string" ? collator.compare(String(a.value), String(b.value)) : a.value - b.value;
}

/** Cells go to their new lines with their looks; relative references go along. */
function rearrange(sheet: Sheet, body: CellRange, lines: readonly number[], order: readonly number[], isRows: boolean): void {
  const across = isRows ? span(body.left, body.right) : span(body.top, body.bottom);
  const at = (line: number, other: number): Cell | undefined => (isRows ? cellAt(sheet, line, other) : cellAt(sheet, other, line));
  const taken = order.map((line) => across.map((other) => at(line, other)));
  lines.forEach((line, index) => {
    const from = order[index] ?? line;
    across.forEach((other, offset) => {
      const cell = taken[index]?.[offset];
      const [row, column] = isRows ? [line, other] : [other, line];
      const formula = cell?.formula && { ...cell.formula, text: moveRelative(cell.formula.text, isRows ? line - from : 0, isRows ? 0 : line - from) };
      ensureRow(sheet, row).cells[column] = cell && { ...cell, formula: formula ?? null };
    });
  });
}
