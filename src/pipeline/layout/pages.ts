/** How columns fit the paper, and where pages begin, decided here and not by a printer: a total never stands on a page alone, a heading never ends one. */

import type { BlockSheet } from "../../domain/summary/model";
import { MOST_PAGE_BREAKS, type PageSetup } from "../../workbook/sheet-layout";
import type { DraftRow, PageBegin } from "./draft";

/** Points: as what stands in a column needs, and as narrow as it can be with texts wrapped. */
export interface ColumnWidth {
  readonly wanted: number;
  readonly least: number;
}

type Orientation = PageSetup["orientation"];

/** A4 (ISO 216) in points. */
const SHORT_SIDE = 595.3;
const LONG_SIDE = 841.9;
const MARGINS = { top: 54, bottom: 54, left: 36, right: 36 } as const;
/** Printers and fonts differ: so much of a page is filled. */
const FILLED = 0.95;
/** 11 points are printed as 9.4: what people read without effort. */
const READABLE_SCALE = 0.85;
/** As much of the last page may be left empty for a better place to go on. */
const COSTS: Readonly<Record<Exclude<PageBegin, "never">, number>> = { freely: 0, hardly: 0.6 };

/** Upright where the columns can be read so. */
export function orientationOf({ orientation }: Pick<BlockSheet, "orientation">, columns: readonly ColumnWidth[]): Orientation {
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  return orientation === "landscape" || least > readableWidth("Portrait") ? "Landscape" : "Portrait";
}

/** As wanted where that can be read on paper, else narrower, each as far as its texts wrap. */
export function fitWidths(columns: readonly ColumnWidth[], orientation: Orientation): number[] {
  const [wanted, least] = columns.reduce(([w, l], column) => [w + column.wanted, l + column.least], [0, 0]);
  const share = wanted <= least ? 1 : Math.min(1, Math.max(0, (readableWidth(orientation) - least) / (wanted - least)));
  return columns.map((column) => Math.floor(column.least + (column.wanted - column.least) * share));
}

function readableWidth(orientation: Orientation): number {
  return widthOf(orientation) / READABLE_SCALE;
}

function widthOf(orientation: Orientation): number {
  return (orientation === "Portrait" ? SHORT_SIDE : LONG_SIDE) - MARGINS.left - MARGINS.right;
}

function scaleOf(widths: readonly number[], orientation: Orientation): number {
  return Math.min(1, widthOf(orientation) / Math.max(1, widths.reduce((sum, width) => sum + width, 0)));
}

/** In points of the sheet, as it is printed. */
export function pageHeight(widths: readonly number[], orientation: Orientation): number {
  return ((orientation === "Portrait" ? LONG_SIDE : SHORT_SIDE) - MARGINS.top - MARGINS.bottom) / scaleOf(widths, orientation);
}

/** `begins` are rows that begin a page in any case; above a page that begins with some row, `above` points are to be left for a header. */
export function pageSetup(rows: readonly DraftRow[], widths: readonly number[], orientation: Orientation, titleRows: PageSetup["titleRows"], begins: readonly number[], above: (row: number) => number = () => 0): PageSetup {
  const room = pageHeight(widths, orientation) * FILLED;
  const repeated = titleRows === null ? 0 : heightOf(rows.slice(titleRows.top, titleRows.bottom + 1));
  const breaks = breaksOf(rows, new Set(begins), (start) => room - (titleRows !== null && start > titleRows.bottom ? repeated : 0) - above(start));
  return { orientation, paper: "A4", fitsWidth: true, titleRows, area: null, breaks: breaks.slice(0, MOST_PAGE_BREAKS), footer: "&P / &N", margins: MARGINS };
}

function breaksOf(rows: readonly DraftRow[], begins: ReadonlySet<number>, room: (start: number) => number): number[] {
  const breaks: number[] = [];
  let start = 0;
  let used = 0;
  const fullAt = (at: number, height: number): number | null => (used + height > room(start) ? endOf(rows, start, at, room(start)) : null);
  for (let at = 0; at < rows.length; at++) {
    const height = rows[at]?.height ?? 0;
    let next = begins.has(at) && at > start ? at : fullAt(at, height);
    while (next !== null) {
      breaks.push(next);
      start = next;
      used = heightOf(rows.slice(next, at));
      next = fullAt(at, height);
    }
    used += height;
  }
  return breaks;
}

/** The row after `start` and up to `full` that the next page best begins with; null where none may. */
function endOf(rows: readonly DraftRow[], start: number, full: number, room: number): number | null {
  let best: { readonly at: number; readonly worth: number } | null = null;
  let used = 0;
  for (let at = start + 1; at <= full; at++) {
    used += rows[at - 1]?.height ?? 0;
    const begins = rows[at]?.begins ?? "never";
    if (begins === "never") continue;
    const worth = used / room - COSTS[begins];
    if (best === null || worth >= best.worth) best = { at, worth };
  }
  return best?.at ?? null;
}

function heightOf(rows: readonly DraftRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}
