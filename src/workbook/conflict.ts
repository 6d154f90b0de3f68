/** Whether somebody was faster. */

import { formatRange, rangeOfCell } from "./address";
import { firstConflict } from "./contents";
import type { Edit, WriteSheet } from "./edits";
import type { Before } from "./inverse";
import type { Problem } from "./problem";
import { BLANK, contentsOf, sameCell, sameContents } from "./sheet-layout";

/**
 * `cells-changed` with the first place that holds neither what its edit expects nor already what it writes; null if there
 * is none. `before` is what stands there now; `sheetName` calls a sheet by its id as people do.
 */
export function conflictOf(targets: readonly { readonly edit: Edit; readonly before: Before }[], sheetName: (id: string) => string): Problem | null {
  for (const { edit, before } of targets) {
    if (edit.kind === "stored" && before.kind === "stored" && before.stored !== edit.expected && before.stored !== edit.stored) {
      return { code: "cells-changed", values: { where: "stored" } };
    }
    if (edit.kind === "sheet" && before.kind === "sheet") {
      const problem = sheetConflict(edit, before);
      if (problem !== null) return problem;
    }
    if (edit.kind !== "contents" || before.kind !== "contents") continue;
    const conflict = firstConflict(edit, before.contents);
    if (conflict === null) continue;
    const range = rangeOfCell(edit.range.top + conflict.row, edit.range.left + conflict.column);
    return { code: "cells-changed", place: { sheetId: edit.sheetId, sheetName: sheetName(edit.sheetId), range }, values: { where: formatRange(range) } };
  }
  return null;
}

/**
 * A cell that is not blank must hold what is expected or already what is written. A sheet that should not be there yet
 * must be the very one that is to be made, so that making it twice is harmless.
 */
function sheetConflict({ name, expected, layout }: WriteSheet, { contents }: Extract<Before, { kind: "sheet" }>): Problem | null {
  if (contents === null) return expected === null || layout === null ? null : { code: "sheet-missing", values: { sheet: name } };
  const wanted = layout === null ? [] : contentsOf(layout);
  if (expected === null) return sameContents(contents, wanted, "content") ? null : { code: "cells-changed", values: { where: name } };
  for (const [row, cells] of contents.entries()) {
    const column = cells.findIndex((here, at) => here.kind !== "blank" && ![expected, wanted].some((sheet) => sameCell(here, sheet[row]?.[at] ?? BLANK, "content")));
    if (column >= 0) return { code: "cells-changed", values: { where: `${name}!${formatRange(rangeOfCell(row, column))}` } };
  }
  return null;
}
