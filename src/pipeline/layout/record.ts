/**
 * What we remember of the sheets we made, in the workbook's record (`Ledger.sheets`): enough to know them again, to tell
 * what people wrote on them from what we did, and to which line it belongs, whatever was moved.
 *
 * A sheet is ours while it has the name we gave it and still holds most of what we wrote. A property on the sheet would
 * go along with a copy that somebody made to keep, and would be lost outside Excel; an id is not known before a sheet is made.
 */

import { SHEET_KEYS, type Block, type FormBlock, type SheetKey, type TableBlock } from "../../domain/summary/model";
import { LAST_COLUMN, LAST_ROW } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { keyMark, mark, type Json } from "../../workbook/ledger";
import { formulaShape, type LayoutChart } from "../../workbook/sheet-layout";
import { isFree, SIGN_OFF, slotKey } from "./entries";
import type { LaidSheet } from "./layout";

export interface RecordedSheet {
  readonly key: SheetKey;
  readonly name: string;
  /** As it was to be called: another where that name was taken. */
  readonly wanted: string;
  /** Marks of what we wrote (`ourMark`), how often each: those that occur more than once come first, with their counts. */
  readonly ours: string;
  readonly counts: readonly number[];
  /** Marks of proposals in slots for people (`proposalMark`). */
  readonly proposals: string;
  readonly tables: readonly RecordedTable[];
  readonly forms: RecordedForms;
  readonly charts: readonly LayoutChart[];
  /** A digit a row, to the last that is not 0. */
  readonly outline: string;
}

export interface RecordedTable {
  readonly id: string;
  readonly columns: readonly RecordedColumn[];
  /** Two marks a line: of its identity (`identityMark`), of its key. */
  readonly rows: string;
  /** The cells of each line in which we wrote nothing, so that what stands there is theirs (`masksIn`). */
  readonly free?: string;
}

export interface RecordedColumn {
  readonly key: string;
  /** The lowest heading, and in which row of the header it begins (none told: in the first). */
  readonly header: string;
  readonly headerLine?: number;
  /** For people, where `RecordedTable.free` is not told. */
  readonly isOpen: boolean;
  readonly isIdentity: boolean;
}

export interface RecordedForms {
  /** Two marks a form: of its title, of its id. */
  readonly titles: string;
  /** Fields that are for people in any form. */
  readonly fields: readonly { readonly label: string; readonly key: string }[];
  /** Which of these are so in each form (`masksIn`). */
  readonly free?: string;
  /** Of all fields. */
  readonly labels: readonly string[];
}

export const MARK_LENGTH = 8;

