/** Stretches of header texts in a row, and the headers they make one under another. */

import type { CellRange } from "../../../workbook/address";
import { KIND, type Grid } from "../grid";
import { isUnitNote } from "../table/caption";
import { hasInk, headerText, isHeaderNumber, unionOf } from "./cells";
import { isFormRow } from "./form-rows";
import { hasAmounts, isIdentifier } from "./probe";
import type { HeaderReader } from "./text";

export const MOST_HEADER_ROWS = 6;

export interface Run extends CellRange {
  readonly hits: number;
  readonly inks: number;
}

/** Stretches of a row without blanks and figures, with a text that is a header somewhere. */
export function findRuns(grid: Grid, read: HeaderReader): readonly Run[] {
  const { top, bottom, left, right } = grid.range;
  const runs: Run[] = [];
  for (let row = top; row <= bottom; row += 1) {
    if (!grid.hasText(row)) continue;
    for (let column = left; column <= right; column += 1) {
      if (!hasInk(grid, row, column)) continue;
      let end = column;
      while (end < right && hasInk(grid, row, end + 1)) end += 1;
      const run = readRun(grid, read, row, column, end);
      if (run !== null) runs.push(run);
      column = end;
    }
  }
  return runs;
}

function readRun(grid: Grid, read: HeaderReader, row: number, left: number, right: number): Run | null {
  for (let column = left; column <= right; column += 1) {
    if (grid.kind(row, column) === KIND.number && !isHeaderNumber(grid, row, column)) return null;
  }
  let hits = 0;
  let inks = 0;
  for (let column = left; column <= right; column += 1) {
    const merge = grid.mergeAt(row, column);
    if (merge !== null && merge.left < column && column > left) continue;
    inks += 1;
    if (read(headerText(grid, row, column)) !== null) hits += 1;
  }
  return hits === 0 ? null : { top: row, bottom: row, left, right, hits, inks };
}

/** Runs on adjoining rows are one header where the lower stands under blanks or under cells that span it. */
export function joinRuns(grid: Grid, read: HeaderReader, runs: readonly Run[]): readonly CellRange[] {
  const headers: Run[] = [];
  for (const run of runs) {
    const over: number[] = [];
    for (let at = headers.length - 1; at >= 0; at -= 1) {
      const header = headers[at];
      if (header === undefined || header.top < run.top - MOST_HEADER_ROWS) break;
      const isNear = header.bottom >= run.top - 1 && header.top < run.top && run.left <= header.right + 1 && run.right >= header.left - 1;
      if (isNear && standsUnder(grid, read, run, header)) over.push(at);
    }
    const first = over.at(-1);
    if (first === undefined) headers.push(run);
    else {
      const joined = over.map((at) => headers[at] ?? run).reduce(union, run);
      over.forEach((at) => headers.splice(at, 1));
      headers.splice(first, 0, joined);
    }
  }
  const edges = new Set(headers.flatMap(({ top, bottom, left, right }) => Array.from({ length: bottom - top + 1 }, (_, at) => [`${top + at} ${left}`, `${top + at} ${right}`]).flat()));
  // With an empty column between them, as somebody inserts or leaves it: 项目 | | 预算数 | 支出数.
  const isBesideOther = ({ top, left, right }: Run): boolean => edges.has(`${top} ${right + 2}`) || edges.has(`${top} ${left - 2}`);
  return headers.filter((header) => header.hits >= 1 && (header.inks >= 2 || isBesideOther(header)));
}

function union(a: Run, b: Run): Run {
  return { ...unionOf(a, b), hits: a.hits + b.hits, inks: a.inks + b.inks };
}

/** Titles are often made of header words (部门预算, 2016年执行情况), and so are fields of forms, so a header's top rows may be these. */
export function withoutTitle(grid: Grid, read: HeaderReader, header: CellRange): CellRange {
  const top = belowForm(grid, read, header);
  const isTitle = header.bottom > top && isTitleRow(grid, read, { ...header, top });
  return isTitle ? withoutTitle(grid, read, { ...header, top: top + 1 }) : { ...header, top };
}

/** The first row below the lowest one that holds fields of a form. */
function belowForm(grid: Grid, read: HeaderReader, { top, bottom, left, right }: CellRange): number {
  let row = bottom - 1;
  while (row >= top && !isFormRow(grid, read, { top: row, left, right })) row -= 1;
  return row + 1;
}

/** One text besides unit notes: at the left edge, over the whole width, or over a row that has a header in each column. */
function isTitleRow(grid: Grid, read: HeaderReader, { top, left, right }: CellRange): boolean {
  const inks: number[] = [];
  let isLowerFull = true;
  for (let column = left; column <= right; column += 1) {
    if (grid.kind(top, column) !== KIND.blank && !isUnitNote(grid.text(top, column))) inks.push(column);
    if (grid.kind(top + 1, column) === KIND.blank) isLowerFull = false;
  }
  const [first] = inks;
  if (first === undefined) return true;
  if (inks.length > 1 || read(headerText(grid, top, first))?.meaning === "of-which") return false;
  const merge = grid.mergeAt(top, first);
  if (merge === null) return first === left || isLowerFull;
  return merge.bottom === top && merge.left <= left && (merge.right >= right || merge.right === merge.left || isLowerFull);
}

function standsUnder(grid: Grid, read: HeaderReader, run: Run, header: CellRange): boolean {
  // One name under the first column opens a group of rows: 一、基本支出.
  if (run.inks === 1 && run.left <= header.left && !isIdentifier(read(headerText(grid, run.top, run.left))?.meaning ?? null)) return false;
  for (let column = run.left; column <= run.right; column += 1) {
    if (isSpannedFromAbove(grid, read, run.top, column)) return true;
  }
  // Nothing stands between two headers, so they are one: 年初 | 累计 over 预算数 | 支出数.
  return hasAmounts(grid, read, run);
}

/** It stands under a blank or a cell that spans it, so it says more about its column than the row above does. */
export function isSpannedFromAbove(grid: Grid, read: HeaderReader, row: number, column: number): boolean {
  const own = grid.mergeAt(row, column);
  if (own !== null && own.top < row) return true;
  const merge = grid.mergeAt(row - 1, column);
  if (merge !== null) return merge.right > merge.left;
  if (grid.kind(row - 1, column) === KIND.blank) return true;
  const spansBlank = !hasInk(grid, row - 1, column + 1) && hasInk(grid, row, column + 1);
  return spansBlank || read(headerText(grid, row - 1, column))?.meaning === "of-which";
}

