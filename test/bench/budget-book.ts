/** The tables that are measured. */

import { createBook, type Book } from "../../src/embedded/book/book";
import { enterValues, putContents } from "../../src/embedded/book/entering";
import { createFilePort } from "../../src/files/port";
import type { Content } from "../../src/workbook/edits";
import type { Snapshot } from "../../src/workbook/snapshot";

export const HEADER = ["项目代码", "项目名称", "功能分类", "年初预算", "调增", "调减", "调整后预算", "支出", "备注"];

/** "mixed": amounts of ordinary sizes that have nothing to do with each other. "orderly": one line in fifty is behind or over. */
export type Spending = "mixed" | "orderly";

/** Sheets with a table of `rows` projects each, in nine columns. */
export function budgetBook(rows: number, sheets: readonly string[] = ["项目"], spending: Spending = "mixed"): Book {
  const book = createBook([...sheets]);
  for (const sheet of book.sheets) {
    enterValues(sheet, { top: 0, left: 0, bottom: 1, right: HEADER.length - 1 }, [["截至2016年12月31日项目支出（单位：万元）", ...HEADER.slice(1).map(() => "")], HEADER]);
    putContents(sheet, { top: 2, left: 0, bottom: rows + 1, right: HEADER.length - 1 }, Array.from({ length: rows }, (_, i) => line(i, spending)));
  }
  return book;
}

function line(i: number, spending: Spending): Content[] {
  const text = (value: string): Content => ({ kind: "text", value });
  const number = (value: number): Content => ({ kind: "number", value });
  const [increase, decrease] = spending === "mixed" ? [i % 7, i % 3] : [0, 0];
  const original = (i % 997) + (spending === "mixed" ? 0.25 : 4.25);
  const orderly = i % 50 === 0 ? original * (i % 100 === 0 ? 2 : 0.5) : original - 0.25;
  return [
    text(`20162010350269001${String(i).padStart(6, "0")}`), text(`项目${i}`), text("事业运行"),
    number(original), number(increase), number(decrease), number(original + increase - decrease),
    number(spending === "mixed" ? ((i * 37) % 1000) / 4 : orderly), text(""),
  ];
}

/** One such sheet as it is read from Excel, without a workbook behind it. */
export function budgetSnapshot(rows: number): Snapshot {
  const values = [["截至2016年12月31日项目支出（单位：万元）", ...HEADER.slice(1).map(() => "")], HEADER, ...Array.from({ length: rows }, (_, i) => line(i, "orderly").map((content) => (content.kind === "blank" ? "" : content.value)))];
  const numberFormats = values.map((cells) => cells.map(() => "General"));
  const sheet = { id: "{1}", name: "项目", visible: true, protected: false, top: 0, left: 0, values, formulas: values, numberFormats, merges: [], tables: [], hiddenColumns: [] };
  return { sheets: [sheet], activeSheetId: "{1}", stored: null };
}

export async function snapshotOf(book: Book): Promise<Snapshot> {
  const read = await createFilePort(book).read();
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}