export function recordOf({ sheet, layout, ours }: LaidSheet, wanted: string): RecordedSheet {
  const counts = new Map<string, number>();
  for (const content of ours) {
    const own = ourMark(content);
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const marks = [...counts].sort(([, a], [, b]) => b - a);
  const tables = sheet.blocks.filter((block) => block.kind === "table");
  const forms = sheet.blocks.filter((block) => block.kind === "form");
  return {
    key: sheet.key, name: layout.name, wanted,
    ours: marks.map(([one]) => one).join(""),
    counts: marks.flatMap(([, count]) => (count > 1 ? [count] : [])),
    proposals: [...tables.flatMap(proposalsOfTable), ...forms.flatMap(proposalsOfForm), ...sheet.blocks.flatMap(proposalsOfSignOff)].join(""),
    tables: tables.map(recordedTable),
    forms: recordedForms(forms, sheet.blocks.flatMap((block) => (block.kind === "sign-off" ? block.labels : []))),
    charts: layout.charts,
    outline: layout.rows.map(({ outline }) => outline).join("").replace(/0+$/u, ""),
  };
}

/** Stands for what a cell contains, a formula for what it calculates: Excel changes the cells that it names. */
export function ourMark(content: Content): string {
  return mark("", content.kind === "formula" ? { kind: "formula", value: formulaShape(content.value) } : content);
}

export function proposalMark(slot: string, content: Content): string {
  return mark(slot, content);
}

/** Stands for a line by the texts that name it, and by how many lines of the same texts come before. */
export function identityMark(texts: readonly string[], before: number): string {
  return keyMark([...texts, String(before)].join("\u0000"));
}

function proposalsOfTable({ id, columns, rows }: TableBlock): string[] {
  return rows.flatMap(({ key, cells }) => cells.flatMap((cell, c) => (cell.kind === "open" && cell.proposal !== ""
    ? [proposalMark(slotKey({ table: id, row: key, column: columns[c]?.key ?? "" }), { kind: "text", value: cell.proposal })] : [])));
}

function proposalsOfForm({ id, fields }: FormBlock): string[] {
  return fields.flatMap(({ key, cell }) => (cell.kind === "open" && cell.proposal !== "" ? [proposalMark(slotKey({ table: id, row: "", column: key }), { kind: "text", value: cell.proposal })] : []));
}

function proposalsOfSignOff(block: Block): string[] {
  if (block.kind !== "sign-off") return [];
  return Object.entries(block.proposals ?? {}).map(([label, proposal]) => proposalMark(slotKey({ table: SIGN_OFF, row: "", column: label }), { kind: "text", value: proposal }));
}

function recordedTable({ id, columns, rows }: TableBlock): RecordedTable {
  const identity = columns.map(({ kind, isOpen, isIdentity }) => !isOpen && (isIdentity === true || kind === "name" || kind === "code"));
  const seen = new Map<string, number>();
  const marks = rows.map(({ key, cells }) => {
    const texts = cells.flatMap((cell, c) => (identity[c] === true ? [cell.kind === "text" || cell.kind === "link" ? cell.text : ""] : []));
    return nextIdentity(texts, seen) + keyMark(key);
  });
  return {
    id, rows: marks.join(""),
    columns: columns.map(({ key, header, isOpen }, c) => ({ key, header: header.at(-1) ?? "", headerLine: Math.max(0, header.length - 1), isOpen, isIdentity: identity[c] === true })),
    free: masksOf(rows.map(({ cells }) => columns.map((_, c) => isFree(cells[c] ?? { kind: "blank" }))), columns.length),
  };
}

/** Four to a hexadecimal digit; once for all lines where they are the same in each. */
function masksOf(lines: readonly (readonly boolean[])[], width: number): string {
  const masks = lines.map((flags) => {
    const digits = Array.from({ length: Math.ceil(width / 4) }, (_, d) => [0, 1, 2, 3].reduce((sum, bit) => sum + (flags[d * 4 + bit] === true ? 1 << bit : 0), 0));
    return digits.map((digit) => digit.toString(16)).join("");
  });
  return new Set(masks).size === 1 ? (masks[0] ?? "") : masks.join("");
}

/** Whether a cell is free, by line and column. */
export function masksIn(masks: string, width: number): (line: number, column: number) => boolean {
  const length = Math.ceil(width / 4);
  const isOne = masks.length === length;
  return (line, column) => ((Number.parseInt(masks.charAt((isOne ? 0 : line * length) + (column >> 2)), 16) >> (column & 3)) & 1) === 1;
}

export function nextIdentity(texts: readonly string[], seen: Map<string, number>): string {
  const key = texts.join("\u0000");
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return identityMark(texts, before);
}

function recordedForms(forms: readonly FormBlock[], signed: readonly string[]): RecordedForms {
  const freeOf = forms.map((form) => new Map(form.fields.flatMap(({ label, key, cell }) => (isFree(cell) ? [[label, key] as const] : []))));
  const fields = new Map([...freeOf.flatMap((free) => [...free]), ...signed.map((label) => [label, label] as const)]);
  const [first] = signed;
  if (first !== undefined) freeOf.push(new Map(signed.map((label) => [label, label])));
  const titled = [...forms.map(({ title, id }) => [title, id] as const), ...(first === undefined ? [] : [[first, SIGN_OFF] as const])];
  return {
    titles: titled.map(([title, id]) => keyMark(title) + keyMark(id)).join(""), fields: [...fields].map(([label, key]) => ({ label, key })),
    free: masksOf(freeOf.map((free) => [...fields.keys()].map((label) => free.has(label))), fields.size),
    labels: [...new Set([...forms.flatMap((form) => form.fields.map(({ label }) => label)), ...signed])],
  };
}

export function sheetsToJson(sheets: readonly RecordedSheet[]): Json {
  return sheets.length === 0 ? null : (sheets as unknown as Json);
}

/** Those that are whole; what is not is no record of ours. A chart that is not is left out alone: it is needed for undo only. */
export function sheetsFromJson(json: Json): RecordedSheet[] {
  return Array.isArray(json) ? (json as readonly unknown[]).filter(isRecordedSheet).map((sheet) => ({ ...sheet, charts: sheet.charts.filter(isChart) })) : [];
}

function isRecordedSheet(data: unknown): data is RecordedSheet {
  if (!isRecord(data)) return false;
  const { key, counts, tables, forms, charts, outline } = data;
  return SHEET_KEYS.some((known) => known === key) && hasTexts(data, "name", "wanted", "ours", "proposals") && typeof outline === "string" && /^[0-8]*$/u.test(outline)
    && areAll(counts, isCount) && Array.isArray(charts) && areAll(tables, isTable) && isRecord(forms) && hasTexts(forms, "titles")
    && areAll(forms["fields"], (field) => isRecord(field) && hasTexts(field, "label", "key")) && areAll(forms["labels"], (label) => typeof label === "string");
}

function isTable(data: unknown): boolean {
  return isRecord(data) && hasTexts(data, "id", "rows")
    && areAll(data["columns"], (column) => isRecord(column) && hasTexts(column, "key", "header") && typeof column["isOpen"] === "boolean" && typeof column["isIdentity"] === "boolean");
}

function isChart(data: unknown): data is LayoutChart {
  if (!isRecord(data)) return false;
  const { shape, area, categories, series, mark } = data;
  return hasTexts(data, "name", "title", "numberFormat") && (shape === "bar" || shape === "column") && isRange(area) && isSheetPlace(categories)
    && areAll(series, (one) => isRecord(one) && hasTexts(one, "name", "color") && isSheetPlace(one["values"]))
    && (mark === null || (isRecord(mark) && typeof mark["value"] === "number" && [mark["from"], mark["to"]].every((end) => end === undefined || typeof end === "number") && hasTexts(mark, "name")));
}

function isSheetPlace(data: unknown): boolean {
  return isRecord(data) && hasTexts(data, "sheetName") && isRange(data["range"]);
}

function isRange(data: unknown): boolean {
  if (!isRecord(data)) return false;
  const { top, left, bottom, right } = data;
  return isCount(top) && isCount(left) && isCount(bottom) && isCount(right) && top <= bottom && left <= right && bottom <= LAST_ROW && right <= LAST_COLUMN;
}

function isCount(data: unknown): data is number {
  return typeof data === "number" && Number.isSafeInteger(data) && data >= 0;
}

function hasTexts(data: Readonly<Record<string, unknown>>, ...keys: readonly string[]): boolean {
  return keys.every((key) => typeof data[key] === "string");
}

function areAll(data: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(data) && data.every(is);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

export function* marksIn(marks: string): Generator<string> {
  for (let at = 0; at < marks.length; at += MARK_LENGTH) yield marks.slice(at, at + MARK_LENGTH);
}
