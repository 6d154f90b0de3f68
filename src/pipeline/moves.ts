/** Where each row of a column that we wrote stands now. */

import type { BudgetTable } from "../domain/table";
import { contentPart, linePart, rowsOf, type RecordedRows, type WrittenColumn } from "../workbook/ledger";
import type { SheetSnapshot } from "../workbook/snapshot";
import { columnsOfTables } from "./belonging";
import { contentAt, keyOf } from "./cells";
import { alignment } from "./ownership";
import { linesBeside, type FoundColumn } from "./written";

/** One column of one table. */
export interface Move {
  /** `to` is null where it is gone. */
  readonly column: { readonly from: number; readonly to: number | null };
  readonly headerRow: { readonly from: number; readonly to: number };
  /** By row below the header as it was: the row as it is, null where it is gone. */
  readonly rows: readonly (number | null)[];
}

export function isStill({ column, headerRow, rows }: Move): boolean {
  return column.from === column.to && headerRow.from === headerRow.to && rows.every((row, i) => row === headerRow.to + 1 + i);
}

/** Of the columns that are found on a sheet, and of those whose headers are not there any more. */
export function movesOn(sheet: SheetSnapshot, tables: readonly BudgetTable[], found: readonly FoundColumn[], headless: readonly WrittenColumn[]): Move[] {
  const own = columnsOfTables(tables, found, [...tables, ...sheet.tables].map(({ range }) => range));
  const inTables = tables.flatMap((table) => {
    const { rate = [], status: [status] = [] } = own.get(table) ?? {};
    const lines = new Map(table.rows.map((row) => [row.row, linePart(keyOf(row))]));
    return besideOneAnother(sheet, rate, status === undefined ? [] : [status], { bottom: table.range.bottom, lineOf: () => (row) => lines.get(row) ?? "" });
  });
  const placed = new Set([...own.values()].flatMap(({ rate = [], status = [] }) => [...rate, ...status.slice(0, 1)]));
  // What people made of the table is none any more.
  const others = found.filter((column) => !placed.has(column));
  const apart = [...new Set(others.map(({ written: { headerRow } }) => headerRow))].flatMap((from) => {
    const [rates, statuses] = (["rate", "status"] as const).map((kind) => others.filter(({ written }) => written.headerRow === from && written.kind === kind)) as [FoundColumn[], FoundColumn[]];
    return besideOneAnother(sheet, rates, statuses, { bottom: 0, lineOf: (column) => linesBeside(sheet, column) });
  });
  return [...inTables, ...apart, ...headlessMoves(sheet, headless, found)];
}

interface Below {
  /** The last row that may belong to the columns, if they reach no further. */
  readonly bottom: number;
  /** The `linePart` of the line in each row, as seen from a column. */
  readonly lineOf: (column: FoundColumn) => (row: number) => string;
}

/**
 * Columns that were written together stay together, row by row: in their places, or with their lines, as one of them tells it
 * and most of what stands in all of them bears out. Rates, which tell rows apart, come first.
 */
function besideOneAnother(sheet: SheetSnapshot, rates: readonly FoundColumn[], statuses: readonly FoundColumn[], { bottom, lineOf }: Below): Move[] {
  const columns = [...rates, ...statuses].map((column) => readColumn(sheet, column, bottom, lineOf(column)));
  return columns.map((own) => {
    const together = columns.filter(({ recorded, headerRow }) => recorded.lines.length === own.recorded.lines.length && headerRow === own.headerRow);
    const explained = (places: Places): number => together.reduce((sum, { present, recorded }) => sum + explains(present, recorded, places), 0);
    const candidates = together.flatMap(({ present, recorded }) => [placesOf(present, recorded), linesOf(present, recorded)]);
    const places = candidates.reduce((best, other) => (explained(other) > explained(best) ? other : best), candidates[0] ?? []);
    return moveOf(own.found, places.map((place) => (place === null ? null : own.headerRow + 1 + place)));
  });
}

function moveOf({ column, headerRow, written }: FoundColumn, rows: Move["rows"]): Move {
  return { column: { from: written.column, to: column }, headerRow: { from: written.headerRow, to: headerRow }, rows };
}

/** What stands below a header, and what was written there, row by row. */
interface ReadColumn {
  readonly found: FoundColumn;
  readonly headerRow: number;
  readonly present: RecordedRows;
  readonly recorded: RecordedRows;
}

function readColumn(sheet: SheetSnapshot, found: FoundColumn, bottom: number, lineAt: (row: number) => string): ReadColumn {
  const { column, headerRow, lastRow, records: [record] } = found;
  const rows = Array.from({ length: Math.max(0, Math.max(bottom, lastRow) - headerRow) }, (_, i) => headerRow + 1 + i);
  const present = { lines: rows.map(lineAt), contents: rows.map((row) => contentPart(contentAt(sheet, row, column))) };
  return { found, headerRow, present, recorded: record?.rows ?? { lines: [], contents: [] } };
}

/** A content that we wrote more often tells no place. */
const MOST_ALIKE = 16;

/**
 * Where headers were deleted or typed over, the cells below are looked for by what they hold: first where the column was, then
 * in other columns, but not below headers that were found. They are where most of them stand as they stood, else the column is gone.
 */
