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

import { LAST_COLUMN, LAST_ROW } from "./address";
import type { Content } from "./edits";
import { fingerprint, firstHalf, secondHalf } from "./fingerprint";
import { done, failed, type Outcome, type Problem } from "./problem";
import { formulaShape } from "./sheet-layout";

export const LEDGER_NAMESPACE = "urn:budget-execution:ledger:1";

/**
 * Bytes that the record takes in a request at most. Excel on the web refuses requests above 5 MB; room is left for what
 * else one holds. Beyond, what was to be added is refused, and that is said; nothing that is kept is dropped for it.
 */
export const MOST_BYTES = 4_500_000;
/** Of these, for what we wrote: so that there is always room for some decisions of people. */
export const MOST_OWN_BYTES = 4_000_000;

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
  /** Of statuses the column that their rates stood in; absent in a record that did not say. */
  readonly ratesIn?: number;
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
const SCHEMA = 5;

/** From here on a column tells where each of its contents stood. */
const FIRST_WITH_PLACES = 4;

const PART_LENGTH = 4;
const MARK_LENGTH = 2 * PART_LENGTH;
const NO_PART = ".".repeat(PART_LENGTH);

/** Of a row that is no line of the table. */
export const NO_ROW = NO_PART + NO_PART;

/** Between a row's key and its content. */
const TAGS = { number: "\u0000number\u0000", text: "\u0000text\u0000", boolean: "\u0000boolean\u0000", error: "\u0000error\u0000", formula: "\u0000formula\u0000" } as const;

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
  return firstHalf(rowKey);
}

