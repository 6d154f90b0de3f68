/**
 * Where what a run wrote stands now: people insert and delete rows and columns, and sort, before they take a run back.
 * What undoes it must follow its cells.
 */

import { recogniseTables } from "../domain/recognise/recognise";
import type { TableOverride } from "../domain/recognise/override";
import type { BudgetTable } from "../domain/table";
import type { CellRange } from "../workbook/address";
import { isCellEdit, type CellEdit, type Content, type Edit } from "../workbook/edits";
import { partOf } from "../workbook/inverse";
import { contentPart, linePart, rowsOf, type RecordedRows, type WrittenColumn } from "../workbook/ledger";
import { sameCell } from "../workbook/sheet-layout";
import type { SheetSnapshot, Snapshot } from "../workbook/snapshot";
import { columnsOfTables } from "./belonging";
import { contentAt, keyOf } from "./cells";
import { shiftFormula } from "./layout/shift-formula";
import { alignment } from "./ownership";
import { findWritten, withoutWritten, writtenOn, type FoundColumn } from "./written";

/**
 * The edits that undo a run, aimed at where its cells stand in the workbook as it is. What they would restore in rows or
 * columns that are gone is left out. By the record that the run left, else by the one that is stored now; where neither
 * tells of a cell, it is taken to be where it was.
 */
export function relocated(inverse: readonly Edit[], now: Snapshot, overrides: readonly TableOverride[]): readonly Edit[] {
  const left = inverse.find((edit) => edit.kind === "stored")?.expected ?? now.stored;
  const earlier = findWritten({ ...now, stored: left });
  if (earlier.found.length === 0) return inverse.map((edit) => withStanding(edit, now));
  const tables = recogniseTables(withoutWritten(now, earlier), overrides);
  const moves = new Map(now.sheets.flatMap((sheet) => {
    const found = earlier.found.filter(({ sheetId }) => sheetId === sheet.id);
    const here = movesOn(sheet, tables.filter(({ sheetId }) => sheetId === sheet.id), found);
    const gone = writtenOn(sheet, earlier.ledger, now.sheets).filter((column) => !found.some(({ written }) => written === column));
    return here.every(isStill) ? [] : [[sheet.id, [...here, ...gone.map(goneMove)]] as const];
  }));
  return inverse.flatMap((edit): readonly Edit[] => {
    const here = isCellEdit(edit) ? moves.get(edit.sheetId) : undefined;
    return (here === undefined || !isCellEdit(edit) ? [edit] : follow(edit, here)).map((one) => withStanding(one, now));
  });
}

/** Excel lets formulas follow the cells that they name: one that is the same but for those is the one that was written. */
function withStanding(edit: Edit, { sheets }: Snapshot): Edit {
  if (edit.kind !== "contents" || !edit.expected.some((row) => row.some(({ kind }) => kind === "formula"))) return edit;
  const sheet = sheets.find(({ id }) => id === edit.sheetId);
  if (sheet === undefined) return edit;
  const { top, left } = edit.range;
  const standing = (expected: Content, row: number, column: number): Content => {
    const now = contentAt(sheet, top + row, left + column);
    return sameCell(now, expected, "shape") ? now : expected;
  };
  return { ...edit, expected: edit.expected.map((cells, row) => cells.map((cell, column) => (cell.kind === "formula" ? standing(cell, row, column) : cell))) };
}

/** One column of one table. */
interface Move {
  /** `to` is null where it is gone. */
  readonly column: { readonly from: number; readonly to: number | null };
  readonly headerRow: { readonly from: number; readonly to: number };
  /** By row below the header as it was: the row as it is, null where it is gone. */
  readonly rows: readonly (number | null)[];
}

function isStill({ column, headerRow, rows }: Move): boolean {
  return column.from === column.to && headerRow.from === headerRow.to && rows.every((row, i) => row === headerRow.to + 1 + i);
}

function movesOn(sheet: SheetSnapshot, tables: readonly BudgetTable[], found: readonly FoundColumn[]): Move[] {
  const own = columnsOfTables(tables, found, [...tables, ...sheet.tables].map(({ range }) => range));
  return tables.flatMap((table) => {
    const { rate: [rate, ...named] = [], status: [status] = [] } = own.get(table) ?? {};
    const lines = new Map(table.rows.map((row) => [row.row, linePart(keyOf(row))]));
    // Rates tell rows apart; a status is one of few words, and its cells go with the rates beside them.
    const rates = rate === undefined ? null : rowsNow(sheet, rate, table, lines);
    const statuses = status === undefined ? null : rowsNow(sheet, status, table, lines);
    return [
      ...(rate === undefined || rates === null ? [] : [moveOf(rate, rates)]),
      ...named.flatMap((column) => {
        const rows = rowsNow(sheet, column, table, lines);
        return rows === null ? [] : [moveOf(column, rows)];
      }),
      ...(status === undefined || statuses === null ? [] : [moveOf(status, rates?.length === statuses.length ? rates : statuses)]),
    ];
  });
}

