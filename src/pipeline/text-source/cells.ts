/** A report's text from text cells of the workbook. */

import { contains, intersects, type CellRange, type Place } from "../../workbook/address";
import { done, failed, type Outcome } from "../../workbook/problem";
import type { SheetSnapshot, Snapshot } from "../../workbook/snapshot";
import type { ReportText } from "../review";
import { findWritten } from "../written";
import { acceptText } from "./file";

/** Shorter texts are headers, names and notes. */
const SHORTEST_PROSE = 20;
/** A sentence that ends, an amount, a percentage or a cut-off date. */
const SAYS_SOMETHING = /[。；！？]|\d\s*[百千万亿]{0,2}[元%％]|截[至止]/u;

/**
 * The prose of the selection, line by line, each with its cell; where the selection has none, all prose of the
 * workbook's visible sheets but those that we made. Fails with `no-text-cells`, or with `text-too-long`.
 */
export function textFromCells(snapshot: Snapshot, selection: Place | null): Outcome<ReportText> {
  const chosen = selection === null ? [] : snapshot.sheets.filter(({ id }) => id === selection.sheetId).flatMap((sheet) => proseIn(sheet, selection.range));
  const { madeSheets } = findWritten(snapshot);
  const found = chosen.length > 0 ? chosen : snapshot.sheets.filter(({ id, visible }) => visible && !madeSheets.has(id)).flatMap((sheet) => proseIn(sheet, null));
  const lines = found.flatMap(({ text, place }) => text.split(/\r\n?|\n/u).map((line) => ({ line, place })));
  if (lines.length === 0) return failed({ code: "no-text-cells" });
  const text = acceptText(lines.map(({ line }) => line).join("\n"), "");
  return text.ok ? done({ text: text.value, source: "", cells: lines.map(({ place }) => place) }) : text;
}

interface ProseCell {
  readonly text: string;
  readonly place: Place;
}

/** In reading order. */
function proseIn(sheet: SheetSnapshot, within: CellRange | null): ProseCell[] {
  const { id, name, top, left, values, merges } = sheet;
  return values.flatMap((row, r) => row.flatMap((value, c): ProseCell[] => {
    if (typeof value !== "string" || value.length < SHORTEST_PROSE || !SAYS_SOMETHING.test(value)) return [];
    const at = { row: top + r, column: left + c };
    const range = merges.find((merge) => contains(merge, at.row, at.column)) ?? { top: at.row, left: at.column, bottom: at.row, right: at.column };
    return within === null || intersects(within, range) ? [{ text: value, place: { sheetId: id, sheetName: name, range } }] : [];
  }));
}

/** The cell that a line of the text stands in; null where the text is from elsewhere. */
export function cellOfLine(text: ReportText | null, line: number): Place | null {
  return text?.cells?.[line] ?? null;
}
