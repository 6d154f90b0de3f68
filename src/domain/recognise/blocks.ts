/** Finding headers: rows of texts that the dialects know, with figures below them. */

import type { CellRange } from "../../workbook/address";
import { AMOUNT_ROLES, type Role } from "../table";
import type { Meaning } from "./dialects/dialect";
import { KIND, type Grid } from "./grid";
import { hasInk, headerPaths, headerText, isHeaderNumber } from "./header-cells";
import { LONGEST_HEADER, type HeaderReader } from "./header";
import { isCaptionText, isUnitNote } from "./caption";

/** Rows looked at below a header to see what its columns hold. */
export const SAMPLE_ROWS = 30;
/** Side-by-side pieces further apart than this many columns are not one table. */
const WIDEST_GAP = 3;
const MOST_HEADER_ROWS = 6;

const IDENTIFIERS: ReadonlySet<Meaning> = new Set<Meaning>(["name", "code", "function-code", "function-name"]);

export function isIdentifier(meaning: Meaning | null): boolean {
  return meaning !== null && IDENTIFIERS.has(meaning);
}

export function isAmount(meaning: Meaning | null): boolean {
  return meaning === "amount" || AMOUNT_ROLES.has(meaning as Role);
}

/** The headers of all budget tables, top to bottom, then left to right. Rows of column numbers (栏次) belong to them. */
export function findHeaders(grid: Grid, read: HeaderReader): readonly CellRange[] {
  const rough = withAmountsNear(grid, read, joinRuns(grid, read, findRuns(grid, read)).map((header) => withoutTitle(grid, read, header)));
  const whole = joinAcross(grid, read, rough.map((header) => widen(grid, extend(grid, read, header), rough)));
  return whole
    .flatMap((header) => splitRepeated(grid, read, header))
    .filter((header) => hasAmounts(grid, read, header) && hasIdentifier(grid, read, header))
    .map((header) => (isNumberingRow(grid, header.bottom + 1, header.left, header.right) ? { ...header, bottom: header.bottom + 1 } : header))
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

interface Run extends CellRange {
  readonly hits: number;
  readonly inks: number;
}

/** Stretches of a row without blanks and figures, with a text that is a header somewhere. */
function findRuns(grid: Grid, read: HeaderReader): readonly Run[] {
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
    const kind = grid.kind(row, column);
    if (kind === KIND.other || (kind === KIND.number && !isHeaderNumber(grid, row, column))) return null;
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
function joinRuns(grid: Grid, read: HeaderReader, runs: readonly Run[]): readonly CellRange[] {
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
  return headers.filter(({ hits, inks }) => hits >= 1 && inks >= 2);
}

function union(a: Run, b: Run): Run {
  return { ...unionOf(a, b), hits: a.hits + b.hits, inks: a.inks + b.inks };
}

function unionOf(a: CellRange, b: CellRange): CellRange {
  return { top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom), left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) };
}

