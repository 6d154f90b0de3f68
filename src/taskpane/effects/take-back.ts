/** Taking back what runs wrote: the edits that do it follow their cells, and leave what others wrote since. */

import type { Run } from "../../commands/keptRuns";
import type { TableOverride } from "../../domain/recognise/override";
import type { KeptPlace } from "../state/session";
import type { Edit } from "../../workbook/edits";
import { loadPart } from "../../workbook/part";
import type { Watcher, WorkbookPort } from "../../workbook/port";
import type { Problem } from "../../workbook/problem";

/** The places that were left alone, in reading order; or why not all went back, and what puts everything back where it broke off half-way. */
export type TakenBack =
  /** It was stopped before anything was written. */
  | { readonly ok: true; readonly value: null }
  | { readonly ok: true; readonly value: readonly KeptPlace[] }
  | { readonly ok: false; readonly problem: Problem; readonly restore: readonly Edit[] | null };

interface Asked {
  /** Asked once, when everything is read. */
  readonly mayWrite?: () => Promise<boolean>;
  readonly watcher?: Watcher;
}

export async function takeBack(port: WorkbookPort, { undo }: Pick<Run, "undo">, overrides: readonly TableOverride[], { mayWrite, watcher }: Asked = {}): Promise<TakenBack> {
  const part = await loadPart(async () => ({ ...(await import("../../pipeline/moved")), ...(await import("../../workbook/inverse")) }));
  if (!part.ok) return { ...part, restore: null };
  const { relocated, undoable } = part.value;
  const now = await port.read();
  if (!now.ok) return { ...now, restore: null };
  const moved = relocated(undo, now.value, overrides);
  const contents = await port.readContents(moved.flatMap((edit) => (edit.kind === "contents" ? [edit] : [])));
  if (!contents.ok) return { ...contents, restore: null };
  const { edits, kept } = undoable(moved, { contents: contents.value, stored: now.value.stored, sheets: now.value.sheets });
  if (mayWrite !== undefined && !(await mayWrite())) return { ok: true, value: null };
  const applied = await port.apply(edits, watcher);
  if (!applied.ok) return applied;
  const inReadingOrder = [...kept].sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left);
  return { ok: true, value: now.value.sheets.flatMap(({ id, name }) => inReadingOrder.filter(({ sheetId }) => sheetId === id).map((one) => ({ ...one, sheetName: name }))) };
}
