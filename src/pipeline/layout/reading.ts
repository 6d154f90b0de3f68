/** Reading what people wrote on a sheet of ours: in slots, beside lines, and wherever else. */

import { columnName, type CellPosition } from "../../workbook/address";
import type { Content } from "../../workbook/edits";
import { keyMark } from "../../workbook/ledger";
import { contentsOfSheet, type SheetContents } from "../../workbook/sheet-layout";
import type { SheetSnapshot } from "../../workbook/snapshot";
import { markedBesideSlot, markedSlot, type Entry } from "./entries";
import { isKeptTable } from "./kept";
import { marksIn, nextIdentity, ourMark, proposalMark, type RecordedSheet, type RecordedTable } from "./record";

export interface ReadSheet {
  /** By slot. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** What belongs to no slot, in reading order. */
  readonly loose: readonly Entry[];
  /** Of what we wrote, the part that is still there: 0 to 1. */
  readonly kept: number;
}

export function readOwnSheet(sheet: SheetSnapshot, record: RecordedSheet): ReadSheet {
  const page = openPage(sheet, record);
  let from = 0;
  for (const table of record.tables) from = readTable(page, table, from);
  readForms(page, record);
  return readRest(page, record);
}

interface Page {
  readonly sheet: SheetSnapshot;
  readonly contents: SheetContents;
  readonly proposals: ReadonlySet<string>;
  readonly entries: Map<string, Entry>;
  /** Cells that are accounted for. */
  readonly taken: Set<string>;
}

function openPage(sheet: SheetSnapshot, record: RecordedSheet): Page {
  return { sheet, contents: contentsOfSheet(sheet), proposals: new Set(marksIn(record.proposals)), entries: new Map(), taken: new Set() };
}

function contentAt({ contents }: Page, row: number, column: number): Content {
  return contents[row]?.[column] ?? { kind: "blank" };
}

function textAt(page: Page, row: number, column: number): string {
  const content = contentAt(page, row, column);
  return content.kind === "blank" ? "" : String(content.value);
}

/** A cell for people: theirs unless blank or what we proposed. */
function take(page: Page, slot: string, at: CellPosition, label: string): void {
  const content = contentAt(page, at.row, at.column);
  page.taken.add(cellKey(at));
  if (content.kind === "blank" || page.proposals.has(proposalMark(slot, content)) || page.entries.has(slot)) {
    if (page.entries.has(slot) && content.kind !== "blank") page.taken.delete(cellKey(at));
    return;
  }
  page.entries.set(slot, entryAt(page, content, at, label));
}

function entryAt({ sheet }: Page, content: Content, at: CellPosition, label: string): Entry {
  return { content, numberFormat: sheet.numberFormats[at.row - sheet.top]?.[at.column - sheet.left] ?? "General", from: at, label };
}

function cellKey({ row, column }: CellPosition): string {
  return `${row},${column}`;
}

/** Reads the lines below the table's header, if it is found from a row on; the answer is where to look for the next. */
function readTable(page: Page, table: RecordedTable, from: number): number {
  const header = findHeader(page, table, from);
  if (header === null) return from;
  const columns = columnsOf(page, table, header);
  const keys = keysOf(table);
  const last = columns.reduce<number>((most, column) => Math.max(most, column ?? -1), -1);
  const seen = new Map<string, number>();
  const tableMark = keyMark(table.id);
  takeBeside(page, tableMark, "", { row: header, column: last }, headerText(table));
  let row = header + 1;
  for (let found = 0; row < page.contents.length && found < keys.size; row++) {
    const texts = table.columns.flatMap(({ isIdentity }, c) => (isIdentity ? [textOrBlank(page, row, columns[c] ?? null)] : []));
    if (texts.every((text) => text === "")) continue;
    const key = keys.get(nextIdentity(texts, seen));
    if (key === undefined) continue;
    found++;
    const name = texts.filter((text) => text !== "").join(" ");
    table.columns.forEach(({ key: column, header: heading, isOpen }, c) => {
      const at = columns[c] ?? null;
      if (isOpen && at !== null) take(page, markedSlot(tableMark, key, column), { row, column: at }, isKeptTable(table.id) ? name : `${name} · ${heading}`);
    });
    takeBeside(page, tableMark, key, { row, column: last }, name);
  }
  return row;
}

function headerText({ columns }: RecordedTable): string {
  return columns.map(({ header }) => header).find((header) => header !== "") ?? "";
}

function textOrBlank(page: Page, row: number, column: number | null): string {
  return column === null ? "" : textAt(page, row, column);
}

