import { formatRange, parseRange } from "../../../src/workbook/address";
import type { CellRange } from "../../../src/workbook/address";
import { createBook, HostRefusal } from "../../../src/embedded/book/book";
import type { Book, Sheet } from "../../../src/embedded/book/book";
import { readFormulas, readTexts, readValues, usedRange } from "../../../src/embedded/book/cells";
import { enterValues } from "../../../src/embedded/book/entering";
import type { CellInput } from "../../../src/embedded/book/entering";
import { openBook, saveBook } from "../../../src/embedded/book/files";

export function at(address: string): CellRange {
  const range = parseRange(address);
  if (!range) throw new Error(`no range: ${address}`);
  return range;
}

export function cell(address: string): [number, number] {
  const { top, left } = at(address);
  return [top, left];
}

/** A workbook whose first sheet, "S", holds the grid from A1 on. */
export function bookOf(grid: readonly (readonly CellInput[])[] = [], ...otherSheets: string[]): { book: Book; sheet: Sheet } {
  const book = createBook(["S", ...otherSheets]);
  const sheet = sheetOf(book, "S");
  if (grid[0]) enterValues(sheet, { top: 0, left: 0, bottom: grid.length - 1, right: grid[0].length - 1 }, grid);
  return { book, sheet };
}

export function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function type(sheet: Sheet, address: string, input: CellInput): void {
  enterValues(sheet, at(address), [[input]]);
}

export function valuesOf(sheet: Sheet, address: string): unknown[][] {
  return readValues(sheet, at(address));
}

export function valueOf(sheet: Sheet, address: string): unknown {
  return readValues(sheet, at(address))[0]?.[0];
}

export function formulaOf(sheet: Sheet, address: string): unknown {
  return readFormulas(sheet, at(address))[0]?.[0];
}

export function textOf(sheet: Sheet, address: string): string {
  return readTexts(sheet, at(address))[0]?.[0] ?? "";
}

/** Excel's error code for what `work` is refused with; "done" when it is not. */
export function refusal(work: () => unknown): string {
  try {
    work();
    return "done";
  } catch (error) {
    if (error instanceof HostRefusal) return error.code;
    throw error;
  }
}

export async function reopened(book: Book): Promise<Book> {
  const opened = await openBook(await saveBook(book));
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value.book;
}

/** Everything of a sheet that a person sees in its cells, by address. */
export function contentsOf(sheet: Sheet): Record<string, unknown> {
  const used = usedRange(sheet, true);
  if (!used) return {};
  const values = readValues(sheet, used);
  const seen: Record<string, unknown> = {};
  readFormulas(sheet, used).forEach((line, y) => line.forEach((formula, x) => {
    const value = values[y]?.[x];
    if (formula !== "" || value !== "") seen[formatRange({ top: used.top + y, left: used.left + x, bottom: used.top + y, right: used.left + x })] = formula === value ? value : [formula, value];
  }));
  return seen;
}
