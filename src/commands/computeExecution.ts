/** 计算执行率 from the ribbon, without the pane: with what was chosen in it before, or with the add-in's own choices. */

import type { SheetWords } from "../domain/execution/sheet-words";
import { isMisplaced } from "../pipeline/misplaced";
import { prepareWriting, storedChoices } from "../pipeline/prepare";
import type { WorkbookPort } from "../workbook/port";
import { failedRun, ribbonRun, writeRun, type RibbonRun } from "./lastRun";

/**
 * Computes and writes every table, then shows the outcome in the sheet: the columns that hold the rates are
 * selected, or the place of the problem. What a selection cannot say waits for the pane (lastRun.ts).
 */
export async function computeExecution(port: WorkbookPort, words: SheetWords): Promise<RibbonRun> {
  const snapshot = await port.read();
  if (!snapshot.ok) return ribbonRun("compute", null, failedRun(snapshot.problem));
  const { activeSheetId } = snapshot.value;
  const choices = storedChoices(snapshot.value);
  const prepared = prepareWriting(snapshot.value, choices, words);
  const { plan, problems } = prepared;
  const [problem] = problems;
  if (plan.tables.length === 0) {
    if (problem?.place !== undefined) await port.select(problem.place);
    return ribbonRun("compute", snapshot.value, failedRun(problem ?? { code: "no-table" }));
  }
  const outcome = await writeRun(port, plan.edits, (now) => isMisplaced(prepared, prepareWriting(now, choices, words)));
  if (outcome.kind === "failed") {
    if (outcome.problem.place !== undefined) await port.select(outcome.problem.place);
  } else {
    const target = plan.tables.find(({ rate }) => rate.place.sheetId === activeSheetId) ?? plan.tables[0];
    if (target !== undefined) await port.select(target.rate.place);
  }
  return ribbonRun("compute", snapshot.value, outcome);
}
