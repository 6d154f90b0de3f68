/**
 * Applying edits: read the targets again, compare, write, and know how to take it back.
 * The invariant: after `applyEdits` the workbook is as before or as planned, or the answer
 * carries the edits that restore it.
 */

import { areInPlace } from "../workbook/colour-rules";
import { conflictOf } from "../workbook/conflict";
import type { Edit } from "../workbook/edits";
import type { Applied } from "../workbook/port";
import { failed, type Outcome } from "../workbook/problem";
import { receiptOf } from "../workbook/receipt";
import type { RunBatch } from "./batch";
import { CHUNK_BYTES, jsonBytes, rowsPerChunk, sliceRows } from "./chunks";
import { addRules } from "./colour-rules";
import { isRefusedWhole, problemOf } from "./failure";
import { setLook } from "./looks";
import { prepareTabs, writeSheet, type Queue } from "./sheets/write";
import { readTargets, type Targets } from "./targets";
import { contentBytes, writable } from "./write";
import { createWitnesses, type Witnesses } from "./witness";

/** `runBatch` starts the fresh batch that rolls back. */
export async function applyEdits(context: Excel.RequestContext, edits: readonly Edit[], runBatch: RunBatch): Promise<Applied> {
  const targets = await prepare(context, edits);
  if (!targets.ok) return { ...targets, restore: null };
  const receipt = receiptOf(targets.value.edits);
  const { inverse } = receipt;
  const progress = { requests: 0 };
  const witnesses = createWitnesses();
  try {
    await write(context, targets.value, progress, witnesses);
  } catch (error) {
    const problem = problemOf(error);
    if (progress.requests === 0 && isRefusedWhole(error)) return { ok: false, problem, restore: null };
    return { ok: false, problem, restore: await takeBack(context, inverse, witnesses, runBatch) };
  }
  if (!witnesses.sawChange()) return { ok: true, value: receipt };
  return { ok: false, problem: { code: "cells-changed" }, restore: await takeBack(context, inverse, witnesses, runBatch) };
}

/** Rolls back, then puts back what was typed into our cells meanwhile. The answer is what is left to restore: null for nothing. */
async function takeBack(context: Excel.RequestContext, inverse: readonly Edit[], witnesses: Witnesses, runBatch: RunBatch): Promise<readonly Edit[] | null> {
  const isBack = await rollBack(inverse, runBatch);
  if (witnesses.sawChange()) {
    witnesses.putBack();
    // Refused too, it leaves what is to be restored as it is.
    await context.sync().catch(() => undefined);
  }
  return isBack ? null : inverse;
}

async function prepare(context: Excel.RequestContext, edits: readonly Edit[]): Promise<Outcome<Targets>> {
  try {
    const targets = await readTargets(context, edits);
    if (!targets.ok) return targets;
    const { sheetNames } = targets.value;
    const conflict = conflictOf(targets.value.edits, (id) => sheetNames.get(id) ?? "");
    return conflict === null ? targets : failed(conflict);
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Puts everything back in a fresh batch; false if Excel refuses that too. */
async function rollBack(inverse: readonly Edit[], runBatch: RunBatch): Promise<boolean> {
  try {
    return await runBatch(async (context) => {
      const targets = await prepare(context, inverse);
      if (!targets.ok) return false;
      await write(context, targets.value, { requests: 0 }, createWitnesses());
      return true;
    });
  } catch {
    return false;
  }
}

/** Queues every edit in order and syncs whenever a request would grow too large. */
async function write(context: Excel.RequestContext, targets: Targets, progress: { requests: number }, witnesses: Witnesses): Promise<void> {
  let bytes = 0;
  const removed = new Set<string>();
  const send = async (): Promise<void> => {
    await context.sync();
    progress.requests++;
    bytes = 0;
  };
  const queue: Queue = {
    room: async (wanted) => {
      if (bytes > 0 && bytes + wanted > CHUNK_BYTES) await send();
      bytes += wanted;
    },
  };
  await prepareTabs(context, targets.edits.flatMap(({ edit, before }) => (edit.kind === "sheet" ? [{ edit, before }] : [])), queue);
  for (const { edit, ranges, before, look, rules } of targets.edits) {
    if (edit.kind === "sheet") {
      await writeSheet(context, edit, before, queue);
      continue;
    }
    if (edit.kind === "stored") {
      await queue.room(edit.stored === null ? 0 : jsonBytes(edit.stored));
      targets.stored.write(edit.stored);
      continue;
    }
    if (edit.kind === "colour-rules") {
      if (rules === null || (!rules.isAmong(removed) && areInPlace(edit.range, edit.rules, rules.placed()))) continue;
      rules.remove(removed);
      addRules(context.workbook.worksheets.getItem(edit.sheetId), edit);
      continue;
    }
    const [range] = ranges;
    if (range === undefined) continue;
    if (edit.kind === "contents") {
      for (const slice of contentSlices(edit)) {
        if (bytes + slice.bytes > CHUNK_BYTES) await send();
        const cells = slice.grid.length === edit.contents.length ? range : range.getRow(slice.from).getResizedRange(slice.grid.length - 1, 0);
        if (before.kind === "contents") witnesses.watch(cells, before.contents.slice(slice.from, slice.from + slice.grid.length));
        cells.formulas = slice.grid;
        bytes += slice.bytes;
      }
    } else if (edit.kind === "column-widths") {
      edit.widths.forEach((width, i) => {
        const column = ranges[i];
        if (column !== undefined) column.format.columnWidth = width;
      });
    } else if (edit.kind === "number-format") {
      range.numberFormat = edit.format as unknown as string[][];
    } else if (look !== null && before.kind === "look") {
      setLook(range, edit, look, before.runs);
    }
  }
  await send();
}

type ContentsEdit = Extract<Edit, { kind: "contents" }>;

/** Rows from `from` on. */
function contentSlices(edit: ContentsEdit): { from: number; grid: (string | number | boolean)[][]; bytes: number }[] {
  const total = contentBytes(edit.contents);
  const columns = edit.range.right - edit.range.left + 1;
  const rows = edit.range.bottom - edit.range.top + 1;
  const slices = sliceRows(edit.range, rowsPerChunk(columns, Math.max(1, total / (rows * columns))));
  return slices.map((range) => {
    const contents = edit.contents.slice(range.top - edit.range.top, range.bottom - edit.range.top + 1);
    return { from: range.top - edit.range.top, grid: contents.map((row) => row.map(writable)), bytes: contentBytes(contents) };
  });
}
