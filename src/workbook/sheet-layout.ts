/**
 * A whole sheet of ours as plain data: what its cells contain and look like, how it is printed, and its charts. Whoever
 * writes it decides nothing; whoever reads one back gets the same data.
 */

import type { CellRange } from "./address";
import { sameContent } from "./contents";
import { contentOf, type BorderLook, type Content } from "./edits";
import type { SheetSnapshot } from "./snapshot";

export interface SheetLayout {
  /** Of the tab: at most 31 characters, none of : \ / ? * [ ]. */
  readonly name: string;
  /** Points, from the first column on. */
  readonly widths: readonly number[];
  /** From the first row on. */
  readonly rows: readonly LayoutRow[];
  /** What cells look like, by their `style`. */
  readonly styles: readonly CellStyle[];
  readonly merges: readonly CellRange[];
  /** Rows at the top that stay when scrolling. */
  readonly frozenRows: number;
  readonly page: PageSetup;
  readonly charts: readonly LayoutChart[];
}

export interface LayoutRow {
  /** Points; null: as high as Excel makes it. */
  readonly height: number | null;
  /** How deep the row lies in the outline; 0 is no group. */
  readonly outline: number;
  /** One for each column. */
  readonly cells: readonly LayoutCell[];
}

export interface LayoutCell {
  readonly content: Content;
  /** Of `SheetLayout.styles`. */
  readonly style: number;
  /** What a figure comes to, exactly, as a decimal; null for everything else. */
  readonly figure: string | null;
  /** Where a click leads; null is nowhere. */
  readonly link: SheetPlace | null;
}

/** A range by the name of its sheet. */
export interface SheetPlace {
  readonly sheetName: string;
  readonly range: CellRange;
}

export const SIDES = ["top", "bottom", "left", "right"] as const;
export type Side = (typeof SIDES)[number];

/** Words as Excel's. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indent: number;
  /** "#RRGGBB"; null is no fill. */
  readonly fill: string | null;
  /** A name of null is the workbook's own font. */
  readonly font: { readonly name: string | null; readonly size: number; readonly bold: boolean; readonly italic: boolean; readonly underline: string; readonly color: string };
  /** null is no line. */
  readonly lines: Readonly<Record<Side, BorderLook | null>>;
}

export interface PageSetup {
  readonly orientation: "Portrait" | "Landscape";
  /** As Excel.PaperType. */
  readonly paper: string;
  /** Made smaller until all columns fit one page. */
  readonly fitsWidth: boolean;
  /** First and last of the rows that every page repeats. */
  readonly titleRows: { readonly top: number; readonly bottom: number } | null;
  /** What is printed; null is everything. */
  readonly area: CellRange | null;
  /** Rows that begin a page. */
  readonly breaks: readonly number[];
  /** In Excel's codes: "&P" is the page's number, "&N" how many there are. */
  readonly footer: string;
  /** Points. */
  readonly margins: Readonly<Record<Side, number>>;
}

/** Excel's limit for page breaks in a sheet is 1,026, those that it makes itself included. */
export const MOST_PAGE_BREAKS = 1000;

/** Linked to cells; the order of their rows is the order shown. */
export interface LayoutChart {
  /** Unique in the sheet; the chart is found by it. */
  readonly name: string;
  readonly title: string;
  /** "bar" is horizontal, its first row at the top. */
  readonly shape: "bar" | "column";
  /** The cells it covers. */
  readonly area: CellRange;
  /** One column each, of the same rows. */
  readonly categories: SheetPlace;
  readonly series: readonly { readonly name: string; readonly values: SheetPlace; readonly color: string }[];
  /** Of the figures along the axis. */
  readonly numberFormat: string;
  /** The axis has lines at the multiples of this value only, and says what it is: 100 %. It goes from `from` to `to`; where these are left out, as Excel chooses. */
  readonly mark: { readonly value: number; readonly name: string; readonly from?: number; readonly to?: number } | null;
}

/** Of the lines at a chart's mark. */
export const MARK_COLOUR = "#C00000";

/** What cells contain, from the first row and column on; blank beyond. Rows may differ in length. */
export type SheetContents = readonly (readonly Content[])[];

/** What Excel does not tell of a sheet: which cells its charts show, and its outline. */
export interface Untold {
  readonly charts: readonly LayoutChart[];
  /** Of each row, from the first on. */
  readonly outline: readonly number[];
}

export const NOTHING_UNTOLD: Untold = { charts: [], outline: [] };

export function untoldOf({ charts, rows }: SheetLayout): Untold {
  return { charts, outline: rows.map(({ outline }) => outline) };
}

export const BLANK: Content = { kind: "blank" };

