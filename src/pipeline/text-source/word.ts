/** The text of a Word document (.docx). The only file that names mammoth and jszip, which load when first needed. */

import type JSZip from "jszip";
import type { JSZipStreamHelper } from "jszip";
import type mammoth from "mammoth";
import { done, failed, type Outcome } from "../../workbook/problem";

/**
 * What a document's XML may unpack to: a report of a hundred pages has one or two megabytes of it, and reading one
 * takes up to a second, in which the pane stands still.
 */
export const MOST_XML = 8_000_000;

/**
 * A line a paragraph, as copying from Word gives it, with tabs between a table's cells. Of the numbers that Word itself
 * puts before paragraphs the reader knows the level only: they are written 1. （1） 1), whatever they look like in Word.
 * Notes, headers and deleted words are not in it. Nothing outside the document is fetched.
 * Fails with `file-damaged`, `document-too-large` for more XML than `MOST_XML`, `file-not-text` for an
 * archive that is no Word document, `part-not-loaded` where the reader cannot be had.
 */
export async function readWord(bytes: Uint8Array): Promise<Outcome<string>> {
  const readers = await loadReaders();
  if (readers === null) return failed({ code: "part-not-loaded" });
  try {
    const archive = await readers.zip.loadAsync(bytes);
    if (archive.file(/^word\//u).length === 0) return failed({ code: "file-not-text" });
    // Pictures and embedded files are never unpacked.
    for (const { name } of archive.file(/(?<!\.(?:xml|rels))$/iu)) archive.remove(name);
    if (!(await unpacksWithin(archive.file(/./u), MOST_XML))) return failed({ code: "document-too-large", values: { most: MOST_XML / 1e6 } });
    return done(textOf(createNumbering(), await readDocument(readers.word, await archive.generateAsync({ type: "uint8array", compression: "DEFLATE" }))));
  } catch {
    return failed({ code: "file-damaged" });
  }
}

type Zip = typeof JSZip;
type Word = typeof mammoth;

async function loadReaders(): Promise<{ readonly zip: Zip; readonly word: Word } | null> {
  try {
    const [zip, word] = await Promise.all([import("jszip"), import("mammoth")]);
    return { zip: zip.default, word: word.default };
  } catch {
    return null;
  }
}

/** Unpacks everything without keeping it, and stops once it is too much: what a file declares to hold need not be true. */
async function unpacksWithin(parts: readonly object[], most: number): Promise<boolean> {
  let left = most;
  for (const part of parts) {
    if (!isUnpackable(part)) continue;
    left = await new Promise<number>((resolve, reject) => {
      const unpacking = part.internalStream("uint8array");
      unpacking
        .on("data", (chunk) => {
          left -= chunk.length;
          if (left >= 0) return;
          unpacking.pause();
          resolve(left);
        })
        .on("error", reject)
        .on("end", () => resolve(left))
        .resume();
    });
    if (left < 0) return false;
  }
  return true;
}

/** The method is documented, and missing in the types. */
function isUnpackable(part: object): part is { internalStream(type: "uint8array"): JSZipStreamHelper<Uint8Array> } {
  return "internalStream" in part && typeof part.internalStream === "function";
}

/** The document as the library reads it, before it makes HTML of it, which would lose what belongs to one line. */
async function readDocument(word: Word, bytes: Uint8Array): Promise<unknown> {
  let document: unknown = null;
  // Its builds for browsers and for Node each look for the bytes under a name of their own.
  const { buffer } = bytes.slice();
  const input = { arrayBuffer: buffer, buffer: bytes };
  await word.convertToHtml(input, {
    includeDefaultStyleMap: false,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    transformDocument: (read: object) => {
      document = read;
      return { ...read, children: [] };
    },
  });
  return document;
}

function textOf(numberOf: NumberOf, element: unknown): string {
  if (!isElement(element)) return "";
  const texts = (): readonly string[] => childrenOf(element).map((child) => textOf(numberOf, child));
  switch (element.type) {
    case "text": return typeof element.value === "string" ? element.value : "";
    case "tab": return "\t";
    case "break": return "\n";
    case "paragraph": return `${numberOf(element)}${texts().join("")}\n`;
    case "tableRow": return rowText(texts());
    default: return texts().join("");
  }
}

/** The number that stands before a paragraph, with what divides it from the words; "" for none. */
type NumberOf = (paragraph: Element) => string;

/** By level, the deepest last. */
const NUMBERS: readonly ((count: number) => string)[] = [(count) => `${count}. `, (count) => `（${count}）`, (count) => `${count}) `];

/** Numbers as Word counts them: each list level goes on, and begins anew below the next paragraph of a higher one. */
function createNumbering(): NumberOf {
  const counts = new Map<object, { readonly depth: number; count: number }>();
  return ({ numbering }) => {
    if (!isListLevel(numbering) || !numbering.isOrdered) return "";
    const depth = Number(numbering.level);
    for (const [level, below] of counts) if (below.depth > depth) counts.delete(level);
    const own = counts.get(numbering) ?? { depth, count: 0 };
    own.count += 1;
    counts.set(numbering, own);
    return NUMBERS[Math.min(depth, NUMBERS.length - 1)]?.(own.count) ?? "";
  };
}

/** The reader gives every paragraph of a list's level the same object. */
function isListLevel(data: unknown): data is { readonly level: string; readonly isOrdered: boolean } {
  return typeof data === "object" && data !== null && "level" in data && "isOrdered" in data;
}

/** One cell alone is a frame around paragraphs, as forms have them. */
function rowText(cells: readonly string[]): string {
  const [only = ""] = cells;
  return cells.length === 1 ? only : `${cells.map((cell) => cell.trim().replace(/\s+/gu, " ")).join("\t")}\n`;
}

interface Element {
  readonly type: unknown;
  readonly value?: unknown;
  readonly children?: unknown;
  readonly numbering?: unknown;
}

function isElement(data: unknown): data is Element {
  return typeof data === "object" && data !== null && "type" in data;
}

function childrenOf({ children }: Element): readonly unknown[] {
  return Array.isArray(children) ? children : [];
}
