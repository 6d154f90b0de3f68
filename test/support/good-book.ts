/** A workbook with one table in which nothing is wrong. */

import { createBook, type Book } from "../../src/embedded/book/book";
import { putContent } from "../../src/embedded/book/entering";
import { contentOf } from "../../src/workbook/edits";

export const GOOD_ROWS = [["项目名称", "预算数（万元）", "支出数（万元）"], ["甲项目", 100, 99.5], ["乙项目", 50, 49.8], ["合计", 150, 149.3]] as const;

export function goodBook(): Book {
  return bookOf("支出表", GOOD_ROWS);
}

/** A workbook of one sheet with these cells. */
export function bookOf(name: string, rows: readonly (readonly (string | number)[])[]): Book {
  const book = createBook([name]);
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  rows.forEach((row, r) => row.forEach((value, c) => putContent(sheet, r, c, contentOf(value, value))));
  return book;
}
