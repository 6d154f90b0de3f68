/** Comparing what cells contain. */

import type { Content, WriteContents } from "./edits";

export function sameContent(a: Content, b: Content): boolean {
  return a.kind === b.kind && (a.kind === "blank" || b.kind === "blank" || a.value === b.value);
}

/** How many cells of two grids of one shape differ. */
export function countDifferent(before: readonly (readonly Content[])[], after: readonly (readonly Content[])[]): number {
  let cells = 0;
  for (let i = 0; i < before.length; i++) {
    const row = before[i] ?? [];
    for (let j = 0; j < row.length; j++) {
      const [content, other] = [row[j], after[i]?.[j]];
      if (content !== undefined && other !== undefined && !sameContent(content, other)) cells++;
    }
  }
  return cells;
}

/**
 * The first cell, as offsets into the edit's range, that holds neither what the edit expects
 * nor already what it writes; null if there is none. So an edit may be applied twice.
 */
export function firstConflict(edit: WriteContents, now: readonly (readonly Content[])[]): { readonly row: number; readonly column: number } | null {
  for (let i = 0; i < now.length; i++) {
    const cells = now[i] ?? [];
    for (let j = 0; j < cells.length; j++) {
      const here = cells[j];
      const expected = edit.expected[i]?.[j];
      const wanted = edit.contents[i]?.[j];
      if (here === undefined || expected === undefined || wanted === undefined) continue;
      if (!sameContent(here, expected) && !sameContent(here, wanted)) return { row: i, column: j };
    }
  }
  return null;
}
