/** What the ribbon's buttons do, from the language to the outcome that waits for the pane. */

import { onOfficeReady } from "../excel/office";
import { createExcelPort } from "../excel/port";
import { loadTranslator } from "../i18n/load";
import { keptWords, sheetWords } from "../i18n/sheet-words";
import { summaryWords } from "../i18n/summary-words";
import { localeFor } from "../i18n/translate";
import { buildSummary } from "./buildSummary";
import { computeExecution } from "./computeExecution";
import { flagAnomalies } from "./flagAnomalies";
import { createRunStore } from "./keptRuns";
import { saveRun } from "./lastRun";

const ACTS = { compute: computeExecution, flag: flagAnomalies, summarise: buildSummary } as const;

export async function runAct(act: keyof typeof ACTS): Promise<void> {
  const { displayLanguage } = await onOfficeReady();
  const words = await loadTranslator(localeFor(displayLanguage));
  const ran = await ACTS[act](createExcelPort(), sheetWords(words), { summary: summaryWords(words), kept: keptWords(words) });
  const at = new Date();
  // First, so that a pane that hears of the run finds it.
  if (ran.outcome.kind === "written") createRunStore(window.localStorage).add(ran.stored, { at: at.toISOString(), act: ran.act, cells: ran.outcome.cells, undo: ran.outcome.undo });
  saveRun(window.localStorage, ran, at);
}
