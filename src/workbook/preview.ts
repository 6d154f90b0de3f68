/** What edits would change, for people to see before anything is written. */

import { consecutive, contains, rangeOfCell, type CellRange, type Place } from "./address";
import type { Content, Edit } from "./edits";
import { sameContent } from "./contents";
import type { Snapshot } from "./snapshot";

export interface CellChange {
  readonly place: Place;
  readonly before: Content;
  readonly after: Content;
}

export interface Preview {
  /** In the order of writing, at most `limit` of them. */
  readonly changes: readonly CellChange[];
  /** How many cells get another content, listed or not. */
  readonly total: number;
}

/** The cells whose contents would differ afterwards. Looks and widths are not listed. */
export function previewEdits(edits: readonly Edit[], sheets: Snapshot["sheets"], limit = Infinity): Preview {
  const names = new Map(sheets.map(({ id, name }) => [id, name]));
  const changes: CellChange[] = [];
  let total = 0;
  for (const edit of edits) {
    if (edit.kind !== "contents") continue;
    const { sheetId, range } = edit;
    const sheetName = names.get(sheetId) ?? "";
    edit.contents.forEach((row, i) => row.forEach((after, j) => {
      const before = edit.expected[i]?.[j];
      if (before === undefined || sameContent(before, after)) return;
      total++;
      if (changes.length < limit) changes.push({ place: { sheetId, sheetName, range: rangeOfCell(range.top + i, range.left + j) }, before, after });
    }));
  }
  return { changes, total };
}

/** Where contents change within a place, in ranges that name exactly these cells, from left to right and down. */
export function changedRanges(edits: readonly Edit[], { sheetId, range: within }: Pick<Place, "sheetId" | "range">): CellRange[] {
  const changed = new Map<number, number[]>();
  for (const edit of edits) {
    if (edit.kind !== "contents" || edit.sheetId !== sheetId) continue;
    edit.contents.forEach((line, i) => line.forEach((after, j) => {
      const [row, column, before] = [edit.range.top + i, edit.range.left + j, edit.expected[i]?.[j]];
      if (!contains(within, row, column) || before === undefined || sameContent(before, after)) return;
      const rows = changed.get(column);
      if (rows === undefined) changed.set(column, [row]);
      else rows.push(row);
    }));
  }
  return joined([...changed].sort(([a], [b]) => a - b).flatMap(([column, rows]) => consecutive(rows.sort((a, b) => a - b)).map(({ first, last }) => ({ top: first, bottom: last, left: column, right: column }))));
}

/** Ranges of single columns from left to right; those of the same rows in neighbouring columns become one. */
function joined(columns: readonly CellRange[]): CellRange[] {
  const ranges: CellRange[] = [];
  const atEdge = new Map<string, number>();
  for (const { top, bottom, left, right } of columns) {
    const at = atEdge.get(`${left - 1} ${top} ${bottom}`) ?? ranges.length;
    ranges[at] = { top, bottom, left: ranges[at]?.left ?? left, right };
    atEdge.set(`${right} ${top} ${bottom}`, at);
  }
  return ranges;
}
