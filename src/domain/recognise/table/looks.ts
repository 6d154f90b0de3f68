/** What a row below a header looks like: a line, a name, a note, or the beginning of something else. */

import { DIALECTS } from "../dialects/dialect";
import { KIND, type Grid } from "../grid";
import { tidy } from "../headers/text";
import { totalRank } from "../rows/labels";

/** What the columns of a table hold, as far as its header tells. */
export interface ColumnPlan {
  /** Columns of names, codes, serial numbers and remarks. */
  readonly leads: readonly number[];
  /** All others: amounts, ratios, and what no dialect knows. */
  readonly figures: readonly number[];
}

const LONGEST_NAME = 60;

export type Look = "blank" | "line" | "name" | "note" | "block" | "stray";

export function lookAt(grid: Grid, plan: ColumnPlan, row: number): Look {
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

export function inksOf(grid: Grid, columns: readonly number[], row: number): number {
  let inks = 0;
  for (const column of columns) if (grid.kind(row, column) !== KIND.blank) inks += 1;
  return inks;
}

export function firstText(grid: Grid, leads: readonly number[], figures: readonly number[], row: number): string | null {
  const column = leads.find((lead) => grid.kind(row, lead) === KIND.text) ?? figures.find((figure) => grid.kind(row, figure) === KIND.text);
  return column === undefined ? null : grid.text(row, column);
}

/** How much the row's label adds up; a total may stand there before its figures do. */
export function rankOf(grid: Grid, { leads }: ColumnPlan, row: number): number {
  let rank = 0;
  for (const column of leads) if (grid.kind(row, column) === KIND.text) rank = Math.max(rank, totalRank(grid.text(row, column)));
  return rank;
}

/** 上年同期, 差额: what stands below a total beside it, and is no line. */
export function isComparison(grid: Grid, { leads, figures }: ColumnPlan, row: number): boolean {
  const label = tidy(firstText(grid, leads, figures, row) ?? "");
  return DIALECTS.some(({ comparison }) => comparison.test(label));
}

export function isFigure(grid: Grid, row: number, column: number): boolean {
  const kind = grid.kind(row, column);
  return kind !== KIND.blank && kind !== KIND.text;
}

/** 一级指标, 二级指标, 指标值: the header of what forms have below their table of money. */
export function isOtherBlock(texts: readonly string[]): boolean {
  return texts.filter((text) => text !== "" && DIALECTS.some(({ otherBlock }) => otherBlock.test(tidy(text)))).length >= 2;
}

export function isNote(text: string): boolean {
  return DIALECTS.some(({ note }) => note.test(text));
}
