/** What edits would change, for people to see before anything is written. */

import { rangeOfCell, type Place } from "./address";
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
