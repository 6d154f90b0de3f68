/** How far down a table reaches, and which of its rows are lines. */

import type { CellRange } from "../../../workbook/address";
import type { LocatedText } from "../../table";
import { DIALECTS } from "../dialects/dialect";
import { KIND, type Grid } from "../grid";
import { tidy } from "../headers/text";
import { totalRank } from "../rows/labels";
import { isUnitNote } from "./caption";

/** What the columns of a table hold, as far as its header tells. */
export interface ColumnPlan {
  /** Columns of names, codes, serial numbers and remarks. */
  readonly leads: readonly number[];
  /** All others: amounts, ratios, and what no dialect knows. */
  readonly figures: readonly number[];
}

export interface Body {
  /** Rows of the sheet that are lines of the table, blank ones left out. */
  readonly lines: readonly number[];
  /** The last line adds all others up, so a blank row after it ends the table. */
  readonly isClosed: boolean;
}

/** Blank rows inside a body, as people leave them between sections. */
const WIDEST_GAP = 3;
const LONGEST_NAME = 60;
const MOST_NOTES = 12;

/** Lines from row `from` to `to` at most. Names without figures count only where lines follow or figures could. */
export function scanBody(grid: Grid, plan: ColumnPlan, from: number, to: number, before: readonly number[] = []): Body {
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

function isFigure(grid: Grid, row: number, column: number): boolean {
  const kind = grid.kind(row, column);
  return kind !== KIND.blank && kind !== KIND.text;
}

type Look = "blank" | "line" | "name" | "note" | "block" | "stray";

function lookAt(grid: Grid, plan: ColumnPlan, row: number): Look {
  const { leads, figures } = plan;
  const names = inksOf(grid, leads, row);
  let isLine = false;
  let inks = 0;
  for (const column of figures) {
    const kind = grid.kind(row, column);
    if (kind === KIND.blank) continue;
    inks += 1;
    if (kind !== KIND.text) isLine = true;
  }
  if (names + inks === 0) return "blank";
  if (isLine) return names > 0 || inks > 0 && hasWords(grid, figures, row) ? "line" : "stray";
  if (isOtherBlock([...leads, ...figures].map((column) => grid.text(row, column)))) return "block";
  const text = firstText(grid, leads, figures, row);
  if (text !== null && (isNote(text) || (names + inks === 1 && text.length > LONGEST_NAME))) return "note";
  return (names > 0 && inks > 0) || rankOf(grid, plan, row) > 0 ? "line" : "name";
}

function hasWords(grid: Grid, columns: readonly number[], row: number): boolean {
  for (const column of columns) if (grid.kind(row, column) === KIND.text) return true;
  return false;
}

function inksOf(grid: Grid, columns: readonly number[], row: number): number {
  let inks = 0;
  for (const column of columns) if (grid.kind(row, column) !== KIND.blank) inks += 1;
  return inks;
}

function firstText(grid: Grid, leads: readonly number[], figures: readonly number[], row: number): string | null {
  const column = leads.find((lead) => grid.kind(row, lead) === KIND.text) ?? figures.find((figure) => grid.kind(row, figure) === KIND.text);
  return column === undefined ? null : grid.text(row, column);
}

/** How much the row's label adds up; a total may stand there before its figures do. */
function rankOf(grid: Grid, { leads }: ColumnPlan, row: number): number {
  let rank = 0;
  for (const column of leads) if (grid.kind(row, column) === KIND.text) rank = Math.max(rank, totalRank(grid.text(row, column)));
  return rank;
}

/** 上年同期, 差额: what stands below a total beside it, and is no line. */
function isComparison(grid: Grid, { leads, figures }: ColumnPlan, row: number): boolean {
  const label = tidy(firstText(grid, leads, figures, row) ?? "");
  return DIALECTS.some(({ comparison }) => comparison.test(label));
}

/** 一级指标, 二级指标, 指标值: the header of what forms have below their table of money. */
function isOtherBlock(texts: readonly string[]): boolean {
  return texts.filter((text) => text !== "" && DIALECTS.some(({ otherBlock }) => otherBlock.test(tidy(text)))).length >= 2;
}

export function isNote(text: string): boolean {
  return DIALECTS.some(({ note }) => note.test(text));
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