/** Stands for what a cell contains, in the other half; "" for a blank cell. Formulas are the same whichever cells they name, for Excel follows those. */
export function contentPart(content: Content): string {
  if (content.kind === "blank") return "";
  const told = content.kind === "formula" ? formulaShape(content.value) : String(content.value);
  return secondHalf(TAGS[content.kind], told);
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

/**
 * The text to store; null for an empty ledger. Fails with `record-full` where what we wrote takes too much (some 250,000
 * rows with two columns), and with `decisions-full` where it does together with what people decided.
 */
export function serialiseLedger(ledger: Ledger): Outcome<string | null> {
  const { review, ...own } = ledger;
  if (ledger.written.length === 0 && ledger.choices === null && review === null && ledger.sheets === null) return done(null);
  const text = toXml(JSON.stringify({ schema: SCHEMA, ...ledger }));
  if (2 * text.length <= MOST_OWN_BYTES) return done(text);
  if (requestBytes(toXml(JSON.stringify(own))) > MOST_OWN_BYTES) return failed({ code: "record-full", values: { most: MOST_OWN_BYTES / 1e6 } });
  return requestBytes(text) <= MOST_BYTES ? done(text) : failed({ code: "decisions-full", values: { most: MOST_BYTES / 1e6 } });
}

/** Of plain ASCII: quotes and backslashes take two. */
function requestBytes(ascii: string): number {
  let bytes = ascii.length;
  for (let i = 0; i < ascii.length; i++) {
    const code = ascii.charCodeAt(i);
    if (code === 0x22 || code === 0x5c) bytes++;
  }
  return bytes;
}

/** Stands between the texts of several parts; XML holds none. */
const BETWEEN = "\u0000";

/** Several parts as one text: two programs may each have saved one. null for none. */
export function joinParts(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(BETWEEN);
}

export function partsIn(stored: string | null): readonly string[] {
  return stored === null ? [] : stored.split(BETWEEN);
}

/**
 * Nothing stored is an empty ledger, and records of earlier schemas are read. `stored-newer` is what a later version of
 * the add-in stored: it is to be left as it is. Anything else is `stored-damaged` and may be replaced. Of several parts
 * those that can be read count together.
 */
export function readLedger(stored: string | null): Outcome<Ledger> {
  const parts = partsIn(stored).map(readPart);
  const newer = parts.find((part) => !part.ok && part.problem.code === "stored-newer");
  if (newer !== undefined) return newer;
  const ledgers = parts.flatMap((part) => (part.ok ? [part.value] : []));
  const [first = EMPTY_LEDGER, ...others] = ledgers;
  return parts.length > 0 && ledgers.length === 0 ? DAMAGED : done(others.reduce(together, first));
}

/** What a person must know of what is stored: that it cannot be read, or that there is more than one record. */
export function storedProblem(stored: string | null): Problem | null {
  const read = readLedger(stored);
  if (!read.ok) return read.problem;
  return partsIn(stored).length > 1 ? { code: "stored-several" } : null;
}

function readPart(text: string): Outcome<Ledger> {
  const json = fromXml(text);
  return json === null ? DAMAGED : parseLedger(json);
}

/** All that both tell; where they contradict, the first counts. */
function together(first: Ledger, other: Ledger): Ledger {
  return { written: union(first.written, other.written), choices: first.choices ?? other.choices, review: unionOf(first.review, other.review), sheets: unionOf(first.sheets, other.sheets) };
}

function unionOf(first: Json, other: Json): Json {
  if (Array.isArray(first) && Array.isArray(other)) return union(first as readonly Json[], other as readonly Json[]);
  if (!isRecord(first) || !isRecord(other)) return first ?? other;
  const lists = Object.keys(first).filter((key) => Array.isArray(first[key]) && Array.isArray(other[key]));
  return { ...other, ...first, ...Object.fromEntries(lists.map((key) => [key, union(first[key] as readonly Json[], other[key] as readonly Json[])])) } as Json;
}

function union<T>(first: readonly T[], other: readonly T[]): readonly T[] {
  const known = new Set(first.map((item) => JSON.stringify(item)));
  return [...first, ...other.filter((item) => !known.has(JSON.stringify(item)))];
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
  if (typeof schema !== "number" || !Number.isInteger(schema) || schema < 1) return DAMAGED;
  if (schema > SCHEMA) return failed({ code: "stored-newer" });
  if (!Array.isArray(data["written"]) || data["choices"] === undefined) return DAMAGED;
  const isEarlier = schema < FIRST_WITH_PLACES;
  const written = (data["written"] as readonly unknown[]).map((column) => parseColumn(isEarlier && isRecord(column) ? fromEarlier(column) : column));
  if (!written.every((column) => column !== null)) return DAMAGED;
  return done({ written, choices: data["choices"] as Json, review: (data["review"] ?? null) as Json, sheets: (data["sheets"] ?? null) as Json });
}

/**
 * Up to schema 3 a column told which contents were ours, but not where: which of its cells are is then unknown, as if
 * people had changed all of them. Schema 1 did not tell `fromTable`, and none before 5 `ratesIn`.
 */
function fromEarlier({ rows, ...column }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { fromTable: null, ...column, marks: typeof rows === "number" && rows >= 0 && rows <= LAST_ROW && hasWholeMarks(column["marks"]) ? NO_ROW.repeat(rows) : null };
}

function hasWholeMarks(marks: unknown): marks is string {
  return typeof marks === "string" && marks.length % MARK_LENGTH === 0;
}

function parseColumn(data: unknown): WrittenColumn | null {
  if (!isRecord(data)) return null;
  const { sheetId, sheetName, kind, header, ownHeader, headerRow, column, fromTable, ratesIn, marks } = data;
  const isValid =
    typeof sheetId === "string" && typeof sheetName === "string" && (kind === "rate" || kind === "status") &&
    typeof header === "string" && typeof ownHeader === "boolean" &&
    isWithin(headerRow, LAST_ROW) && isWithin(column, LAST_COLUMN) && (fromTable === null || isWithin(fromTable, LAST_COLUMN)) && (ratesIn === undefined || isWithin(ratesIn, LAST_COLUMN)) &&
    hasWholeMarks(marks) && headerRow + marks.length / MARK_LENGTH <= LAST_ROW;
  return isValid ? { sheetId, sheetName, kind, header, ownHeader, headerRow, column, fromTable, ...(ratesIn === undefined ? {} : { ratesIn }), marks } : null;
}

function isWithin(data: unknown, last: number): data is number {
  return typeof data === "number" && Number.isInteger(data) && data >= 0 && data <= last;
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
