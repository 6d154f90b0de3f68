/**
 * Applying edits: read the targets again, compare, write, and know how to take it back.
 * The invariant: after `applyEdits` the workbook is as before or as planned, or the answer
 * carries the edits that restore it.
 */

import { cellCount, columnCount } from "../workbook/address";
import { areInPlace } from "../workbook/colour-rules";
import { conflictOf } from "../workbook/conflict";
import type { Content, Edit } from "../workbook/edits";
import type { Applied, Watcher } from "../workbook/port";
import { failed, type Outcome, type Problem } from "../workbook/problem";
import { receiptOf } from "../workbook/receipt";
import type { RunBatch } from "./batch";
import { createRoom, jsonBytes, rowsPerChunk, sliceRows } from "./chunks";
import { addRules } from "./colour-rules";
import { isRefusedWhole, problemOf } from "./failure";
import { setLook } from "./looks";
import { prepareTabs, writeSheet, type Queue } from "./sheets/write";
import { readTargets, type Targets } from "./targets";
import { contentBytes, writable } from "./write";
import { createWitnesses, type Witnesses } from "./witness";

/** What writing ends with where it is no longer wanted. */
const STOPPED = new Error("stopped");

/** Nobody looks on. */
const UNWATCHED: Watcher = { written: () => undefined, isWanted: () => Promise.resolve(true) };

/** `runBatch` starts the fresh batch that rolls back. */
export async function applyEdits(context: Excel.RequestContext, edits: readonly Edit[], runBatch: RunBatch, watcher: Watcher = UNWATCHED): Promise<Applied> {
  const targets = await prepare(context, edits);
  if (!targets.ok) return { ...targets, restore: null };
  const receipt = receiptOf(targets.value.edits);
  const { inverse } = receipt;
  const progress = { requests: 0 };
  const witnesses = createWitnesses();
  try {
    await write(context, targets.value, progress, witnesses, watcher);
  } catch (error) {
    const problem: Problem = error === STOPPED ? { code: "cancelled" } : problemOf(error);
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
      await write(context, targets.value, { requests: 0 }, createWitnesses(), UNWATCHED);
      return true;
    });
  } catch {
    return false;
  }
}

/** Queues every edit in order and syncs whenever a request would grow too large. */
async function write(context: Excel.RequestContext, targets: Targets, progress: { requests: number }, witnesses: Witnesses, watcher: Watcher): Promise<void> {
  const all = targets.edits.reduce((sum, { edit }) => sum + cellsIn(edit), 0);
  let cells = 0;
  watcher.written(cells, all);
  const removed = new Set<string>();
  const send = async (): Promise<void> => {
    await context.sync();
    progress.requests++;
    watcher.written(cells, all);
    if (!(await watcher.isWanted())) throw STOPPED;
  };
  const queue: Queue = { room: createRoom(send) };
  await prepareTabs(context, targets.edits.flatMap(({ edit, before }) => (edit.kind === "sheet" ? [{ edit, before }] : [])), queue);
  for (const { edit, ranges, before, look, rules } of targets.edits) {
    if (edit.kind === "sheet") {
      await writeSheet(context, edit, before, queue);
      cells += cellsIn(edit);
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
      const stands = before.kind === "contents" ? before.contents : [];
      for (const slice of contentSlices(edit, stands)) {
        await queue.room(slice.bytes);
        const target = slice.grid.length === edit.contents.length ? range : range.getRow(slice.from).getResizedRange(slice.grid.length - 1, 0);
        witnesses.watch(target, stands.slice(slice.from, slice.from + slice.grid.length));
        target.formulas = slice.grid;
        cells += slice.grid.length * columnCount(edit.range);
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

/** How many cells get contents. */
function cellsIn(edit: Edit): number {
  if (edit.kind === "sheet") return edit.layout === null ? 0 : edit.layout.rows.length * edit.layout.widths.length;
  return edit.kind === "contents" ? cellCount(edit.range) : 0;
}

type ContentsEdit = Extract<Edit, { kind: "contents" }>;

/** Rows from `from` on, so many that neither what is written nor what the witness answers, as formulas and values, is too large. */
function contentSlices(edit: ContentsEdit, stands: readonly (readonly Content[])[]): { from: number; grid: (string | number | boolean)[][]; bytes: number }[] {
  const bytesOf = (from: number, to: number): number => Math.max(contentBytes(edit.contents.slice(from, to)), 2 * contentBytes(stands.slice(from, to)));
  const rows = rowsPerChunk(1, Math.max(1, bytesOf(0, edit.contents.length) / edit.contents.length));
  return sliceRows(edit.range, rows).map(({ top, bottom }) => {
    const [from, to] = [top - edit.range.top, bottom - edit.range.top + 1];
    return { from, grid: edit.contents.slice(from, to).map((row) => row.map(writable)), bytes: bytesOf(from, to) };
  });
}
