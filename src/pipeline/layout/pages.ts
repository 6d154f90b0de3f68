/** Where pages begin, decided here and not by a printer: a total never stands on a page alone, a heading never ends one. */

import type { BlockSheet } from "../../domain/summary/model";
import { MOST_PAGE_BREAKS, type PageSetup } from "../../workbook/sheet-layout";
import type { DraftRow } from "./draft";

/** A4 (ISO 216) in points. */
const SHORT_SIDE = 595.3;
const LONG_SIDE = 841.9;
const MARGINS = { top: 54, bottom: 54, left: 36, right: 36 } as const;
/** Printers and fonts differ: so much of a page is filled. */
const FILLED = 0.92;
/** Narrower columns than this on an upright page are printed across. */
const SMALLEST_SCALE = 0.75;

export function orientationOf({ orientation }: Pick<BlockSheet, "orientation">, widths: readonly number[]): PageSetup["orientation"] {
  return orientation === "landscape" || scaleOf(widths, "Portrait") < SMALLEST_SCALE ? "Landscape" : "Portrait";
}

function scaleOf(widths: readonly number[], orientation: PageSetup["orientation"]): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const room = (orientation === "Portrait" ? SHORT_SIDE : LONG_SIDE) - MARGINS.left - MARGINS.right;
  return Math.min(1, room / Math.max(1, total));
}

/** `begins` are rows that begin a page in any case. */
export function pageSetup(rows: readonly DraftRow[], widths: readonly number[], orientation: PageSetup["orientation"], titleRows: PageSetup["titleRows"], begins: readonly number[]): PageSetup {
  const room = ((orientation === "Portrait" ? LONG_SIDE : SHORT_SIDE) - MARGINS.top - MARGINS.bottom) / scaleOf(widths, orientation) * FILLED;
  const repeated = titleRows === null ? 0 : rows.slice(titleRows.top, titleRows.bottom + 1).reduce((sum, { height }) => sum + height, 0);
  const breaks = breaksOf(rows, new Set(begins), (start) => room - (titleRows !== null && start > titleRows.bottom ? repeated : 0));
  return { orientation, paper: "A4", fitsWidth: true, titleRows, area: null, breaks: breaks.slice(0, MOST_PAGE_BREAKS), footer: "&P / &N", margins: MARGINS };
}

function breaksOf(rows: readonly DraftRow[], begins: ReadonlySet<number>, room: (start: number) => number): number[] {
  const breaks: number[] = [];
  let start = 0;
  let used = 0;
  // The latest row at which the page may end, and the height before it.
  let candidate: number | null = null;
  const begin = (row: number): void => {
    if (row > 0) breaks.push(row);
    start = row;
    candidate = null;
  };
  for (let at = 0; at < rows.length; at++) {
    const here = rows[at];
    if (here === undefined) break;
    if (begins.has(at) && at > start) {
      begin(at);
      used = 0;
    } else if (at > start && here.mayBegin) candidate = at;
    if (used + here.height > room(start) && candidate !== null) {
      const next: number = candidate;
      begin(next);
      used = rows.slice(next, at).reduce((sum, { height }) => sum + height, 0);
    }
    used += here.height;
  }
  return breaks;
}
