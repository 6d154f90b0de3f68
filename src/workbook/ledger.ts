/**
 * What we keep in the workbook for ourselves: which cells we wrote, and what people chose.
 * The host stores it as one custom XML part of `LEDGER_NAMESPACE`, whose whole text is ours
 * (`Snapshot.stored`, `WriteStored`).
 *
 * A cell is ours exactly if it still holds what we wrote for that row in that column.
 * Rows are known by a key (code or name), not by position, so that inserting, sorting and
 * renaming sheets do not matter. For each cell only an eight-character mark is kept: 100,000
 * rows with two columns take 1.6 MB, whatever the names and texts are.
 */

import type { Content } from "./edits";
import { done, failed, type Outcome } from "./problem";

export const LEDGER_NAMESPACE = "urn:budget-execution:ledger:1";

/** Excel on the web refuses requests above 5 MB; room is left for what else a request holds. */
export const MAX_STORED_LENGTH = 4_500_000;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A column of one table that we filled. */
export interface WrittenColumn {
  readonly sheetId: string;
  /** At the time of writing; finds the sheet again where ids are not kept. */
  readonly sheetName: string;
  readonly kind: "rate" | "status";
  /** The header the column had when we wrote. */
  readonly header: string;
  /** False where we filled a column that somebody else had headed. */
  readonly ownHeader: boolean;
  /** Where the header stood, and how many rows below it the last cell that we filled. A hint, as people move things. */
  readonly headerRow: number;
  readonly column: number;
  /** How many columns right of its table's first one; null from a record that did not say: then nothing stood between. */
  readonly fromTable: number | null;
  readonly rows: number;
  /** `keyMark` of that last cell's row; "" if there is none. */
  readonly lastKey: string;
  /** The marks of all cells, one after another; see `mark` and `marksOf`. */
  readonly marks: string;
}

export interface Ledger {
  readonly written: readonly WrittenColumn[];
  /** Basis, cut-off, corrections and the like; checked by the reader who knows their meaning. */
  readonly choices: Json;
  /** What was decided about findings; checked by the reader likewise. */
  readonly review: Json;
  /** The sheets that we made; checked by the reader likewise. */
  readonly sheets: Json;
}

export const EMPTY_LEDGER: Ledger = { written: [], choices: null, review: null, sheets: null };

/**
 * Of what is stored, told in its field `schema`. To be raised with every change that earlier versions could not keep;
 * namespace, element and that field stay for good, so that every version knows whether it understands a record.
 */
const SCHEMA = 3;

const KNOWN_SCHEMAS: ReadonlySet<unknown> = new Set([1, 2, SCHEMA]);

/** What columns of schema 1 did not say, or not always. */
const UNSAID_IN_1: Pick<WrittenColumn, "fromTable" | "lastKey"> = { fromTable: null, lastKey: "" };

const MARK_LENGTH = 8;

/** Stands for "this content in the row with this key": 48 bits, so a chance hit is one in 10¹⁴. A blank cell has no mark. */
export function mark(rowKey: string, content: Content): string {
  return content.kind === "blank" ? "" : fingerprint(rowKey, TAGS[content.kind], String(content.value));
}

/** Stands for the row with this key, whatever it contains. */
export function keyMark(rowKey: string): string {
  return fingerprint(rowKey);
}

export function marksOf(column: WrittenColumn): ReadonlySet<string> {
  const marks = new Set<string>();
  for (let at = 0; at < column.marks.length; at += MARK_LENGTH) marks.add(column.marks.slice(at, at + MARK_LENGTH));
  return marks;
}

/** The text to store; null for an empty ledger. Fails with `too-large` beyond some 280,000 rows. */
export function serialiseLedger(ledger: Ledger): Outcome<string | null> {
  if (ledger.written.length === 0 && ledger.choices === null && ledger.review === null && ledger.sheets === null) return done(null);
  const text = toXml(JSON.stringify({ schema: SCHEMA, ...ledger }));
  return text.length <= MAX_STORED_LENGTH ? done(text) : failed({ code: "too-large" });
}

/**
 * Nothing stored is an empty ledger, and records of earlier schemas are read. `stored-newer` is what a later version of
 * the add-in stored: it is to be left as it is. Anything else is `stored-damaged` and may be replaced.
 */