function moveOf({ column, headerRow, written }: FoundColumn, rows: Move["rows"]): Move {
  return { column: { from: written.column, to: column }, headerRow: { from: written.headerRow, to: headerRow }, rows };
}

function goneMove({ column, headerRow, marks }: WrittenColumn): Move {
  return { column: { from: column, to: null }, headerRow: { from: headerRow, to: headerRow }, rows: rowsOf({ marks }).lines.map(() => null) };
}

/** Row by row of the record: in its place, or with its line, whichever explains more of what stands in the column. */
function rowsNow(sheet: SheetSnapshot, { column, headerRow, lastRow, records: [record] }: FoundColumn, table: BudgetTable, lineAt: ReadonlyMap<number, string>): (number | null)[] {
  const recorded: RecordedRows = record?.rows ?? { lines: [], contents: [] };
  const rows = Array.from({ length: Math.max(0, Math.max(table.range.bottom, lastRow) - headerRow) }, (_, i) => headerRow + 1 + i);
  const present = { lines: rows.map((row) => lineAt.get(row) ?? ""), contents: rows.map((row) => contentPart(contentAt(sheet, row, column))) };
  const inPlace = placesOf(present, recorded);
  const withLines = linesOf(present, recorded);
  const places = explains(present, recorded, inPlace) >= explains(present, recorded, withLines) ? inPlace : withLines;
  return places.map((place) => (place === null ? null : headerRow + 1 + place));
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

/** A part of an edit's range that moves as one. */
interface Part {
  readonly range: CellRange;
  readonly down: number;
  readonly right: number;
}

function follow(edit: CellEdit, moves: readonly Move[]): CellEdit[] {
  const parts = partsOf(edit.range, moves);
  return parts.flatMap(({ range, down, right }): CellEdit[] => {
    const to = { top: range.top + down, bottom: range.bottom + down, left: range.left + right, right: range.right + right };
    if (edit.kind === "contents") {
      const part = partOf(edit, range);
      return [{ ...part, range: to, contents: part.contents.map((cells) => cells.map((cell) => (cell.kind === "formula" ? { ...cell, value: shiftFormula(cell.value, down, right) } : cell))) }];
    }
    if (edit.kind === "column-widths") return [{ ...edit, range: to, widths: edit.widths.slice(range.left - edit.range.left, range.right - edit.range.left + 1) }];
    // Their formulas name cells of where they stood.
    if (edit.kind === "colour-rules" && edit.rules.length > 0) return [];
    return [{ ...edit, range: to }];
  });
}

function partsOf(range: CellRange, moves: readonly Move[]): Part[] {
  const parts: Part[] = [];
  let before: Part[] = [];
  for (let column = range.left; column <= range.right; column++) {
    const here = columnParts(range, column, moves);
    const joins = column > range.left && here.length === before.length && here.every((part, i) => isBeside(before[i], part));
    if (joins) {
      before = before.map((part, i) => ({ ...part, range: { ...part.range, right: here[i]?.range.right ?? column } }));
      parts.splice(parts.length - before.length, before.length, ...before);
    } else {
      parts.push(...here);
      before = here;
    }
  }
  return parts;
}

function isBeside(before: Part | undefined, part: Part): boolean {
  return before !== undefined && before.down === part.down && before.right === part.right && before.range.top === part.range.top && before.range.bottom === part.range.bottom;
}

/** Runs of rows that move by as much. */
function columnParts({ top, bottom }: CellRange, column: number, moves: readonly Move[]): Part[] {
  const own = moves.filter(({ column: { from } }) => from === column).sort((a, b) => a.headerRow.from - b.headerRow.from);
  const parts: Part[] = [];
  for (let row = top; row <= bottom; row++) {
    const move = own.find(({ headerRow, rows }) => row <= headerRow.from + rows.length) ?? own.at(-1);
    const down = move === undefined ? 0 : downOf(move, row);
    const to = move === undefined ? column : move.column.to;
    if (down === null || to === null) continue;
    const right = to - column;
    const last = parts.at(-1);
    if (last !== undefined && last.range.bottom === row - 1 && last.down === down && last.right === right) parts[parts.length - 1] = { ...last, range: { ...last.range, bottom: row } };
    else parts.push({ range: { top: row, bottom: row, left: column, right: column }, down, right });
  }
  return parts;
}

/** Rows above the header go with it, those below the last recorded one with that. */
function downOf({ headerRow, rows }: Move, row: number): number | null {
  const at = row - headerRow.from - 1;
  if (at < 0) return headerRow.to - headerRow.from;
  if (at < rows.length) {
    const now = rows[at];
    return now === null || now === undefined ? null : now - row;
  }
  const last = rows.findLastIndex((place) => place !== null);
  return last < 0 ? headerRow.to - headerRow.from : (rows[last] ?? 0) - (headerRow.from + 1 + last);
}
