/**
 * What we keep in the workbook for ourselves: which cells we wrote, and what people chose.
 * The host stores it as one custom XML part of `LEDGER_NAMESPACE`, whose whole text is ours
 * (`Snapshot.stored`, `WriteStored`).
 *
 * Of every column that we filled the record tells, row by row below its header, the line
 * (by code or name) and what we wrote there: so a cell is found again where its line went,
 * and where it stayed while its line was renamed or sorted away (pipeline/ownership.ts).
 * A row takes eight characters: 100,000 rows with two columns take 1.6 MB, whatever the
 * names and texts are.
 */

import { LAST_ROW } from "./address";
import type { Content } from "./edits";
import { done, failed, type Outcome } from "./problem";
import { formulaShape } from "./sheet-layout";

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
  /** Where the header stood. A hint, as people move things. */
  readonly headerRow: number;
  readonly column: number;
  /** How many columns right of its table's first one; null from a record that did not say: then nothing stood between. */
  readonly fromTable: number | null;
  /** One `RowMark` for each row below the header, down to the last that holds anything; see `rowsOf`. */
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
const SCHEMA = 4;

const KNOWN_SCHEMAS: ReadonlySet<unknown> = new Set([1, 2, 3, SCHEMA]);

const PART_LENGTH = 4;
const MARK_LENGTH = 2 * PART_LENGTH;
const NO_PART = ".".repeat(PART_LENGTH);

/** Of a row that is no line of the table. */
export const NO_ROW = NO_PART + NO_PART;

/** Stands for a content in a place of this name: 48 bits, so a chance hit is one in 10¹⁴. A blank cell has no mark. */
export function mark(rowKey: string, content: Content): string {
  return content.kind === "blank" ? "" : fingerprint(rowKey, TAGS[content.kind], String(content.value));
}

/** Stands for a name alone. */
export function keyMark(rowKey: string): string {
  return fingerprint(rowKey);
}

/** Stands for a line, in one half of a row's mark: 24 bits. */
export function linePart(rowKey: string): string {
  return digits(lastOfFirst(first(FIRST, rowKey)));
}

/** Stands for what a cell contains, in the other half; "" for a blank cell. Formulas are the same whichever cells they name, for Excel follows those. */
export function contentPart(content: Content): string {
  if (content.kind === "blank") return "";
  const told = content.kind === "formula" ? formulaShape(content.value) : String(content.value);
  return digits(lastOfSecond(second(second(SECOND, TAGS[content.kind]), told)));
}

/** A line and what we wrote for it; no content: a line whose cell is blank, or holds what we never wrote. */
export function rowMark(line: string, content: string): string {
  return line + (content === "" ? NO_PART : content);
}

/** A column's rows below its header, as two lists of one length: "" where there is no line, or nothing of ours. */
export interface RecordedRows {
  readonly lines: readonly string[];
  readonly contents: readonly string[];
}

export function rowsOf({ marks }: Pick<WrittenColumn, "marks">): RecordedRows {
  const [lines, contents]: [string[], string[]] = [[], []];
  const part = (at: number): string => {
    const text = marks.slice(at, at + PART_LENGTH);
    return text === NO_PART ? "" : text;
  };
  for (let at = 0; at < marks.length; at += MARK_LENGTH) {
    lines.push(part(at));
    contents.push(part(at + PART_LENGTH));
  }
  return { lines, contents };
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
  const isEarlier = schema !== SCHEMA;
  const written = (data["written"] as readonly unknown[]).map((column) => parseColumn(isEarlier && isRecord(column) ? fromEarlier(column) : column));
  if (!written.every((column) => column !== null)) return DAMAGED;
  return done({ written, choices: data["choices"] as Json, review: (data["review"] ?? null) as Json, sheets: (data["sheets"] ?? null) as Json });
}

/**
 * Up to schema 3 a column told which contents were ours, but not where: which of its cells are is then unknown, as if
 * people had changed all of them. Schema 1 did not tell `fromTable`.
 */
function fromEarlier({ rows, ...column }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { fromTable: null, ...column, marks: typeof rows === "number" && rows >= 0 && rows <= LAST_ROW && hasWholeMarks(column["marks"]) ? NO_ROW.repeat(rows) : null };
}

function hasWholeMarks(marks: unknown): marks is string {
  return typeof marks === "string" && marks.length % MARK_LENGTH === 0;
}

function parseColumn(data: unknown): WrittenColumn | null {
  if (!isRecord(data)) return null;
  const { sheetId, sheetName, kind, header, ownHeader, headerRow, column, fromTable, marks } = data;
  const isValid =
    typeof sheetId === "string" && typeof sheetName === "string" && (kind === "rate" || kind === "status") &&
    typeof header === "string" && typeof ownHeader === "boolean" &&
    typeof headerRow === "number" && typeof column === "number" && (fromTable === null || typeof fromTable === "number") &&
    hasWholeMarks(marks);
  return isValid ? { sheetId, sheetName, kind, header, ownHeader, headerRow, column, fromTable, marks } : null;
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
  const a = lastOfFirst(first(first(first(FIRST, start), middle), end));
  const b = lastOfSecond(second(second(second(SECOND, start), middle), end));
  return digits(a) + digits(b);
}

const FIRST = 0x811c9dc5;
const SECOND = 0x9e3779b9;

function lastOfFirst(hash: number): number {
  const mixed = imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}

function lastOfSecond(hash: number): number {
  const mixed = imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return mixed ^ (mixed >>> 16);
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