function headlessMoves(sheet: SheetSnapshot, columns: readonly WrittenColumn[], found: readonly FoundColumn[]): Move[] {
  const taken = found.map(({ column, headerRow, lastRow }) => ({ column, top: headerRow, bottom: lastRow }));
  const moves: Move[] = [];
  for (const written of [...columns].sort((a, b) => a.kind.localeCompare(b.kind))) {
    const rows = rowsOf(written);
    const beside = moves.find(({ column, headerRow }) => column.to !== null && headerRow.from === written.headerRow);
    const right = beside === undefined ? 0 : (beside.column.to ?? 0) - beside.column.from;
    const place = placeOf(sheet, written, rows, { column: written.column + right, taken }) ?? otherPlace(sheet, written, rows, taken);
    if (place !== null) taken.push({ column: place.column, top: written.headerRow + place.shift, bottom: written.headerRow + place.shift + rows.lines.length });
    moves.push(place === null ? goneMove(written) : headlessMove(sheet, written, place));
  }
  return moves;
}

function goneMove({ column, headerRow, marks }: WrittenColumn): Move {
  return { column: { from: column, to: null }, headerRow: { from: headerRow, to: headerRow }, rows: rowsOf({ marks }).lines.map(() => null) };
}

function headlessMove(sheet: SheetSnapshot, written: WrittenColumn, { column, shift }: Place): Move {
  const headerRow = written.headerRow + shift;
  const found: FoundColumn = { written, sheetId: sheet.id, column, headerRow, lastRow: sheet.top + sheet.values.length - 1, changedRows: new Set(), records: [{ headerRow, rows: rowsOf(written) }] };
  return besideOneAnother(sheet, [found], [], { bottom: 0, lineOf: () => linesBeside(sheet, found) })[0] ?? goneMove(written);
}

interface Place {
  readonly column: number;
  /** By how many rows most of the cells are off from where they were. */
  readonly shift: number;
  readonly votes: number;
}

/** Rows of a column that belong to something else. */
interface Taken {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

function otherPlace(sheet: SheetSnapshot, written: WrittenColumn, rows: RecordedRows, taken: readonly Taken[]): Place | null {
  const filled = rows.contents.filter((content) => content !== "").length;
  const columns = (sheet.values[0] ?? []).map((_, j) => sheet.left + j);
  const places = columns.flatMap((column) => placeOf(sheet, written, rows, { column, taken }) ?? []).filter(({ votes }) => 2 * votes > filled);
  return places.sort((a, b) => b.votes - a.votes || Math.abs(a.column - written.column) - Math.abs(b.column - written.column))[0] ?? null;
}

/** null where hardly any of the cells is in the column. */
function placeOf(sheet: SheetSnapshot, { headerRow }: WrittenColumn, { contents }: RecordedRows, { column, taken }: { readonly column: number; readonly taken: readonly Taken[] }): Place | null {
  const others = taken.filter((other) => other.column === column);
  const places = new Map<string, number[]>();
  contents.forEach((content, i) => {
    const known = places.get(content) ?? [];
    if (content !== "" && known.length <= MOST_ALIKE) places.set(content, [...known, headerRow + 1 + i]);
  });
  const votes = new Map<number, number>();
  for (let row = sheet.top; row < sheet.top + sheet.values.length; row++) {
    if (others.some(({ top, bottom }) => row >= top && row <= bottom)) continue;
    const known = places.get(contentPart(contentAt(sheet, row, column))) ?? [];
    if (known.length <= MOST_ALIKE) for (const place of known) votes.set(row - place, (votes.get(row - place) ?? 0) + 1);
  }
  const [best] = [...votes].sort(([a, ofA], [b, ofB]) => ofB - ofA || Math.abs(a) - Math.abs(b));
  return best === undefined ? null : { column, shift: best[0], votes: best[1] };
}

type Places = readonly (number | null)[];

function placesOf(present: RecordedRows, recorded: RecordedRows): Places {
  const recordedAt = alignment(present, recorded);
  const places: (number | null)[] = recorded.lines.map(() => null);
  present.lines.forEach((_, i) => {
    const at = recordedAt(i);
    if (at !== null && at < places.length) places[at] = i;
  });
  return places;
}

/** Lines of one name in their order; rows that are no lines between their neighbours. */
function linesOf(present: RecordedRows, recorded: RecordedRows): Places {
  const left = new Map<string, number[]>();
  present.lines.forEach((line, i) => {
    const known = left.get(line);
    if (known === undefined) left.set(line, [i]);
    else known.push(i);
  });
  const found = recorded.lines.map((line) => (line === "" ? null : (left.get(line)?.shift() ?? null)));
  const taken = new Set(found);
  return found.map((place, at) => {
    if (place !== null) return place;
    const next = (found[at - 1] ?? -2) + 1;
    return next > 0 && !taken.has(next) && recorded.contents[at] === present.contents[next] ? next : null;
  });
}

function explains(present: RecordedRows, recorded: RecordedRows, places: Places): number {
  return places.filter((place, at) => place !== null && recorded.contents[at] !== "" && recorded.contents[at] === present.contents[place]).length;
}
