/**
 * Where what a run wrote stands now: people insert and delete rows and columns, and sort, before they take a run back.
 * What undoes it must follow its cells.
 */

import { recogniseTables } from "../domain/recognise/recognise";
import type { TableOverride } from "../domain/recognise/override";
import type { CellRange } from "../workbook/address";
import { isCellEdit, type CellEdit, type Content, type Edit } from "../workbook/edits";
import { partOf } from "../workbook/inverse";
import { sameCell } from "../workbook/sheet-layout";
import type { Snapshot } from "../workbook/snapshot";
import { contentAt } from "./cells";
import { shiftFormula } from "./layout/shift-formula";
import { isStill, movesOn, type Move } from "./moves";
import { findWritten, withoutWritten, writtenOn } from "./written";

/**
 * The edits that undo a run, aimed at where its cells stand in the workbook as it is. What they would restore in rows or
 * columns that are gone is left out. By the record that the run left, else by the one that is stored now; where neither
 * tells of a cell, it is taken to be where it was.
 */
export function relocated(inverse: readonly Edit[], now: Snapshot, overrides: readonly TableOverride[]): readonly Edit[] {
  const left = inverse.find((edit) => edit.kind === "stored")?.expected ?? now.stored;
  const earlier = findWritten({ ...now, stored: left });
  if (earlier.ledger.written.length === 0) return inverse.map((edit) => withStanding(edit, now));
  const tables = recogniseTables(withoutWritten(now, earlier), overrides);
  const moves = new Map(now.sheets.flatMap((sheet) => {
    const found = earlier.found.filter(({ sheetId }) => sheetId === sheet.id);
    const lost = writtenOn(sheet, earlier.ledger, now.sheets).filter((column) => !found.some(({ written }) => written === column));
    const here = movesOn(sheet, tables.filter(({ sheetId }) => sheetId === sheet.id), found, lost);
    return here.every(isStill) ? [] : [[sheet.id, here] as const];
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
