/** 计算执行率 from the ribbon, without the pane: with what was chosen in it before, or with the add-in's own choices. */

import type { SheetWords } from "../domain/execution/sheet-words";
import { prepareWriting, storedChoices } from "../pipeline/prepare";
import type { WorkbookPort } from "../workbook/port";
import type { Problem } from "../workbook/problem";
import { ribbonRun, type RibbonRun, type RunOutcome } from "./lastRun";

/**
 * Computes and writes every table, then shows the outcome in the sheet: the columns that hold the rates are
 * selected, or the place of the problem. What a selection cannot say waits for the pane (lastRun.ts).
 */
export async function computeExecution(port: WorkbookPort, words: SheetWords): Promise<RibbonRun> {
  const snapshot = await port.read();
  if (!snapshot.ok) return ribbonRun([], failed(snapshot.problem));
  const { sheets, activeSheetId } = snapshot.value;
  const { plan, problems } = prepareWriting(snapshot.value, storedChoices(snapshot.value), words);
  const [problem] = problems;
  if (plan.tables.length === 0) {
    if (problem?.place !== undefined) await port.select(problem.place);
    return ribbonRun(sheets, failed(problem ?? { code: "no-table" }));
  }
  const outcome = plan.edits.length === 0 ? { kind: "unchanged" } as const : await write(port, plan.edits);
  if (outcome.kind === "failed") {
    if (outcome.problem.place !== undefined) await port.select(outcome.problem.place);
  } else {
    const target = plan.tables.find(({ rate }) => rate.place.sheetId === activeSheetId) ?? plan.tables[0];
    if (target !== undefined) await port.select(target.rate.place);
  }
  return ribbonRun(sheets, outcome);
}

async function write(port: WorkbookPort, edits: Parameters<WorkbookPort["apply"]>[0]): Promise<RunOutcome> {
  const applied = await port.apply(edits);
  if (!applied.ok) return { kind: "failed", problem: applied.problem, restore: applied.restore };
  return applied.value.cellsWritten === 0 ? { kind: "unchanged" } : { kind: "written", cells: applied.value.cellsWritten, undo: applied.value.inverse };
}

function failed(problem: Problem): RunOutcome {
  return { kind: "failed", problem, restore: null };
}