/** Titles are often made of header words (部门预算, 2016年执行情况), so a header's top row may be one. */
function withoutTitle(grid: Grid, read: HeaderReader, header: CellRange): CellRange {
  return header.bottom > header.top && isTitleRow(grid, read, header) ? withoutTitle(grid, read, { ...header, top: header.top + 1 }) : header;
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

/** Texts that happen to be header words stand in bodies too; a header has figures below, or below a piece beside it. */
function withAmountsNear(grid: Grid, read: HeaderReader, headers: readonly CellRange[]): readonly CellRange[] {
  const rows = new Set(headers.filter((header) => hasAmounts(grid, read, header)).flatMap(rowsOf));
  return headers.filter((header) => rowsOf(header).some((row) => rows.has(row)));
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

function isSpannedFromAbove(grid: Grid, read: HeaderReader, row: number, column: number): boolean {
  const own = grid.mergeAt(row, column);
  if (own !== null && own.top < row) return true;
  const merge = grid.mergeAt(row - 1, column);
  if (merge !== null) return merge.right > merge.left;
  if (grid.kind(row - 1, column) === KIND.blank) return true;
  const spansBlank = !hasInk(grid, row - 1, column + 1) && hasInk(grid, row, column + 1);
  return spansBlank || read(headerText(grid, row - 1, column))?.meaning === "of-which";
}

/** Rows of a header that no dialect knows: parents above (2016年 | 2017年), parts below (市级 | 区级). */
function extend(grid: Grid, read: HeaderReader, header: CellRange): CellRange {
  let { top, bottom } = header;
  const { left, right } = header;
  for (let column = left; column <= right; column += 1) bottom = Math.max(bottom, ...mergeBottoms(grid, top, bottom, column));
  while (bottom - top < MOST_HEADER_ROWS && isPartsRow(grid, read, { top, bottom, left, right })) bottom += 1;
  while (bottom - top < MOST_HEADER_ROWS && top > grid.range.top && isParentRow(grid, top - 1, left, right)) top -= 1;
  return { top, bottom, left, right };
}

function mergeBottoms(grid: Grid, top: number, bottom: number, column: number): number[] {
  const bottoms: number[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const merge = grid.mergeAt(row, column);
    if (merge !== null && merge.top >= top) bottoms.push(merge.bottom);
  }
  return bottoms;
}

function isPartsRow(grid: Grid, read: HeaderReader, header: CellRange): boolean {
  const row = header.bottom + 1;
  let inks = 0;
  for (let column = header.left; column <= header.right; column += 1) {
    const kind = grid.kind(row, column);
    if (kind === KIND.blank) continue;
    const isUnder = grid.mergeAt(header.bottom, column) !== null || grid.kind(header.bottom, column) === KIND.blank;
    if (kind !== KIND.text || column === header.left || !isUnder || !isSpannedFromAbove(grid, read, row, column) || grid.text(row, column).length > LONGEST_HEADER) return false;
    inks += 1;
  }
  return inks > 0;
}

function isParentRow(grid: Grid, row: number, left: number, right: number): boolean {
  let inks = 0;
  for (let column = left; column <= right; column += 1) {
    const kind = grid.kind(row, column);
    if (kind === KIND.blank) continue;
    const spans = grid.mergeAt(row, column) !== null || grid.kind(row, column + 1) === KIND.blank;
    if (kind === KIND.other || kind === KIND.dash || (kind === KIND.number && !isHeaderNumber(grid, row, column)) || !spans || isCaptionText(grid.text(row, column))) return false;
    inks += 1;
  }
  return inks >= 2;
}

/** 栏次 1 2 3=2/1, or 甲 乙 1 2: numbers of the columns, in order, and nothing else. */
export function isNumberingRow(grid: Grid, row: number, left: number, right: number): boolean {
  let last: number | null = null;
  let numbers = 0;
  for (let column = left; column <= right; column += 1) {
    const text = grid.text(row, column).replace(/\s/gu, "").normalize("NFKC");
    if (text === "" || /^(?:栏次|行次|列次|序号|栏目|[甲乙丙丁戊]|\*+|-+|—+)$/u.test(text)) continue;
    const number = /^[(]?(\d{1,3})[)]?(?:=.+)?$/u.exec(text)?.[1];
    if (number === undefined || (last !== null && Number(number) !== last + 1) || (last === null && Number(number) > 2)) return false;
    last = Number(number);
    numbers += 1;
  }
  return numbers >= 2;
}

/** Columns whose header is blank but which hold something below, as a name column often does. */
function widen(grid: Grid, header: CellRange, others: readonly CellRange[]): CellRange {
  const isFree = (column: number): boolean =>
    column >= grid.range.left && column <= grid.range.right &&
    !others.some((other) => other.top <= header.bottom && header.top <= other.bottom && column >= other.left && column <= other.right) &&
    sampleOf(grid, header.bottom, column).inks > 0 && !rowsOf(header).some((row) => hasInk(grid, row, column));
  let { left, right } = header;
  while (header.left - left < WIDEST_GAP && isFree(left - 1)) left -= 1;
  while (right - header.right < WIDEST_GAP && isFree(right + 1)) right += 1;
  return { ...header, left, right };
}

function rowsOf({ top, bottom }: CellRange): readonly number[] {
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

export interface Sample {
  readonly inks: number;
  readonly texts: number;
  readonly numbers: number;
}

/** What stands in a column in the first rows below a header, up to a long gap. */
function sampleOf(grid: Grid, headerBottom: number, column: number): Sample {
  const sample = { inks: 0, texts: 0, numbers: 0 };
  for (let row = headerBottom + 1; row <= Math.min(grid.range.bottom, headerBottom + SAMPLE_ROWS); row += 1) {
    const kind = grid.kind(row, column);
    if (kind !== KIND.blank) sample.inks += 1;
    if (kind === KIND.text) sample.texts += 1;
    if (kind === KIND.number) sample.numbers += 1;
  }
  return sample;
}

/** Pieces beside each other are one table where the columns between them are filled, or where a piece cannot stand alone. */
function joinAcross(grid: Grid, read: HeaderReader, headers: readonly CellRange[]): readonly CellRange[] {
  const sorted = [...headers].sort((a, b) => a.left - b.left || a.top - b.top);
  const joined: CellRange[] = [];
  for (const header of sorted) {
    const at = joined.findLastIndex((other) => other.top <= header.bottom && header.top <= other.bottom && header.left - other.right - 1 <= WIDEST_GAP && header.left > other.left);
    const other = joined[at];
    const isOne = other !== undefined && (header.left <= other.right + 1 || isFilledBetween(grid, other, header) || !hasIdentifier(grid, read, header) || !hasAmounts(grid, read, other));
    if (isOne) joined[at] = unionOf(other, header);
    else joined.push(header);
  }
  return joined;
}

function isFilledBetween(grid: Grid, left: CellRange, right: CellRange): boolean {
  for (let column = left.right + 1; column < right.left; column += 1) {
    if (sampleOf(grid, Math.max(left.bottom, right.bottom), column).inks === 0) return false;
  }
  return true;
}

/** Two-up layouts without a gap: 项目 | 预算数 | 项目 | 预算数 are two tables. */
function splitRepeated(grid: Grid, read: HeaderReader, header: CellRange): readonly CellRange[] {
  const leaves = headerPaths(grid, header).map((path) => path.at(-1) ?? "");
  const meanings = leaves.map((text) => read(text)?.meaning ?? null);
  const first = meanings.findIndex(isIdentifier);
  if (first < 0) return [header];
  const again = leaves.findIndex((text, at) => at > first && text === leaves[first] && meanings.slice(first, at).some(isAmount) && meanings.slice(at).some(isAmount));
  if (again < 0) return [header];
  const rest = { ...header, left: header.left + again };
  return [{ ...header, right: rest.left - 1 }, ...splitRepeated(grid, read, rest)];
}

function hasAmounts(grid: Grid, read: HeaderReader, header: CellRange): boolean {
  return headerPaths(grid, header).some((path, at) => isAmount(meaningOf(read, path)) && sampleOf(grid, header.bottom, header.left + at).numbers > 0);
}

function hasIdentifier(grid: Grid, read: HeaderReader, header: CellRange): boolean {
  const paths = headerPaths(grid, header);
  const firstAmount = paths.findIndex((path) => isAmount(meaningOf(read, path)));
  return paths.some((path, at) => {
    if (isIdentifier(meaningOf(read, path))) return true;
    const { texts, inks } = sampleOf(grid, header.bottom, header.left + at);
    return (path.length === 0 || at < firstAmount) && texts * 2 > inks;
  });
}

function meaningOf(read: HeaderReader, path: readonly string[]): Meaning | null {
  const leaf = path.at(-1);
  if (leaf === undefined) return null;
  return read(leaf)?.meaning ?? (path.length > 1 ? (read(path.slice(-2).join(""))?.meaning ?? null) : null);
}
