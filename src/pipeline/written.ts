/** The columns that we wrote earlier, found again wherever rows, columns and sheets have moved since. */

import { contentPart, EMPTY_LEDGER, linePart, readLedger, rowsOf, storedProblem, type Ledger, type RecordedRows, type WrittenColumn } from "../workbook/ledger";
import type { Problem } from "../workbook/problem";
import type { CellValue, SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { contentAt, keyOf } from "./cells";
import { madeSheetIds, ownSheetIds } from "./layout/own";
import type { Record } from "./ownership";

/** A column with our header, or one that we filled, and the rows from that header to the last cell that is ours. */
export interface FoundColumn {
  readonly written: WrittenColumn;
  readonly sheetId: string;
  readonly column: number;
  readonly headerRow: number;
  /** Of the last cell that belongs to the column, whether ours or changed since; the header's own row if there is none. */
  readonly lastRow: number;
  /** Rows in which the cell holds something else than we wrote. */
  readonly changedRows: ReadonlySet<number>;
  /** What we wrote below which header; several where tables grew together. Which cells are ours still: ownership.ts. */
  readonly records: readonly Record[];
}

/** What the ledger has on a sheet, by its id, or by its name if no sheet has that id. */
export function writtenOn(sheet: SheetSnapshot, { written }: Ledger, sheets: Snapshot["sheets"]): readonly WrittenColumn[] {
  const ids = new Set(sheets.map(({ id }) => id));
  return written.filter(({ sheetId, sheetName }) => sheetId === sheet.id || (!ids.has(sheetId) && sheetName === sheet.name));
}

export interface EarlierWriting {
  readonly ledger: Ledger;
  /** Those of the ledger's columns that are still there. */
  readonly found: readonly FoundColumn[];
  /** Ids of whole sheets that we made, and write again. */
  readonly ownSheets: ReadonlySet<string>;
  /** Ids of these and of sheets that look like ours: of another workbook, copied, or without a record of them. */
  readonly madeSheets: ReadonlySet<string>;
  /** A record that cannot be read counts as empty: then nothing that stands in the workbook is taken for ours. Of several records all counts. */
  readonly problem: Problem | null;
}

/**
 * Each column that we wrote is the one on its sheet, under its header, that still holds most of it. On a sheet
 * we never wrote to (a copy of one we did) a column counts as ours if most of what stands under the header is, and with it
 * those that stand beside it as they did on the sheet it was copied from.
 */
export function findWritten(snapshot: Snapshot): EarlierWriting {
  const read = readLedger(snapshot.stored);
  const ledger = read.ok ? read.value : EMPTY_LEDGER;
  const own = ownSheetIds(ledger, snapshot.sheets);
  const made = madeSheetIds(own, snapshot.sheets);
  const found = ledger.written.length === 0 ? [] : snapshot.sheets.filter(({ id }) => !made.has(id)).flatMap((sheet) => {
    const here = writtenOn(sheet, ledger, snapshot.sheets);
    return findOn(sheet, here.length > 0 ? here : ledger.written, here.length === 0);
  });
  return { ledger, found, ownSheets: own, madeSheets: made, problem: storedProblem(snapshot.stored) };
}

/**
 * The workbook as if we had never written to it, for recognition. Otherwise a second run would read what the first
 * one wrote as part of the tables, and see others. A column that we headed is blank as a whole, of another's
 * column the cells that we filled; a sheet that we made is as blank as a new one.
 */
export function withoutWritten(snapshot: Snapshot, { found, madeSheets }: Pick<EarlierWriting, "found" | "madeSheets">): Snapshot {
  if (found.length === 0 && madeSheets.size === 0) return snapshot;
  return { ...snapshot, sheets: snapshot.sheets.map((sheet) => (madeSheets.has(sheet.id) ? { ...sheet, ...NOTHING } : blanked(sheet, found.filter(({ sheetId }) => sheetId === sheet.id)))) };
}

const NOTHING: Omit<SheetSnapshot, "id" | "name" | "visible" | "protected"> = { top: 0, left: 0, values: [], formulas: [], numberFormats: [], merges: [], tables: [], hiddenColumns: [] };

function blanked(sheet: SheetSnapshot, found: readonly FoundColumn[]): SheetSnapshot {
  const columnsByRow = new Map<number, number[]>();
  for (const { written, column, headerRow, lastRow, changedRows } of found) {
    for (let row = headerRow; row <= lastRow; row++) {
      if (!written.ownHeader && (row === headerRow || changedRows.has(row))) continue;
      const columns = columnsByRow.get(row);
      if (columns === undefined) columnsByRow.set(row, [column]);
      else columns.push(column);
    }
  }
  const without = (grid: SheetSnapshot["values"]): SheetSnapshot["values"] => grid.map((cells, i) => {
    const columns = columnsByRow.get(sheet.top + i);
    return columns === undefined ? cells : cells.map((cell, j) => (columns.includes(sheet.left + j) ? "" : cell));
  });
  return columnsByRow.size === 0 ? sheet : { ...sheet, values: without(sheet.values), formulas: without(sheet.formulas) };
}

function findOn(sheet: SheetSnapshot, written: readonly WrittenColumn[], isCopy: boolean): FoundColumn[] {
  const cells = headerCells(sheet, new Set(written.map(({ header }) => header)));
  const matches = written.flatMap((column) => {
    const record = recordOf(column);
    return (cells.get(column.header) ?? []).flatMap((cell): Match[] => {
      const isInPlace = !isCopy && cell.row === column.headerRow && cell.column === column.column;
      const held = heldUnder(sheet, cell, record, isInPlace);
      return [{ column, cell, held, record, isOurs: isOurs(column, record, held, cell, isCopy, isInPlace), score: likenessOf(held, record) + (isInPlace ? IN_PLACE : 0) }];
    });
  });
  const sure = matches.filter((match) => match.isOurs);
  // What stands beside a copied column as it did beside the one it was copied from is a copy, too, whatever was typed into it since.
  const copied = isCopy ? matches.filter((match) => !match.isOurs && match.column.ownHeader && sure.some((other) => isCopiedWith(match, other))) : [];
  return eachOnce([...sure, ...copied].sort((a, b) => b.score - a.score)).map(({ column, cell, held, record }) => (
    { written: column, sheetId: sheet.id, column: cell.column, headerRow: cell.row, lastRow: lastRowOf(sheet, record, cell, held), changedRows: new Set(held.otherRows), records: [{ headerRow: cell.row, rows: record.rows }] }
  ));
}

function isCopiedWith({ column, cell }: Match, other: Match): boolean {
  return column.sheetId === other.column.sheetId && column.sheetName === other.column.sheetName && other.column.ownHeader
    && cell.row - column.headerRow === other.cell.row - other.column.headerRow && cell.column - column.column === other.cell.column - other.column.column;
}

/** No column of the record twice, and no cell. */
function eachOnce(matches: readonly Match[]): Match[] {
  const taken = new Set<WrittenColumn | HeaderCell>();
  return matches.filter(({ column, cell }) => {
    if (taken.has(column) || taken.has(cell)) return false;
    taken.add(column).add(cell);
    return true;
  });
}

/** What a column's record says, for looking things up in it. */
interface ColumnRecord {
  readonly rows: RecordedRows;
  /** Each line with what we wrote for it. */
  readonly pairs: ReadonlySet<string>;
  /** How many cells hold anything. */
  readonly filled: number;
}

function recordOf(column: WrittenColumn): ColumnRecord {
  const rows = rowsOf(column);
  const pairs = rows.contents.flatMap((content, i) => (content === "" ? [] : [(rows.lines[i] ?? "") + content]));
  return { rows, pairs: new Set(pairs), filled: pairs.length };
}

interface Match {
  readonly column: WrittenColumn;
  readonly cell: HeaderCell;
  readonly held: Held;
  readonly record: ColumnRecord;
  readonly isOurs: boolean;
  /** The best go first. */
  readonly score: number;
}

/** Standing where it stood counts half as much as holding all that we wrote: tables may hold the same, and may change places. */
const IN_PLACE = 0.5;

/** Our own header where we put it is ours whatever stands below it now: what people put there is theirs, and is said. */
function isOurs({ ownHeader }: WrittenColumn, { rows, filled }: ColumnRecord, { withLines, inPlace, otherRows, blanks }: Held, { row, end }: HeaderCell, isCopy: boolean, isInPlace: boolean): boolean {
  const count = withLines + inPlace;
  if (isCopy) return count > otherRows.length;
  if (count > 0 || (ownHeader && isInPlace)) return true;
  // Our header alone tells a column in which we wrote nothing, or which was emptied; somebody else's only where it was.
  return (ownHeader || isInPlace) && (filled === 0 || blanks >= Math.min(rows.lines.length, end - row));
}

/**
 * Cells that were changed belong to the column too: all as far as it reached if the last line is where it was, else
 * those that follow on the last cell that is ours. (Reaching on might cover another table that moved up.)
 */
function lastRowOf(sheet: SheetSnapshot, { rows: { lines } }: ColumnRecord, { row, column, end }: HeaderCell, { lastRow }: Held): number {
  const reached = row + lines.length;
  const lastLine = lines.at(-1) ?? "";
  if (reached <= end && lastLine !== "" && keyPlaces(sheet, column).some((place) => linePart(keyAt(sheet, reached, place)) === lastLine)) return Math.max(lastRow, reached);
  let last = lastRow;
  while (last < Math.min(end, reached) && contentAt(sheet, last + 1, column).kind !== "blank") last++;
  return last;
}

/** What stayed beside its line tells more than what stayed where it was: words for a status are few. */
const STAYED = 0.25;

/** Of what we wrote and what stands there the part that both have: 1 where all stands beside its lines. */
function likenessOf({ withLines, inPlace, otherRows }: Held, { filled }: ColumnRecord): number {
  const all = withLines + inPlace + otherRows.length + filled - Math.min(withLines + inPlace, filled);
  return all === 0 ? 0 : (Math.min(withLines, filled) + STAYED * inPlace) / all;
}

interface HeaderCell {
  readonly row: number;
  readonly column: number;
  /** The row before the next such header in the column, or the sheet's last. */
  readonly end: number;
}

/** The cells with these texts, in reading order. */
function headerCells(sheet: SheetSnapshot, headers: ReadonlySet<CellValue>): ReadonlyMap<CellValue, readonly HeaderCell[]> {
  const cells = new Map<CellValue, HeaderCell[]>();
  const ends = new Map<number, number>();
  for (let i = sheet.formulas.length - 1; i >= 0; i--) {
    const row = sheet.formulas[i] ?? [];
    for (let j = row.length - 1; j >= 0; j--) {
      const text = row[j] ?? "";
      if (text === "" || !headers.has(text)) continue;
      const column = sheet.left + j;
      const cell = { row: sheet.top + i, column, end: ends.get(column) ?? sheet.top + sheet.formulas.length - 1 };
      cells.set(text, [cell, ...(cells.get(text) ?? [])]);
      ends.set(column, cell.row - 1);
    }
  }
  return cells;
}

interface Held {
  /** How many cells stand as we wrote them beside their lines, and how many more in their place below the header. */
  readonly withLines: number;
  readonly inPlace: number;
  /** The rows of those that hold something else. */
  readonly otherRows: readonly number[];
  /** How many blank cells follow directly on the header. */
  readonly blanks: number;
  /** Of the last cell that is as we wrote it. */
  readonly lastRow: number;
}

/** After so many cells of which none is ours, a column with our header is somebody else's. */
const MOST_OTHERS = 100;

/**
 * Which rows the cells belong to is not known before recognition, so whatever stands beside a cell is tried
 * as its row's code or name, first what fitted before. Words are few, so that a word in its place tells
 * something only where the whole column is in its place.
 */
function heldUnder(sheet: SheetSnapshot, { row: header, column, end }: HeaderCell, { rows, pairs }: ColumnRecord, isInPlace: boolean): Held {
  const places = keyPlaces(sheet, column);
  const fitting: KeyPlace[] = [];
  const otherRows: number[] = [];
  let [withLines, inPlace, blanks, lastRow] = [0, 0, 0, header];
  for (let row = header + 1; row <= end && (withLines + inPlace > 0 || otherRows.length < MOST_OTHERS); row++) {
    const content = contentAt(sheet, row, column);
    if (content.kind === "blank") {
      if (withLines + inPlace + otherRows.length === 0) blanks++;
      continue;
    }
    const part = contentPart(content);
    const fits = (place: KeyPlace): boolean => pairs.has(linePart(keyAt(sheet, row, place)) + part);
    const place = fitting.find(fits) ?? (otherRows.length < MOST_OTHERS ? places.find(fits) : undefined);
    if (place !== undefined) {
      withLines++;
      if (!fitting.includes(place)) fitting.push(place);
    } else if ((isInPlace || content.kind === "number") && rows.contents[row - header - 1] === part) inPlace++;
    else {
      otherRows.push(row);
      continue;
    }
    lastRow = row;
  }
  return { withLines, inPlace, otherRows, blanks, lastRow };
}

/** The `linePart` of whatever stands beside a column's cells and tells most of its recorded lines, row by row. */
export function linesBeside(sheet: SheetSnapshot, { column, headerRow, lastRow, records }: FoundColumn): (row: number) => string {
  const known = new Set(records.flatMap(({ rows }) => rows.lines).filter((line) => line !== ""));
  const rows = Array.from({ length: Math.max(0, lastRow - headerRow) }, (_, i) => headerRow + 1 + i);
  let [best, most] = [new Map<number, string>(), 0];
  for (const place of keyPlaces(sheet, column)) {
    const lines = new Map(rows.map((row) => [row, linePart(keyAt(sheet, row, place))]));
    const count = rows.filter((row) => known.has(lines.get(row) ?? "")).length;
    if (count > most) [best, most] = [lines, count];
  }
  return (row) => best.get(row) ?? "";
}

/** Where a row's key may stand. */
interface KeyPlace {
  readonly column: number;
  readonly kind: "code" | "name";
}

function keyPlaces(sheet: SheetSnapshot, column: number): KeyPlace[] {
  const columns = (sheet.values[0] ?? []).map((_, j) => sheet.left + j).filter((other) => other !== column);
  return columns.flatMap((other): KeyPlace[] => [{ column: other, kind: "code" }, { column: other, kind: "name" }]);
}

function keyAt(sheet: SheetSnapshot, row: number, { column, kind }: KeyPlace): string {
  const text = String(sheet.values[row - sheet.top]?.[column - sheet.left] ?? "").trim();
  return keyOf(kind === "code" ? { code: text, name: "" } : { code: "", name: text });
}
