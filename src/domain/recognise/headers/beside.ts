/** Headers beside each other: what is one table, and what are two. */

import type { CellRange } from "../../../workbook/address";
import { KIND, type Grid } from "../grid";
import { hasInk, headerPaths, unionOf } from "./cells";
import { hasAmounts, hasIdentifier, isAmount, isIdentifier, sampleBelow } from "./probe";
import { bareLabel, sideCalled, type HeaderReader, type Side } from "./text";

/** Pieces further apart than this many columns are not one table. */
const WIDEST_GAP = 3;

/** Rows in which a column without header must hold something. */
const SAMPLE_ROWS = 30;

/**
 * Columns whose header is blank but which hold something in the lines below, as a name column often does; not in those
 * of a table further down, which begins at `below`.
 */
export function widen(grid: Grid, header: CellRange, others: readonly CellRange[], below: number): CellRange {
  const last = Math.min(lastAbove(grid, header, below), header.bottom + SAMPLE_ROWS, grid.range.bottom);
  const isLine = (row: number): boolean => columnsOf(header).some((column) => grid.kind(row, column) !== KIND.blank);
  const holdsLines = (column: number): boolean => {
    for (let row = header.bottom + 1; row <= last; row += 1) if (hasInk(grid, row, column) && isLine(row)) return true;
    return false;
  };
  const isFree = (column: number): boolean =>
    column >= grid.range.left && column <= grid.range.right &&
    !others.some((other) => other.top <= header.bottom && header.top <= other.bottom && column >= other.left && column <= other.right) &&
    holdsLines(column) && !rowsOf(header).some((row) => hasInk(grid, row, column));
  let { left, right } = header;
  while (header.left - left < WIDEST_GAP && isFree(left - 1)) left -= 1;
  while (right - header.right < WIDEST_GAP && isFree(right + 1)) right += 1;
  return { ...header, left, right };
}

/** Texts alone right above a header are what is said of its table, and no lines of one above. */
function lastAbove(grid: Grid, header: CellRange, below: number): number {
  if (below > grid.range.bottom) return grid.range.bottom;
  const isCaption = (row: number): boolean => grid.hasText(row) && columnsOf(header).every((column) => grid.kind(row, column) !== KIND.number);
  let row = below - 1;
  while (row > header.bottom && isCaption(row)) row -= 1;
  return row;
}

function columnsOf({ left, right }: CellRange): readonly number[] {
  return Array.from({ length: right - left + 1 }, (_, at) => left + at);
}

function rowsOf({ top, bottom }: CellRange): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

/** Pieces of one band are one table where the columns between them are filled, or where a piece cannot stand alone. */
export function joinBeside(grid: Grid, read: HeaderReader, band: readonly CellRange[]): readonly CellRange[] {
  const joined: CellRange[] = [];
  for (const piece of [...band].sort((a, b) => a.left - b.left || a.top - b.top)) {
    const at = joined.findLastIndex((other) => other.top <= piece.bottom && piece.top <= other.bottom && piece.left - other.right - 1 <= WIDEST_GAP);
    const other = joined[at];
    const isOne = other !== undefined && (piece.left <= other.right + 1 || isFilledBetween(grid, other, piece) || !hasIdentifier(grid, read, piece) || !hasAmounts(grid, read, other));
    if (isOne) joined[at] = unionOf(other, piece);
    else joined.push(piece);
  }
  return joined;
}

function isFilledBetween(grid: Grid, left: CellRange, right: CellRange): boolean {
  for (let column = left.right + 1; column < right.left; column += 1) {
    if (sampleBelow(grid, Math.max(left.bottom, right.bottom), column).inks === 0) return false;
  }
  return true;
}

/** Two-up layouts without a gap: 项目 | 预算数 | 项目 | 预算数, 收入项目 | 预算数 | 支出项目 | 预算数, and such columns under 收入 | 支出, are two tables. */
export function splitRepeated(grid: Grid, read: HeaderReader, header: CellRange): readonly CellRange[] {
  const paths = headerPaths(grid, header);
  const leaves = paths.map((path) => path.at(-1) ?? "");
  const meanings = leaves.map((text) => read(text)?.meaning ?? null);
  const first = meanings.findIndex((meaning, at) => isIdentifier(meaning) || sideCalled(leaves[at] ?? "") !== null);
  if (first < 0) return [header];
  // 预算数 over 基本 | 项目 | 合计.
  const isPartOfAmount = (at: number): boolean => {
    const { texts, numbers } = sampleBelow(grid, header.bottom, header.left + at);
    return numbers > 0 && texts === 0 && meanings[at] === "name" && (paths[at] ?? []).slice(0, -1).some((text) => isAmount(read(text)?.meaning ?? null));
  };
  const own = sideOf(paths[first] ?? []);
  const isOtherSide = (at: number): boolean => {
    const side = sideOf(paths[at] ?? []);
    return own !== null && side !== null && side !== own;
  };
  const name = bareLabel(leaves[first] ?? "");
  const again = leaves.findIndex((text, at) => at > first && (bareLabel(text) === name || isOtherSide(at)) && sampleBelow(grid, header.bottom, header.left + at).texts > 0 && !isPartOfAmount(at) && meanings.slice(first, at).some(isAmount) && meanings.slice(at).some(isAmount));
  if (again < 0) return [header];
  const rest = { ...header, left: header.left + again };
  return [{ ...header, right: rest.left - 1 }, ...splitRepeated(grid, read, rest)];
}

/** 收入项目, or 项目 under 收入: the names of one side, so that what stands behind is that side's. */
function sideOf(path: readonly string[]): Side | null {
  return path.map(sideCalled).findLast((side) => side !== null) ?? null;
}
