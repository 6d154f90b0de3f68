/** The header rows that no dialect knows. */

import type { CellRange } from "../../../workbook/address";
import type { Meaning } from "../dialects/dialect";
import { KIND, type Grid } from "../grid";
import { isCaptionText } from "../table/caption";
import { headerText, isHeaderNumber, unionOf } from "./cells";
import { isFormRow } from "./form-rows";
import { isSpannedFromAbove, MOST_HEADER_ROWS } from "./runs";
import { isUnitAlone, LONGEST_HEADER, type HeaderReader } from "./text";

/** Rows of a header that no dialect knows: parents above (2016年 | 2017年), parts below (市级 | 区级). `band`: the headers in its rows, itself among them. */
export function extend(grid: Grid, read: HeaderReader, header: CellRange, band: readonly CellRange[]): CellRange {
  let { top, bottom } = header;
  const { left, right } = header;
  const deepest = deepestMerge(grid, header);
  const whole = band.reduce(unionOf, header);
  while (bottom < deepest && !hasFigures(grid, bottom + 1, whole.left, whole.right)) bottom += 1;
  while (bottom - top < MOST_HEADER_ROWS && isPartsRow(grid, read, { top, bottom, left, right })) bottom += 1;
  if (isUnitRow(grid, read, bottom + 1, left, right)) bottom += 1;
  while (bottom - top < MOST_HEADER_ROWS && top > grid.range.top && isParentRow(grid, read, top - 1, left, right)) top -= 1;
  return { top, bottom, left, right };
}

/** How far down cells of the header are merged; 项目资金 may be merged down the whole body. */
function deepestMerge(grid: Grid, { top, bottom, left, right }: CellRange): number {
  let deepest = bottom;
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const merge = grid.mergeAt(row, column);
      if (merge !== null && merge.top >= top && merge.bottom > deepest) deepest = merge.bottom;
    }
  }
  return deepest;
}

function hasFigures(grid: Grid, row: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column += 1) {
    if (grid.kind(row, column) === KIND.number && !isHeaderNumber(grid, row, column)) return true;
  }
  return false;
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

/** 万元 | 元 | % under 预算 | 支出 | 执行率: the unit of each column, and nothing else but 单位 before them. */
function isUnitRow(grid: Grid, read: HeaderReader, row: number, left: number, right: number): boolean {
  let units = 0;
  for (let column = left; column <= right; column += 1) {
    const text = grid.text(row, column).trim();
    if (isUnitAlone(text, read)) units += 1;
    else if (text !== "" && !/^[(（]?[%％][)）]?$/u.test(text) && !/^(?:金额|计量|货币)?单位[:：]?$/u.test(text)) return false;
  }
  return units > 1;
}

/** Of one text alone only 预算数 merged over some of the columns is no title. */
function isParentRow(grid: Grid, read: HeaderReader, row: number, left: number, right: number): boolean {
  let inks = 0;
  let isHeading = false;
  for (let column = left; column <= right; column += 1) {
    const kind = grid.kind(row, column);
    if (kind === KIND.blank) continue;
    const spans = grid.mergeAt(row, column) !== null || grid.kind(row, column + 1) === KIND.blank;
    if (kind === KIND.other || kind === KIND.dash || (kind === KIND.number && !isHeaderNumber(grid, row, column)) || !spans || isCaptionText(grid.text(row, column))) return false;
    if (isOverSome(grid, row, column, left, right) && HEADINGS.has(read(headerText(grid, row, column))?.meaning ?? null)) isHeading = true;
    inks += 1;
  }
  return (inks >= 2 || isHeading) && !isFormRow(grid, read, { top: row, left, right });
}

const HEADINGS: ReadonlySet<Meaning | null> = new Set<Meaning>(["original-budget", "adjusted-budget", "expenditure"]);

/** Merged over several columns, but not all. */
function isOverSome(grid: Grid, row: number, column: number, left: number, right: number): boolean {
  const merge = grid.mergeAt(row, column);
  return merge !== null && merge.right > merge.left && (merge.left > left || merge.right < right);
}

/**
 * 栏次 1 2 3=2/1, or 甲 乙 1 2: numbers of the columns, in order, and nothing else but the headers of columns added later,
 * which stand in the last header row, or 类 | 款 | 项 over the codes, as official forms have them in one row with 栏次. Called 栏次 it need
 * not begin with 1: the form may go on from the left half, or leave columns out.
 */
export function isNumberingRow(grid: Grid, read: HeaderReader, row: number, left: number, right: number): boolean {
  let last = 0;
  let count = 0;
  let isLabelled = false;
  for (let column = left; column <= right; column += 1) {
    const text = grid.text(row, column).replace(/\s/gu, "").normalize("NFKC");
    const number = Number(/^[(]?(\d{1,3})[)]?(?:=.+)?$/u.exec(text)?.[1] ?? 0);
    if (isLabelled ? number > last : number === last + 1) [last, count] = [number, count + 1];
    else if (/^(?:栏次|行次|列次|栏目)$/u.test(text)) [last, isLabelled] = [0, true];
    else if (text !== "" && !/^(?:序号|[甲乙丙丁戊]|\*+|-+|—+)$/u.test(text) && !(count > 0 ? ADDED : CODE_PARTS).has(read(text)?.meaning ?? null)) return false;
  }
  return count >= (isLabelled ? 1 : 2);
}

/** What is added to a table. */
const ADDED: ReadonlySet<Meaning | null> = new Set<Meaning>(["rate", "status"]);
const CODE_PARTS: ReadonlySet<Meaning | null> = new Set<Meaning>(["code-part"]);
