/** Whether somebody was faster. */

import { formatRange, rangeOfCell } from "./address";
import { firstConflict } from "./contents";
import type { Edit } from "./edits";
import type { Before } from "./inverse";
import type { Problem } from "./problem";

/**
 * `cells-changed` with the first place that holds neither what its edit expects nor already what it writes; null if there
 * is none. `before` is what stands there now; `sheetName` calls a sheet by its id as people do.
 */
export function conflictOf(targets: readonly { readonly edit: Edit; readonly before: Before }[], sheetName: (id: string) => string): Problem | null {
  for (const { edit, before } of targets) {
    if (edit.kind === "stored" && before.kind === "stored" && before.stored !== edit.expected && before.stored !== edit.stored) {
      return { code: "cells-changed", values: { where: "stored" } };
    }
    if (edit.kind !== "contents" || before.kind !== "contents") continue;
    const conflict = firstConflict(edit, before.contents);
    if (conflict === null) continue;
    const range = rangeOfCell(edit.range.top + conflict.row, edit.range.left + conflict.column);
    return { code: "cells-changed", place: { sheetId: edit.sheetId, sheetName: sheetName(edit.sheetId), range }, values: { where: formatRange(range) } };
  }
  return null;
}
