/** .xlsx in and out: bytes to a workbook and back. */

import { done, failed } from "../../workbook/problem";
import type { Outcome, Problem } from "../../workbook/problem";
import { readBook, workbookPart } from "./file/read-book";
import { writeBook } from "./file/write-book";
import { announce } from "./changes";
import type { Book } from "./model";
import { LARGEST_UNPACKED, MOST_UNPACKED_TIMES, PackageTooLarge, readPackage, removeRelation, sealDamaged } from "./package/package";
import type { Package, Part } from "./package/package";

export interface OpenedBook {
  readonly book: Book;
  /** Parts of the file that saving it would lose, by their names in the package; empty for almost every file. */
  readonly notCarried: readonly string[];
}

/** A workbook of a million rows with text in ten columns has 60 MB. */
export const LARGEST_FILE = 200_000_000;

const MEGABYTE = 1_000_000;

/** Also for a file too large to be read at all. */
export const TOO_LARGE: Problem = { code: "workbook-too-large", values: { packed: LARGEST_FILE / MEGABYTE, unpacked: LARGEST_UNPACKED / MEGABYTE, times: MOST_UNPACKED_TIMES } };

/** Fails with file-not-xlsx, file-encrypted, file-damaged or workbook-too-large. */
export async function openBook(bytes: Uint8Array): Promise<Outcome<OpenedBook>> {
  if (bytes.length > LARGEST_FILE) return failed(TOO_LARGE);
  if (startsWith(bytes, COMPOUND_FILE)) return failed({ code: isEncrypted(bytes) ? "file-encrypted" : "file-not-xlsx" });
  if (!startsWith(bytes, ZIP)) return failed({ code: "file-not-xlsx" });
  try {
    const pack = await readPackage(bytes);
    sealDamaged(pack, isBesideCells);
    const part = workbookPart(pack);
    if (!part) return failed({ code: "file-not-xlsx" });
    const book = readBook(pack, part);
    if (book.sheets.length === 0) return failed({ code: "file-damaged" });
    return done({ book, notCarried: [...dropSignatures(pack), ...pack.leftOut] });
  } catch (error) {
    if (error instanceof PackageTooLarge) return failed(TOO_LARGE);
    return failed({ code: "file-damaged" });
  }
}

/** What stands beside the cells: a workbook opens without it. Sheets, strings, styles and tables it cannot do without. */
function isBesideCells({ path, contentType }: Part): boolean {
  return /^(customXml|docProps)\//i.test(path) || /(drawing|comments|person|pivotTable|chart|chartex)\+xml$/i.test(contentType) || /vmlDrawing$/i.test(contentType);
}

/** How the name of its file must end: Excel opens no macros under .xlsx, and nothing else under .xlsm. */
export function extensionOf(book: Book): ".xlsx" | ".xlsm" {
  return book.part.contentType.includes("macroEnabled") ? ".xlsm" : ".xlsx";
}

/** Formulas are written with their current results. */
export async function saveBook(book: Book): Promise<Uint8Array> {
  const bytes = await writeBook(book);
  announce(book, { kind: "saved" });
  return bytes;
}

const ZIP = [0x50, 0x4b];
/** Old binary workbooks, and the envelope around encrypted new ones. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The envelope names its content "EncryptedPackage", in UTF-16 (MS-OFFCRYPTO 2.3.4.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(name[0] ?? 0); at >= 0; at = bytes.indexOf(name[0] ?? 0, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** A signature is void once anything is written, so it is the one thing that cannot be kept. @returns its parts */
function dropSignatures(pack: Package): string[] {
  const before = [...pack.parts.keys()];
  for (const relation of pack.relations.filter((candidate) => candidate.type.endsWith("/digital-signature/origin"))) removeRelation(pack, pack, relation.id);
  return before.filter((path) => !pack.parts.has(path));
}
