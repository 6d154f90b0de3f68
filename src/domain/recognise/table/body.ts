/** How far down a table reaches, and which of its rows are lines. */

import type { CellRange } from "../../../workbook/address";
import type { LocatedText } from "../../table";
import { KIND, type Grid } from "../grid";
import { linesBelow } from "./below";
import { isUnitNote } from "./caption";
import { firstText, inksOf, isComparison, isFigure, isNote, isOtherBlock, lookAt, rankOf, type ColumnPlan } from "./looks";

export interface Body {
  /** Rows of the sheet that are lines of the table, blank ones left out. */
  readonly lines: readonly number[];
  /** The last line adds all others up, so a blank row after it ends the table. */
  readonly isClosed: boolean;
  /** Rows below with figures in its columns and no header of their own, of which it is uncertain whether they belong to it. */
  readonly leftOut: readonly number[];
}

/** Blank rows inside a body, as people leave them between sections. */
const WIDEST_GAP = 3;
const MOST_NOTES = 12;

/** Lines from row `from` to `to` at most. */
export function scanBody(grid: Grid, plan: ColumnPlan, from: number, to: number, before: readonly number[] = []): Body {
  const body = scanLines(grid, plan, from, to, before);
  const { lines, leftOut } = linesBelow(grid, plan, body, to);
  const last = lines.at(-1);
  return last === undefined ? { ...body, leftOut } : { lines: [...body.lines, ...lines], isClosed: rankOf(grid, plan, last) >= 2, leftOut };
}

/** Down to the first gap, note or other block. Names without figures count only where lines follow or figures could. */
function scanLines(grid: Grid, plan: ColumnPlan, from: number, to: number, before: readonly number[]): Omit<Body, "leftOut"> {
  const lines: number[] = [...before];
  let waiting: number[] = [];
  let gap = 0;
  let isClosed = false;
  for (let row = from; row <= to; row += 1) {
    const look = lookAt(grid, plan, row);
    if (look === "blank") {
      gap += 1;
      if (gap > WIDEST_GAP || isClosed) break;
      continue;
    }
    if (look === "note" && gap === 0 && !isClosed && goesOnBelow(grid, plan, row, to, lines.at(-1))) continue;
    if (look === "note" || look === "block" || (look === "stray" && gap > 0) || (isClosed && isComparison(grid, plan, row))) break;
    // Below a title or a gap the unit is that of the next table.
    if (lines.length > 0 && (gap > 0 || waiting.length > 0) && isUnitNote(firstText(grid, plan.leads, plan.figures, row) ?? "")) break;
    if (look === "name") waiting.push(row);
    else {
      for (const name of waiting) lines.push(name);
      waiting = [];
      const isFirst = lines.length === 0;
      lines.push(row);
      isClosed = !isFirst && rankOf(grid, plan, row) >= 2;
    }
    gap = 0;
  }
  const last = lines.at(-1) ?? from - 1;
  if (!isClosed) waiting.filter((row, at) => row === last + 1 + at && inksOf(grid, plan.leads, row) >= 2).forEach((row) => lines.push(row));
  return { lines, isClosed };
}

/** 注：含上年结转 under its line: right below it the table goes on, with figures in the columns that the last line has them in. */
function goesOnBelow(grid: Grid, plan: ColumnPlan, note: number, to: number, last: number | undefined): boolean {
  let row = note + 1;
  while (row <= to && lookAt(grid, plan, row) === "note") row += 1;
  if (last === undefined || row > to || lookAt(grid, plan, row) !== "line" || inksOf(grid, plan.leads, row) === 0) return false;
  const filled = plan.figures.filter((column) => isFigure(grid, last, column));
  return filled.length > 0 && filled.filter((column) => isFigure(grid, row, column)).length * 2 > filled.length;
}

/**
 * Notes below a table: lines of text down to `to`, from the first that is worded as a note or, where no
 * other table follows, from the first at all.
 */
export function notesBelow(grid: Grid, table: CellRange, to: number, isLastTable: boolean): readonly LocatedText[] {
  const notes: LocatedText[] = [];
  let gap = 0;
  for (let row = table.bottom + 1; row <= Math.min(to, table.bottom + MOST_NOTES) && gap <= WIDEST_GAP; row += 1) {
    const line = lineOfText(grid, row, table);
    if (line === null) break;
    if (line.length === 0) {
      gap += 1;
      if (!isLastTable && notes.length > 0) break;
      continue;
    }
    if (!isLastTable && notes.length === 0 && !line.some(({ text }) => isNote(text))) break;
    if (isOtherBlock(line.map(({ text }) => text))) break;
    gap = 0;
    notes.push(...line);
  }
  return notes;
}

/** The row's texts in the table's columns; null if it has figures. */
function lineOfText(grid: Grid, row: number, table: CellRange): readonly LocatedText[] | null {
  const texts: LocatedText[] = [];
  for (let column = table.left; column <= table.right; column += 1) {
    const kind = grid.kind(row, column);
    if (kind === KIND.blank) continue;
    if (kind !== KIND.text) return null;
    texts.push({ text: grid.text(row, column), row, column });
  }
  return texts;
}