function keysOf({ rows }: RecordedTable): Map<string, string> {
  const marks = [...marksIn(rows)];
  return new Map(marks.flatMap((identity, i) => (i % 2 === 0 ? [[identity, marks[i + 1] ?? ""] as const] : [])));
}

/** The first row from there on that holds all headings, else the one that holds most, and at least half. */
function findHeader(page: Page, { columns }: RecordedTable, from: number): number | null {
  const wanted = new Set(columns.map(({ header }) => header).filter((header) => header !== ""));
  let [best, most] = [-1, Math.max(1, Math.ceil(wanted.size / 2)) - 1];
  for (let row = from; row < page.contents.length; row++) {
    const texts = new Set((page.contents[row] ?? []).map((content) => (content.kind === "text" ? content.value : "")));
    const found = [...wanted].filter((header) => texts.has(header)).length;
    if (found > most) [best, most] = [row, found];
    if (found === wanted.size) break;
  }
  return best < 0 ? null : best;
}

/** Where each column stands now: under its heading, else between its neighbours; null where it is gone. */
function columnsOf(page: Page, { columns }: RecordedTable, header: number): (number | null)[] {
  const places: (number | null)[] = [];
  let next = 0;
  const cells = page.contents[header] ?? [];
  for (const { header: heading } of columns) {
    const at = heading === "" ? -1 : cells.findIndex((content, c) => c >= next && content.kind === "text" && content.value === heading);
    places.push(at < 0 ? null : at);
    if (at >= 0) next = at + 1;
  }
  return places.map((place, c) => {
    if (place !== null) return place;
    const before = c === 0 ? -1 : (places[c - 1] ?? null);
    const after = places[c + 1] ?? null;
    // A last column whose heading was changed stands behind the one before it.
    const isBetween = before !== null && (c === columns.length - 1 || after === before + 2);
    return isBetween ? before + 1 : null;
  });
}

function takeBeside(page: Page, tableMark: string, rowMark: string, { row, column: last }: CellPosition, label: string): void {
  const width = page.contents[row]?.length ?? 0;
  for (let column = last + 1; column < width; column++) take(page, markedBesideSlot(tableMark, rowMark, column - last), { row, column }, label);
}

/** What is filled in stands beside its label, also where a column was inserted between. */
function readForms(page: Page, { forms }: RecordedSheet): void {
  const marks = [...marksIn(forms.titles)];
  const ids = new Map(marks.flatMap((title, i) => (i % 2 === 0 ? [[title, marks[i + 1] ?? ""] as const] : [])));
  if (ids.size === 0) return;
  const fields = new Map(forms.fields.map(({ label, key }) => [label, key]));
  const labels = new Set(forms.labels);
  let form: { readonly id: string; readonly title: string } | null = null;
  page.contents.forEach((cells, row) => cells.forEach((content, column) => {
    if (content.kind !== "text") return;
    const id = ids.get(keyMark(content.value));
    if (id !== undefined) form = { id, title: content.value };
    const key = form === null ? undefined : fields.get(content.value);
    if (form === null || key === undefined || page.taken.has(cellKey({ row, column }))) return;
    const beside = cells.findIndex((cell, at) => at > column && cell.kind !== "blank");
    const isTheirs = beside >= 0 && !labels.has(textAt(page, row, beside));
    take(page, formSlot(form.id, key), { row, column: isTheirs ? beside : column + 1 }, `${form.title} · ${content.value}`);
  }));
}

/** Forms are known by a mark of their id. */
function formSlot(idMark: string, field: string): string {
  return markedSlot(idMark, keyMark(""), field);
}

/** What is left is ours as often as we wrote it, and theirs beyond. */
function readRest({ contents, entries, taken, ...page }: Page, record: RecordedSheet): ReadSheet {
  const counts = new Map([...marksIn(record.ours)].map((one, i) => [one, record.counts[i] ?? 1]));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const loose: Entry[] = [];
  let found = 0;
  contents.forEach((cells, row) => cells.forEach((content, column) => {
    if (content.kind === "blank" || taken.has(cellKey({ row, column }))) return;
    const one = ourMark(content);
    const count = counts.get(one) ?? 0;
    if (count > 0) {
      counts.set(one, count - 1);
      found++;
    } else loose.push(entryAt({ contents, entries, taken, ...page }, content, { row, column }, `${columnName(column)}${row + 1}`));
  }));
  return { entries, loose, kept: total > 0 ? found / total : loose.length === 0 ? 1 : 0 };
}
