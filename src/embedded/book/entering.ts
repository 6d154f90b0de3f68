/** Writing into cells: as typed, or to the letter. */

import { intersects, rangeOfCell } from "../../workbook/address";
import type { CellRange } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import type { CellBefore } from "./changes";
import { valueAt, valueTypeAt } from "./cells";
import { errorValue } from "./file/read-cells";
import { fromR1C1, keptFormula } from "./formula/notation";
import { mergeFinder } from "./merges";
import type { ArrayArea, Cell, Formula, Sheet } from "./model";
import { numberText } from "./number-text";
import { checkWritable } from "./protection";
import { refuse } from "./refusal";
import { columnStyle, dropIfPlain, ensureRow, styleAt } from "./store";
import { lookOf, restyle } from "./styles/look";
import { afterTableEdit } from "./table-edits";
import { LONGEST_TEXT, typedValue } from "./typing";
import type { Typed } from "./typing";
import { afterWrite, checkArrays, dropArraysInside, setContent } from "./writing";

/** What Office.js may write into one cell. null leaves the cell alone, "" clears its content. */
export type CellInput = string | number | boolean | null;

/** What a cell will hold: a plain value, or something with a formula or the number format that typing gives. undefined leaves the cell alone. */
type NewContent = null | string | number | boolean | RichContent | undefined;

interface RichContent extends Typed {
  readonly formula: Formula | null;
}

/**
 * Types into one cell as a person would, in an en-US session: "123" in a General cell is a number, "12.5%" a percentage,
 * "2016-12-31" a date, "=…" a formula, "'…" a text; a cell formatted "@" keeps texts.
 * A cell inside a merge other than its top-left ignores what is typed, as Excel's API does.
 * @throws HostRefusal AccessDenied (protected), InvalidArgument (too long, not a number, bad formula), InvalidOperation (part of an array)
 */
export function enterValue(sheet: Sheet, row: number, column: number, input: CellInput): void {
  enterValues(sheet, rangeOfCell(row, column), [[input]]);
}

/** Types a grid into a range of the same shape, all or nothing; a 1×1 grid fills the range. */
export function enterValues(sheet: Sheet, range: CellRange, inputs: readonly (readonly CellInput[])[]): void {
  const isText = textStyles(sheet);
  write(sheet, range, inputs, (input, row, column) => (input === null ? undefined : understood(sheet, row, column, input, isText)));
}

/** As `enterValues`; texts that begin with "=" are formulas in R1C1 notation. */
export function enterFormulasR1C1(sheet: Sheet, range: CellRange, inputs: readonly (readonly CellInput[])[]): void {
  const isText = textStyles(sheet);
  write(sheet, range, inputs, (input, row, column) => {
    if (input === null) return undefined;
    return understood(sheet, row, column, typeof input === "string" && input.startsWith("=") && input.length > 1 ? fromR1C1(input, row, column) : input, isText);
  });
}

/** Is a style number one of a text format? */
function textStyles(sheet: Sheet): (style: number) => boolean {
  const known: boolean[] = [];
  return (style) => (known[style] ??= lookOf(sheet.book.styles, style).numberFormat === "@");
}

function understood(sheet: Sheet, row: number, column: number, input: string | number | boolean, isText: (style: number) => boolean): NewContent {
  if (input === "") return null;
  if (typeof input === "boolean") return input;
  const keepsText = isText(styleAt(sheet, row, column));
  if (typeof input === "number") return keepsText ? numberText(checked(input), "General") : checked(input);
  if (input.startsWith("'")) return text(input.slice(1));
  if (keepsText) return text(input);
  if (input.startsWith("=") && input.length > 1) return formulaContent(input);
  const typed = typedValue(text(input));
  return typed.format === null && typeof typed.value !== "object" ? typed.value : { ...typed, formula: null };
}

function formulaContent(typed: string): RichContent {
  return { value: null, format: null, formula: { text: keptFormula(typed), array: null, spills: true } };
}

function checked(value: number): number {
  if (!Number.isFinite(value)) refuse("InvalidArgument", "A cell holds no such number.");
  return value === 0 ? 0 : value;
}

function text(value: string): string {
  if (value.length > LONGEST_TEXT) refuse("InvalidArgument", `A cell holds at most ${LONGEST_TEXT} characters.`);
  return value;
}

/** Puts exactly this content into the cell, nothing interpreted and no number format touched. */
export function putContent(sheet: Sheet, row: number, column: number, content: Content): void {
  putContents(sheet, rangeOfCell(row, column), [[content]]);
}