export function contentsOf({ rows }: SheetLayout): Content[][] {
  return rows.map(({ cells }) => cells.map(({ content }) => content));
}

export function contentsOfSheet({ top, left, formulas, values }: Pick<SheetSnapshot, "top" | "left" | "formulas" | "values">): Content[][] {
  const before = Array.from({ length: left }, () => BLANK);
  const rows = formulas.map((row, i) => [...before, ...row.map((formula, j) => contentOf(formula, values[i]?.[j] ?? ""))]);
  return [...Array.from({ length: formulas.length === 0 ? 0 : top }, () => []), ...rows];
}

/** How two contents are compared; "shape" takes formulas for the same whichever cells they name. */
export type Sameness = "content" | "shape";

/** Excel follows moved cells and renamed sheets in formulas, and puts quotes and blanks where it likes. */
export function sameCell(a: Content, b: Content, by: Sameness): boolean {
  if (a.kind !== "formula" || b.kind !== "formula") return sameContent(a, b);
  return by === "content" ? plainFormula(a.value) === plainFormula(b.value) : formulaShape(a.value) === formulaShape(b.value);
}

export function sameContents(a: SheetContents, b: SheetContents, by: Sameness): boolean {
  return countUnlike(a, b, by) === 0;
}

/** How many cells of two sheets differ. */
export function countUnlike(a: SheetContents, b: SheetContents, by: Sameness): number {
  let cells = 0;
  for (let row = 0; row < Math.max(a.length, b.length); row++) {
    const [one, other] = [a[row] ?? [], b[row] ?? []];
    for (let column = 0; column < Math.max(one.length, other.length); column++) {
      if (!sameCell(one[column] ?? BLANK, other[column] ?? BLANK, by)) cells++;
    }
  }
  return cells;
}

function plainFormula(formula: string): string {
  return formula.replaceAll(/['\s]/gu, "");
}

/** "=ROUND('2016'!C5/D5,4)" → "=ROUND(§/§,4)": what a formula calculates, whichever cells it names. Texts in it stay. */
export function formulaShape(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/u)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(REFERENCE, "§").replaceAll(/\s/gu, "")))
    .join("");
}

const REFERENCE = /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_(])|#REF!)/gu;

/** Ranges of cells of one style, each as large as rows and columns allow; together they cover every cell once. */
export function styleAreas({ rows }: SheetLayout): CellRange[][] {
  const areas: CellRange[][] = [];
  let above = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  rows.forEach(({ cells }, row) => {
    const here: typeof above = new Map();
    for (let left = 0; left < cells.length;) {
      const style = cells[left]?.style ?? 0;
      let right = left;
      while (cells[right + 1]?.style === style) right++;
      const key = [style, left, right].join();
      const known = above.get(key);
      const area = known ?? { top: row, left, bottom: row, right };
      area.bottom = row;
      here.set(key, area);
      if (known === undefined) (areas[style] ??= []).push(area);
      left = right + 1;
    }
    above = here;
  });
  return Array.from(areas, (list) => list ?? []);
}

/** Rows one after another for which something is the same, as first and last row. */
export function rowRuns<T>(rows: readonly T[]): { readonly top: number; readonly bottom: number; readonly value: T }[] {
  const runs: { top: number; bottom: number; value: T }[] = [];
  rows.forEach((value, row) => {
    const last = runs.at(-1);
    if (last !== undefined && Object.is(last.value, value)) last.bottom = row;
    else runs.push({ top: row, bottom: row, value });
  });
  return runs;
}

/** The rows of each group of an outline: a row of depth 2 lies in a group of depth 1, too. */
export function outlineGroups(outline: readonly number[]): { readonly top: number; readonly bottom: number }[] {
  const deepest = outline.reduce((most, depth) => Math.max(most, depth), 0);
  return Array.from({ length: deepest }, (_, i) => rowRuns(outline.map((depth) => depth > i)).filter(({ value }) => value)).flat();
}

export interface StylePool {
  /** The number of a style, which is given one if it has none yet. */
  numberOf(style: CellStyle): number;
  readonly styles: readonly CellStyle[];
}

export function createStylePool(): StylePool {
  const numbers = new Map<string, number>();
  // Most cells share their style's very object.
  const known = new WeakMap<CellStyle, number>();
  const styles: CellStyle[] = [];
  return {
    styles,
    numberOf: (style) => {
      const before = known.get(style);
      if (before !== undefined) return before;
      const key = JSON.stringify(style);
      const number = numbers.get(key) ?? styles.push(style) - 1;
      numbers.set(key, number);
      known.set(style, number);
      return number;
    },
  };
}
