/** What applying edits came to. */

import { areInPlace } from "./colour-rules";
import { countDifferent } from "./contents";
import type { Edit } from "./edits";
import { invert, type Before } from "./inverse";
import type { Receipt } from "./port";
import { contentsOf, countUnlike } from "./sheet-layout";

/** From the edits and what stood there before the first of them was applied. */
export function receiptOf(targets: readonly { readonly edit: Edit; readonly before: Before }[]): Receipt {
  let [cellsWritten, coloured] = [0, 0];
  for (const { edit, before } of targets) {
    if (edit.kind === "contents" && before.kind === "contents") cellsWritten += countDifferent(before.contents, edit.contents);
    if (edit.kind === "sheet" && before.kind === "sheet") cellsWritten += countUnlike(before.contents ?? [], edit.layout === null ? [] : contentsOf(edit.layout), "content");
    if (edit.kind === "colour-rules" && before.kind === "colour-rules" && !areInPlace(edit.range, edit.rules, before.placed)) coloured++;
  }
  return { inverse: invert(targets), cellsWritten, coloured };
}