export function putContents(sheet: Sheet, range: CellRange, contents: readonly (readonly Content[])[]): void {
  write(sheet, range, contents, literal);
}

function literal(content: Content): NewContent {
  switch (content.kind) {
    case "blank": return null;
    case "formula": return formulaContent(content.value);
    case "error": return { value: errorValue(content.value), formula: null, format: null };
    case "text": return text(content.value);
    case "number": return checked(content.value);
    case "boolean": return content.value;
  }
}

/** Everything is understood and checked before anything is written. */
function write<T>(sheet: Sheet, range: CellRange, inputs: readonly (readonly T[])[], understand: (input: T, row: number, column: number) => NewContent): void {
  const height = range.bottom - range.top + 1;
  const width = range.right - range.left + 1;
  const fills = inputs.length === 1 && inputs[0]?.length === 1;
  if (!fills && (inputs.length !== height || inputs.some((line) => line.length !== width))) {
    refuse("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  checkWritable(sheet, range);
  const grid: NewContent[][] = [];
  for (let row = 0; row < height; row++) {
    const line: NewContent[] = [];
    for (let column = 0; column < width; column++) {
      const input = inputs[fills ? 0 : row]?.[fills ? 0 : column];
      line.push(input === undefined ? undefined : understand(input, range.top + row, range.left + column));
    }
    grid.push(line);
  }
  checkArrays(sheet, range);
  const before = beforeOf(sheet, range);
  dropArraysInside(sheet, range);
  const formats = new Map<string, number>();
  const columns = Array.from({ length: width }, (_, offset) => columnStyle(sheet, range.left + offset));
  const hidden = hiddenByMerge(sheet, range);
  grid.forEach((line, y) => {
    const row = ensureRow(sheet, range.top + y);
    line.forEach((content, x) => {
      const column = range.left + x;
      if (content === undefined || hidden(range.top + y, column)) return;
      if (content === null && !row.cells[column]) return;
      const cell = (row.cells[column] ??= { value: null, formula: null, style: row.style ?? columns[x] ?? 0 });
      if (content === null || typeof content !== "object") {
        setContent(cell, content, null);
        if (content === null) dropIfPlain(sheet, row, column);
        return;
      }
      setContent(cell, content.value, content.formula);
      if (content.format !== null) giveFormat(sheet, cell, content.format, formats);
    });
  });
  afterWrite(sheet, range, before);
  afterTableEdit(sheet, range);
}

/** A typed percentage, date or amount gives its format to a General cell. */
function giveFormat(sheet: Sheet, cell: Cell, format: string, known: Map<string, number>): void {
  const { styles } = sheet.book;
  if (lookOf(styles, cell.style).numberFormat !== "General") return;
  const key = `${cell.style} ${format}`;
  let style = known.get(key);
  if (style === undefined) known.set(key, (style = restyle(styles, cell.style, { numberFormat: format })));
  cell.style = style;
}

function hiddenByMerge(sheet: Sheet, range: CellRange): (row: number, column: number) => boolean {
  if (!sheet.merges.some((merge) => intersects(merge, range))) return () => false;
  const find = mergeFinder(sheet, range);
  return (row, column) => {
    const merge = find(row, column);
    return merge !== null && (merge.top !== row || merge.left !== column);
  };
}

/** Of one cell only. */
export function beforeOf(sheet: Sheet, { top, left, bottom, right }: CellRange): CellBefore | undefined {
  return top === bottom && left === right ? { value: valueAt(sheet, top, left), valueType: valueTypeAt(sheet, top, left) } : undefined;
}

/** One array formula over the range, as Ctrl+Shift+Enter makes it. */
export function enterArrayFormula(sheet: Sheet, range: CellRange, formula: string): void {
  checkWritable(sheet, range);
  const kept = keptFormula(formula);
  checkArrays(sheet, range);
  if (sheet.merges.some((merge) => intersects(merge, range))) refuse("InvalidOperation", "Array formulas aren't valid in merged cells.");
  dropArraysInside(sheet, range);
  const array: ArrayArea = { range, dynamic: false };
  sheet.arrays.push(array);
  for (let row = range.top; row <= range.bottom; row++) {
    const line = ensureRow(sheet, row);
    for (let column = range.left; column <= range.right; column++) {
      const cell = (line.cells[column] ??= { value: null, formula: null, style: line.style ?? columnStyle(sheet, column) });
      setContent(cell, null, row === range.top && column === range.left ? { text: kept, array, spills: false } : null);
    }
  }
  afterWrite(sheet, range);
}
