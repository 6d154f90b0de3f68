/** An embedded Excel with the real office.js in front, in one line. */

import { type Book, createBook, type Sheet } from "../../src/embedded/book/book";
import { type CellInput, enterValues } from "../../src/embedded/book/entering";
import { type NodeOffice, openOffice } from "../../src/embedded/hosts/node";
import type { HostOptions } from "../../src/embedded/protocol/host";

/** Cells as one would type them from A1 on; rows may differ in length. */
export type Cells = readonly (readonly CellInput[])[];

/** A workbook with these sheets, in order. */
export function bookOf(sheets: Readonly<Record<string, Cells>>): Book {
  const book = createBook(Object.keys(sheets));
  Object.values(sheets).forEach((cells, index) => {
    const sheet = book.sheets[index];
    if (sheet !== undefined) type(sheet, cells);
  });
  return book;
}

function type(sheet: Sheet, cells: Cells): void {
  cells.forEach((row, top) => {
    if (row.length > 0) enterValues(sheet, { top, left: 0, bottom: top, right: row.length - 1 }, [row]);
  });
}

/** Over a book, or over a new one whose "Sheet1" holds these cells. */
export function officeOn(content: Book | Cells = [], options: HostOptions = {}): NodeOffice {
  return openOffice("sheets" in content ? content : bookOf({ Sheet1: content }), options);
}

/** The first sheet of a host's book. */
export function firstSheet({ host }: NodeOffice): Sheet {
  const [sheet] = host.book.sheets;
  if (sheet === undefined) throw new Error("a workbook has a sheet");
  return sheet;
}

/** What office.js made of a failure. */
export interface Failed {
  readonly code: string;
  readonly location: string | undefined;
  readonly statement: string | undefined;
  readonly message: string;
}

/** The error that a batch ends with. Fails the test if the batch succeeds. */
export async function failureOf(batch: Promise<unknown>): Promise<Failed> {
  try {
    await batch;
  } catch (error) {
    if (!isOfficeError(error)) throw error;
    return { code: error.code, location: error.debugInfo.errorLocation, statement: error.debugInfo.statement, message: error.message };
  }
  throw new Error("the batch was expected to fail, and did not");
}

function isOfficeError(error: unknown): error is { code: string; message: string; debugInfo: { errorLocation?: string; statement?: string } } {
  return typeof error === "object" && error !== null && "code" in error && "debugInfo" in error;
}