export function readLedger(stored: string | null): Outcome<Ledger> {
  if (stored === null) return done(EMPTY_LEDGER);
  const json = fromXml(stored);
  return json === null ? DAMAGED : parseLedger(json);
}

const DAMAGED: Outcome<never> = failed({ code: "stored-damaged" });

/** JSON as an XML document of plain ASCII: everything XML could choke on is escaped the JSON way. */
export function toXml(json: string): string {
  const ascii = json.replace(/[<>&\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `<ledger xmlns="${LEDGER_NAMESPACE}">${ascii}</ledger>`;
}

/** The JSON inside; null if this is not one of our documents. Hosts may add a declaration or escape quotes. */
export function fromXml(xml: string): string | null {
  const match = /^\s*(?:<\?xml[^>]*\?>\s*)?<ledger xmlns=(?:"([^"<]*)"|'([^'<]*)')\s*>([^<]*)<\/ledger>\s*$/.exec(xml);
  if (match === null || (match[1] ?? match[2]) !== LEDGER_NAMESPACE) return null;
  return (match[3] ?? "").replaceAll("&quot;", '"');
}

function parseLedger(json: string): Outcome<Ledger> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return DAMAGED;
  }
  if (!isRecord(data)) return DAMAGED;
  const { schema } = data;
  if (typeof schema === "number" && Number.isInteger(schema) && schema > SCHEMA) return failed({ code: "stored-newer" });
  if (!KNOWN_SCHEMAS.has(schema) || !Array.isArray(data["written"]) || data["choices"] === undefined) return DAMAGED;
  const written = (data["written"] as readonly unknown[]).map((column) => parseColumn(schema === 1 && isRecord(column) ? { ...UNSAID_IN_1, ...column } : column));
  if (!written.every((column) => column !== null)) return DAMAGED;
  return done({ written, choices: data["choices"] as Json, review: (data["review"] ?? null) as Json, sheets: (data["sheets"] ?? null) as Json });
}

function parseColumn(data: unknown): WrittenColumn | null {
  if (!isRecord(data)) return null;
  const { sheetId, sheetName, kind, header, ownHeader, headerRow, column, fromTable, rows, lastKey, marks } = data;
  const isValid =
    typeof sheetId === "string" && typeof sheetName === "string" && (kind === "rate" || kind === "status") &&
    typeof header === "string" && typeof ownHeader === "boolean" &&
    typeof headerRow === "number" && typeof column === "number" && (fromTable === null || typeof fromTable === "number") && typeof rows === "number" && typeof lastKey === "string" &&
    typeof marks === "string" && marks.length % MARK_LENGTH === 0;
  return isValid ? { sheetId, sheetName, kind, header, ownHeader, headerRow, column, fromTable, rows, lastKey, marks } : null;
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

const { imul } = Math;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Between a row's key and its content. */
const TAGS = { number: "\u0000number\u0000", text: "\u0000text\u0000", boolean: "\u0000boolean\u0000", error: "\u0000error\u0000", formula: "\u0000formula\u0000" } as const;

/** Two independent multiplicative hashes of 32 bits, 24 bits of each, of a text in pieces: putting them together first would take longer. Tells texts apart; hides nothing. */
function fingerprint(start: string, middle = "", end = ""): string {
  let a = first(first(first(0x811c9dc5, start), middle), end);
  let b = second(second(second(0x9e3779b9, start), middle), end);
  a = imul(a ^ (a >>> 16), 0xc2b2ae35);
  a ^= a >>> 13;
  b = imul(b ^ (b >>> 13), 0x27d4eb2f);
  b ^= b >>> 16;
  return digits(a) + digits(b);
}

function first(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function second(hash: number, text: string): number {
  for (let i = 0; i < text.length; i++) {
    hash = imul(hash ^ text.charCodeAt(i), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash;
}

const PAIRS = Array.from({ length: 4096 }, (_, bits) => DIGITS.charAt(bits & 63) + DIGITS.charAt(bits >>> 6));

/** The lower 24 bits. */
function digits(bits: number): string {
  return (PAIRS[bits & 4095] ?? "") + (PAIRS[(bits >>> 12) & 4095] ?? "");
}
