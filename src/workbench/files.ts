/** Workbooks in and out of the browser. */

import { createBook } from "../embedded/book/book";
import type { Book } from "../embedded/book/book";
import { extensionOf, LARGEST_FILE, openBook, saveBook, TOO_LARGE } from "../embedded/book/files";
import type { OpenedBook } from "../embedded/book/files";
import { done, failed } from "../workbook/problem";
import type { Outcome } from "../workbook/problem";

/** Relative to the site. */
const SAMPLE = "assets/samples/budget-execution-2016.xlsx";
const TYPES = { ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12" };

export async function openFile(file: File): Promise<Outcome<OpenedBook>> {
  if (file.size > LARGEST_FILE) return failed(TOO_LARGE);
  return named(await openBook(new Uint8Array(await file.arrayBuffer())), file.name);
}

export async function openSample(): Promise<Outcome<OpenedBook>> {
  const response = await fetch(SAMPLE);
  if (!response.ok) throw new Error(`${SAMPLE}: ${response.status}`);
  return named(await openBook(new Uint8Array(await response.arrayBuffer())), SAMPLE.slice(SAMPLE.lastIndexOf("/") + 1));
}

/** What `Excel.createWorkbook` was given: a file, or null for an empty workbook. */
export async function openBase64(base64: string | null): Promise<Outcome<OpenedBook>> {
  if (base64 === null) return done({ book: createBook(), notCarried: [] });
  return openBook(bytesOf(base64));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export async function download(book: Book): Promise<void> {
  const extension = extensionOf(book);
  const name = book.fileName.toLowerCase().endsWith(extension) ? book.fileName : `${book.fileName.replace(/\.xl[st][xm]$/i, "")}${extension}`;
  downloadBytes(new Uint8Array(await saveBook(book)), name, TYPES[extension]);
}

/** `fileName` is without its extension. */
export function downloadBase64(base64: string, fileName: string): void {
  downloadBytes(bytesOf(base64), `${fileName}.xlsx`, TYPES[".xlsx"]);
}

function downloadBytes(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
}

function named(opened: Outcome<OpenedBook>, fileName: string): Outcome<OpenedBook> {
  if (!opened.ok) return opened;
  opened.value.book.fileName = fileName;
  return done(opened.value);
}
